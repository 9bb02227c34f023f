import { sql } from 'kysely'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { Level } from '../publications/rules.ts'
import type { Kind } from '../reports/rules.ts'
import { sha256Of } from '../signed-files/seal-rules.ts'
import { type Archived, latest, withInstants } from './queries.ts'

/** Which report of which closed period, and of which place. */
type ReportKey = { publication: number; kind: Kind; level: Level; placeId: number | null }

export type ArchivedReport = Archived &
  ReportKey & {
    madeAt: Date
    period: string
    asOf: Date
    /** Of the publication, in hexadecimal. */
    digest: string
  }

/** The reports in the archives that one keeps, the latest first, each with what the archive holds of it. */
export const listArchivedReports = async (
  db: Read | Write,
  id: number | null = null,
): Promise<ArchivedReport[]> => {
  const { rows } = await sql<ArchivedReport>`
    select r.id, json_build_object('fi', r.title_fi, 'sv', r.title_sv, 'en', r.title_en) as title,
      r.publication, r.kind, r.level, r.place_id as "placeId", r.period_until as until, null as "endedOn",
      r.made_at as "madeAt", p.period, p.counted_at as "asOf", encode(p.digest, 'hex') as digest,
      '[]'::json as parties, ${latest(sql`report_id = r.id`)}
    from archived_report r join publication p on p.number = r.publication
    where ${id}::integer is null or r.id = ${id}
    order by r.id desc limit 2000`.execute(db)
  return rows.map(withInstants)
}

export type NewReport = ReportKey & {
  /** Whose archive: null is the centre's. */
  areaId: number | null
  title: Archived['title']
  until: Day
}
export type ReportFile = { name: string; body: Uint8Array }

const fileColumns = (
  reportId: number,
  kind: 'document' | 'package',
  { name, body }: ReportFile,
  now: Date,
) => ({
  ...{ report_id: reportId, kind, name, made_at: now, body: Buffer.from(body) },
  sha256: Buffer.from(sha256Of(body), 'hex'),
})

/** The report where it lies in this archive already. */
export const findReportId = async (
  db: Read | Write,
  { publication, kind, level, placeId, areaId }: ReportKey & { areaId: number | null },
): Promise<number | null> =>
  (
    await db
      .selectFrom('archived_report')
      .select('id')
      .where('publication', '=', publication)
      .where('kind', '=', kind)
      .where('level', '=', level)
      .where(sql<boolean>`place_id is not distinct from ${placeId}::integer`)
      .where(sql<boolean>`area_id is not distinct from ${areaId}::integer`)
      .executeTakeFirst()
  )?.id ?? null

/** Takes a report into the archive with its documents; one that lies there already stays as it is. @returns its id */
export const addReport = async (
  db: Write,
  report: NewReport,
  documents: readonly ReportFile[],
  now: Date,
): Promise<number> => {
  const { publication, kind, level, placeId, areaId, title, until } = report
  const added = await db
    .insertInto('archived_report')
    .values({
      ...{ publication, kind, level, place_id: placeId, area_id: areaId, period_until: until, made_at: now },
      ...{ title_fi: title.fi, title_sv: title.sv, title_en: title.en },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return (await findReportId(db, report))!
  const rows = documents.map((one) => fileColumns(added.id, 'document', one, now))
  await db.insertInto('archived_report_file').values(rows).execute()
  return added.id
}

/** The documents of a report as they were made, in the order of their names. */
export const listDocuments = (
  db: Read | Write,
  reportId: number,
): Promise<{ name: string; body: Buffer }[]> =>
  db
    .selectFrom('archived_report_file')
    .select(['name', 'body'])
    .where('report_id', '=', reportId)
    .where('kind', '=', 'document')
    .orderBy('name')
    .execute()

export const listPackages = async (
  db: Read | Write,
  reportId: number,
): Promise<{ id: number; issuedAt: Date }[]> =>
  db
    .selectFrom('archived_report_file')
    .select(['id', 'made_at as issuedAt'])
    .where('report_id', '=', reportId)
    .where('kind', '=', 'package')
    .orderBy('id', 'desc')
    .execute()

export const addPackage = async (
  db: Write,
  reportId: number,
  made: ReportFile,
  now: Date,
): Promise<number> => {
  const { id } = await db
    .insertInto('archived_report_file')
    .values(fileColumns(reportId, 'package', made, now))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const findPackage = async (db: Read, reportId: number, id: number): Promise<Buffer | undefined> =>
  (
    await db
      .selectFrom('archived_report_file')
      .select('body')
      .where('id', '=', id)
      .where('report_id', '=', reportId)
      .where('kind', '=', 'package')
      .executeTakeFirst()
  )?.body
