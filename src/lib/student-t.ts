/*
 * Student's distribution, for intervals of a mean. Numerical Recipes (3rd ed.), 6.1, 6.4 and 6.14: the incomplete beta
 * function as a continued fraction (Lentz), good to ten digits; the quantile by halving.
 */

const lanczos = [
  76.18009172947146, -86.50532032941678, 24.01409824083091, -1.231739572450155, 0.1208650973866179e-2,
  -0.5395239384953e-5,
]

const logGamma = (x: number) => {
  const series = lanczos.reduce((sum, factor, index) => sum + factor / (x + index + 1), 1.000000000190015)
  return (x + 0.5) * Math.log(x + 5.5) - (x + 5.5) + Math.log((Math.sqrt(2 * Math.PI) * series) / x)
}

const tiny = 1e-30
const away = (value: number) => (Math.abs(value) < tiny ? tiny : value)

const betaFraction = (a: number, b: number, x: number) => {
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-14) break
  }
  return fraction
}

/** The regularised incomplete beta function I_x(a, b). */
const incompleteBeta = (a: number, b: number, x: number): number => {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x))
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(a, b, x)) / a
    : 1 - (front * betaFraction(b, a, 1 - x)) / b
}

/** The probability of at most `t`, with `freedom` degrees. */
const below = (t: number, freedom: number) =>
  1 - incompleteBeta(freedom / 2, 0.5, freedom / (freedom + t * t)) / 2

/**
 * What a t-distributed value stays below with a probability.
 * @param probability 0.5 to less than 1
 * @param freedom degrees of freedom, 1 or more
 * @example studentQuantile(0.975, 9) // 2.262
 */
export const studentQuantile = (probability: number, freedom: number): number => {
  let [low, high] = [0, 1]
  while (below(high, freedom) < probability) high *= 2
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (below(middle, freedom) < probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}
