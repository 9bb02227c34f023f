/*
 * An attack on whole publications. It knows what every reader may know: the figures, that what is not there is 0, which
 * places lie in which, and how years and classes add up. It shares no code with the closing.
 */
import type { Sum } from '../src/disclosure/rules.ts'
import { isSum, lattice, type Table } from '../src/publications/lattice-rules.ts'
import type { Figure, Level, Period } from '../src/publications/rules.ts'
import { attack, givenAway } from './attack.ts'

/** Where each narrow place lies, at all times. */
export type Geography = {
  units: ReadonlyMap<number, number>
  sites: ReadonlyMap<number, number>
  /** Of each municipality its area and county. */
  municipalities: ReadonlyMap<number, { areaId: number; countyId: number | null }>
}

export type Told = { period: Period; figures: readonly Figure[] }
type Place = { level: Level; placeId: number | null }
const nameOf = (period: Period, table: Table, part: string, { level, placeId }: Place) =>
  [period, table.measure, table.division, part, level, placeId].join('|')

/** Cells as readers see them, and the sums that bind them. */
export class Sight {
  readonly names: string[] = []
  readonly counts: (number | null)[] = []
  readonly sums: Sum[] = []
  readonly #places = new Map<string, number>()

  cell(name: string, count: number | null): number {
    const known = this.#places.get(name)
    if (known !== undefined) return known
    this.#places.set(name, this.counts.length)
    this.names.push(name)
    return this.counts.push(count) - 1
  }
  find(name: string): number | undefined {
    return this.#places.get(name)
  }
  bind(total: number, parts: readonly number[]) {
    this.sums.push({ total, parts })
  }
}

const levelsOf = (table: Table, period: Period) => (period.length === 4 ? table.year : table.quarter)
const childrenOf = ({ units, sites, municipalities }: Geography, place: Place, child: Level): Place[] => {
  const at = (level: Level, ids: Iterable<number>) => [...ids].map((placeId) => ({ level, placeId }))
  const all = [...municipalities]
  if (child === 'municipality')
    return at(
      child,
      all.flatMap(([id, { areaId, countyId }]) =>
        (place.level === 'area' ? areaId : countyId) === place.placeId ? [id] : [],
      ),
    )
  if (child === 'area' && place.level === 'country')
    return at(child, new Set(all.map(([, one]) => one.areaId)))
  if (child === 'area') {
    const inside = all.filter(([, one]) => one.countyId === place.placeId).map(([, one]) => one.areaId)
    const isWhole = (areaId: number) =>
      all.every(([, one]) => one.areaId !== areaId || one.countyId === place.placeId)
    return inside.every(isWhole) ? at(child, new Set(inside)) : []
  }
  const narrow = child === 'unit' ? units : sites
  return at(
    child,
    [...narrow].flatMap(([id, municipality]) => (municipality === place.placeId ? [id] : [])),
  )
}

/** What lies right inside what, where both are told. */
const steps: readonly [Level, Level][] = [
  ['country', 'area'],
  ['county', 'area'],
  ['county', 'municipality'],
  ['area', 'municipality'],
  ['municipality', 'unit'],
  ['municipality', 'site'],
]

const placesAt = (geography: Geography, level: Level): Place[] => {
  const all = [...geography.municipalities]
  const ids: Record<Level, Iterable<number | null>> = {
    country: [null],
    county: new Set(all.flatMap(([, { countyId }]) => countyId ?? [])),
    area: new Set(all.map(([, { areaId }]) => areaId)),
    municipality: all.map(([id]) => id),
    unit: geography.units.keys(),
    site: geography.sites.keys(),
  }
  return [...ids[level]].map((placeId) => ({ level, placeId }))
}

