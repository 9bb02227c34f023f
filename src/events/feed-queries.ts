import { sql } from 'kysely'
import type { Owner } from '../contacts/queries.ts'
import type { Pool, Read, Write } from '../db/db.ts'

export type Feed = {
  id: number
  siteId: number
  url: string
  /** The id of the site's place in the feed; null when all of it is the site's. */
  place: string | null
  triedAt: Date | null
  readAt: Date | null
  problem: string | null
  held: number | null
  skipped: number | null
}

const columns = sql`f.id, f.site_id as "siteId", f.url, f.place, f.tried_at as "triedAt", f.read_at as "readAt",
  f.problem, f.held, f.skipped`

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
  await sql`update event set withdrawn_at = ${now}, changed_at = ${now}, changed_by = ${actor}
    where feed_id = ${id} and site_id = ${site.id} and withdrawn_at is null
      and coalesce(ends_at, starts_at) >= ${now}`.execute(db)
}

/** The feeds that nobody has tried since the moment, of sites that still stand, those of one address together. */
export const listDueFeeds = async (db: Pool, before: Date): Promise<Feed[]> =>
  (
    await sql<Feed>`select ${columns} from event_feed f join site s on s.id = f.site_id
    where f.ended_at is null and s.closed_on is null and s.merged_into_id is null
      and (f.tried_at is null or f.tried_at <= ${before})
    order by f.url, f.id limit 200`.execute(db)
  ).rows

/** Takes a feed in hand, so that no other process calls it too. @returns false when another has it */
export const claimFeed = async (db: Pool, { id, triedAt }: Feed, now: Date): Promise<boolean> => {
  const { rows } = await sql<{ id: number }>`update event_feed set tried_at = ${now}
    where id = ${id} and ended_at is null and tried_at is not distinct from ${triedAt} returning id`.execute(
    db,
  )
  return rows.length > 0
}

/** Holds a feed in use until the transaction ends. @returns false when it has ended */
export const holdFeed = async (db: Pool, { id }: Feed): Promise<boolean> => {
  const { rows } = await sql`select from event_feed where id = ${id} and ended_at is null for update`.execute(
    db,
  )
  return rows.length > 0
}

/** What the column holds: more was never an event. */
const mostSkipped = 32_767

export const noteReading = (
  db: Pool,
  id: number,
  result: { problem: string } | { held: number; skipped: number; problem: string | null; now: Date },
) =>
  'held' in result
    ? sql`update event_feed set read_at = ${result.now}, problem = ${result.problem}, held = ${result.held},
        skipped = ${Math.min(result.skipped, mostSkipped)} where id = ${id}`.execute(db)
    : sql`update event_feed set problem = ${result.problem} where id = ${id}`.execute(db)
