import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { User } from '../access.ts'
import { findOwnAccount } from '../accounts/account-queries.ts'
import { endProviderSessions, endRoles, listHeldRoles } from '../accounts/given-role-queries.ts'
import { lockAccount } from '../accounts/proof-queries.ts'
import { sessionOf } from '../accounts/queries.ts'
import { proveAgainPath } from '../accounts/words.ts'
import type { Read, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { findFactors, mustProve } from '../factors/queries.ts'
import { NotFound } from '../web/errors.tsx'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { idOf } from './ids.ts'
import { listProviders } from './queries.ts'
import { listLinkedProviders, unlink } from './sign-in-queries.ts'
import { goToProvider } from './sign-in-routes.tsx'
import { OwnProvidersPage } from './sign-in-views.tsx'
import { paths } from './words.ts'

/**
 * What only the owner's own page of this session knows. The link to a provider cannot be a form (`form-action`), so
 * this says that no other site led here: else an identity of somebody else's could be linked to the account.
 */
const proofFor = (keys: Keys, user: User, providerId: number) =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', keys.cardCode, '', 'kaiku link-provider', 32)))
    .update(sessionOf(user).tokenHash)
    .update(String(providerId))
    .digest()

type Leaving = (visit: SignedIn<'provider'> & { db: Write }) => Promise<Outcome>

const isProof = (given: string, wanted: Buffer) => {
  const bytes = Buffer.from(given, 'base64url')
  return bytes.length === wanted.length && timingSafeEqual(bytes, wanted)
}

const showOwn = async ({ db, user, language, query, keys }: SignedIn & { db: Read }, typed: Typed) => {
  const [standing, linkedIds] = [await listProviders(db), await listLinkedProviders(db, user.accountId)]
  const providers = standing.map((provider) => ({
    ...provider,
    isLinked: linkedIds.includes(provider.id),
    proof: proofFor(keys, user, provider.id).toString('base64url'),
  }))
  const linked = providers.find(({ id, isLinked }) => isLinked && String(id) === query.get('linked'))
  const unlinked = providers.find(({ id, isLinked }) => !isLinked && String(id) === query.get('unlinked'))
  const onlyWay = providers.find(({ id }) => String(id) === typed.problems.provider)
  return OwnProvidersPage({ language, providers, linked, unlinked, onlyWay })
}

/** Ends what the provider opened: its sessions, and the roles of its groups. */
const leaveProvider: Leaving = async ({ db, user, language, params, now }) => {
  const id = idOf(params.provider)
  await lockAccount(db, user.accountId)
  const { passkeys } = await findFactors(db, user.accountId)
  const hasPassword = (await findOwnAccount(db, user.accountId))?.passwordHash != null
  if (!hasPassword && passkeys === 0) return { problems: { provider: String(id) } }
  if (!(await unlink(db, user.accountId, id))) throw new NotFound()
  const held = await listHeldRoles(db, user.accountId)
  await endRoles(
    db,
    held.filter(({ providerId }) => providerId === id).map((role) => role.id),
    now,
  )
  await endProviderSessions(db, id, user.accountId)
  return {
    redirect: `${paths.own[language]}?unlinked=${id}`,
    subject: { account: user.accountId, provider: id },
  }
}

export const ownRoutes: Route[] = [
  page(paths.own, 'account.change', showOwn),
  action(paths.unlink, 'account.change', z.object({}), showOwn, leaveProvider),
  {
    method: 'GET',
    path: paths.link,
    permission: 'account.change',
    serve: async (visit, _, { pool }) => {
      const { provider, proof } = visit.params as Record<string, string>
      const id = idOf(provider)
      const user = visit.user! // the permission is not everyone's
      if (!isProof(proof ?? '', proofFor(visit.keys, user, id))) throw new NotFound()
      // A new way into the account: asked of who has proved lately who they are, and with all that they have.
      if (mustProve(user, await findFactors(pool, user.accountId), visit.now))
        return { redirect: proveAgainPath(visit.language, paths.own[visit.language]) }
      return goToProvider(visit, pool, id, { accountId: user.accountId, nextPath: null })
    },
  },
]
