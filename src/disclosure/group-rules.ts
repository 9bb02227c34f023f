/*
 * Groups of which something is shown that can be added up and taken apart, such as a mean or a share. They lie in one
 * another as a tree: units in municipalities, those in areas, those in the country.
 */

/** One group, and the group that it lies in by its place in the list; null for the outermost. */
export type Group = {
  size: number
  within: number | null
  /** Stays hidden, whatever its size: it was hidden before. */
  isHidden?: boolean
}

type Limits = {
  /** Groups smaller than this are hidden, and so is what would let them be worked out. */
  atLeast: number
  /** Who knows one of the innermost groups by heart must not learn a smaller group than this by taking it away; 0 where nobody does. */
  besideOne: number
}

/** What is left of a group when the shown groups inside it are taken away; `largest`: of its innermost groups. */
type Rest = { values: number[]; shown: number[]; largest: number }

/**
 * Hides groups until every rest is safe. What readers can work out of nested groups is each shown group less the shown
 * groups right inside it, and sums of these.
 * @param groups what is known of each, such as its size: numbers that add up to those of the group around
 * @param hidden those that are hidden anyway, by their places in the list
 */
export const hideUntilSafe = (
  groups: readonly { values: readonly number[]; within: number | null }[],
  hidden: ReadonlySet<number>,
  isSafe: (values: readonly number[], largest: number) => boolean,
): Set<number> => {
  const all = new Set(hidden)
  const inside = groups.map((): number[] => [])
  for (const [index, { within }] of groups.entries()) if (within !== null) inside[within]!.push(index)

  const restOf = (index: number): Rest => {
    const { values } = groups[index]!
    const parts = inside[index]!
    const rest: Rest = { values: [...values], shown: [], largest: parts.length === 0 ? values[0]! : 0 }
    for (const part of parts) {
      const left: Rest = all.has(part)
        ? restOf(part)
        : { values: values.map(() => 0), shown: [part], largest: 0 }
      const taken = groups[part]!.values
      rest.values = rest.values.map((value, at) => value - taken[at]! + left.values[at]!)
      rest.shown.push(...left.shown)
      rest.largest = Math.max(rest.largest, left.largest)
    }
    return rest
  }
  const hideOne = () => {
    for (const index of groups.keys()) {
      const rest = all.has(index) ? null : restOf(index)
      if (!rest || isSafe(rest.values, rest.largest)) continue
      return all.add(rest.shown.toSorted((a, b) => groups[a]!.values[0]! - groups[b]!.values[0]!)[0] ?? index)
    }
    return null
  }
  while (hideOne());
  return all
}

/** Which groups are hidden: the small ones, and as many more as it takes. @returns their places in the list */
export const hiddenGroups = (groups: readonly Group[], { atLeast, besideOne }: Limits): Set<number> =>
  hideUntilSafe(
    groups.map(({ size, within }) => ({ values: [size], within })),
    new Set(groups.flatMap(({ size, isHidden }, index) => (isHidden || size < atLeast ? [index] : []))),
    ([size = 0], largest) =>
      size === 0 || (size >= atLeast && (size === largest || size - largest >= besideOne)),
  )
