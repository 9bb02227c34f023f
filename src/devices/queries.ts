import { type ExpressionBuilder, sql } from 'kysely'
import { type AreaScope, areaScopeOf, type SiteScope, siteScopeOf, type User } from '../access.ts'
import { endDeviceRole, prolongDeviceSession } from '../accounts/device-role-queries.ts'
import { sessionOf } from '../accounts/queries.ts'
import { deviceDays } from '../accounts/rules.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Database } from '../db/schema.ts'
import { type Day, dayOf } from '../lib/dates.ts'

/** Whose devices: a venue sees to its own site's, who keeps a part of the network to those of its sites. */
export type DeviceScope = SiteScope | AreaScope
export const deviceScopeOf = (user: User): DeviceScope =>
  user.role === 'venue' ? siteScopeOf(user) : areaScopeOf(user)

/** The rows of a table `s` of sites that a scope holds. */
export const holds = (scope: DeviceScope) => {
  if ('siteId' in scope) return sql<boolean>`s.id = ${scope.siteId}`
  if ('areaId' in scope)
    return scope.areaId === null ? sql<boolean>`true` : sql<boolean>`s.area_id = ${scope.areaId}`
  return sql<boolean>`false`
}

/** A site that is neither closed by that day nor merged into another. */
export const isOpenOn = (today: Day) =>
  sql<boolean>`s.merged_into_id is null and (s.closed_on is null or s.closed_on > ${today}::date)`

export type DeviceSite = { id: number; name: string; isOpen: boolean }

export const findSite = (
  db: Read,
  scope: DeviceScope,
  id: number,
  today: Day,
): Promise<DeviceSite | undefined> =>
  db
    .selectFrom('site as s')
    .select(['s.id', 's.name', isOpenOn(today).as('isOpen')])
    .where('s.id', '=', id)
    .where(holds(scope))
    .executeTakeFirst()

export type SiteWithDevices = { id: number; name: string; standing: number }

/** The sites in scope that have had devices, with how many of them stand. */
export const listSitesWithDevices = (db: Read, scope: DeviceScope): Promise<SiteWithDevices[]> =>
  db
    .selectFrom('site as s')
    .innerJoin('device as d', 'd.site_id', 's.id')
    .select((eb) => [
      's.id',
      's.name',
      eb.fn.count<number>('d.id').filterWhere('d.ended_at', 'is', null).as('standing'),
    ])
    .where(holds(scope))
    .groupBy(['s.id', 's.name'])
    .orderBy('s.name')
    .execute()

export type Device = {
  id: string
  siteId: number
  name: string
  pairedAt: Date
  /** Who showed the link; null when it was no person known here. */
  pairedBy: string | null
  lastSeenOn: Day | null
  endedAt: Date | null
}

const byWhom = (eb: ExpressionBuilder<Database & { d: Database['device'] }, 'd'>) =>
  eb.selectFrom('account as a').select('a.name').where(sql`'account:' || a.id`, '=', eb.ref('d.paired_by'))

/** The devices of a site, those in use first and the newest first. */
export const listDevices = (db: Read, scope: DeviceScope, siteId: number): Promise<Device[]> =>
  db
    .selectFrom('device as d')
    .innerJoin('site as s', 's.id', 'd.site_id')
    .select((eb) => [
      'd.id',
      'd.site_id as siteId',
      'd.name',
      'd.paired_at as pairedAt',
      byWhom(eb as never).as('pairedBy'),
      'd.last_seen_on as lastSeenOn',
      'd.ended_at as endedAt',
    ])
    .where('d.site_id', '=', siteId)
    .where(holds(scope))
    .orderBy(sql`d.ended_at desc nulls first`)
    .orderBy('d.paired_at', 'desc')
    .limit(200)
    .execute()

export const findDevice = (
  db: Read,
  scope: DeviceScope,
  id: string,
): Promise<{ id: string; siteId: number } | undefined> =>
  db
    .selectFrom('device as d')
    .innerJoin('site as s', 's.id', 'd.site_id')
    .select(['d.id', 'd.site_id as siteId'])
    .where('d.id', '=', id)
    .where(holds(scope))
    .executeTakeFirst()

/** Ends a device at once, its session and role with it. A second time changes nothing. */
export const endDevice = async (db: Write, id: string, now: Date): Promise<void> => {
  const ended = await db
    .updateTable('device')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (ended) await endDeviceRole(db, id, now)
}

/**
 * Gives a device in use its ninety days anew, on its first visit of a day in Finland.
 * @returns the days that its browser shall keep the cookie from now on; undefined when nothing was due
 */
export const keepDevice = async (db: Pool, user: User, now: Date): Promise<number | undefined> => {
  if (user.role !== 'device') return undefined
  const today = dayOf(now)
  const due = await db
    .updateTable('device')
    .set({ last_seen_on: today })
    .where('id', '=', user.accountId)
    .where((eb) => eb.or([eb('last_seen_on', 'is', null), eb('last_seen_on', '<', today)]))
    .returning('id')
    .executeTakeFirst()
  if (!due) return undefined
  await prolongDeviceSession(db, sessionOf(user).tokenHash, now)
  return deviceDays
}
