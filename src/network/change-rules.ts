import { addDays, type Day } from '../lib/dates.ts'
import { type NewStage, pilotsOf, type Stage, stageOn } from './membership-rules.ts'

/** What can happen to a municipality in an area, in the order of its life. */
export const changeKinds = ['prepare', 'pilot', 'pilot-end', 'permanent', 'cross-use', 'end'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** `from` is the first day of what begins, `until` the last day of what ends; only a pilot has both. */
export type Change = { kind: ChangeKind; from: Day | null; until: Day | null; crossUse: boolean }

export type ChangeProblem =
  | 'change-not-now'
  | 'from-missing'
  | 'from-past'
  | 'from-before'
  | 'from-gap'
  | 'until-missing'
  | 'until-past'
  | 'until-before'
  | 'taken'

/** What a change does to the rows: which end earlier, which never come to be, which begin. */
export type Plan = { cut: { id: number; until: Day }[]; removed: number[]; added: NewStage[] }

/** The row that holds today, else the one to come; undefined when all is over. */
const standing = (stages: readonly Stage[], today: Day) =>
  stageOn(stages, today) ??
  [...stages].filter((stage) => isLater(stage, today)).sort((a, b) => (a.from! < b.from! ? -1 : 1))[0]

const isLater = ({ from }: Stage, today: Day) => from !== null && from > today

const lastOf = (stages: readonly Stage[]) =>
  [...stages].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? '')).at(-1)

/** Which changes make sense for a municipality as it stands. Phases go forward only. */
export const changesOf = (stages: readonly Stage[], today: Day): ChangeKind[] => {
  const now = standing(stages, today)
  const last = lastOf(stages)
  const isWaiting = now?.phase === 'interest' || now?.phase === 'preparing'
  const isOver = now === undefined
  const may: Record<ChangeKind, boolean> = {
    prepare: now?.phase === 'interest' && last === now,
    pilot: (isWaiting && last === now) || (isOver && last?.phase !== 'pilot'),
    'pilot-end': last?.phase === 'pilot',
    permanent: (now?.phase === 'preparing' || now?.phase === 'pilot') && last?.phase !== 'permanent',
    'cross-use': (now?.phase === 'pilot' || now?.phase === 'permanent') && last === now,
    end: now !== undefined,
  }
  return changeKinds.filter((kind) => may[kind])
}

type FromRule = { earliest: Day | null; today: Day; notPast: boolean }
const fromProblem = (from: Day | null, { earliest, today, notPast }: FromRule): ChangeProblem | null => {
  if (from === null) return 'from-missing'
  if (earliest !== null && from < earliest) return 'from-before'
  return notPast && from < today ? 'from-past' : null
}
const untilProblem = (until: Day | null, from: Day | null, today: Day): ChangeProblem | null => {
  if (until === null) return 'until-missing'
  if (from !== null && until < from) return 'until-before'
  return until < today ? 'until-past' : null
}

/**
 * Why a change cannot be made, by its field, or null. A first day may be in the past, as word of it may come late, but
 * not before the phase that it follows. What a use or a card has already been judged by begins today at the earliest.
 */
export const changeProblem = (
  stages: readonly Stage[],
  { kind, from, until }: Change,
  today: Day,
): Partial<Record<'' | 'from' | 'until', ChangeProblem>> | null => {
  if (!changesOf(stages, today).includes(kind)) return { '': 'change-not-now' }
  const now = standing(stages, today)
  const last = lastOf(stages)!
  const earliest = now?.from ?? (last.until && addDays(last.until, 1))
  const found: Partial<Record<'from' | 'until', ChangeProblem | null>> = {}
  if (kind === 'prepare') found.from = fromProblem(from, { earliest, today, notPast: false })
  if (kind === 'pilot') {
    found.from = fromProblem(from, { earliest, today, notPast: false })
    found.until = untilProblem(until, from, today)
  }
  if (kind === 'pilot-end') found.until = untilProblem(until, last.from, today)
  if (kind === 'permanent') {
    const isGap = from !== null && last.until !== null && from > addDays(last.until, 1)
    found.from = fromProblem(from, { earliest, today, notPast: true }) ?? (isGap ? 'from-gap' : null)
  }
  if (kind === 'cross-use') {
    const isGap = from !== null && now!.until !== null && from > now!.until
    // What a desk was told today holds through today.
    found.from =
      fromProblem(from, { earliest, today: addDays(today, 1), notPast: true }) ?? (isGap ? 'from-gap' : null)
  }
  // What has not begun yet can be called off whole.
  if (kind === 'end') found.until = untilProblem(until, isLater(now!, today) ? null : now!.from, today)
  const problems = Object.entries(found).filter(([, problem]) => problem)
  return problems.length > 0 ? Object.fromEntries(problems) : null
}

/** Ends all that goes past the day, and leaves out what would begin later. */
const endOn = (stages: readonly Stage[], day: Day): Omit<Plan, 'added'> => ({
  cut: stages
    .filter(({ from, until }) => (from ?? '') <= day && (until === null || until > day))
    .map(({ id }) => ({ id, until: day })),
  removed: stages.filter(({ from }) => from !== null && from > day).map(({ id }) => id),
})

/** What a change that has no problem does to the rows. */
export const planOf = (
  stages: readonly Stage[],
  { kind, from, until, crossUse }: Change,
  today: Day,
): Plan => {
  const now = standing(stages, today)
  if (kind === 'end') return { ...endOn(stages, until!), added: [] }
  if (kind === 'pilot-end')
    return { cut: [{ id: lastOf(stages)!.id, until: until! }], removed: [], added: [] }
  const stage: NewStage = {
    phase: kind === 'prepare' ? 'preparing' : kind === 'cross-use' ? now!.phase : kind,
    from,
    until: kind === 'pilot' ? until : kind === 'cross-use' ? now!.until : null,
    crossUse: kind === 'cross-use' ? !now!.crossUse : crossUse,
  }
  return { ...endOn(stages, addDays(from!, -1)), added: [stage] }
}

/** A municipality is in one area at a time: whether a plan meets rows of another area. */
export const isTaken = ({ added }: Plan, others: readonly NewStage[]): boolean =>
  added.some((stage) =>
    others.some(
      (other) =>
        (stage.from ?? '') <= (other.until ?? '9999') && (other.from ?? '') <= (stage.until ?? '9999'),
    ),
  )

/** The rows as they are after a plan. */
export const afterPlan = (stages: readonly Stage[], { cut, removed, added }: Plan): NewStage[] => [
  ...stages
    .filter(({ id }) => !removed.includes(id))
    .map((stage) => ({ ...stage, until: cut.find(({ id }) => id === stage.id)?.until ?? stage.until })),
  ...added,
]

/** Cards that follow the end of a pilot: registered from its first through its last day, they now end on `endsOn`. */
export type PilotMove = { firstDay: Day | null; lastDay: Day | null; endsOn: Day | null }

/** The cards that a plan moves: of the last pilot, when that ends its cards on another day than before. */
export const pilotMoveOf = (stages: readonly Stage[], plan: Plan): PilotMove | null => {
  const before = pilotsOf(stages).at(-1)
  if (!before) return null
  const after = pilotsOf(afterPlan(stages, plan)).find(({ from }) => from === before.from)
  if (!after || after.cardsUntil === before.cardsUntil) return null
  return { firstDay: before.from, lastDay: before.until, endsOn: after.cardsUntil }
}
