import { sql } from 'kysely'
import type { Pool } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'

/** So many cards in one transaction: a sweep that is killed has done whole ones, and the next goes on. */
const batch = 200

/** The day on which a card (by the name `c`) could be used no more. */
export const cardEnd = sql<Day>`coalesce(c.closed_on, c.valid_until + 1)`

/**
 * Forgets the cards whose time is over: so many months after their closing, or after their last day.
 * @returns how many
 */
export const forgetCards = async (pool: Pool, today: Day, months: number): Promise<number> => {
  for (let forgotten = 0; ; ) {
    const { rows } = await sql<{ cards: number }>`
      select cards_forget(array(select c.id from card c where c.registered_on is not null
        and ${cardEnd} + make_interval(months => ${months}::int) <= ${today}::date
        order by c.id limit ${batch})) as cards`.execute(pool)
    forgotten += rows[0]!.cards
    if (rows[0]!.cards < batch) return forgotten
  }
}
