import { sql } from 'kysely'
import type { PlaceScope, Side } from '../access.ts'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { contactOf } from '../units/contact-queries.ts'
import type { UnitContact } from '../units/contact-rules.ts'

export type OwnPlace = {
  kind: 'unit' | 'site'
  id: number
  name: string
  organisation: string
  nameFi: string
  nameSv: string | null
  areaId: number | null
  /** Null of a pop-up site, outside the areas. */
  area: string | null
  areaSv: string | null
  closedOn: Day | null
  mergedInto: string | null
  /** A unit that is still asked about, or was declined; a site is always active. */
  state: 'proposed' | 'declined' | 'active'
  /** A site is always shown; a unit when its coordinator says so. */
  isPublic: boolean
  /** What a unit tells the public of coming to it. */
  contact: UnitContact | null
  pause: { until: Day | null } | null
}

/** What the register says of the one place that an issuer or a venue works for. */
export const findPlace = async (db: Read, scope: PlaceScope, today: Day): Promise<OwnPlace | undefined> => {
  const [table, id] =
    'unitId' in scope ? (['issuing_unit', scope.unitId] as const) : (['site', scope.siteId] as const)
  const isUnit = table === 'issuing_unit'
  const column = sql.ref(isUnit ? 'unit_id' : 'site_id')
  const { rows } = await sql<OwnPlace>`
    select ${isUnit ? 'unit' : 'site'}::text as kind, p.id, p.name, o.name as organisation,
      m.name_fi as "nameFi", m.name_sv as "nameSv", p.area_id as "areaId", a.name as area, a.name_sv as "areaSv",
      p.closed_on as "closedOn", n.name as "mergedInto",
      ${isUnit ? sql`p.state` : sql`'active'`} as state, ${isUnit ? sql`p.is_public` : sql`true`} as "isPublic",
      ${isUnit ? contactOf : sql`null`} as contact,
      (select json_build_object('until', w.paused_until) from pause w
        where w.${column} = p.id and w.paused_from <= ${today}::date
          and (w.paused_until is null or w.paused_until >= ${today}::date)
        order by w.paused_until desc nulls first limit 1) as pause
    from ${sql.table(table)} p
    join organisation o on o.id = p.organisation_id
    join municipality m on m.id = p.municipality_id
    left join area a on a.id = p.area_id
    left join ${sql.table(table)} n on n.id = p.merged_into_id
    ${isUnit ? sql`left join unit_contact c on c.unit_id = p.id` : sql``}
    where p.id = ${id}`.execute(db)
  return rows[0]
}

export type Coordinator = { name: string; side: Side | null }

/** Whom somebody of the area may ask: names and sides, nothing to reach them by. */
export const listCoordinators = (db: Read, { areaId }: OwnPlace): Promise<Coordinator[]> =>
  areaId === null
    ? Promise.resolve([])
    : db
        .selectFrom('account_role as r')
        .innerJoin('account as a', 'a.id', 'r.account_id')
        .select(['a.name', 'r.side'])
        .distinct()
        .where('r.role', '=', 'coordinator')
        .where('r.area_id', '=', areaId)
        .where('r.ended_at', 'is', null)
        .where('a.ended_at', 'is', null)
        .orderBy('r.side')
        .orderBy('a.name')
        .execute()
