import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../lib/dates.ts'
import type { PlaceKind } from './rules.ts'

const ids = (kind: PlaceKind) =>
  kind === 'unit' ? sql`p.organisation_id, p.id, null` : sql`p.organisation_id, null, p.id`

/**
 * Whether the party `q` of a commitment covers the place `p`: it names the place, or no place at all. An issuer's
 * commitment covers no site, and that of a venue or a cultural organisation no issuing unit; a municipality's or a county's
 * covers what it has of both (migration 0054).
 */
export const coversPlace = (kind: PlaceKind): RawBuilder<boolean> =>
  sql<boolean>`party_covers(q, ${ids(kind)})`

/** Whether the place `p` has committed to the version or to a newer one: as `isInForce` says it of one commitment. */
export const isCommitted = (kind: PlaceKind, version: number, day: Day): RawBuilder<boolean> =>
  sql<boolean>`place_has_committed(${ids(kind)}, ${version}::integer, ${day}::date)`

/** Whether a commitment to the version or to a newer one waits for signatures there. */
export const isAsked = (kind: PlaceKind, version: number): RawBuilder<boolean> =>
  sql<boolean>`place_is_asked(${ids(kind)}, ${version}::integer)`
