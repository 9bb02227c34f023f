import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../lib/dates.ts'
import type { PlaceKind } from './rules.ts'

/**
 * Whether the party `q` of a commitment covers the place `p`, whose organisation it is: it names the place, or no place at
 * all. An issuer's commitment covers no site, and that of a venue or a cultural organisation no issuing unit; a
 * municipality's or a county's covers what it has of both.
 */
export const coversPlace = (kind: PlaceKind): RawBuilder<boolean> =>
  kind === 'unit'
    ? sql<boolean>`(q.side not in ('venue', 'culture') and
        (q.unit_id = p.id or num_nonnulls(q.unit_id, q.site_id) = 0))`
    : sql<boolean>`(q.side <> 'issuer' and (q.site_id = p.id or num_nonnulls(q.unit_id, q.site_id) = 0))`

/** Whether the place `p` has committed to the version or to a newer one: as `isInForce` says it of one commitment. */
export const isCommitted = (kind: PlaceKind, version: number, day: Day): RawBuilder<boolean> => sql<boolean>`
  exists (select from commitment_party q join commitment c on c.id = q.commitment_id
    where q.organisation_id = p.organisation_id and ${coversPlace(kind)} and c.state = 'signed'
      and c.model_number >= ${version} and c.from_on <= ${day}::date
      and (c.until_on is null or c.until_on >= ${day}::date) and (c.ended_on is null or c.ended_on >= ${day}::date))`
