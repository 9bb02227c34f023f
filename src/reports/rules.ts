import { addDays, type Day } from '../lib/dates.ts'
import { closesOn, daysOf, daysUntilClosed, isYear, quarterOf } from '../publications/period-rules.ts'
import type { Level, Period } from '../publications/rules.ts'

/** Who asks for the numbers: a board, the annual accounts, a wellbeing report, TEAviisari, somebody who gives grants. */
export const kinds = ['board', 'annual', 'wellbeing', 'teaviisari', 'grant'] as const
export type Kind = (typeof kinds)[number]
export const isKind = (text: string): text is Kind => kinds.some((kind) => kind === text)

/** A wellbeing report and the answers to TEAviisari are made by municipalities and wellbeing counties; an area holds both. */
const ofTheWhole: readonly Kind[] = ['wellbeing', 'teaviisari']
const withoutThem: readonly Level[] = ['country', 'unit', 'site']

/** The kinds of report that a place has. */
export const kindsFor = (level: Level): Kind[] =>
  kinds.filter((kind) => !(ofTheWhole.includes(kind) && withoutThem.includes(level)))

/** A board reads quarters; everyone else asks for whole years. */
export const fits = (kind: Kind, period: Period): boolean => (kind === 'board') !== isYear(period)

/** The same quarter, or the year, a year before. */
export const yearBefore = (period: Period): Period => `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`

/** The quarter before a quarter; null for a year. */
export const quarterBefore = (period: Period): Period | null =>
  isYear(period) ? null : quarterOf(addDays(daysOf(period).from, -1))

/** The period of a kind that is closed next, today at the earliest, and its day. */
export const nextClosing = (kind: Kind, today: Day): { period: Period; on: Day } => {
  const within = addDays(today, -daysUntilClosed)
  const period = kind === 'board' ? quarterOf(within) : within.slice(0, 4)
  return { period, on: closesOn(period) }
}

/** A place in an address: `area-3`, and `country` alone. */
export type PlaceKey = { level: Level; id: number | null }
export const keyOf = ({ level, id }: PlaceKey): string => (id === null ? level : `${level}-${id}`)

/** The place that an address names; null when it names none. */
export const placeOf = (key: string): PlaceKey | null => {
  if (key === 'country') return { level: 'country', id: null }
  const [, level, id] = /^(county|area|municipality|unit|site)-(\d{1,9})$/.exec(key) ?? []
  return level ? { level: level as Level, id: Number(id) } : null
}
