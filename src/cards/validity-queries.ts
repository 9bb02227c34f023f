import { sql } from 'kysely'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'

/**
 * Which cards follow a change: those registered in a pilot of a municipality, from its first through its last day,
 * which now end on `endsOn` (null: on their own day), or those on which an exception bears.
 */
export type Bearing =
  | { municipalityId: number; firstDay: Day | null; lastDay: Day | null; endsOn: Day | null }
  | { exceptionId: number }

const argumentsOf = (bearing: Bearing) =>
  'exceptionId' in bearing
    ? sql`null, null, null, null, ${bearing.exceptionId}::int`
    : sql`${bearing.municipalityId}::int, ${bearing.firstDay}::date, ${bearing.lastDay}::date,
        ${bearing.endsOn}::date, null`

export type Moving = { until: Day; cards: number }

/** How many cards would move, and to what day; the most cards first. Nothing is changed. */
export const listMoving = async (db: Read, bearing: Bearing): Promise<Moving[]> => {
  const { rows } = await sql<Moving>`
    select due as until, count(*) as cards from cards_due(${argumentsOf(bearing)})
    where due <> valid_until group by due order by count(*) desc, due`.execute(db)
  return rows
}

/** Any number that no other advisory lock of the program has. */
const validityLock = 5_245_850

/**
 * Whoever registers a card holds this while reading what ends it: a change of that waits, and then finds the card.
 */
export const holdValidity = (db: Write) =>
  sql`select pg_advisory_xact_lock_shared(${validityLock})`.execute(db)

/**
 * Moves the last day of all those cards in one statement, each with its event and a new revision: a desk that asked
 * a moment ago asks again. Who may do so, the caller has asked.
 * @returns how many cards moved
 */
export const moveValidity = async (
  db: Write,
  bearing: Bearing,
  by: { actor: string; now: Date },
): Promise<number> => {
  await sql`select pg_advisory_xact_lock(${validityLock})`.execute(db)
  const { rows } = await sql<{ moved: number }>`
    select cards_move_validity(${argumentsOf(bearing)}, ${by.actor}, ${by.now}) as moved`.execute(db)
  return rows[0]!.moved
}
