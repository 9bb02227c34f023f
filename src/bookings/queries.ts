import { sql } from 'kysely'
import type { SiteScope } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { UseKind } from '../uses/rules.ts'
import { isIn } from '../uses/scope-queries.ts'

/** A use whose ticket is for another day than the one it was got on. */
export type Booking = {
  id: string
  siteId: number
  siteName: string
  usedOn: Day
  eventOn: Day
  event: string | null
  kind: UseKind
  adults: number
  children: number
  companions: number
  tail: string
  arrivedAt: Date | null
}

/** The standing bookings of the sites in scope. */
const selectBookings = (db: Read, scope: SiteScope) =>
  db
    .selectFrom('use as u')
    .innerJoin('site as s', 's.id', 'u.site_id')
    .innerJoin('use_face as c', 'c.use_id', 'u.id')
    .leftJoin('arrival as a', 'a.use_id', 'u.id')
    .select(['u.id', 'u.site_id as siteId', 's.name as siteName', 'u.used_on as usedOn', 'u.event', 'u.kind'])
    .select(['u.adults', 'u.children', 'u.companions', 'a.arrived_at as arrivedAt'])
    .select([sql<Day>`u.event_on`.as('eventOn'), sql<string>`c.code_tail`.as('tail')])
    .where('u.event_on', 'is not', null)
    .where(sql<boolean>`not exists (select from use_cancellation x where x.use_id = u.id)`)
    .where(sql<boolean>`${isIn(scope, 's')}`)

/** The booking of a card for that day at that site whose holder has not come yet; of several, the one got first. */
export const findBooking = (
  db: Read,
  scope: SiteScope,
  { cardId, siteId, day }: { cardId: number; siteId: number; day: Day },
): Promise<Booking | undefined> =>
  selectBookings(db, scope)
    .where('u.card_id', '=', cardId)
    .where('u.site_id', '=', siteId)
    .where('u.event_on', '=', day)
    .where('a.use_id', 'is', null)
    .orderBy('u.used_at')
    .limit(1)
    .executeTakeFirst()

/** As many as the list ever holds. */
export const listed = 200

/** What a search looks for: the last characters of a code, or a part of an event's name. */
export type Sought = { tail: string; event: string }

/** The bookings for today and later, the nearest first. */
export const listComing = (
  db: Read,
  scope: SiteScope,
  today: Day,
  sought: Sought | null,
): Promise<Booking[]> => {
  const coming = selectBookings(db, scope)
    .where('u.event_on', '>=', today)
    .orderBy('u.event_on')
    .orderBy('u.event')
    .orderBy('u.used_at')
    .limit(listed)
  if (!sought) return coming.execute()
  return coming
    .where(
      sql<boolean>`(c.code_tail = ${sought.tail} or position(lower(${sought.event}) in lower(u.event)) > 0)`,
    )
    .execute()
}

/** Of a day's bookings: how many there were, and how many were marked as arrived. No single one is told of. */
export const countArrivals = async (
  db: Read,
  scope: SiteScope,
  day: Day,
): Promise<{ booked: number; arrived: number }> => {
  const row = await selectBookings(db, scope)
    .clearSelect()
    .select(({ fn }) => [fn.countAll<number>().as('booked'), fn.count<number>('a.use_id').as('arrived')])
    .where('u.event_on', '=', day)
    .executeTakeFirstOrThrow()
  return { booked: Number(row.booked), arrived: Number(row.arrived) }
}

/** Marks that the holder of a booking has come. A second time changes nothing. */
export const markArrived = (
  db: Write,
  { id, usedOn }: { id: string; usedOn: Day },
  by: { actor: string; now: Date },
) =>
  db
    .insertInto('arrival')
    .values({ use_id: id, used_on: usedOn, arrived_at: by.now, arrived_by: by.actor })
    .onConflict((conflict) => conflict.column('use_id').doNothing())
    .execute()

/** Takes back that somebody has come. A second time changes nothing. */
export const takeArrivalBack = (db: Write, id: string) =>
  db.deleteFrom('arrival').where('use_id', '=', id).execute()
