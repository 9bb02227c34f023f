import type { Cell, Sum, Tables } from '../src/disclosure/rules.ts'

/** Random numbers from 0 to 1 that are the same each time (mulberry32). */
export type Random = () => number
export const randomFrom = (seed: number): Random => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const between = (random: Random, least: number, most: number) =>
  least + Math.floor(random() * (most - least + 1))

/** A count around `mean` (Poisson). */
const around = (random: Random, mean: number): number => {
  const end = Math.exp(-mean)
  let count = 0
  for (let left = random(); left > end; left *= random()) count += 1
  return count
}

/** Counts as they are: some classes empty, some rare, most of some size. */
export const smallCount = (random: Random): number =>
  random() < 0.15 ? 0 : around(random, random() < 0.3 ? 2 : 14)

export const threshold = 5

/** A count of cards that may be shown; hiding much costs a little more than hiding little. */
export const cellOf = (count: number, extra: Partial<Cell> = {}): Cell => ({
  ...{ count, cards: count, shared: false, threshold, width: threshold, tells: false, fate: 'open' },
  cost: 1 + Math.log2(1 + count),
  ...extra,
})

/** A tree of places, by the numbers of their children, each place counted by classes and in all. */
export type Place = { children: Place[] }

/** Cells and sums that grow together, with the numbers that were given out. */
export class Sheet {
  readonly cells: Cell[] = []
  readonly sums: Sum[] = []
  add(cell: Cell): number {
    return this.cells.push(cell) - 1
  }
  sum(parts: readonly number[], extra: Partial<Cell> = {}): number {
    const of = (key: 'count' | 'cards') => parts.reduce((all, part) => all + this.cells[part]![key], 0)
    const total = this.add({ ...cellOf(of('count')), cards: of('cards'), ...extra })
    this.bind(total, parts)
    return total
  }
  bind(total: number, parts: readonly number[]) {
    this.sums.push({ total, parts })
  }
}

/** Rows × columns with their totals and the total of all. */
export const flatTable = (counts: readonly (readonly number[])[]): Tables => {
  const sheet = new Sheet()
  const rows = counts.map((row) => row.map((count) => sheet.add(cellOf(count))))
  const inAll = rows.map((row) => sheet.sum(row))
  const columns = rows[0]!.map((_, column) => sheet.sum(rows.map((row) => row[column]!)))
  const all = sheet.sum(inAll)
  sheet.bind(all, columns)
  return sheet
}

export const randomFlat = (random: Random): Tables => {
  const columns = between(random, 3, 8)
  return flatTable(
    Array.from({ length: between(random, 3, 10) }, () =>
      Array.from({ length: columns }, () => smallCount(random)),
    ),
  )
}

/** Classes (and all) of one place that is the sum of others. */
const upward = (sheet: Sheet, places: readonly (readonly number[])[]): number[] => {
  const classes = places[0]!.slice(1).map((_, part) => sheet.sum(places.map((place) => place[part + 1]!)))
  const all = sheet.sum(classes)
  sheet.bind(
    all,
    places.map((place) => place[0]!),
  )
  return [all, ...classes]
}

/** Classes (and all) of a place that is the sum of none. */
const leaf = (sheet: Sheet, counts: readonly number[]): number[] => {
  const classes = counts.map((count) => sheet.add(cellOf(count)))
  return [sheet.sum(classes), ...classes]
}

/**
 * Classes × places: municipalities with their units, added up to counties and to areas alike, and both to the country.
 * @returns the cells of each place, all first
 */
export const growTree = (sheet: Sheet, random: Random, size: { municipalities: number; classes: number }) => {
  const municipalities = Array.from({ length: size.municipalities }, () => {
    const units = Array.from({ length: between(random, 1, 3) }, () =>
      leaf(
        sheet,
        Array.from({ length: size.classes }, () => smallCount(random)),
      ),
    )
    return units.length === 1 ? units[0]! : upward(sheet, units)
  })
  const groupsOf = (count: number) => {
    const groups = new Map<number, number[][]>()
    municipalities.forEach((cells, place) => {
      const group = place < count ? place : between(random, 0, count - 1)
      groups.set(group, [...(groups.get(group) ?? []), cells])
    })
    return [...groups.values()].map((group) => (group.length === 1 ? group[0]! : upward(sheet, group)))
  }
  const count = Math.max(2, Math.round(size.municipalities / 4))
  const country = upward(sheet, groupsOf(count))
  const areas = groupsOf(count)
  country.forEach((cell, part) => {
    sheet.bind(
      cell,
      areas.map((area) => area[part]!),
    )
  })
  return country
}

export const randomTree = (random: Random): Tables => {
  const sheet = new Sheet()
  growTree(sheet, random, { municipalities: between(random, 4, 9), classes: between(random, 3, 6) })
  return sheet
}

/**
 * A year of which three quarters were published already, each protected on its own, and the fourth is not yet.
 * @param protect what decides what is hidden
 */
export const randomYear = async (
  random: Random,
  protect: (tables: Tables) => Promise<boolean[]>,
): Promise<Tables> => {
  const size = { municipalities: 4, classes: between(random, 3, 4) }
  const seed = Math.floor(random() * 1e9)
  const year = new Sheet()
  const quarters: { start: number; sums: readonly Sum[]; count: number }[] = []
  for (const quarter of [1, 2, 3, 4]) {
    const start = year.cells.length
    const sheet = new Sheet()
    // The same places each quarter, with other counts.
    growShape(sheet, randomFrom(seed), randomFrom(seed + quarter), size)
    const hidden = quarter < 4 ? await protect(sheet) : null
    sheet.cells.forEach((cell, place) => {
      year.add(hidden ? { ...cell, fate: hidden[place] ? 'hidden' : 'shown' } : cell)
    })
    const move = (cell: number) => cell + start
    for (const { total, parts } of sheet.sums) year.bind(move(total), parts.map(move))
    quarters.push({ start, sums: sheet.sums, count: sheet.cells.length })
  }
  const ofYear = Array.from({ length: quarters[0]!.count }, (_, place) =>
    year.sum(quarters.map(({ start }) => start + place)),
  )
  for (const { total, parts } of quarters[0]!.sums)
    year.bind(
      ofYear[total]!,
      parts.map((part) => ofYear[part]!),
    )
  return year
}

const growShape = (
  sheet: Sheet,
  shape: Random,
  counts: Random,
  { municipalities, classes }: { municipalities: number; classes: number },
) => {
  const places = Array.from({ length: municipalities }, () => {
    const units = Array.from({ length: between(shape, 1, 2) }, () =>
      leaf(
        sheet,
        Array.from({ length: classes }, () => smallCount(counts)),
      ),
    )
    return units.length === 1 ? units[0]! : upward(sheet, units)
  })
  return upward(sheet, places)
}

/** What readers see of tables. */
export const seenOf = ({ cells, sums }: Tables, hidden: readonly boolean[]) => ({
  counts: cells.map(({ count }, cell) => (hidden[cell] ? null : count)),
  sums,
})
