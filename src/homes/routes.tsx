import { z } from 'zod'
import { areaScopeOf } from '../access.ts'
import { listKeptAreas } from '../areas/queries.ts'
import type { Read, Write } from '../db/db.ts'
import { listMunicipalities } from '../network/municipality-queries.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { type AskedHome, HomeForm } from './forms.ts'
import { addHome, endHome, listHomes, lockHomes } from './queries.ts'
import { homeTimeProblems, isOver } from './rules.ts'
import { HomesPage } from './views.tsx'
import { paths, words } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }

const showHomes = async ({ db, user, language, today, query }: Reading, typed: Typed) => {
  const t = words[language]
  const scope = areaScopeOf(user)
  const said: Record<string, string> = { added: t.added, ended: t.ended }
  return HomesPage({
    language,
    typed,
    today,
    homes: await listHomes(db, scope),
    areas: await listKeptAreas(db, scope),
    municipalities: (await listMunicipalities(db, today)).filter(({ mergedOn }) => mergedOn === null),
    done: said[query.get('done') ?? ''] ?? null,
  })
}

const add = async (visit: Writing, asked: AskedHome): Promise<Outcome> => {
  const { db, user, language, now, today } = visit
  const scope = areaScopeOf(user)
  const isKept = (await listKeptAreas(db, scope)).some(({ id }) => id === asked.area)
  if (!isKept) return { problems: { area: 'area-missing' } }
  const all = await listMunicipalities(db, today)
  const isOpen = all.some(({ id, mergedOn }) => id === asked.municipality && mergedOn === null)
  if (!isOpen) return { problems: { municipality: 'municipality-missing' } }
  await lockHomes(db, asked.area)
  const others = (await listHomes(db, scope)).filter(
    ({ areaId, municipalityId }) => areaId === asked.area && municipalityId === asked.municipality,
  )
  const problems = homeTimeProblems(asked, others, today)
  if (problems) return { problems }
  const home = { ...asked, areaId: asked.area, municipalityId: asked.municipality }
  const { id } = await addHome(db, home, { actor: actorOf(user), now })
  const subject = { home: id, area: asked.area, municipality: asked.municipality }
  return { redirect: `${paths.list[language]}?done=added`, subject }
}

const end = async (visit: Writing & { params: { home: string } }): Promise<Outcome> => {
  const { db, user, language, today, params } = visit
  const id = rowId(params.home)
  const home = (await listHomes(db, areaScopeOf(user))).find((one) => one.id === id)
  if (!home) throw new NotFound()
  if (!isOver(home, today)) await endHome(db, home, today)
  return { redirect: `${paths.list[language]}?done=ended`, subject: { home: id } }
}

export const routes: Route[] = [
  page(paths.list, 'areas.read', showHomes),
  action(paths.list, 'areas.describe', HomeForm, showHomes, add),
  action(paths.end, 'areas.describe', z.object({}), showHomes, end),
]
