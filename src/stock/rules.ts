import type { CardType } from '../cards/rules.ts'

export const cardTypes = ['personal', 'community'] as const satisfies readonly CardType[]

/** Where cards in stock lie. `way`: sent, and not received yet. */
const stockPlaces = ['centre', 'area', 'unit', 'way', 'blocked'] as const
export type StockPlace = (typeof stockPlaces)[number]

/** Why cards were taken out of use before anybody got them. A fixed list: no story is told of anyone. */
export const blockReasons = ['lost', 'damaged', 'misprinted', 'missing', 'other'] as const
export type BlockReason = (typeof blockReasons)[number]

/** Serial numbers, both ends included, as they stand on a box. */
export type Serials = { first: number; last: number }

/** Cards that follow each other and lie in one place. `areaId` and `unitId` of blocked ones: whose they were. */
export type StockRange = Serials & {
  cardType: CardType
  place: StockPlace
  areaId: number | null
  unitId: number | null
  orderId: number | null
  reason: BlockReason | null
}

export const countOf = ({ first, last }: Serials): number => last - first + 1

/** Where cards are moved to. Blocked ones stay whose they were. */
export type Destination =
  | { place: 'centre' }
  | { place: 'area'; areaId: number }
  | { place: 'unit'; unitId: number }
  | { place: 'way'; areaId: number; orderId: number | null }
  | { place: 'way'; unitId: number; orderId: number | null }
  | { place: 'blocked'; reason: BlockReason }
