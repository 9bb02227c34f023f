import { sql } from 'kysely'
import type { Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { LifeKind } from './rules.ts'

/** Letters are written by one at a time, so that nobody gets two. */
export const lockLetters = async (db: Write): Promise<void> => {
  await sql`select pg_advisory_xact_lock(67)`.execute(db)
}

export type ToTell = {
  commitmentId: number
  number: number
  kind: LifeKind
  partyId: number | null
  actor: string
  /** The last day that the event names; null where it names none. */
  day: Day | null
}

/** What happened to signed commitments and has been told to nobody, in its order. */
export const listUntold = async (db: Write): Promise<ToTell[]> =>
  (
    await sql<ToTell>`select e.commitment_id as "commitmentId", e.number, e.kind, e.party_id as "partyId", e.actor,
        coalesce(e.text::jsonb -> 'details' ->> 'endsOn', e.text::jsonb -> 'details' ->> 'until') as day
      from commitment_event e
      where e.kind in ('notice', 'notice-withdrawn', 'ended', 'extended', 'made-permanent', 'succeeded')
        and not exists (select from commitment_letter l
          where l.commitment_id = e.commitment_id and l.event_number = e.number)
      order by e.commitment_id, e.number`.execute(db)
  ).rows

/** Whether a commitment `n` takes the place of `c` and goes on after it: one that was ended before does not. */
export const goesOn = sql<boolean>`n.earlier_id = c.id
  and coalesce(least(n.until_on, n.ended_on) > least(c.until_on, c.ended_on), true)`

export type Audience = 'keepers' | 'parties'
export type Ending = { commitmentId: number; day: Day; months: number; audience: Audience }

/**
 * Commitments that end within the months, on a day that their audience was not told of for these months: a new last day
 * is told anew. Of a notice and of an agreement the letter of the event has told; one that is renewed already asks for
 * nothing.
 */
export const listEnding = async (
  db: Write,
  { months, audience }: Pick<Ending, 'months' | 'audience'>,
  today: Day,
): Promise<Ending[]> =>
  (
    await sql<Ending>`select c.id as "commitmentId", c.until_on as day,
        ${months}::integer as months, ${audience}::text as audience
      from commitment c
      where c.state = 'signed' and c.ended_on is null and c.until_on between ${today}::date
          and (${today}::date + make_interval(months => ${months}::integer))::date
        and not exists (select from commitment n where ${goesOn} and n.state in ('waiting', 'signed'))
        and not exists (select from commitment_letter l where l.commitment_id = c.id and l.audience = ${audience}
          and l.ends_on = c.until_on and l.months <= ${months}::integer)
      order by c.id`.execute(db)
  ).rows

export type Reader = { email: string; language: Language; partyId: number | null; hasAccount: boolean }

/**
 * Who is told of a commitment: the coordinators of its area (the centre where it has none, and where it is a party), and of
 * each party the people of its unit or site, or of its organisation, its contact persons, and whoever signed for it by a
 * link, until another came in its place. Each address once.
 * @property partyId of a reader the party that they are of; null for who keeps it
 */
export const listReaders = async (db: Write, commitment: number): Promise<Reader[]> =>
  (
    await sql<Reader>`
      with account_of as (
        select a.email, a.language, r.role, r.area_id, r.unit_id, r.site_id,
          coalesce(u.organisation_id, s.organisation_id) as organisation_id
        from account_role r join account a on a.id = r.account_id
        left join issuing_unit u on u.id = r.unit_id left join site s on s.id = r.site_id
        where r.ended_at is null and a.ended_at is null and a.email is not null)
      select distinct on (lower(email)) email, language, "partyId", rank < 3 or exists (select from account a
        where lower(a.email) = lower(readers.email) and a.ended_at is null) as "hasAccount" from (
        select a.email, a.language, null::integer as "partyId", 1 as rank from commitment c join account_of a
          on (a.role = 'coordinator' and a.area_id = c.area_id) or (a.role = 'centre' and c.area_id is null)
          where c.id = ${commitment}
        union all
        select a.email, a.language, p.id, 2 from commitment_party p join account_of a
          on a.role in ('issuer', 'venue') and a.organisation_id = p.organisation_id
            and (p.unit_id is null or a.unit_id = p.unit_id) and (p.site_id is null or a.site_id = p.site_id)
          where p.commitment_id = ${commitment}
        union all
        select a.email, a.language, p.id, 2 from commitment_party p join account_of a on a.role = 'centre'
          where p.commitment_id = ${commitment} and p.side = 'centre'
        union all
        select k.email, coalesce(a.language, c.binding_language), p.id, 4 from commitment_party p
          join commitment c on c.id = p.commitment_id
          join contact_person k on k.ended_at is null and k.email is not null
            and case when p.unit_id is not null then k.unit_id = p.unit_id
              when p.site_id is not null then k.site_id = p.site_id
              else k.organisation_id = p.organisation_id end
          left join account a on lower(a.email) = lower(k.email) and a.ended_at is null
          where p.commitment_id = ${commitment}
        union all
        select p.signatory_email, coalesce(a.language, c.binding_language), p.id, 3 from commitment_party p
          join commitment c on c.id = p.commitment_id
          left join account a on lower(a.email) = lower(p.signatory_email) and a.ended_at is null
          where p.commitment_id = ${commitment} and p.signatory_email is not null
            and not exists (select from commitment_event e where e.party_id = p.id and e.kind = 'succeeded')) readers
      order by lower(email), rank`.execute(db)
  ).rows

type Names = { areaId: number | null; parties: { id: number; name: string }[] }

/** What a letter says of whose commitment it is. */
export const findNames = async (db: Write, commitment: number): Promise<Names> =>
  (
    await sql<Names>`select c.area_id as "areaId",
        (select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.position)
          from commitment_party p where p.commitment_id = c.id) as parties
      from commitment c where c.id = ${commitment}`.execute(db)
  ).rows[0]!

/** Writes down what was told; the database keeps it from being told twice. */
export const noteTold = async (
  db: Write,
  told: { commitmentId: number; letters: number; now: Date; audience: Audience } & (
    | { event: number }
    | { day: Day; months: number }
  ),
): Promise<void> => {
  await db
    .insertInto('commitment_letter')
    .values({
      commitment_id: told.commitmentId,
      event_number: 'event' in told ? told.event : null,
      ends_on: 'day' in told ? told.day : null,
      months: 'months' in told ? told.months : null,
      ...{ audience: told.audience, letters: told.letters, sent_at: told.now },
    })
    .execute()
}

/** The address of the account that did something, so that nobody is told of their own deed. */
export const findActorEmail = async (db: Write, actor: string): Promise<string | null> => {
  const id = /^account:([0-9a-f-]{36})$/.exec(actor)?.[1]
  if (!id) return null
  const account = await db.selectFrom('account').select('email').where('id', '=', id).executeTakeFirst()
  return account?.email ?? null
}
