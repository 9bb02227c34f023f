import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { User } from '../access.ts'
import { sessionOf } from '../accounts/queries.ts'
import type { Keys } from '../db/keys.ts'
import { NotFound } from '../web/errors.tsx'
import { page, type Route } from '../web/route.tsx'
import { idOf } from './ids.ts'
import { listProviders } from './queries.ts'
import { listLinkedProviders } from './sign-in-queries.ts'
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

const isProof = (given: string, wanted: Buffer) => {
  const bytes = Buffer.from(given, 'base64url')
  return bytes.length === wanted.length && timingSafeEqual(bytes, wanted)
}

export const ownRoutes: Route[] = [
  page(paths.own, 'account.change', async ({ db, user, language, query, keys }) => {
    const [standing, linkedIds] = [await listProviders(db), await listLinkedProviders(db, user.accountId)]
    const providers = standing.map((provider) => ({
      ...provider,
      isLinked: linkedIds.includes(provider.id),
      proof: proofFor(keys, user, provider.id).toString('base64url'),
    }))
    const linked = providers.find(({ id, isLinked }) => isLinked && String(id) === query.get('linked'))
    return OwnProvidersPage({ language, providers, linked })
  }),
  {
    method: 'GET',
    path: paths.link,
    permission: 'account.change',
    serve: (visit, _, { pool }) => {
      const { provider, proof } = visit.params as Record<string, string>
      const id = idOf(provider)
      const user = visit.user! // the permission is not everyone's
      if (!isProof(proof ?? '', proofFor(visit.keys, user, id))) throw new NotFound()
      return goToProvider(visit, pool, id, { accountId: user.accountId, nextPath: null })
    },
  },
]
