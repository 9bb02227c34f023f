import { sql } from 'kysely'
import type { Owner } from '../contacts/queries.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'

export type Confirmed = { instructedOn: Day; confirmedAt: Date }

const columnOf = ({ kind }: Owner) => (kind === 'unit' ? 'unit_id' : 'site_id')

/** What the place has confirmed for the year; undefined while it has not. */
export const findConfirmation = (db: Read, place: Owner, year: number): Promise<Confirmed | undefined> =>
  db
    .selectFrom('confirmation')
    .select(['instructed_on as instructedOn', 'confirmed_at as confirmedAt'])
    .where(columnOf(place), '=', place.id)
    .where('year', '=', year)
    .executeTakeFirst()

/**
 * Confirms the year, in one statement: of two that come together, one waits and finds it done.
 * @returns false when the same had been confirmed already, so that nothing changed
 */
export const confirm = async (
  db: Write,
  place: Owner,
  { year, instructedOn, now, by }: { year: number; instructedOn: Day; now: Date; by: string },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('confirmation')
    .values({
      [columnOf(place)]: place.id,
      year,
      instructed_on: instructedOn,
      confirmed_at: now,
      confirmed_by: by,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['unit_id', 'site_id', 'year'])
        .doUpdateSet({ instructed_on: instructedOn, confirmed_at: now, confirmed_by: by })
        .where('confirmation.instructed_on', '<>', instructedOn),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Any number that no other advisory lock of the program has. */
const reminderLock = 20150602

/** Only one hand sends reminders at a time: two that press the button together send one letter. */
export const lockReminders = (db: Write) => sql`select pg_advisory_xact_lock(${reminderLock})`.execute(db)

/** Writes down that a place got letters. */
export const recordReminder = (
  db: Write,
  { kind, id }: { kind: 'unit' | 'site'; id: number },
  sent: { now: Date; by: string; letters: number },
) =>
  db
    .insertInto('confirmation_reminder')
    .values({
      [kind === 'unit' ? 'unit_id' : 'site_id']: id,
      sent_at: sent.now,
      sent_by: sent.by,
      letters: sent.letters,
    })
    .execute()
