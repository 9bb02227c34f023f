import { sql } from 'kysely'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { answeringEnd, proofOf, type Round, type Way } from './rules.ts'

/** The rounds of a card of the caller's unit, the latest first; of another's there are none. */
export const listRounds = async (db: Read, cardId: number): Promise<Round[]> => {
  const { rows } = await sql<Round>`
    select id, wave, way, language, is_opened as "isOpened", begun_at as "begunAt", expires_at as "expiresAt",
      finished_at as "finishedAt", ended_at as "endedAt"
    from wellbeing_rounds_of(${cardId}::bigint)`.execute(db)
  return rows
}

/**
 * Begins a round, by the set of questions in force, and ends what was open on the card.
 * @param bond ties it to this browser at once; null for a link that waits for its phone
 * @throws when the card is not the unit's own, closed, answered already, or without consent
 */
export const beginRound = async (
  db: Write,
  given: {
    id: string
    cardId: number
    language: string
    way: Way
    token: string
    bond: string | null
    now: Date
    today: Day
  },
) => {
  const bondProof = given.bond === null ? null : proofOf(given.bond)
  await sql`select wellbeing_begin(${given.cardId}::bigint, ${given.id}::uuid, ${given.language}, ${given.way},
    ${proofOf(given.token)}::bytea, ${bondProof}::bytea, ${given.now}::timestamptz,
    ${answeringEnd(given.way, given.now)}::timestamptz, ${given.today}::date)`.execute(db)
}

/** Ends what is open on a card of the caller's unit; its answers so far go. @returns how many were open */
export const endRounds = async (db: Write, cardId: number, now: Date): Promise<number> => {
  const { rows } = await sql<{ ended: number }>`
    select wellbeing_end(${cardId}::bigint, ${now}::timestamptz) as ended`.execute(db)
  return rows[0]!.ended
}

/**
 * Deletes every answer of the one who holds the card, on earlier cards too, and marks the consents to them as withdrawn.
 * @returns how many rounds went
 */
export const forgetWellbeing = async (db: Write, cardId: number, now: Date): Promise<number> => {
  const { rows } = await sql<{ forgotten: number }>`
    select wellbeing_forget(${cardId}::bigint, ${now}::timestamptz) as forgotten`.execute(db)
  return rows[0]!.forgotten
}

/** Sweeps out what was answered in rounds whose time ran out before they were handed in. */
export const forgetUnfinished = async (db: Pool, now: Date) => {
  const past = db
    .updateTable('wellbeing_round')
    .set((eb) => ({ ended_at: eb.ref('expires_at') }))
    .where('finished_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '<=', now)
    .returning('id')
  await db
    .with('past', () => past)
    .deleteFrom('wellbeing_answer')
    .where('round_id', 'in', (eb) => eb.selectFrom('past').select('past.id'))
    .execute()
}
