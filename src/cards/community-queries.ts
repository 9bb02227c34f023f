import { sql } from 'kysely'
import type { UnitScope } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { type OwnCard, ownCards, writeEvent } from './queries.ts'

/** The unit's community cards that have been in use, those in use first, then the latest. Few: a unit has some. */
export const listCommunityCards = (db: Read, scope: UnitScope): Promise<OwnCard[]> =>
  ownCards(db, scope)
    .where('c.type', '=', 'community')
    .where('c.state', '<>', 'stock')
    .orderBy(sql`c.state <> 'registered', c.registered_at desc, c.id desc`)
    .limit(200)
    .execute()

/**
 * Takes a community card of the unit's own stock into use: no background data, no consent, no holder. That the card lies
 * in the unit's stock the caller has asked by its code, and the database holds the row to it too.
 * @returns false when somebody else was a moment earlier: then nothing is written
 */
export const takeCommunityCard = async (
  db: Write,
  { unitId }: UnitScope,
  cardId: number,
  by: { actor: string; now: Date; today: Day; ownUntil: Day; validUntil: Day },
): Promise<boolean> => {
  const taken = await db
    .updateTable('card')
    .set((eb) => ({
      state: 'registered',
      unit_id: unitId,
      registered_on: by.today,
      registered_at: by.now,
      own_until: by.ownUntil,
      valid_until: by.validUntil,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', cardId)
    // In stock a card may not be a unit's yet.
    .where((eb) => eb.or([eb('unit_id', '=', unitId), eb('unit_id', 'is', null)]))
    .where('state', '=', 'stock')
    .where('type', '=', 'community')
    .returning('id')
    .executeTakeFirst()
  if (!taken) return false
  await writeEvent(db, cardId, 'registered', by)
  return true
}
