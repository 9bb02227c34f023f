import { sql } from 'kysely'
import type { Read, Write } from '../db/db.ts'

export type ProviderName = { id: number; name: string }

/** The providers that one can sign in with now. */
export const listProviders = (db: Read): Promise<ProviderName[]> =>
  db
    .selectFrom('identity_provider')
    .select(['id', 'name'])
    .where('ended_at', 'is', null)
    .orderBy('name')
    .execute()

export type ProviderRow = ProviderName & {
  issuer: string
  clientId: string
  groupsClaim: string
  madeAt: Date
  /** Accounts that are linked with it. */
  people: number
}

const providers = (db: Read) =>
  db
    .selectFrom('identity_provider as p')
    .select((eb) => [
      'p.id',
      'p.name',
      'p.issuer',
      'p.client_id as clientId',
      'p.groups_claim as groupsClaim',
      'p.made_at as madeAt',
      eb
        .selectFrom('identity as i')
        .select(sql<number>`count(*)::integer`.as('people'))
        .whereRef('i.provider_id', '=', 'p.id')
        .$asScalar()
        .as('people'),
    ])
    .where('p.ended_at', 'is', null)

/** Never with the secret: it is not shown again. */
export const listProviderRows = async (db: Read): Promise<ProviderRow[]> =>
  (await providers(db).orderBy('p.name').execute()).map((row) => ({ ...row, people: row.people ?? 0 }))

export const findProvider = async (db: Read, id: number): Promise<ProviderRow | undefined> => {
  const row = await providers(db).where('p.id', '=', id).executeTakeFirst()
  return row && { ...row, people: row.people ?? 0 }
}

/** Which of the two another provider has: the issuer of one that stands, or a name, which an ended one keeps too. */
export const findTaken = async (
  db: Read,
  given: { name: string; issuer: string },
): Promise<'name' | 'issuer' | undefined> => {
  const rows = await db
    .selectFrom('identity_provider')
    .select(['issuer', 'ended_at'])
    .where((eb) => eb.or([eb('name', '=', given.name), eb('issuer', '=', given.issuer)]))
    .execute()
  const isSame = ({ issuer }: { issuer: string }) => issuer === given.issuer
  if (rows.some((row) => isSame(row) && row.ended_at === null)) return 'issuer'
  return rows.some((row) => !isSame(row)) ? 'name' : undefined
}

/**
 * Adds a provider. One that had ended begins anew, so that its people keep their accounts.
 * @returns its id; undefined when one with this issuer stands
 */
export const createProvider = async (
  db: Write,
  given: { name: string; issuer: string; clientId: string; secretSealed: Buffer; groupsClaim: string },
  now: Date,
): Promise<number | undefined> => {
  const made = await db
    .insertInto('identity_provider')
    .values({
      name: given.name,
      issuer: given.issuer,
      client_id: given.clientId,
      client_secret_sealed: given.secretSealed,
      groups_claim: given.groupsClaim,
      made_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .column('issuer')
        .doUpdateSet((eb) => ({
          name: eb.ref('excluded.name'),
          client_id: eb.ref('excluded.client_id'),
          client_secret_sealed: eb.ref('excluded.client_secret_sealed'),
          groups_claim: eb.ref('excluded.groups_claim'),
          made_at: eb.ref('excluded.made_at'),
          ended_at: null,
        }))
        .where('identity_provider.ended_at', 'is not', null),
    )
    .returning('id')
    .executeTakeFirst()
  return made?.id
}

export const changeSecret = (db: Write, id: number, secretSealed: Buffer) =>
  db
    .updateTable('identity_provider')
    .set({ client_secret_sealed: secretSealed })
    .where('id', '=', id)
    .execute()

/** @returns whether it stood until now */
export const endProvider = async (db: Write, id: number, now: Date): Promise<boolean> => {
  const ended = await db
    .updateTable('identity_provider')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}
