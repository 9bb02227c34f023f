const steps = [1, 2, 2.5, 4, 5, 10]

/**
 * Axis marks for counts: whole numbers from zero to at least `max`, at round steps.
 * @param max the largest value drawn, ≥ 0
 * @param wanted about how many steps
 * @example niceTicks(11260) // [0, 4000, 8000, 12000]
 */
export const niceTicks = (max: number, wanted = 4): number[] => {
  const raw = Math.max(max, 1) / wanted
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = Math.max(
    1,
    steps.map((s) => s * power).find((s) => s >= raw && (s >= 10 || Number.isInteger(s)))!,
  )
  const count = Math.max(1, Math.ceil(max / step))
  return Array.from({ length: count + 1 }, (_, index) => index * step)
}

/** Width in pixels at 15 px in a wide system font: digits stand in columns, gaps between thousands are narrow. */
export const textWidth = (text: string) =>
  [...text].reduce((sum, sign) => sum + (/\d/.test(sign) ? 9.6 : /[\s,./]/.test(sign) ? 5 : 8), 0)

/**
 * Which labels to draw so that none touches its neighbour: every one, every second, …
 * @param widths of the labels, px
 * @param band distance from one label's middle to the next, px
 */
export const labelEvery = (widths: readonly number[], band: number) =>
  Math.max(1, Math.ceil((Math.max(0, ...widths) + 6) / band))
