/**
 * How likely a count is, when counts of the kind vary more than chance alone lets them: the negative binomial, a Poisson
 * whose rate is itself spread as a gamma. It is what surveillance of outbreaks uses for counts with a history (Noufaily
 * et al., Statistics in Medicine 32, 2013; Farrington et al., JRSS A 159, 1996).
 * `size` says how much the rate varies: the variance is mean + mean² / size.
 */
type Spread = { mean: number; size: number }

/** Never steadier than this: a calm year must not make the next ordinary event a signal. */
const steadiest = 12
/** Nor wilder: below, the limit of a small site would be beyond all sense. */
const wildest = 0.5

/** The mean of counts, and how they vary about it, by the method of moments. An empty history has no spread. */
export const spreadOf = (counts: readonly number[]): Spread | null => {
  if (counts.length < 2) return null
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1)
  const size = variance > mean ? mean ** 2 / (variance - mean) : steadiest
  return { mean, size: Math.min(Math.max(size, wildest), steadiest) }
}

/** The chance of at most `count`. */
export const chanceOfAtMost = (count: number, { mean, size }: Spread): number => {
  if (count < 0) return 0
  if (mean <= 0) return 1
  const ratio = mean / (mean + size)
  let chance = (1 - ratio) ** size
  let sum = chance
  for (let k = 0; k < count; k++) {
    chance *= ((size + k) / (k + 1)) * ratio
    sum += chance
  }
  return Math.min(sum, 1)
}

/** The least count whose like or more has at most this chance. */
export const upperLimit = (spread: Spread, chance: number): number => {
  if (spread.mean <= 0) return 1
  const ratio = spread.mean / (spread.mean + spread.size)
  let one = (1 - ratio) ** spread.size
  let left = 1 - one
  let count = 1
  while (left > chance && count < 100_000) {
    one *= ((spread.size + count - 1) / count) * ratio
    left -= one
    count += 1
  }
  return count
}

/**
 * The most of `cards` cards whose like or fewer have at most this chance of being used, when earlier cards of which
 * `used` of `before` were: the beta-binomial. -1 when even none is likely enough.
 */
export const lowerLimitOfUsed = (cards: number, used: number, before: number, chance: number): number => {
  const [a, b] = [used, before - used]
  let one = 1
  for (let i = 0; i < cards; i++) one *= (b + i) / (before + i)
  let sum = one
  let limit = -1
  for (let k = 0; k < cards && sum <= chance; k++) {
    limit = k
    one *= ((cards - k) * (a + k)) / ((k + 1) * (b + cards - k - 1))
    sum += one
  }
  return limit
}
