import { expect, test } from 'vitest'
import type { Figure } from '../publications/rules.ts'
import { countyTiles } from './county-tiles-rules.ts'
import { byCounty, byPart, largestOf, nationalOf } from './period-rules.ts'

const tickets = (level: Figure['level'], placeId: number | null, count: number | null): Figure => ({
  ...({ measure: 'tickets', division: 'all', part: 'all' } as const),
  ...{ level, placeId, count },
})
const county = (placeId: number, code: string | null, nameFi: string) => ({
  ...{ level: 'county' as const, placeId, code, nameFi, nameSv: null },
})

test('what is not there is 0, and what is hidden stays hidden', () => {
  const figures = [tickets('country', null, 90), tickets('county', 1, null)]
  expect(nationalOf(figures, { measure: 'tickets' })).toBe(90)
  expect(nationalOf(figures, { measure: 'users' })).toBe(0)
  expect(byPart({ period: '2026', figures }, 'tickets', 'category').map(({ count }) => count)).toEqual([
    0, 0, 0, 0,
  ])
  const places = [county(2, '19', 'Lappi'), county(1, '18', 'Kainuu'), county(3, null, 'Ei numeroa')]
  expect(byCounty({ period: '2026', figures }, places).map(({ short, count }) => [short, count])).toEqual([
    ['KA', null],
    ['LA', 0],
  ])
})

test.each([
  [[3, 9, 4], { count: 9, isAmongShown: false }],
  [[3, null, 4], { count: 4, isAmongShown: true }],
])('the largest of %j', (counts, wanted) =>
  expect(largestOf(counts.map((count) => ({ count })))).toMatchObject(wanted),
)
test('nothing shown has no largest', () => expect(largestOf([{ count: null }, { count: 0 }])).toBeNull())

test('no two tiles stand on each other', () => {
  const spots = Object.values(countyTiles).map(({ col, row }) => `${col},${row}`)
  expect(new Set(spots).size).toBe(22)
  expect(new Set(Object.values(countyTiles).map(({ short }) => short)).size).toBe(22)
})
