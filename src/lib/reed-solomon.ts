/**
 * Two Reed–Solomon check characters over the field of 32 elements: the field in which one character of a
 * base-32 code is one element. Any two sound words differ in at least three places, so every wrong
 * character, every pair of wrong characters and every swap of two characters is noticed.
 * A word is a list of numbers 0–31, at most 31 of them; its last two are the checks.
 */

/** The field is built on x⁵ + x² + 1; `powers[n]` is the generator to the power of n. */
const fieldPolynomial = 0b100101
const order = 31

const powers: number[] = []
const logarithms: number[] = []
for (let exponent = 0, value = 1; exponent < order; exponent += 1) {
  powers[exponent] = value
  logarithms[value] = exponent
  value <<= 1
  if (value > order) value ^= fieldPolynomial
}

const power = (exponent: number) => powers[((exponent % order) + order) % order]!
const logarithm = (value: number) => logarithms[value]!
const multiply = (a: number, b: number) => (a && b ? power(logarithm(a) + logarithm(b)) : 0)
const divide = (a: number, b: number) => (a ? power(logarithm(a) - logarithm(b)) : 0)

/** Both sums are 0 for a sound word. The last character weighs 1, the one before it α (and α²), and so on. */
const sumsOf = (word: readonly number[]): [number, number] => {
  let [plain, squared] = [0, 0]
  word.forEach((value, index) => {
    const weight = word.length - 1 - index
    plain ^= multiply(value, power(weight))
    squared ^= multiply(value, power(2 * weight))
  })
  return [plain, squared]
}

/** @returns the two checks that make `data` followed by them a sound word. */
export const checksOf = (data: readonly number[]): [number, number] => {
  const [plain, squared] = sumsOf([...data, 0, 0])
  const first = divide(plain ^ squared, power(1) ^ power(2))
  return [first, plain ^ multiply(first, power(1))]
}

export const isSound = (word: readonly number[]): boolean => sumsOf(word).every((sum) => sum === 0)

/**
 * The one sound word that differs from `word` in exactly one place.
 * @returns null when `word` is sound, or when no change of a single character makes it so
 */
export const repairedOnce = (word: readonly number[]): number[] | null => {
  const [plain, squared] = sumsOf(word)
  if (plain === 0 || squared === 0) return null
  const weight = (logarithm(squared) - logarithm(plain) + order) % order
  const place = word.length - 1 - weight
  if (place < 0) return null
  return word.map((value, index) => (index === place ? value ^ divide(plain, power(weight)) : value))
}
