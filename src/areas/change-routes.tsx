import { areaScopeOf } from '../access.ts'
import { listMoving, moveValidity } from '../cards/validity-queries.ts'
import { listPermanentPilots } from '../commitment-life/renewal-queries.ts'
import { paths as commitmentLife } from '../commitment-life/words.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import {
  afterPlan,
  type Change,
  changeProblem,
  changesOf,
  isTaken,
  type Plan,
  pilotMoveOf,
  planOf,
} from '../network/change-rules.ts'
import { applyPlan, listStages, lockStages } from '../network/membership-queries.ts'
import type { Stage } from '../network/membership-rules.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import type { Outcome } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { ConfirmPage, MemberPage } from './change-views.tsx'
import { type ChangeAsked, ChangeForm } from './forms.ts'
import { findFindings, findKeptArea, listMembers } from './queries.ts'
import { checklistOf } from './rules.ts'
import { paths } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnMember = { params: { area: string; municipality: string } }

const numberOf = (text: string) => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new NotFound()
  return Number(text)
}

/** The municipality in the area, or nothing there is. */
const memberOf = async ({ db, user, params }: Reading & OnMember) => {
  const area = await findKeptArea(db, areaScopeOf(user), numberOf(params.area))
  if (!area) throw new NotFound()
  const id = numberOf(params.municipality)
  const member = (await listMembers(db, area)).find((one) => one.id === id)
  if (!member) throw new NotFound()
  return { area, member }
}

type Placed = Stage & { areaId: number }

/** What was asked as a plan, or why it cannot be, by field. */
const decide = (
  all: readonly Placed[],
  areaId: number,
  { change, from, until, localOnly }: ChangeAsked,
  today: Day,
): { problems: Record<string, string> } | { stages: Placed[]; plan: Plan } => {
  const stages = all.filter((stage) => stage.areaId === areaId)
  const wanted: Change = { kind: change, from, until, crossUse: !localOnly }
  const problems = changeProblem(stages, wanted, today)
  if (problems) return { problems }
  const plan = planOf(stages, wanted, today)
  const others = all.filter((stage) => stage.areaId !== areaId)
  return isTaken(plan, others) ? { problems: { '': 'taken' } } : { stages, plan }
}

/** First which change, then its days, then what it would do: each has an address, and nothing is changed yet. */
export const showMember = async (visit: Reading & OnMember, typed: Typed) => {
  const { db, language, today, query } = visit
  const { area, member } = await memberOf(visit)
  const base = { language, area, member, today }
  const isSent = Object.keys(typed.values).length > 0
  const values = isSent ? typed.values : Object.fromEntries(query)
  const parsed = ChangeForm.safeParse(values)
  const kinds = changesOf(member.stages, today)
  const chosen = kinds.find((kind) => kind === values.change) ?? null
  const form = (problems: Record<string, string>) =>
    MemberPage({ ...base, kinds, chosen, typed: { values, problems } })
  if (isSent || values.asked !== 'yes') return form(typed.problems)
  if (!parsed.success)
    return form(Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join('.'), issue.message])))
  const decided = decide(await listStages(db, member.id), area.id, parsed.data, today)
  if ('problems' in decided) return form(decided.problems)
  const { stages, plan } = decided
  const move = pilotMoveOf(stages, plan)
  const { change, from = '', until = '', localOnly = '' } = values
  return ConfirmPage({
    ...base,
    chosen: parsed.data.change,
    values: { change: change!, from, until, localOnly },
    after: afterPlan(stages, plan),
    moving: move ? await listMoving(db, { municipalityId: member.id, ...move }) : [],
    isReady: checklistOf(await findFindings(db, area, today)).every(({ isDone }) => isDone),
  })
}

/** Makes the change, and moves the last day of the cards that follow the pilot, in one transaction. */
export const confirm = async (visit: Writing & OnMember, asked: ChangeAsked): Promise<Outcome> => {
  const { db, user, language, now, today } = visit
  const { area, member } = await memberOf(visit)
  const decided = decide(await lockStages(db, member.id), area.id, asked, today)
  if ('problems' in decided) return decided
  const { stages, plan } = decided
  await applyPlan(db, { areaId: area.id, municipalityId: member.id }, plan)
  const move = pilotMoveOf(stages, plan)
  const bearing = move && { municipalityId: member.id, ...move }
  const moved = bearing ? await moveValidity(db, bearing, { actor: actorOf(user), now }) : 0
  // Pilots of an area that keeps the card can become permanent at once: they are shown before anything is done.
  const pilots =
    asked.change === 'permanent'
      ? await listPermanentPilots(db, areaScopeOf(user), String(area.id), today)
      : []
  const next =
    pilots.length > 0
      ? `${commitmentLife.permanent[language]}?area=${area.id}`
      : `${fill(paths.area[language], { area: area.id })}?done=changed&moved=${moved}`
  return {
    redirect: next,
    subject: { area: area.id, municipality: member.id, change: asked.change, cards: moved },
  }
}
