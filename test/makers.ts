import { randomUUID } from 'node:crypto'
import { createAccount, type RoleScope } from '../src/accounts/queries.ts'
import { newCode } from '../src/codes/rules.ts'
import type { Pool } from '../src/db/db.ts'
import type { Keys } from '../src/db/keys.ts'
import { cardRow, siteRow, unitRow, useRow } from '../src/demo/makers.ts'
import { type Day, lastDayOfMonths } from '../src/lib/dates.ts'

/**
 * The makers of the demo world, each with believable values for all that a test does not name.
 * They write what an import would have left behind; the rules are tried through pages and endpoints.
 */
let counter = 0
const next = (word: string) => `${word} ${++counter}`

/** Gives the id of a named row, made when missing. */
const named = async (db: Pool, table: 'area' | 'organisation', name: string): Promise<number> => {
  const known = await db.selectFrom(table).select('id').where('name', '=', name).executeTakeFirst()
  if (known) return known.id
  return (await db.insertInto(table).values({ name }).returning('id').executeTakeFirstOrThrow()).id
}

export type MadeMunicipality = { id: number; areaId: number; name: string }

/** A municipality in an area, in permanent use unless told otherwise. */
export const makeMunicipality = async (
  db: Pool,
  given: {
    name?: string
    nameSv?: string
    area?: string
    country?: 'FI' | 'SE'
    phase?: 'interest' | 'preparing' | 'pilot' | 'permanent' | 'ended'
    from?: Day
    until?: Day
    crossUse?: boolean
  } = {},
): Promise<MadeMunicipality> => {
  const name = given.name ?? next('Kunta')
  const areaId = await named(db, 'area', given.area ?? 'Kainuu')
  const { id } = await db
    .insertInto('municipality')
    .values({ name_fi: name, name_sv: given.nameSv ?? null, country: given.country ?? 'FI' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('area_membership')
    .values({
      area_id: areaId,
      municipality_id: id,
      phase: given.phase ?? 'permanent',
      phase_from: given.from ?? null,
      phase_until: given.until ?? null,
      cross_use: given.crossUse ?? true,
    })
    .execute()
  return { id, areaId, name }
}

type Place = { municipality?: MadeMunicipality }

export type MadeUnit = { id: number; name: string; municipality: MadeMunicipality }
export const makeUnit = async (
  db: Pool,
  given: Place & { name?: string; kind?: string; thirdSector?: boolean } = {},
): Promise<MadeUnit> => {
  const municipality = given.municipality ?? (await makeMunicipality(db))
  const name = given.name ?? next('Aikuissosiaalityö')
  const row = unitRow({
    organisationId: await named(db, 'organisation', 'Esimerkkialueen hyvinvointialue'),
    municipalityId: municipality.id,
    areaId: municipality.areaId,
    name,
    kind: given.kind ?? 'sosiaalitoimisto',
    thirdSector: given.thirdSector ?? false,
  })
  const { id } = await db.insertInto('issuing_unit').values(row).returning('id').executeTakeFirstOrThrow()
  return { id, name, municipality }
}

export type MadeSite = { id: number; name: string; municipality: MadeMunicipality }
export const makeSite = async (
  db: Pool,
  given: Place & {
    name?: string
    category?: 'culture' | 'education' | 'science' | 'sports'
    /** Outside the networks: counted nationally only. */
    popUp?: boolean
    allowsOverride?: boolean
    intermediary?: string
  } = {},
): Promise<MadeSite> => {
  const municipality = given.municipality ?? (await makeMunicipality(db))
  const name = given.name ?? next('Esimerkkiteatteri')
  const row = siteRow({
    organisationId: await named(db, 'organisation', `${name} ry`),
    municipalityId: municipality.id,
    areaId: given.popUp ? null : municipality.areaId,
    name,
    category: given.category ?? 'culture',
    allowsOverride: given.allowsOverride ?? true,
  })
  const { id } = await db.insertInto('site').values(row).returning('id').executeTakeFirstOrThrow()
  if (given.intermediary) {
    const organisation_id = await named(db, 'organisation', given.intermediary)
    await db.insertInto('site_intermediary').values({ site_id: id, organisation_id }).execute()
  }
  return { id, name, municipality }
}

export type MadeCard = { id: number; code: string }

/** The day on which a card was registered when a test does not care: before the day of every world. */
const usualDay: Day = '2026-01-02'

/** A registered personal card, valid for a year from `registeredOn`; `stock: true` is one not yet registered. */
export const makeCard = async (
  db: Pool,
  keys: Keys,
  given: {
    code?: string
    unit?: MadeUnit
    stock?: boolean
    type?: 'personal' | 'community'
    state?: 'registered' | 'replaced' | 'lost' | 'withdrawn'
    registeredOn?: Day
    validUntil?: Day
    ownUntil?: Day
    closedOn?: Day
    children?: number
    birthYear?: number
    postalCode?: string
  } = {},
): Promise<MadeCard> => {
  const unit = given.unit ?? (await makeUnit(db))
  const code = given.code ?? newCode()
  const state = given.state ?? 'registered'
  const registeredOn = given.registeredOn ?? usualDay
  const row = cardRow(keys, {
    code,
    type: given.type ?? 'personal',
    unitId: unit.id,
    registration: given.stock
      ? null
      : {
          at: new Date(`${registeredOn}T09:00:00Z`),
          ...(given.ownUntil ? { ownUntil: given.ownUntil } : {}),
          validUntil: given.validUntil ?? lastDayOfMonths(registeredOn, 12),
          birthYear: given.birthYear ?? 1980,
          postalCode: given.postalCode ?? '87100',
          children: given.children ?? 0,
        },
    closing: state === 'registered' ? undefined : { state, on: given.closedOn ?? registeredOn },
  })
  const { id } = await db.insertInto('card').values(row).returning('id').executeTakeFirstOrThrow()
  return { id, code }
}

/** A recorded use: one adult today at the site, unless told otherwise. */
export const makeUse = async (
  db: Pool,
  given: {
    card: MadeCard
    site: MadeSite
    usedAt: Date
    adults?: number
    children?: number
    companions?: number
    category?: 'culture' | 'education' | 'science' | 'sports'
    kind?: 'ticket' | 'course-place' | 'season-pass'
    event?: string
    eventOn?: string
    source?: 'desk' | 'api' | 'offline' | 'import' | 'reconciled'
  },
): Promise<{ id: string }> => {
  const { category } = await db
    .selectFrom('site')
    .select('category')
    .where('id', '=', given.site.id)
    .executeTakeFirstOrThrow()
  const id = randomUUID()
  const row = useRow({
    id,
    cardId: given.card.id,
    siteId: given.site.id,
    usedAt: given.usedAt,
    adults: given.adults ?? 1,
    children: given.children ?? 0,
    companions: given.companions ?? 0,
    category: given.category ?? category,
    kind: given.kind ?? 'ticket',
    event: given.event ?? null,
    source: given.source ?? 'import',
    recordedBy: 'test',
  })
  await db
    .insertInto('use')
    .values({ ...row, event_on: given.eventOn ?? null })
    .execute()
  return { id }
}

/** An account in one role; without a password it can act only through a session made for it. */
export const makeAccount = (
  db: Pool,
  now: Date,
  given: { name?: string; email?: string; language?: 'fi' | 'sv' | 'en'; passwordHash?: string } & RoleScope,
) =>
  db.transaction().execute((transaction) =>
    createAccount(transaction, {
      email: given.email ?? `${randomUUID()}@esimerkki.example`,
      name: given.name ?? 'Aino Esimerkki',
      language: given.language ?? 'fi',
      passwordHash: given.passwordHash ?? null,
      now,
      ...given,
    }),
  )
