import type { Pool } from '../db/db.ts'
import { type Day, yearOf } from '../lib/dates.ts'

/** A change that waits for its day, so that the page of rules shows one: invented, and it says so. */
export const makeComingPolicy = async (db: Pool, today: Day): Promise<void> => {
  await db
    .insertInto('policy')
    .values({
      valid_from: `${yearOf(today) + 1}-08-01`,
      validity_months: 12,
      minimum_age: 16,
      child_age: 18,
      maximum_children: 12,
      community_child_age: 18,
      community_validity_months: 12,
      phone_card: false,
      source:
        'Harjoitus: keksitty päätös. Yhteisön kortilla lapsi on alle 18-vuotias, kuten muillakin korteilla.',
    })
    .execute()
}
