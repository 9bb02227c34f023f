import { type Day, isDay } from './dates.ts'

/**
 * A day as people write it: `5.9.2026`, `05.09.2026`, `5/9/2026` or `2026-09-05`. The day comes before the month, as
 * everywhere in Finland.
 * @returns null when it is no day, or one that does not exist
 */
export const readDay = (text: string): Day | null => {
  const typed = text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')
  const [, date, month, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(typed) ?? []
  const day = year ? `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}` : typed
  return isDay(day) ? day : null
}
