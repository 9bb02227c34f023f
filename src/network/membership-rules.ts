import { addDays, type Day } from '../lib/dates.ts'
import type { Phase } from './rules.ts'

/** One dated row of a municipality's life in an area; an unknown or open end is null. */
export type Stage = { id: number; phase: Phase; from: Day | null; until: Day | null; crossUse: boolean }
export type NewStage = Omit<Stage, 'id'>

const beginning = '0000-01-01'
const startOf = ({ from }: Pick<Stage, 'from'>): Day => from ?? beginning
const inOrder = <S extends NewStage>(stages: readonly S[]): S[] =>
  [...stages].sort((a, b) => startOf(a).localeCompare(startOf(b)))

const covers = ({ from, until }: NewStage, day: Day) =>
  (from === null || from <= day) && (until === null || day <= until)

/** The row that holds on the day, if any. */
export const stageOn = <S extends NewStage>(stages: readonly S[], day: Day): S | undefined =>
  stages.find((stage) => covers(stage, day))

/** The municipality's phase: of the row that holds, `ended` after the last one, null before the first. */
export const phaseOn = (stages: readonly NewStage[], day: Day): Phase | null => {
  const stage = stageOn(stages, day)
  if (stage) return stage.phase
  return stages.some(({ until }) => until !== null && until < day) ? 'ended' : null
}

const rank: Record<Phase, number> = { ended: 0, interest: 1, preparing: 2, pilot: 3, permanent: 4 }

/** An area is as far as its most advanced municipality is that day; null before any of them has begun. */
export const areaPhaseOn = (municipalities: readonly (readonly NewStage[])[], day: Day): Phase | null => {
  const phases = municipalities.map((stages) => phaseOn(stages, day)).filter((phase) => phase !== null)
  return phases.sort((a, b) => rank[b] - rank[a])[0] ?? null
}

export type Era = { phase: Phase; from: Day | null; until: Day | null }

/** The area's phases through time, oldest first, the planned ones too: derived from the same dated rows. */
export const areaHistory = (municipalities: readonly (readonly NewStage[])[]): Era[] => {
  const rows = municipalities.flat()
  const turns = new Set(rows.map(startOf))
  for (const { until } of rows) if (until !== null) turns.add(addDays(until, 1))
  const eras: Era[] = []
  for (const day of [...turns].sort()) {
    const phase = areaPhaseOn(municipalities, day)
    const last = eras.at(-1)
    if (phase === null || last?.phase === phase) continue
    if (last) last.until = addDays(day, -1)
    eras.push({ phase, from: day === beginning ? null : day, until: null })
  }
  return eras
}

/** A pilot: its rows may change cross-use in its midst, and are one all the same. */
export type Pilot = {
  from: Day | null
  until: Day | null
  /** The last day of the cards registered in it; null where permanent use follows at once, or it has no end. */
  cardsUntil: Day | null
}

/** The pilots of one municipality, oldest first. The view `pilot` (migration 0006) says the same. */
export const pilotsOf = (stages: readonly NewStage[]): Pilot[] => {
  const pilots: Pilot[] = []
  for (const { phase, from, until } of inOrder(stages)) {
    const last = pilots.at(-1)
    const follows = last?.until && addDays(last.until, 1) === from
    if (phase === 'permanent' && last && follows) last.cardsUntil = null
    if (phase !== 'pilot') continue
    if (last && follows) Object.assign(last, { until, cardsUntil: until })
    else pilots.push({ from, until, cardsUntil: until })
  }
  return pilots
}

/** The pilot that a day falls in. */
export const pilotOn = (stages: readonly NewStage[], day: Day): Pilot | undefined =>
  pilotsOf(stages).find(
    ({ from, until }) => (from === null || from <= day) && (until === null || day <= until),
  )
