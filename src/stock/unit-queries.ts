import { type SqlBool, sql } from 'kysely'
import type { AreaScope, UnitScope } from '../access.ts'
import type { CardType } from '../cards/rules.ts'
import type { Read } from '../db/db.ts'
import { addDays, type Day } from '../lib/dates.ts'
import { type Pace, paceWeeks } from './forecast-rules.ts'
import { stockRanges } from './ledger-queries.ts'
import type { Serials, StockRange } from './rules.ts'

/** Whose own stock: a unit's, an area's, or (without an area) the national centre's. */
export type StockScope = UnitScope | AreaScope

/** What lies at the one itself, or is on its way there; not what lies at the units that a keeper keeps. */
const isOwn = (scope: StockScope) =>
  'unitId' in scope
    ? sql<SqlBool>`r.unit_id = ${scope.unitId}`
    : scope.areaId === null
      ? sql<SqlBool>`r.place = 'centre'`
      : sql<SqlBool>`r.area_id = ${scope.areaId} and r.unit_id is null`

/** The numbers in the own box, on their way to it, and blocked ones that were meant for it. */
export const listOwnStock = (db: Read, scope: StockScope): Promise<StockRange[]> =>
  stockRanges(db).where(isOwn(scope)).execute()

/** How many cards the unit can hand out: those that lie in its stock, not those on their way or blocked. */
export const countUnitStock = async (db: Read, { unitId }: UnitScope, type: CardType): Promise<number> => {
  const { cards } = await db
    .selectFrom('stock_range')
    .select(sql<number>`coalesce(sum(last_serial - first_serial + 1), 0)::int`.as('cards'))
    .where('unit_id', '=', unitId)
    .where('place', '=', 'unit')
    .where('card_type', '=', type)
    .executeTakeFirstOrThrow()
  return cards
}

/**
 * One sending that is on its way to the own stock: all numbers that were sent for the same order, or the one box
 * that a keeper moved without an order.
 * @param serial any number of it
 */
export const findDelivery = async (db: Read, scope: StockScope, serial: number): Promise<StockRange[]> => {
  const coming = (await listOwnStock(db, scope)).filter(({ place }) => place === 'way')
  const found = coming.find(({ first, last }) => first <= serial && serial <= last)
  if (!found) return []
  return found.orderId === null ? [found] : coming.filter(({ orderId }) => orderId === found.orderId)
}

export type Receipt = { came: Serials[]; cards: number; missing: number; cardType: CardType }

/** What the receiving of a number brought; undefined when it was never received here. The trace tells, so it can be told again. */
export const findReceipt = async (
  db: Read,
  scope: StockScope,
  serial: number,
): Promise<Receipt | undefined> => {
  const arrived =
    'unitId' in scope
      ? sql<SqlBool>`m.from_unit_id = ${scope.unitId} and m.to_unit_id = ${scope.unitId}
          and (m.to_place = 'unit' or m.reason = 'missing')`
      : sql<SqlBool>`m.from_area_id = ${scope.areaId} and m.to_area_id = ${scope.areaId}
          and (m.to_place = 'area' or m.reason = 'missing')`
  const { rows } = await sql<Serials & { cards: number; place: string; cardType: CardType }>`
    select m.first_serial as first, m.last_serial as last, m.cards, m.to_place as place, m.card_type as "cardType"
    from stock_movement m
    where m.from_place = 'way' and ${arrived} and (m.moved_at, coalesce(m.order_id, -m.first_serial)) = (
      select m.moved_at, coalesce(m.order_id, -m.first_serial) from stock_movement m
      where m.from_place = 'way' and ${arrived} and int8range(m.first_serial, m.last_serial, '[]') @> ${serial}::bigint
      order by m.id desc limit 1
    ) order by m.first_serial`.execute(db)
  if (rows.length === 0) return undefined
  const came = rows.filter(({ place }) => place !== 'blocked')
  const missing = rows.filter(({ place }) => place === 'blocked')
  return {
    came: came.map(({ first, last }) => ({ first, last })),
    cards: came.reduce((sum, { cards }) => sum + cards, 0),
    missing: missing.reduce((sum, { cards }) => sum + cards, 0),
    cardType: rows[0]!.cardType,
  }
}

const paces = (today: Day) => sql<{ unit_id: number; registered: number; since_on: Day }>`
  stock_pace(${addDays(today, -7 * paceWeeks)}::date)`

/** How fast the unit hands out personal cards. */
export const findPace = async (db: Read, { unitId }: UnitScope, today: Day): Promise<Pace> => {
  const { rows } = await sql<Pace>`
    select registered, since_on as since from ${paces(today)} where unit_id = ${unitId}`.execute(db)
  return rows[0] ?? { registered: 0, since: null }
}

export type UnitStock = Pace & {
  unitId: number
  name: string
  stock: number
  onWay: number
  orderId: number | null
}

/** The personal cards of every working unit that one keeps, with the rate of each and its open order. */
export const listUnitStock = async (db: Read, { areaId }: AreaScope, today: Day): Promise<UnitStock[]> => {
  const { rows } = await sql<UnitStock>`
    with lying as (
      select unit_id, coalesce(sum(last_serial - first_serial + 1) filter (where place = 'unit'), 0)::int as stock,
        coalesce(sum(last_serial - first_serial + 1) filter (where place = 'way'), 0)::int as on_way
      from stock_range where card_type = 'personal' and unit_id is not null group by unit_id
    )
    select u.id as "unitId", u.name, coalesce(l.stock, 0) as stock, coalesce(l.on_way, 0) as "onWay",
      coalesce(p.registered, 0) as registered, p.since_on as since, o.id as "orderId"
    from issuing_unit u
    left join lying l on l.unit_id = u.id
    left join ${paces(today)} p on p.unit_id = u.id
    left join card_order o on o.unit_id = u.id and o.card_type = 'personal' and o.state in ('asked', 'forwarded', 'sent')
    where u.state = 'active' and u.merged_into_id is null and (u.closed_on is null or u.closed_on > ${today}::date)
      and (${areaId}::int is null or u.area_id = ${areaId})
    order by u.name, u.id`.execute(db)
  return rows
}

/** Numbers that the own units or the own area report as not having come. */
export const listMissing = (db: Read, { areaId }: AreaScope) =>
  db
    .selectFrom('stock_range as r')
    .leftJoin('issuing_unit as u', 'u.id', 'r.unit_id')
    .leftJoin('area as a', 'a.id', 'r.area_id')
    .select(['r.first_serial as first', 'r.last_serial as last', 'r.card_type as cardType'])
    .select((eb) => eb.fn.coalesce('u.name', 'a.name').as('whose'))
    .where('r.place', '=', 'blocked')
    .where('r.reason', '=', 'missing')
    .$if(areaId !== null, (query) =>
      query.where((eb) => eb.or([eb('r.area_id', '=', areaId), eb('u.area_id', '=', areaId)])),
    )
    .orderBy('r.first_serial')
    .execute()
