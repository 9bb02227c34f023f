import { sql } from 'kysely'
import type { Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import {
  type Cells,
  type Columns,
  type ImportResult,
  type ImportRun,
  newTable,
  readRows,
  refuse,
  refuseCell,
  refusedResult,
  type Table,
  textOf,
} from '../lib/import-file.ts'
import { day, oneOf, optional, required, textUpTo, yesOrNo } from '../lib/readings.ts'
import { type Phase, phases } from './rules.ts'
import { type HistoryRow, historyRow, periodsOf } from './timeline.ts'

/** Our own columns: one row for each time that a municipality belongs to an area in one phase. */
const ownColumns = {
  required: [
    ...(['area', 'county', 'municipality_fi', 'municipality_sv', 'country'] as const),
    ...(['phase', 'phase_from', 'phase_until', 'cross_use'] as const),
  ],
  optional: [],
} as const
/** The columns of the public list of municipalities, as it is kept in data/network. */
const listColumns = {
  required: ['area', 'municipality_fi', 'municipality_sv', 'country', 'status', 'as_of'],
  optional: ['source'],
} as const
const timelineColumns = {
  required: ['area', 'phase', 'start', 'end'],
  optional: ['source'],
} as const
type Column = (typeof ownColumns)['required'][number] | (typeof listColumns)['required' | 'optional'][number]

/** What a row says of a municipality for a time. Null says nothing: it fits whatever the register has. */
type Wanted = {
  line: number
  area: string
  county: string | null
  nameFi: string
  nameSv: string | null
  country: 'FI' | 'SE' | null
  phase: Phase
  from: Day | null
  until: Day | null
  crossUse: boolean
  preliminary: boolean | null
}

/**
 * Imports areas, counties, municipalities and the times in which these belong to areas. A municipality, area or
 * county is made when new.
 */
export const importNetwork = async (db: Write, run: ImportRun): Promise<ImportResult> => {
  const table = newTable()
  const rows: Cells<Column>[] = []
  const columnsOf = (header: readonly string[]): Columns<Column> =>
    header.includes('status') ? listColumns : ownColumns
  for await (const batch of readRows(run.chunks, columnsOf, table)) rows.push(...batch)
  const isList = table.header.includes('status')
  const history = isList ? await readHistory(run, table) : { rows: [], unclear: 0 }
  const wanted = rows.flatMap((cells) => (isList ? readListed(cells, history.rows) : readOwn(cells)))

  run.progress('checking', 0)
  if (!run.isTrial)
    await sql`lock table area, county, municipality, area_membership in share row exclusive mode`.execute(db)
  const fresh = await refuseChanged(db, table, wanted)
  if (table.problems.length > 0) return refusedResult(table)

  const added = new Set(fresh.map(({ line }) => line)).size
  if (!run.isTrial) await writeAreas(db, fresh)
  const exceptions: Record<string, number> =
    history.unclear > 0 ? { 'timeline-row-unclear': history.unclear } : {}
  return { rows: table.rows, added, unchanged: table.rows - added, exceptions, problems: [] }
}

const timeline = 'area_timeline.csv'

/** The history beside the list. Its mistakes are told as those of the list's first line. */
const readHistory = async (
  run: ImportRun,
  table: Table,
): Promise<{ rows: HistoryRow[]; unclear: number }> => {
  const chunks = run.beside(timeline)
  const read: (HistoryRow | null)[] = []
  if (!chunks) return { rows: [], unclear: 0 }
  const beside = newTable()
  for await (const rows of readRows(chunks, () => timelineColumns, beside))
    for (const cells of rows) {
      const text = (column: 'area' | 'phase' | 'start' | 'end') => textOf(cells, column) ?? ''
      read.push(
        historyRow({ area: text('area'), phase: text('phase'), start: text('start'), end: text('end') }),
      )
    }
  for (const { line, column, reason } of beside.problems)
    refuse(table, 1, null, `${timeline}, line ${line}${column === null ? '' : `, ${column}`}: ${reason}`)
  const rows = read.filter((row) => row !== null)
  return { rows, unclear: read.length - rows.length }
}

const name = textUpTo(200)

const readMunicipality = (cells: Cells<Column>) => ({
  line: cells.line,
  area: required(cells, 'area', name),
  nameFi: required(cells, 'municipality_fi', name),
  nameSv: optional(cells, 'municipality_sv', name) ?? null,
  country: (optional(cells, 'country', (text) => oneOf(['fi', 'se'])(text))?.toUpperCase() ??
    null) as Wanted['country'],
})

const readOwn = (cells: Cells<Column>): Wanted[] => {
  const municipality = readMunicipality(cells)
  const aDay = day('1900-01-01', '2200-12-31')
  const county = optional(cells, 'county', name) ?? null
  const phase = required(cells, 'phase', oneOf<Phase>(phases))
  const from = optional(cells, 'phase_from', aDay) ?? null
  const until = optional(cells, 'phase_until', aDay) ?? null
  const crossUse = optional(cells, 'cross_use', yesOrNo) ?? true
  if (from && until && until < from) refuseCell(cells, 'phase_until', 'is before phase_from')
  const { area, nameFi } = municipality
  if (cells.isBad || !area || !nameFi || !phase) return []
  return [{ ...municipality, area, nameFi, county, phase, from, until, crossUse, preliminary: null }]
}

/** The list says who uses the card and who is coming; since when, the timeline beside it tells where it can. */
const readListed = (cells: Cells<Column>, history: readonly HistoryRow[]): Wanted[] => {
  const municipality = readMunicipality(cells)
  const status = required(cells, 'status', oneOf(['in_use_or_pilot', 'pilot_or_coming_2026']))
  const asOf = required(cells, 'as_of', day('2015-01-01', '2200-12-31'))
  const { area, nameFi } = municipality
  if (cells.isBad || !area || !nameFi || !asOf) return []
  const known = { ...municipality, area, nameFi, county: null }
  if (status === 'pilot_or_coming_2026')
    return [{ ...known, phase: 'preparing', from: null, until: null, crossUse: true, preliminary: true }]
  return periodsOf(nameFi, area, history, asOf).map((period) => ({ ...known, ...period, preliminary: false }))
}

type Standing = Omit<Wanted, 'line' | 'preliminary'> & { line: number | null; preliminary: boolean }

const overlaps = (a: Standing | Wanted, b: Standing | Wanted) =>
  (a.from ?? '') <= (b.until ?? '9999') && (b.from ?? '') <= (a.until ?? '9999')

const isSame = (wanted: Wanted, standing: Standing) =>
  wanted.area === standing.area &&
  (wanted.county === null || wanted.county === standing.county) &&
  wanted.phase === standing.phase &&
  wanted.from === standing.from &&
  wanted.until === standing.until &&
  wanted.crossUse === standing.crossUse &&
  (wanted.preliminary === null || wanted.preliminary === standing.preliminary)

/** @returns what the register does not have yet */
const refuseChanged = async (db: Write, table: Table, wanted: readonly Wanted[]): Promise<Wanted[]> => {
  const { rows: municipalities } = await sql<Pick<Wanted, 'nameFi' | 'nameSv' | 'country'>>`
    select name_fi as "nameFi", name_sv as "nameSv", country from municipality`.execute(db)
  const { rows: memberships } = await sql<Standing>`
    select null as line, a.name as area, c.name as county, m.name_fi as "nameFi", m.name_sv as "nameSv", m.country,
      s.phase, s.phase_from as from, s.phase_until as until, s.cross_use as "crossUse", s.preliminary
    from area_membership s join area a on a.id = s.area_id join municipality m on m.id = s.municipality_id
    left join county c on c.id = m.county_id`.execute(db)
  const known = new Map(municipalities.map((municipality) => [municipality.nameFi, municipality]))
  const standing = new Map<string, Standing[]>()
  for (const time of memberships) standing.set(time.nameFi, [...(standing.get(time.nameFi) ?? []), time])
  const fresh: Wanted[] = []
  for (const row of wanted) {
    const { line, nameFi, nameSv, country } = row
    const one = known.get(nameFi) ?? { nameFi, nameSv, country: country ?? 'FI' }
    known.set(nameFi, { ...one, nameSv: one.nameSv ?? nameSv })
    if (nameSv && one.nameSv && nameSv !== one.nameSv)
      refuse(table, line, 'municipality_sv', 'is not the name that is known for this municipality')
    if (country && country !== one.country)
      refuse(table, line, 'country', 'is not the country that is known for this municipality')
    const times = standing.get(nameFi) ?? []
    const other = times.find((time) => overlaps(row, time))
    if (other && other.line === null && isSame(row, other)) continue
    if (other)
      refuse(
        table,
        line,
        'municipality_fi',
        other.line === null
          ? 'is in the register with other data for that time'
          : `has the same time on line ${other.line} already`,
      )
    standing.set(nameFi, [...times, { ...row, preliminary: row.preliminary ?? false }])
    fresh.push(row)
  }
  return fresh
}

const writeAreas = async (db: Write, fresh: readonly Wanted[]) => {
  for (const row of fresh) {
    if (row.county)
      await sql`insert into county (name) values (${row.county}) on conflict do nothing`.execute(db)
    await sql`
      insert into municipality (name_fi, name_sv, country, county_id)
      values (${row.nameFi}, ${row.nameSv}, ${row.country ?? 'FI'}, (select id from county where name = ${row.county}))
      on conflict (name_fi) do update set name_sv = coalesce(municipality.name_sv, excluded.name_sv),
        county_id = coalesce(municipality.county_id, excluded.county_id)`.execute(db)
    await sql`insert into area (name) values (${row.area}) on conflict do nothing`.execute(db)
    await sql`
      insert into area_membership (area_id, municipality_id, phase, phase_from, phase_until, cross_use, preliminary)
      select a.id, m.id, ${row.phase}, ${row.from}::date, ${row.until}::date, ${row.crossUse}, ${row.preliminary ?? false}
      from area a, municipality m where a.name = ${row.area} and m.name_fi = ${row.nameFi}`.execute(db)
  }
}
