import { may, placeScopeOf } from '../access.ts'
import { setEmail, setLanguage, setPassword } from '../accounts/account-queries.ts'
import { listTownNames } from '../accounts/invitation-queries.ts'
import { takeToken } from '../accounts/limit-queries.ts'
import { findLink, makeEmailLink, takeLink } from '../accounts/link-queries.ts'
import { sessionOf } from '../accounts/queries.ts'
import { listOwnRoles } from '../accounts/role-queries.ts'
import { emailLinkEnd, passwordProblem } from '../accounts/rules.ts'
import {
  actInRole,
  endOwnSession,
  endSessions,
  listSessions,
  renewToken,
} from '../accounts/session-queries.ts'
import { paths as accounts, firstPages } from '../accounts/words.ts'
import type { Read, Write } from '../db/db.ts'
import { isTaken } from '../db/taken.ts'
import { findStanding } from '../induction/queries.ts'
import { inductionLine } from '../induction/words.ts'
import { hashPassword } from '../lib/passwords.ts'
import { queueMail } from '../mail/queries.ts'
import { findFollows } from '../model/follow-queries.ts'
import { followNotice } from '../model/follow-words.ts'
import { findOwnFacts } from '../newcomers/queries.ts'
import { progressOf } from '../newcomers/rules.ts'
import { newcomerLine } from '../newcomers/words.ts'
import { listProviders } from '../providers/queries.ts'
import { listWaiting } from '../signing/queries.ts'
import { waitingLines } from '../signing/words.ts'
import { NotFound, TooMany } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { hashToken, newToken } from '../web/session-cookie.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { EmailForm, LanguageForm, NoForm, PasswordForm, RoleForm, SessionForm } from './forms.ts'
import { HomePage } from './home-view.tsx'
import { queuePasswordChanged } from './letters.ts'
import { ownAccount, provenAction } from './prove.ts'
import { routes as resetRoutes } from './reset-routes.tsx'
import { emailLettersPerHour } from './rules.ts'
import { EmailLinkPage, EmailPage, LinkEndedPage, PasswordPage } from './views.tsx'
import { type Done, emailLetter, emailNoteLetter, paths } from './words.ts'

type Reader = SignedIn & { db: Read }
type Writer = SignedIn & { db: Write }

const homeAfter = ({ language }: Pick<SignedIn, 'language'>, done: Done) =>
  `${accounts.home[language]}?done=${done}`

const showHome = async (visit: Reader, typed: Typed) => {
  const { db, user, language, now, today, query } = visit
  const place = may(user, 'place.read') ? placeScopeOf(user) : null
  const found = place && (await findFollows(db, place, today))
  const facts = place && (await findOwnFacts(db, place, now))
  return HomePage({
    told: found && followNotice(language, found.follows, found.waiting),
    language,
    typed,
    user,
    account: await ownAccount(db, visit),
    roles: await listOwnRoles(db, user.accountId, sessionOf(user)),
    hasProviders: (await listProviders(db)).length > 0,
    session: sessionOf(user),
    sessions: await listSessions(db, user.accountId, now),
    newcomer: newcomerLine(language, facts && progressOf(facts)),
    waiting: may(user, 'commitments.sign')
      ? waitingLines(language, await listWaiting(db, user, visit.today))
      : null,
    done: query.get('done'),
    induction: inductionLine(language, await findStanding(db, user, today)),
  })
}

const changeLanguage = async (
  { db, user }: Writer,
  { language }: { language: SignedIn['language'] },
): Promise<Outcome> => {
  await setLanguage(db, user.accountId, language)
  return { redirect: homeAfter({ language }, 'language'), subject: { account: user.accountId } }
}

const changeRole = async ({ db, user, language }: Writer, { role }: { role: string }): Promise<Outcome> => {
  const token = newToken()
  const next = { accountId: user.accountId, accountRoleId: role, tokenHash: hashToken(token) }
  const held = (await listOwnRoles(db, user.accountId, sessionOf(user))).find(({ id }) => id === role)
  if (!held || !(await actInRole(db, sessionOf(user), next))) throw new NotFound()
  return { redirect: firstPages[held.role][language], session: token, subject: { accountRole: role } }
}

const showPassword = async (visit: Reader, typed: Typed) =>
  PasswordPage({ language: visit.language, typed, account: await ownAccount(visit.db, visit) })

