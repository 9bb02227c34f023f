import type { UnitScope } from '../access.ts'
import type { Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'

/**
 * Closes a registered card for good, from today on. Uses of earlier days that come late still count on their day.
 * @returns false when the card is not a registered one of the unit: then nothing is written
 */
export const withdrawCard = async (
  db: Write,
  { unitId }: UnitScope,
  cardId: number,
  by: { actor: string; now: Date; today: Day; reason: string },
): Promise<boolean> => {
  const closed = await db
    .updateTable('card')
    .set((eb) => ({
      state: 'withdrawn',
      closed_on: by.today,
      closed_reason: by.reason,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', cardId)
    .where('unit_id', '=', unitId)
    .where('state', '=', 'registered')
    .returning('id')
    .executeTakeFirst()
  if (!closed) return false
  await db
    .insertInto('card_event')
    .values({
      card_id: cardId,
      event: 'withdrawn',
      happened_at: by.now,
      actor: by.actor,
      reason: by.reason,
    })
    .execute()
  return true
}
