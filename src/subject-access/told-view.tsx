import { aboutLanguages, isHolderLanguage } from '../i18n/holder-languages.ts'
import { formatDay, formatTime, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import type { SubjectData, Told } from './rules.ts'

export type TellingProps = { language: Language; data: SubjectData }

export const textOf = (value: unknown) =>
  value === null || value === undefined || value === '' ? '–' : String(value)
export const dayIn = (language: Language, value: unknown) =>
  typeof value === 'string' ? formatDay(language, value.slice(0, 10)) : '–'
export const instantIn = (language: Language, value: unknown) => {
  if (typeof value !== 'string') return '–'
  const at = new Date(value)
  return `${formatDay(language, dayOf(at))} ${formatTime(language, at)}`
}
/** A value of ours in words; one that is not in the list is told as it stands. */
export const wordOf = (list: object, value: unknown) =>
  value === null ? '–' : ((list as Record<string, string>)[String(value)] ?? String(value))

/** A language by its own name, as whoever speaks it knows it. */
export const languageOf = (value: unknown) => {
  if (typeof value !== 'string' || !isHolderLanguage(value)) return textOf(value)
  const { name, tag } = aboutLanguages[value]
  return <span lang={tag}>{name}</span>
}

/** The newest first. */
export const latest = (rows: readonly Told[], column: string) =>
  [...rows].sort((a, b) => (String(a[column]) < String(b[column]) ? 1 : -1))
