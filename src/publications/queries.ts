import { sql } from 'kysely'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Closed, Decided } from './closing-rules.ts'
import type { Counted } from './counted-rules.ts'
import { isPublic } from './lattice-rules.ts'
import type { Figure, Level, Period, Publication } from './rules.ts'

const columns = sql`p.number, p.period, p.counted_at as "asOf", p.published_at as "publishedAt", encode(p.digest, 'hex') as digest,
  encode(p.corrections_digest, 'hex') as "correctionsDigest"`

/** All publications, the newest first. */
export const listPublications = async (db: Read): Promise<Publication[]> => {
  const { rows } =
    await sql<Publication>`select ${columns} from publication p order by p.number desc`.execute(db)
  return rows
}

export const findPublication = async (db: Read, period: Period): Promise<Publication | undefined> => {
  const { rows } =
    await sql<Publication>`select ${columns} from publication p where p.period = ${period}`.execute(db)
  return rows[0]
}

const figure = sql`f.measure, f.division, f.part, f.level, f.place_id as "placeId", f.count`

/** The figures of one place, as far as the reader may see them (row-level security). */
export const listFigures = async (
  db: Read,
  number: number,
  place: { level: Level; placeId: number | null },
): Promise<Figure[]> => {
  const { rows } = await sql<Figure>`select ${figure} from publication_figure f
    where f.publication = ${number} and f.level = ${place.level} and f.place_id is not distinct from ${place.placeId}
    order by f.measure, f.division, f.part`.execute(db)
  return rows
}

/** Everything of a publication that the reader may see, in one order. */
export const listAllFigures = async (db: Read, number: number): Promise<Figure[]> => {
  const { rows } =
    await sql<Figure>`select ${figure} from publication_figure f where f.publication = ${number}
    order by f.measure, f.division, f.level, f.place_id nulls first, f.part`.execute(db)
  return rows
}

/** A closed quarter with what it counted: for the owner of the tables alone. */
export const findClosed = async (db: Pool | Write, { number }: Publication): Promise<Closed> => {
  const { rows: counted } = await sql<Counted>`
    select measure, division, part, grain, spot_id as "spotId", municipality_id as "municipalityId", area_id as "areaId",
      county_id as "countyId", count, cards, largest
    from publication_count where publication = ${number}`.execute(db)
  return { counted, figures: await listAllFigures(db, number) }
}

/** Rows in one statement; a whole year is some ten thousand. */
const atOnce = 5_000
const inSlices = async <T>(rows: readonly T[], run: (slice: string) => Promise<unknown>) => {
  for (let at = 0; at < rows.length; at += atOnce) await run(JSON.stringify(rows.slice(at, at + atOnce)))
}

/** One closing at a time, whatever else runs. */
export const holdClosing = (db: Write) =>
  sql`select pg_advisory_xact_lock(hashtextextended('publication', 0))`.execute(db)

/** What a closing says of itself; `lastEvent`: the last event of a card that had been written. */
type Stored = {
  period: Period
  asOf: Date
  digest: Buffer
  correctionsDigest: Buffer | null
  lastEvent: number
}

/** Stores a closed period for good. @returns its number */
export const storePublication = async (
  db: Write,
  { period, asOf, digest, correctionsDigest, lastEvent }: Stored,
  { counted, figures }: Decided,
): Promise<number> => {
  const { rows } = await sql<{
    number: number
  }>`insert into publication (period, counted_at, published_at, digest, corrections_digest, last_event)
    values (${period}, ${asOf}, ${asOf}, ${digest}, ${correctionsDigest}, ${lastEvent}) returning number`.execute(
    db,
  )
  const { number } = rows[0]!
  const shown = figures.map((one) => ({ ...one, place: one.placeId, isPublic: isPublic(one.level) }))
  await inSlices(shown, (slice) =>
    sql`insert into publication_figure (publication, measure, division, part, level, place_id, count, is_public)
      select ${number}, f.measure, f.division, f.part, f.level, f.place, f.count, f."isPublic"
      from jsonb_to_recordset(${slice}::jsonb) as f(measure text, division text, part text, level text, place int,
        count int, "isPublic" boolean)`.execute(db),
  )
  await inSlices(counted, (slice) =>
    sql`insert into publication_count (publication, measure, division, part, grain, spot_id, municipality_id, area_id,
        county_id, count, cards, largest)
      select ${number}, c.measure, c.division, c.part, c.grain, c."spotId", c."municipalityId", c."areaId", c."countyId",
        c.count, c.cards, c.largest
      from jsonb_to_recordset(${slice}::jsonb) as c(measure text, division text, part text, grain text, "spotId" int,
        "municipalityId" int, "areaId" int, "countyId" int, count int, cards int, largest int)`.execute(db),
  )
  return number
}
