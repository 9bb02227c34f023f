import { type RawBuilder, sql } from 'kysely'
import { proofIn, type SiteScope } from '../access.ts'
import { type AskedKey, type KeptKey, keyWorks } from '../accounts/key-queries.ts'
import type { CardFacts } from '../cards/rules.ts'
import { codeHashes, type ReadCode } from '../codes/rules.ts'
import type { Proof, Read } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { exceptionOn } from '../exceptions/queries.ts'
import type { Notice } from '../exceptions/rules.ts'
import { type Day, dayOf } from '../lib/dates.ts'
import type { Category } from '../network/rules.ts'
import { countedDays, type LimitPeriod, periodsAt } from './limit-rules.ts'
import {
  type Home,
  type RecentUse,
  repeatHours,
  type SiteFacts,
  type SiteLimit,
  type UseKind,
  useKinds,
} from './rules.ts'
import { isIn, reaches } from './scope-queries.ts'

/** How a card is named: by what was read from it, or by its id when a check has found it before. */
export type CardName = { code: ReadCode; keys: Keys } | { cardId: number }

/** The one card of that name, as far as a desk of that site may know it (migration 0029). */
const cardNamed = (name: CardName, { siteId, day }: AskedSql, proof: Proof | null): RawBuilder<unknown> => {
  if ('cardId' in name)
    return sql`select * from card_for_use(null, null, ${name.cardId}::bigint, ${siteId}, ${day}, ${proof}::text)`
  const { code, keys } = name
  const [legacy, fresh] = codeHashes(keys.cardCode, code)
  return sql`select * from card_for_use(${legacy}::bytea, ${fresh}::bytea, null, ${siteId}, ${day}, ${proof}::text)`
}

type FoundCard = CardFacts & { id: number; tail: string; revision: number; closedOn: Day | null }
export type SiteOfUse = { id: number; name: string; category: Category }
type FoundSite = SiteFacts & SiteOfUse
export type Found = {
  /** The key that was asked for with the rest, where it works. */
  key: KeptKey | null
  card: FoundCard | undefined
  site: FoundSite | undefined
  home: Home | null
  /** What bears on the site that day: said beside the answer, whatever that is. */
  exception: Notice | null
  recent: RecentUse | null
  limit: SiteLimit | null
  /** How many wrong codes a program may still try; null while none was wrong. */
  misses: { tokens: number; refilledAt: Date } | null
}

export type FoundRow = {
  key_id: string | null
  key_client: string
  key_scopes: string[]
  key_used_on: Day | null
  card_id: number | null
  type: CardFacts['type']
  state: CardFacts['state']
  registered_on: Day | null
  valid_until: Day | null
  closed_on: Day | null
  children: number
  code_tail: string
  revision: number
  site_id: number | null
  site_name: string
  category: Category
  allows_override: boolean
  kinds: string[]
  site_area: number | null
  site_crosses: boolean
  is_closed: boolean
  is_paused: boolean
  card_area: number | null
  card_crosses: boolean
  exception: Notice | null
  recent: { adults: number; children: number; at: string } | null
  limit: { volume: number; period: LimitPeriod; used: number } | null
  misses: { tokens: number; at: string } | null
}

/** What is asked about: the tickets, and where and when they are got. */
export type AskedUse = { siteId: number; event: string | null; kind: UseKind; at: Date }

/** Who asks: somebody whose scope is known, or a program whose key is found by the same statement. */
export type Asker = SiteScope | { key: AskedKey; now: Date }

/** A prepared statement has one text a connection: each text of ours needs a name of its own. */
const statementName = (name: CardName, by: Asker) => {
  const asker = (['key', 'clientId', 'siteId', 'organisationId'] as const).find((one) => one in by)!
  return `uses.find-by-${'cardId' in name ? 'card' : 'code'}.${asker.replace('Id', '')}`
}

/** The bucket from which a program's wrong codes take a token: a new key brings no new tries. */
export const missesOfProgram = (clientId: string) => `code-misses:program:${clientId}`

/** The key beside the facts; its site is the one that it may ask about, its misses are counted under its program's. */
const keyOf = (by: Asker) =>
  'key' in by
    ? {
        columns: sql`k.id as key_id, k.client_id as key_client, k.scopes as key_scopes, k.last_used_on as key_used_on`,
        table: sql`left join api_key k on ${keyWorks(by.key, by.now)}`,
        reaches: reaches(sql`k.client_id`, 's'),
        misses: sql`(select json_build_object('tokens', l.tokens, 'at', l.refilled_at) from rate_limit l
          where l.bucket = ${missesOfProgram('')}::text || k.client_id::text)`,
      }
    : { columns: sql`null as key_id`, table: sql``, reaches: isIn(by, 's'), misses: sql`null` }

/** Where a statement has what is asked about: the values of one use, or the columns of many. */
type AskedSql = Record<'siteId' | 'event' | 'kind' | 'at' | 'day' | 'days', RawBuilder<unknown>>

/** The days that each limit counts in, by its period. */
export const limitDays = ({ event, at }: AskedUse) => ({
  ...periodsAt(dayOf(at)),
  event: countedDays('event', dayOf(at), event) ?? {},
})

