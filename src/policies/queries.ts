import { sql } from 'kysely'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { SourcedPolicy } from './rules.ts'

/** Every policy with its source, in the order of their days. */
export const listSourced = (db: Read): Promise<SourcedPolicy[]> =>
  db
    .selectFrom('policy')
    .select([
      'valid_from as validFrom',
      'validity_months as validityMonths',
      'minimum_age as minimumAge',
      'child_age as childAge',
      'maximum_children as maximumChildren',
      'community_child_age as communityChildAge',
      'community_validity_months as communityValidityMonths',
      'phone_card as phoneCard',
      'source',
    ])
    .orderBy('valid_from')
    .execute()

/**
 * Adds a policy. The database lets only the centre do so, and only from tomorrow on.
 * @returns false when one begins on that day already
 */
export const addPolicy = async (db: Write, policy: SourcedPolicy): Promise<boolean> => {
  const added = await db
    .insertInto('policy')
    .values({
      valid_from: policy.validFrom,
      validity_months: policy.validityMonths,
      minimum_age: policy.minimumAge,
      child_age: policy.childAge,
      maximum_children: policy.maximumChildren,
      community_child_age: policy.communityChildAge,
      community_validity_months: policy.communityValidityMonths,
      phone_card: policy.phoneCard,
      source: policy.source,
    })
    .onConflict((conflict) => conflict.column('valid_from').doNothing())
    .returning('valid_from')
    .executeTakeFirst()
  return added !== undefined
}

/** Takes back a policy that has not begun. @returns whether there was one */
export const takeBackPolicy = async (db: Write, validFrom: Day, today: Day): Promise<boolean> => {
  const gone = await db
    .deleteFrom('policy')
    .where('valid_from', '=', validFrom)
    .where('valid_from', '>', today)
    .returning('valid_from')
    .executeTakeFirst()
  return gone !== undefined
}

/** Counts of personal cards to the nearest five; null is fewer than five, and 0 where the numbers can bear on none. */
export type Preview = {
  registered: number | null
  tooYoung: number | null
  nowOldEnough: number | null
  tooManyChildren: number | null
  nowFewEnough: number | null
  withChildren: number | null
  withoutYear: number | null
  longer: number | null
  shorter: number | null
  /** By how many days the last day would have moved, either way; null when fewer than five would. */
  leastDays: number | null
  mostDays: number | null
}

/** What the numbers would have done to the personal cards registered in a span of days. The database counts; nobody sees a card. */
export const previewOf = async (
  db: Read,
  span: { from: Day; before: Day },
  { validityMonths, minimumAge, maximumChildren }: SourcedPolicy,
): Promise<Preview> => {
  const { rows } = await sql<Preview>`
    select registered, too_young as "tooYoung", now_old_enough as "nowOldEnough",
      too_many_children as "tooManyChildren", now_few_enough as "nowFewEnough", with_children as "withChildren",
      without_year as "withoutYear", longer, shorter, least_days as "leastDays", most_days as "mostDays"
    from policy_preview(${span.from}::date, ${span.before}::date, ${validityMonths}::integer,
      ${minimumAge}::integer, ${maximumChildren}::integer)`.execute(db)
  return rows[0]!
}
