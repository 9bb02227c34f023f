import { sql } from 'kysely'
import { type SiteScope, siteScopeOf, type User } from '../access.ts'
import { secondsToWait } from '../accounts/rules.ts'
import { codeHashes, type ReadCode } from '../codes/rules.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import type { Day } from '../lib/dates.ts'
import type { HashedCode } from '../unrecognised/queries.ts'
import { listSitesOf, type SiteOfScope } from '../uses/list-queries.ts'
import { missesPerHour, standing } from './rules.ts'

export type Desk = {
  scope: SiteScope
  sites: SiteOfScope[]
  /** Undefined while someone with several sites has not chosen one today. */
  at: { site: SiteOfScope; event: string | null } | undefined
  /** The screen is turned to the customer. */
  turned: boolean
}

/**
 * The desk of a signed-in person: where it may record, and what it is working for today.
 * @param named the site that the page said, when it said one; a site out of scope is as good as none
 */
export const findDesk = async (
  db: Read,
  user: User,
  today: Day,
  named: number | null = null,
): Promise<Desk> => {
  const scope = siteScopeOf(user)
  const sites = await listSitesOf(db, scope)
  const kept = await db
    .selectFrom('desk_choice')
    .select(['site_id as siteId', 'event', 'chosen_on as chosenOn', 'turned'])
    .where('account_role_id', '=', user.accountRoleId)
    .executeTakeFirst()
  const choice = kept?.chosenOn === today ? kept : undefined
  return { scope, sites, at: standing(sites, choice, named), turned: kept?.turned ?? false }
}

/** Remembers the site and event until the day changes. */
export const saveChoice = (
  db: Write,
  user: User,
  choice: { site: SiteOfScope; event: string | null; today: Day },
) => {
  const chosen = { site_id: choice.site.id, event: choice.event, chosen_on: choice.today }
  return db
    .insertInto('desk_choice')
    .values({ account_role_id: user.accountRoleId, ...chosen })
    .onConflict((conflict) => conflict.column('account_role_id').doUpdateSet(chosen))
    .execute()
}

/** Remembers which way the screen is turned, until it is turned again. */
export const saveTurned = (
  db: Write,
  user: User,
  { at, today, turned }: { at: NonNullable<Desk['at']>; today: Day; turned: boolean },
) => {
  const chosen = { site_id: at.site.id, event: at.event, chosen_on: today, turned }
  return db
    .insertInto('desk_choice')
    .values({ account_role_id: user.accountRoleId, ...chosen })
    .onConflict((conflict) => conflict.column('account_role_id').doUpdateSet(chosen))
    .execute()
}

/** Keeps that the desk asked for a code at a site. The card is found by the code again: no id is taken on trust. */
export const saveCheck = async (
  db: Write,
  check: { id: string; site: SiteOfScope; code: ReadCode; keys: Keys; checkedAt: Date },
): Promise<void> => {
  const [legacy, fresh] = codeHashes(check.keys.cardCode, check.code)
  await sql`select open_check(${check.id}::uuid, ${legacy}::bytea, ${fresh}::bytea, ${check.site.id}::int,
    ${check.checkedAt}::timestamptz)`.execute(db)
}

/** Keeps what a code hashes to, so that a ticket given on it can wait for its card: only where the site does so. */
export const rememberCode = (db: Write, check: string, code: HashedCode) =>
  db
    .updateTable('card_check')
    .set({ legacy_hash: code.legacy, fresh_hash: code.fresh, code_tail: code.tail })
    .where('id', '=', check)
    .where('card_id', 'is', null)
    .execute()

export type CardCheck = {
  id: string
  siteId: number
  /** Null when no card had the code. */
  cardId: number | null
  /** What a sound code hashes to that no card had, where the site lets tickets wait. */
  code: HashedCode | null
  checkedAt: Date
  /** The unit that a community card belongs to; never told of a personal card. */
  unit: string | null
  /** Children of a personal card are under this age: the policy of the day. */
  childAge: number
  /** The clients who come with a community card are under this one. */
  communityChildAge: number
}

/** A check of one's own; of others' there is nothing to find. */
export const findCheck = async (
  db: Read,
  user: User,
  id: string,
  today: Day,
): Promise<CardCheck | undefined> => {
  const { rows } = await sql<
    CardCheck & { legacy: Buffer | null; fresh: Buffer; tail: string }
  >`/* desk.find-check */
    select k.id, k.site_id as "siteId", k.card_id as "cardId", k.checked_at as "checkedAt", unit_of_check(k.id) as unit,
      k.legacy_hash as legacy, k.fresh_hash as fresh, k.code_tail as tail,
      p.child_age as "childAge", p.community_child_age as "communityChildAge"
    from card_check k, lateral (
      select child_age, community_child_age from policy where valid_from <= ${today}::date
      order by valid_from desc limit 1) p
    where k.id = ${id} and k.account_role_id = ${user.accountRoleId}`.execute(db)
  if (!rows[0]) return undefined
  const { legacy, fresh, tail, ...check } = rows[0]
  return { ...check, code: legacy && { legacy, fresh, tail } }
}

export type Totals = { uses: number; adults: number; children: number }

/** Records and tickets of a site on a day; what has been undone is not counted. */
export const countTicketsOn = async (db: Read, site: SiteOfScope, day: Day): Promise<Totals> => {
  const { rows } = await sql<Totals>`/* desk.count-day */
    select count(*) as uses, coalesce(sum(adults), 0) as adults, coalesce(sum(children), 0) as children
    from use u where site_id = ${site.id} and used_on = ${day}::date
      and not exists (select from use_cancellation x where x.use_id = u.id)`.execute(db)
  return rows[0]!
}

/** The buckets from which a code that no card has takes a token. */
export const missBuckets = (user: User, site: SiteOfScope) => [
  { bucket: `code-misses:${user.accountId}`, perHour: missesPerHour.account },
  { bucket: `code-misses:site:${site.id}`, perHour: missesPerHour.site },
]

/** Seconds until the next code may be tried; 0 when it may be now. Looks only, and takes nothing. */
export const findWait = async (db: Read, user: User, site: SiteOfScope, now: Date): Promise<number> => {
  const buckets = missBuckets(user, site)
  const rows = await db
    .selectFrom('rate_limit')
    .select(['bucket', 'tokens', 'refilled_at as refilledAt'])
    .where(
      'bucket',
      'in',
      buckets.map(({ bucket }) => bucket),
    )
    .execute()
  return Math.max(
    ...buckets.map(({ bucket, perHour }) =>
      secondsToWait(
        rows.find((row) => row.bucket === bucket),
        perHour,
        now,
      ),
    ),
  )
}

/** Which card was asked for where: the audit log has it too, so the desk's own memory can be short. */
const daysOfChecks = 30

export const forgetChecks = (db: Pool, now: Date) =>
  db
    .deleteFrom('card_check')
    .where('checked_at', '<', new Date(now.getTime() - daysOfChecks * 86_400_000))
    .execute()