/** The site's limit for that kind on that day, with what stands against it: nothing is counted where there is none. */
const limitAt = ({ kind, event, day, days }: AskedSql) => sql`
      select json_build_object('volume', l.volume, 'period', l.period, 'used', limited_uses(c.id, s.id, l.kind,
        (${days} -> l.period ->> 'from')::date, (${days} -> l.period ->> 'until')::date,
        l.period = 'event', ${event})) as standing
      from site_limit l where l.site_id = s.id and l.kind = ${kind} and c.type = 'personal'
        and (l.limit_from is null or l.limit_from <= ${day})
        and (l.limit_until is null or ${day} <= l.limit_until)`

/**
 * Card, site and the latest standing use of that card there and for that event, in one statement; of a program also
 * its key and how often it has guessed.
 * The scope is part of the question: a site that is not yours is not found. What holds of places is asked for the
 * day of the use: one that comes late is judged as it was then.
 */
export const findForUse = async (db: Read, name: CardName, by: Asker, asked: AskedUse): Promise<Found> => {
  const proof = 'key' in by ? by.key.proof : proofIn(by)
  const values: AskedSql = {
    siteId: sql`${asked.siteId}::int`,
    event: sql`${asked.event}::text`,
    kind: sql`${asked.kind}::text`,
    at: sql`${asked.at}::timestamptz`,
    day: sql`${dayOf(asked.at)}::date`,
    days: sql`${JSON.stringify(limitDays(asked))}::jsonb`,
  }
  const card = cardNamed(name, values, proof)
  const { rows } = await sql<FoundRow>`/* ${sql.raw(statementName(name, by))} */
    ${factsOf(by, sql`(select 1) as one`, card, values)}`.execute(db)
  return foundOf(rows[0]!, asked)
}

/** The facts for each row of a table: of one use, whose values stand in `asked`, or of many. */
export const factsOf = (
  by: Asker,
  rows: RawBuilder<unknown>,
  card: RawBuilder<unknown>,
  asked: AskedSql,
): RawBuilder<FoundRow> => {
  const { columns, table, reaches, misses } = keyOf(by)
  const { day } = asked
  return sql`select c.id as card_id, c.type, c.state, c.registered_on, c.valid_until, c.closed_on, c.children, c.code_tail,
      c.revision, s.id as site_id, s.name as site_name, s.category, s.allows_override, s.kinds, r.recent, m.standing as limit,
      w.area_id as site_area, w.crosses as site_crosses, c.area_id as card_area, c.crosses as card_crosses,
      coalesce(s.closed_on <= ${day}, s.merged_into_id is not null) or (w.area_id is null
        and (s.popup_from > ${day} or s.popup_until < ${day}) is true) as is_closed,
      exists (select from pause p where p.site_id = s.id and p.paused_from <= ${day}
        and (p.paused_until is null or ${day} <= p.paused_until)) as is_paused, e.exception,
      ${misses} as misses, ${columns}
    from ${rows}
    ${table}
    left join lateral (${card}) c on true
    left join site s on s.id = ${asked.siteId} and ${reaches}
    left join lateral (
      select p.area_id, m.crosses from site_period p, municipality_crossing(p.municipality_id, ${day}) m
      where p.site_id = s.id and (p.period_from is null or p.period_from <= ${day})
        and (p.period_until is null or ${day} <= p.period_until)
    ) w on true
    left join lateral (${exceptionOn(day, sql`s.id`, sql`w.area_id`)}) e on true
    left join lateral (
      select json_build_object('adults', u.adults, 'children', u.children, 'at', u.used_at) as recent from use u
      where u.card_id = c.id and u.site_id = s.id and u.event is not distinct from ${asked.event}
        and u.used_at between ${asked.at} - make_interval(hours => ${repeatHours}::int)
          and ${asked.at} + make_interval(hours => ${repeatHours}::int)
        and not exists (select from use_cancellation x where x.use_id = u.id)
      order by u.used_at desc limit 1
    ) r on true
    left join lateral (${limitAt(asked)}) m on true`
}

export const foundOf = (row: FoundRow, { kind, event, at }: AskedUse): Found => ({
  key:
    row.key_id === null
      ? null
      : { id: row.key_id, clientId: row.key_client, scopes: row.key_scopes, lastUsedOn: row.key_used_on },
  card:
    row.card_id === null
      ? undefined
      : {
          id: row.card_id,
          type: row.type,
          state: row.state,
          registeredOn: row.registered_on,
          validUntil: row.valid_until,
          closedOn: row.closed_on,
          children: row.children,
          tail: row.code_tail,
          revision: row.revision,
        },
  site:
    row.site_id === null
      ? undefined
      : {
          id: row.site_id,
          name: row.site_name,
          category: row.category,
          allowsOverride: row.allows_override,
          kinds: useKinds.filter((one) => row.kinds.includes(one)),
          areaId: row.site_area,
          crossUse: row.site_crosses,
          isClosed: row.is_closed,
          isPaused: row.is_paused || row.exception?.pausesSites === true,
        },
  home: row.card_area === null ? null : { areaId: row.card_area, crossUse: row.card_crosses },
  exception: row.site_id === null ? null : row.exception,
  recent: row.recent && { ...row.recent, usedAt: new Date(row.recent.at) },
  limit: row.limit && { ...row.limit, kind, days: countedDays(row.limit.period, dayOf(at), event) },
  misses: row.misses && { tokens: row.misses.tokens, refilledAt: new Date(row.misses.at) },
})
