import { expect, test } from 'vitest'
import { attack, givenAway } from '../../test/attack.ts'
import { randomFrom } from '../demo/random.ts'
import { protect } from '../disclosure/protect.ts'
import type { Sum } from '../disclosure/rules.ts'
import {
  type Corrected,
  correctedBy,
  correctionDifferences,
  decideCorrections,
  digestOfCorrections,
  mayTellRemoved,
} from './correction-rules.ts'
import type { Counted } from './counted-rules.ts'
import type { Correction, Figure, Level, Measure, Publication } from './rules.ts'

/** Tickets of one card at a piece: what an area has in a county; null where there is no such place. */
type Late = { area: number | null; county: number | null; card: number; tickets: number }

const grains = ['municipality-in-area', 'municipality', 'area', 'county', 'country'] as const
const keyOf = (grain: Counted['grain'], { area, county }: Late) => ({
  municipalityId: grain.startsWith('municipality') && area !== null ? area * 100 + (county ?? 99) : null,
  areaId: grain === 'area' || grain === 'municipality-in-area' ? area : null,
  countyId: grain === 'country' || grain === 'area' ? null : county,
})

/** Counts entries as the database does. */
const countLate = (entries: readonly Late[], measure: Measure = 'tickets'): Counted[] => {
  const found = new Map<string, { one: Counted; byCard: Map<number, number> }>()
  for (const grain of grains)
    for (const late of entries) {
      const place = keyOf(grain, late)
      const name = `${grain} ${JSON.stringify(place)}`
      const one: Counted = {
        ...{ measure, division: 'all', part: 'all', grain, spotId: null, ...place },
        ...{ count: 0, cards: 0, largest: 0 },
      }
      const known = found.get(name) ?? { one, byCard: new Map() }
      known.byCard.set(late.card, (known.byCard.get(late.card) ?? 0) + late.tickets)
      found.set(name, known)
    }
  return [...found.values()].map(({ one, byCard }) => {
    const amounts = [...byCard.values()]
    const count = measure === 'registered' ? amounts.length : amounts.reduce((sum, n) => sum + n, 0)
    return {
      ...one,
      count,
      cards: amounts.length,
      largest: measure === 'registered' ? 1 : Math.max(...amounts),
    }
  })
}

const of = (given: Partial<Corrected>): Corrected => ({
  ...{ period: '2026-Q1', added: [], removed: [], figures: [], told: [], standing: [] },
  ...given,
})
const figure = (level: Level, placeId: number | null, count: number | null): Figure => ({
  ...{ measure: 'tickets', division: 'all', part: 'all', level, placeId, count },
})
/** Some cards with one ticket each at a place. */
const cards = (area: number | null, many: number, first = 0): Late[] =>
  Array.from({ length: many }, (_, n) => ({ area, county: area, card: first + n, tickets: 1 }))
const at = (told: readonly Correction[], level: Level, placeId: number | null) =>
  told.find((one) => one.level === level && one.placeId === placeId && one.division === 'all')

test('the country is told exactly, a place to the nearest five and only where five cards stand behind it', async () => {
  const added = countLate([...cards(1, 12), ...cards(2, 3, 20), ...cards(3, 2, 30), ...cards(4, 9, 40)])
  const told = await decideCorrections([of({ added })], protect)
  expect(at(told, 'country', null)).toMatchObject({ added: 26, removed: 0 })
  expect(at(told, 'area', 1)).toMatchObject({ added: 10, removed: null })
  // The three cards and the two may be the same: a third place keeps them company.
  for (const place of [2, 3, 4]) expect(at(told, 'area', place)).toBe(undefined)
})

test('what is left over after all that is told is nobody, or cannot be worked out', async () => {
  // Two areas: what is not told of the one would follow from the country and the other.
  const some = await decideCorrections(
    [of({ added: countLate([...cards(1, 12), ...cards(2, 3, 20)]) })],
    protect,
  )
  expect(some.map(({ level }) => level)).toEqual(['country'])
  const nobody = await decideCorrections([of({ added: countLate(cards(1, 12)) })], protect)
  expect(at(nobody, 'area', 1)).toMatchObject({ added: 10 })
})

