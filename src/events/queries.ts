import { sql } from 'kysely'
import type { Owner } from '../contacts/queries.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import { addDays, type Day, dayOf } from '../lib/dates.ts'
import { instantOf } from '../lib/local-time.ts'
import { standingSiteIds } from '../network/queries.ts'
import type { EventFacts, Source } from './rules.ts'

/** An event as the register has it. */
export type SiteEvent = EventFacts & {
  id: number
  source: Source
  cancelledByPerson: boolean
  changedAt: Date
}
/** For all to read, with where it is. */
export type PublicEvent = SiteEvent & {
  siteId: number
  site: string
  nameFi: string
  nameSv: string | null
  /** The days of a pop-up site that has any. */
  popUpFrom: Day | null
  popUpUntil: Day | null
}

/** The columns of `SiteEvent` in an event `e`. */
export const eventColumns = sql`
  e.id, e.source, e.names, e.starts_at as "startsAt", e.ends_at as "endsAt", e.all_day as "allDay", e.place, e.tickets,
  e.for_children as "forChildren", e.accessible, e.booking, e.how, e.url, e.cancelled_at is not null as "isCancelled",
  e.cancelled_by is not distinct from 'person' as "cancelledByPerson", e.changed_at as "changedAt"`

/** An event `e` that is not over; one without an end is over when its day is. As `isToCome` in the rules. */
export const isToComeAt = (now: Date) =>
  sql`coalesce(e.ends_at >= ${now}, e.starts_at >= ${instantOf(dayOf(now), 0)})`

/** Which of several rows that tell one event is shown, the least first. */
const standIn = (row: 'e' | 'k') => {
  const at = (column: string) => sql.ref(`${row}.${column}`)
  return sql`(${at('cancelled_by')} is distinct from 'person', ${at('place')} is null, ${at('id')})`
}

/**
 * An event `e` that its source still has and that no other row of the site tells too: two feeds, or a feed and a file,
 * may know the same one. Of such twins the one that a person has cancelled is shown, else the first that tells a hall.
 */
const isShown = sql`e.withdrawn_at is null and not exists (
  select from event k where k.site_id = e.site_id and k.starts_at = e.starts_at and k.withdrawn_at is null
    and ${standIn('k')} < ${standIn('e')}
    and (k.outside_id = e.outside_id or (e.place is null or lower(k.place) = lower(e.place))
      and (lower(k.names->>'fi') = lower(e.names->>'fi') or lower(k.names->>'sv') = lower(e.names->>'sv')
        or lower(k.names->>'en') = lower(e.names->>'en'))))`

/** The very expression of the index; what ended at the first moment, as at midnight, is over then. */
const isBetween = (from: Date, until: Date) => sql`e.withdrawn_at is null
  and tstzrange(e.starts_at, coalesce(e.ends_at, e.starts_at), '[]') && tstzrange(${from}, ${until}, '[)')
  and (e.ends_at is null or e.ends_at > ${from} or e.starts_at = ${from})`

/** Whether the site `s` is there on a day of an event `e` that is not before the first of the days asked for. */
const isThere = (from: Date) => sql`(least(s.closed_on - 1, s.popup_until) is null
    or least(s.closed_on - 1, s.popup_until) >= (greatest(e.starts_at, ${from}) at time zone 'Europe/Helsinki')::date)
  and (s.popup_from is null
    or s.popup_from <= (coalesce(e.ends_at, e.starts_at) at time zone 'Europe/Helsinki')::date)`

/** The site, or the one that it was merged into: a calendar that somebody keeps goes on. */
const standingFor = (siteId: number) => sql`
  with recursive line as (
    select id, merged_into_id from site where id = ${siteId}
    union select n.id, n.merged_into_id from line join site n on n.id = line.merged_into_id)
  select id from line where merged_into_id is null`

/** What a list is narrowed to; null is no limit. */
export type EventFilter = {
  municipalityId: number | null
  siteId: number | null
  children: boolean
  noBooking: boolean
  accessible: boolean
}

/**
 * What is on between two moments, in order, at the sites that the public may go to on the day or, of a pop-up site, later
 * on. Cancelled ones stand there too: whoever had planned to go is to see it.
 * @param most rows at most
 */
export const listBetween = async (
  db: Read,
  { from, until }: { from: Date; until: Date },
  filter: EventFilter,
  day: Day,
  most: number,
): Promise<PublicEvent[]> => {
  const { municipalityId, siteId, children, noBooking, accessible } = filter
  // In steps: a plan made for any two moments cannot know how few events lie between them, and would ask anew for each
  // of them which sites are open.
  const { rows } = await sql<PublicEvent>`/* events.list-between */
    with open_site as materialized (${standingSiteIds(day)}),
    e as materialized (select * from event e where ${isBetween(from, until)})
    select ${eventColumns}, s.id as "siteId", s.name as site, m.name_fi as "nameFi", m.name_sv as "nameSv",
      s.popup_from as "popUpFrom", s.popup_until as "popUpUntil"
    from e join site s on s.id = e.site_id join municipality m on m.id = s.municipality_id
    where e.site_id in (select id from open_site) and ${isThere(from)} and ${isShown}
      and (${municipalityId}::integer is null or s.municipality_id = ${municipalityId})
      and ${siteId === null ? sql`true` : sql`s.id in (${standingFor(siteId)})`}
      and (not ${children}::boolean or e.for_children)
      and (not ${noBooking}::boolean or e.booking = false)
      and (not ${accessible}::boolean or e.accessible)
    order by e.starts_at, e.id limit ${most}`.execute(db)
  return rows
}

