import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { Limits } from './limit-rules.ts'

/** Every set of limits in the order of their days. */
export const listLimits = (db: Read): Promise<Limits[]> =>
  db
    .selectFrom('signal_limit')
    .select([
      'valid_from as validFrom',
      'rarity',
      'busy_least as busyLeast',
      'quiet_least as quietLeast',
      'children_least as childrenLeast',
      'sequence_least as sequenceLeast',
      'early_least as earlyLeast',
      'hours_least as hoursLeast',
      'repeats_least as repeatsLeast',
      'unused_least as unusedLeast',
      'open_days as openDays',
      'reason',
    ])
    .orderBy('valid_from')
    .execute()

/** @returns false when a set begins on that day already */
export const addLimits = async (db: Write, limits: Limits): Promise<boolean> => {
  const added = await db
    .insertInto('signal_limit')
    .values({
      ...{ valid_from: limits.validFrom, rarity: limits.rarity, reason: limits.reason },
      ...{ busy_least: limits.busyLeast, quiet_least: limits.quietLeast },
      ...{ children_least: limits.childrenLeast, sequence_least: limits.sequenceLeast },
      ...{ early_least: limits.earlyLeast, hours_least: limits.hoursLeast },
      ...{ repeats_least: limits.repeatsLeast, unused_least: limits.unusedLeast, open_days: limits.openDays },
    })
    .onConflict((conflict) => conflict.column('valid_from').doNothing())
    .returning('valid_from')
    .executeTakeFirst()
  return added !== undefined
}

/** Takes back a set that has not begun. @returns whether there was one */
export const takeBackLimits = async (db: Write, validFrom: Day, today: Day): Promise<boolean> => {
  const gone = await db
    .deleteFrom('signal_limit')
    .where('valid_from', '=', validFrom)
    .where('valid_from', '>', today)
    .returning('valid_from')
    .executeTakeFirst()
  return gone !== undefined
}
