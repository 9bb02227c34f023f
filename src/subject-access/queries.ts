import { sql } from 'kysely'
import type { UnitScope } from '../access.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { SubjectData } from './rules.ts'

/**
 * All that is tied to a card of the unit; undefined of any other. Which unit asks, the database finds out by itself.
 * Columns that are not told are in the view `subject_left_out` (migration 0015), each with its reason.
 */
export const findSubjectData = async (
  db: Read,
  _scope: UnitScope,
  cardId: number,
): Promise<SubjectData | undefined> => {
  const { rows } = await sql<{
    data: SubjectData | null
  }>`select subject_data(${cardId}::bigint) as data`.execute(db as Pool)
  return rows[0]?.data ?? undefined
}

export type HoldersCard = { tail: string; registeredOn: Day | null; uses: number }

/** The cards of one holder, tied by renewals: what an erasure takes. None when the card is not the unit's. */
export const listHoldersCards = async (
  db: Read,
  _scope: UnitScope,
  cardId: number,
): Promise<HoldersCard[]> => {
  const { rows } = await sql<HoldersCard>`
    select code_tail as tail, registered_on as "registeredOn", uses from subject_cards(${cardId}::bigint)`.execute(
    db as Pool,
  )
  return rows
}

/**
 * Erases the card and those tied to it by renewals, at once, and keeps that it was done.
 * @returns how many cards were erased
 */
export const eraseSubject = async (
  db: Write,
  _scope: UnitScope,
  cardId: number,
  today: Day,
): Promise<number> => {
  const { rows } = await sql<{ cards: number }>`
    select subject_erase(${cardId}::bigint, ${today}::date) as cards`.execute(db)
  return rows[0]!.cards
}
