import { type RawBuilder, sql } from 'kysely'
import type { SiteScope } from '../access.ts'
import { codeHashes, type ReadCode } from '../codes/rules.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import type { Day } from '../lib/dates.ts'
import { isIn } from './scope-queries.ts'

/** A use as a list of another system is compared with it. */
export type StandingTicket = {
  id: string
  usedOn: Day
  usedAt: Date
  event: string | null
  adults: number
  children: number
  companions: number
  cardId: number | null
}

/** The standing uses of a site in scope on some days, in the order of time. */
export const listStandingUses = async (
  db: Read,
  scope: SiteScope,
  siteId: number,
  days: { from: Day; until: Day },
): Promise<StandingTicket[]> => {
  const { rows } = await sql<StandingTicket>`
    select u.id, u.used_on as "usedOn", u.used_at as "usedAt", u.event, u.adults, u.children, u.companions,
      u.card_id as "cardId"
    from use u join site s on s.id = u.site_id
    where ${isIn(scope, 's')} and u.site_id = ${siteId} and u.used_on between ${days.from}::date and ${days.until}::date
      and not exists (select from use_cancellation x where x.use_id = u.id)
    order by u.used_at, u.id`.execute(db)
  return rows
}

const inList = (ids: readonly string[]): RawBuilder<unknown> =>
  sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`

/** Which of these ids are uses, and which of those have been undone. */
export const listStates = async (
  db: Read,
  ids: readonly string[],
): Promise<Map<string, 'stands' | 'undone'>> => {
  const { rows } = await sql<{ id: string; undone: boolean }>`
    select u.id, x.use_id is not null as undone from use u left join use_cancellation x on x.use_id = u.id
    where u.id in ${inList(ids)}`.execute(db)
  return new Map(rows.map(({ id, undone }) => [id, undone ? 'undone' : 'stands']))
}

/** The ids of the cards that codes name, as far as a desk of that site may know; null for a code that no card has. */
export const findCardIds = async (
  db: Read,
  keys: Keys,
  siteId: number,
  codes: readonly ReadCode[],
): Promise<(number | null)[]> => {
  const pairs = codes.map((code) => codeHashes(keys.cardCode, code).map((hash) => hash.toString('hex')))
  const { rows } = await sql<{ cardId: number | null }>`
    select card_id as "cardId" from cards_for_list(${JSON.stringify(pairs)}::jsonb, ${siteId}::int)`.execute(
    db,
  )
  return rows.map(({ cardId }) => cardId)
}

/** Tickets of the card that a till knows of and nobody can name the card of. */
export type CardlessUse = {
  id: string
  usedOn: Day
  usedAt: Date
  event: string | null
  adults: number
  children: number
  companions: number
}

/**
 * Records tickets tied to no card, as the tickets of forgotten cards are: statistics count them, no card has them. A known
 * id is left alone. @returns how many were new
 */
export const recordCardless = async (
  db: Write,
  siteId: number,
  uses: readonly CardlessUse[],
  by: { actor: string; now: Date },
): Promise<number> => {
  const { numAffectedRows } = await sql`
    insert into use (id, used_on, card_id, anonymous_type, site_id, event, used_at, received_at, adults, children, companions,
      category, kind, source, recorded_by)
    select r.id, r."usedOn", null, 'personal', s.id, r.event, r."usedAt", ${by.now}, r.adults, r.children, r.companions,
      s.category, 'ticket', 'reconciled', ${by.actor}
    from jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) as r (id uuid, "usedOn" date, event text,
      "usedAt" timestamptz, adults smallint, children smallint, companions smallint)
    join site s on s.id = ${siteId}::int
    where not exists (select from use u where u.id = r.id)
    order by r."usedOn", r.id
    on conflict (id, used_on) do nothing`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

/** Undoes uses of a site, those that still stand. @returns how many */
export const cancelUses = async (
  db: Pool,
  siteId: number,
  ids: readonly string[],
  by: { actor: string; now: Date; reason: string },
): Promise<number> => {
  const { numAffectedRows } = await sql`
    insert into use_cancellation (use_id, used_on, cancelled_at, cancelled_by, reason)
    select u.id, u.used_on, ${by.now}, ${by.actor}, ${by.reason} from use u
    where u.site_id = ${siteId} and u.id in ${inList(ids)} order by u.used_on, u.id
    on conflict (use_id) do nothing`.execute(db)
  return Number(numAffectedRows ?? 0n)
}
