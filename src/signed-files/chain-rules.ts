import { eventHash, firstHash, type Link, versionHashOf } from '../commitments/event-rules.ts'
import type { Document } from '../commitments/rules.ts'
import { canonical, type Json } from '../lib/canonical.ts'
import { type Evidence, latestRound, readBounded, tellEvents } from './evidence-rules.ts'
import type { Finding } from './finding-rules.ts'

const saysItself = (text: string, number: number, commitment: number): boolean => {
  const said = readBounded(text) as { number?: unknown; commitment?: unknown } | null | undefined
  return said?.number === number && said.commitment === commitment
}

/** The first of each number, by number. */
const byNumber = (links: readonly Link[]): Link[] =>
  [...new Map([...links].reverse().map((link) => [link.number, link])).values()].sort(
    (a, b) => a.number - b.number,
  )

const twiceIn = (numbers: readonly number[]): Finding[] =>
  [...new Set(numbers.filter((number, at) => numbers.indexOf(number) !== at))].map((event) => ({
    name: 'twice',
    event,
  }))

const missingIn = (numbers: readonly number[], last: number): Finding[] => {
  const there = new Set(numbers)
  return Array.from({ length: last }, (_, index) => index + 1)
    .filter((number) => !there.has(number))
    .map((event) => ({ name: 'missing-event', event }))
}

/** Where a chain does not hold: an event is missing, stands twice or out of its order, or is not what was chained. */
export const linkFindings = ({
  commitment,
  events,
  head,
}: Pick<Evidence, 'commitment' | 'events' | 'head'>): Finding[] => {
  const numbers = events.map(({ number }) => number)
  const sorted = byNumber(events)
  const isOrdered = numbers.every((number, at) => at === 0 || number >= numbers[at - 1]!)
  const altered = sorted.filter(({ number, text, hash }, at) => {
    const before = at === 0 ? { number: 0, hash: firstHash } : sorted[at - 1]!
    const isKnown = before.number === number - 1
    return !saysItself(text, number, commitment) || (isKnown && eventHash(before.hash, text) !== hash)
  })
  const last = sorted.at(-1)
  const isOtherHead = last?.number === head.number && last.hash !== head.hash
  return [
    ...missingIn(numbers, Math.max(head.number, 1)),
    ...twiceIn(numbers),
    ...(isOrdered ? [] : [{ name: 'order' } as const]),
    ...altered.map(({ number }): Finding => ({ name: 'chain-altered', event: number })),
    // More than was issued, or another end than the one that was: somebody has gone on writing.
    ...(isOtherHead && !altered.includes(last)
      ? [{ name: 'chain-altered', event: last.number } as const]
      : []),
    ...sorted
      .filter(({ number }) => number > head.number || number < 1)
      .map(({ number }): Finding => ({ name: 'chain-altered', event: number })),
  ]
}

/** The canonical text; null for what JSON cannot say twice in the same way. */
const oneText = (value: unknown): string | null => {
  try {
    return canonical(value as Json)
  } catch {
    return null
  }
}

const isSameText = (one: unknown, other: unknown) => oneText(one) !== null && oneText(one) === oneText(other)

/** Whether document, version and parties are those of what was sent. */
const isTextAsSent = ({ document, version, parties, events }: Evidence): boolean => {
  const sent = latestRound(tellEvents(events))[0]?.details
  const places = (list: readonly { position: number; side: string }[]) =>
    [...list].sort((a, b) => a.position - b.position).map(({ position, side }) => [position, side])
  return (
    oneText(document) !== null &&
    versionHashOf(document as Document) === version &&
    // What is not there is named as missing.
    (sent === undefined || (sent.version === version && isSameText(sent.document, document))) &&
    isSameText(places(document.parties), places(parties)) &&
    new Set(parties.map(({ party }) => party)).size === parties.length
  )
}

/** What is wrong with the text and the signatures, whoever signed the file. */
export const signatureFindings = (evidence: Evidence): Finding[] => {
  const signed = latestRound(tellEvents(evidence.events)).filter(({ kind }) => kind === 'signed')
  const ofThis = signed.filter(({ details }) => details.version === evidence.version)
  const whose = ofThis.map(({ party }) => party)
  return [
    ...(isTextAsSent(evidence) ? [] : [{ name: 'altered-text' } as const]),
    ...signed
      .filter((one) => !ofThis.includes(one))
      .map(({ number }): Finding => ({ name: 'signature-of-other-version', event: number })),
    ...ofThis
      .filter(({ party }, at) => whose.indexOf(party) !== at)
      .map(({ number }): Finding => ({ name: 'twice', event: number })),
    ...evidence.parties
      .filter(({ party }) => !whose.includes(party))
      .map(({ name }): Finding => ({ name: 'party-not-signed', party: name })),
  ]
}