/** The next events of a site, for its page. @param most rows at most */
export const listComing = async (db: Read, siteId: number, now: Date, most = 6): Promise<SiteEvent[]> => {
  const { rows } = await sql<SiteEvent>`select ${eventColumns} from event e
    where e.site_id = ${siteId} and ${isShown} and ${isToComeAt(now)}
    order by e.starts_at, e.id limit ${most}`.execute(db)
  return rows
}

/** The sites where something is on between two moments: what the finder asks by “when”. Cancelled events do not count. */
export const sitesWithEvents = async (db: Read, from: Date, until: Date): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`select distinct e.site_id as id from event e
    where ${isBetween(from, until)} and ${isShown} and e.cancelled_at is null order by 1`.execute(db)
  return rows.map(({ id }) => id)
}

/** What a site has, to come or past, a page of it. */
export const listOfSite = async (
  db: Read,
  { id }: Owner,
  { now, past, page, size }: { now: Date; past: boolean; page: number; size: number },
): Promise<{ rows: SiteEvent[]; total: number }> => {
  const { rows } = await sql<SiteEvent & { total: number }>`
    select ${eventColumns}, count(*) over ()::integer as total from event e
    where e.site_id = ${id} and e.withdrawn_at is null and ${isToComeAt(now)} <> ${past}
    order by case when ${past} then e.starts_at end desc, e.starts_at, e.id
    limit ${size} offset ${(page - 1) * size}`.execute(db)
  return { rows, total: rows[0]?.total ?? 0 }
}

/** One event of the site; of another it is not there. */
export const findEvent = async (db: Read, { id }: Owner, event: number): Promise<SiteEvent | undefined> => {
  const { rows } = await sql<SiteEvent>`select ${eventColumns} from event e
    where e.id = ${event} and e.site_id = ${id} and e.withdrawn_at is null`.execute(db)
  return rows[0]
}

const json = (value: unknown) => (value === null ? null : sql<string>`${JSON.stringify(value)}::jsonb`)

/** The columns that say what `EventFacts` does, but for whether it is cancelled. */
export const factColumns = (facts: EventFacts) => ({
  names: json(facts.names)!,
  starts_at: facts.startsAt,
  ends_at: facts.endsAt,
  all_day: facts.allDay,
  place: facts.place,
  tickets: facts.tickets,
  for_children: facts.forChildren,
  accessible: facts.accessible,
  booking: facts.booking,
  how: json(facts.how),
  url: facts.url,
})

type By = { now: Date; actor: string }
const marks = ({ now, actor }: By) => ({ changed_at: now, changed_by: actor })

/** @returns the id of the new event */
export const addEvent = async (db: Write, site: Owner, facts: EventFacts, by: By): Promise<number> => {
  const { id } = await db
    .insertInto('event')
    .values({
      ...{ site_id: site.id, source: 'entered', ...factColumns(facts), made_at: by.now, ...marks(by) },
      ...(facts.isCancelled ? { cancelled_at: by.now, cancelled_by: 'person' as const } : {}),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const changeEvent = (db: Write, site: Owner, id: number, facts: EventFacts, by: By) =>
  db
    .updateTable('event')
    .set({ ...factColumns(facts), ...marks(by) })
    .where('id', '=', id)
    .where('site_id', '=', site.id)
    .execute()

/** Says that an event is cancelled, or takes that back. */
export const cancelEvent = (db: Write, site: Owner, id: number, isCancelled: boolean, by: By) =>
  db
    .updateTable('event')
    .set({
      cancelled_at: isCancelled ? by.now : null,
      cancelled_by: isCancelled ? 'person' : null,
      ...marks(by),
    })
    .where('id', '=', id)
    .where('site_id', '=', site.id)
    .where('cancelled_at', isCancelled ? 'is' : 'is not', null)
    .execute()

/** Events that ended so many months before the day are removed. @returns nothing that names them */
export const forgetEvents = async (db: Pool, today: Day, months: number): Promise<void> => {
  // One without an end has ended with its day.
  await sql`delete from event where (coalesce(ends_at, starts_at) at time zone 'Europe/Helsinki')::date
    <= (${addDays(today, 0)}::date - make_interval(months => ${months}))::date`.execute(db)
}
