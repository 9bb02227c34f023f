import { sql } from 'kysely'
import type { Write } from '../db/db.ts'
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
import { oneOf, optional, type Reading, required, textUpTo } from '../lib/readings.ts'

const columns = {
  required: ['code', 'municipality_fi', 'municipality_sv', 'country', 'county_code', 'county', 'county_sv'],
  optional: [],
} as const
type Column = (typeof columns)['required'][number]

type Official = {
  line: number
  code: string | null
  nameFi: string
  nameSv: string | null
  country: string
  countyCode: string | null
  county: string | null
  countySv: string | null
}

const digits =
  (count: number): Reading<string> =>
  (text) =>
    new RegExp(`^\\d{${count}}$`).test(text) ? { value: text } : { reason: `is not ${count} digits` }
const aName = textUpTo(200)

const readOfficial = (cells: Cells<Column>): Official[] => {
  const country = required(cells, 'country', oneOf(['fi', 'se']))?.toUpperCase()
  const code = optional(cells, 'code', digits(country === 'SE' ? 4 : 3)) ?? null
  const nameFi = required(cells, 'municipality_fi', aName)
  const nameSv = optional(cells, 'municipality_sv', aName) ?? null
  const countyCode = optional(cells, 'county_code', digits(2)) ?? null
  const county = optional(cells, 'county', aName) ?? null
  const countySv = optional(cells, 'county_sv', aName) ?? null
  if (countyCode && !county) refuseCell(cells, 'county', 'is empty though it has a code')
  if (cells.isBad || !nameFi || !country) return []
  return [{ line: cells.line, code, nameFi, nameSv, country, countyCode, county, countySv }]
}

/**
 * Imports the municipalities of the country with their official codes and counties. A municipality that is known by
 * its code or, without one, by its name gets what it lacks; one that is known otherwise is refused.
 */
export const importMunicipalities = async (db: Write, run: ImportRun): Promise<ImportResult> => {
  const table = newTable()
  const rows: Official[] = []
  for await (const batch of readRows(run.chunks, () => columns, table))
    rows.push(...batch.flatMap((cells) => readOfficial(cells)))
  run.progress('checking', 0)
  if (!run.isTrial) await sql`lock table county, municipality in share row exclusive mode`.execute(db)
  refuseTwins(table, rows)
  const fresh = await refuseChanged(db, table, rows)
  if (table.problems.length > 0) return refusedResult(table)
  if (!run.isTrial && fresh.length > 0) await writeMunicipalities(db, fresh)
  const added = fresh.length
  return { rows: table.rows, added, unchanged: table.rows - added, exceptions: {}, problems: [] }
}

const refuseTwins = (table: Table, rows: readonly Official[]) => {
  const seen = new Map<string, number>()
  for (const { line, code, nameFi } of rows)
    for (const [column, value] of [
      ['code', code],
      ['municipality_fi', nameFi],
    ] as const) {
      if (value === null) continue
      const earlier = seen.get(`${column} ${value}`)
      if (earlier !== undefined) refuse(table, line, column, `is on line ${earlier} already`)
      seen.set(`${column} ${value}`, line)
    }
}

type Known = Omit<Official, 'line'>

/** @returns the rows that say something the register does not have yet */
const refuseChanged = async (db: Write, table: Table, rows: readonly Official[]): Promise<Official[]> => {
  const { rows: known } = await sql<Known>`
    select m.code, m.name_fi as "nameFi", m.name_sv as "nameSv", m.country, c.code as "countyCode",
      c.name as county, c.name_sv as "countySv"
    from municipality m left join county c on c.id = m.county_id`.execute(db)
  const byCode = new Map(known.map((one) => [one.code, one]))
  const byName = new Map(known.map((one) => [one.nameFi, one]))
  return rows.filter((row) => {
    const one = (row.code === null ? undefined : byCode.get(row.code)) ?? byName.get(row.nameFi)
    if (!one) return true
    const differs = (column: Column, of: keyof Known) => {
      const isOther = row[of] !== null && one[of] !== null && row[of] !== one[of]
      if (isOther) refuse(table, row.line, column, 'is not what is known of this municipality')
      return isOther
    }
    const others = [
      differs('code', 'code'),
      differs('municipality_fi', 'nameFi'),
      differs('municipality_sv', 'nameSv'),
      differs('country', 'country'),
      differs('county', 'county'),
      differs('county_code', 'countyCode'),
      differs('county_sv', 'countySv'),
    ]
    const says = ['code', 'nameSv', 'countyCode', 'county', 'countySv'] as const
    return !others.includes(true) && says.some((of) => row[of] !== null && one[of] === null)
  })
}

const writeMunicipalities = async (db: Write, fresh: readonly Official[]) => {
  const rows = sql`jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as r
    (code text, "nameFi" text, "nameSv" text, country text, "countyCode" text, county text, "countySv" text)`
  await sql`
    insert into county as c (code, name, name_sv)
    select distinct r."countyCode", r.county, r."countySv" from ${rows} where r.county is not null order by 2
    on conflict (name) do update set code = coalesce(c.code, excluded.code),
      name_sv = coalesce(c.name_sv, excluded.name_sv)`.execute(db)
  await sql`
    insert into municipality as m (code, name_fi, name_sv, country, county_id)
    select r.code, r."nameFi", r."nameSv", r.country, c.id from ${rows} left join county c on c.name = r.county
    order by r."nameFi"
    on conflict (name_fi) do update set code = coalesce(m.code, excluded.code),
      name_sv = coalesce(m.name_sv, excluded.name_sv), county_id = coalesce(m.county_id, excluded.county_id)`.execute(
    db,
  )
}
