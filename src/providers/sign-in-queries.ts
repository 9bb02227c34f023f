import type { Pool, Read, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import type { Language } from '../i18n/translated.ts'
import { sealed, unsealed } from '../lib/sealed.ts'
import { requestEnd } from './rules.ts'

const purpose = 'identity-provider'
export const sealSecret = (keys: Keys, secret: string) => sealed(keys, purpose, Buffer.from(secret))

export type Provider = {
  id: number
  issuer: string
  clientId: string
  clientSecret: string
  groupsClaim: string
}

/** A standing provider, with its secret opened: for talking to it, never for a page. */
export const findClient = async (db: Read, keys: Keys, id: number): Promise<Provider | undefined> => {
  const row = await db
    .selectFrom('identity_provider')
    .select(['id', 'issuer', 'client_id as clientId', 'client_secret_sealed', 'groups_claim as groupsClaim'])
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { client_secret_sealed, ...provider } = row
  return { ...provider, clientSecret: unsealed(keys, purpose, client_secret_sealed).toString() }
}

/** Holds the provider while somebody comes in: neither ending it nor another first sign-in comes in between. */
export const lockProvider = (db: Write, id: number): Promise<{ groupsClaim: string } | undefined> =>
  db
    .selectFrom('identity_provider')
    .select('groups_claim as groupsClaim')
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export type SignInRequest = {
  providerId: number
  nonce: string
  verifier: string
  language: Language
  /** The account that its owner is linking; null when somebody is signing in. */
  accountId: string | null
  nextPath: string | null
}

export const createRequest = (db: Pool, stateHash: Buffer, request: SignInRequest, now: Date) =>
  db
    .insertInto('identity_request')
    .values({
      state_hash: stateHash,
      provider_id: request.providerId,
      nonce: request.nonce,
      verifier: request.verifier,
      language: request.language,
      account_id: request.accountId,
      next_path: request.nextPath,
      expires_at: requestEnd(now),
    })
    .execute()

/** Takes a request out, in one statement: it comes back once. Undefined when it never was, is used or has expired. */
export const takeRequest = async (
  db: Pool,
  stateHash: Buffer,
  now: Date,
): Promise<SignInRequest | undefined> => {
  const row = await db
    .deleteFrom('identity_request')
    .where('state_hash', '=', stateHash)
    .returning([
      'provider_id as providerId',
      'nonce',
      'verifier',
      'language',
      'account_id as accountId',
      'next_path as nextPath',
      'expires_at',
    ])
    .executeTakeFirst()
  if (!row || row.expires_at <= now) return undefined
  const { expires_at, ...request } = row
  return request
}

/** Sweeps out those who never came back. */
export const forgetRequests = (db: Pool, now: Date) =>
  db.deleteFrom('identity_request').where('expires_at', '<=', now).execute()

export type KnownAccount = { id: string; language: Language; endedAt: Date | null }

/** Whose account a subject of the provider is. An e-mail address never tells that. */
export const findIdentity = (
  db: Read,
  providerId: number,
  subject: string,
): Promise<KnownAccount | undefined> =>
  db
    .selectFrom('identity as i')
    .innerJoin('account as a', 'a.id', 'i.account_id')
    .select(['a.id', 'a.language', 'a.ended_at as endedAt'])
    .where('i.provider_id', '=', providerId)
    .where('i.subject', '=', subject)
    .executeTakeFirst()

export const createIdentity = (
  db: Write,
  identity: { providerId: number; subject: string; accountId: string },
  now: Date,
) =>
  db
    .insertInto('identity')
    .values({
      provider_id: identity.providerId,
      subject: identity.subject,
      account_id: identity.accountId,
      made_at: now,
    })
    .execute()

/** @returns whether the account was linked with the provider */
export const unlink = async (db: Write, accountId: string, providerId: number): Promise<boolean> => {
  const gone = await db
    .deleteFrom('identity')
    .where('account_id', '=', accountId)
    .where('provider_id', '=', providerId)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/**
 * No provider opens the account any more, nor does a link that was begun. An account without a password keeps its
 * providers: nothing else would lead its owner back.
 */
export const forgetIdentities = async (db: Write, accountId: string) => {
  await db
    .deleteFrom('identity')
    .where('account_id', 'in', (eb) =>
      eb
        .selectFrom('account')
        .select('id')
        .where('id', '=', accountId)
        .where('password_hash', 'is not', null),
    )
    .execute()
  await db.deleteFrom('identity_request').where('account_id', '=', accountId).execute()
}

/** Which providers the account is linked with. */
export const listLinkedProviders = async (db: Read, accountId: string): Promise<number[]> => {
  const rows = await db
    .selectFrom('identity')
    .select('provider_id')
    .where('account_id', '=', accountId)
    .execute()
  return rows.map((row) => row.provider_id)
}