test('many tickets of few cards are few', async () => {
  const few = [1, 2, 3].map((card) => ({ area: 1, county: 1, card, tickets: 40 }))
  const told = await decideCorrections(
    [of({ added: countLate([...few, ...cards(2, 30, 10), ...cards(3, 30, 50)]) })],
    protect,
  )
  expect(at(told, 'area', 1)).toBe(undefined)
})

test('what went never hides behind what came: each side is told by itself', async () => {
  const corrected = of({
    added: countLate(cards(1, 20)),
    removed: countLate([...cards(1, 2, 50), ...cards(2, 2, 60)]),
    figures: [1, 2].flatMap((id) => [figure('area', id, 100), figure('county', id, 100)]),
    standing: countLate([...cards(1, 40), ...cards(2, 40, 100)]),
  })
  const told = await decideCorrections([corrected], protect)
  expect(at(told, 'country', null)).toMatchObject({ added: 20, removed: 4 })
  expect(at(told, 'area', 1)).toMatchObject({ added: 20, removed: null })
})

test('what went is told where the figure is known and enough is left', () => {
  const figures = [figure('area', 1, 40), figure('area', 2, null), figure('area', 3, 40)]
  const standing = countLate([...cards(1, 20), ...cards(2, 20), ...cards(3, 4)])
  const may = (placeId: number, count: number, told: readonly Correction[] = []) =>
    mayTellRemoved(of({ figures, standing, told }), figure('area', placeId, null), count)
  expect(may(1, 20)).toBe(true)
  expect(may(1, 34)).toBe(false)
  // A hidden figure is at least what went of it.
  expect(may(2, 10)).toBe(false)
  // Four cards would be left.
  expect(may(3, 10)).toBe(false)
  const before = (added: number | null, removed: number | null): Correction => ({
    ...{ period: '2026-Q1', measure: 'tickets', division: 'all', part: 'all', level: 'area', placeId: 1 },
    ...{ added, removed },
  })
  expect(may(1, 20, [before(null, 15)])).toBe(false)
  expect(may(1, 34, [before(20, null)])).toBe(true)
})

test('what went is told of no place where it would bound a hidden figure', async () => {
  const removed = countLate([...cards(1, 20), ...cards(2, 20, 100), ...cards(3, 20, 200)])
  const standing = countLate([1, 2, 3].flatMap((area) => cards(area, 40, area * 1000)))
  const tell = async (third: number | null) => {
    const closed = [60, 60, third].flatMap((count, index) => [
      figure('area', index + 1, count),
      figure('county', index + 1, count),
    ])
    const told = await decideCorrections([of({ removed, standing, figures: closed })], protect)
    return told.filter(({ level }) => level === 'area').map(({ placeId, removed }) => [placeId, removed])
  }
  expect(await tell(60)).toEqual([
    [1, 20],
    [2, 20],
    [3, 20],
  ])
  expect(await tell(null)).toEqual([])
})

test('the classes of the country are told too, and of no place', async () => {
  const [country] = countLate(cards(1, 9)).filter(({ grain }) => grain === 'country')
  const [area] = countLate(cards(1, 9)).filter(({ grain }) => grain === 'area')
  const byMonth = { division: 'month', part: '2026-02' } as const
  const added = [...countLate(cards(1, 9)), { ...country!, ...byMonth }, { ...area!, ...byMonth }]
  const told = await decideCorrections([of({ added })], protect)
  expect(told.filter(({ division }) => division === 'month')).toEqual([
    {
      measure: 'tickets',
      ...byMonth,
      level: 'country',
      placeId: null,
      period: '2026-Q1',
      added: 9,
      removed: 0,
    },
  ])
})

test('a closing corrects the eight quarters before it', () => {
  const periods = [
    '2024-Q1',
    '2024-Q2',
    '2024-Q3',
    '2024-Q4',
    '2024',
    '2025-Q1',
    '2025-Q2',
    '2025-Q3',
    '2025-Q4',
    '2025',
    '2026-Q1',
  ]
  const publications = periods.map((period, index) => ({ period, number: index })) as Publication[]
  const corrected = correctedBy('2026-Q2', publications).map(({ period }) => period)
  expect(corrected).toHaveLength(8)
  expect(corrected[0]).toBe('2024-Q2')
  expect(corrected).not.toContain('2025')
})

