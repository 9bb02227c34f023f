import { sql } from 'kysely'
import type { Kind } from '../commitments/rules.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { keptAreaOf, type RegisterFacts } from './rules.ts'

/** @property lastOn its last day; null of one that is in force until further notice */
export type Earlier = { id: number; lastOn: Day | null }

/**
 * The commitment that a new one takes the place of: the partner's latest that all have signed, of the same kind and area.
 * A pilot's is followed by the partner's own kind. It is not warned of any more once its follower is sent, and the
 * archive tells the two together.
 * @returns null for a first one
 */
export const findEarlier = async (
  db: Read | Write,
  kind: Kind,
  facts: Pick<RegisterFacts, 'area' | 'place'>,
): Promise<Earlier | null> => {
  const { place } = facts
  const kinds = kind === 'issuer' || kind === 'venue' ? [kind, 'pilot'] : [kind]
  const withPartner = place
    ? sql`exists (select from commitment_party p where p.commitment_id = c.id
        and p.${place.kind === 'unit' ? sql`unit_id` : sql`site_id`} = ${place.id})`
    : sql`true`
  const { rows } = await sql<Earlier>`select c.id, least(c.until_on, c.ended_on) as "lastOn" from commitment c
    where c.state = 'signed' and c.kind = any(${kinds}::text[])
      and c.area_id is not distinct from ${keptAreaOf(kind, facts)}::integer and ${withPartner}
    order by c.from_on desc, c.id desc limit 1`.execute(db as Write)
  return rows[0] ?? null
}
