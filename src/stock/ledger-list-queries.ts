import { sql } from 'kysely'
import type { AreaScope, UnitScope } from '../access.ts'
import { codeHashes, type ReadCode } from '../codes/rules.ts'
import type { Read, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import type { Day } from '../lib/dates.ts'
import { alphabetically, isKept } from '../places/queries.ts'
import { listPieces, stockRanges } from './ledger-queries.ts'
import type { Held, PlaceKey } from './ledger-rules.ts'
import type { Serials, StockPlace, StockRange } from './rules.ts'

/** A place that has stock or could have: how many cards are ready there, on their way there, and blocked. */
export type StockCount = {
  kind: PlaceKey['kind']
  /** 0 for the centre. */
  id: number
  name: string
  areaId: number
  personal: number
  community: number
  way: number
  blocked: number
}

const counts = sql`
  coalesce(sum(r.last_serial - r.first_serial + 1) filter (where r.place in ('centre', 'area', 'unit')
    and r.card_type = 'personal'), 0)::int as personal,
  coalesce(sum(r.last_serial - r.first_serial + 1) filter (where r.place in ('centre', 'area', 'unit')
    and r.card_type = 'community'), 0)::int as community,
  coalesce(sum(r.last_serial - r.first_serial + 1) filter (where r.place = 'way'), 0)::int as way,
  coalesce(sum(r.last_serial - r.first_serial + 1) filter (where r.place = 'blocked'), 0)::int as blocked`

/** The areas and units that are kept; those that have closed only while something lies there. The centre's own first. */
export const countStock = async (db: Read, scope: AreaScope, today: Day): Promise<StockCount[]> => {
  const { rows } = await sql<StockCount>`
    select * from (
      select 'centre' as kind, 0 as id, '' as name, 0 as "areaId", ${counts}
      from stock_range r where r.area_id is null and r.unit_id is null and ${scope.areaId}::int is null
      having ${scope.areaId}::int is null
      union all
      select 'area', a.id, a.name, a.id, ${counts}
      from area a left join stock_range r on r.area_id = a.id
      where ${isKept(scope, 'a.id')} group by a.id
      union all
      select 'unit', u.id, u.name, u.area_id, ${counts}
      from issuing_unit u left join stock_range r on r.unit_id = u.id
      where ${isKept(scope, 'u.area_id')} and u.merged_into_id is null
      group by u.id having count(r.*) > 0 or (u.state = 'active' and (u.closed_on is null or u.closed_on > ${today}::date))
    ) places order by kind = 'unit', kind = 'area', ${alphabetically(sql`name`)}, id`.execute(db)
  return rows
}

/** One's own unit, in the same words. */
export const countOwnStock = async (db: Read, { unitId }: UnitScope): Promise<StockCount> => {
  const { rows } = await sql<StockCount>`
    select 'unit' as kind, u.id, u.name, u.area_id as "areaId", ${counts}
    from issuing_unit u left join stock_range r on r.unit_id = u.id where u.id = ${unitId} group by u.id`.execute(
    db,
  )
  return rows[0]!
}

/** What lies at a place, by number: ready, on its way there, or blocked. */
export const listStockAt = (
  db: Read,
  key: PlaceKey,
  page: { page: number; size: number },
): Promise<StockRange[]> =>
  stockRanges(db)
    .where('r.area_id', key.kind === 'area' ? '=' : 'is', key.kind === 'area' ? key.id : null)
    .where('r.unit_id', key.kind === 'unit' ? '=' : 'is', key.kind === 'unit' ? key.id : null)
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute()

export const countRangesAt = async (db: Read, key: PlaceKey): Promise<number> => {
  const { ranges } = await db
    .selectFrom('stock_range as r')
    .select((eb) => eb.fn.countAll<number>().as('ranges'))
    .where('r.area_id', key.kind === 'area' ? '=' : 'is', key.kind === 'area' ? key.id : null)
    .where('r.unit_id', key.kind === 'unit' ? '=' : 'is', key.kind === 'unit' ? key.id : null)
    .executeTakeFirstOrThrow()
  return Number(ranges)
}

/** What of these numbers lies in stock and what has been registered, as far as whoever asks may know. */
export const findHeld = async (db: Read, serials: Serials): Promise<Held> => {
  const pieces = await listPieces(db, serials)
  const { rows } = await sql<Serials>`
    select first::float8 as first, last::float8 as last from stock_given(${serials.first}::bigint, ${serials.last}::bigint)`.execute(
    db,
  )
  return { pieces, given: rows }
}

/** Nothing leaves or enters the stock until the transaction ends: what was looked at is what is moved. */
export const holdStock = (db: Write) => sql`select stock_hold(null)`.execute(db)

/** The number of the card that a code names: null for one that is older than numbers. */
export const findByCode = async (
  db: Read,
  keys: Keys,
  code: ReadCode,
): Promise<{ serial: number | null; given: boolean } | undefined> => {
  const [legacy, fresh] = codeHashes(keys.cardCode, code)
  const { rows } = await sql<{ serial: number | null; given: boolean }>`
    select serial::float8 as serial, given from stock_by_code(${legacy}::bytea, ${fresh}::bytea)`.execute(db)
  return rows[0]
}

/** A place with its name, as a movement or a range has it. `made`: where new cards come from. */
type NamedPlace = { place: StockPlace | 'made'; area: string | null; unit: string | null }
export type Movement = Serials & {
  cards: number
  from: NamedPlace
  to: NamedPlace
  reason: string | null
  at: Date
  /** In which role, and of which place; null for the command line and whoever is known no more. */
  role: 'centre' | 'coordinator' | 'issuer' | null
  rolePlace: string | null
}

const mostMovements = 200

/** What has been moved of these numbers, the latest first, as far as it went to or from one's own. */
export const listMovements = async (db: Read, { first, last }: Serials): Promise<Movement[]> => {
  const { rows } = await sql<Movement>`
    select m.first_serial as first, m.last_serial as last, m.cards, m.reason, m.moved_at as at,
      json_build_object('place', m.from_place, 'area', fa.name, 'unit', fu.name) as "from",
      json_build_object('place', m.to_place, 'area', ta.name, 'unit', tu.name) as "to",
      w.role, w.place as "rolePlace"
    from stock_movement m
    left join area fa on fa.id = m.from_area_id left join issuing_unit fu on fu.id = m.from_unit_id
    left join area ta on ta.id = m.to_area_id left join issuing_unit tu on tu.id = m.to_unit_id
    -- An account with several roles acted in the widest that it had then.
    left join lateral (
      select r.role, coalesce(a.name, u.name) as place from account_role r
      left join area a on a.id = r.area_id left join issuing_unit u on u.id = r.unit_id
      where r.account_id = case when m.moved_by ~ '^account:[0-9a-f-]{36}$' then substr(m.moved_by, 9)::uuid end
        and r.role in ('centre', 'coordinator', 'issuer') and (r.ended_at is null or r.ended_at > m.moved_at)
      order by array_position(array['centre', 'coordinator', 'issuer'], r.role) limit 1
    ) w on true
    where int8range(m.first_serial, m.last_serial, '[]') && int8range(${first}, ${last}, '[]')
    order by m.id desc limit ${mostMovements}`.execute(db)
  return rows
}

export type Choice = { key: string; name: string; areaId: number }

/** Where one can send cards: open units and the areas themselves. */
export const listReceivers = async (db: Read, scope: AreaScope, today: Day): Promise<Choice[]> => {
  const { rows } = await sql<Choice>`
    select * from (
      select 'area-' || a.id as key, a.name, a.id as "areaId" from area a where ${isKept(scope, 'a.id')}
      union all
      select 'unit-' || u.id, u.name, u.area_id from issuing_unit u where ${isKept(scope, 'u.area_id')}
        and u.merged_into_id is null and u.state = 'active' and (u.closed_on is null or u.closed_on > ${today}::date)
    ) places order by key like 'unit-%', ${alphabetically(sql`name`)}, key`.execute(db)
  return rows
}

/** The names of the places that some ranges lie at. The network is public knowledge. */
export const nameRanges = async (
  db: Read,
  ranges: readonly StockRange[],
): Promise<(StockRange & { area: string | null; unit: string | null })[]> => {
  const [areaIds, unitIds] = (['areaId', 'unitId'] as const).map((name) => [
    ...new Set(ranges.flatMap((range) => range[name] ?? [])),
  ])
  const { rows } = await sql<{ kind: string; id: number; name: string }>`
    select 'area' as kind, id, name from area where id = any(${areaIds}::int[])
    union all select 'unit', id, name from issuing_unit where id = any(${unitIds}::int[])`.execute(db)
  const nameOf = (kind: string, id: number | null) =>
    rows.find((row) => row.kind === kind && row.id === id)?.name ?? null
  return ranges.map((range) => ({
    ...range,
    area: nameOf('area', range.areaId),
    unit: nameOf('unit', range.unitId),
  }))
}
