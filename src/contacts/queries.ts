import { sql } from 'kysely'
import { type AreaScope, areaScopeOf, type PlaceScope, placeScopeOf, type User } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { isInKeptArea, isWhollyIn } from '../organisations/queries.ts'
import type { Kind, Person } from './rules.ts'

/** Whose contact persons somebody may keep: those of an area, or of the one place they work for. */
export type ContactScope = AreaScope | PlaceScope
export const contactScopeOf = (user: User): ContactScope =>
  user.role === 'issuer' || user.role === 'venue' ? placeScopeOf(user) : areaScopeOf(user)

/** An organisation, unit or site that the scope has been asked about: only `findOwner` makes one. */
export type Owner = {
  kind: Kind
  id: number
  name: string
  /** Null of an organisation, which may work in many. */
  nameFi: string | null
  nameSv: string | null
}

const placeIn = (scope: ContactScope, own: 'unitId' | 'siteId') => {
  if ('areaId' in scope) return scope.areaId === null ? sql`true` : sql`p.area_id = ${scope.areaId}`
  const id = (scope as Partial<Record<typeof own, number>>)[own]
  return id === undefined ? sql`false` : sql`p.id = ${id}`
}

/**
 * An organisation's own contact persons are kept by the one area that all its units and sites lie in, else by the
 * centre: whoever can add a site under its name must not reach them by that.
 */
const organisationIn = (scope: ContactScope) =>
  'areaId' in scope ? sql`${isInKeptArea(scope)} and ${isWhollyIn(scope)}` : sql`false`

const placeOf = (table: 'issuing_unit' | 'site', where: ReturnType<typeof placeIn>, id: number) =>
  sql<Omit<Owner, 'kind'>>`select p.id, p.name, m.name_fi as "nameFi", m.name_sv as "nameSv"
    from ${sql.table(table)} p join municipality m on m.id = p.municipality_id where p.id = ${id} and ${where}`

/** @returns undefined where the scope does not reach: what is not yours does not exist */
export const findOwner = async (
  db: Read,
  scope: ContactScope,
  kind: Kind,
  id: number,
): Promise<Owner | undefined> => {
  const statement = {
    organisation: () =>
      sql<Omit<Owner, 'kind'>>`select o.id, o.name, null as "nameFi", null as "nameSv"
        from organisation o where o.id = ${id} and ${organisationIn(scope)}`,
    unit: () => placeOf('issuing_unit', placeIn(scope, 'unitId'), id),
    site: () => placeOf('site', placeIn(scope, 'siteId'), id),
  }[kind]()
  const [row] = (await statement.execute(db)).rows
  return row && { kind, ...row }
}

/** The one place that an issuer or a venue works for. */
export const findOwnPlace = (db: Read, scope: PlaceScope): Promise<Owner | undefined> =>
  'unitId' in scope ? findOwner(db, scope, 'unit', scope.unitId) : findOwner(db, scope, 'site', scope.siteId)

export type Contact = Person & { id: number; madeAt: Date; endedAt: Date | null }

const columnOf = { organisation: 'organisation_id', unit: 'unit_id', site: 'site_id' } as const

const contactsOf = (db: Read, { kind, id }: Owner) =>
  db
    .selectFrom('contact_person')
    .select(['id', 'name', 'email', 'phone', 'made_at as madeAt', 'ended_at as endedAt'])
    .where(columnOf[kind], '=', id)

/** Those who answer for the place now, the longest serving first. */
export const listContacts = (db: Read, owner: Owner): Promise<Contact[]> =>
  contactsOf(db, owner).where('ended_at', 'is', null).orderBy('made_at').orderBy('id').execute()

/** Those who once did, the latest first. */
export const listFormerContacts = (db: Read, owner: Owner): Promise<Contact[]> =>
  contactsOf(db, owner)
    .where('ended_at', 'is not', null)
    .orderBy('ended_at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute()

/** The contact persons now, held until the transaction ends: two cannot end each other's last companion. */
export const lockContacts = (db: Write, owner: Owner): Promise<Contact[]> =>
  contactsOf(db, owner).where('ended_at', 'is', null).orderBy('id').forUpdate().execute()

/** @returns the id of the new contact person */
export const addContact = async (db: Write, owner: Owner, person: Person, now: Date): Promise<number> => {
  const { id } = await db
    .insertInto('contact_person')
    .values({ [columnOf[owner.kind]]: owner.id, ...person, made_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const changeContact = (db: Write, owner: Owner, id: number, person: Person) =>
  db
    .updateTable('contact_person')
    .set(person)
    .where('id', '=', id)
    .where(columnOf[owner.kind], '=', owner.id)
    .where('ended_at', 'is', null)
    .execute()

export const endContact = (db: Write, owner: Owner, id: number, now: Date) =>
  db
    .updateTable('contact_person')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where(columnOf[owner.kind], '=', owner.id)
    .where('ended_at', 'is', null)
    .execute()
