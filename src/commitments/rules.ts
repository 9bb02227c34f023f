import type { Day } from '../lib/dates.ts'

/**
 * What a commitment is about: an area's with the national centre · a county's, a municipality's and a cultural
 * organisation's · an issuing organisation's · a venue's · a pilot's · a pop-up site's.
 */
export const kinds = ['area', 'partnership', 'issuer', 'venue', 'pilot', 'pop-up'] as const
export type Kind = (typeof kinds)[number]

/** `signed` says that all have; whether it is in force on a day its dates say too (`isInForce`). */
const states = ['draft', 'waiting', 'signed', 'declined', 'expired', 'cancelled'] as const
export type State = (typeof states)[number]

/** In whose place a party signs. */
export const sides = ['centre', 'area', 'county', 'municipality', 'issuer', 'venue', 'culture'] as const
export type Side = (typeof sides)[number]

export const ways = ['account', 'link', 'paper'] as const
export type Way = (typeof ways)[number]

export const languages = ['fi', 'sv', 'en'] as const
export type BindingLanguage = (typeof languages)[number]
/** A text that says the same in three languages. */
export type Texts = Record<BindingLanguage, string>

/**
 * What is agreed. The clauses are the template's, with its fields filled from the register; what a coordinator added
 * stands apart from them, so that a reader sees what is everyone's and what is this commitment's.
 */
export type Content = {
  title: Texts
  /** Five points in plain words, one a line. */
  summary: Texts
  clauses: { number: string; heading: Texts; text: Texts }[]
  /** Null where nothing was added; a language that it was not written in is empty. */
  additions: Texts | null
  /** Which template it was made from, and its version; null when it was written by itself. */
  template: { name: string; version: number } | null
}

/** Two parties or three (order of the network: docs/our-choices.md). */
export const fewestParties = 2
export const mostParties = 3

export type NewParty = {
  side: Side
  organisationId: number | null
  unitId: number | null
  siteId: number | null
  name: string
  businessId: string | null
  signatory: Signatory | null
  way: Way
}
/** Who signs for a party without an account here: a person in their work. */
export type Signatory = { name: string; title: string | null; email: string | null }
export type Party = NewParty & {
  id: number
  position: number
  signedAt: Date | null
  signedBy: string | null
}

export type Commitment = {
  id: number
  kind: Kind
  areaId: number | null
  state: State
  modelNumber: number
  bindingLanguage: BindingLanguage
  content: Content
  document: Document | null
  /** SHA-256 of the document's canonical text, in hexadecimal. */
  versionHash: string | null
  from: Day
  until: Day | null
  answerUntil: Day
  endedOn: Day | null
  earlierId: number | null
  round: number
  sentAt: Date | null
  signedAt: Date | null
}

/** What is frozen when it is sent, and what each signature is of. */
export type Document = {
  format: 'kaiku-commitment/1'
  kind: Kind
  model: number
  bindingLanguage: BindingLanguage
  from: Day
  until: Day | null
  content: Content
  parties: { position: number; side: Side; name: string; businessId: string | null }[]
}

/** In which right somebody signs for an organisation: by position, by a decision, or delegated by somebody who may. */
export const bases = ['position', 'decision', 'delegation'] as const
export type Right = {
  basis: (typeof bases)[number]
  /** The decision and its number, such as a record number; or who delegated, and where it is written. */
  reference: string | null
}

type Happened = {
  number: number
  kind: string
  partyId: number | null
  details: Record<string, unknown>
}

/**
 * What the party of an event was called when it happened: as the text says that was sent, until another came in its place.
 * @param events the whole chain, in its order
 * @returns of one event the name; null of an event without a party
 */
export const nameWhen =
  (parties: readonly { id: number; position: number; name: string }[], events: readonly Happened[]) =>
  ({ partyId, number }: Pick<Happened, 'partyId' | 'number'>): string | null => {
    const party = parties.find(({ id }) => id === partyId)
    if (!party) return null
    const before = events.filter((event) => event.number < number)
    const came = before.findLast((event) => event.kind === 'succeeded' && event.partyId === partyId)
    if (came) return String(came.details.name)
    const sent = before.findLast(({ kind }) => kind === 'sent')?.details.document as Document | undefined
    return sent?.parties.find(({ position }) => position === party.position)?.name ?? party.name
  }

/** Whether it binds on that day. */
export const isInForce = (
  { state, from, until, endedOn }: Pick<Commitment, 'state' | 'from' | 'until' | 'endedOn'>,
  day: Day,
): boolean =>
  state === 'signed' &&
  from <= day &&
  (until === null || day <= until) &&
  (endedOn === null || day <= endedOn)

export const documentOf = (
  commitment: Pick<Commitment, 'kind' | 'modelNumber' | 'bindingLanguage' | 'from' | 'until' | 'content'>,
  parties: readonly Pick<Party, 'position' | 'side' | 'name' | 'businessId'>[],
): Document => ({
  format: 'kaiku-commitment/1',
  kind: commitment.kind,
  model: commitment.modelNumber,
  bindingLanguage: commitment.bindingLanguage,
  from: commitment.from,
  until: commitment.until,
  content: commitment.content,
  parties: [...parties]
    .sort((a, b) => a.position - b.position)
    .map(({ position, side, name, businessId }) => ({ position, side, name, businessId })),
})

/** Who is acting, as far as signing asks: a role and what it is for. */
export type Signer = {
  role: string
  accountId: string
  areaId: number | null
  /** Of the unit or site that somebody works for. */
  organisationId: number | null
}

/**
 * Whether somebody with an account may sign for a party: the centre for itself, a coordinator for the area, its county or
 * municipality (their employers), an issuer or venue for the organisation they work in. That they have the right to,
 * they state themselves when they sign.
 */
export const maySignFor = (
  signer: Signer,
  party: Pick<Party, 'side' | 'organisationId'>,
  areaId: number | null,
): boolean => {
  if (signer.role === 'centre') return party.side === 'centre'
  if (signer.role === 'coordinator')
    return ['area', 'county', 'municipality'].includes(party.side) && signer.areaId === areaId
  return (
    (signer.role === 'issuer' || signer.role === 'venue') &&
    party.organisationId !== null &&
    signer.organisationId === party.organisationId
  )
}

/** Why a signature is refused; null when it may be given. `seen` is the version whose text the signer read. */
export const signingRefusal = (
  commitment: Pick<Commitment, 'state' | 'versionHash' | 'answerUntil'>,
  party: Pick<Party, 'id' | 'signedAt'>,
  parties: readonly Pick<Party, 'id' | 'signedBy'>[],
  wanted: { seen: string; account: string | null; today: Day },
): SigningRefusal | null => {
  if (commitment.state === 'draft' || commitment.state === 'cancelled') return 'withdrawn'
  if (commitment.state === 'declined') return 'declined'
  if (party.signedAt !== null) return 'signed-already'
  if (commitment.state === 'expired' || commitment.answerUntil < wanted.today) return 'too-late'
  if (commitment.versionHash !== wanted.seen) return 'text-changed'
  if (wanted.account !== null && parties.some((other) => other.signedBy === wanted.account))
    return 'signed-for-another'
  return null
}
export type SigningRefusal =
  | 'withdrawn'
  | 'declined'
  | 'signed-already'
  | 'too-late'
  | 'text-changed'
  | 'signed-for-another'

/** How many of its parties have signed. */
export const signedCount = (parties: readonly Pick<Party, 'signedAt'>[]): number =>
  parties.filter(({ signedAt }) => signedAt !== null).length
