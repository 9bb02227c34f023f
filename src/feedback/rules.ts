import { addDays, type Day } from '../lib/dates.ts'

/** What somebody writes about. */
export const abouts = ['site', 'card', 'website', 'accessibility', 'other'] as const
export type About = (typeof abouts)[number]

/** How somebody wants to hear the answer. */
export const ways = ['none', 'link', 'email'] as const
export type Way = (typeof ways)[number]

const states = ['new', 'working', 'answered', 'closed'] as const
export type State = (typeof states)[number]

/** Why nothing is answered: chosen from a list, and never told to the writer. */
export const choosable = ['handled', 'double', 'elsewhere', 'spam'] as const
/** Nobody went on with it: it ended by itself, and the writer is told so. */
export type CloseReason = (typeof choosable)[number] | 'quiet'

/** The form has three pages: what it is about, the message, and the look at it before it is sent. */
export const steps = ['check', 'change', 'send'] as const

/** Characters of one message: two pages, so that nobody has to count. */
export const longestMessage = 3_000

/**
 * Days until an answer is due. Accessibility: the Act on digital services (306/2019) gives fourteen days; the rest is our
 * own promise.
 */
const answerDays: Record<About, number> = {
  accessibility: 14,
  ...{ site: 21, card: 21, website: 21, other: 21 },
}

/** The last day on which an answer is in time. */
export const dueOn = (about: About, today: Day): Day => addDays(today, answerDays[about])

/** So many days before its end the clock of the Act warns. */
export const warnDays = 3

const dayNumber = (day: Day) => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** Whole days until the last one; less than none when it has passed. */
const daysLeft = (due: Day, today: Day): number => dayNumber(due) - dayNumber(today)

/** What a list of threads shows. */
export const listViews = ['open', 'answered', 'closed'] as const
export type ListView = (typeof listViews)[number]

export const isOpen = (state: State): boolean => state === 'new' || state === 'working'

export type Clock = { is: 'stopped' } | { is: 'running' | 'soon' | 'over'; days: number }

/** How the time for an answer stands. `days` are left, or have passed since. */
export const clockOf = ({ state, dueOn: due }: { state: State; dueOn: Day }, today: Day): Clock => {
  if (!isOpen(state)) return { is: 'stopped' }
  const days = daysLeft(due, today)
  if (days < 0) return { is: 'over', days: -days }
  return { is: days <= warnDays ? 'soon' : 'running', days }
}

/** The writer has one more turn, until the thread is closed. */
export const mayWriteAgain = (thread: { state: State; writtenAgain: boolean }): boolean =>
  thread.state !== 'closed' && !thread.writtenAgain

/** What can be done with a thread, the most usual first. Nobody reads an answer that was not asked for. */

/** An area asks the centre, one thing at a time; the centre answers what was asked. */
export const insideDeeds = (
  { state, areaId, askedAt }: { state: State; areaId: number | null; askedAt: Date | null },
  isCentre: boolean,
) => ({
  ask: !isCentre && isOpen(state) && areaId !== null && askedAt === null,
  reply: isCentre && askedAt !== null,
})
export const deedsFor = ({ state, way }: { state: State; way: Way }) => ({
  answer: isOpen(state) && way !== 'none',
  work: state === 'new',
  move: isOpen(state),
  close: isOpen(state),
  reopen: state === 'closed',
})
export const deeds = ['answer', 'work', 'move', 'close', 'reopen', 'note', 'ask', 'reply'] as const
