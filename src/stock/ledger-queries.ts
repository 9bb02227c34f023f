import { sql } from 'kysely'
import type { Read, Write } from '../db/db.ts'
import type { Destination, Serials, StockRange } from './rules.ts'

/** The ranges that may be seen; the database shows each keeper and unit its own (migration 0011). */
export const stockRanges = (db: Read) =>
  db
    .selectFrom('stock_range as r')
    .select([
      'r.first_serial as first',
      'r.last_serial as last',
      'r.card_type as cardType',
      'r.place',
      'r.area_id as areaId',
      'r.unit_id as unitId',
      'r.order_id as orderId',
      'r.reason',
    ])
    .orderBy('r.first_serial')

/** What of these numbers lies in stock, in pieces; what is registered or somebody else's is not among them. */
export const listPieces = async (db: Read, { first, last }: Serials): Promise<StockRange[]> => {
  const pieces = await stockRanges(db)
    .where(sql<boolean>`int8range(r.first_serial, r.last_serial, '[]') && int8range(${first}, ${last}, '[]')`)
    .execute()
  return pieces.map((piece) => ({
    ...piece,
    first: Math.max(piece.first, first),
    last: Math.min(piece.last, last),
  }))
}

/**
 * Moves what of these numbers lies in stock. The database asks whose it is and to whom it goes, and keeps the trace.
 * @returns how many cards moved: fewer than the numbers where some have been registered
 * @throws error 42501 when they are not theirs to move
 */
export const moveStock = async (
  db: Write,
  { first, last }: Serials,
  to: Destination,
  by: { actor: string; now: Date },
): Promise<number> => {
  const area = 'areaId' in to ? to.areaId : null
  const unit = 'unitId' in to ? to.unitId : null
  const order = 'orderId' in to ? to.orderId : null
  const reason = 'reason' in to ? to.reason : null
  const { rows } = await sql<{ moved: number }>`
    select stock_move(${first}::bigint, ${last}::bigint, ${to.place}, ${area}::int, ${unit}::int, ${order}::int,
      ${reason}::text, ${by.actor}, ${by.now}::timestamptz)::int as moved`.execute(db)
  return rows[0]!.moved
}
