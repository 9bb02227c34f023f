import { type RawBuilder, sql } from 'kysely'
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
  return rows.map(({ code, years, from_on: from, ...row }) => ({
    ...{ code, years, from },
    name: { fi: row.name_fi, sv: row.name_sv, en: row.name_en },
    source: { fi: row.source_fi, sv: row.source_sv, en: row.source_en },
  }))
}

/** What lies in the archive: a signed commitment, or a report of a closed period. */
export type Of = { commitment: number } | { report: number }

/** What the archive knows of either. */
export type Archived = {
  id: number
  title: { fi: string; sv: string; en: string }
  /** Of a commitment its parties, the last day of what was agreed, and whether it was ended before. */
  parties: string[]
  until: Day | null
  endedOn: Day | null
  entry: Entry | null
  decision: Decision | null
}
export type ArchivedCommitment = Archived & { kind: Kind; signedAt: Date }

/** The number and class that hold, and what was decided last, as columns. */
export const latest = (of: RawBuilder<unknown>) => sql`
  (select json_build_object('recordNumber', e.record_number, 'retentionClass', e.retention_class, 'madeAt', e.made_at,
    'madeBy', e.made_by) from archive_entry e where e.${of} order by e.id desc limit 1) as entry,
  (select json_build_object('decision', d.decision, 'keptUntil', d.kept_until, 'reason', d.reason, 'madeAt', d.made_at,
    'madeBy', d.made_by) from archive_decision d where d.${of} order by d.id desc limit 1) as decision`

const toInstant = <T extends { madeAt: string | Date }>(row: T | null) =>
  row && { ...row, madeAt: new Date(row.madeAt) }

/** JSON has no instants: they come as text. */
export const withInstants = <Row extends Pick<Archived, 'entry' | 'decision'>>(row: Row): Row => ({
  ...row,
  ...{ entry: toInstant(row.entry), decision: toInstant(row.decision) },
})

/** The signed commitments that one keeps, the latest first, each with what the archive holds of it. */
export const listArchived = async (
  db: Read | Write,
  id: number | null = null,
): Promise<ArchivedCommitment[]> => {
  const { rows } = await sql<ArchivedCommitment>`
    select c.id, c.kind, c.content -> 'title' as title, c.signed_at as "signedAt", c.until_on as until,
      c.ended_on as "endedOn",
      (select coalesce(json_agg(p.name order by p.position), '[]') from commitment_party p
        where p.commitment_id = c.id) as parties,
      ${latest(sql`commitment_id = c.id`)}
    from commitment c where c.state = 'signed' and (${id}::integer is null or c.id = ${id})
    order by c.signed_at desc, c.id desc limit 2000`.execute(db)
  return rows.map(withInstants)
}

const columnsOf = (of: Of) => ({
  commitment_id: 'commitment' in of ? of.commitment : null,
  report_id: 'report' in of ? of.report : null,
})

/** Every number and class that it had, the latest first. */
export const listEntries = async (db: Read | Write, of: Of): Promise<Entry[]> => {
  const rows = await db
    .selectFrom('archive_entry')
    .select(['record_number', 'retention_class', 'made_at', 'made_by'])
    .where(
      'commitment' in of ? 'commitment_id' : 'report_id',
      '=',
      'commitment' in of ? of.commitment : of.report,
    )
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
  of: Of,
  { recordNumber, retentionClass }: Pick<Entry, 'recordNumber' | 'retentionClass'>,
  { now, by }: { now: Date; by: string },
) =>
  db
    .insertInto('archive_entry')
    .values({
      ...{ ...columnsOf(of), record_number: recordNumber, retention_class: retentionClass },
      ...{ made_at: now, made_by: by },
    })
    .execute()

/** Keeps what was decided when the time of keeping was over. */
export const addDecision = (
  db: Write,
  of: Of,
  { decision, keptUntil, reason }: Pick<Decision, 'decision' | 'keptUntil' | 'reason'>,
  { now, by }: { now: Date; by: string },
) =>
  db
    .insertInto('archive_decision')
    .values({
      ...{ ...columnsOf(of), decision, kept_until: keptUntil, reason },
      ...{ made_at: now, made_by: by },
    })
    .execute()

/** Waits until nobody else decides on the same: two decisions at once are read one after the other. */
export const lockArchive = async (db: Write, of: Of): Promise<void> => {
  const [room, id] = 'commitment' in of ? [66, of.commitment] : [69, of.report]
  await sql`select pg_advisory_xact_lock(${room}, ${id})`.execute(db)
}
