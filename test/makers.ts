import { randomUUID } from 'node:crypto'
import { createAccount, type RoleScope } from '../src/accounts/queries.ts'
import { canonicalNew, codeHash, isNewCode, newCode, tailOf } from '../src/codes/rules.ts'
import type { Pool } from '../src/db/db.ts'
import type { Keys } from '../src/db/keys.ts'
import { type Day, dayOf, lastDayOfMonths } from '../src/lib/dates.ts'

/**
 * Makers of rows for tests, each with believable values for all that a test does not name.
 * They write what an import would have left behind; the rules are tried through pages and endpoints.
 */
let counter = 0
const next = (word: string) => `${word} ${++counter}`

/** Gives the id of a named row, made when missing. */
const named = async (db: Pool, table: 'area' | 'organisation', name: string) => {
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
    phase?: 'preparing' | 'pilot' | 'permanent' | 'ended'
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
  const { id } = await db
    .insertInto('issuing_unit')
    .values({
      organisation_id: await named(db, 'organisation', 'Esimerkkialueen hyvinvointialue'),
      municipality_id: municipality.id,
      area_id: municipality.areaId,
      name,
      kind: given.kind ?? 'sosiaalitoimisto',
      third_sector: given.thirdSector ?? false,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
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
  const { id } = await db
    .insertInto('site')
    .values({
      organisation_id: await named(db, 'organisation', `${name} ry`),
      municipality_id: municipality.id,
      area_id: given.popUp ? null : municipality.areaId,
      name,
      category: given.category ?? 'culture',
      allows_override: given.allowsOverride ?? true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (given.intermediary) {
    const organisation_id = await named(db, 'organisation', given.intermediary)
    await db.insertInto('site_intermediary').values({ site_id: id, organisation_id }).execute()
  }
  return { id, name, municipality }
}

export type MadeCard = { id: number; code: string }

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
    closedOn?: Day
    children?: number
    birthYear?: number
    postalCode?: string
  } = {},
): Promise<MadeCard> => {
  const unit = given.unit ?? (await makeUnit(db))
  const code = given.code ?? newCode()
  const style = isNewCode(code) ? 'new' : 'legacy'
  const canonical = style === 'new' ? canonicalNew(code) : code
  const state = given.stock ? 'stock' : (given.state ?? 'registered')
  const registered = given.stock ? null : (given.registeredOn ?? dayOf(new Date()))
  const isClosed = state !== 'stock' && state !== 'registered'
  const { id } = await db
    .insertInto('card')
    .values({
      code_hash: codeHash(keys.cardCode, canonical),
      code_tail: tailOf(canonical),
      code_style: style,
      type: given.type ?? 'personal',
      unit_id: unit.id,
      state,
      registered_on: registered,
      registered_at: registered ? new Date(`${registered}T09:00:00Z`) : null,
      valid_until: registered ? (given.validUntil ?? lastDayOfMonths(registered, 12)) : null,
      birth_year: given.stock ? null : (given.birthYear ?? 1980),
      postal_code: given.stock ? null : (given.postalCode ?? '87100'),
      children: given.children ?? 0,
      closed_on: isClosed ? (given.closedOn ?? registered) : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
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
  },
): Promise<{ id: string }> => {
  const { category } = await db
    .selectFrom('site')
    .select('category')
    .where('id', '=', given.site.id)
    .executeTakeFirstOrThrow()
  const id = randomUUID()
  await db
    .insertInto('use')
    .values({
      id,
      used_on: dayOf(given.usedAt),
      card_id: given.card.id,
      site_id: given.site.id,
      event: given.event ?? null,
      used_at: given.usedAt,
      received_at: given.usedAt,
      adults: given.adults ?? 1,
      children: given.children ?? 0,
      companions: given.companions ?? 0,
      category: given.category ?? category,
      kind: given.kind ?? 'ticket',
      source: 'import',
      recorded_by: 'test',
    })
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
