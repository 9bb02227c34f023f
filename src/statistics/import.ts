import type { Write } from '../db/db.ts'
import { type Day, yearOf } from '../lib/dates.ts'
import {
  type Cells,
  type ImportResult,
  type ImportRun,
  newTable,
  readRows,
  refuse,
  refuseCell,
  refusedResult,
  type Table,
} from '../lib/import-file.ts'
import { day, optional, type Reading, required, textUpTo, whole } from '../lib/readings.ts'
import { categories } from '../network/rules.ts'
import { listPublishedYears, removePublishedYear, savePublishedYear } from './published-queries.ts'
import type { PublishedYear } from './published-rules.ts'
import { listYearCounts } from './queries.ts'
import { sumOf } from './rules.ts'

/** The columns of our own open data, `/api/v1/statistics/yearly.csv`: what it gives, this takes. */
const columns = {
  required: [
    ...(['year', 'cards_registered', 'cards_taken_into_use'] as const),
    ...categories.map((category) => `uses_adult_${category}` as const),
    ...categories.map((category) => `uses_child_${category}` as const),
    ...(['uses_total', 'municipalities', 'source', 'as_of'] as const),
  ],
  optional: [],
} as const
type Column = (typeof columns)['required'][number]

/** @property figures null where the row tells no figure at all: the year is taken away */
type Listed = { line: number; year: number; figures: PublishedYear | null }

const firstYear = 2015
const mostCounted = 10_000_000

const yearUntil =
  (last: number): Reading<number> =>
  (text) => {
    if (!/^\d{4}$/.test(text)) return { reason: 'is not a year; write it as 2017' }
    const year = Number(text)
    if (year < firstYear) return { reason: `is before ${firstYear}` }
    return year > last ? { reason: `is after ${last}` } : { value: year }
  }

const readListed = (cells: Cells<Column>, today: Day): Listed[] => {
  const count = (column: Column) => optional(cells, column, whole(mostCounted)) ?? null
  const by = (who: 'adult' | 'child') =>
    Object.fromEntries(
      categories.map((category) => [category, count(`uses_${who}_${category}`)]),
    ) as PublishedYear['adult']
  const year = required(cells, 'year', yearUntil(yearOf(today)))
  const [cardsRegistered, cardsTakenIntoUse] = [count('cards_registered'), count('cards_taken_into_use')]
  const [adult, child] = [by('adult'), by('child')]
  const [total, municipalities] = [count('uses_total'), count('municipalities')]
  const told = [cardsRegistered, cardsTakenIntoUse, total, municipalities]
  const isTold = [...told, ...Object.values(adult), ...Object.values(child)].some((value) => value !== null)
  const asOf = optional(cells, 'as_of', day(`${firstYear}-01-01`, today))
  const source = optional(cells, 'source', textUpTo(200))
  if (isTold && source === null) refuseCell(cells, 'source', 'is empty: say where the year was published')
  if (isTold && asOf === null) refuseCell(cells, 'as_of', 'is empty: say of which day the figures are')
  if (cells.isBad || year === undefined) return []
  if (!isTold || !source || !asOf) return [{ line: cells.line, year, figures: null }]
  const figures = {
    year,
    cardsRegistered,
    cardsTakenIntoUse,
    adult,
    child,
    total,
    municipalities,
    source,
    asOf,
  }
  return [{ line: cells.line, year, figures }]
}

/** A year is published once in a file, and not at all where the register counts it itself. */
const refuseKnown = (table: Table, rows: readonly Listed[], counted: ReadonlySet<number>) => {
  const seen = new Map<number, number>()
  for (const { line, year, figures } of rows) {
    const earlier = seen.get(year)
    if (earlier !== undefined) refuse(table, line, 'year', `is on line ${earlier} already`)
    else if (figures && counted.has(year))
      refuse(table, line, 'year', 'has cards or uses of its own in the register, which counts it')
    seen.set(year, line)
  }
}

/** Kept as published, but counted: the parts of some published years do not add up to their total. */
const hasOddTotal = ({ figures }: Listed) => {
  if (!figures || figures.total === null) return false
  const parts = sumOf(figures.adult) + sumOf(figures.child)
  return parts > 0 && parts !== figures.total
}

/** All that is told of a year, in one order: the database has an order of its own. */
const factsOf = (one: PublishedYear) =>
  JSON.stringify([
    ...[one.cardsRegistered, one.cardsTakenIntoUse, one.total, one.municipalities, one.source, one.asOf],
    ...categories.flatMap((category) => [one.adult[category], one.child[category]]),
  ])

/**
 * Imports years that exist only as published totals. What the file says of a year replaces what was known of it; a year
 * that it leaves out stays, and one without any figure is taken away.
 */
export const importYearly = async (db: Write, run: ImportRun): Promise<ImportResult> => {
  const table = newTable()
  const rows: Listed[] = []
  for await (const batch of readRows(run.chunks, () => columns, table))
    rows.push(...batch.flatMap((cells) => readListed(cells, run.today)))
  refuseKnown(table, rows, new Set((await listYearCounts(db)).map(({ year }) => year)))
  if (table.problems.length > 0) return refusedResult(table)
  const known = new Map((await listPublishedYears(db)).map((one) => [one.year, one]))
  const changed = rows.filter(({ year, figures }) => {
    const before = known.get(year)
    return figures === null
      ? before !== undefined
      : before === undefined || factsOf(before) !== factsOf(figures)
  })
  if (!run.isTrial)
    for (const { year, figures } of changed)
      await (figures ? savePublishedYear(db, figures) : removePublishedYear(db, year))
  const exceptions = {
    'total differs from its parts': rows.filter(hasOddTotal).length,
    'year without figures taken away': changed.filter(({ figures }) => figures === null).length,
  }
  return {
    rows: table.rows,
    added: changed.length,
    unchanged: table.rows - changed.length,
    exceptions: Object.fromEntries(Object.entries(exceptions).filter(([, count]) => count > 0)),
    problems: [],
  }
}
