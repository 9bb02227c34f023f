import { monthName } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import type { Division } from '../publications/rules.ts'
import { partName } from '../publications/words.ts'

/** 2024 began on a Monday: its day 1 is a Monday and its month 1 a January. */
const named = (language: Language, format: Intl.DateTimeFormatOptions, month: number, day: number) =>
  new Intl.DateTimeFormat(language, { ...format, timeZone: 'UTC' }).format(Date.UTC(2024, month - 1, day))

/** The name of a class in a table: of a month without its year, since the year stands above its column. */
export const rowName = (language: Language, division: Division, part: string): string =>
  division === 'month'
    ? named(language, { month: 'long' }, Number(part.slice(-2)), 1)
    : partName(language, division, part)

/** A name that is short enough to stand under a bar: `tammi`, `ma`. */
export const barName = (language: Language, division: Division, part: string): string => {
  if (division === 'month') return monthName(language, Number(part.slice(-2)))
  if (division === 'weekday') return named(language, { weekday: 'short' }, 1, Number(part))
  return partName(language, division, part)
}
