import type { Division, Measure } from '../publications/rules.ts'
import type { Kind } from './rules.ts'

/** The figures that a report begins with, in its order; those that are not told of the place are left out. */
export const keyMeasures: Record<Kind, readonly Measure[]> = {
  board: [
    ...(['tickets', 'users', 'new-audience', 'registered', 'taken-into-use'] as const),
    ...(['valid', 'renewed', 'expiring', 'community-tickets'] as const),
  ],
  annual: [
    ...(['tickets', 'community-tickets', 'users', 'registered', 'taken-into-use'] as const),
    ...(['renewed', 'expiring', 'valid'] as const),
  ],
  wellbeing: ['valid', 'users', 'tickets', 'registered', 'community-tickets'],
  teaviisari: ['valid', 'users', 'tickets', 'registered', 'community-tickets'],
  grant: ['tickets', 'users', 'new-audience', 'community-tickets'],
}

export type Breakdown = { measure: Measure; division: Division }
const by = (measure: Measure, ...divisions: Division[]): Breakdown[] =>
  divisions.map((division) => ({ measure, division }))

/**
 * What a report divides, what tells most first: the first three that can be drawn are drawn. A quarter tells whose cards
 * are valid, a year whose were registered (src/publications/lattice-rules.ts); of a year its last quarter tells the former.
 */
export const breakdowns: Record<Kind, readonly Breakdown[]> = {
  board: [
    ...by('tickets', 'month', 'category'),
    ...by('valid', 'age', 'situation', 'issuer', 'children', 'gender'),
    ...by('tickets', 'audience'),
    ...by('registered', 'month'),
  ],
  annual: [
    ...by('tickets', 'category', 'audience'),
    ...by('registered', 'age', 'situation', 'issuer', 'children', 'gender'),
    ...by('tickets', 'home', 'weekday', 'hour', 'source'),
  ],
  wellbeing: [
    ...by('registered', 'age', 'situation', 'children', 'gender'),
    ...by('valid', 'age', 'situation', 'children', 'gender'),
    ...by('tickets', 'category', 'audience'),
    ...by('registered', 'issuer'),
  ],
  teaviisari: [
    ...by('tickets', 'category', 'audience'),
    ...by('registered', 'age', 'children', 'gender'),
    ...by('valid', 'age', 'children', 'gender'),
  ],
  grant: [
    ...by('tickets', 'category', 'audience'),
    ...by('registered', 'age', 'situation', 'children'),
    ...by('tickets', 'weekday', 'hour', 'home'),
  ],
}

/** Classes that say where something is missing or came in passing: told where there are any, and never the finding. */
const leftOver: readonly string[] = ['unknown', 'no-area', 'other']
export const isLeftOver = (part: string): boolean => leftOver.includes(part)
/** Divisions in which a class without anything tells nothing. */
const loose: readonly Division[] = ['source', 'home', 'issuer']
export const isWorthARow = (division: Division, part: string, values: readonly unknown[]): boolean =>
  values.some((value) => value !== 0 && value !== undefined) ||
  !(loose.includes(division) || isLeftOver(part))

/** Their classes have names short enough to stand under a bar. */
const drawn: readonly Division[] = [
  ...(['month', 'category', 'age', 'children', 'gender', 'audience', 'weekday', 'hour'] as const),
]
export const isDrawn = (division: Division): boolean => drawn.includes(division)

/** Of these the largest class says less than that there are several: the table speaks for itself. */
const quiet: readonly Division[] = ['gender', 'children', 'situation']
export const isFinding = (division: Division): boolean => !quiet.includes(division)
