import type { PersonRole } from '../access.ts'
import type { RoleScope } from '../accounts/queries.ts'
import type { Pool } from '../db/db.ts'

type Kind = 'area' | 'unit' | 'site' | 'organisation'
const tables = {
  area: 'area',
  unit: 'issuing_unit',
  site: 'site',
  organisation: 'organisation',
} as const satisfies Record<Kind, string>

/** What a role is for; the national roles need nothing. */
const kindOf: Record<PersonRole, Kind | null> = {
  centre: null,
  coordinator: 'area',
  issuer: 'unit',
  venue: 'site',
  intermediary: 'organisation',
  auditor: null,
}

/**
 * The id of a row that is named by its id or its name.
 * @throws Error with a sentence for people when there is none, or more than one of that name
 */
export const findPlace = async (db: Pool, kind: Kind, named: string): Promise<number> => {
  const isId = /^\d{1,9}$/.test(named)
  const rows = await db
    .selectFrom(tables[kind])
    .select('id')
    .where((eb) => (isId ? eb('id', '=', Number(named)) : eb('name', '=', named)))
    .orderBy('id')
    .execute()
  if (rows.length === 0) throw new Error(`There is no ${kind} “${named}”.`)
  if (rows.length > 1)
    throw new Error(
      `Several are called “${named}”: give one of the ids ${rows.map(({ id }) => id).join(', ')}.`,
    )
  return rows[0]!.id
}

/**
 * Reads `unit:<name or id>` and its likes into the scope that the role needs.
 * @throws Error with a sentence for people when the role needs another kind, or none
 */
export const readScope = async (db: Pool, role: PersonRole, text: string | undefined): Promise<RoleScope> => {
  const kind = kindOf[role]
  if (kind === null) {
    if (text !== undefined) throw new Error(`The role ${role} is for the whole country: leave --scope out.`)
    return { role }
  }
  const [given, ...rest] = (text ?? '').split(':')
  const named = rest.join(':').trim()
  if (given !== kind || named === '') throw new Error(`The role ${role} needs --scope ${kind}:<name or id>.`)
  return { role, [`${kind}Id`]: await findPlace(db, kind, named) }
}
