import { type RawBuilder, sql } from 'kysely'
import type { Pool, Read, Write } from '../db/db.ts'
import {
  byAudience,
  countFacts,
  type Facts,
  monthOf,
  type Span,
  unitPlace,
  unitSpot,
  useSpot,
  usesOf,
} from './count-queries.ts'
import type { Counted } from './counted-rules.ts'
import type { Correction, Told } from './rules.ts'

/*
 * What came or went between two closings and bears on an earlier quarter. Corrections are of whole windows that never
 * overlap: no two of them have an entry in common, so their difference tells nothing.
 */

/** The days of the quarter, and the window: after `since`, until `asOf`. */
export type Late = Span & {
  since: Date
  /** The last events of a card that were written by then; null where that was not kept. */
  sinceEvent: number | null
  untilEvent: number | null
}

/** What is counted of the uses of a window, by the condition under which they are of it. */
const ticketFacts = (span: Span, isOfWindow: RawBuilder<unknown>): Facts[] => [
  {
    measure: 'tickets',
    rows: sql`select ${useSpot}, t.audience, t.amount, ${monthOf(sql`u.used_on`)} as month
      ${usesOf(span, 'personal', byAudience)} and t.amount > 0 and ${isOfWindow}`,
    divisions: { all: sql`'all'`, audience: sql`f.audience`, month: sql`f.month` },
  },
  {
    measure: 'community-tickets',
    rows: sql`select ${useSpot}, t.amount
      ${usesOf(span, 'community', byAudience)} and t.amount > 0 and ${isOfWindow}`,
    divisions: { all: sql`'all'` },
  },
]

/** Came in the window and stands at its end; stood at its beginning and was undone in it. */
const addedTickets = (late: Late) => ticketFacts(late, sql`u.received_at > ${late.since}::timestamptz`)
const removedTickets = (late: Late) =>
  ticketFacts(
    { ...late, asOf: late.since },
    sql`exists (select from use_cancellation x where x.use_id = u.id and x.cancelled_at <= ${late.asOf}::timestamptz)`,
  )

/** Whether its registration was written in the window, whatever day it says. */
const isWritten = ({ sinceEvent, untilEvent }: Pick<Late, 'sinceEvent' | 'untilEvent'>) => sql`exists (
  select from card_event e where e.card_id = c.id and e.event = 'registered'
    and e.id > ${sinceEvent}::bigint and e.id <= ${untilEvent}::bigint)`

/** An imported card says noon of its day, whenever it was imported: the event of its registration tells. */
const addedCards = ({ from, until, since, asOf, ...events }: Late): Facts => ({
  measure: 'registered',
  rows: sql`select ${unitSpot} from card c ${unitPlace(sql`c.registered_on`)}
    where c.type = 'personal' and c.registered_on between ${from}::date and ${until}::date
      and c.registered_at <= ${asOf}::timestamptz
      and (c.registered_at > ${since}::timestamptz or ${isWritten(events)})`,
  divisions: { all: sql`'all'` },
})

const firstBy = (asOf: Date) => sql`min(u.used_on) filter (where u.received_at <= ${asOf}::timestamptz
  and (x.cancelled_at is null or x.cancelled_at > ${asOf}::timestamptz))`

/** Cards whose first use lies in the quarter at one end of the window only. */
const firstUses = ({ from, until, since, asOf }: Late, end: 'was' | 'is'): Facts => {
  const isIn = (first: 'was' | 'is') =>
    sql`coalesce(${sql.ref(`g.${first}`)} between ${from}::date and ${until}::date, false)`
  return {
    measure: 'taken-into-use',
    rows: sql`select ${unitSpot} from (
        select u.card_id, ${firstBy(since)} as was, ${firstBy(asOf)} as "is" from use u
        left join use_cancellation x on x.use_id = u.id
        where u.used_on <= ${until}::date and u.card_id in (
          select card_id from use where used_on <= ${until}::date
            and received_at > ${since}::timestamptz and received_at <= ${asOf}::timestamptz
          union select o.card_id from use_cancellation x join use o on o.id = x.use_id and o.used_on = x.used_on
          where x.used_on <= ${until}::date and x.cancelled_at > ${since}::timestamptz and x.cancelled_at <= ${asOf}::timestamptz)
        group by u.card_id) g
      join card c on c.id = g.card_id ${unitPlace(sql`c.registered_on`)}
      where c.type = 'personal' and c.registered_on is not null
        and ${isIn(end)} and not ${isIn(end === 'is' ? 'was' : 'is')}`,
    divisions: { all: sql`'all'` },
  }
}

/** What came and what went, at every grain of place; what is not there is 0. */
export type Changes = { added: Counted[]; removed: Counted[] }

