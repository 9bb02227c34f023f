/*
 * What the protection of tables works on: counts, and the sums that bind them. Readers know every sum, and every count that
 * is shown; what is hidden must not follow from them. Threshold, widths and rules: `docs/our-choices.md`.
 */

/** One count of a table. */
export type Cell = {
  /** What it says, in its unit (cards or tickets): a whole number, 0 or more. */
  count: number
  /** How many cards stand behind it: what the threshold counts. */
  cards: number
  /** Whether its cards may stand behind other parts of a sum too, as one card's tickets at two sites do. */
  shared: boolean
  /** With some cards, but fewer than this, it is hidden. */
  threshold: number
  /** Where it is hidden, what readers can work out of it must be this wide at least, in its unit. */
  width: number
  /** Hidden for a reason of its own, however many cards: one card makes most of it, or a whole group lies in it. */
  tells: boolean
  /**
   * `open`: may be shown or hidden. `shown`: readers know it already. `hidden`: was hidden before, and stays so.
   * `unpublished`: stands in no table but in sums, such as a difference of two tables; protected like the others.
   */
  fate: 'open' | 'shown' | 'hidden' | 'unpublished'
  /** What hiding it costs; among partners, the cheapest goes first. */
  cost: number
}

/** `parts` add up to `total`, each the place of a cell: places in their area, classes in all, quarters in their year. */
export type Sum = { total: number; parts: readonly number[] }

export type Tables = { cells: readonly Cell[]; sums: readonly Sum[] }

/** The same tables with the cheapest cells first, and the place of each cell there: the order they came in decides nothing. */
export const byCost = ({ cells, sums }: Tables): { sorted: Tables; places: number[] } => {
  const order = cells.map((_, cell) => cell).sort((a, b) => compare(cells[a]!, cells[b]!) || a - b)
  const places: number[] = []
  order.forEach((cell, place) => {
    places[cell] = place
  })
  const placed = sums.map(({ total, parts }) => ({
    total: places[total]!,
    parts: parts.map((part) => places[part]!).sort((a, b) => a - b),
  }))
  const sorted = placed
    .map((sum) => ({ sum, key: [sum.total, ...sum.parts] }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ sum }) => sum)
  return { sorted: { cells: order.map((cell) => cells[cell]!), sums: sorted }, places }
}

const compare = (a: Cell, b: Cell): number => compareKeys(keyOf(a), keyOf(b))
const fates: Cell['fate'][] = ['open', 'shown', 'hidden', 'unpublished']
const keyOf = ({ cost, count, cards, threshold, width, shared, tells, fate }: Cell) => [
  ...[cost, count, cards, threshold, width],
  ...[Number(shared), Number(tells), fates.indexOf(fate)],
]

const compareKeys = (a: readonly number[], b: readonly number[]): number => {
  for (let place = 0; place < Math.min(a.length, b.length); place += 1)
    if (a[place] !== b[place]) return a[place]! - b[place]!
  return a.length - b.length
}
