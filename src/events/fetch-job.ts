import type { Pool } from '../db/db.ts'
import { startRounds } from '../lib/rounds.ts'
import { claimFeed, type Feed, holdFeed, listDueFeeds, noteReading } from './feed-queries.ts'
import type { Fetched, Fetcher } from './fetch.ts'
import { mostEvents, planOf } from './rules.ts'
import { applyPlan, listKnown } from './source-queries.ts'

type Given = { pool: Pool; fetch: Fetcher; clock: () => Date }

/** Milliseconds from one reading of a feed to the next. */
const anHour = 3_600_000

/** How a feed is named in the log and beside what it changed. */
const actor = 'kaiku'

/** A feed that had a programme and has none at all has rather broken than ended. */
const isSuddenlyEmpty = (known: number, told: number) => told === 0 && known >= 3

const take = async ({ pool, clock }: Given, feed: Feed, fetched: Fetched): Promise<void> => {
  if ('problem' in fetched) {
    await noteReading(pool, feed.id, fetched)
    return
  }
  const now = clock()
  const own = fetched.events.filter(({ place }) => feed.place === null || place === feed.place)
  const told = own.slice(0, mostEvents).map(({ event }) => event)
  const whole = fetched.isWhole && told.length === own.length
  await pool.transaction().execute(async (db) => {
    // Somebody may have ended it while it was read.
    if (!(await holdFeed(db, feed))) return
    const source = { siteId: feed.siteId, feedId: feed.id }
    const known = await listKnown(db, source, true)
    const plan = planOf(known, told, { whole, now })
    if (isSuddenlyEmpty(plan.ended.length, told.length)) {
      await noteReading(db, feed.id, { problem: 'EMPTIED' })
      return
    }
    await applyPlan(db, source, plan, { now, actor })
    const problem = whole ? null : 'CUT_SHORT'
    await noteReading(db, feed.id, { held: told.length, skipped: fetched.skipped, problem, now })
  })
}

/**
 * Reads every feed that is due, an address once however many sites share it. One that fails says so on its page, and
 * what it told before stays.
 * @param isEnough asked before each: true ends the round
 * @returns how many feeds were read or tried
 */
export const fetchDue = async (given: Given, isEnough: () => boolean = () => false): Promise<number> => {
  const now = given.clock()
  const due = await listDueFeeds(given.pool, new Date(now.getTime() - anHour))
  const answers = new Map<string, Fetched>()
  let tried = 0
  for (const feed of due) {
    if (isEnough()) break
    if (!(await claimFeed(given.pool, feed, now))) continue
    const fetched = answers.get(feed.url) ?? (await given.fetch(feed.url, now))
    // One address at a time is held: the feeds come in the order of their addresses.
    answers.clear()
    answers.set(feed.url, fetched)
    await take(given, feed, fetched)
    tried += 1
  }
  return tried
}

/**
 * Looks every `every` milliseconds for feeds that have not been read for an hour, or not at all.
 * @returns how to stop
 */
export const startFetching = (
  given: Given & { every: number; onError: (error: unknown) => void },
): { stop: () => Promise<void> } =>
  startRounds({ ...given, round: (isStopped) => fetchDue(given, isStopped) })
