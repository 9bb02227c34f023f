import type { Pool, Read } from '../db/db.ts'
import { paths as devices } from '../devices/words.ts'
import { hashPassword, isPasswordRight } from '../lib/passwords.ts'
import { TooMany } from '../web/errors.tsx'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { hashToken, newToken } from '../web/session-cookie.ts'
import type { Typed, Visit } from '../web/visit.ts'
import { InvitationForm, NoForm, SignInForm } from './forms.ts'
import { findInvitation, listTownNames, takeInvitation } from './invitation-queries.ts'
import {
  createAccount,
  endSession,
  findAccount,
  giveTokensBack,
  sessionOf,
  startSession,
  takeTokens,
} from './queries.ts'
import { passwordProblem, safeNext, signInLimits } from './rules.ts'
import { HomePage, InvitationEndedPage, InvitationPage, SignedInPage, SignInPage } from './views.tsx'
import { firstPages, paths } from './words.ts'

const showSignIn = async ({ user, language, query, demo }: Visit, typed: Typed) =>
  user
    ? SignedInPage({ language, user })
    : SignInPage({ language, typed, demo, next: safeNext(typed.values.next ?? query.get('next')) })

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
 * Signing in. The password is checked before the action opens its transaction: hashing takes 50 ms of a core,
 * and no connection waits for it. So the action is put together for each request, around what was proven.
 */
const signIn: Route = {
  method: 'POST',
  path: paths.signIn,
  permission: 'sessions.start',
  serve: async (visit, fields, database) => {
    const typed = SignInForm.safeParse(fields)
    const account = typed.success ? await proveAccount(database.pool, visit, typed.data) : undefined
    const signingIn = action(
      paths.signIn,
      'sessions.start',
      SignInForm,
      showSignIn,
      async ({ db, user, browser, now }, { next }) => {
        if (!account) return { problems: { password: 'wrong' }, keep: true }
        const token = newToken()
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

type ByToken = Visit<'token'>

const showInvitation = async ({ db, language, params, now }: ByToken & { db: Read }, typed: Typed) => {
  const invitation = await findInvitation(db, params.token, now)
  return invitation
    ? InvitationPage({ language, typed, invitation, token: params.token })
    : InvitationEndedPage({ language })
}

/** The unique index on e-mail addresses has the last word: a look before it could be overtaken. */
const isTaken = (error: unknown) => (error as { code?: string }).code === '23505'

export const routes: Route[] = [
  page(paths.signIn, 'sessions.start', showSignIn),
  signIn,

  action(paths.signOut, 'sessions.end', NoForm, showSignIn, async ({ db, user, language }) => {
    // A device without its session would still stand in its venue's list: it is taken out of use instead.
    if (user?.role === 'device') return { redirect: devices.leave[language] }
    if (user) await endSession(db, sessionOf(user).tokenHash)
    return { redirect: `/${language}`, session: null }
  }),

  page(paths.home, 'home.read', async ({ user, language }) =>
    HomePage({ language, user, session: sessionOf(user) }),
  ),

  page(paths.invitation, 'invitations.accept', showInvitation),

  action(
    paths.invitation,
    'invitations.accept',
    InvitationForm,
    showInvitation,
    async ({ db, user, browser, language, params, now }, { name, password, ...typed }): Promise<Outcome> => {
      const invitation = await takeInvitation(db, params.token, now)
      if (!invitation) return { problems: { token: 'ended' } }
      const email = invitation.email ?? typed.email
      if (!email) return { problems: { email: 'email-missing' } }
      const problem = passwordProblem(password, [name, email, ...(await listTownNames(db))])
      if (problem) return { problems: { password: problem } }
      const passwordHash = await hashPassword(password)
      try {
        const role = await createAccount(db, { ...invitation, email, name, language, passwordHash, now })
        const token = newToken()
        if (user) await endSession(db, sessionOf(user).tokenHash)
        await startSession(db, role, hashToken(token), now, { proof: 'password', browser })
        return {
          redirect: firstPages[invitation.role][language],
          session: token,
          subject: { accountRole: role },
        }
      } catch (error) {
        // The address is a field of the form only where the invitation has none.
        if (isTaken(error)) return { problems: { [invitation.email ? '' : 'email']: 'email-taken' } }
        throw error
      }
    },
  ),
]
