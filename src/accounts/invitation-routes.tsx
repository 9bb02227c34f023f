import { needsSecondFactor } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { isTaken } from '../db/taken.ts'
import { hashPassword } from '../lib/passwords.ts'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { hashToken, newToken } from '../web/session-cookie.ts'
import type { SignedIn, Typed, Visit } from '../web/visit.ts'
import { reopenAccount } from './account-queries.ts'
import { InvitationForm, type Invited, NoForm } from './forms.ts'
import { findInvitation, listTownNames, takeInvitation } from './invitation-queries.ts'
import { HasAccountPage, InvitationEndedPage, InvitationPage, JoinPage } from './invitation-views.tsx'
import { createAccount, endSession, sessionOf, startSession } from './queries.ts'
import { giveRole } from './role-queries.ts'
import { passwordProblem } from './rules.ts'
import { actInRole } from './session-queries.ts'
import { firstPages, paths } from './words.ts'

type ByToken = Visit<'token'>

const showInvitation = async ({ db, language, params, now }: ByToken & { db: Read }, typed: Typed) => {
  const invitation = await findInvitation(db, params.token, now)
  if (!invitation) return InvitationEndedPage({ language })
  const shown = { language, typed, invitation, join: fill(paths.join[language], { token: params.token }) }
  return invitation.holder?.isStanding
    ? HasAccountPage(shown)
    : InvitationPage({ ...shown, token: params.token })
}

type Opening = ByToken & { db: Write }
type Taken = NonNullable<Awaited<ReturnType<typeof takeInvitation>>> & Invited & { email: string }

/** Somebody new: an account in the role, signed in. */
const openAccount = async ({ db, user, browser, language, now }: Opening, given: Taken): Promise<Outcome> => {
  const passwordHash = await hashPassword(given.password)
  const role = await createAccount(db, { ...given, language, passwordHash, now })
  const token = newToken()
  if (user) await endSession(db, sessionOf(user).tokenHash)
  await startSession(db, role, hashToken(token), now, { proof: 'password', browser })
  return { redirect: firstPages[given.role][language], session: token, subject: { accountRole: role } }
}

/** Somebody who had left: the account stands again, and its own sign-in opens it by the new password alone. */
const openAgain = async (
  { db, language, now }: Opening,
  { accountId }: { accountId: string },
  given: Taken,
): Promise<Outcome> => {
  const passwordHash = await hashPassword(given.password)
  await reopenAccount(db, accountId, { name: given.name, language, passwordHash })
  const role = await giveRole(db, accountId, given, now)
  return { redirect: paths.signIn[language], subject: { accountRole: role, again: true } }
}

const accept = async (visit: Opening, typed: Invited): Promise<Outcome> => {
  const { db, params, now } = visit
  const waiting = await findInvitation(db, params.token, now)
  if (!waiting) return { problems: { token: 'ended' } }
  const { holder } = waiting
  if (holder?.isStanding) return { problems: { '': 'email-taken' } }
  const invitation = await takeInvitation(db, params.token, now)
  if (!invitation) return { problems: { token: 'ended' } }
  const email = invitation.email ?? typed.email
  if (!email) return { problems: { email: 'email-missing' } }
  const problem = passwordProblem(typed.password, [typed.name, email, ...(await listTownNames(db))])
  if (problem) return { problems: { password: problem } }
  const given = { ...typed, ...invitation, email }
  try {
    return await (holder ? openAgain(visit, holder, given) : openAccount(visit, given))
  } catch (error) {
    // The address is a field of the form only where the invitation has none.
    if (isTaken(error)) return { problems: { [invitation.email ? '' : 'email']: 'email-taken' } }
    throw error
  }
}

type Joining = SignedIn<'token'>

const showJoin = async ({ db, user, language, params, now }: Joining & { db: Read }, typed: Typed) => {
  const invitation = await findInvitation(db, params.token, now)
  if (!invitation) return InvitationEndedPage({ language })
  const isOwn = invitation.holder?.accountId === user.accountId
  return JoinPage({ language, typed, user, invitation, isOwn, token: params.token })
}

/** A further role for an account: taken while signed in as the one whom the invitation names. */
const join = async ({ db, user, language, params, now }: Joining & { db: Write }): Promise<Outcome> => {
  const holder = (await findInvitation(db, params.token, now))?.holder
  if (!holder) return { problems: { token: 'ended' } }
  if (holder.accountId !== user.accountId) return { problems: { '': 'other-account' } }
  const invitation = await takeInvitation(db, params.token, now)
  if (!invitation) return { problems: { token: 'ended' } }
  const accountRoleId = await giveRole(db, user.accountId, invitation, now)
  const session = sessionOf(user)
  // A role that asks for the person's own second factor is acted in after a sign-in of their own.
  if (session.providerId !== null && needsSecondFactor(invitation.role))
    return { redirect: paths.secondFactor[language], subject: { accountRole: accountRoleId } }
  const token = newToken()
  const next = { accountId: user.accountId, accountRoleId, tokenHash: hashToken(token) }
  await actInRole(db, session, next)
  return {
    redirect: firstPages[invitation.role][language],
    session: token,
    subject: { accountRole: accountRoleId },
  }
}

export const routes: Route[] = [
  page(paths.invitation, 'invitations.accept', showInvitation),
  action(paths.invitation, 'invitations.accept', InvitationForm, showInvitation, accept),
  page(paths.join, 'account.change', showJoin),
  action(paths.join, 'account.change', NoForm, showJoin, join),
]
