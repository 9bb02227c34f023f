import { sql } from 'kysely'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { Queue } from './rules.ts'

/** The queue of a training, and where whoever acts stands in it. It names nobody. */
export const readQueue = async (db: Read, trainingId: number): Promise<Queue> => {
  const { rows } = await sql<Queue>`select taken, own from training_queue(${trainingId})`.execute(db)
  return rows[0]!
}

/** Any number that no other advisory lock of the program has as its first. */
const queueLock = 20151126

/** One at a time into the queue of a training, until the transaction ends: the last seat is given once. */
export const lockQueue = (db: Write, trainingId: number) =>
  sql`select pg_advisory_xact_lock(${queueLock}, ${trainingId}::int)`.execute(db)

type Place = { trainingId: number; accountId: string; now: Date }

/**
 * Puts somebody at the end of the queue; whoever stands in it already stays where they are.
 * @param hasSeat whether the page tells of a seat at once: else a letter does, when one is free
 */
export const signUp = async (
  db: Write,
  { trainingId, accountId, now }: Place,
  hasSeat: boolean,
): Promise<void> => {
  await sql`
    insert into training_sign_up (training_id, account_id, signed_at, seat_told_at)
    values (${trainingId}, ${accountId}, ${now}, ${hasSeat ? now : null})
    on conflict (training_id, account_id) where cancelled_at is null do nothing`.execute(db)
}

/** Takes somebody out of the queue: those behind move up. @returns whether they stood in it */
export const cancelSignUp = async (db: Write, { trainingId, accountId, now }: Place): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('training_sign_up')
    .set({ cancelled_at: now })
    .where('training_id', '=', trainingId)
    .where('account_id', '=', accountId)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The trainings that somebody has signed up for, with whether they came. */
export const listOwnSignUps = (db: Read, accountId: string) =>
  db
    .selectFrom('training_sign_up')
    .select(['training_id as trainingId', 'attended'])
    .where('account_id', '=', accountId)
    .where('cancelled_at', 'is', null)
    .execute()

export type Participant = {
  id: string
  name: string
  email: string
  cancelledAt: Date | null
  attended: boolean | null
  /** Where they stand in the queue, 1 is the first; null of who has cancelled. */
  own: number | null
}

/** Everybody who has signed up, in the order of the queue, those who cancelled last. Ask only for a training that one keeps. */
export const listParticipants = async (db: Read, trainingId: number): Promise<Participant[]> => {
  const { rows } = await sql<Participant>`
    select s.id::text, a.name, a.email, s.cancelled_at as "cancelledAt", s.attended,
      case when s.cancelled_at is null then
        (row_number() over (partition by s.cancelled_at is null order by s.id))::integer end as own
    from training_sign_up s join account a on a.id = s.account_id
    where s.training_id = ${trainingId} order by s.cancelled_at is not null, s.id`.execute(db)
  return rows
}

/** @returns whether there is such a sign-up for the training */
export const setAttended = async (
  db: Write,
  trainingId: number,
  id: string,
  attended: boolean | null,
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('training_sign_up')
    .set({ attended })
    .where(sql<string>`id::text`, '=', id)
    .where('training_id', '=', trainingId)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Removes who signed up for what was held long ago; of what has no day, from when they did. */
export const forgetSignUps = async (db: Pool, today: Day, months: number): Promise<void> => {
  await sql`delete from training_sign_up s using training t where t.id = s.training_id
    and (coalesce(t.ends_at, s.signed_at) at time zone 'Europe/Helsinki')::date
      <= ${today}::date - make_interval(months => ${months}::int)`.execute(db)
}