test('a digest is of the corrections in whatever order, and a change of one is seen', async () => {
  const added = countLate([...cards(1, 12), ...cards(2, 12, 20), ...cards(3, 12, 40)])
  const told = await decideCorrections([of({ added })], protect)
  const asOf = new Date('2026-07-15T00:00:00Z')
  const digest = digestOfCorrections('2026-Q2', asOf, told)
  expect(digestOfCorrections('2026-Q2', asOf, [...told].reverse())).toEqual(digest)
  const forged = told.map((one) => (one.placeId === 1 ? { ...one, added: 15 } : one))
  expect(digestOfCorrections('2026-Q2', asOf, forged)).not.toEqual(digest)
  expect(correctionDifferences(told, [of({ added })])).toEqual([])
  expect(correctionDifferences(forged, [of({ added })]).map(({ told, now }) => [told, now])).toEqual([
    [15, 10],
    [15, 10],
  ])
})

/** Whatever attackers may know: each sum, the exact count of what is told, and that counts are 0 or more. */
const attackOf = (
  entries: readonly Late[],
  told: readonly Correction[],
  pieces: readonly (readonly [number, number | null])[],
) => {
  const sumAt = (is: (late: Late) => boolean) =>
    entries.filter(is).reduce((sum, { tickets }) => sum + tickets, 0)
  const cells: { level: string; true: number; seen: number | null }[] = []
  const sums: Sum[] = []
  const add = (level: string, truth: number, isTold: boolean) =>
    cells.push({ level, true: truth, seen: isTold ? truth : null }) - 1
  const isTold = (level: Level, id: number | null) => (at(told, level, id)?.added ?? null) !== null
  const piece = pieces.map(([area, county]) =>
    add(
      'piece',
      sumAt((late) => late.area === area && late.county === county),
      false,
    ),
  )
  const whole = (level: 'area' | 'county', id: number | null) => {
    const cell = add(
      level,
      sumAt((late) => late[level] === id),
      id !== null && isTold(level, id),
    )
    sums.push({
      total: cell,
      parts: piece.filter((_, index) => pieces[index]![level === 'area' ? 0 : 1] === id),
    })
    return cell
  }
  const ids = (index: 0 | 1) => [...new Set(pieces.map((one) => one[index]))]
  const popUp = add(
    'pop-up',
    sumAt(({ area }) => area === null),
    false,
  )
  const country = add(
    'country',
    sumAt(() => true),
    true,
  )
  sums.push({ total: country, parts: [...ids(0).map((id) => whole('area', id)), popUp] })
  sums.push({ total: country, parts: [...ids(1).map((id) => whole('county', id)), popUp] })
  return { cells, seen: { counts: cells.map(({ seen }) => seen), sums }, total: cells[country]!.true }
}

/** Areas of which some lie in two counties, and one in none. */
const pieces = [
  [1, 1],
  [1, 2],
  [2, 2],
  [3, 3],
  [4, 3],
  [5, 4],
  [6, 4],
  [7, null],
] as const

test('an attack on random late entries isolates no group of fewer than five cards', async () => {
  let small = 0
  let shown = 0
  for (let seed = 1; seed <= 40; seed += 1) {
    const random = randomFrom(seed)
    const entries = Array.from({ length: random.between(1, 60) }, (_, card): Late => {
      const isPopUp = random.between(1, 20) === 1
      const [area, county] = isPopUp
        ? [null, null]
        : pieces[Math.min(random.between(0, 7), random.between(0, 9))]!
      return { area, county, card, tickets: random.between(1, 3) }
    })
    const told = await decideCorrections([of({ added: countLate(entries) })], protect)
    const { cells, seen, total } = attackOf(entries, told, pieces)
    const worked = await attack(seen)
    // Of a country with fewer than five, anybody may be any of them, and nobody can hide among more.
    const width = Math.min(5, total)
    const cardsIn = (cell: number) => cells[cell]!.true
    expect([
      seed,
      givenAway(worked, (cell) => (cardsIn(cell) > 0 && cardsIn(cell) < 5 ? width : null)),
    ]).toEqual([seed, []])
    for (const { seen, true: count } of cells) small += Number(seen === null && count > 0 && count < 5)
    shown += cells.filter((one) => one.level !== 'country' && one.seen !== null).length
  }
  expect(small).toBeGreaterThan(50)
  expect(shown).toBeGreaterThan(20)
}, 60_000)
