/** What the desk's script works for: asked at its start, and now and then. */
import { siteScopeOf } from '../access.ts'
import type { Read } from '../db/db.ts'
import type { DeskState, Said } from '../desk-queue/wire.ts'
import { type GroupVisit, listVisitsToday } from '../group-visits/queries.ts'
import { todaysGroup } from '../group-visits/words.ts'
import { addDays } from '../lib/dates.ts'
import { inEvery } from '../web/problem.ts'
import type { SignedIn } from '../web/visit.ts'
import { deskOwner, ownerOf } from './owner.ts'
import { countAllOn, listAppSites, listEventsOfAll, listFormerSites } from './sync-queries.ts'

/** Events that a site recorded for in this time are offered. */
const daysOfEvents = 30

/** What the desk should know of the groups of one site, in each language. */
const groupsAt = (groups: readonly GroupVisit[], site: number): Said[] =>
  groups
    .filter(({ siteId }) => siteId === site)
    .map((visit) => inEvery((language) => todaysGroup(language, visit)))

export const deskState = async ({
  db,
  user,
  now,
  today,
  keys,
}: SignedIn & { db: Read }): Promise<DeskState> => {
  const scope = siteScopeOf(user)
  const sites = await listAppSites(db, scope)
  const events = await listEventsOfAll(db, scope, addDays(today, -daysOfEvents))
  const counts = await countAllOn(db, scope, today)
  const former = user.role === 'device' && user.siteId ? await listFormerSites(db, user.siteId) : []
  const groups = await listVisitsToday(db, scope, today)
  const todayAt = (site: number) => counts.find(({ siteId }) => siteId === site)
  return {
    owner: ownerOf(keys.cardCode, user),
    formerOwners: former.map((siteOfDevice) => deskOwner(keys.cardCode, { siteOfDevice })),
    sites,
    events: Object.fromEntries(
      sites.map(({ id }) => [id, events.find(({ siteId }) => siteId === id)?.events ?? []]),
    ),
    today: Object.fromEntries(
      sites.map(({ id }) => {
        const { uses = 0, adults = 0, children = 0 } = todayAt(id) ?? {}
        return [id, { uses, adults, children }]
      }),
    ),
    groups: Object.fromEntries(sites.map(({ id }) => [id, groupsAt(groups, id)])),
    now: now.getTime(),
  }
}
