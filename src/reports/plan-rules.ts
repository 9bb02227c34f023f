import { genders, lifeSituations } from '../cards/rules.ts'
import { categories } from '../network/rules.ts'
import type { Division, Measure } from '../publications/rules.ts'
import type { Kind } from './rules.ts'

/** The figures that a report begins with, in its order; those that were not published of the place are left out. */
export const keyMeasures: Record<Kind, readonly Measure[]> = {
  board: [
    ...(['tickets', 'users', 'new-audience', 'registered', 'taken-into-use'] as const),
    ...(['valid', 'renewed', 'expiring', 'community-tickets'] as const),
  ],
  annual: [
    ...(['tickets', 'community-tickets', 'users', 'registered', 'taken-into-use'] as const),
    ...(['renewed', 'expiring', 'valid'] as const),
  ],
  wellbeing: ['valid', 'users', 'tickets', 'community-tickets', 'registered'],
  teaviisari: ['valid', 'users', 'tickets', 'community-tickets'],
  grant: ['tickets', 'users', 'new-audience', 'community-tickets'],
}

export type Breakdown = { measure: Measure; division: Division }
const by = (measure: Measure, ...divisions: Division[]): Breakdown[] =>
  divisions.map((division) => ({ measure, division }))

/** What a report divides, what tells most first: the first three that can be drawn are drawn. */
export const breakdowns: Record<Kind, readonly Breakdown[]> = {
  board: [
    ...by('tickets', 'month', 'category', 'audience'),
    ...by('registered', 'age', 'issuer'),
    ...by('tickets', 'home', 'source'),
  ],
  annual: [
    ...by('tickets', 'month', 'category', 'audience', 'home'),
    ...by('registered', 'month', 'age', 'issuer'),
  ],
  wellbeing: [
    ...by('valid', 'age', 'children', 'gender', 'situation'),
    ...by('tickets', 'category', 'audience'),
    ...by('registered', 'issuer'),
  ],
  teaviisari: [...by('tickets', 'category', 'audience'), ...by('valid', 'age', 'children', 'gender')],
  grant: [...by('tickets', 'category', 'audience', 'month', 'weekday', 'home'), ...by('users', 'age')],
}

const ages = ['16-19', '20-29', '30-39', '40-49', '50-59', '60-69', '70-79', '80+']
/** The parts of a division in their order. Those that are not here (hours, months, offices) stand in the order of their text. */
const orders: Partial<Record<Division, readonly string[]>> = {
  age: ages,
  gender: genders,
  children: ['0', '1', '2', '3+'],
  situation: lifeSituations,
  audience: ['adult', 'child'],
  category: categories,
  home: ['own', 'other'],
  source: ['desk', 'api', 'offline', 'import', 'reconciled'],
}

/** Parts in the order in which people expect them, each once. What has no answer comes last. */
export const inOrder = (division: Division, parts: readonly string[]): string[] => {
  const order = orders[division] ?? []
  const rank = (part: string) => {
    const at = order.indexOf(part)
    return at === -1 ? order.length : at
  }
  return [...new Set(parts)].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, 'en', { numeric: true }))
}

/** Their parts have names short enough to stand under a bar. */
const drawn: readonly Division[] = [
  ...(['month', 'category', 'age', 'children', 'gender', 'audience', 'weekday', 'hour'] as const),
]
export const isDrawn = (division: Division): boolean => drawn.includes(division)
