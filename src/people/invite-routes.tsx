import { grants, type PersonRole, type User } from '../access.ts'
import {
  inviteUser,
  renewInvitation,
  withdrawEqualInvitations,
  withdrawInvitation,
} from '../accounts/invitation-queries.ts'
import { takeToken } from '../accounts/limit-queries.ts'
import type { RoleScope } from '../accounts/queries.ts'
import { invitationEnd } from '../accounts/rules.ts'
import { paths as accounts } from '../accounts/words.ts'
import type { Read, Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import { isUuid } from '../lib/uuid.ts'
import { queueMail } from '../mail/queries.ts'
import { actorOf } from '../web/audit.ts'
import { Forbidden, NotFound, TooMany } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, proven, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { DeedForm, type Invite, InviteForm } from './forms.ts'
import { countInvitations, findSentInvitation, listInvitations } from './invitation-queries.ts'
import { InvitationsPage, SentInvitationPage } from './invitation-views.tsx'
import { InvitePage } from './invite-view.tsx'
import { findPlace, listPlaces, placeKinds } from './place-queries.ts'
import { hasRole } from './queries.ts'
import { invitationsPerHour, pageOf } from './rules.ts'
import { peopleScopeOf } from './scope-queries.ts'
import { invitationLetter, paths } from './words.ts'

type Reader = SignedIn & { db: Read }
type Writer = SignedIn & { db: Write }

/** The role that is asked about, of those that one may give; the only one when there is one. */
const roleAsked = ({ role }: User, asked: string | null): PersonRole | null =>
  grants[role].length === 1 ? grants[role][0]! : (grants[role].find((one) => one === asked) ?? null)

const showInvite = async ({ db, user, language, query, today }: Reader, typed: Typed) => {
  const role = roleAsked(user, typed.values.role ?? query.get('role'))
  const kind = role && placeKinds[role]
  return InvitePage({
    language,
    typed,
    roles: grants[user.role],
    role,
    kind,
    places: kind ? await listPlaces(db, peopleScopeOf(user), kind, today) : [],
    place: typed.values.place ?? query.get('place') ?? '',
  })
}

/**
 * The role and its place, of those that one may give. A role that one may never give is forbidden; a place outside
 * one's own does not exist.
 */
const grantOf = async ({ db, user, today }: Reader, asked: Invite) => {
  if (!grants[user.role].includes(asked.role)) throw new Forbidden()
  const kind = placeKinds[asked.role]
  const side = asked.role === 'coordinator' ? asked.side : null
  const scope = peopleScopeOf(user)
  if (kind === null) return { given: { role: asked.role, side }, place: null }
  if (asked.place === null) return null
  const place = await findPlace(db, scope, kind, asked.place, today)
  if (!place) throw new NotFound()
  const given: RoleScope = { role: asked.role, side, [`${kind}Id`]: place.id }
  return { given, place: place.name }
}

/** Nobody but the mailbox learns the token: it goes into the letter, and its hash into the table. */
const sendLetter = (
  { db, user, origin, now }: Writer,
  to: string,
  language: Language,
  invited: Pick<RoleScope, 'role' | 'side'> & { place: string | null; token: string },
) =>
  queueMail(db, {
    kind: 'invitation',
    to,
    language,
    letter: invitationLetter(language, {
      inviter: user.name,
      role: invited.role,
      side: invited.side ?? null,
      place: invited.place,
      url: `${origin}${fill(accounts.invitation[language], { token: invited.token })}`,
    }),
    now,
    expiresAt: invitationEnd(now),
  })

const takeTurn = async ({ db, user, now }: Writer) => {
  const bucket = `invitations:${user.accountId}`
  const wait = await takeToken(db, bucket, invitationsPerHour, invitationsPerHour, now)
  if (wait > 0) throw new TooMany(wait)
}

const invite = async (visit: Writer, asked: Invite): Promise<Outcome> => {
  const { db, user, language, now } = visit
  const grant = await grantOf(visit, asked)
  if (!grant) return { problems: { place: 'place-missing' } }
  const { given, place } = grant
  if (given.role === 'coordinator' && given.side === null) return { problems: { side: 'side-missing' } }
  const { email } = asked
  if (await hasRole(db, email, given)) return { problems: { email: 'has-role' } }
  await takeTurn(visit)
  await withdrawEqualInvitations(db, { email, ...given }, now)
  const invitation = { email, language: asked.language, invitedBy: actorOf(user), ...given }
  const token = await inviteUser(db, invitation, now)
  await sendLetter(visit, email, asked.language, { ...given, place, token })
  return { redirect: `${paths.invitations[language]}?done=invited`, subject: { ...given } }
}

const showInvitations = async ({ db, user, language, query, now }: Reader) => {
  const scope = peopleScopeOf(user)
  const total = await countInvitations(db, scope)
  const { page, pages } = pageOf(query.get('page'), total)
  const invitations = await listInvitations(db, scope, page)
  return InvitationsPage({ language, now, total, invitations, done: query.get('done'), page, pages })
}

type OnInvitation = { params: { invitation: string } }

const seenInvitation = async ({ db, user, params }: Reader & OnInvitation) => {
  const invitation = isUuid(params.invitation)
    ? await findSentInvitation(db, peopleScopeOf(user), params.invitation)
    : undefined
  if (!invitation) throw new NotFound()
  return invitation
}

const showInvitation = async (visit: Reader & OnInvitation, typed: Typed) =>
  SentInvitationPage({
    language: visit.language,
    typed,
    now: visit.now,
    invitation: await seenInvitation(visit),
  })

const sendAgain = async (visit: Writer & OnInvitation): Promise<Outcome> => {
  const { db, user, language, now } = visit
  const { id, email, ...invited } = await seenInvitation(visit)
  const token = await renewInvitation(db, id, actorOf(user), now)
  if (token === undefined) return { problems: { '': 'closed' } }
  await takeTurn(visit)
  await sendLetter(visit, email, invited.language ?? language, { ...invited, token })
  return { redirect: `${paths.invitations[language]}?done=sent`, subject: { invitation: id } }
}

const withdraw = async (visit: Writer & OnInvitation): Promise<Outcome> => {
  const { db, language, now } = visit
  const { id } = await seenInvitation(visit)
  if (!(await withdrawInvitation(db, id, now))) return { problems: { '': 'closed' } }
  return {
    redirect: `${paths.invitations[language]}?done=withdrawn`,
    subject: { invitation: id, withdrawn: true },
  }
}

export const routes: Route[] = [
  proven(page(paths.invite, 'people.invite', showInvite)),
  proven(action(paths.invite, 'people.invite', InviteForm, showInvite, invite)),
  page(paths.invitations, 'people.invite', showInvitations),
  proven(page(paths.invitation, 'people.invite', showInvitation)),
  proven(
    action(paths.invitation, 'people.invite', DeedForm, showInvitation, (visit, { deed }) =>
      deed === 'withdraw' ? withdraw(visit) : sendAgain(visit),
    ),
  ),
]
