import type { NetworkTotals } from '../network/rules.ts'
import type { ShownYear } from './published-rules.ts'
import { sumOf } from './rules.ts'

/** All years of the national table together. */
export type YearTotals = {
  /** The first year with anything; null while there is none. */
  since: number | null
  cards: number
  tickets: number
  children: number
  /** The years of which only published totals are known; they are in the sums as far as they tell. */
  published: number[]
  /** Of those: the years that leave out some of the sums. */
  incomplete: number[]
}

export type Totals = YearTotals & NetworkTotals

const childrenOf = ({ child }: ShownYear) => sumOf(child)
const ticketsOf = ({ total, adult, child }: ShownYear) => total ?? sumOf(adult) + sumOf(child)
const sum = (rows: readonly ShownYear[], pick: (row: ShownYear) => number) =>
  rows.reduce((total, row) => total + pick(row), 0)

const isIncomplete = (row: ShownYear) =>
  row.cardsRegistered === null ||
  ticketsOf(row) === 0 ||
  Object.values(row.child).every((count) => count === null)

/** Sums the national table: each year once, counted here or published elsewhere. */
export const totalsOf = (rows: readonly ShownYear[]): YearTotals => {
  const published = rows.filter((row) => row.published !== null)
  return {
    since: rows[0]?.year ?? null,
    cards: sum(rows, ({ cardsRegistered }) => cardsRegistered ?? 0),
    tickets: sum(rows, ticketsOf),
    children: sum(rows, childrenOf),
    published: published.map(({ year }) => year),
    incomplete: published.filter(isIncomplete).map(({ year }) => year),
  }
}

/** Years as people write them: `2015–2017, 2019`. */
export const spansOf = (years: readonly number[]): string =>
  years
    .reduce<[number, number][]>((spans, year) => {
      const last = spans.at(-1)
      if (last && last[1] === year - 1) last[1] = year
      else spans.push([year, year])
      return spans
    }, [])
    .map(([from, until]) => (from === until ? String(from) : `${from}–${until}`))
    .join(', ')
