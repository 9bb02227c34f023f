import type { Kind, Party, Side } from '../commitments/rules.ts'
import { addDays, type Day, dayOf } from '../lib/dates.ts'

/** A week and a day before the last day for signing by themselves; by hand when a keeper asks. */
export type ReminderKind = 'week' | 'day' | 'by-hand'
/** Days before the last day for signing. */
export const automatic = { week: 7, day: 1 } as const

/** Days from one letter to the next that a keeper asks for (our choice). */
const daysBetween = 3

/**
 * Which reminder is due of a commitment that waits. One that was sent so late that the reminder would follow at once has
 * none: its letter is still new.
 * @param sentOn the day on which it was sent
 */
export const dueReminder = (
  { answerUntil, sentOn }: { answerUntil: Day; sentOn: Day },
  today: Day,
): 'week' | 'day' | null => {
  if (today > answerUntil) return null
  const [kind] = (['day', 'week'] as const).filter((one) => today >= addDays(answerUntil, -automatic[one]))
  return kind !== undefined && sentOn < addDays(answerUntil, -automatic[kind]) ? kind : null
}

/** The first day on which a keeper may remind by hand: counted from the last letter, by whomever it was sent. */
export const mayRemindFrom = ({ sentAt, remindedAt }: { sentAt: Date; remindedAt: Date | null }): Day =>
  addDays(dayOf(remindedAt ?? sentAt), daysBetween)

/** Where such a party has no address of its own, its letters go to the keepers themselves. */
const keptSides: readonly Side[] = ['centre', 'area', 'county', 'municipality']

/**
 * Whether letters remind a party. The side that keeps the commitment sees it in its own list: a hundred letters of a batch
 * would tell it nothing more. Nor are keepers told to sign a paper that they have sent and wait for.
 */
export const isReminded = (
  kind: Kind,
  { side, way, signedAt, signatory }: Pick<Party, 'side' | 'way' | 'signedAt' | 'signatory'>,
): boolean => {
  if (signedAt !== null) return false
  if (way === 'paper' && keptSides.includes(side) && !signatory?.email) return false
  return kind === 'area' || (side !== 'area' && side !== 'centre') || way !== 'account'
}

/** A reminder that waited longer for a mail server says nothing useful any more. Days. */
export const reminderLifeDays = 5
