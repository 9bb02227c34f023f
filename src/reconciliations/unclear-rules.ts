import {
  type Circle,
  fits,
  type Known,
  near,
  onDayOf,
  type Sale,
  type State,
} from './matching-state-rules.ts'

/** Why a person has to look: the numbers differ, or the same event was recorded at quite another time. */
export type Unclear = { sale: Sale; use: Known; why: 'numbers' | 'time' }

/** What is left on both sides and yet looks alike is for a person to decide. */
export const findUnclear = (state: State, circles: readonly Circle[]): Unclear[] => {
  const unclear: Unclear[] = []
  const take = (sale: Sale, use: Known | undefined, why: Unclear['why']) => {
    if (!use) return
    state.sales.delete(sale)
    state.uses.delete(use)
    unclear.push({ sale, use, why })
  }
  for (const circle of circles)
    for (const sale of [...state.sales].filter(circle.sales))
      take(sale, near(state, circle, sale)[0], 'numbers')
  const isLike = (circle: Circle, sale: Sale) => (use: Known) =>
    use.event !== null && circle.uses(use) && fits(sale, use) && use.tickets === sale.tickets
  for (const circle of circles)
    for (const sale of [...state.sales].filter((one) => one.event !== null && circle.sales(one)))
      take(sale, onDayOf(state, sale).find(isLike(circle, sale)), 'time')
  return unclear
}
