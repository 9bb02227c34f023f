import { z } from 'zod'
import { findOwnAccount } from '../accounts/account-queries.ts'
import {
  createProvidedAccount,
  endProviderSessions,
  endRoles,
  giveRole,
  listHeldRoles,
} from '../accounts/given-role-queries.ts'
import { isInvited } from '../accounts/invitation-queries.ts'
import { takeTokens } from '../accounts/limit-queries.ts'
import { endSession, sessionOf, startSession } from '../accounts/queries.ts'
import { emailLinkEnd, safeNext } from '../accounts/rules.ts'
import { firstPages } from '../accounts/words.ts'
import type { Pool, Write } from '../db/db.ts'
import { isTaken } from '../db/taken.ts'
import type { Language } from '../i18n/translated.ts'
import { queueMail } from '../mail/queries.ts'
import { NotFound, TooMany } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { type Answer, action, type Outcome, page, type Route } from '../web/route.tsx'
import { hashToken, newToken } from '../web/session-cookie.ts'
import type { Visit } from '../web/visit.ts'
import { authorizationUrl, exchange, newSecrets } from './exchange.ts'
import { listMappingsOf, type NamedMapping } from './group-queries.ts'
import { idOf } from './ids.ts'
import { findProvider } from './queries.ts'
import { type Claims, firstRole, groupsOf, mayAsk, personOf, rolesToChange, startLimits } from './rules.ts'
import {
  createIdentity,
  createRequest,
  findClient,
  findIdentity,
  lockProvider,
  type SignInRequest,
  takeRequest,
} from './sign-in-queries.ts'
import { RefusedPage } from './sign-in-views.tsx'
import { isRefusal, linkedLetter, type Refusal } from './sign-in-words.ts'
import { paths, returnPath } from './words.ts'

/** A page of its own in the person's language: the address they came back to names no language and holds a code. */
const refused = (language: Language, problem: Refusal): Answer => ({
  redirect: fill(paths.refused[language], { problem }),
  state: null,
})

/**
 * Sends somebody to their provider. A link, not a form: browsers hold a form to our own addresses through every
 * redirect (`form-action`). It changes nothing here but the request that is expected back.
 */
export const goToProvider = async (
  visit: Visit<never>,
  pool: Pool,
  providerId: number,
  wish: { accountId: string | null; nextPath: string | null },
): Promise<Answer> => {
  const { language, now, network, origin, keys } = visit
  const wait = await takeTokens(pool, startLimits(network), now)
  if (wait > 0) throw new TooMany(wait)
  const client = await findClient(pool, keys, providerId)
  if (!client) throw new NotFound()
  const secrets = newSecrets()
  const url = mayAsk(client.issuer, visit)
    ? await authorizationUrl(client, secrets, `${origin}${returnPath}`)
    : undefined
  if (!url) return refused(language, 'unreachable')
  await createRequest(pool, hashToken(secrets.state), { ...secrets, ...wish, providerId, language }, now)
  return { redirect: url, state: secrets.state }
}

type Arrival = { problem: Refusal } | { request: SignInRequest; claims: Claims }

/** Who comes back, proven, before any transaction opens: no connection waits for the provider. */
const proveArrival = async (
  { state, origin, demo, query, keys }: Visit<never>,
  pool: Pool,
  request: SignInRequest | undefined,
): Promise<Arrival> => {
  if (state === null || query.get('state') !== state) return { problem: 'other-browser' }
  if (!request) return { problem: 'expired' }
  const client = await findClient(pool, keys, request.providerId)
  if (!client) return { problem: 'ended' }
  if (!mayAsk(client.issuer, { demo, origin })) return { problem: 'unreachable' }
  const returned = new URL(`${origin}${returnPath}?${query}`)
  const proven = await exchange(client, returned, { ...request, state })
  return 'problem' in proven ? proven : { request, claims: proven.claims }
}

type Arriving = Visit & { db: Write }

/** Makes the account hold exactly what the groups give. */
const matchRoles = async (
  db: Write,
  accountId: string,
  providerId: number,
  given: NamedMapping[],
  now: Date,
) => {
  const { give, end } = rolesToChange(given, await listHeldRoles(db, accountId), providerId)
  await endRoles(db, end, now)
  for (const { id, ...role } of give) await giveRole(db, accountId, { ...role, groupId: id }, now)
}

const createAccountFor = async (
  db: Write,
  { providerId, language }: SignInRequest,
  claims: Claims,
  now: Date,
): Promise<{ id: string; language: Language } | Refusal> => {
  const { name, email } = personOf(claims)
  if (email === null) return 'email-missing'
  // Only who reads the mail of an address takes what was sent to it.
  if (await isInvited(db, email, now)) return 'email-invited'
  try {
    const id = await createProvidedAccount(db, { name, email, language, now })
    await createIdentity(db, { providerId, subject: claims.sub, accountId: id }, now)
    return { id, language }
  } catch (error) {
    // Whose address it is, the provider does not decide: an account is linked by its owner alone.
    if (isTaken(error)) return 'email-taken'
    throw error
  }
}

