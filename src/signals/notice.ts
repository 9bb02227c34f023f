import type { Pool, Write } from '../db/db.ts'
import { dayOf } from '../lib/dates.ts'
import { writeAudit } from '../web/audit.ts'
import { hoursOf, sequenceOf } from './desk-rules.ts'
import {
  listDeskChecks,
  listSiteHours,
  listSiteWeeks,
  listUnitCohorts,
  listUnitEarly,
} from './facts-queries.ts'
import { listLimits } from './limit-queries.ts'
import { limitsOn } from './limit-rules.ts'
import { hasRound, keepNoticed, lapsePast, takeRound } from './queries.ts'
import { type Noticed, weekToLookAt } from './rules.ts'
import { type Nationwide, noticeWeeks, type SiteWeeks } from './site-rules.ts'
import { earlyOf, unusedOf } from './unit-rules.ts'

const nationwideOf = (sites: readonly SiteWeeks[]): Nationwide => {
  const add = (counts: (site: SiteWeeks) => readonly number[]) =>
    sites.reduce((all, site) => all + counts(site).reduce((a, b) => a + b, 0), 0)
  return {
    uses: add(({ uses }) => uses),
    overChildren: add(({ overChildren }) => overChildren),
    repeats: add(({ repeats }) => repeats),
  }
}

type Look = { noticed: Noticed[]; openDays: number }
type Noted = { made: number; lapsed: number }

/** All that is noticed on a day, by the limits of the day. Nothing is written. */
const lookAt = async (db: Pool, now: Date): Promise<Look> => {
  const today = dayOf(now)
  const week = weekToLookAt(today)
  const limits = limitsOn(await listLimits(db), today)
  const sites = await listSiteWeeks(db, week)
  const nationwide = nationwideOf(sites)
  const noticed = [
    ...sites.flatMap((site) => noticeWeeks(site, nationwide, limits)),
    ...(await listSiteHours(db, week)).map((site) => hoursOf(site, limits)),
    ...onePerSite((await listDeskChecks(db, week)).map((desk) => sequenceOf(desk, limits))),
    ...(await listUnitEarly(db, week)).map((unit) => earlyOf(unit, limits)),
    ...(await listUnitCohorts(db, today)).map((unit) => unusedOf(unit, limits)),
  ].filter((one) => one !== null)
  return { noticed, openDays: limits.openDays }
}

/** A site may have several desks: the longest row is told. */
const onePerSite = (all: readonly (Noticed | null)[]): Noticed[] => {
  const longest = new Map<number, Noticed & { kind: 'sequence' }>()
  for (const one of all)
    if (one?.kind === 'sequence' && one.numbers.seen > (longest.get(one.placeId)?.numbers.seen ?? 0))
      longest.set(one.placeId, one)
  return [...longest.values()]
}

const keepLook = async (db: Write, { noticed, openDays }: Look, now: Date): Promise<Noted | null> => {
  const today = dayOf(now)
  if (!(await takeRound(db, today, now))) return null
  const lapsed = await lapsePast(db, today, now)
  const made = await keepNoticed(db, noticed, { now, today, openDays })
  const deed = { at: now, actor: 'kaiku', role: null, permission: 'signals.notice', outcome: 'done' } as const
  await writeAudit(db, { ...deed, subject: { day: today, made, lapsed } })
  return { made, lapsed }
}

/**
 * Looks at a day once: closes what stands past its end, and writes what is noticed. A second call on the same day, or a
 * second process, does nothing. The reading is done before the transaction, which an embedded database has one of at a time.
 * @returns how many signals are new and how many were closed; null when the day was looked at before
 */
export const noticeDay = async (pool: Pool, now: Date): Promise<Noted | null> => {
  if (await hasRound(pool, dayOf(now))) return null
  const look = await lookAt(pool, now)
  return pool.transaction().execute((db) => keepLook(db, look, now))
}

/** The same within a transaction that goes on. */
export const noticeIn = async (db: Write, now: Date): Promise<Noted | null> =>
  keepLook(db, await lookAt(db, now), now)
