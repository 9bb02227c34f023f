import { giveTokensBack, takeTokens } from '../accounts/limit-queries.ts'
import type { Session } from '../accounts/queries.ts'
import type { Write } from '../db/db.ts'
import { TooMany } from '../web/errors.tsx'
import type { Visit } from '../web/visit.ts'
import { findPasskey, markPasskeyUsed, takeChallenge } from './passkey-queries.ts'
import { readPasskey, verifyPasskey } from './passkey-rules.ts'
import { useRecoveryCode } from './recovery-queries.ts'
import { factorLimits } from './rules.ts'
import { useTotp } from './totp-queries.ts'

export type Proof = 'totp' | 'recovery' | 'passkey'
type Proving = Pick<Visit, 'keys' | 'now' | 'origin'>

/**
 * What the typed code proves: digits of the app, a recovery code, or nothing. It is spent at once.
 * @throws TooMany when the account has had its wrong codes
 */
export const proveByCode = async (
  db: Write,
  { keys, now }: Proving,
  accountId: string,
  typed: string,
): Promise<Proof | null> => {
  const limits = factorLimits(accountId)
  const wait = await takeTokens(db, limits, now)
  if (wait > 0) throw new TooMany(wait)
  const proof = (await useTotp(db, keys, accountId, typed, now))
    ? 'totp'
    : (await useRecoveryCode(db, keys, accountId, typed, now))
      ? 'recovery'
      : null
  if (proof) await giveTokensBack(db, limits)
  return proof
}

/** Whose passkey signed the challenge that we gave; null when it is nobody's. The challenge is spent either way. */
export const proveByPasskey = async (
  db: Write,
  { now, origin }: Proving,
  credential: string,
): Promise<string | null> => {
  const answer = readPasskey(credential)
  if (!answer || !(await takeChallenge(db, answer.challenge, null, now))) return null
  const known = await findPasskey(db, answer.sent.id)
  const counter = known && (await verifyPasskey(answer, known, origin))
  if (known === undefined || counter === undefined) return null
  await markPasskeyUsed(db, known.id, counter, now)
  return known.accountId
}

/**
 * In the demo nobody proves anything, and a session goes on saying so. One that a provider opened stays the provider's:
 * the roles of its groups are acted in only there.
 */
export const proofAfter = ({ proof: before }: Session, proof: Proof) =>
  before === 'demo' || before === 'provider' ? before : proof
