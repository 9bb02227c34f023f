import { sql } from 'kysely'
import { lockCommitment } from '../commitments/event-queries.ts'
import type { Kind } from '../commitments/rules.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { keptAreaOf, type RegisterFacts } from './rules.ts'

/** @property lastOn its last day; null of one that is in force until further notice */
export type Earlier = { id: number; lastOn: Day | null }

/**
 * The commitment that a new one takes the place of: the one that is meant, else the partner's latest that all have signed,
 * of the same kind and area. A pilot's is followed by the partner's own kind, and that of a place by the one it was merged
 * into. It is not warned of any more once its follower is sent, and the archive tells the two together.
 * @param meant which of them, where somebody said so; one that is not among them is not taken
 * @returns null for a first one
 */
export const findEarlier = async (
  db: Read | Write,
  kind: Kind,
  facts: Pick<RegisterFacts, 'area' | 'place'>,
  meant: number | null = null,
): Promise<Earlier | null> => {
  const { place } = facts
  const kinds = kind === 'issuer' || kind === 'venue' ? [kind, 'pilot'] : [kind]
  const [column, table] =
    place?.kind === 'unit' ? [sql`unit_id`, sql`issuing_unit`] : [sql`site_id`, sql`site`]
  const withPartner = place
    ? sql`exists (select from commitment_party p join ${table} x on x.id = p.${column}
        where p.commitment_id = c.id and ${place.id} in (x.id, x.merged_into_id))`
    : sql`true`
  const { rows } = await sql<Earlier>`select c.id, least(c.until_on, c.ended_on) as "lastOn" from commitment c
    where c.state = 'signed' and c.kind = any(${kinds}::text[])
      and c.area_id is not distinct from ${keptAreaOf(kind, facts)}::integer and ${withPartner}
    order by (c.id = ${meant}::integer) desc nulls last, c.from_on desc, c.id desc limit 1`.execute(
    db as Write,
  )
  return rows[0] ?? null
}

/** The open draft that is to take the place of a commitment, so that a second press makes no second one. */
export const findFollowingDraft = async (db: Write, earlierId: number): Promise<number | null> => {
  await lockCommitment(db, earlierId)
  const draft = await db
    .selectFrom('commitment')
    .select('id')
    .where('earlier_id', '=', earlierId)
    .where('state', '=', 'draft')
    .orderBy('id')
    .executeTakeFirst()
  return draft?.id ?? null
}
