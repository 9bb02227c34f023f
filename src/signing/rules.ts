import { createHmac } from 'node:crypto'
import type { Limit } from '../accounts/rules.ts'
import { endingMonths, lastDayOf } from '../commitment-lists/rules.ts'
import {
  type BindingLanguage,
  type Commitment,
  maySignFor,
  type Party,
  type Signer,
  signedCount,
  type Texts,
} from '../commitments/rules.ts'
import { addMonths, type Day } from '../lib/dates.ts'

/** How a commitment stands on a day, as its tag says. */
export type Status =
  | { kind: 'draft' | 'declined' | 'expired' | 'cancelled' | 'late' | 'in-force' | 'never' | 'over' }
  | { kind: 'waiting'; missing: number }
  | { kind: 'coming' | 'ends'; on: Day }

type Standing = Pick<Commitment, 'state' | 'from' | 'until' | 'endedOn' | 'answerUntil'>

/** @returns `never` when it was ended before its first day; `late` while it still waits after its last day for signing: nobody can sign it any more */
export const statusOf = (
  { state, from, until, endedOn, answerUntil }: Standing,
  parties: readonly Pick<Party, 'signedAt'>[],
  today: Day,
): Status => {
  if (state === 'waiting')
    return answerUntil < today
      ? { kind: 'late' }
      : { kind: 'waiting', missing: parties.length - signedCount(parties) }
  if (state !== 'signed') return { kind: state }
  const last = lastDayOf({ until, endedOn })
  if (last !== null && last < from) return { kind: 'never' }
  if (last !== null && last < today) return { kind: 'over' }
  if (from > today) return { kind: 'coming', on: from }
  return last !== null && (endedOn !== null || last <= addMonths(today, endingMonths))
    ? { kind: 'ends', on: last }
    : { kind: 'in-force' }
}

/**
 * Whether somebody is asked to sign for a party with their account. A keeper is not for those who sign some other way,
 * though the area's people could; an organisation's own people may sign whichever way was thought of for it.
 */
export const maySignHere = (
  signer: Signer,
  party: Pick<Party, 'side' | 'organisationId' | 'way'>,
  areaId: number | null,
): boolean =>
  maySignFor(signer, party, areaId) &&
  (party.way === 'account' || !['centre', 'coordinator'].includes(signer.role))

/** A text in the wanted language, or in the binding one where it was not written in that. */
export const textIn = (
  texts: Texts,
  wanted: BindingLanguage,
  binding: BindingLanguage,
): { lang: BindingLanguage; text: string } =>
  texts[wanted].trim() === ''
    ? { lang: binding, text: texts[binding] }
    : { lang: wanted, text: texts[wanted] }

/** The lines of a text that has one thing a line. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Which sentence of having the right was ticked, and which of its editions: it stands in the evidence. */
export const statements = { right: 'right-1', paper: 'paper-1' } as const

/** When a paper can have been signed: between the day it was sent and today. */
export const paperDayProblem = (
  signedOn: Day,
  sentOn: Day,
  today: Day,
): 'signedOn-future' | 'signedOn-before' | null => {
  if (signedOn > today) return 'signedOn-future'
  return signedOn < sentOn ? 'signedOn-before' : null
}

/** A hash for eyes: in groups of eight. */
export const inGroups = (hash: string): string => (hash.match(/.{1,8}/g) ?? []).join(' ')

/** A reason that says something: characters. */
export const shortestReason = 10

/** What one network may try: codes, right or wrong, and tokens that lead nowhere. */
export const linkLimits = (key: Uint8Array, network: string, what: 'codes' | 'tokens'): Limit[] => {
  const name = createHmac('sha256', key).update(`kk-signing-v1\0${what}\0${network}`).digest('base64url')
  const most = what === 'codes' ? 30 : 20
  return [{ bucket: `signing ${what} ${name}`, size: most, perHour: most }]
}
/** Letters with a new link that a party may be sent. */
export const linksPerHour = 6
/** Papers that one person may take in. */
export const scansPerHour = 60

/** Kinds of file that a paper is kept as. */
const scanKinds = ['pdf', 'jpeg', 'png'] as const
export type ScanKind = (typeof scanKinds)[number]
export const isScanKind = (kind: string): kind is ScanKind => scanKinds.some((one) => one === kind)

/** Whatever else was wrong in a form: the text that it was filled in for is another by now. */
export const otherText = (
  { values }: { values: Record<string, string> },
  version: string,
  problem: string,
) => (values.version === undefined || values.version === version ? {} : { version: problem })
