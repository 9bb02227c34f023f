/** Something at a time, in minutes. One that is `worthLess` stands back where there are not enough of the others. */
export type Timed = { at: number; worthLess?: boolean }

/** More than this many comparisons in one stretch of time are not made: pairs are then taken in the order of time. */
const mostCells = 4_000_000
/** Worth more than all minutes together: as many pairs as can be, and among those the closest. */
const onePair = 1e9
/** Little enough that a thousand such pairs are never given up for one other. */
const standsBack = 1e6

const byTime = (a: Timed, b: Timed) => a.at - b.at

/** In the order of time, each with the first of the others that is near: as many pairs as there can be. */
const pairInOrder = <One extends Timed, Other extends Timed>(
  ones: readonly One[],
  others: readonly Other[],
  minutes: number,
): [One, Other][] => {
  const pairs: [One, Other][] = []
  let next = 0
  for (const one of ones) {
    while (next < others.length && others[next]!.at < one.at - minutes) next++
    const other = others[next]
    if (other && other.at <= one.at + minutes) {
      pairs.push([one, other])
      next++
    }
  }
  return pairs
}

/**
 * The best pairs of one stretch of time. On a line, pairs that cross are never closer together than pairs that do
 * not, so it is enough to go through both lists once and to choose at each step: a pair, or one of the two left out.
 */
const pairStretch = <One extends Timed, Other extends Timed>(
  ones: readonly One[],
  others: readonly Other[],
  minutes: number,
): [One, Other][] => {
  if (ones.length * others.length > mostCells) return pairInOrder(ones, others, minutes)
  const width = others.length + 1
  const choice = new Uint8Array((ones.length + 1) * width)
  let row = new Float64Array(width)
  for (let i = 1; i <= ones.length; i++) {
    const next = new Float64Array(width)
    const worth = ones[i - 1]!.worthLess ? onePair - standsBack : onePair
    for (let j = 1; j <= others.length; j++) {
      const apart = Math.abs(ones[i - 1]!.at - others[j - 1]!.at)
      const paired = apart <= minutes ? row[j - 1]! + worth - apart : -1
      const skipped = Math.max(row[j]!, next[j - 1]!)
      next[j] = Math.max(paired, skipped)
      choice[i * width + j] = paired >= skipped ? 1 : row[j]! >= next[j - 1]! ? 2 : 3
    }
    row = next
  }
  const pairs: [One, Other][] = []
  for (let i = ones.length, j = others.length; i > 0 && j > 0; ) {
    const chosen = choice[i * width + j]
    if (chosen === 1) pairs.push([ones[--i]!, others[--j]!])
    else if (chosen === 2) i--
    else j--
  }
  return pairs
}

/** Parts of both lists that lie further than `minutes` from all others have nothing to do with each other. */
const stretchesOf = <One extends Timed, Other extends Timed>(
  ones: readonly One[],
  others: readonly Other[],
  minutes: number,
): { ones: One[]; others: Other[] }[] => {
  const all = [
    ...ones.map((one) => ({ at: one.at, one, other: null })),
    ...others.map((other) => ({ at: other.at, one: null, other })),
  ].sort(byTime)
  const stretches: { ones: One[]; others: Other[] }[] = []
  let before = Number.NEGATIVE_INFINITY
  for (const { at, one, other } of all) {
    if (at - before > minutes) stretches.push({ ones: [], others: [] })
    const stretch = stretches.at(-1)!
    if (one) stretch.ones.push(one)
    else stretch.others.push(other!)
    before = at
  }
  return stretches
}

/**
 * Pairs two lists by time: as many pairs as there can be with no more than `minutes` between the two, and among those
 * the ones with the fewest minutes in all. Nothing is in two pairs.
 */
export const pairByTime = <One extends Timed, Other extends Timed>(
  ones: readonly One[],
  others: readonly Other[],
  minutes: number,
): [One, Other][] =>
  stretchesOf(ones, others, minutes)
    .filter((stretch) => stretch.ones.length > 0 && stretch.others.length > 0)
    .flatMap((stretch) => pairStretch(stretch.ones, stretch.others, minutes))
