import { expect, test, vi } from 'vitest'
import { type MadeMonth, makeMonth } from '../../test/till-month.ts'
import { guessMapping } from './column-rules.ts'
import { readLines } from './line-rules.ts'
import { matchSales } from './matching-rules.ts'
import { salesOf } from './sale-rules.ts'

// Twenty months a case: seconds of work, and more where other tests run beside it.
vi.setConfig({ testTimeout: 60_000 })

/** The whole way from the rows of an export to what is missing. */
const compare = (month: MadeMonth) => {
  const { lines } = readLines(month.rows, guessMapping(month.header, month.rows), 2)
  const { sales } = salesOf(lines)
  const matching = matchSales(
    sales.map((sale, index) => ({
      ...{ index, at: sale.at.getTime() / 60_000, day: sale.day, hasTime: sale.hasTime, event: sale.event },
      ...{ tickets: sale.adults + sale.children, card: sale.code },
    })),
    month.uses,
  )
  return { sales, lines, matching }
}

type Counts = Map<string, number>
const add = (counts: Counts, key: string, tickets: number) =>
  counts.set(key, (counts.get(key) ?? 0) + tickets)
const total = (counts: Counts) => [...counts.values()].reduce((sum, count) => sum + count, 0)
const common = (one: Counts, other: Counts) =>
  [...one].reduce((sum, [key, count]) => sum + Math.min(count, other.get(key) ?? 0), 0)

/** Tickets said to be missing and tickets that are: by day, and by the very line of the till. */
const score = (months: MadeMonth[]) => {
  const sums = { said: 0, lost: 0, byDay: 0, byLine: 0 }
  for (const month of months) {
    const { matching, sales, lines } = compare(month)
    const receiptOf = new Map(lines.map(({ number, receipt }) => [number, receipt]))
    const found = { day: new Map(), line: new Map() } satisfies Record<string, Counts>
    const lost = { day: new Map(), line: new Map() } satisfies Record<string, Counts>
    for (const { sale, tickets } of matching.missing) {
      add(found.day, sale.day, tickets)
      add(found.line, receiptOf.get(sales[sale.index]!.number)!, tickets)
    }
    for (const { day, receipt, tickets } of month.lost) {
      add(lost.day, day, tickets)
      add(lost.line, receipt, tickets)
    }
    sums.said += total(found.day)
    sums.lost += total(lost.day)
    sums.byDay += common(found.day, lost.day)
    sums.byLine += common(found.line, lost.line)
  }
  return sums
}

/** Of a hundred that there are, how many are found; and of a hundred that are found, how many there are. */
const share = (hits: number, of: number) => (of === 0 ? 1 : hits / of)

const seeds = Array.from({ length: 20 }, (_, seed) => seed + 1)

test.each([
  ['theatre', 0, 0],
  ['theatre', 0.05, 0.03],
  ['theatre', 0.2, 0.03],
  ['hall', 0, 0.03],
  ['hall', 0.05, 0.03],
  ['hall', 0.2, 0.03],
] as const)(
  '%s: of %d missing, with %d lines twice, at least 99 of a hundred are found, and no others',
  (kind, missing, doubled) => {
    const months = seeds.map((seed) => makeMonth(seed, { kind, missing, doubled }))
    const { said, lost, byDay } = score(months)
    expect(lost > 0).toBe(missing > 0)
    expect(share(byDay, lost)).toBeGreaterThanOrEqual(0.99)
    expect(share(byDay, said)).toBeGreaterThanOrEqual(0.99)
  },
)

test('where the export names the card, the very line is found', () => {
  const months = seeds.map((seed) =>
    makeMonth(seed, { kind: 'theatre', missing: 0.2, doubled: 0.03, withCodes: true }),
  )
  const { said, lost, byLine } = score(months)
  expect(share(byLine, lost)).toBeGreaterThanOrEqual(0.99)
  expect(share(byLine, said)).toBeGreaterThanOrEqual(0.99)
})
