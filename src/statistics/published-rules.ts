import type { Day } from '../lib/dates.ts'
import { type Category, categories } from '../network/rules.ts'
import { csvOf, type YearlyRow } from './rules.ts'

type Cells = Record<Category, number | null>

/** A year that somebody published before this register was kept: totals alone, no card and no use. Null: not told. */
export type PublishedYear = {
  year: number
  cardsRegistered: number | null
  cardsTakenIntoUse: number | null
  adult: Cells
  child: Cells
  total: number | null
  municipalities: number | null
  /** Where it was published, in the words of who imported it. */
  source: string
  /** The day of which its figures were. */
  asOf: Day
}

/** A year as the national table shows it: counted here, or published elsewhere. */
export type ShownYear = Omit<PublishedYear, 'source' | 'asOf'> & {
  published: Pick<PublishedYear, 'source' | 'asOf'> | null
}

/**
 * The national table: what the register counts, and the years that are not in it. A year is one or the other, never a mix:
 * where the register has rows of its own, they are the year, and what was published first is told beside the table.
 */
export const nationalTable = (
  counted: readonly YearlyRow[],
  published: readonly PublishedYear[],
): { rows: ShownYear[]; superseded: PublishedYear[] } => {
  const isCounted = ({ year }: PublishedYear) => counted.some((row) => row.year === year)
  const only = published.filter((one) => !isCounted(one))
  const rows = [
    ...counted.map((row): ShownYear => ({ ...row, published: null })),
    ...only.map(({ source, asOf, ...row }): ShownYear => ({ ...row, published: { source, asOf } })),
  ]
  return { rows: rows.sort((a, b) => a.year - b.year), superseded: published.filter(isCounted) }
}

const yearlyHeader = [
  'year',
  'cards_registered',
  'cards_taken_into_use',
  ...categories.map((category) => `uses_adult_${category}`),
  ...categories.map((category) => `uses_child_${category}`),
  'uses_total',
  'municipalities',
  'source',
  'as_of',
]

/** A text that others wrote, as one cell, and never as a formula of a spreadsheet. */
const quoted = (text: string) => `"${(/^[=+\-@]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** The national table as a file; a blank cell is an empty one. `source` and `as_of` mark a year published elsewhere. */
export const yearlyCsv = (rows: readonly ShownYear[]): string =>
  csvOf(
    yearlyHeader,
    rows.map((row) => [
      row.year,
      row.cardsRegistered,
      row.cardsTakenIntoUse,
      ...categories.map((category) => row.adult[category]),
      ...categories.map((category) => row.child[category]),
      row.total,
      row.municipalities,
      row.published && quoted(row.published.source),
      row.published?.asOf ?? null,
    ]),
  )
