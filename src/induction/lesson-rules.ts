import type { Day } from '../lib/dates.ts'

/** Whose work the lessons are about: those who hand cards out, and those who take them. */
export const inductionRoles = ['issuer', 'venue'] as const
export type InductionRole = (typeof inductionRoles)[number]

/** The day of the first text of all lessons. A lesson whose text changes in what it teaches gets the day of the change. */
const first: Day = '2026-11-26'

/** The lessons of each role in their order, and the day on which the text of each came. */
export const lessonDays = {
  issuer: { unit: first, who: first, consent: first, register: first, hand: first, together: first },
  venue: { site: first, check: first, record: first, family: first, courses: first, trouble: first },
} as const satisfies Record<InductionRole, Record<string, Day>>
export type IssuerLesson = keyof (typeof lessonDays)['issuer']
export type VenueLesson = keyof (typeof lessonDays)['venue']

/** What may be said to a question, and what it teaches, right or not. */
type Answer = { say: string; why: string }
export type Question = { ask: string; right: Answer; others: readonly Answer[] }
/** A lesson in one language. */
export type Lesson = { title: string; points: readonly string[]; questions: readonly Question[] }

/**
 * The answers in the order in which they are shown: the right one stands in another place from question to question, and
 * in the same place for everybody.
 * @param nth the place of the question in its lesson
 */
export const inShownOrder = ({ right, others }: Question, nth: number): (Answer & { isRight: boolean })[] => {
  const wrong = others.map((answer) => ({ ...answer, isRight: false }))
  return wrong.toSpliced((nth + 1) % (others.length + 1), 0, { ...right, isRight: true })
}
