import { type RawBuilder, sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Party } from '../commitments/rules.ts'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { alphabetically, isKept } from '../places/queries.ts'

/** Of each row of a register the one that it was merged into in the end; itself when it was not. */
const finals = (table: 'organisation' | 'issuing_unit' | 'site'): RawBuilder<unknown> => sql`(
  with recursive step(start, id, into_id) as (
    select id, id, merged_into_id from ${sql.table(table)}
    union all select s.start, t.id, t.merged_into_id from step s join ${sql.table(table)} t on t.id = s.into_id)
  select start, id from step where into_id is null)`

/** A party whose organisation, unit or site is another one now, and who came in its place. */
export type Changed = {
  commitmentId: number
  partyId: number
  name: string
  organisation: { id: number; name: string; businessId: string | null }
}

/**
 * The parties of living commitments whose organisation or place was merged into another, or whose place has moved to
 * another organisation.
 * @param commitment null for those of all that are kept
 */
export const listChanged = async (
  db: Read,
  scope: AreaScope | null,
  { commitment, today }: { commitment: number | null; today: Day },
): Promise<Changed[]> => {
  const { rows } = await sql<Changed>`
    select c.id as "commitmentId", p.id as "partyId", p.name,
      json_build_object('id', o.id, 'name', o.name, 'businessId', o.business_id) as organisation
    from commitment c join commitment_party p on p.commitment_id = c.id
    left join ${finals('issuing_unit')} uf on uf.start = p.unit_id left join issuing_unit u on u.id = uf.id
    left join ${finals('site')} sf on sf.start = p.site_id left join site s on s.id = sf.id
    join ${finals('organisation')} f on f.start = coalesce(u.organisation_id, s.organisation_id, p.organisation_id)
    join organisation o on o.id = f.id
    where c.state = 'signed' and coalesce(least(c.until_on, c.ended_on) >= ${today}::date, true)
      and (o.id, u.id, s.id) is distinct from (p.organisation_id, p.unit_id, p.site_id)
      and ${scope ? isKept(scope, 'c.area_id') : sql`true`}
      and ${commitment === null ? sql`true` : sql`c.id = ${commitment}`}
    order by ${alphabetically(sql`p.name`)}, p.id`.execute(db)
  return rows
}

/** Where a party's unit and site are now: each the one that it was merged into, and whose it is. */
export const findPlaceOf = async (
  db: Read,
  { unitId, siteId }: Pick<Party, 'unitId' | 'siteId'>,
): Promise<{ unit: number | null; site: number | null; name: string | null; organisations: number[] }> => {
  const { rows } = await sql<{ kind: 'unit' | 'site'; id: number; name: string; organisation: number }>`
    select 'unit' as kind, u.id, u.name, u.organisation_id as organisation from ${finals('issuing_unit')} f
      join issuing_unit u on u.id = f.id where f.start = ${unitId}
    union all select 'site', s.id, s.name, s.organisation_id from ${finals('site')} f
      join site s on s.id = f.id where f.start = ${siteId}`.execute(db)
  return {
    unit: rows.find(({ kind }) => kind === 'unit')?.id ?? null,
    site: rows.find(({ kind }) => kind === 'site')?.id ?? null,
    name: rows.map(({ name }) => name).join(' · ') || null,
    organisations: rows.map(({ organisation }) => organisation),
  }
}

export type Choice = { id: number; name: string; businessId: string | null }

/** The organisations that can come in a party's place. */
export const listSuccessors = async (db: Read): Promise<Choice[]> =>
  (
    await sql<Choice>`select id, name, business_id as "businessId" from organisation o
      where merged_into_id is null and closed_on is null order by ${alphabetically(sql`o.name`)}, id`.execute(
      db,
    )
  ).rows
