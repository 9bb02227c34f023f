import { sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import { isOpenPlace } from '../commitment-drafts/register-queries.ts'
import type { Partner } from '../commitment-drafts/rules.ts'
import type { Listed } from '../commitment-lists/queries.ts'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { alphabetically, isKept, isOf } from '../places/queries.ts'
import { goesOn } from './letter-queries.ts'
import type { FollowOn } from './rules.ts'

export type Pilot = { id: number; names: string; area: string; from: Day; until: Day }

/** Pilots whose area keeps the card: they can become permanent without a new commitment. Those that end already cannot. */
export const listPermanentPilots = async (
  db: Read,
  scope: AreaScope,
  area: string,
  today: Day,
): Promise<Pilot[]> =>
  (
    await sql<Pilot>`select c.id, a.name as area, c.from_on as "from", c.until_on as until,
        (select string_agg(p.name, ' · ' order by p.position) from commitment_party p
          where p.commitment_id = c.id) as names
      from commitment c join area a on a.id = c.area_id
      where c.state = 'signed' and c.kind = 'pilot' and c.until_on >= ${today}::date and c.ended_on is null
        and exists (select from area_membership m where m.area_id = c.area_id and m.phase = 'permanent'
          and coalesce(m.phase_until >= ${today}::date, true))
        and ${isKept(scope, 'c.area_id')} and ${isOf('c.area_id', area)}
      order by ${alphabetically(sql`a.name`)}, c.id`.execute(db)
  ).rows

/** The open place of a party, of the area that keeps the commitment. */
const placeOf = (kind: 'site' | 'unit', today: Day) => {
  const [column, table] = kind === 'unit' ? [sql`unit_id`, sql`issuing_unit`] : [sql`site_id`, sql`site`]
  return sql`(select json_build_object('kind', ${kind}::text, 'id', p.id)
    from commitment_party q join ${table} p on p.id = q.${column}
    where q.commitment_id = c.id and ${isOpenPlace(kind, today)}
      and (c.area_id is null or p.area_id = c.area_id) order by q.position limit 1)`
}

/** @property why what ends it · @property lettersOn days on which its keepers were told · @property next null where none follows */
export type Renewal = Listed & {
  why: 'until' | 'notice' | 'agreed'
  lettersOn: Day[]
  /** Null where its place is closed, merged or another area's by now: then it cannot be followed as it is. */
  partner: Partner | null
  next: FollowOn | null
}

/** What was told of commitments that end, why they do, with whom they are, and which one takes their place. */
export const listRenewals = async (db: Read, rows: readonly Listed[], today: Day): Promise<Renewal[]> => {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const { rows: known } = await sql<Pick<Renewal, 'id' | 'why' | 'lettersOn' | 'partner' | 'next'>>`
    select c.id, case when least(c.until_on, c.ended_on) = c.agreed_ends_on then 'agreed'
        when least(c.until_on, c.ended_on) = c.notice_ends_on then 'notice' else 'until' end as why,
      coalesce((select json_agg(distinct to_char(l.sent_at at time zone 'Europe/Helsinki', 'YYYY-MM-DD'))
        from commitment_letter l where l.commitment_id = c.id and l.ends_on is not null and l.letters > 0), '[]') as "lettersOn",
      case when c.kind = 'area' then json_build_object('kind', 'area', 'id', c.area_id)
        else coalesce(${placeOf('site', today)}, ${placeOf('unit', today)}) end as partner,
      (select json_build_object('id', n.id, 'state', n.state) from commitment n
        where ${goesOn} and n.state in ('draft', 'waiting', 'signed')
        order by array_position(array['signed', 'waiting', 'draft'], n.state), n.id limit 1) as next
    from commitment c where c.id = any(${ids}::integer[])`.execute(db)
  return rows.flatMap((row) => {
    const more = known.find(({ id }) => id === row.id)
    return more ? [{ ...row, ...more }] : []
  })
}
