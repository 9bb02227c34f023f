import { findAccountById, renewSession } from '../accounts/proof-queries.ts'
import { giveTokensBack, sessionOf, takeTokens } from '../accounts/queries.ts'
import { safeNext, signInLimits } from '../accounts/rules.ts'
import { firstPages, paths } from '../accounts/words.ts'
import type { Pool, Read } from '../db/db.ts'
import { isPasswordRight } from '../lib/passwords.ts'
import { NotFound, TooMany } from '../web/errors.tsx'
import { action, page, type Route } from '../web/route.tsx'
import { hashToken, newToken } from '../web/session-cookie.ts'
import type { SignedIn, Typed, Visit } from '../web/visit.ts'
import { ProveAgainPage } from './again-views.tsx'
import { AgainForm } from './forms.ts'
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
  const limits = signInLimits(account.email, network)
  const wait = await takeTokens(pool, limits, now)
  if (wait > 0) throw new TooMany(wait)
  if (!(await isPasswordRight(account.password_hash, typed))) return 'password-wrong'
  await giveTokensBack(pool, limits)
  return null
}

/** Proving again: the same as at the sign-in. As there, hashing is done before the action opens its transaction. */
const proveAgain: Route = {
  method: 'POST',
  path: paths.proveAgain,
  permission: 'account.change',
  serve: async (visit, fields, database) => {
    const account = await database.read((db) => accountOf(db, visit.user?.accountId ?? ''), visit.proof)
    const problem = fields.credential
      ? null
      : await passwordProblem(database.pool, visit, account, (fields.password ?? '').slice(0, 401))
    const proving = action(paths.proveAgain, 'account.change', AgainForm, show, async (here, typed) => {
      const { db, user, language, now } = here
      const session = sessionOf(user)
      const factors = await findFactors(db, account.id)
      let proof = session.proof
      if (typed.credential) {
        if ((await proveByPasskey(db, here, typed.credential)) !== account.id)
          return { problems: { '': 'passkey-unknown' }, keep: true }
        proof = proofAfter(session, 'passkey')
      } else {
        if (problem) return { problems: { password: problem }, keep: true }
        if (hasFactors(factors)) {
          if (!typed.code) return { problems: { code: 'code-missing' } }
          const proven = await proveByCode(db, here, account.id, typed.code)
          if (!proven) return { problems: { code: 'code-unknown' }, keep: true }
          proof = proofAfter(session, proven)
        } else if (account.password_hash === null) return { problems: { password: 'password-missing' } }
      }
      const token = newToken()
      await renewSession(db, session.tokenHash, hashToken(token), { proof, now })
      return {
        redirect: safeNext(typed.next) ?? firstPages[user.role][language],
        session: token,
        subject: { factor: proof },
      }
    })
    return proving.serve(visit, fields, database)
  },
}

export const routes: Route[] = [page(paths.proveAgain, 'account.change', show), proveAgain]
