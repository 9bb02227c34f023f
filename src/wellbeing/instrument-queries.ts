import { sql } from 'kysely'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { Instrument, PublishedMean, Texts } from './rules.ts'

export type KeptInstrument = Instrument & { id: number }

const selectInstruments = (db: Read) =>
  db.selectFrom('instrument as i').select([
    'i.id',
    'i.name',
    'i.version',
    'i.valid_from as validFrom',
    'i.is_placeholder as isPlaceholder',
    'i.source',
    'i.licence',
    sql<Instrument['scale']>`i.scale`.as('scale'),
    sql<Instrument['scoring']>`i.scoring`.as('scoring'),
    sql<Texts>`i.lead`.as('lead'),
    sql<Texts[]>`(select jsonb_agg(one.texts order by one.item) from (
        select q.item, jsonb_object_agg(q.language, q.question) as texts
        from instrument_item q where q.instrument_id = i.id group by q.item) one)`.as('items'),
  ])

/** Every set of questions, the newest first. */
export const listInstruments = (db: Read): Promise<KeptInstrument[]> =>
  selectInstruments(db).orderBy('i.valid_from', 'desc').execute()

export const findInstrument = (db: Read, id: number): Promise<KeptInstrument | undefined> =>
  selectInstruments(db).where('i.id', '=', id).executeTakeFirst()

/** The set in force on a day: the one that began last. Ours has been there from the start. */
export const findInstrumentOn = (db: Read, day: Day): Promise<KeptInstrument> =>
  selectInstruments(db)
    .where('i.valid_from', '<=', day)
    .orderBy('i.valid_from', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()

/** Adds a set that has been checked. Only the owner of the tables may. */
export const addInstrument = async (db: Pool | Write, instrument: Instrument) => {
  await sql`select instrument_add(${JSON.stringify(instrument)}::text::jsonb)`.execute(db)
}

/** How many rounds have been answered by each set, rounded down to fives; only the centre is told. */
export const countRounds = async (db: Read): Promise<Map<number, number>> => {
  const { rows } = await sql<{ id: number; rounds: number }>`
    select instrument_id as id, rounds from wellbeing_counts()`.execute(db)
  return new Map(rows.map(({ id, rounds }) => [id, rounds]))
}

/** Means before and after as they were last published; only to the centre. */
export const listPublishedMeans = async (db: Read): Promise<PublishedMean[]> => {
  const { rows } = await sql<PublishedMean>`
    select instrument_id as "instrumentId", item, wave, counted_on as "countedOn", persons, mean_before as before, mean_after as after
    from wellbeing_means()`.execute(db)
  return rows
}

/**
 * Publishes the means of each set and wave anew where a month has passed and at least five persons have come or gone,
 * so that no two figures differ by one person. Only the owner of the tables may.
 */
export const publishMeans = async (db: Pool | Write, day: Day) => {
  await sql`select wellbeing_publish(${day}::date)`.execute(db)
}