const no = (problem: Refusal): Outcome => ({ problems: { '': problem } })

const signIn = async (
  { db, user, now, browser }: Arriving,
  request: SignInRequest,
  claims: Claims,
  groupsClaim: string,
): Promise<Outcome> => {
  const { providerId } = request
  const given = await listMappingsOf(db, providerId, groupsOf(claims, groupsClaim))
  const known = await findIdentity(db, providerId, claims.sub)
  if (known?.endedAt) return no('account-ended')
  if (given.length === 0) {
    if (!known) return no('no-groups')
    await matchRoles(db, known.id, providerId, [], now)
    await endProviderSessions(db, providerId, known.id)
    return { ...no('no-groups'), keep: true } as Outcome
  }
  const account = known ?? (await createAccountFor(db, request, claims, now))
  if (typeof account === 'string') return no(account)
  await matchRoles(db, account.id, providerId, given, now)
  const role = firstRole(given, await listHeldRoles(db, account.id))!
  const token = newToken()
  if (user) await endSession(db, sessionOf(user).tokenHash)
  await startSession(db, role.id, hashToken(token), now, { proof: 'provider', providerId, browser })
  return {
    redirect: safeNext(request.nextPath) ?? firstPages[role.role][account.language],
    session: token,
    subject: { account: account.id, provider: providerId },
  }
}

const queueLinked = async (db: Write, accountId: string, providerId: number, now: Date) => {
  const account = await findOwnAccount(db, accountId)
  const provider = await findProvider(db, providerId)
  if (!account || !provider) return
  await queueMail(db, {
    kind: 'provider-linked',
    to: account.email,
    language: account.language,
    letter: linkedLetter(account.language, { name: account.name, provider: provider.name }),
    now,
    expiresAt: emailLinkEnd(now),
  })
}

/** An owner links the account that they are signed in to. Roles of the groups come with the next sign-in. */
const link = async (
  { db, user, now }: Arriving,
  { accountId, providerId, language }: SignInRequest,
  { sub: subject }: Claims,
): Promise<Outcome> => {
  if (!user || user.accountId !== accountId) return no('other-account')
  const known = await findIdentity(db, providerId, subject)
  if (known && known.id !== accountId) return no('linked-elsewhere')
  try {
    if (!known) {
      await createIdentity(db, { providerId, subject, accountId }, now)
      await queueLinked(db, accountId, providerId, now)
    }
  } catch (error) {
    if (isTaken(error)) return no('linked-elsewhere')
    throw error
  }
  return {
    redirect: `${paths.own[language]}?linked=${providerId}`,
    subject: { account: accountId, provider: providerId },
  }
}

const arrive = async (visit: Arriving, arrival: Arrival): Promise<Outcome> => {
  if ('problem' in arrival) return no(arrival.problem)
  const { request, claims } = arrival
  const provider = await lockProvider(visit.db, request.providerId)
  if (!provider) return no('ended')
  return request.accountId === null
    ? signIn(visit, request, claims, provider.groupsClaim)
    : link(visit, request, claims)
}

const NoForm = z.object({})

/**
 * Where a provider sends people back to. A page can only read, and this address changes things: it is held by its
 * state, which works once and only in the browser that it was given to.
 */
const comeBack: Route = {
  method: 'GET',
  path: returnPath,
  permission: 'sessions.start',
  serve: async (visit, _, database) => {
    const { state, query, now, language } = visit
    const isHere = state !== null && query.get('state') === state
    const request = isHere ? await takeRequest(database.pool, hashToken(state), now) : undefined
    const arrival = await proveArrival(visit, database.pool, request)
    let problem: Refusal = 'not-proven'
    const arriving = action(
      returnPath,
      'sessions.start',
      NoForm,
      async () => RefusedPage({ language, problem }),
      async (acting) => {
        const outcome = await arrive(acting, arrival)
        if ('problems' in outcome) problem = outcome.problems[''] as Refusal
        return outcome
      },
    )
    const answer = await arriving.serve(visit, {}, database)
    return 'redirect' in answer ? { ...answer, state: null } : refused(request?.language ?? language, problem)
  },
}

/** Begins a sign-in. */
const start: Route = {
  method: 'GET',
  path: paths.start,
  permission: 'sessions.start',
  serve: (visit, _, { pool }) =>
    goToProvider(visit, pool, idOf((visit.params as Record<string, string>).provider), {
      accountId: null,
      nextPath: safeNext(visit.query.get('next')),
    }),
}

export const signInRoutes: Route[] = [
  start,
  comeBack,
  page(paths.refused, 'sessions.start', async ({ language, params }) => {
    if (!isRefusal(params.problem)) throw new NotFound()
    return RefusedPage({ language, problem: params.problem })
  }),
]
