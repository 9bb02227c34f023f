import { type Day, isDay } from './dates.ts'

const finnish = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4}|\d{2})$/

/**
 * A day as people write it: `1.3.2027`, `1.3.27` or `2027-03-01`.
 * @returns null when it is no day between 1900 and 2199
 */
export const readDay = (typed: string): Day | null => {
  const text = typed
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
  const [, date, month, year] = finnish.exec(text) ?? []
  const day =
    date === undefined
      ? text
      : `${year!.length === 2 ? `20${year}` : year}-${month!.padStart(2, '0')}-${date.padStart(2, '0')}`
  return /^(19|20|21)/.test(day) && isDay(day) ? day : null
}

/** The day as a text field has it in every language: what `readDay` reads, and what a calendar on the wall says. */
export const writeDay = (day: Day | null): string => {
  if (day === null) return ''
  const [year, month, date] = day.split('-').map(Number)
  return `${date}.${month}.${year}`
}
