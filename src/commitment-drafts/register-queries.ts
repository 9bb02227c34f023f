import { type RawBuilder, sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { Partner, RegisterFacts } from './rules.ts'

const tables = {
  site: {
    table: sql`site`,
    contact: sql`site_id`,
    open: sql`p.popup_from::text as "openFrom", p.popup_until::text as "openUntil"`,
  },
  unit: {
    table: sql`issuing_unit`,
    contact: sql`unit_id`,
    open: sql`null as "openFrom", null as "openUntil"`,
  },
}

const facts = (kind: 'site' | 'unit', where: RawBuilder<unknown>) => {
  const { table, contact, open } = tables[kind]
  return sql<RegisterFacts>`
    select json_build_object('kind', ${kind}::text, 'id', p.id, 'name', p.name) as place,
      case when a.id is not null then json_build_object('id', a.id, 'name', a.name, 'nameSv', a.name_sv) end as area,
      json_build_object('name', m.name_fi, 'nameSv', m.name_sv, 'country', m.country) as municipality,
      case when y.id is not null then json_build_object('name', y.name, 'nameSv', y.name_sv) end as county,
      json_build_object('id', o.id, 'name', o.name, 'businessId', o.business_id) as organisation,
      (select json_build_object('name', c.name, 'email', c.email) from contact_person c
        where c.${contact} = p.id and c.ended_at is null
        order by c.email is null, c.made_at, c.id limit 1) as contact,
      exists (select from account_role r join account b on b.id = r.account_id and b.ended_at is null
        where r.${contact} = p.id and r.ended_at is null) as "hasAccount", ${open}
    from ${table} p join organisation o on o.id = p.organisation_id join municipality m on m.id = p.municipality_id
      left join county y on y.id = m.county_id left join area a on a.id = p.area_id
    where ${where}`
}

/** What the register says of places, in the order of their ids. */
export const listPlaceFacts = async (
  db: Read | Write,
  kind: 'site' | 'unit',
  ids: readonly number[],
): Promise<RegisterFacts[]> => {
  if (ids.length === 0) return []
  const { rows } =
    await sql<RegisterFacts>`${facts(kind, sql`p.id = any(${[...ids]}::int[])`)} order by p.id`.execute(
      db as Write,
    )
  return rows
}

/** What the register says of an area: its contact on the side of culture first. */
const findAreaFacts = async (db: Read | Write, areaId: number): Promise<RegisterFacts | undefined> => {
  const { rows } = await sql<Pick<RegisterFacts, 'area' | 'contact'>>`
    select json_build_object('id', a.id, 'name', a.name, 'nameSv', a.name_sv) as area,
      (select json_build_object('name', c.name, 'email', c.email) from area_contact c where c.area_id = a.id
        order by c.side limit 1) as contact
    from area a where a.id = ${areaId}`.execute(db as Write)
  const nothing = { place: null, municipality: null, county: null, organisation: null }
  return rows[0] && { ...nothing, ...rows[0], hasAccount: false, openFrom: null, openUntil: null }
}

/** What the register says of a partner; undefined where there is none or it is not for whoever asks. */
export const findFacts = async (
  db: Read | Write,
  { kind, id }: Partner,
): Promise<RegisterFacts | undefined> =>
  kind === 'area' ? findAreaFacts(db, id) : (await listPlaceFacts(db, kind, [id]))[0]

export type Found = Partner & {
  name: string
  place: string
  organisation: string | null
  hasCommitment: boolean
}

/** Whether a place has a commitment to a version of the model that is signed or waits, by its own row. */
export const isCommitted = (kind: 'site' | 'unit', model: number) => sql<boolean>`exists (
  select from commitment_party q join commitment c on c.id = q.commitment_id
  where q.${kind === 'site' ? sql`site_id` : sql`unit_id`} = p.id and c.state in ('waiting', 'signed')
    and c.model_number >= ${model})`

/** Whether a place is one now: not closed, not merged, not only proposed. */
export const isOpenPlace = (kind: 'site' | 'unit', today: Day) =>
  sql<boolean>`p.merged_into_id is null and (p.closed_on is null or p.closed_on > ${today}::date)
    and ${kind === 'unit' ? sql`p.state = 'active'` : sql`true`}`

const mostFound = 30
const like = (q: string) => `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`

/** Open places of a scope whose name, organisation or municipality holds a text. */
const searchPlaces = async (
  db: Read,
  { areaId }: AreaScope,
  { kind, q, today, model }: { kind: 'site' | 'unit'; q: string; today: Day; model: number },
): Promise<Found[]> => {
  const { rows } = await sql<Found>`
    select ${kind}::text as kind, p.id, p.name, m.name_fi as place, o.name as organisation,
      ${isCommitted(kind, model)} as "hasCommitment"
    from ${tables[kind].table} p join organisation o on o.id = p.organisation_id
      join municipality m on m.id = p.municipality_id
    where (${areaId}::int is null or p.area_id = ${areaId}) and ${isOpenPlace(kind, today)}
      and (p.name ilike ${like(q)} or o.name ilike ${like(q)} or m.name_fi ilike ${like(q)}
        or m.name_sv ilike ${like(q)})
    order by p.name, p.id limit ${mostFound}`.execute(db as Write)
  return rows
}

const searchAreas = async (db: Read, q: string): Promise<Found[]> => {
  const { rows } = await sql<Found>`
    select 'area' as kind, a.id, a.name, '' as place, null as organisation, false as "hasCommitment"
    from area a where a.name ilike ${like(q)} or a.name_sv ilike ${like(q)} order by a.name limit ${mostFound}`.execute(
    db as Write,
  )
  return rows
}

/** Partners of the kinds that a commitment is made with, by a word of their name, organisation or municipality. */
export const searchPartners = async (
  db: Read,
  scope: AreaScope,
  asked: { kinds: readonly Partner['kind'][]; q: string; today: Day; model: number },
): Promise<Found[]> => {
  const found: Found[] = []
  for (const kind of asked.kinds)
    found.push(
      ...(kind === 'area'
        ? await searchAreas(db, asked.q)
        : await searchPlaces(db, scope, { ...asked, kind })),
    )
  return found.slice(0, mostFound)
}

/** Whether a partner is one that somebody keeping a scope may begin a commitment with today. */
export const isInScope = async (
  db: Read | Write,
  { areaId }: AreaScope,
  { kind, id }: Partner,
  today: Day,
): Promise<boolean> => {
  if (kind === 'area') return areaId === null
  const { rows } = await sql`
    select 1 from ${tables[kind].table} p where p.id = ${id} and ${isOpenPlace(kind, today)}
      and (${areaId}::int is null or p.area_id = ${areaId})`.execute(db as Write)
  return rows.length > 0
}

/** What the register says of places by their ids; nothing of those that are not open. */
export const listOpenFacts = async (
  db: Read | Write,
  kind: 'site' | 'unit',
  ids: readonly number[],
  today: Day,
): Promise<Map<number, RegisterFacts>> => {
  const where = sql`p.id = any(${[...ids]}::int[]) and ${isOpenPlace(kind, today)}`
  const { rows } = await facts(kind, where).execute(db as Write)
  return new Map(rows.map((row) => [row.place!.id, row]))
}
