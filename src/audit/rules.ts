import { createHash } from 'node:crypto'
import { type Day, lastDayOfMonths } from '../lib/dates.ts'
import { lifetimes } from '../lifetimes/rules.ts'

/** What stands before the first link: 32 zero bytes, in hexadecimal as every hash here. */
export const firstHash = '0'.repeat(64)

/**
 * The hash of a link: SHA-256 over the hash of the link before it (32 bytes) and the text of its row in UTF-8.
 * @param text one JSON array, as the database writes it (`rowText` in queries.ts)
 */
export const linkHash = (previous: string, text: string): string =>
  createHash('sha256').update(Buffer.from(previous, 'hex')).update(text, 'utf8').digest('hex')

/** Whether the rows that a head of that day seals may be forgotten: so many months after it, and not a day before. */
export const isForgotten = (headDay: Day, today: Day): boolean =>
  today > lastDayOfMonths(headDay, lifetimes.log.after.months)

/** One link as it is stored, with the text of its row; null when that row is gone. */
export type Link = { position: number; auditId: number; hash: string; text: string | null }

/** What is wrong with the chain, and where. */
export type Finding = {
  /**
   * forged: this row, or the one sealed before it, is not what was sealed · deleted: the row is gone, its link is not ·
   * reordered: it stands in another's place · missing: links `position` to `until` are gone from the middle ·
   * cut: links up to `until` are gone from the end · other-head: another chain than the one whose head was kept ·
   * unsealed: a row that is older than an hour has no link · forgotten-early: the chain begins later than the kept heads
   * allow
   */
  kind: 'forged' | 'deleted' | 'reordered' | 'missing' | 'cut' | 'other-head' | 'unsealed' | 'forgotten-early'
  position: number | null
  auditId: number | null
  until?: number
}

/** A link that does not follow the one before it: what stands before it and where its unbroken stretch ends. */
type Break = Link & { text: string; before: string }

/** Breaks are compared with one another, up to so many; beyond that the log is not what it was, in any order. */
const mostBreaks = 200

/**
 * Where a stretch that begins with a break belongs: behind the stretch of this number, or null when behind none. The
 * stretch that ends where break `n` begins has the number `n`; the last one ends with the chain.
 */
const placeOf = ({ text, hash }: Break, ends: readonly string[]): number | null => {
  const at = ends.findIndex((end) => linkHash(end, text) === hash)
  return at === -1 ? null : at
}

/** The breaks whose stretches stand in another place than they did; null when they are no mere reordering. */
const movedStretches = (breaks: readonly Break[], end: string): Break[] | null => {
  const ends = [...breaks.map(({ before }) => before), end]
  const following = new Map<number, number>()
  for (const [index, one] of breaks.entries()) {
    const place = placeOf(one, ends)
    if (place === null) return null
    following.set(place, index)
  }
  const moved = new Set<Break>()
  let position = breaks[0]!.position
  for (let at = following.get(0); at !== undefined; at = following.get(at + 1)) {
    const one = breaks[at]!
    if (one.position !== position) moved.add(one)
    position += (breaks[at + 1]?.position ?? Number.POSITIVE_INFINITY) - one.position
  }
  return breaks.filter((one) => moved.has(one))
}

/** Whether the row of another break would follow here: two links point at each other's rows. */
const hasOthersRow = (one: Break, breaks: readonly Break[]): boolean =>
  breaks.some((other) => other !== one && linkHash(one.before, other.text) === one.hash)

const findingsOf = (breaks: readonly Break[], end: string): Finding[] => {
  const as = (kind: Finding['kind'], { position, auditId }: Break): Finding => ({ kind, position, auditId })
  const moved = breaks.length > 1 ? movedStretches(breaks, end) : null
  if (moved) return moved.map((one) => as('reordered', one))
  const ends = [...breaks.map(({ before }) => before), end]
  const isReal = (one: Break) => placeOf(one, ends) !== null || hasOthersRow(one, breaks)
  return breaks.map((one) => as(isReal(one) ? 'reordered' : 'forged', one))
}

/** Walks along a chain, link by link from the first, and tells what does not hold. Keeps the breaks and nothing else. */
export class ChainWalk {
  position: number
  /** The hash of the link before, as stored and as it should be; null where that is not known. */
  #stored: string | null
  #computed: string | null = null
  #breaks: Break[] = []

  /** @param base the link before the first one, when older rows have been forgotten */
  constructor(base: { position: number; hash: string } = { position: 0, hash: firstHash }) {
    this.position = base.position
    this.#stored = base.hash
  }

  /** @returns the holes at this link; what stands wrong is told at the end */
  step(link: Link): Finding[] {
    const { position, auditId, hash, text } = link
    const holes: Finding[] = []
    if (position !== this.position + 1) {
      holes.push({ kind: 'missing', position: this.position + 1, auditId: null, until: position - 1 })
      this.#stored = null
    }
    this.position = position
    if (text === null) holes.push({ kind: 'deleted', position, auditId })
    const before = this.#stored
    const computed = text === null || before === null ? null : linkHash(before, text)
    if (text !== null && before !== null && computed !== hash && !this.#followsComputed(text, hash)) {
      if (this.#breaks.length < mostBreaks) this.#breaks.push({ ...link, text, before })
      else holes.push({ kind: 'forged', position, auditId })
    }
    this.#stored = hash
    this.#computed = computed
    return holes
  }

  /** A false hash in a link is that link's alone: the next one still follows what the hash should be. */
  #followsComputed(text: string, hash: string) {
    return this.#computed !== null && linkHash(this.#computed, text) === hash
  }

  /** What stands wrong, when there are no more links. */
  end(): Finding[] {
    return findingsOf(this.#breaks, this.#stored ?? firstHash)
  }
}
