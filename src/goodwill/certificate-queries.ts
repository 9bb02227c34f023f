import { sql } from 'kysely'
import type { Owner } from '../contacts/queries.ts'
import type { Read } from '../db/db.ts'
import { listFigures, listPublications } from '../publications/queries.ts'
import { closedOf, type Priced, type Told, tellClosed } from './certificate-rules.ts'
import { heirs, lists, priced } from './queries.ts'

/** What the closed periods of a year tell of a site, under its own number: what was merged into it had its own. */
export const findTold = async (db: Read, { id }: Owner, year: number): Promise<Told | null> => {
  const closed = []
  for (const of of closedOf(year, await listPublications(db)))
    closed.push({ of, figures: await listFigures(db, of.number, { level: 'site', placeId: id }) })
  return tellClosed(closed)
}

/** The tickets of personal cards in whole months, with their prices. */
export const findPriced = async (
  db: Read,
  { id }: Owner,
  { from, until }: Pick<Told, 'from' | 'until'>,
): Promise<Priced> => {
  const { rows } = await sql<Priced>`${heirs}${lists}
    select coalesce(sum(m.adults), 0)::integer as adults, coalesce(sum(m.children), 0)::integer as children,
      coalesce(sum(m.adults::bigint * p.adult_cents), 0)::double precision as "adultCents",
      coalesce(sum(m.children::bigint * p.child_cents), 0)::double precision as "childCents",
      coalesce(sum(m.adults + m.children) filter (where p.list_id is null), 0)::integer as unpriced
    from ${priced}
    where m.site_id = ${id} and m.card_type = 'personal' and m.month between ${from}::date and ${until}::date`.execute(
    db,
  )
  return rows[0]!
}
