/*
 * Time from registration to first use as a survival curve: Kaplan and Meier (1958), variance by Greenwood (1926), interval
 * on the scale log(−log S) (Kalbfleisch and Prentice, 1980). Method, bias and coverage: `docs/methods.md`.
 */

/** The days at which a curve is read. Registration is day 1, as in the card's validity, whose last day is 365. */
export const grid = [7, 14, 30, 60, 90, 180, 365] as const

/** Cards alike: followed for so many days, until the first use or, unused, until nobody could see one any more. */
export type Followed = { days: number; used: boolean; count: number }

/** Of what was counted: shares are 0–1. */
export type Point = {
  day: number
  /** The share used by the day; the interval is null while there is none or all. */
  share: number
  low: number | null
  high: number | null
  /** Cards used by then, and those still followed and unused. */
  used: number
  unused: number
}

export type Curve = {
  cards: number
  points: Point[]
  /** The first day by which at least half are used; null where that is not reached. */
  medianDay: number | null
}

/** The quantile of the normal distribution for an interval of 95 %. */
const z = 1.959964

const intervalOf = (survival: number, greenwood: number) => {
  if (survival <= 0 || survival >= 1 || greenwood === 0) return { low: null, high: null }
  const spread = (z * Math.sqrt(greenwood)) / Math.abs(Math.log(survival))
  return { low: 1 - survival ** Math.exp(-spread), high: 1 - survival ** Math.exp(spread) }
}

type Step = { days: number; survival: number; greenwood: number; used: number }

/** The survival function after each day with a first use. On one day, uses come before what ends the following. */
const stepsOf = (cards: readonly Followed[]): Step[] => {
  const byDay = new Map<number, { used: number; all: number }>()
  for (const { days, used, count } of cards) {
    const day = byDay.get(days) ?? { used: 0, all: 0 }
    byDay.set(days, { used: day.used + (used ? count : 0), all: day.all + count })
  }
  const steps: Step[] = []
  let last: Step = { days: 0, survival: 1, greenwood: 0, used: 0 }
  let atRisk = cards.reduce((sum, { count }) => sum + count, 0)
  for (const [days, { used, all }] of [...byDay].sort(([a], [b]) => a - b)) {
    if (used > 0) {
      const more = atRisk > used ? used / (atRisk * (atRisk - used)) : 0
      const survival = last.survival * (1 - used / atRisk)
      last = { days, survival, greenwood: last.greenwood + more, used: last.used + used }
      steps.push(last)
    }
    atRisk -= all
  }
  return steps
}

const pointAt = (day: number, cards: readonly Followed[], steps: readonly Step[]): Point => {
  const step = steps.findLast(({ days }) => days <= day)
  const survival = step?.survival ?? 1
  const unused = cards.reduce(
    (sum, card) => sum + (card.days > day || (card.days === day && !card.used) ? card.count : 0),
    0,
  )
  return {
    day,
    share: 1 - survival,
    ...intervalOf(survival, step?.greenwood ?? 0),
    used: step?.used ?? 0,
    unused,
  }
}

/** The share of cards used by each day of the grid, as if all had been followed that far. */
export const curveOf = (cards: readonly Followed[]): Curve => {
  const steps = stepsOf(cards)
  return {
    cards: cards.reduce((sum, { count }) => sum + count, 0),
    points: grid.map((day) => pointAt(day, cards, steps)),
    // A half that is only missed by rounding of the machine is a half.
    medianDay: steps.find(({ survival }) => survival <= 0.5 + 1e-9)?.days ?? null,
  }
}
