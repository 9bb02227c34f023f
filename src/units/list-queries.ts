import { sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { type Flags, type ListedPlace, listPlaces } from '../places/list-queries.ts'
import { hasWords, isKept, isOf, isPaused } from '../places/queries.ts'
import { kindOf, type UnitState, unitKinds } from './rules.ts'

/** What a list of units is narrowed to; an empty text means no limit. */
export type UnitFilter = {
  words: readonly string[]
  area: string
  municipality: string
  kind: string
  state: string
  attention: string
}

type Row = ListedPlace & {
  state: UnitState
  organisation: string
  kind: string
  thirdSector: boolean
  isPublic: boolean
  nameFi: string
  nameSv: string | null
  area: string
}
export type ListedUnit = Row & Flags

/** A kind is kept as its key, or as the words that an import brought. */
const isOfKind = (asked: string) => {
  if (asked === '') return sql<boolean>`true`
  const key = kindOf(asked)
  return key ? sql<boolean>`u.kind in (${key}, ${unitKinds[key]})` : sql<boolean>`u.kind = ${asked}`
}

/** In which state a unit is on the day. */
export const unitStateOn = (today: Day) => sql<UnitState>`case
  when u.closed_on <= ${today}::date then 'closed' when u.state <> 'active' then u.state
  when ${isPaused('unit', 'u.id', today)} then 'paused' else 'active' end`

const units = (scope: AreaScope, filter: UnitFilter, today: Day) => sql<Row>`
  select u.id, u.organisation_id as "organisationId", u.name, o.name as organisation, u.kind,
    u.third_sector as "thirdSector", u.is_public as "isPublic", m.name_fi as "nameFi", m.name_sv as "nameSv",
    a.name as area, x.last_registered_on as last, ${unitStateOn(today)} as state
  from issuing_unit u
  join organisation o on o.id = u.organisation_id
  join municipality m on m.id = u.municipality_id
  join area a on a.id = u.area_id
  left join unit_activity x on x.unit_id = u.id
  where u.merged_into_id is null and ${isKept(scope, 'u.area_id')} and ${isOf('u.area_id', filter.area)}
    and ${isOf('u.municipality_id', filter.municipality)} and ${isOfKind(filter.kind)}
    and ${hasWords(sql`concat_ws(' ', u.name, o.name, m.name_fi, m.name_sv)`, filter.words)}`

/** Units of the kept areas. @param page null for all of them */
export const listUnits = (
  db: Read,
  scope: AreaScope,
  filter: UnitFilter,
  today: Day,
  page: { page: number; size: number } | null,
): Promise<{ rows: ListedUnit[]; total: number }> =>
  listPlaces(db, 'unit', units(scope, filter, today), { ...filter, today }, page)

/** The kinds that units of the kept areas have, those of somebody's own words too. */
export const listKinds = async (db: Read, scope: AreaScope): Promise<string[]> => {
  const { rows } = await sql<{ kind: string }>`
    select distinct u.kind from issuing_unit u where ${isKept(scope, 'u.area_id')}`.execute(db)
  return [...new Set(rows.map(({ kind }) => kindOf(kind) ?? kind))]
}

/** How many proposals wait for the centre's answer. */
export const countRequests = async (db: Read): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) from issuer_request where answer is null`.execute(db)
  return Number(rows[0]!.count)
}
