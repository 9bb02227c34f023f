import { sql } from 'kysely'
import type { Owner } from '../contacts/queries.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import { dayOf } from '../lib/dates.ts'
import { betweenReadings, waitAfter } from './feed-rules.ts'
import { isToComeAt } from './queries.ts'

export type Feed = {
  id: number
  siteId: number
  url: string
  /** The id of the site's place in the feed; null when all of it is the site's. */
  place: string | null
  triedAt: Date | null
  readAt: Date | null
  problem: string | null
  /** Readings that failed one after another, up to the last. */
  failures: number
  /** When it is to be read the next time; null for at once. */
  nextAt: Date | null
  held: number | null
  skipped: number | null
}

const columns = sql`f.id, f.site_id as "siteId", f.url, f.place, f.tried_at as "triedAt", f.read_at as "readAt",
  f.problem, f.failures, f.next_at as "nextAt", f.held, f.skipped`

/** A site's feeds that are in use. */
export const listFeeds = async (db: Read, { id }: Owner): Promise<Feed[]> =>
  (
    await sql<Feed>`select ${columns} from event_feed f where f.site_id = ${id} and f.ended_at is null order by f.id`.execute(
      db,
    )
  ).rows

export const findFeed = async (db: Read, site: Owner, id: number): Promise<Feed | undefined> =>
  (await listFeeds(db, site)).find((feed) => feed.id === id)

/** @returns undefined when the site has that feed already */
export const addFeed = async (
  db: Write,
  site: Owner,
  { url, place }: { url: string; place: string | null },
  { now, actor }: { now: Date; actor: string },
): Promise<number | undefined> => {
  const { rows } = await sql<{ id: number }>`insert into event_feed (site_id, url, place, made_at, made_by)
    values (${site.id}, ${url}, ${place}, ${now}, ${actor})
    on conflict (site_id, url, coalesce(place, '')) where ended_at is null do nothing returning id`.execute(
    db,
  )
  return rows[0]?.id
}

/** Ends a feed; what it still promised is no longer on. */
export const endFeed = async (
  db: Write,
  site: Owner,
  id: number,
  { now, actor }: { now: Date; actor: string },
): Promise<void> => {
  await sql`update event_feed set ended_at = ${now} where id = ${id} and site_id = ${site.id} and ended_at is null`.execute(
    db,
  )
  await sql`update event e set withdrawn_at = ${now}, changed_at = ${now}, changed_by = ${actor}
    where e.feed_id = ${id} and e.site_id = ${site.id} and e.withdrawn_at is null and ${isToComeAt(now)}`.execute(
    db,
  )
}

/** Milliseconds after a try before which a feed is not called again, however often that is asked. */
const patience = 5 * 60_000

/** Asks for a feed to be read by the next round, however long it was to wait. */
export const hurryFeed = async (db: Write, site: Owner, id: number, now: Date): Promise<void> => {
  await sql`update event_feed set next_at = greatest(${now}, tried_at + ${patience} * interval '1 millisecond')
    where id = ${id} and site_id = ${site.id} and ended_at is null`.execute(db)
}

/** How many feeds of a site have failed. */
export const countFailingFeeds = async (db: Read, siteId: number): Promise<number> => {
  const { rows } = await sql<{ failing: number }>`select count(*)::integer as failing from event_feed
    where site_id = ${siteId} and ended_at is null and failures > 0`.execute(db)
  return rows[0]!.failing
}

/** The feeds whose time has come, of sites that still stand, those of one address together. */
export const listDueFeeds = async (db: Pool, now: Date): Promise<Feed[]> =>
  (
    await sql<Feed>`select ${columns} from event_feed f join site s on s.id = f.site_id
    where f.ended_at is null and (s.closed_on is null or s.closed_on > ${dayOf(now)}::date)
      and s.merged_into_id is null and (f.next_at is null or f.next_at <= ${now})
    order by f.url, f.id limit 200`.execute(db)
  ).rows

/**
 * Takes a feed in hand, so that no other process calls it too; should this one end meanwhile, it is due again later.
 * @returns false when another has it
 */
export const claimFeed = async (db: Pool, { id, triedAt }: Feed, now: Date): Promise<boolean> => {
  const { rows } = await sql<{ id: number }>`update event_feed
    set tried_at = ${now}, next_at = ${new Date(now.getTime() + betweenReadings)}
    where id = ${id} and ended_at is null and tried_at is not distinct from ${triedAt} returning id`.execute(
    db,
  )
  return rows.length > 0
}

/** Holds a feed in use until the transaction ends. @returns its site now; undefined when the feed has ended */
export const holdFeed = async (db: Pool, { id }: Feed): Promise<number | undefined> => {
  const { rows } = await sql<{ siteId: number }>`select site_id as "siteId" from event_feed
    where id = ${id} and ended_at is null for update`.execute(db)
  return rows[0]?.siteId
}

/** What the columns hold: more was never an event, and no feed fails so often. */
const mostCounted = 32_767

/** A feed was not read; the next try comes later with each failure in a row. */
export const noteFailure = (db: Pool, { id, failures }: Feed, problem: string, now: Date) => {
  const next = new Date(now.getTime() + waitAfter(failures + 1))
  return sql`update event_feed set problem = ${problem}, failures = ${Math.min(failures + 1, mostCounted)},
    next_at = ${next} where id = ${id}`.execute(db)
}

/** A feed was read. @param result `problem` where that was not to its end */
export const noteReading = (
  db: Pool,
  id: number,
  { held, skipped, problem, now }: { held: number; skipped: number; problem: string | null; now: Date },
) =>
  sql`update event_feed set read_at = ${now}, problem = ${problem}, held = ${held}, failures = 0,
    next_at = ${new Date(now.getTime() + waitAfter(0))}, skipped = ${Math.min(skipped, mostCounted)}
    where id = ${id}`.execute(db)