const countAll = async (db: Read, facts: readonly Facts[]): Promise<Counted[]> => {
  const counted: Counted[] = []
  for (const one of facts) counted.push(...(await countFacts(db, one)))
  return counted
}

/** Whether anything came or went at all that bears on the days; most windows of old quarters are empty. */
const isTouched = async (db: Read, { from, until, since, asOf, ...events }: Late): Promise<boolean> => {
  const { rows } = await sql<{
    touched: boolean
  }>`select exists (select from use where used_on <= ${until}::date
      and received_at > ${since}::timestamptz and received_at <= ${asOf}::timestamptz)
    or exists (select from use_cancellation where used_on <= ${until}::date
      and cancelled_at > ${since}::timestamptz and cancelled_at <= ${asOf}::timestamptz)
    or exists (select from card c where c.registered_on between ${from}::date and ${until}::date
      and (c.registered_at > ${since}::timestamptz or ${isWritten(events)})) as touched`.execute(db)
  return rows[0]!.touched
}

/** Counts the changes of a window. */
export const countChanges = async (db: Read, late: Late): Promise<Changes> => {
  if (late.since >= late.asOf || !(await isTouched(db, late))) return { added: [], removed: [] }
  return {
    added: await countAll(db, [...addedTickets(late), addedCards(late), firstUses(late, 'is')]),
    removed: await countAll(db, [...removedTickets(late), firstUses(late, 'was')]),
  }
}

/** The tickets and cards that a quarter has at each place at an instant: what is left after what went. */
export const countStanding = (db: Read, span: Span): Promise<Counted[]> =>
  countAll(db, ticketFacts(span, sql`true`))

/** The last event of a card that is written. */
export const lastEvent = async (db: Read): Promise<number> => {
  const { rows } = await sql<{
    last: number
  }>`select coalesce(max(id), 0)::float8 as last from card_event`.execute(db)
  return rows[0]!.last
}

const columns = sql`c.period, c.measure, c.division, c.part, c.level, c.place_id as "placeId", c.added, c.removed`
const order = sql`c.period, c.measure, c.division, c.level, c.place_id nulls first, c.part`

/** The corrections that a publication tells. */
export const listCorrections = async (db: Read, number: number): Promise<Correction[]> => {
  const { rows } = await sql<Correction>`select ${columns} from publication_correction c
    where c.publication = ${number} order by ${order}`.execute(db)
  return rows
}

/** All that has been told of some quarters at a place, what was told first to begin with. */
export const listTold = async (
  db: Read,
  periods: readonly string[],
  { level, placeId }: Pick<Correction, 'level' | 'placeId'>,
): Promise<Told[]> => {
  const { rows } = await sql<Told>`select ${columns}, c.publication, p.counted_at as "asOf"
    from publication_correction c join publication p on p.number = c.publication
    where c.period = any(${[...periods]}::text[]) and c.level = ${level} and c.place_id is not distinct from ${placeId}
    order by c.publication, ${order}`.execute(db)
  return rows
}

/** What came and went after closing by month of the country, as told so far: months as `2026-03`. */
export const listLateMonths = async (
  db: Read,
): Promise<{ month: string; added: number; removed: number }[]> => {
  const { rows } = await sql<{ month: string; added: number; removed: number }>`
    select c.part as month, coalesce(sum(c.added), 0)::int as added, coalesce(sum(c.removed), 0)::int as removed
    from publication_correction c where c.measure = 'tickets' and c.division = 'month' and c.level = 'country'
    group by c.part order by c.part`.execute(db)
  return rows
}

/** Everything told of a quarter so far, at all places. */
export const listToldOf = async (db: Read, period: string): Promise<Correction[]> => {
  const { rows } = await sql<Correction>`select ${columns} from publication_correction c
    where c.period = ${period} order by c.publication, ${order}`.execute(db)
  return rows
}

/** The last event that had been written when a publication was counted. */
export const findLastEvent = async (db: Pool | Write, number: number): Promise<number | null> => {
  const { rows } = await sql<{ last: number | null }>`
    select last_event::float8 as last from publication where number = ${number}`.execute(db)
  return rows[0]?.last ?? null
}

/** Stores the corrections of a closing for good. */
export const storeCorrections = async (
  db: Write,
  number: number,
  corrections: readonly Correction[],
): Promise<void> => {
  await sql`insert into publication_correction (publication, period, measure, division, part, level, place_id, added, removed)
    select ${number}, c.period, c.measure, c.division, c.part, c.level, c."placeId", c.added, c.removed
    from jsonb_to_recordset(${JSON.stringify(corrections)}::jsonb) as c(period text, measure text, division text, part text,
      level text, "placeId" int, added int, removed int)`.execute(db)
}
