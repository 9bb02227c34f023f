import { sql } from 'kysely'
import type { UnitScope } from '../access.ts'
import type { Read } from '../db/db.ts'

/** How many cards the unit can hand out: those that lie in its stock, not those on their way or blocked. */
export const countUnitStock = async (
  db: Read,
  { unitId }: UnitScope,
  type: 'personal' | 'community',
): Promise<number> => {
  const { cards } = await db
    .selectFrom('stock_range')
    .select(sql<number>`coalesce(sum(last_serial - first_serial + 1), 0)::int`.as('cards'))
    .where('unit_id', '=', unitId)
    .where('place', '=', 'unit')
    .where('card_type', '=', type)
    .executeTakeFirstOrThrow()
  return cards
}
