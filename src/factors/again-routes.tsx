import type { z } from 'zod'
import { giveTokensBack, takeTokens } from '../accounts/limit-queries.ts'
import { findAccountById, renewSession } from '../accounts/proof-queries.ts'
import { type SessionProof, sessionOf } from '../accounts/queries.ts'
import { safeNext, signInLimits } from '../accounts/rules.ts'
import { firstPages, paths } from '../accounts/words.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import { isPasswordRight } from '../lib/passwords.ts'
import { NotFound, TooMany } from '../web/errors.tsx'
import { action, page, type Route } from '../web/route.tsx'
import { hashToken, newToken } from '../web/session-cookie.ts'
import type { SignedIn, Typed, Visit } from '../web/visit.ts'
import { ProveAgainPage } from './again-views.tsx'
import { AgainForm, longestTyped } from './forms.ts'
import { proofAfter, proveByCode, proveByPasskey } from './proving.ts'
import { findFactors } from './queries.ts'
import { hasFactors, relyingParty } from './rules.ts'

const accountOf = async (db: Read, accountId: string) => {
  const account = await findAccountById(db, accountId)
  if (!account) throw new NotFound()
  return account
}
type Account = Awaited<ReturnType<typeof accountOf>>

const show = async ({ db, user, language, query, origin }: SignedIn & { db: Read }, typed: Typed) =>
  ProveAgainPage({
    language,
    typed,
    hasPassword: (await accountOf(db, user.accountId)).password_hash !== null,
    factors: await findFactors(db, user.accountId),
    possible: relyingParty(origin) !== null,
    next: safeNext(typed.values.next ?? query.get('next')) ?? firstPages[user.role][language],
  })

/** What is wrong with the password; null when it is right, or the account has none. Limited as a sign-in is. */
const passwordProblem = async (pool: Pool, { network, now }: Visit, account: Account, typed: string) => {
  if (account.password_hash === null) return null
  if (typed === '') return 'password-missing'
  if (typed.length > longestTyped) return 'password-wrong'
  const limits = signInLimits(account.email, network)
  const wait = await takeTokens(pool, limits, now)
  if (wait > 0) throw new TooMany(wait)
  if (!(await isPasswordRight(account.password_hash, typed))) return 'password-wrong'
  await giveTokensBack(pool, limits)
  return null
}

type Proven = { proof: SessionProof } | { problems: Record<string, string>; keep?: true }

/** What the session rests on once this was typed: what is asked is the same as at the sign-in. */
const prove = async (
  visit: SignedIn & { db: Write },
  account: Account,
  passwordIs: string | null,
  { code, credential }: z.output<typeof AgainForm>,
): Promise<Proven> => {
  const { db, user } = visit
  const session = sessionOf(user)
  if (credential)
    return (await proveByPasskey(db, visit, credential)) === account.id
      ? { proof: proofAfter(session, 'passkey') }
      : { problems: { '': 'passkey-unknown' }, keep: true }
  if (passwordIs) return { problems: { password: passwordIs }, keep: true }
  if (!hasFactors(await findFactors(db, account.id)))
    return account.password_hash ? { proof: session.proof } : { problems: { password: 'password-missing' } }
  if (!code) return { problems: { code: 'code-missing' } }
  const proof = await proveByCode(db, visit, account.id, code)
  return proof ? { proof: proofAfter(session, proof) } : { problems: { code: 'code-unknown' }, keep: true }
}

/** As at the sign-in, the password is checked before the action opens its transaction. */
const proveAgain: Route = {
  method: 'POST',
  path: paths.proveAgain,
  permission: 'account.change',
  serve: async (visit, fields, database) => {
    const account = await database.read((db) => accountOf(db, visit.user?.accountId ?? ''), visit.proof)
    const passwordIs = fields.credential
      ? null
      : await passwordProblem(database.pool, visit, account, fields.password ?? '')
    const proving = action(paths.proveAgain, 'account.change', AgainForm, show, async (here, typed) => {
      const { db, user, language, now } = here
      const proven = await prove(here, account, passwordIs, typed)
      if ('problems' in proven) return proven
      const token = newToken()
      await renewSession(db, sessionOf(user).tokenHash, hashToken(token), { proof: proven.proof, now })
      return {
        redirect: safeNext(typed.next) ?? firstPages[user.role][language],
        session: token,
        subject: { factor: proven.proof },
      }
    })
    return proving.serve(visit, fields, database)
  },
}

export const routes: Route[] = [page(paths.proveAgain, 'account.change', show), proveAgain]
