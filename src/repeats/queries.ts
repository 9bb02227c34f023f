import { sql } from 'kysely'
import type { SiteScope } from '../access.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { repeatHours } from '../uses/rules.ts'
import { isIn } from '../uses/scope-queries.ts'

/** Keeps that a use, sent late, looks like one that was recorded before. */
export const saveRepeat = (db: Write, repeat: { id: string; usedOn: Day; siteId: number; foundAt: Date }) =>
  db
    .insertInto('use_repeat')
    .values({
      use_id: repeat.id,
      used_on: repeat.usedOn,
      site_id: repeat.siteId,
      found_at: repeat.foundAt,
    })
    .execute()

export type Repeat = {
  id: string
  usedOn: Day
  usedAt: Date
  siteName: string
  event: string | null
  adults: number
  children: number
  companions: number
  tail: string
  /** When the other ones of the same card were recorded. */
  others: Date[]
}

/** The repeats that somebody at these sites should look at, newest first; those undone elsewhere need it no more. */
export const listRepeats = async (
  db: Read,
  scope: SiteScope,
  id: string | null = null,
): Promise<Repeat[]> => {
  const { rows } = await sql<Omit<Repeat, 'others'> & { others: string[] }>`
    select u.id, u.used_on as "usedOn", u.used_at as "usedAt", s.name as "siteName", u.event, u.adults, u.children,
      u.companions, f.code_tail as tail, coalesce((
        select json_agg(o.used_at order by o.used_at) from use o where o.card_id = u.card_id and o.site_id = u.site_id
          and o.id <> u.id and o.event is not distinct from u.event
          and o.used_at between u.used_at - make_interval(hours => ${repeatHours}::int)
            and u.used_at + make_interval(hours => ${repeatHours}::int)
          and not exists (select from use_cancellation x where x.use_id = o.id)), '[]') as others
    from use_repeat r join use u on u.id = r.use_id and u.used_on = r.used_on
      join use_face f on f.use_id = u.id join site s on s.id = u.site_id
    where ${isIn(scope, 's')} and (${id}::uuid is null or u.id = ${id}::uuid)
      and not exists (select from use_cancellation x where x.use_id = u.id)
    order by u.used_at desc limit 200`.execute(db)
  return rows
    .map((row) => ({ ...row, others: row.others.map((at) => new Date(at)) }))
    .filter(({ others }) => others.length > 0)
}

/** Somebody has looked: both were meant, or one of them has been undone. */
export const settleRepeat = (db: Write, id: string) =>
  db.deleteFrom('use_repeat').where('use_id', '=', id).execute()

/** After a month nobody remembers whether both were meant. */
const daysOfRepeats = 30

export const forgetRepeats = (db: Pool, now: Date) =>
  db
    .deleteFrom('use_repeat')
    .where('found_at', '<', new Date(now.getTime() - daysOfRepeats * 86_400_000))
    .execute()
