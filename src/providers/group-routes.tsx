import { endRoles, listRolesOfGroups } from '../accounts/given-role-queries.ts'
import type { Read } from '../db/db.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, page, proven, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { GroupForm, NoForm } from './forms.ts'
import { createMapping, endMapping, listMappings, listPlaces, type Mapping } from './group-queries.ts'
import { AddGroupPage } from './group-view.tsx'
import { idOf } from './ids.ts'
import { findProvider } from './queries.ts'
import { type GroupRole, groupRoles } from './rules.ts'
import { ProviderPage } from './views.tsx'
import { paths, returnPath } from './words.ts'

type OnGroup = SignedIn<'provider' | 'role'> & { db: Read }

const roleOf = (text: string): GroupRole => {
  const role = groupRoles.find((one) => one === text)
  if (!role) throw new NotFound()
  return role
}

const findHere = async (db: Read, id: string) => {
  const provider = await findProvider(db, idOf(id))
  if (!provider) throw new NotFound()
  return provider
}

const showAddGroup = async ({ db, language, params }: OnGroup, typed: Typed) => {
  const role = roleOf(params.role)
  const provider = await findHere(db, params.provider)
  return AddGroupPage({ language, typed, provider, role, places: await listPlaces(db, role) })
}

/** Which place a role is held in. */
const placeOf = (role: GroupRole, id: number) => ({
  areaId: role === 'coordinator' ? id : null,
  unitId: role === 'issuer' ? id : null,
  siteId: role === 'venue' ? id : null,
  organisationId: role === 'intermediary' ? id : null,
})

export const groupRoutes: Route[] = [
  proven(page(paths.addGroup, 'providers.change', showAddGroup)),

  proven(
    action(paths.addGroup, 'providers.change', GroupForm, showAddGroup, async (visit, typed) => {
      const { db, language, params } = visit
      const role = roleOf(params.role)
      const provider = await findHere(db, params.provider)
      if (!(await listPlaces(db, role)).some(({ id }) => id === typed.place))
        return { problems: { place: 'place-missing' } }
      const side = role === 'coordinator' ? (typed.side ?? null) : null
      if (role === 'coordinator' && side === null) return { problems: { side: 'side-missing' } }
      const given: Omit<Mapping, 'id'> = {
        groupName: typed.groupName,
        role,
        side,
        ...placeOf(role, typed.place),
      }
      const group = await createMapping(db, provider.id, given)
      if (group === undefined) return { problems: { groupName: 'group-taken' } }
      return {
        redirect: `${fill(paths.provider[language], { provider: provider.id })}?done=group`,
        subject: { provider: provider.id, group },
      }
    }),
  ),

  proven(
    action(
      paths.removeGroup,
      'providers.change',
      NoForm,
      async ({ db, language, params, origin }, typed) => {
        const provider = await findHere(db, params.provider)
        const mappings = await listMappings(db, provider.id)
        const returnAddress = `${origin}${returnPath}`
        return ProviderPage({
          language,
          typed,
          provider,
          mappings,
          returnAddress,
          said: null,
          removed: undefined,
        })
      },
      async ({ db, language, params, now }) => {
        const provider = await findHere(db, params.provider)
        const group = idOf(params.group)
        if (!(await endMapping(db, provider.id, group, now))) throw new NotFound()
        await endRoles(db, await listRolesOfGroups(db, [group]), now)
        return {
          redirect: `${fill(paths.provider[language], { provider: provider.id })}?removed=${group}`,
          subject: { provider: provider.id, group },
        }
      },
    ),
  ),
]
