import { areaScopeOf, may } from '../access.ts'
import { listAreasWithoutBrochure } from '../brochures/queries.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { isTaken } from '../network/change-rules.ts'
import { addStage, listFreeMunicipalities, lockStages, openArea } from '../network/membership-queries.ts'
import type { NewStage } from '../network/membership-rules.ts'
import { listPublicMembers } from '../network/queries.ts'
import { listWaiting } from '../signing/queries.ts'
import { waitingLines } from '../signing/words.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { confirm, showMember } from './change-routes.tsx'
import { JoinPage, OpenPage } from './form-views.tsx'
import { ChangeForm, type Join, JoinForm, OpenForm } from './forms.ts'
import { findAreaLink, findWords } from './page-queries.ts'
import { LocalPagePart } from './page-views.tsx'
import { pageWords } from './page-words.ts'
import { findFindings, findKeptArea, listKeptAreas, listMembers } from './queries.ts'
import { checklistOf } from './rules.ts'
import { AreaPage, AreasPage } from './views.tsx'
import { paths, words } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnArea = { params: { area: string } }

/** An area that is not yours does not exist. */
export const areaOf = async ({ db, user, params }: Reading & OnArea) => {
  const id = /^[1-9]\d{0,8}$/.test(params.area) ? Number(params.area) : null
  const area = id === null ? undefined : await findKeptArea(db, areaScopeOf(user), id)
  if (!area) throw new NotFound()
  return area
}

const showAreas = async ({ db, user, language, today }: Reading) =>
  AreasPage({
    language,
    today,
    areas: await listKeptAreas(db, areaScopeOf(user)),
    mayOpen: may(user, 'areas.open'),
    waiting: waitingLines(language, await listWaiting(db, user, today)),
    withoutBrochure: await listAreasWithoutBrochure(db, areaScopeOf(user), today),
  })

const localPageOf = async ({ db, language, today }: Reading, { id }: { id: number }) => (
  <LocalPagePart
    language={language}
    area={(await findAreaLink(db, String(id)))!}
    words={await findWords(db, id)}
    isPublic={(await listPublicMembers(db, today)).some(({ area }) => area.id === id)}
  />
)

const showArea = async (visit: Reading & OnArea) => {
  const { db, user, language, today, query } = visit
  const area = await areaOf(visit)
  const t = words[language]
  const moved = /^\d{1,9}$/.test(query.get('moved') ?? '') ? Number(query.get('moved')) : 0
  const said: Record<string, string> = {
    opened: t.opened,
    joined: t.joined,
    text: t.textSaved,
    page: pageWords[language].pageSaved,
    changed: [t.changed, moved > 0 ? t.moved(moved) : t.noCardsMove].join(' '),
  }
  return AreaPage({
    language,
    today,
    area,
    members: await listMembers(db, area),
    checks: checklistOf(await findFindings(db, area, today)),
    localPage: await localPageOf(visit, area),
    mayChange: may(user, 'memberships.change'),
    done: said[query.get('done') ?? ''] ?? null,
  })
}

/** The first row of a municipality: a pilot has its days, all else begins today. */
const firstStage = ({ phase, from, until, localOnly }: Join, today: Day): NewStage => ({
  phase,
  from: phase === 'pilot' ? from : today,
  until: phase === 'pilot' ? until : null,
  crossUse: !localOnly,
})

const pilotProblems = ({ phase, from, until }: Join, today: Day): Record<string, string> | null => {
  if (phase !== 'pilot') return null
  if (from === null) return { from: 'from-missing' }
  if (until === null) return { until: 'until-missing' }
  if (until < from) return { until: 'until-before' }
  return until < today ? { until: 'until-past' } : null
}

/** Takes a municipality into an area. @returns what hinders it, by field */
const join = async ({ db, today }: Writing, areaId: number, form: Join) => {
  const problems = pilotProblems(form, today)
  if (problems) return problems
  const isKnown = (await listFreeMunicipalities(db, today)).some(({ id }) => id === form.municipality)
  const stage = firstStage(form, today)
  const stages = isKnown ? await lockStages(db, form.municipality) : []
  const isFree = isKnown && !isTaken({ cut: [], removed: [], added: [stage] }, stages)
  if (!isFree) return { municipality: 'taken' }
  await addStage(db, { areaId, municipalityId: form.municipality }, stage)
  return null
}

const showOpen = async ({ db, language, today }: Reading, typed: Typed) =>
  OpenPage({ language, typed, free: await listFreeMunicipalities(db, today) })

const open = async (
  visit: Writing,
  form: Join & { name: string | null; nameSv: string | null },
): Promise<Outcome> => {
  const { db, language } = visit
  const area = await openArea(db, { name: form.name!, nameSv: form.nameSv })
  if (area === null) return { problems: { name: 'name-taken' } }
  const problems = await join(visit, area, form)
  if (problems) return { problems }
  const redirect = `${fill(paths.area[language], { area })}?done=opened`
  return { redirect, subject: { area, municipality: form.municipality } }
}

const showJoin = async (visit: Reading & OnArea, typed: Typed) => {
  const { db, language, today } = visit
  return JoinPage({
    language,
    typed,
    area: await areaOf(visit),
    free: await listFreeMunicipalities(db, today),
  })
}

const joinArea = async (visit: Writing & OnArea, form: Join): Promise<Outcome> => {
  const area = await areaOf(visit)
  const problems = await join(visit, area.id, form)
  if (problems) return { problems }
  const redirect = `${fill(paths.area[visit.language], { area: area.id })}?done=joined`
  return { redirect, subject: { area: area.id, municipality: form.municipality } }
}

export const routes: Route[] = [
  page(paths.list, 'areas.read', showAreas),
  page(paths.open, 'areas.open', showOpen),
  action(paths.open, 'areas.open', OpenForm, showOpen, open),
  page(paths.area, 'areas.read', showArea),
  page(paths.join, 'memberships.change', showJoin),
  action(paths.join, 'memberships.change', JoinForm, showJoin, joinArea),
  page(paths.member, 'memberships.change', showMember),
  action(paths.member, 'memberships.change', ChangeForm, showMember, confirm),
]
