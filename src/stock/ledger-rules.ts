import { createHash } from 'node:crypto'
import { countOf, type Destination, type Serials, type StockRange } from './rules.ts'

/** Longer ranges than any box or run: a slip of the finger. */
const longestRange = 1_000_000
const highestSerial = 999_999_999_999

export type SerialsProblem = 'first-missing' | 'last-missing' | 'last-before' | 'range-long'

/** A number as it stands on a card or box: `1 001`, `Nro 1001`. Null for all else. */
export const readSerial = (typed: string): number | null => {
  const digits = typed.replace(/^\s*(nro|nr|no)\.?\s*/i, '').replace(/\s/gu, '')
  const serial = /^\d{1,12}$/.test(digits) ? Number(digits) : 0
  return serial >= 1 && serial <= highestSerial ? serial : null
}

/** The numbers that two fields name; an empty last one means a single card. */
export const readSerials = (
  typedFirst: string,
  typedLast: string,
): { serials: Serials } | { problems: Record<string, SerialsProblem> } => {
  const first = readSerial(typedFirst)
  const last = typedLast.trim() === '' ? first : readSerial(typedLast)
  if (first === null) return { problems: { first: 'first-missing' } }
  if (last === null) return { problems: { last: 'last-missing' } }
  if (last < first) return { problems: { last: 'last-before' } }
  return last - first >= longestRange ? { problems: { last: 'range-long' } } : { serials: { first, last } }
}

/** A place by name, as addresses and forms have it: `centre`, `area-3`, `unit-7`. */
export type PlaceKey = { kind: 'centre' } | { kind: 'area' | 'unit'; id: number }

export const readPlaceKey = (text: string): PlaceKey | null => {
  if (text === 'centre') return { kind: 'centre' }
  const [, kind, id] = /^(area|unit)-([1-9]\d{0,8})$/.exec(text) ?? []
  return kind === undefined ? null : { kind: kind as 'area' | 'unit', id: Number(id) }
}

export const placeKeyOf = (key: PlaceKey): string =>
  key.kind === 'centre' ? 'centre' : `${key.kind}-${key.id}`

/**
 * Where cards go when somebody sends them: to oneself at once, to all others by way of a journey that ends when they
 * say that the box came.
 * @param ownAreaId the area that whoever moves keeps; null for the centre
 */
export const destinationOf = (to: PlaceKey, ownAreaId: number | null): Destination => {
  if (to.kind === 'centre') return { place: 'centre' }
  if (to.kind === 'unit') return { place: 'way', unitId: to.id, orderId: null }
  return to.id === ownAreaId
    ? { place: 'area', areaId: to.id }
    : { place: 'way', areaId: to.id, orderId: null }
}

/** What of some numbers lies in stock, and which of them have been registered already. */
export type Held = { pieces: StockRange[]; given: Serials[] }

export const cardsIn = (ranges: readonly Serials[]): number =>
  ranges.reduce((sum, range) => sum + countOf(range), 0)

/** Tells two moments apart: whatever changes of what lies where changes this. */
export const stateOf = ({ pieces, given }: Held): string =>
  createHash('sha256')
    .update(JSON.stringify([pieces, given]))
    .digest('hex')
    .slice(0, 16)

export type MoveProblem =
  | ('none-here' | 'blocked' | 'on-order' | 'there-already' | 'blocked-already' | 'not-blocked')
  | ('not-yours' | 'changed')

/** There, or on the way there: nobody sends a box to where it stands. */
const liesAt = (piece: StockRange, to: Destination): boolean =>
  (piece.place === to.place || to.place === 'way') &&
  piece.areaId === ('areaId' in to ? to.areaId : null) &&
  piece.unitId === ('unitId' in to ? to.unitId : null)

export const moveProblem = ({ pieces }: Held, to: Destination): MoveProblem | null => {
  if (pieces.length === 0) return 'none-here'
  if (pieces.some(({ place }) => place === 'blocked')) return 'blocked'
  if (pieces.some(({ orderId }) => orderId !== null)) return 'on-order'
  return pieces.every((piece) => liesAt(piece, to)) ? 'there-already' : null
}

export const blockProblem = ({ pieces }: Held): MoveProblem | null => {
  if (pieces.length === 0) return 'none-here'
  return pieces.some(({ place }) => place === 'blocked') ? 'blocked-already' : null
}

export const unblockProblem = ({ pieces }: Held): MoveProblem | null => {
  if (pieces.length === 0) return 'none-here'
  return pieces.every(({ place }) => place === 'blocked') ? null : 'not-blocked'
}

/** Whose blocked cards were is where they go back to. */
export const homeOf = ({ areaId, unitId }: StockRange): Destination => {
  if (unitId !== null) return { place: 'unit', unitId }
  return areaId === null ? { place: 'centre' } : { place: 'area', areaId }
}
