import { sql } from 'kysely'
import type { Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import {
  type Cells,
  type ImportResult,
  type ImportRun,
  newTable,
  readRows,
  refuse,
  refusedResult,
  type Table,
} from '../lib/import-file.ts'
import { day, optional, type Reading, required, textUpTo } from '../lib/readings.ts'
import { packagedCsv } from './packaged.ts'
import { hasPostalCodes } from './queries.ts'

const columns = {
  required: ['code', 'municipality_code', 'municipality', 'source', 'licence', 'listed_on'],
  optional: ['valid_from'],
} as const
type Column = (typeof columns)['required' | 'optional'][number]

type Listed = {
  line: number
  code: string
  municipalityCode: string
  municipality: string
  validFrom: Day | null
  source: string
  licence: string
  listedOn: Day
}

const digits =
  (pattern: RegExp, reason: string): Reading<string> =>
  (text) =>
    pattern.test(text) ? { value: text } : { reason }
const fiveDigits = digits(/^\d{5}$/, 'is not 5 digits')
const officialCode = digits(/^\d{3,4}$/, 'is not 3 or 4 digits')
const aText = textUpTo(200)

const readListed = (cells: Cells<Column>, today: Day): Listed[] => {
  const code = required(cells, 'code', fiveDigits)
  const municipalityCode = required(cells, 'municipality_code', officialCode)
  const municipality = required(cells, 'municipality', aText)
  const source = required(cells, 'source', aText)
  const licence = required(cells, 'licence', aText)
  const listedOn = required(cells, 'listed_on', day('1970-01-01', today))
  const validFrom = optional(cells, 'valid_from', day('1900-01-01', '2199-12-31')) ?? null
  if (cells.isBad || !code || !municipalityCode || !municipality || !source || !licence || !listedOn)
    return []
  return [{ line: cells.line, code, municipalityCode, municipality, validFrom, source, licence, listedOn }]
}

/**
 * Imports postal codes. What the file says of a code is what holds from then on; a code that it leaves out stays, for
 * it may still be somebody's home.
 */
export const importPostalCodes = async (db: Write, run: ImportRun): Promise<ImportResult> => {
  const table = newTable()
  const rows: Listed[] = []
  for await (const batch of readRows(run.chunks, () => columns, table))
    rows.push(...batch.flatMap((cells) => readListed(cells, run.today)))
  refuseTwins(table, rows)
  if (table.problems.length > 0) return refusedResult(table)
  if (!run.isTrial) await sql`lock table postal_code in share row exclusive mode`.execute(db)
  const added = run.isTrial ? await countFresh(db, rows) : await writeCodes(db, rows)
  return { rows: table.rows, added, unchanged: table.rows - added, exceptions: {}, problems: [] }
}

const refuseTwins = (table: Table, rows: readonly Listed[]) => {
  const seen = new Map<string, number>()
  for (const { line, code } of rows) {
    const earlier = seen.get(code)
    if (earlier !== undefined) refuse(table, line, 'code', `is on line ${earlier} already`)
    seen.set(code, line)
  }
}

const asRows = (rows: readonly Listed[]) => sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r
  (code text, "municipalityCode" text, municipality text, "validFrom" date, source text, licence text, "listedOn" date)`

/** The rows that say something else than what is known of the code. */
const isFresh = sql`(p.municipality_code, p.municipality, p.valid_from, p.source, p.licence, p.listed_on)
  is distinct from (r."municipalityCode", r.municipality, r."validFrom", r.source, r.licence, r."listedOn")`

const countFresh = async (db: Write, rows: readonly Listed[]) => {
  const { rows: counted } = await sql<{ fresh: number }>`
    select count(*)::integer as fresh from ${asRows(rows)} left join postal_code p on p.code = r.code
    where ${isFresh}`.execute(db)
  return counted[0]!.fresh
}

const writeCodes = async (db: Write, rows: readonly Listed[]) => {
  const fresh = await countFresh(db, rows)
  await sql`
    insert into postal_code (code, municipality_code, municipality, valid_from, source, licence, listed_on)
    select r.code, r."municipalityCode", r.municipality, r."validFrom", r.source, r.licence, r."listedOn"
    from ${asRows(rows)} left join postal_code p on p.code = r.code where ${isFresh}
    on conflict (code) do update set municipality_code = excluded.municipality_code,
      municipality = excluded.municipality, valid_from = excluded.valid_from, source = excluded.source,
      licence = excluded.licence, listed_on = excluded.listed_on`.execute(db)
  return fresh
}

/** Gives a register that has no postal codes the list that comes with the program. */
export const fillPostalCodes = async (db: Write, keys: ImportRun['keys'], today: Day): Promise<void> => {
  if (await hasPostalCodes(db)) return
  const run = { chunks: packagedCsv(), beside: () => null, keys, today, isTrial: false, progress: () => {} }
  const [problem] = (await importPostalCodes(db, run)).problems
  if (problem) throw new Error(`The list of postal codes, line ${problem.line}: ${problem.reason}`)
}