const tellTable = (sight: Sight, { period, figures }: Told, table: Table, geography: Geography) => {
  const own = figures.filter((one) => one.measure === table.measure && one.division === table.division)
  const counts = new Map(own.map((one) => [nameOf(period, table, one.part, one), one.count]))
  const cellOf = (part: string, place: Place) => {
    const name = nameOf(period, table, part, place)
    return sight.cell(name, counts.has(name) ? counts.get(name)! : 0)
  }
  const levels = levelsOf(table, period)
  for (const part of new Set(own.map((one) => one.part))) {
    for (const level of levels) for (const place of placesAt(geography, level)) cellOf(part, place)
    for (const [outer, inner] of steps.filter((step) => step.every((level) => levels.includes(level))))
      for (const place of placesAt(geography, outer)) {
        const children = childrenOf(geography, place, inner)
        if (children.length === 0) continue
        const parts = children.map((child) => cellOf(part, child))
        // What is in no area: pop-up sites.
        if (outer === 'country')
          parts.push(sight.cell(`${nameOf(period, table, part, place)}|elsewhere`, null))
        sight.bind(cellOf(part, place), parts)
      }
  }
}

const bindClasses = (sight: Sight, { period, figures }: Told, table: Table, geography: Geography) => {
  const whole = lattice.find((one) => one.measure === table.measure && one.division === 'all')!
  const parts = new Set(
    figures
      .filter((one) => one.measure === table.measure && one.division === table.division)
      .map((one) => one.part),
  )
  const both = levelsOf(table, period).filter((level) => levelsOf(whole, period).includes(level))
  for (const place of both.flatMap((level) => placesAt(geography, level))) {
    const total = sight.find(nameOf(period, whole, 'all', place))
    if (total === undefined || parts.size === 0) continue
    sight.bind(
      total,
      [...parts].map((part) => sight.find(nameOf(period, table, part, place))!),
    )
  }
}

/** Renewed cards are among those registered. */
const bindRenewed = (sight: Sight, period: Period) => {
  for (const [cell, name] of [...sight.names.entries()]) {
    if (!name.startsWith(`${period}|renewed|`)) continue
    const whole = sight.find(name.replace('|renewed|', '|registered|'))
    if (whole !== undefined) sight.bind(whole, [cell, sight.cell(`${name}|others`, null)])
  }
}

const bindYears = (sight: Sight) => {
  for (const [cell, name] of [...sight.names.entries()]) {
    const [period, ...rest] = name.split('|')
    if (period!.length !== 4 || rest.includes('elsewhere') || rest.includes('others')) continue
    const quarters = [1, 2, 3, 4].map((quarter) => sight.find([`${period}-Q${quarter}`, ...rest].join('|')))
    const told = quarters.filter((quarter) => quarter !== undefined)
    if (told.length > 0) sight.bind(cell, told)
  }
}

/** All that readers of every publication see together; states, told to the nearest five, bind nothing. */
export const sightOf = (told: readonly Told[], geography: Geography): Sight => {
  const sight = new Sight()
  const tables = lattice.filter(({ measure }) => isSum(measure))
  for (const one of told) {
    for (const table of tables) tellTable(sight, one, table, geography)
    for (const table of tables.filter(({ division }) => division !== 'all'))
      bindClasses(sight, one, table, geography)
    bindRenewed(sight, one.period)
  }
  bindYears(sight)
  return sight
}

/**
 * Works out every hidden figure as far as all sums allow.
 * @returns the names of those that are known closer than they may be: five, or for what stands in no table a group of 1–4
 */
export const workedOut = async (sight: Sight, width = 5): Promise<string[]> => {
  const worked = await attack(sight)
  const isTold = (cell: number) => !/\|(elsewhere|others)$/.test(sight.names[cell]!)
  const close = givenAway(worked, (cell) => (isTold(cell) ? width : null))
  const groups = [...worked].flatMap(([cell, { least, most }]) =>
    !isTold(cell) && most - least < 0.5 && most > 0.5 && most < width - 0.5 ? [cell] : [],
  )
  return [...close, ...groups].map((cell) => {
    const { least, most } = worked.get(cell)!
    return `${sight.names[cell]}: ${least} … ${most}`
  })
}
