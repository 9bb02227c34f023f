import { sql } from 'kysely'
import type { Kind } from '../commitments/rules.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { Decision, Entry, RetentionClass } from './rules.ts'

/** Every class that ever held, the latest first. */
export const listClasses = async (db: Read | Write): Promise<RetentionClass[]> => {
  const rows = await db
    .selectFrom('retention_class')
    .selectAll()
    .orderBy('from_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ code, name_fi: fi, name_sv: sv, name_en: en, years, source, from_on: from }) => ({
    ...{ code, name: { fi, sv, en }, years, source, from },
  }))
}

export type Archived = {
  id: number
  kind: Kind
  title: { fi: string; sv: string; en: string }
  parties: string[]
  signedAt: Date
  until: Day | null
  endedOn: Day | null
  entry: Entry | null
  decision: Decision | null
}

const toInstant = <T extends { madeAt: string | Date }>(row: T | null) =>
  row && { ...row, madeAt: new Date(row.madeAt) }

/** The signed commitments that one keeps, the latest first, each with what the archive holds of it. */
export const listArchived = async (db: Read | Write, id: number | null = null): Promise<Archived[]> => {
  const { rows } = await sql<Archived>`
    select c.id, c.kind, c.content -> 'title' as title, c.signed_at as "signedAt", c.until_on as until,
      c.ended_on as "endedOn",
      (select coalesce(json_agg(p.name order by p.position), '[]') from commitment_party p
        where p.commitment_id = c.id) as parties,
      (select json_build_object('recordNumber', e.record_number, 'retentionClass', e.retention_class, 'madeAt', e.made_at,
        'madeBy', e.made_by) from archive_entry e where e.commitment_id = c.id order by e.id desc limit 1) as entry,
      (select json_build_object('decision', d.decision, 'keptUntil', d.kept_until, 'reason', d.reason, 'madeAt', d.made_at,
        'madeBy', d.made_by) from archive_decision d where d.commitment_id = c.id order by d.id desc limit 1) as decision
    from commitment c where c.state = 'signed' and (${id}::integer is null or c.id = ${id})
    order by c.signed_at desc, c.id desc limit 2000`.execute(db)
  return rows.map((row) => ({ ...row, entry: toInstant(row.entry), decision: toInstant(row.decision) }))
}

/** Every number and class that it had, the latest first. */
export const listEntries = async (db: Read | Write, commitmentId: number): Promise<Entry[]> => {
  const rows = await db
    .selectFrom('archive_entry')
    .select(['record_number', 'retention_class', 'made_at', 'made_by'])
    .where('commitment_id', '=', commitmentId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    ...{ recordNumber: row.record_number, retentionClass: row.retention_class },
    ...{ madeAt: row.made_at, madeBy: row.made_by },
  }))
}

/** Records it under a number and in a class; what it had before stays as its history. */
export const addEntry = (
  db: Write,
  commitmentId: number,
  { recordNumber, retentionClass }: Pick<Entry, 'recordNumber' | 'retentionClass'>,
  { now, by }: { now: Date; by: string },
) =>
  db
    .insertInto('archive_entry')
    .values({
      ...{ commitment_id: commitmentId, record_number: recordNumber, retention_class: retentionClass },
      ...{ made_at: now, made_by: by },
    })
    .execute()

/** Keeps what was decided when the time of keeping was over. */
export const addDecision = (
  db: Write,
  commitmentId: number,
  { decision, keptUntil, reason }: Pick<Decision, 'decision' | 'keptUntil' | 'reason'>,
  { now, by }: { now: Date; by: string },
) =>
  db
    .insertInto('archive_decision')
    .values({
      ...{ commitment_id: commitmentId, decision, kept_until: keptUntil, reason },
      ...{ made_at: now, made_by: by },
    })
    .execute()

/** Waits until nobody else decides on the commitment's archive: two decisions at once are read one after the other. */
export const lockArchive = async (db: Write, commitmentId: number): Promise<void> => {
  await sql`select pg_advisory_xact_lock(66, ${commitmentId})`.execute(db)
}
