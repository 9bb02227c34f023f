import type { Pool, Read } from '../db/db.ts'
import { paths as devices } from '../devices/words.ts'
import { findFactors } from '../factors/queries.ts'
import { hasFactors } from '../factors/rules.ts'
import { isPasswordRight } from '../lib/passwords.ts'
import { listProviders } from '../providers/queries.ts'
import { TooMany } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, page, type Route } from '../web/route.tsx'
import { hashToken, newToken } from '../web/session-cookie.ts'
import type { Typed, Visit } from '../web/visit.ts'
import { NoForm, SignInForm } from './forms.ts'
import { routes as invitationRoutes } from './invitation-routes.tsx'
import { giveTokensBack, takeTokens } from './limit-queries.ts'
import { lockAccount } from './proof-queries.ts'
import { endSession, findAccount, sessionOf, startSession } from './queries.ts'
import { safeNext, signInLimits } from './rules.ts'
import { startStep } from './step-queries.ts'
import { SignedInPage, SignInPage } from './views.tsx'
import { firstPages, paths } from './words.ts'

const showSignIn = async ({ db, user, language, query, demo }: Visit & { db: Read }, typed: Typed) =>
  user
    ? SignedInPage({ language, user })
    : SignInPage({
        ...{ language, typed, demo, providers: await listProviders(db) },
        next: safeNext(typed.values.next ?? query.get('next')),
      })

/** Whose e-mail and password these are. Unknown, ended and wrong take the same time and look the same. */
const proveAccount = async (
  pool: Pool,
  { now, network }: Visit,
  typed: { email: string; password: string },
) => {
  const limits = signInLimits(typed.email, network)
  const wait = await takeTokens(pool, limits, now)
  if (wait > 0) throw new TooMany(wait)
  const account = await findAccount(pool, typed.email)
  const isRight = await isPasswordRight(account?.password_hash ?? null, typed.password)
  return account && isRight ? { ...account, limits } : undefined
}

/**
 * Signing in: with a second factor, the password leads to the page that asks for it, and to no session yet.
 * The password is checked before the action opens its transaction: hashing takes 50 ms of a core, and no
 * connection waits for it. So the action is put together for each request, around what was proven.
 */
const signIn: Route = {
  method: 'POST',
  path: paths.signIn,
  permission: 'sessions.start',
  form: SignInForm,
  serve: async (visit, fields, database) => {
    const typed = SignInForm.safeParse(fields)
    const account = typed.success ? await proveAccount(database.pool, visit, typed.data) : undefined
    const signingIn = action(
      paths.signIn,
      'sessions.start',
      SignInForm,
      showSignIn,
      async ({ db, user, browser, language, now }, { next }) => {
        if (!account) return { problems: { password: 'wrong' }, keep: true }
        const token = newToken()
        // Whoever sets up a factor at this moment is waited for: else the password alone would still open a session.
        await lockAccount(db, account.id)
        if (hasFactors(await findFactors(db, account.id))) {
          await startStep(db, hashToken(token), { accountId: account.id, nextPath: safeNext(next) }, now)
          await giveTokensBack(db, account.limits)
          return {
            redirect: fill(paths.step[language], { token }),
            subject: { account: account.id, step: 'password' },
          }
        }
        if (user) await endSession(db, sessionOf(user).tokenHash)
        await startSession(db, account.accountRoleId, hashToken(token), now, { proof: 'password', browser })
        await giveTokensBack(db, account.limits)
        return {
          redirect: safeNext(next) ?? firstPages[account.role][account.language],
          session: token,
          subject: { account: account.id },
        }
      },
    )
    return signingIn.serve(visit, fields, database)
  },
}

export const routes: Route[] = [
  page(paths.signIn, 'sessions.start', showSignIn),
  signIn,

  action(paths.signOut, 'sessions.end', NoForm, showSignIn, async ({ db, user, language }) => {
    // A device without its session would still stand in its venue's list: it is taken out of use instead.
    if (user?.role === 'device') return { redirect: devices.leave[language] }
    if (user) await endSession(db, sessionOf(user).tokenHash)
    return { redirect: `/${language}`, session: null }
  }),

  ...invitationRoutes,
]
