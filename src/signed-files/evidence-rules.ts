import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { type EventKind, firstHash, type Link } from '../commitments/event-rules.ts'
import { type Document, languages, type Side, sides, ways } from '../commitments/rules.ts'
import { canonical, type Json, readStrictly } from '../lib/canonical.ts'
import { isSignedBy, publicTextOf, signText } from '../lib/ed25519.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Position = z.number().int().min(1).max(3)
const Texts = z.looseObject({ fi: z.string(), sv: z.string(), en: z.string() })

/** As `Document` of the commitments; what it says more is hashed with the rest, and read by nobody here. */
const AgreedText = z.looseObject({
  format: z.string(),
  kind: z.string(),
  model: z.number(),
  bindingLanguage: z.enum(languages),
  from: z.iso.date(),
  until: z.iso.date().nullable(),
  content: z.looseObject({
    title: Texts,
    summary: Texts,
    clauses: z.array(z.looseObject({ number: z.string(), heading: Texts, text: Texts })),
    additions: Texts.nullable(),
  }),
  parties: z.array(
    z.looseObject({
      position: Position,
      side: z.enum(sides),
      name: z.string(),
      businessId: z.string().nullable(),
    }),
  ),
})

const Evidence = z.strictObject({
  format: z.literal('kaiku-evidence/1'),
  /** The installation that issued it, such as `https://kaiku.example`. */
  origin: z.string(),
  issuedAt: z.iso.datetime(),
  commitment: z.number().int().positive(),
  /** SHA-256 of the document's canonical text (RFC 8785): what each signature is of. */
  version: Hash,
  document: AgreedText,
  /** Which party an event means by its `party`, and its name when this was issued. */
  parties: z.array(
    z.strictObject({
      party: z.number().int(),
      position: Position,
      side: z.enum(sides),
      name: z.string(),
      businessId: z.string().nullable(),
    }),
  ),
  /** The whole chain: each hash is SHA-256 over the 32 bytes of the one before it and the event's text in UTF-8. */
  events: z.array(z.strictObject({ number: z.number().int(), text: z.string(), hash: Hash })).min(1),
  head: z.strictObject({ number: z.number().int().positive().max(10_000), hash: Hash }),
  signature: z.strictObject({ algorithm: z.literal('Ed25519'), publicKey: z.string(), value: z.string() }),
})
export type Evidence = Omit<z.output<typeof Evidence>, 'document'> & { document: Document }

type EvidenceParty = Evidence['parties'][number]

/** What is signed: the canonical text with the public key in it and without the signature's value. */
const signedTextOf = ({ signature: { value: _, ...signer }, ...evidence }: Evidence) =>
  canonical({ ...evidence, signature: signer } as unknown as Json)

type Issued = {
  origin: string
  issuedAt: Date
  commitment: number
  document: Document
  version: string
  parties: readonly {
    id: number
    position: number
    side: Side
    name: string
    businessId: string | null
  }[]
  events: readonly Link[]
}

/**
 * The evidence of a commitment that all have signed, signed by the installation.
 * @param key the installation's private key (Ed25519)
 */
export const evidenceOf = (issued: Issued, key: KeyObject): Evidence => {
  const { origin, issuedAt, commitment, document, version, parties } = issued
  const events = issued.events.map(({ number, text, hash }) => ({ number, text, hash }))
  const last = events.at(-1) ?? { number: 0, hash: firstHash }
  const signer = { algorithm: 'Ed25519', publicKey: publicTextOf(key) } as const
  const evidence: Evidence = {
    ...{ format: 'kaiku-evidence/1', origin, issuedAt: issuedAt.toISOString() },
    ...{ commitment, version, document },
    parties: parties.map(({ id, position, side, name, businessId }) => ({
      ...{ party: id, position, side, name, businessId },
    })),
    ...{ events, head: { number: last.number, hash: last.hash } },
    signature: { ...signer, value: '' },
  }
  return { ...evidence, signature: { ...signer, value: signText(signedTextOf(evidence), key) } }
}

/** The text of the file, one for one evidence. */
export const evidenceText = (evidence: Evidence): string => canonical(evidence as unknown as Json)

export const isSignedEvidence = (evidence: Evidence): boolean =>
  isSignedBy(signedTextOf(evidence), evidence.signature.value, evidence.signature.publicKey)

/** Characters: the longest commitment of ten rounds has some 300 thousand. */
const longestText = 2_000_000
const deepest = 24

/** How deep brackets lie in brackets; what is deeper than any file of ours is not handed to a parser. */
const isShallow = (text: string): boolean => {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (inString) {
      if (unit === 0x5c) at++
      else if (unit === 0x22) inString = false
    } else if (unit === 0x22) inString = true
    else if (unit === 0x7b || unit === 0x5b) {
      if (++depth > deepest) return false
    } else if (unit === 0x7d || unit === 0x5d) depth--
  }
  return true
}

/** JSON of a bounded length and depth that says each thing once. @returns undefined when the text is none */
export const readBounded = (text: string): unknown =>
  text.length <= longestText && isShallow(text) ? readStrictly(text) : undefined

/** @returns null when the text is no evidence of this form */
export const readEvidence = (text: string): Evidence | null => {
  const parsed = Evidence.safeParse(readBounded(text))
  return parsed.success ? (parsed.data as unknown as Evidence) : null
}

const EventText = z.looseObject({
  commitment: z.number(),
  number: z.number(),
  kind: z.string(),
  party: z.number().nullable(),
  actor: z.string(),
  at: z.iso.datetime(),
  details: z.record(z.string(), z.unknown()),
})

/** An event as its own text tells it. */
export type Told = {
  number: number
  kind: EventKind
  party: number | null
  at: Date
  details: Record<string, unknown>
}

/** The events of a chain that can be read, in the order in which they stand. */
export const tellEvents = (links: readonly Link[]): Told[] =>
  links.flatMap(({ number, text }) => {
    const parsed = EventText.safeParse(readBounded(text))
    if (!parsed.success) return []
    const { kind, party, at, details } = parsed.data
    return [{ number, kind: kind as EventKind, party, at: new Date(at), details }]
  })

/** The events of the round that was signed: from the last sending on. */
export const latestRound = (events: readonly Told[]): Told[] => {
  const at = events.findLastIndex(({ kind }) => kind === 'sent')
  return at === -1 ? [] : events.slice(at)
}

const Signature = z.looseObject({
  version: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  right: z.looseObject({
    basis: z.enum(['position', 'decision', 'delegation']),
    reference: z.string().nullable(),
  }),
  way: z.enum(ways),
  signedOn: z.string().optional(),
})
type Signature = z.output<typeof Signature>
/** One signature: whose, by whom, in which right, when and how. */
export type SignatureTold = Signature & { event: number; at: Date; party: EvidenceParty }

/**
 * The signatures of the round, in the order of the parties. A party bears the name that the signed text gives it: whoever
 * came in its place afterwards did not sign.
 */
export const tellSignatures = ({
  events,
  parties,
  document,
}: Pick<Evidence, 'events' | 'parties' | 'document'>): SignatureTold[] =>
  latestRound(tellEvents(events))
    .filter(({ kind }) => kind === 'signed')
    .flatMap(({ number, party: id, at, details }) => {
      const now = parties.find((one) => one.party === id)
      const then = document.parties.find(({ position }) => position === now?.position)
      const parsed = Signature.safeParse(details)
      return now && parsed.success ? [{ ...parsed.data, event: number, at, party: { ...now, ...then } }] : []
    })
    .sort((a, b) => a.party.position - b.party.position)
