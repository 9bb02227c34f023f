import { createHash } from 'node:crypto'
import { canonical, type Json } from '../lib/canonical.ts'
import type { Document, Right, Signatory, Way } from './rules.ts'

type Details = { [name: string]: Json }

/** What happened, with what is kept of it in the chain. Days are ISO 8601; hashes hexadecimal. */
export type NewEvent = { actor: string; at: Date } & (
  | { kind: 'sent'; party: null; details: { version: string; round: number; document: Document } }
  | { kind: 'signed'; party: number; details: SignedDetails }
  | { kind: 'declined'; party: number; details: { reason: string; name: string | null } }
  | { kind: 'delegated'; party: number; details: Signatory & { way: Way; reason: string | null } }
  | { kind: 'withdrawn' | 'cancelled'; party: null; details: { reason: string | null } }
  | { kind: 'expired' | 'reopened'; party: null; details: Record<string, never> }
  /** `came`: how a notice came that somebody else wrote down here; null when the party gave it here itself. */
  | { kind: 'notice'; party: number; details: { endsOn: string; reason: string | null; came: string | null } }
  /** Of a party its notice; of none an end that was agreed on. */
  | { kind: 'notice-withdrawn'; party: number | null; details: { reason: string | null } }
  | { kind: 'made-permanent'; party: null; details: { reason: string | null } }
  | { kind: 'extended'; party: null; details: { until: string; reason: string | null } }
  | { kind: 'succeeded'; party: number; details: SucceededDetails }
  | { kind: 'ended'; party: null; details: { endsOn: string; reason: string | null } }
)
export type EventKind = NewEvent['kind']

/** Who is in a party's place from now on: an organisation, and its unit or site when the party was one. */
type SucceededDetails = {
  organisation: number
  unit: number | null
  site: number | null
  name: string
  businessId: string | null
  reason: string | null
}

/**
 * A signature: which text, who, in which right, and how.
 * @property version the hash of the document that was read
 * @property language in which it was read
 * @property statement that the right to sign was stated: the name and version of the sentence that was ticked
 * @property account of who signed signed in; `provider` is where they proved who they are, null for this installation
 * @property link and `email` it was sent to, of who signed by a link
 * @property scan SHA-256 of the paper that was taken in, `signedOn` as it says, `takenInBy` by whom
 */
export type SignedDetails = {
  version: string
  name: string
  title: string | null
  right: Right
  statement: string
  language: string
} & (
  | { way: 'account'; account: string; provider: number | null }
  | { way: 'link'; link: number; email: string }
  | { way: 'paper'; scan: string; signedOn: string; takenInBy: string }
)

/** What stands before the first event. */
export const firstHash = '0'.repeat(64)

const sha256 = (...parts: (string | Buffer)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** SHA-256 of the document's canonical text, in hexadecimal: what a signature names. */
export const versionHashOf = (document: Document): string => sha256(canonical(document as unknown as Json))

/** The hash of an event: SHA-256 over the hash before it (32 bytes) and its own text in UTF-8. */
export const eventHash = (previous: string, text: string): string =>
  sha256(Buffer.from(previous, 'hex'), text)

/** The canonical text of an event as the chain holds it; the database compares it with the columns (migration 0053). */
export const eventText = (commitment: number, number: number, event: NewEvent): string =>
  canonical({
    commitment,
    number,
    kind: event.kind,
    party: event.party,
    actor: event.actor,
    at: event.at.toISOString(),
    details: event.details as unknown as Details,
  })

export type Link = { number: number; text: string; hash: string }

/**
 * What does not hold in a chain: an event's text is not the one that was hashed · it does not say its own number · one
 * before it is missing · it stands twice.
 */
export type ChainFinding = { kind: 'altered' | 'misnumbered' | 'missing' | 'twice'; number: number }

const numberIn = (text: string): unknown => {
  try {
    return (JSON.parse(text) as { number?: unknown } | null)?.number
  } catch {
    return undefined
  }
}

/**
 * Walks a chain from its first event; an event whose predecessor is missing cannot be told whole, and is named by what is
 * missing.
 * @returns every finding, in the order of the events
 */
export const chainFindings = (links: readonly Link[]): ChainFinding[] => {
  const findings: ChainFinding[] = []
  let last = { number: 0, hash: firstHash }
  for (const link of links) {
    const { number, text, hash } = link
    if (number > last.number + 1) findings.push({ kind: 'missing', number: last.number + 1 })
    else if (number <= last.number) findings.push({ kind: 'twice', number })
    else if (eventHash(last.hash, text) !== hash) findings.push({ kind: 'altered', number })
    if (numberIn(text) !== number) findings.push({ kind: 'misnumbered', number })
    last = link
  }
  return findings
}
