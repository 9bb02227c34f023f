import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { type Chapter, inForce, inOrder, marks, type Point, type Version } from './rules.ts'

/** The versions that whoever asks may see, the newest first: of drafts, the centre alone. */
export const listVersions = (db: Read): Promise<Version[]> =>
  db
    .selectFrom('operating_model_version')
    .select(['number', 'state', 'from_on as from', 'published_at as publishedAt', 'changed_at as changedAt'])
    .orderBy('number', 'desc')
    .execute()

export const findVersion = async (db: Read, number: number): Promise<Version | undefined> =>
  (await listVersions(db)).find((version) => version.number === number)

/** The version that holds on a day. The first one is shipped, so there is one from 11.9.2025 on. */
export const findModelInForce = async (db: Read, today: Day): Promise<Version | undefined> =>
  inForce(await listVersions(db), today)

/** The newest that is published, also before its day: what a new commitment is made to. */
export const findNewestModel = async (db: Read): Promise<Version | undefined> =>
  (await listVersions(db)).find(({ state }) => state === 'published')

/** The points of a version, in their order. */
export const listPoints = async (db: Read, version: number): Promise<Point[]> => {
  const rows = await db
    .selectFrom('operating_model_point')
    .selectAll()
    .where('version_number', '=', version)
    .execute()
  return inOrder(
    rows.map((row) => ({
      line: row.line,
      chapter: row.chapter as Chapter,
      place: row.place,
      marks: marks.filter((mark) => row[`for_${mark}`]),
      heading: { fi: row.heading_fi, sv: row.heading_sv, en: row.heading_en },
      text: { fi: row.text_fi, sv: row.text_sv, en: row.text_en },
    })),
  )
}

const rowOf = ({ chapter, place, marks: own, heading, text }: Omit<Point, 'line'>) => ({
  ...{ chapter, place },
  for_issuers: own.includes('issuers'),
  for_venues: own.includes('venues'),
  for_coordinators: own.includes('coordinators'),
  ...{ heading_fi: heading.fi, heading_sv: heading.sv, heading_en: heading.en },
  ...{ text_fi: text.fi, text_sv: text.sv, text_en: text.en },
})

/**
 * Makes the next version: a draft that is a copy of the newest one.
 * @returns its number; undefined when there is a draft already
 */
export const makeNextVersion = async (db: Write, now: Date): Promise<number | undefined> => {
  const [newest] = await listVersions(db)
  const number = (newest?.number ?? 0) + 1
  const made = await db
    .insertInto('operating_model_version')
    .values({ number, made_at: now, changed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .executeTakeFirst()
  if (!made) return undefined
  for (const { line, ...point } of newest ? await listPoints(db, newest.number) : [])
    await db
      .insertInto('operating_model_point')
      .values({ version_number: number, line, ...rowOf(point) })
      .execute()
  return number
}

/** Takes the row of a draft in hand: who writes or publishes it at the same moment waits. */
export const lockDraft = async (db: Write, number: number): Promise<boolean> =>
  (await db
    .selectFrom('operating_model_version')
    .select('number')
    .where('number', '=', number)
    .where('state', '=', 'draft')
    .forUpdate()
    .executeTakeFirst()) !== undefined

const touch = (db: Write, number: number, now: Date) =>
  db.updateTable('operating_model_version').set({ changed_at: now }).where('number', '=', number).execute()

type New = Omit<Point, 'line' | 'place'>

/** Adds a point to the end of its chapter. @returns its line, which no point of any version has had */
export const addPoint = async (db: Write, version: number, point: New, now: Date): Promise<number> => {
  const { last } = await db
    .selectFrom('operating_model_point')
    .select((eb) => eb.fn.max('line').as('last'))
    .executeTakeFirstOrThrow()
  const line = (last ?? 0) + 1
  const place = (await listPoints(db, version)).filter(({ chapter }) => chapter === point.chapter).length + 1
  await db
    .insertInto('operating_model_point')
    .values({ version_number: version, line, ...rowOf({ ...point, place }) })
    .execute()
  await touch(db, version, now)
  return line
}

/** Writes points anew, each by its line: their texts, and where they stand. */
export const writePoints = async (
  db: Write,
  version: number,
  points: readonly Point[],
  now: Date,
): Promise<void> => {
  for (const { line, ...point } of points)
    await db
      .updateTable('operating_model_point')
      .set(rowOf(point))
      .where('version_number', '=', version)
      .where('line', '=', line)
      .execute()
  await touch(db, version, now)
}

export const removePoint = async (db: Write, version: number, line: number): Promise<void> => {
  await db
    .deleteFrom('operating_model_point')
    .where('version_number', '=', version)
    .where('line', '=', line)
    .execute()
}

/** Publishes a draft from a day; from then on it stays as it is (migration 0054). */
export const publishVersion = async (db: Write, number: number, from: Day, now: Date): Promise<void> => {
  await db
    .updateTable('operating_model_version')
    .set({ state: 'published', from_on: from, published_at: now, changed_at: now })
    .where('number', '=', number)
    .execute()
}

/**
 * Makes a published version a draft again. Whether its day has come, the caller has asked.
 * @returns false when there is another draft
 * @throws when somebody was asked to commit to it
 */
export const takeBackVersion = async (db: Write, number: number, now: Date): Promise<boolean> => {
  if ((await listVersions(db)).some(({ state }) => state === 'draft')) return false
  await db
    .updateTable('operating_model_version')
    .set({ state: 'draft', from_on: null, published_at: null, changed_at: now })
    .where('number', '=', number)
    .execute()
  return true
}

/** How many commitments name the version, in any state. */
export const countCommitments = async (db: Read, number: number): Promise<number> =>
  Number(
    (
      await db
        .selectFrom('commitment')
        .select((eb) => eb.fn.countAll().as('count'))
        .where('model_number', '=', number)
        .executeTakeFirstOrThrow()
    ).count,
  )