const changePassword = async (visit: Writer, { newPassword }: { newPassword: string }): Promise<Outcome> => {
  const { db, user } = visit
  const account = await ownAccount(db, visit)
  const problem = passwordProblem(newPassword, [account.name, account.email, ...(await listTownNames(db))])
  if (problem) return { problems: { newPassword: problem } }
  const { tokenHash } = sessionOf(user)
  await setPassword(db, account.id, await hashPassword(newPassword), tokenHash)
  const token = newToken()
  await renewToken(db, { tokenHash }, hashToken(token))
  await queuePasswordChanged(db, account, visit.now)
  return { redirect: homeAfter(visit, 'password'), session: token, subject: { account: account.id } }
}

const showEmail = async (visit: Reader, typed: Typed) =>
  EmailPage({ language: visit.language, typed, account: await ownAccount(visit.db, visit) })

/** Whether another account has the address is told only to whoever reads its mail. */
const askForEmail = async (visit: Writer, { email }: { email: string }): Promise<Outcome> => {
  const { db, origin, now } = visit
  const { id, name, language, email: before } = await ownAccount(db, visit)
  if (email.toLowerCase() === before.toLowerCase()) return { problems: { email: 'email-same' } }
  const wait = await takeToken(db, `email-letters:${id}`, emailLettersPerHour, emailLettersPerHour, now)
  if (wait > 0) throw new TooMany(wait)
  const token = await makeEmailLink(db, { accountId: id, email, now })
  const url = `${origin}${fill(paths.emailLink[language], { token })}`
  const mail = { language, now, expiresAt: emailLinkEnd(now) }
  await queueMail(db, { ...mail, kind: 'email', to: email, letter: emailLetter(language, { name, url }) })
  const note = emailNoteLetter(language, { name, newEmail: email })
  await queueMail(db, { ...mail, kind: 'email-note', to: before, letter: note })
  return { redirect: homeAfter(visit, 'email-sent'), subject: { account: id } }
}

type OnLink = { params: { token: string } }

/** A link is its own account's: whoever mistyped an address gives nobody a way in. */
const ownLink = async ({ db, user, params, now }: Reader & OnLink) => {
  const link = await findLink(db, 'email', params.token, now)
  return link?.newEmail && link.accountId === user.accountId
    ? { ...link, newEmail: link.newEmail }
    : undefined
}

const showEmailLink = async (visit: Reader & OnLink, typed: Typed) => {
  const { language, params } = visit
  const link = await ownLink(visit)
  return link
    ? EmailLinkPage({ language, typed, link, token: params.token })
    : LinkEndedPage({ language, again: paths.email[language] })
}

const confirmEmail = async (visit: Writer & OnLink): Promise<Outcome> => {
  const { db, params, now } = visit
  const link = await ownLink(visit)
  if (!link || !(await takeLink(db, 'email', params.token, now))) return { problems: { token: 'ended' } }
  try {
    await setEmail(db, link.accountId, link.newEmail)
  } catch (error) {
    if (isTaken(error)) return { problems: { '': 'email-taken' } }
    throw error
  }
  return { redirect: homeAfter(visit, 'email'), subject: { account: link.accountId } }
}

const endOne = async (visit: Writer, { session }: { session: string }): Promise<Outcome> => {
  const { db, user, language } = visit
  if (session === 'others') {
    await endSessions(db, user.accountId, sessionOf(user).tokenHash)
    return { redirect: homeAfter(visit, 'sessions'), subject: { account: user.accountId } }
  }
  if (!(await endOwnSession(db, user.accountId, session))) throw new NotFound()
  const isThis = session === sessionOf(user).id
  return {
    redirect: isThis ? `/${language}` : homeAfter(visit, 'session'),
    ...(isThis ? { session: null } : {}),
    subject: { session },
  }
}

export const routes: Route[] = [
  page(accounts.home, 'home.read', showHome),

  action(paths.language, 'account.change', LanguageForm, showHome, changeLanguage),
  action(paths.role, 'account.change', RoleForm, showHome, changeRole),
  action(paths.sessions, 'account.change', SessionForm, showHome, endOne),
  // A refused form stands at these addresses: a reload or another language then shows the page that it is on.
  ...[paths.language, paths.role, paths.sessions].map((path) => page(path, 'home.read', showHome)),

  page(paths.password, 'account.change', showPassword),
  provenAction(paths.password, PasswordForm, showPassword, changePassword),

  page(paths.email, 'account.change', showEmail),
  provenAction(paths.email, EmailForm, showEmail, askForEmail),
  page(paths.emailLink, 'account.change', showEmailLink),
  action(paths.emailLink, 'account.change', NoForm, showEmailLink, confirmEmail),

  ...resetRoutes,
]
