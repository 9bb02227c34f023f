import { addDays, type Day, lastDayOfMonths } from '../lib/dates.ts'

/**
 * How long documents of a class are kept: a row holds from its day until a later row of the same code.
 * @property years after the end of what the document is about; null: permanently
 * @property source the law that says so
 */
export type RetentionClass = {
  code: string
  name: { fi: string; sv: string; en: string }
  years: number | null
  source: { fi: string; sv: string; en: string }
  from: Day
}

/** Under which number it is recorded, and how long it is kept. */
export type Entry = { recordNumber: string; retentionClass: string; madeAt: Date; madeBy: string }

export const decisions = ['disposed', 'kept'] as const
export type Decision = {
  decision: (typeof decisions)[number]
  keptUntil: Day | null
  reason: string
  madeAt: Date
  madeBy: string
}

/** The classes that hold on a day, each code once. */
export const classesOn = (classes: readonly RetentionClass[], day: Day): RetentionClass[] => {
  const begun = classes.filter(({ from }) => from <= day)
  return begun.filter((one) => !begun.some(({ code, from }) => code === one.code && from > one.from))
}

/** The last day of what was agreed: null while it goes on until further notice. */
export const endOf = ({ until, endedOn }: { until: Day | null; endedOn: Day | null }): Day | null =>
  endedOn !== null && until !== null ? (endedOn < until ? endedOn : until) : (endedOn ?? until)

/** The last day of keeping: null for ever, or while there is no end to count from. */
export const keptUntil = (end: Day | null, years: number | null): Day | null =>
  end === null || years === null ? null : lastDayOfMonths(addDays(end, 1), years * 12)

export type Standing = 'unrecorded' | 'kept' | 'permanent' | 'due' | 'disposed'

/**
 * How a commitment stands in the archive on a day. Nothing goes by itself: what is due waits for a decision, and what was
 * kept longer is due again when that time is over.
 */
export const standingOf = (
  given: {
    entry: Entry | null
    decision: Decision | null
    years: number | null
    until: Day | null
    endedOn: Day | null
  },
  today: Day,
): Standing => {
  const { entry, decision, years } = given
  if (decision?.decision === 'disposed') return 'disposed'
  if (!entry) return 'unrecorded'
  if (years === null) return 'permanent'
  const last = keptUntil(endOf(given), years)
  const longest = [last, decision?.keptUntil ?? null].filter((day) => day !== null).sort()
  return last !== null && longest.at(-1)! < today ? 'due' : 'kept'
}
