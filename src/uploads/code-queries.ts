import { takeToken } from '../accounts/limit-queries.ts'
import { readCode } from '../codes/rules.ts'
import type { Pool } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { findCardIds } from '../uses/reconciled-queries.ts'

/** A bucket from which each code that no card has takes a token, as at a desk. */
export type MissBucket = { bucket: string; perHour: number }

/** The card's id; null when no card has the code; `later` when too many others were wrong before it. */
export type LookedUp = number | null | 'later'

/**
 * Finds the cards that the codes of a list name, in its order. Each code that no card has costs what it costs at a desk,
 * and when those tries are used up nothing is told of the codes after it: a list is no way to guess codes.
 * @param before what was looked up already: a wrong code of the same list costs once
 */
export const lookUpCodes = async (
  db: Pool,
  keys: Keys,
  siteId: number,
  codes: readonly string[],
  limit: { buckets: readonly MissBucket[]; now: Date },
  before: Readonly<Record<string, LookedUp>> = {},
): Promise<Record<string, LookedUp>> => {
  const distinct = [...new Set(codes)]
  const found: Record<string, LookedUp> = {}
  const sound = distinct.filter((code) => {
    const { legacy } = readCode(code)
    if (legacy === '') found[code] = null
    return legacy !== ''
  })
  const ids = await findCardIds(db, keys, siteId, sound.map(readCode))
  let isSpent = false
  for (const [index, code] of sound.entries()) {
    const id = ids[index] ?? null
    const isPaid = id !== null || before[code] === null
    if (!isPaid && !isSpent)
      for (const { bucket, perHour } of limit.buckets)
        isSpent ||= (await takeToken(db, bucket, perHour, perHour, limit.now)) > 0
    found[code] = isSpent ? 'later' : id
  }
  return found
}
