import { sql } from 'kysely'
import type { PlaceScope, SiteScope, UnitScope } from '../access.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import { addDays, type Day } from '../lib/dates.ts'
import { isIn } from '../uses/scope-queries.ts'
import type { DeclineReason, VisitState } from './rules.ts'

export type GroupVisit = {
  id: number
  unitId: number
  unitName: string
  siteId: number
  siteName: string
  event: string | null
  visitOn: Day
  /** `HH:MM`; null when not said. */
  startsAt: string | null
  clients: number
  under16: number
  workers: number
  wish: string | null
  state: VisitState
  answer: string | null
  declineReason: DeclineReason | null
}

const inScope = (scope: PlaceScope) =>
  'unitId' in scope ? sql<boolean>`v.unit_id = ${scope.unitId}` : sql<boolean>`v.site_id = ${scope.siteId}`

const selectVisits = (db: Read) =>
  db
    .selectFrom('group_visit as v')
    .innerJoin('issuing_unit as u', 'u.id', 'v.unit_id')
    .innerJoin('site as s', 's.id', 'v.site_id')
    .select([
      'v.id',
      'v.unit_id as unitId',
      'u.name as unitName',
      'v.site_id as siteId',
      's.name as siteName',
    ])
    .select([
      'v.event',
      'v.visit_on as visitOn',
      'v.starts_at as startsAt',
      'v.clients',
      'v.under_16 as under16',
      'v.workers',
    ])
    .select(['v.wish', 'v.state', 'v.answer', 'v.decline_reason as declineReason'])
    .$castTo<GroupVisit>()

/** One visit of one's own unit, or to one's own site. */
export const findVisit = (db: Read, scope: PlaceScope, id: number): Promise<GroupVisit | undefined> =>
  selectVisits(db).where(inScope(scope)).where('v.id', '=', id).executeTakeFirst()

/** Those to come first, in the order of their days; then those of the last year. At most 200 of each. */
export const listVisits = async (
  db: Read,
  scope: PlaceScope,
  today: Day,
): Promise<{ coming: GroupVisit[]; past: GroupVisit[] }> => {
  const own = selectVisits(db).where(inScope(scope))
  const coming = own.where('v.visit_on', '>=', today).orderBy('v.visit_on')
  const past = own
    .where('v.visit_on', '<', today)
    .where('v.visit_on', '>=', addDays(today, -365))
    .orderBy('v.visit_on', 'desc')
  return {
    coming: await coming.orderBy('v.id').limit(200).execute(),
    past: await past.orderBy('v.id').limit(200).execute(),
  }
}

/** The groups that a site has promised to take today: what its desk should know. */
export const listVisitsToday = (db: Read, scope: SiteScope, today: Day): Promise<GroupVisit[]> =>
  selectVisits(db)
    .where(sql<boolean>`${isIn(scope, 's')}`)
    .where('v.visit_on', '=', today)
    .where('v.state', '=', 'accepted')
    .orderBy(sql`v.starts_at nulls last`)
    .execute()

export type AskedVisit = {
  siteId: number
  event: string | null
  visitOn: Day
  startsAt: string | null
  clients: number
  under16: number
  workers: number
  wish: string | null
}

/** Asks a site for a visit. @returns undefined when the same one has been asked for already */
export const askVisit = async (
  db: Write,
  { unitId }: UnitScope,
  asked: AskedVisit,
  by: { actor: string; now: Date },
): Promise<number | undefined> => {
  const row = await db
    .insertInto('group_visit')
    .values({
      unit_id: unitId,
      site_id: asked.siteId,
      event: asked.event,
      visit_on: asked.visitOn,
      starts_at: asked.startsAt,
      clients: asked.clients,
      under_16: asked.under16,
      workers: asked.workers,
      wish: asked.wish,
      asked_at: by.now,
      asked_by: by.actor,
      changed_at: by.now,
      changed_by: by.actor,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Writes what has become of a visit, while it is in a state that the caller has judged. @returns false when it is not any more */
export const changeVisit = async (
  db: Write,
  visit: { id: number; state: VisitState },
  to: { state: VisitState; answer: string | null; declineReason: DeclineReason | null },
  by: { actor: string; now: Date },
): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('group_visit')
    .set({
      state: to.state,
      answer: to.answer,
      decline_reason: to.declineReason,
      changed_at: by.now,
      changed_by: by.actor,
    })
    .where('id', '=', visit.id)
    .where('state', '=', visit.state)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type SiteToVisit = { id: number; name: string; municipality: string }

/** Open sites whose name or municipality has the words; without words those of the unit's own municipality. */
export const listSitesToVisit = async (
  db: Read,
  { unitId }: UnitScope,
  words: string,
  today: Day,
): Promise<SiteToVisit[]> => {
  const part = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<SiteToVisit>`
    select s.id, s.name, m.name_fi as municipality from site s join municipality m on m.id = s.municipality_id
    where (s.closed_on is null or s.closed_on > ${today}::date) and s.merged_into_id is null
      and (s.popup_until is null or s.popup_until >= ${today}::date)
      and case when ${words} = '' then s.municipality_id = (select u.municipality_id from issuing_unit u where u.id = ${unitId})
        else s.name ilike ${part} or m.name_fi ilike ${part} or m.name_sv ilike ${part} end
    order by s.name limit 50`.execute(db)
  return rows
}

/** A site that can be asked: open on the day of asking. */
export const findSiteToVisit = async (db: Read, id: number, today: Day): Promise<SiteToVisit | undefined> => {
  const { rows } = await sql<SiteToVisit>`
    select s.id, s.name, m.name_fi as municipality from site s join municipality m on m.id = s.municipality_id
    where s.id = ${id} and (s.closed_on is null or s.closed_on > ${today}::date) and s.merged_into_id is null`.execute(
    db,
  )
  return rows[0]
}

/** Who works at a place and hears of its visits, in the language of each. */
export const listVisitReaders = (
  db: Read,
  at: { unitId: number } | { siteId: number },
): Promise<{ email: string; language: Language }[]> =>
  db
    .selectFrom('account_role as r')
    .innerJoin('account as a', 'a.id', 'r.account_id')
    .select(['a.email', 'a.language'])
    .distinct()
    .where('r.ended_at', 'is', null)
    .where('a.ended_at', 'is', null)
    .where((eb) =>
      'unitId' in at
        ? eb.and([eb('r.role', '=', 'issuer'), eb('r.unit_id', '=', at.unitId)])
        : eb.and([eb('r.role', '=', 'venue'), eb('r.site_id', '=', at.siteId)]),
    )
    .orderBy('a.email')
    .$castTo<{ email: string; language: Language }>()
    .execute()

/** Removes visits so many months after their day: numbers of a unit's clients are nobody's business for ever. */
export const forgetVisits = (db: Pool, today: Day, months: number) =>
  db
    .deleteFrom('group_visit')
    .where(sql<boolean>`visit_on + make_interval(months => ${months}::int) <= ${today}::date`)
    .execute()
