/**
 * Chance that repeats itself: the same seed gives the same row of numbers on every machine, so that the demo
 * world is the same for everybody who looks at it. Not for secrets.
 */
export type Random = {
  /** A fraction from 0 to below 1. */
  fraction: () => number
  /** A whole number from 0 to below `max`. */
  whole: (max: number) => number
  /** A whole number from `low` to `high`, both included. */
  between: (low: number, high: number) => number
  /** True with the probability `share` (0–1). */
  chance: (share: number) => boolean
  /** @throws when the list is empty */
  pick: <Item>(list: readonly Item[]) => Item
  /** One of the list, the heavier the likelier. @throws when nothing weighs anything */
  weighted: <Item>(list: readonly Item[], weightOf: (item: Item) => number) => Item
  bytes: (count: number) => Uint8Array
}

/** @param seed a whole number; only its lowest 32 bits count */
export const randomFrom = (seed: number): Random => {
  let state = seed | 0
  /** Splitmix: a counter in steps of the golden ratio, its bits mixed until neighbours look unlike. */
  const word = () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return (mixed ^ (mixed >>> 16)) >>> 0
  }
  const fraction = () => word() / 2 ** 32
  const whole = (max: number) => Math.floor(fraction() * max)
  return {
    fraction,
    whole,
    between: (low, high) => low + whole(high - low + 1),
    chance: (share) => fraction() < share,
    pick: (list) => {
      if (list.length === 0) throw new Error('Nothing to pick from')
      return list[whole(list.length)]!
    },
    weighted: (list, weightOf) => {
      const weights = list.map(weightOf)
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      if (!(total > 0)) throw new Error('Nothing weighs anything')
      let left = fraction() * total
      const index = weights.findIndex((weight) => {
        left -= weight
        return left < 0
      })
      // Rounding can leave a crumb behind: then the last item that weighs something is meant.
      return list[index === -1 ? weights.findLastIndex((weight) => weight > 0) : index]!
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => whole(256)),
  }
}
