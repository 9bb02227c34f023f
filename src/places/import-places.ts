import { sql } from 'kysely'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { type Cells, refuse, type Table, tidy } from '../lib/import-file.ts'
import { required, textUpTo } from '../lib/readings.ts'
import { listAreas } from '../network/queries.ts'

/*
 * What units and sites have in common: each is known by its organisation, its name and its municipality.
 */

/** A place as a file says it. `says` leaves out what the file leaves open. */
export type Place<Says> = {
  line: number
  isBad: boolean
  organisation: string
  name: string
  municipality: string
  areaId: number | null
  says: Partial<Says>
}
export type KnownPlace<Says> = { organisation: string; name: string; municipalityId: number; says: Says }

type Municipality = { id: number; areaId: number | null }
export type PlaceWorld = {
  /** By Finnish and by Swedish name. The area is the one that it belongs to today. */
  municipalities: ReadonlyMap<string, Municipality>
  findArea: (text: string) => { value: number } | { reason: string }
}

export const readPlaceWorld = async (db: Read, today: Day): Promise<PlaceWorld> => {
  const { rows: areas } = await sql<{ id: number; name: string }>`select id, name from area`.execute(db)
  const { rows } = await sql<{ id: number; nameFi: string; nameSv: string | null }>`
    select id, name_fi as "nameFi", name_sv as "nameSv" from municipality`.execute(db)
  const idOfArea = new Map(areas.map((area) => [tidy(area.name), area.id]))
  const standing = new Map(
    (await listAreas(db, today))
      .filter(({ phase }) => phase !== 'ended')
      .map(({ nameFi, area }) => [nameFi, idOfArea.get(tidy(area)) ?? null]),
  )
  const municipalities = new Map<string, Municipality>()
  for (const { id, nameFi, nameSv } of rows) {
    const municipality = { id, areaId: standing.get(nameFi) ?? null }
    if (nameSv && !municipalities.has(tidy(nameSv))) municipalities.set(tidy(nameSv), municipality)
    municipalities.set(tidy(nameFi), municipality)
  }
  const findArea = (text: string) => {
    const value = idOfArea.get(text)
    return value === undefined ? { reason: 'is no area in the register' } : { value }
  }
  return { municipalities, findArea }
}

/** Any name of a place, an organisation or a kind. */
export const aName = textUpTo(200)

/** The names by which a place is known; undefined when one of them is missing, and told. */
export const readNames = <Column extends string>(
  cells: Cells<Column | 'organisation' | 'municipality'>,
  column: Column,
) => {
  const name = required(cells, column, aName)
  const organisation = required(cells, 'organisation', aName)
  const municipality = required(cells, 'municipality', aName)
  return name && organisation && municipality ? { name, organisation, municipality } : undefined
}

/**
 * Compares the file's places with each other and with the register, and refuses what does not agree.
 * @param columns the column of the file that tells each of `Says`
 * @returns those that the register does not have
 */
export const comparePlaces = <Says extends Record<string, unknown>, Wanted extends Place<Says>>(
  table: Table,
  { municipalities }: PlaceWorld,
  wanted: readonly Wanted[],
  known: readonly KnownPlace<Says>[],
  column: string,
): Wanted[] => {
  const keyOf = (organisation: string, name: string, municipality: number | string) =>
    JSON.stringify([tidy(organisation), tidy(name), municipality])
  const register = new Map(
    known.map((place) => [keyOf(place.organisation, place.name, place.municipalityId), place]),
  )
  const lines = new Map<string, number>()
  return wanted.filter((place) => {
    const { line, organisation, name, municipality } = place
    const key = keyOf(organisation, name, municipalities.get(municipality)?.id ?? municipality)
    const earlier = lines.get(key)
    if (earlier !== undefined) {
      refuse(table, line, column, `is on line ${earlier} already, in the same organisation and municipality`)
      return false
    }
    lines.set(key, line)
    const one = register.get(key)
    if (!one) return !place.isBad
    const other = Object.keys(place.says).filter((said) => place.says[said] !== one.says[said])
    if (other.length > 0 && !place.isBad)
      refuse(table, line, column, `is in the register with other data: ${other.join(', ')}`)
    return false
  })
}
