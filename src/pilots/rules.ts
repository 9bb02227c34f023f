import { addDays, type Day } from '../lib/dates.ts'
import { type NewStage, pilotsOf } from '../network/membership-rules.ts'
import type { Category } from '../network/rules.ts'

/** The two who are asked how a pilot went. */
const sidesAsked = ['issuers', 'venues'] as const
export type SideAsked = (typeof sidesAsked)[number]

/** How many questions with a mark from 1 to 5 each side has; their words are in words.ts. Our choice (docs/our-choices.md). */
export const questionCount = 5
export const goesOnAnswers = ['yes', 'unsure', 'no'] as const
export type GoesOn = (typeof goesOnAnswers)[number]

/** One place's answers, without the place. Marks are null where a question was left out. */
export type Answer = {
  side: SideAsked
  marks: readonly (number | null)[]
  goesOn: GoesOn
  well: string | null
  better: string | null
}

/** So many places have to have answered before anything of a side is shown: fewer could be told apart. */
const fewestAnswers = 5

/**
 * What is shown of a side's answers.
 * @property means of each question, one decimal; null where fewer than five answered it
 * @property texts in no order
 */
export type SideResult = {
  side: SideAsked
  answers: number
  shown: null | {
    means: (number | null)[]
    goesOn: Record<GoesOn, number>
    well: string[]
    better: string[]
  }
}

const meanOf = (marks: readonly (number | null)[]): number | null => {
  const given = marks.filter((mark) => mark !== null)
  if (given.length < fewestAnswers) return null
  return Math.round((given.reduce((sum, mark) => sum + mark, 0) / given.length) * 10) / 10
}

export const resultsOf = (answers: readonly Answer[]): SideResult[] =>
  sidesAsked.map((side) => {
    const own = answers.filter((one) => one.side === side)
    if (own.length < fewestAnswers) return { side, answers: own.length, shown: null }
    const texts = (name: 'well' | 'better') => own.flatMap((one) => one[name] ?? []).sort()
    const count = (kind: GoesOn) => own.filter(({ goesOn }) => goesOn === kind).length
    return {
      side,
      answers: own.length,
      shown: {
        means: Array.from({ length: questionCount }, (_, nth) =>
          meanOf(own.map(({ marks }) => marks[nth] ?? null)),
        ),
        goesOn: { yes: count('yes'), unsure: count('unsure'), no: count('no') },
        ...{ well: texts('well'), better: texts('better') },
      },
    }
  })

/** @property until null while nobody has said when it ends */
export type Pilot = { from: Day; until: Day | null; municipalityIds: number[] }

/**
 * The latest pilot of an area that has begun by the day: of all its municipalities, or of those that came into an area
 * where the card was in use already.
 */
export const pilotOf = (
  members: readonly { id: number; stages: readonly NewStage[] }[],
  today: Day,
): Pilot | null => {
  const begun = members.flatMap(({ id, stages }) =>
    pilotsOf(stages).flatMap(({ from, until }) =>
      from !== null && from <= today ? [{ id, from, until }] : [],
    ),
  )
  const from = begun
    .map((pilot) => pilot.from)
    .sort()
    .at(-1)
  if (from === undefined) return null
  const together = begun.filter((pilot) => pilot.from === from)
  const ends = together.map(({ until }) => until)
  const until = ends.includes(null) ? null : (ends.sort().at(-1) ?? null)
  return { from, until, municipalityIds: together.map(({ id }) => id) }
}

/** So long before its end a pilot is counted for the first time, so that what follows can be decided before cards end. */
const earlyDays = 60
/** Tickets that were recorded without a network come in within so many days after the pilot; then it is counted anew. */
const lateDays = 30
/** A pilot that ended longer ago than this is history, and is not evaluated by itself any more. */
const oldestDays = 400

/**
 * Whether a pilot is to be counted now: two months before its end, the day after its end, when the late tickets are in,
 * and when its survey has closed since the last count. Our choice (docs/our-choices.md).
 * @param countedOn the days on which it was counted already, oldest first
 * @param surveyClosedOn the last day of its survey, if there was one
 */
export const isEvaluationDue = (
  { from, until }: { from: Day; until: Day },
  countedOn: readonly Day[],
  surveyClosedOn: Day | null,
  today: Day,
): boolean => {
  if (today > addDays(until, oldestDays)) return false
  const moments = [addDays(until, -earlyDays), until, addDays(until, lateDays)]
  const passed = [...moments, ...(surveyClosedOn === null ? [] : [surveyClosedOn])].filter(
    (day) => day >= from && day < today,
  )
  const last = countedOn.at(-1)
  return passed.some((day) => last === undefined || day >= last)
}

/** What was counted of a class; cards are those it was counted of. */
export type Counted = { name: string; tickets: number; cards: number }

/** So many cards behind each number of a division, else none of it is shown: a number left out could be told from the sum. */
export const fewestCards = 5

/** A division is shown whole or not at all. */
export const shownDivision = (counted: readonly Counted[]): Counted[] | null =>
  counted.length > 0 && counted.every(({ cards }) => cards >= fewestCards) ? [...counted] : null

/** How one pilot went: frozen when it was counted. Numbers are null where they would tell of too few. */
export type Evaluation = {
  format: 'kaiku-pilot/1'
  cards: { registered: number; used: number | null; medianDays: number | null } | null
  tickets: { adults: number; children: number; companions: number; cards: number } | null
  byCategory: (Counted & { name: Category })[] | null
  byMonth: Counted[] | null
  units: { all: number; registered: number }
  sites: { all: number; used: number }
  feedback: { about: string; count: number }[]
  survey: SideResult[] | null
  /** Changes of wellbeing that were published of the area in the years of the pilot. */
  wellbeing: { year: number; instrument: number; item: number; persons: number; mean: number }[]
  meetings: { heldOn: Day; actions: number; open: number }[]
}

/** The median of days; null of fewer than five. */
export const medianOf = (days: readonly number[]): number | null => {
  if (days.length < fewestCards) return null
  const sorted = [...days].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export const decisionKinds = ['permanent', 'extended', 'ended'] as const
export type DecisionKind = (typeof decisionKinds)[number]
