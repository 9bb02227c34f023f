import type { CardType } from '../cards/rules.ts'
import { countOf, type Serials, type StockRange } from './rules.ts'

/** asked: by a unit, of its coordinator · forwarded: to the national centre · sent: on its way, not received yet. */
export const orderStates = ['asked', 'forwarded', 'sent', 'received', 'declined', 'cancelled'] as const
export type OrderState = (typeof orderStates)[number]

/** Why an order is not met. A fixed list, as with blocked cards. */
export const declineReasons = ['enough-left', 'none-left', 'unit-ends', 'other'] as const
export type DeclineReason = (typeof declineReasons)[number]

/** Whose stock it is about, or who acts. */
export type Side = 'unit' | 'area' | 'centre'

/** The largest order, and the largest sending: a typing error is no box. */
export const mostCards = 5000

/** Whose turn it is. What is sent to an area's own stock waits for the area. */
export const turnOf = ({ state, unitId }: { state: OrderState; unitId: number | null }): Side | null => {
  if (state === 'asked') return 'area'
  if (state === 'forwarded') return 'centre'
  if (state === 'sent') return unitId === null ? 'area' : 'unit'
  return null
}

/** Before anything is sent an order can be taken back; by a unit, before its coordinator has acted. */
export const mayCancel = (state: OrderState, side: Side): boolean =>
  state === 'asked' || (state === 'forwarded' && side !== 'unit')

/** Sends the cards, or declines. The centre may answer in a coordinator's place. */
export const mayAnswer = (state: OrderState, side: Side): boolean =>
  side === 'centre' ? state === 'asked' || state === 'forwarded' : side === 'area' && state === 'asked'

/** Whoever sent the cards takes them back before they are received: the order then waits for an answer again. */
export const mayTakeBack = (state: OrderState, side: Side, sentFrom: string | null): boolean =>
  state === 'sent' && side === sentFrom

/** Asks the centre, when the area's own stock does not do. */
export const mayForward = (state: OrderState): boolean => state === 'asked'

/** The numbers in both. */
const overlap = (a: Serials, b: Serials): Serials | null => {
  const both = { first: Math.max(a.first, b.first), last: Math.min(a.last, b.last) }
  return both.first <= both.last ? both : null
}

/** The first numbers that would do: a box that holds all that are wanted, else the first box there is. */
export const suggestSerials = (boxes: readonly Serials[], wanted: number): Serials | null => {
  const box = boxes.find((one) => countOf(one) >= wanted) ?? boxes[0]
  return box ? { first: box.first, last: Math.min(box.last, box.first + wanted - 1) } : null
}

export type SendProblem = 'serials-turned' | 'serials-many' | 'serials-elsewhere' | 'serials-type'

/**
 * Why these numbers cannot be sent, or null.
 * @param pieces what of the numbers lies in stock, as whoever sends may see it
 * @param areaId whose stock it is sent from; null is the centre's
 */
export const sendProblem = (
  serials: Serials,
  pieces: readonly StockRange[],
  { cardType, areaId }: { cardType: CardType; areaId: number | null },
): SendProblem | null => {
  if (serials.last < serials.first) return 'serials-turned'
  if (countOf(serials) > mostCards) return 'serials-many'
  const own = pieces.filter((piece) =>
    areaId === null ? piece.place === 'centre' : piece.place === 'area' && piece.areaId === areaId,
  )
  const held = own.reduce((sum, piece) => sum + countOf(piece), 0)
  if (held < countOf(serials)) return 'serials-elsewhere'
  return own.some((piece) => piece.cardType !== cardType) ? 'serials-type' : null
}

/** Why these cannot be the numbers that came. A delivery may lie in several boxes, with other numbers between them. */
export const partProblem = (
  delivery: readonly Serials[],
  came: Serials,
): 'serials-turned' | 'part-outside' | null => {
  if (came.last < came.first) return 'serials-turned'
  const all = { first: delivery[0]!.first, last: delivery.at(-1)!.last }
  const isWithin = all.first <= came.first && came.last <= all.last
  return isWithin && delivery.some((range) => overlap(range, came)) ? null : 'part-outside'
}

/** What of a delivery came, and what did not. `came` null: nothing. */
export const splitDelivery = (
  delivery: readonly Serials[],
  came: Serials | null,
): { came: Serials[]; missing: Serials[] } => {
  const parts = delivery.map((range) => ({ range, in: came && overlap(range, came) }))
  return {
    came: parts.flatMap(({ in: part }) => part ?? []),
    missing: parts.flatMap(({ range, in: part }) =>
      part === null
        ? [range]
        : [
            { first: range.first, last: part.first - 1 },
            { first: part.last + 1, last: range.last },
          ].filter(({ first, last }) => first <= last),
    ),
  }
}

/** How many cards these numbers are. */
export const countAll = (ranges: readonly Serials[]): number =>
  ranges.reduce((sum, range) => sum + countOf(range), 0)
