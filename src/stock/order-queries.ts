import { sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { CardType } from '../cards/rules.ts'
import type { Read, Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { DeclineReason, OrderState } from './order-rules.ts'
import type { Serials } from './rules.ts'
import type { StockScope } from './unit-queries.ts'

export type Order = {
  id: number
  areaId: number
  area: string
  unitId: number | null
  /** Null when it is for the area's own stock. */
  unit: string | null
  cardType: CardType
  wanted: number
  state: OrderState
  reason: DeclineReason | null
  askedAt: Date
  changedAt: Date
}

const orders = (db: Read, scope: StockScope) =>
  db
    .selectFrom('card_order as o')
    .innerJoin('area as a', 'a.id', 'o.area_id')
    .leftJoin('issuing_unit as u', 'u.id', 'o.unit_id')
    .select(['o.id', 'o.area_id as areaId', 'a.name as area', 'o.unit_id as unitId', 'u.name as unit'])
    .select(['o.card_type as cardType', 'o.wanted', 'o.state', 'o.decline_reason as reason'])
    .select(['o.asked_at as askedAt', 'o.changed_at as changedAt'])
    .where((eb) =>
      'unitId' in scope
        ? eb('o.unit_id', '=', scope.unitId)
        : scope.areaId === null
          ? eb.lit(true)
          : eb('o.area_id', '=', scope.areaId),
    )

const open = ['asked', 'forwarded', 'sent'] as const
const pastShown = 30

/** Orders that wait for somebody, the oldest first. */
export const listOpenOrders = (db: Read, scope: StockScope): Promise<Order[]> =>
  orders(db, scope).where('o.state', 'in', open).orderBy('o.asked_at').orderBy('o.id').execute()

/** The latest that have ended. */
export const listPastOrders = (db: Read, scope: StockScope): Promise<Order[]> =>
  orders(db, scope)
    .where('o.state', 'not in', open)
    .orderBy('o.changed_at', 'desc')
    .orderBy('o.id', 'desc')
    .limit(pastShown)
    .execute()

export const findOrder = (db: Read, scope: StockScope, id: number): Promise<Order | undefined> =>
  orders(db, scope).where('o.id', '=', id).executeTakeFirst()

export type Step = {
  state: OrderState
  at: Date
  name: string | null
  role: string | null
  place: string | null
}

/** Who took which step when. The name of one whose account is gone is null. */
export const listSteps = async (db: Read, orderId: number): Promise<Step[]> => {
  const { rows } = await sql<Step>`
    select s.state, s.done_at as at, a.name, r.role, coalesce(u.name, area.name) as place from card_order_step s
    left join account a on 'account:' || a.id = s.done_by
    left join lateral (
      select * from account_role r where r.account_id = a.id and r.role in ('centre', 'coordinator', 'issuer')
      order by r.ended_at nulls first, r.created_at limit 1
    ) r on true
    left join issuing_unit u on u.id = r.unit_id
    left join area on area.id = r.area_id
    where s.order_id = ${orderId} order by s.id`.execute(db)
  return rows
}

/** What was sent for an order, and what of it did not come. */
export const listSendings = (db: Read, orderId: number) =>
  db
    .selectFrom('stock_movement as m')
    .select(['m.first_serial as first', 'm.last_serial as last', 'm.cards', 'm.moved_at as at'])
    .select(['m.from_place as from', 'm.to_place as to', 'm.to_area_id as areaId'])
    .where('m.order_id', '=', orderId)
    .orderBy('m.id')
    .execute()

/** Where the last sending of an order left from: an area's stock or the centre's. */
export const findSentFrom = async (db: Read, orderId: number): Promise<string | null> => {
  const sent = (await listSendings(db, orderId)).filter(({ to }) => to === 'way')
  return sent.at(-1)?.from ?? null
}

/** The numbers that are on their way for an order. */
export const listOnWay = (db: Read, orderId: number): Promise<Serials[]> =>
  db
    .selectFrom('stock_range')
    .select(['first_serial as first', 'last_serial as last'])
    .where('order_id', '=', orderId)
    .where('place', '=', 'way')
    .orderBy('first_serial')
    .execute()

export type NewOrder = { areaId: number; unitId: number | null; cardType: CardType; wanted: number }

/** @returns its id, or undefined when one of that type is open already */
export const makeOrder = async (
  db: Write,
  { areaId, unitId, cardType, wanted }: NewOrder,
  state: 'asked' | 'forwarded',
  { actor, now }: { actor: string; now: Date },
): Promise<number | undefined> => {
  const made = await db
    .insertInto('card_order')
    .values({
      ...{ area_id: areaId, unit_id: unitId, card_type: cardType, wanted, state },
      ...{ asked_at: now, asked_by: actor, changed_at: now, changed_by: actor },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made?.id
}

export const findOpenOrder = (
  db: Read,
  { areaId, unitId, cardType }: Omit<NewOrder, 'wanted'>,
): Promise<{ id: number } | undefined> =>
  db
    .selectFrom('card_order')
    .select('id')
    .where('area_id', '=', areaId)
    .where('unit_id', 'is not distinct from', unitId)
    .where('card_type', '=', cardType)
    .where('state', 'in', open)
    .executeTakeFirst()

/**
 * Takes an order a step on.
 * @param from the state it must still be in
 * @returns false when somebody else has taken it on in the meantime
 */
export const stepOrder = async (
  db: Write,
  id: number,
  from: OrderState,
  to: OrderState,
  by: { actor: string; now: Date; reason?: DeclineReason },
): Promise<boolean> => {
  const moved = await db
    .updateTable('card_order')
    .set({ state: to, decline_reason: by.reason ?? null, changed_at: by.now, changed_by: by.actor })
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .where('state', '=', from)
    .returning('id')
    .executeTakeFirst()
  return moved !== undefined
}

/** Waits until nobody else moves boxes: what is read after this still holds when it is moved. */
export const holdStock = (db: Write) => sql`select stock_hold(null)`.execute(db)

/** For whom a keeper can order: an area's own stock, or a unit. */
export const listTargets = async (db: Read, { areaId }: AreaScope, today: Day) => {
  const areas = db.selectFrom('area').select(['id', 'name'])
  const units = db
    .selectFrom('issuing_unit as u')
    .select(['u.id', 'u.name', 'u.area_id as areaId'])
    .where('u.state', '=', 'active')
    .where('u.merged_into_id', 'is', null)
    .where((eb) => eb.or([eb('u.closed_on', 'is', null), eb('u.closed_on', '>', today)]))
    .orderBy('u.name')
  if (areaId === null) return { areas: await areas.orderBy('name').execute(), units: await units.execute() }
  return {
    areas: await areas.where('id', '=', areaId).execute(),
    units: await units.where('u.area_id', '=', areaId).execute(),
  }
}

/** The area of the own unit. */
export const findUnitArea = (db: Read, unitId: number) =>
  db
    .selectFrom('issuing_unit')
    .select(['area_id as areaId', 'name'])
    .where('id', '=', unitId)
    .executeTakeFirstOrThrow()

export type Recipient = { email: string; language: Language }

/** The people of a unit, of an area's sote side (of any side where there is none), or of the centre. */
export const listRecipients = async (
  db: Read,
  whose: { unitId: number } | { areaId: number } | 'centre',
): Promise<Recipient[]> => {
  const found = await db
    .selectFrom('account_role as r')
    .innerJoin('account as a', 'a.id', 'r.account_id')
    .select(['a.email', 'a.language', 'r.side'])
    .distinct()
    .where('r.ended_at', 'is', null)
    .where('a.ended_at', 'is', null)
    .where((eb) =>
      whose === 'centre'
        ? eb('r.role', '=', 'centre')
        : 'unitId' in whose
          ? eb.and([eb('r.role', '=', 'issuer'), eb('r.unit_id', '=', whose.unitId)])
          : eb.and([eb('r.role', '=', 'coordinator'), eb('r.area_id', '=', whose.areaId)]),
    )
    .orderBy('a.email')
    .execute()
  const sote = found.filter(({ side }) => side === 'sote')
  const chosen = sote.length > 0 ? sote : found
  const each = new Map(chosen.map(({ email, language }) => [email, { email, language }]))
  return [...each.values()]
}
