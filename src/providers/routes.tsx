import { endProviderSessions, endRoles, listRolesOfGroups } from '../accounts/given-role-queries.ts'
import type { Read } from '../db/db.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, page, proven, type Route } from '../web/route.tsx'
import type { SignedIn, Typed, Visit } from '../web/visit.ts'
import { answers } from './exchange.ts'
import { NoForm, ProviderForm, SecretForm } from './forms.ts'
import { endMappings, findMapping, listMappings } from './group-queries.ts'
import { groupRoutes } from './group-routes.tsx'
import { idOf } from './ids.ts'
import { ownRoutes } from './own-routes.tsx'
import {
  changeSecret,
  createProvider,
  endProvider,
  findProvider,
  findTaken,
  listProviderRows,
} from './queries.ts'
import { mayAsk } from './rules.ts'
import { findClient, sealSecret } from './sign-in-queries.ts'
import { signInRoutes } from './sign-in-routes.tsx'
import { AddProviderPage, EndProviderPage, ProviderPage, ProvidersPage } from './views.tsx'
import { paths, returnPath } from './words.ts'

type OnProvider = SignedIn<'provider'> & { db: Read }

const findHere = async ({ db, params }: OnProvider) => {
  const provider = await findProvider(db, idOf(params.provider))
  if (!provider) throw new NotFound()
  return provider
}

const showProvider = async (visit: OnProvider, typed: Typed) => {
  const { db, language, origin, query } = visit
  const provider = await findHere(visit)
  const removed = query.get('removed')
  return ProviderPage({
    language,
    typed,
    provider,
    mappings: await listMappings(db, provider.id),
    returnAddress: `${origin}${returnPath}`,
    said: query.get('done'),
    removed: removed === null ? undefined : await findMapping(db, provider.id, idOf(removed)),
  })
}

/** Asks the provider before the transaction opens: it may take its time to answer, or not to. */
const test: Route = {
  method: 'POST',
  path: paths.test,
  permission: 'providers.change',
  serve: async (visit, fields, database) => {
    const id = idOf((visit.params as Record<string, string>).provider)
    const client = await database.read((db) => findClient(db, visit.keys, id), visit.proof)
    if (!client) throw new NotFound()
    const done = mayAsk(client.issuer, visit) && (await answers(client)) ? 'answers' : 'silent'
    const testing = action(paths.test, 'providers.change', NoForm, showProvider, async ({ language }) => ({
      redirect: `${fill(paths.provider[language], { provider: id })}?done=${done}`,
      subject: { provider: id, answers: done === 'answers' },
    }))
    return testing.serve(visit, fields, database)
  },
}

const showAdd = async ({ language }: Visit, typed: Typed) => AddProviderPage({ language, typed })

const showEnd = async (visit: OnProvider) =>
  EndProviderPage({ language: visit.language, provider: await findHere(visit) })

const adminRoutes: Route[] = [
  page(paths.providers, 'providers.read', async ({ db, language, query }) =>
    ProvidersPage({ language, providers: await listProviderRows(db), hasEnded: query.has('ended') }),
  ),

  proven(page(paths.add, 'providers.change', showAdd)),
  proven(
    action(
      paths.add,
      'providers.change',
      ProviderForm,
      showAdd,
      async ({ db, language, now, keys, demo, origin }, given) => {
        if (!mayAsk(given.issuer, { demo, origin })) return { problems: { issuer: 'issuer-form' } }
        const taken = await findTaken(db, given)
        if (taken) return { problems: { [taken]: `${taken}-taken` } }
        const secretSealed = sealSecret(keys, given.clientSecret)
        const id = await createProvider(db, { ...given, secretSealed }, now)
        if (id === undefined) return { problems: { issuer: 'issuer-taken' } }
        return {
          redirect: `${fill(paths.provider[language], { provider: id })}?done=added`,
          subject: { provider: id },
        }
      },
    ),
  ),

  // The forms of the rows below stand on it.
  proven(page(paths.provider, 'providers.read', showProvider)),
  proven(test),

  proven(
    action(paths.secret, 'providers.change', SecretForm, showProvider, async (visit, { clientSecret }) => {
      const { id } = await findHere(visit)
      await changeSecret(visit.db, id, sealSecret(visit.keys, clientSecret))
      return {
        redirect: `${fill(paths.provider[visit.language], { provider: id })}?done=secret`,
        subject: { provider: id },
      }
    }),
  ),

  proven(page(paths.end, 'providers.change', showEnd)),
  proven(
    action(paths.end, 'providers.change', NoForm, showEnd, async (visit) => {
      const { db, language, now } = visit
      const { id } = await findHere(visit)
      if (!(await endProvider(db, id, now))) throw new NotFound()
      await endRoles(db, await listRolesOfGroups(db, await endMappings(db, id, now)), now)
      await endProviderSessions(db, id)
      return {
        redirect: `${paths.providers[language]}?ended=`,
        subject: { provider: id },
      }
    }),
  ),
]

export const routes: Route[] = [...signInRoutes, ...ownRoutes, ...adminRoutes, ...groupRoutes]
