import { sql } from 'kysely'
import type { UnitScope } from '../access.ts'
import type { Read } from '../db/db.ts'
import { addDays, type Day } from '../lib/dates.ts'
import { soonDays, unusedDays } from './life-rules.ts'
import { type OwnCard, ownCards } from './queries.ts'

/** Cards on their last days, and cards given a while ago that still wait for their first use. */
export type Task = 'expiring' | 'unused'

const cardsOf = (db: Read, scope: UnitScope, task: Task, today: Day) => {
  const valid = ownCards(db, scope).where('c.state', '=', 'registered').where('c.valid_until', '>=', today)
  return task === 'expiring'
    ? valid.where('c.valid_until', '<=', addDays(today, soonDays))
    : valid
        .where('c.type', '=', 'personal')
        .where('c.registered_on', '<=', addDays(today, -unusedDays))
        .where((eb) => eb(eb.fn.coalesce('u.uses', sql<number>`0`), '=', 0))
}

/** How many of the unit's cards wait in a task. */
export const countTask = async (db: Read, scope: UnitScope, task: Task, today: Day): Promise<number> => {
  const { cards } = await db
    .selectFrom(cardsOf(db, scope, task, today).as('t'))
    .select((eb) => eb.fn.countAll<number>().as('cards'))
    .executeTakeFirstOrThrow()
  return Number(cards)
}

/** Some of them, those that have waited longest first. `page` is 1 or more. */
export const listTask = (
  db: Read,
  scope: UnitScope,
  asked: { task: Task; today: Day; page: number; size: number },
): Promise<OwnCard[]> =>
  cardsOf(db, scope, asked.task, asked.today)
    .orderBy(asked.task === 'expiring' ? 'c.valid_until' : 'c.registered_on')
    .orderBy('c.registered_at')
    .orderBy('c.id')
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .execute()
