import { sql } from 'kysely'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { listPublicMembers, openSiteIds, standingOn } from '../network/queries.ts'
import { listFigures, listPublications } from '../publications/queries.ts'
import type { Period, Publication } from '../publications/rules.ts'
import {
  figurePlaceOf,
  type Named,
  type Numbers,
  numbersOf,
  type PlaceKey,
  type Subject,
  wholeCountry,
} from './rules.ts'

/** A unit `u` that its coordinators have made public: neither closed nor merged, nor in a municipality that has left. */
const isOpenUnit = (day: Day) => sql`u.is_public and u.state = 'active' and u.merged_into_id is null
  and (u.closed_on is null or u.closed_on > ${day}::date)
  and u.municipality_id in (select w.municipality_id from (${standingOn(day)}) w where w.phase in ('pilot', 'permanent'))`

/** A site `u` that the public may go to. */
const isOpenSite = (day: Day) => sql`u.id in (${openSiteIds(day)})`

const placesOf = (kind: 'site' | 'unit', day: Day) => sql`
  select u.id, u.name, u.area_id as "areaId",
    json_build_object('id', m.id, 'nameFi', m.name_fi, 'nameSv', m.name_sv) as municipality,
    case when a.id is not null then json_build_object('id', a.id, 'nameFi', a.name, 'nameSv', a.name_sv) end as area
  from ${sql.table(kind === 'site' ? 'site' : 'issuing_unit')} u
  join municipality m on m.id = u.municipality_id
  left join area a on a.id = u.area_id
  where ${kind === 'site' ? isOpenSite(day) : isOpenUnit(day)}`

/** What a paper may be made for on the day, if it is public. */
export const findSubject = async (db: Read, key: PlaceKey | null, day: Day): Promise<Subject | undefined> => {
  if (!key) return wholeCountry
  const { kind, id } = key
  if (kind === 'site' || kind === 'unit') {
    const { rows } = await sql<Omit<Subject, 'key'>>`
      select p.name, p.municipality, p.area from (${placesOf(kind, day)}) p where p.id = ${id}`.execute(db)
    return rows[0] && { key, ...rows[0] }
  }
  const members = await listPublicMembers(db, day)
  if (kind === 'area') {
    const area = members.find((member) => member.area.id === id)?.area
    return area && { key, name: null, municipality: null, area }
  }
  const member = members.find((one) => one.id === id)
  return member && { key, name: null, municipality: member, area: member.area }
}

/** A place to choose, by its name. */
export type Choice = { key: PlaceKey; name: string }

/** The public units and sites of an area. */
export const listPlaces = async (db: Read, areaId: number, day: Day): Promise<Choice[]> => {
  const of = async (kind: 'site' | 'unit') =>
    (
      await sql<{ id: number; name: string }>`
        select p.id, p.name from (${placesOf(kind, day)}) p where p."areaId" = ${areaId}`.execute(db)
    ).rows.map(({ id, name }) => ({ key: { kind, id }, name }))
  return [...(await of('unit')), ...(await of('site'))]
}

/** What lies in a place, by name: municipalities that use the card, units that give it, and how many sites. */
export type Contents = { municipalities: Named[]; units: string[]; sites: number }

/** Of the country only numbers: it has too many names. */
export const findContents = async (
  db: Read,
  { key, municipality, area }: Subject,
  day: Day,
): Promise<Contents> => {
  const members = (await listPublicMembers(db, day)).filter(({ phase }) => phase !== 'preparing')
  const isWithin = municipality
    ? sql`p.municipality @> ${JSON.stringify({ id: municipality.id })}::jsonb`
    : sql`p."areaId" = ${area?.id ?? null}`
  const { rows: units } = key
    ? await sql<{ name: string }>`select p.name from (
        select o.id, o.name, o."areaId", o.municipality::jsonb from (${placesOf('unit', day)}) o) p
        where ${isWithin}`.execute(db)
    : { rows: [] }
  const { rows: sites } = await sql<{ count: number }>`select count(*)::int as count from (
    select o.id, o."areaId", o.municipality::jsonb from (${placesOf('site', day)}) o) p
    where ${key ? isWithin : sql`true`}`.execute(db)
  return {
    municipalities: members.filter((one) =>
      municipality ? one.id === municipality.id : !area || one.area.id === area.id,
    ),
    units: units.map(({ name }) => name),
    sites: sites[0]!.count,
  }
}

/** A publication with the figures of a place that may be told. */
export type Told = Numbers & Pick<Publication, 'number' | 'period' | 'asOf'>

/**
 * The figures of the place of a paper, in the period that was asked or else the newest that is closed.
 * @returns null where nothing has been published yet
 */
export const findNumbers = async (
  db: Read,
  subject: Subject,
  period: Period | null,
): Promise<Told | null> => {
  const publications = await listPublications(db)
  const publication = publications.find((one) => one.period === period) ?? publications[0]
  if (!publication) return null
  const { number, asOf } = publication
  const place = figurePlaceOf(subject)
  const figures = await listFigures(db, number, place)
  return { number, period: publication.period, asOf, ...numbersOf(publication.period, place.level, figures) }
}
