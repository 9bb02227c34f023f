import { isSum, nearest } from '../src/publications/lattice-rules.ts'
import type { Division, Figure, Level, Measure, Period, Publication } from '../src/publications/rules.ts'
import { sheetOf, tellingPeriod } from '../src/reports/figure-rules.ts'
import type { Facts, Published } from '../src/reports/report-shape.ts'
import type { Kind } from '../src/reports/rules.ts'
import { figureOf, type GivenFigure } from './publications.ts'

type Told = Figure & { period: Period }
type Of = { period: Period; level: Level }

/** One of every figure that reports know, of one place, as far as its period tells it. `scale` makes another period of it. */
const figures = (of: Of, scale: number): Told[] => {
  const year = of.period.slice(0, 4)
  const scaled = (count: number | null, measure: Measure) => {
    if (count === null) return null
    return isSum(measure) ? Math.round(count * scale) : nearest(count * scale)
  }
  const by = (measure: Measure, division: Division, parts: Record<string, number | null>): GivenFigure[] =>
    Object.entries(parts).map(([part, count]) => ({
      ...{ measure, division, part },
      count: scaled(count, measure),
    }))
  const all = Object.entries({
    ...{ registered: 96, 'taken-into-use': 61, valid: 412, renewed: 38, expiring: 29 },
    ...{ tickets: 1240, users: 185, 'new-audience': 45, 'community-tickets': 52 },
  })
  const months = (first: number, second: number, third: number) => ({
    ...{ [`${year}-01`]: first, [`${year}-02`]: second, [`${year}-03`]: third },
  })
  return [
    ...all.map(([measure, count]) => ({
      measure: measure as Measure,
      count: scaled(count, measure as Measure),
    })),
    ...by('tickets', 'month', months(390, 402, 448)),
    ...by('tickets', 'category', { sports: 640, culture: 521, education: 53, science: 26 }),
    ...by('tickets', 'audience', { children: 231, adults: 1009 }),
    ...by('tickets', 'weekday', { 1: 150, 2: 160, 3: 170, 4: 180, 5: 190, 6: 210, 7: 180 }),
    ...by('tickets', 'home', { 'own-area': 1100, 'other-area': 140 }),
    ...by('tickets', 'source', { desk: 900, api: 340 }),
    ...by('registered', 'month', months(30, 34, 32)),
    ...by('tickets', 'hour', { '10-11': 210, '12-13': 260, '14-15': 190, '18-19': 580 }),
    ...by('valid', 'age', {
      ...{ '16-19': 15, '20-29': 80, '30-39': 135, '40-49': 95, '50-59': 60, '60-69': 25, '80+': null },
    }),
    ...by('valid', 'children', { 0: 240, 1: 90, 2: 55, '3+': 30 }),
    ...by('valid', 'gender', { woman: 245, man: 140, other: 10, unknown: 15 }),
    ...by('valid', 'situation', { unemployed: 170, student: 65, carer: 30, pensioner: 60, unknown: 90 }),
    ...by('valid', 'issuer', { 'adult-social-work': 270, association: 120, other: 20 }),
    ...by('registered', 'age', {
      ...{ '16-19': null, '20-29': 22, '30-39': 31, '40-49': 25, '50-59': null, '80+': 9 },
    }),
    ...by('registered', 'children', { 0: 51, 1: 21, 2: 14, '3+': 10 }),
    ...by('registered', 'gender', { woman: 58, man: 33, other: null, unknown: null }),
    ...by('registered', 'situation', {
      unemployed: 42,
      student: 14,
      carer: null,
      pensioner: null,
      unknown: 20,
    }),
    ...by('registered', 'issuer', { 'adult-social-work': 60, association: 30, other: 6 }),
  ].flatMap((given) => {
    const figure = figureOf({ ...given, level: of.level })
    const period = tellingPeriod(of, figure.measure, figure.division)
    return period === null ? [] : [{ ...figure, period }]
  })
}

const publicationOf = (number: number, period: Period): Publication => ({
  ...{ number, period, digest: String(number).repeat(64) },
  asOf: new Date(`2026-04-${10 + number}T06:00:00Z`),
  publishedAt: new Date(`2026-04-${10 + number}T06:05:00Z`),
})

const published = (number: number, of: Of, scale: number): Published => ({
  publication: publicationOf(number, of.period),
  end: of.period.length === 4 ? publicationOf(number - 1, `${of.period}-Q4`) : null,
  sheet: sheetOf(of, figures(of, scale)),
})

const places: Record<Kind, { level: Level; name: string }> = {
  board: { level: 'area', name: 'Kainuu' },
  annual: { level: 'area', name: 'Kainuu' },
  wellbeing: { level: 'municipality', name: 'Kajaani' },
  teaviisari: { level: 'municipality', name: 'Kajaani' },
  grant: { level: 'area', name: 'Kainuu' },
}

/** What a report of the kind is made of: a quarter for a board, a year for all others. */
export const factsFor = (kind: Kind): Facts => {
  const { level, name } = places[kind]
  const place = { level, name, id: 7 }
  return kind === 'board'
    ? {
        ...{ kind, place, current: published(5, { level, period: '2026-Q1' }, 1) },
        quarterBefore: published(4, { level, period: '2025-Q4' }, 0.95),
        yearBefore: published(1, { level, period: '2025-Q1' }, 0.9),
      }
    : {
        ...{ kind, place, current: published(5, { level, period: '2026' }, 1) },
        ...{ quarterBefore: null, yearBefore: published(2, { level, period: '2025' }, 1.1) },
      }
}
