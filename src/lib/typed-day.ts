import { type Day, isDay } from './dates.ts'

/**
 * A day as people type it: `1.3.2027`, `1.3.27` or `2027-03-01`.
 * @returns null when no such day exists
 */
export const readTypedDay = (text: string): Day | null => {
  const typed = text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')
  const [, date, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(typed) ?? []
  if (!date) return isDay(typed) ? typed : null
  const day = `${year!.padStart(4, '20')}-${month!.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : null
}
