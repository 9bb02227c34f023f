import { type RawBuilder, sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import { type Day, yearOf } from '../lib/dates.ts'
import type { PlaceKind } from './rules.ts'

/** What a list of places is narrowed to; null is everything. */
export type Narrowed = { kind: PlaceKind | null; municipality: number | null }

export type ListedPlace = {
  kind: PlaceKind
  id: number
  name: string
  nameFi: string
  nameSv: string | null
  confirmedAt: Date | null
  instructedOn: Day | null
  /** How many contact persons, and how many of them have an e-mail address. */
  contacts: number
  addresses: number
  remindedAt: Date | null
}

/** Every unit and site that works with the card on the day: the closed, merged and merely proposed confirm nothing. */
const places = (areaId: number | null, { kind, municipality }: Narrowed, today: Day) => {
  const open = sql`merged_into_id is null and (closed_on is null or closed_on > ${today}::date)`
  const inArea = areaId === null ? sql`true` : sql`area_id = ${areaId}`
  const inTown = municipality === null ? sql`true` : sql`municipality_id = ${municipality}`
  const units = sql`select 'unit' as kind, id, id as unit_id, null::integer as site_id, name, municipality_id
    from issuing_unit where state = 'active' and ${open} and ${inArea} and ${inTown}`
  const sites = sql`select 'site' as kind, id, null::integer as unit_id, id as site_id, name, municipality_id
    from site where ${open} and ${inArea} and ${inTown}`
  if (kind === 'unit') return units
  return kind === 'site' ? sites : sql`${units} union all ${sites}`
}

/** Rows of a table that are about the place `p`. */
const of = (alias: 'c' | 'f' | 'r') => {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`(${column('unit_id')} = p.unit_id or ${column('site_id')} = p.site_id)`
}

/** `done` null means both. */
const listed = (asked: {
  areaId: number | null
  narrowed: Narrowed
  today: Day
  done: boolean | null
}): RawBuilder<ListedPlace> => sql<ListedPlace>`
  select p.kind, p.id, p.name, m.name_fi as "nameFi", m.name_sv as "nameSv",
    f.confirmed_at as "confirmedAt", f.instructed_on as "instructedOn",
    (select count(*)::integer from contact_person c where c.ended_at is null and ${of('c')}) as contacts,
    (select count(c.email)::integer from contact_person c where c.ended_at is null and ${of('c')}) as addresses,
    (select max(r.sent_at) from confirmation_reminder r where ${of('r')}) as "remindedAt"
  from (${places(asked.areaId, asked.narrowed, asked.today)}) p
  join municipality m on m.id = p.municipality_id
  left join confirmation f on f.year = ${yearOf(asked.today)}::smallint and ${of('f')}
  where ${asked.done === null ? sql`true` : asked.done ? sql`f.id is not null` : sql`f.id is null`}
  order by m.name_fi, p.name, p.kind, p.id`

type Asked = { narrowed: Narrowed; today: Day; done: boolean | null }

/** The places of the area that have confirmed this year, or have not. Without a page, all of them. */
export const listPlaces = async (
  db: Read,
  { areaId }: AreaScope,
  asked: Asked,
  part?: { page: number; size: number },
): Promise<ListedPlace[]> => {
  const all = listed({ areaId, ...asked })
  const statement = part
    ? sql<ListedPlace>`${all} limit ${part.size} offset ${(part.page - 1) * part.size}`
    : all
  return (await statement.execute(db)).rows
}

/** How many of the places have confirmed this year, and how many there are. */
export const countPlaces = async (
  db: Read,
  { areaId }: AreaScope,
  { narrowed, today }: Omit<Asked, 'done'>,
): Promise<{ done: number; all: number }> => {
  const { rows } = await sql<{ done: number; all: number }>`
    select count(f.id)::integer as done, count(*)::integer as "all"
    from (${places(areaId, narrowed, today)}) p
    left join confirmation f on f.year = ${yearOf(today)}::smallint and ${of('f')}`.execute(db)
  return rows[0]!
}

/** The municipalities in which the area has a unit or a site. */
export const listMunicipalities = async (
  db: Read,
  { areaId }: AreaScope,
  today: Day,
): Promise<{ id: number; nameFi: string; nameSv: string | null }[]> => {
  const { rows } = await sql<{ id: number; nameFi: string; nameSv: string | null }>`
    select id, name_fi as "nameFi", name_sv as "nameSv" from municipality where id in (
      select municipality_id from (${places(areaId, { kind: null, municipality: null }, today)}) p)`.execute(
    db,
  )
  return rows
}

export type ToRemind = {
  kind: PlaceKind
  id: number
  name: string
  remindedAt: Date | null
  /** The contact persons who have an address, each once, in the language of their own account where they have one. */
  people: { email: string; language: Language }[]
}

/** Haaparanta is in Sweden; elsewhere Finnish is what every place understands. */
const toRemind = (areaId: number | null, narrowed: Narrowed, today: Day) => sql<ToRemind>`
  select p.kind, p.id, p.name,
    (select max(r.sent_at) from confirmation_reminder r where ${of('r')}) as "remindedAt",
    coalesce((select json_agg(json_build_object('email', e.email, 'language', e.language) order by e.email) from (
      select distinct on (lower(c.email)) c.email,
        coalesce(a.language, case when m.country = 'SE' then 'sv' else 'fi' end) as language
      from contact_person c left join account a on lower(a.email) = lower(c.email) and a.ended_at is null
      where c.ended_at is null and c.email is not null and ${of('c')} order by lower(c.email)) e), '[]') as people
  from (${places(areaId, narrowed, today)}) p
  join municipality m on m.id = p.municipality_id
  where not exists (select from confirmation f where f.year = ${yearOf(today)}::smallint and ${of('f')})
  order by p.kind, p.id`

/** Those of the area who have not confirmed this year. */
export const listToRemind = async (
  db: Read,
  { areaId }: AreaScope,
  narrowed: Narrowed,
  today: Day,
): Promise<ToRemind[]> => (await toRemind(areaId, narrowed, today).execute(db)).rows

/** Those of the whole country, for the reminder that goes out by itself: in nobody's name, so in nobody's scope. */
export const listAllToRemind = async (db: Write, today: Day): Promise<ToRemind[]> =>
  (await toRemind(null, { kind: null, municipality: null }, today).execute(db)).rows
