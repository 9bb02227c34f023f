import { type Insertable, sql } from 'kysely'
import { canonicalLegacy, canonicalNew, codeHash, isNewCode, tailOf } from '../codes/rules.ts'
import type { Pool } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import type { Database } from '../db/schema.ts'
import { type Day, dayOf } from '../lib/dates.ts'

/**
 * Makers of rows for the demo world and for tests alike. They write what years of work would have left behind,
 * in every slice's tables: the one place that may, because nobody's real data is ever here.
 */

type Row<Table extends keyof Database> = Insertable<Database[Table]>
const batch = 1000
/** So many at once change how a table is best read. */
const many = 100

/** Bytes have no form of their own in JSON; the database reads this one. */
const asJson = (rows: readonly object[]) =>
  JSON.stringify(rows, (_, value: unknown) =>
    isBytes(value) ? `\\x${Buffer.from(value.data).toString('hex')}` : value,
  )
const isBytes = (value: unknown): value is { data: number[] } =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer'

/**
 * Adds many rows of one shape, a thousand in a statement. They travel as one JSON value: the embedded database
 * takes that several times faster than a parameter for each cell, and no limit of 65,535 parameters is met.
 */
export const insertRows = async <Table extends keyof Database>(
  db: Pool,
  table: Table,
  rows: readonly Row<Table>[],
): Promise<void> => {
  for (let start = 0; start < rows.length; start += batch) {
    const part = rows.slice(start, start + batch)
    const columns = sql.join(Object.keys(part[0]!).map((column) => sql.ref(column)))
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${asJson(part)}::json)`.execute(
      db,
    )
  }
  // Nobody else counts a table within a transaction, and one that is thought empty is read by the slowest way.
  if (rows.length >= many) await sql`analyze ${sql.table(table)}`.execute(db)
}

/** @returns the ids of the new cards, in the order of the rows */
export const insertCards = async (db: Pool, rows: readonly Row<'card'>[]): Promise<number[]> => {
  await insertRows(db, 'card', rows)
  const kept = await db.selectFrom('card').select(['id', 'code_hash']).execute()
  const ids = new Map(kept.map((card) => [card.code_hash.toString('hex'), card.id]))
  return rows.map((row) => ids.get(row.code_hash.toString('hex'))!)
}

export type UnitToMake = {
  organisationId: number
  municipalityId: number
  areaId: number
  name: string
  kind: string
  thirdSector: boolean
}
export const unitRow = (unit: UnitToMake): Row<'issuing_unit'> => ({
  organisation_id: unit.organisationId,
  municipality_id: unit.municipalityId,
  area_id: unit.areaId,
  name: unit.name,
  kind: unit.kind,
  third_sector: unit.thirdSector,
})

export type SiteToMake = {
  organisationId: number
  municipalityId: number
  /** Null for a pop-up site, outside the networks. */
  areaId: number | null
  name: string
  category: Database['site']['category']
  allowsOverride?: boolean
}
export const siteRow = (site: SiteToMake): Row<'site'> => ({
  organisation_id: site.organisationId,
  municipality_id: site.municipalityId,
  area_id: site.areaId,
  name: site.name,
  category: site.category,
  allows_override: site.allowsOverride ?? true,
})

export type Closing = { state: 'replaced' | 'lost' | 'withdrawn'; on: Day }
export type CardToMake = {
  /** In any form that people type. */
  code: string
  type: Database['card']['type']
  unitId: number
  /** Null while the card is in stock. */
  registration: {
    at: Date
    /** The last day without regard to a pilot; the same as `validUntil` when left out. */
    ownUntil?: Day
    validUntil: Day
    birthYear: number | null
    postalCode: string | null
    children: number
    lifeSituation?: string | null
    gender?: string | null
  } | null
  closing?: Closing | undefined
}

/** A card as the register keeps it: a keyed hash and four characters in place of the code. */
export const cardRow = (keys: Keys, card: CardToMake): Row<'card'> => {
  const isNew = isNewCode(card.code)
  const canonical = isNew ? canonicalNew(card.code) : canonicalLegacy(card.code)
  const { registration, closing } = card
  return {
    code_hash: codeHash(keys.cardCode, canonical),
    code_tail: tailOf(canonical),
    code_style: isNew ? 'new' : 'legacy',
    type: card.type,
    unit_id: card.unitId,
    state: registration ? (closing?.state ?? 'registered') : 'stock',
    registered_on: registration && dayOf(registration.at),
    registered_at: registration?.at ?? null,
    own_until: registration?.ownUntil ?? registration?.validUntil ?? null,
    valid_until: registration?.validUntil ?? null,
    birth_year: registration?.birthYear ?? null,
    postal_code: registration?.postalCode ?? null,
    children: registration?.children ?? 0,
    life_situation: registration?.lifeSituation ?? null,
    gender: registration?.gender ?? null,
    closed_on: closing?.on ?? null,
    // Left out of an insert from JSON, a column would be null and not its default.
    key_version: keys.version,
  }
}

export type UseToMake = {
  id: string
  cardId: number
  siteId: number
  usedAt: Date
  receivedAt?: Date
  adults: number
  children: number
  companions: number
  category: Database['use']['category']
  kind: Database['use']['kind']
  event?: string | null
  source: Database['use']['source']
  recordedBy: string
}
export const useRow = (use: UseToMake): Row<'use'> => ({
  id: use.id,
  used_on: dayOf(use.usedAt),
  card_id: use.cardId,
  site_id: use.siteId,
  event: use.event ?? null,
  used_at: use.usedAt,
  received_at: use.receivedAt ?? use.usedAt,
  adults: use.adults,
  children: use.children,
  companions: use.companions,
  category: use.category,
  kind: use.kind,
  source: use.source,
  recorded_by: use.recordedBy,
})
