import { sql } from 'kysely'
import type { Pool } from '../db/db.ts'

export type StockFaults = {
  /** Cards in stock. */
  cards: number
  /** Numbers of cards in stock that lie nowhere, and numbers that lie somewhere and are no card in stock. */
  nowhere: number[]
  nobody: number[]
}

/**
 * Compares every card in stock with the ranges. That no number lies twice the database itself holds (an exclusion).
 * @returns at most five numbers of each fault
 */
export const findStockFaults = async (db: Pool): Promise<StockFaults> => {
  const { rows } = await sql<StockFaults>`
    with lying as (select generate_series(first_serial, last_serial) as serial from stock_range),
    waiting as (select serial from card where state = 'stock')
    select (select count(*)::int from waiting) as cards,
      array(select serial::int from waiting except select serial::int from lying order by 1 limit 5) as nowhere,
      array(select serial::int from lying except select serial::int from waiting order by 1 limit 5) as nobody`.execute(
    db,
  )
  return rows[0]!
}
