import type { Figure, Level, Publication } from '../src/publications/rules.ts'
import { sheetOf } from '../src/reports/figure-rules.ts'
import type { Facts, Published } from '../src/reports/report-shape.ts'
import type { Kind } from '../src/reports/rules.ts'
import { figureOf, type GivenFigure } from './publications.ts'

/** One of every figure that reports know, of one place, as it is published. `scale` makes another period of it. */
const figures = (scale: number, year: string): Figure[] => {
  const of = (count: number | null) => (count === null ? null : Math.round(count * scale))
  const by = (
    measure: Figure['measure'],
    division: Figure['division'],
    parts: Record<string, number | null>,
  ): GivenFigure[] =>
    Object.entries(parts).map(([part, count]) => ({ measure, division, part, count: of(count) }))
  const all = Object.entries({
    ...{ registered: 96, 'taken-into-use': 61, valid: 412, renewed: 38, expiring: 29 },
    ...{ tickets: 1240, users: 187, 'new-audience': 44, 'community-tickets': 52 },
  })
  return [
    ...all.map(([measure, count]) => ({ measure: measure as Figure['measure'], count: of(count) })),
    ...by('tickets', 'month', { [`${year}-01`]: 390, [`${year}-02`]: 402, [`${year}-03`]: 448 }),
    ...by('tickets', 'category', { sports: 640, culture: 521, education: 53, science: 26 }),
    ...by('tickets', 'audience', { child: 231, adult: 1009 }),
    ...by('tickets', 'weekday', { 1: 150, 2: 160, 3: 170, 4: 180, 5: 190, 6: 210, 7: 180 }),
    ...by('tickets', 'home', { own: 1100, other: 140 }),
    ...by('tickets', 'source', { desk: 900, api: 340 }),
    ...by('registered', 'age', {
      '16-19': null,
      '20-29': 22,
      '30-39': 31,
      '40-49': 25,
      '50-59': null,
      '80+': 9,
    }),
    ...by('registered', 'issuer', { 'adult-social-work': 60, association: 36 }),
    ...by('valid', 'age', { '20-29': 98, '30-39': 144, '40-49': 101, '50-59': 69 }),
    ...by('valid', 'children', { 0: 220, 1: 90, 2: 60, '3+': 42 }),
    ...by('valid', 'gender', { woman: 250, man: 140, other: null, none: null }),
    ...by('valid', 'situation', { unemployed: 180, student: 60, carer: null, none: 150, pensioner: null }),
    ...by('users', 'age', { '20-29': 50, '30-39': 77, '40-49': 60 }),
  ].map(figureOf)
}

const published = (number: number, period: string, scale: number): Published => {
  const publication: Publication = {
    ...{ number, period, digest: String(number).repeat(64) },
    asOf: new Date(`2026-04-${10 + number}T06:00:00Z`),
    publishedAt: new Date(`2026-04-${10 + number}T06:05:00Z`),
  }
  return { publication, sheet: sheetOf(figures(scale, period.slice(0, 4))) }
}

/** What a report of the kind is made of: a quarter for a board, a year for all others. */
export const factsFor = (kind: Kind, level: Level = 'municipality', name = 'Kajaani'): Facts => {
  const place = { level, id: level === 'country' ? null : 7, name }
  return kind === 'board'
    ? {
        ...{ kind, place, current: published(5, '2026-Q1', 1) },
        ...{ quarterBefore: published(4, '2025-Q4', 0.95), yearBefore: published(1, '2025-Q1', 0.9) },
      }
    : {
        ...{ kind, place, current: published(5, '2026', 1) },
        ...{ quarterBefore: null, yearBefore: published(1, '2025', 1.1) },
      }
}
