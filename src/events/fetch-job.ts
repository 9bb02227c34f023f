import type { Pool } from '../db/db.ts'
import { eachAtMost } from '../lib/each-at-most.ts'
import { startRounds } from '../lib/rounds.ts'
import { claimFeed, type Feed, holdFeed, listDueFeeds, noteFailure, noteReading } from './feed-queries.ts'
import { byAddress, isSuddenlyEmpty } from './feed-rules.ts'
import type { Fetched, Fetcher } from './fetch.ts'
import { mostEvents, planOf } from './rules.ts'
import { applyPlan, listKnown } from './source-queries.ts'

type Given = { pool: Pool; fetch: Fetcher; clock: () => Date }

/** Addresses that are read at once: a slow one holds up no other, and few enough are held in memory. */
const mostAtOnce = 4

/** How a feed is named in the log and beside what it changed. */
const actor = 'kaiku'

const take = async ({ pool, clock }: Given, feed: Feed, fetched: Fetched): Promise<void> => {
  const now = clock()
  if ('problem' in fetched) {
    await noteFailure(pool, feed, fetched.problem, now)
    return
  }
  const own = fetched.events.filter(({ place }) => feed.place === null || place === feed.place)
  const told = own.slice(0, mostEvents).map(({ event }) => event)
  const whole = fetched.isWhole && told.length === own.length
  await pool.transaction().execute(async (db) => {
    // Somebody may have ended it, or merged its site into another, while it was read.
    const siteId = await holdFeed(db, feed)
    if (siteId === undefined) return
    const source = { siteId, feedId: feed.id }
    const known = await listKnown(db, source, true)
    const plan = planOf(known, told, { whole, now })
    if (isSuddenlyEmpty(plan.ended.length, told.length)) {
      await noteFailure(db, feed, 'EMPTIED', now)
      return
    }
    await applyPlan(db, source, plan, { now, actor })
    const problem = whole ? null : 'CUT_SHORT'
    await noteReading(db, feed.id, { held: told.length, skipped: fetched.skipped, problem, now })
  })
}

/**
 * Reads every feed that is due: an address once however many sites share it, and a few addresses at once. One that
 * fails says so on its page, and what it told before stays.
 * @param isEnough asked before each address: true ends the round
 * @returns how many feeds were read or tried
 */
export const fetchDue = async (given: Given, isEnough: () => boolean = () => false): Promise<number> => {
  const due = await listDueFeeds(given.pool, given.clock())
  let tried = 0
  const read = async (feeds: Feed[]) => {
    const claimed: Feed[] = []
    const now = given.clock()
    for (const feed of feeds) if (await claimFeed(given.pool, feed, now)) claimed.push(feed)
    if (claimed.length === 0) return
    const fetched = await given.fetch(claimed[0]!.url, now)
    for (const feed of claimed) await take(given, feed, fetched)
    tried += claimed.length
  }
  await eachAtMost(mostAtOnce, byAddress(due), read, isEnough)
  return tried
}

/**
 * Looks every `every` milliseconds for feeds that are due.
 * @returns how to stop
 */
export const startFetching = (
  given: Given & { every: number; onError: (error: unknown) => void },
): { stop: () => Promise<void> } =>
  startRounds({ ...given, round: (isStopped) => fetchDue(given, isStopped) })
