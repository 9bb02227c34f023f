import { sql } from 'kysely'
import type { Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { isCommitted } from './cover-queries.ts'
import type { ReminderKind } from './follow-rules.ts'
import type { PlaceKind } from './rules.ts'

export type LetterKind = 'published' | ReminderKind

/** A contact person of a place that has not committed, in the language of their own account where they have one. */
export type Reader = {
  contactId: number
  email: string
  language: Language
  place: string
  kind: PlaceKind
  /** The last day of more time; null without. */
  moreUntil: Day | null
  /** When they were told of the version. */
  toldAt: Date | null
}

/** One job at a time writes letters of the operating model. */
export const lockLetters = async (db: Write): Promise<void> => {
  await sql`select pg_advisory_xact_lock(54)`.execute(db)
}

/**
 * Those to write to: the contact persons with an address of the open places that have not committed to the version on the
 * day. Haaparanta is in Sweden; elsewhere Finnish is what every place understands.
 */
export const listReaders = async (
  db: Write,
  kind: PlaceKind,
  { version, day, today }: { version: number; day: Day; today: Day },
): Promise<Reader[]> => {
  const own = sql.ref(kind === 'unit' ? 'c.unit_id' : 'c.site_id')
  const extended = sql.ref(kind === 'unit' ? 'x.unit_id' : 'x.site_id')
  const { rows } = await sql<Reader>`
    select c.id as "contactId", c.email, p.name as place, ${kind}::text as kind,
      coalesce(a.language, case when m.country = 'SE' then 'sv' else 'fi' end) as language,
      (select x.until_on from model_extension x where ${extended} = p.id and x.version_number = ${version}
        order by x.id desc limit 1) as "moreUntil",
      (select l.sent_at from model_letter l where l.contact_id = c.id and l.version_number = ${version}
        and l.kind = 'published') as "toldAt"
    from ${sql.table(kind === 'unit' ? 'issuing_unit' : 'site')} p
    join municipality m on m.id = p.municipality_id
    join contact_person c on ${own} = p.id and c.ended_at is null and c.email is not null
    left join account a on lower(a.email) = lower(c.email) and a.ended_at is null
    where p.merged_into_id is null and (p.closed_on is null or p.closed_on > ${today}::date)
      and ${kind === 'unit' ? sql`p.state = 'active'` : sql`true`} and not ${isCommitted(kind, version, day)}
    order by lower(c.email), p.name, c.id`.execute(db)
  return rows
}

type Told = { version: number; contactId: number; kind: LetterKind; bitesOn: Day | null }

/** Notes that somebody is told. @returns false when they were already */
export const noteTold = async (db: Write, { version, contactId, kind, bitesOn }: Told, now: Date) =>
  (await db
    .insertInto('model_letter')
    .values({
      ...{ version_number: version, contact_id: contactId, kind, bites_on: bitesOn },
      sent_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined
