import { createHash, createHmac } from 'node:crypto'
import type { Limit } from '../accounts/rules.ts'
import type { Day } from '../lib/dates.ts'

/** Where the holder answers: on the office's screen turned to them, or on their own phone by a link. */
export const ways = ['screen', 'phone'] as const
export type Way = (typeof ways)[number]

const answeringMinutes: Record<Way, number> = { screen: 60, phone: 24 * 60 }

/** Until when a round can be answered: a link for a day, the office's screen while the holder sits there. */
export const answeringEnd = (way: Way, now: Date): Date =>
  new Date(now.getTime() + answeringMinutes[way] * 60_000)

/**
 * The token of a round's link: 256 bits that follow from its id and the secret of the key file, so that the page with
 * the link can be opened again and nothing that is stored lets anybody in.
 */
export const tokenOf = (secret: Uint8Array, round: string): string =>
  createHmac('sha256', secret).update(`kaiku-wellbeing\0${round}`).digest('base64url')

/** What the database is shown of a token or of a browser's bond: it keeps the hash of this. */
export const proofOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/**
 * Links that lead nowhere: 20 from a network, then one every three minutes. One that exists takes nothing, so that no
 * row bears the moment of an answer. The name is a keyed hash: nobody without the key file finds the network by trying.
 */
export const guessLimits = (key: Uint8Array, network: string): Limit[] => {
  const name = createHmac('sha256', key).update(`kk-wellbeing-v1\0network\0${network}`).digest('base64url')
  return [{ bucket: `wellbeing network ${name}`, size: 20, perHour: 20 }]
}

/** One text in each language that it has. */
export type Texts = Readonly<Record<string, string>>

/** @param falls the language that is shown where the wanted one is missing; English always is there */
export const textIn = (texts: Texts, language: string, falls: string): string =>
  texts[language] ?? texts[falls] ?? texts.en ?? ''

/** A set of questions. `scoring.reversed`: items where much is bad. `total`: null where the makers intend none. */
export type Instrument = {
  name: string
  version: string
  validFrom: string
  isPlaceholder: boolean
  source: string
  licence: string
  scale: readonly { points: number; labels: Texts }[]
  scoring: { reversed: number[]; total: { atLeast: number } | null }
  lead: Texts
  items: readonly Texts[]
}

/** What an issuer may know of a round. */
export type Round = {
  id: string
  wave: number
  way: Way
  language: string
  isOpened: boolean
  begunAt: Date
  expiresAt: Date
  finishedAt: Date | null
  endedAt: Date | null
}

export type RoundState = 'answered' | 'waiting' | 'opened' | 'ended'

/** Answered, not yet, or ended: nothing of what was answered. */
export const roundState = (round: Round, now: Date): RoundState => {
  if (round.finishedAt) return 'answered'
  if (round.endedAt || round.expiresAt <= now) return 'ended'
  return round.isOpened ? 'opened' : 'waiting'
}

/** A round as its link finds it. `isHere`: it was opened by the very browser that asks. */
export type OpenRound = {
  id: string
  instrumentId: number
  way: Way
  language: string
  /** Told on the office's screen alone, for the way back. */
  cardId: number | null
  expiresAt: Date
  isOpened: boolean
  isHere: boolean
  isFinished: boolean
  isEnded: boolean
}

export type LinkState = 'finished' | 'ended' | 'elsewhere' | 'here' | 'fresh'

/** What a link shows to the browser that follows it. */
export const linkState = (round: OpenRound, now: Date): LinkState => {
  if (round.isFinished) return 'finished'
  if (round.isEnded || round.expiresAt <= now) return 'ended'
  if (!round.isOpened) return 'fresh'
  return round.isHere ? 'here' : 'elsewhere'
}

export type AskProblem = 'card-closed' | 'answered' | 'consent-missing'

/** Why no round begins on a card, or null. The database holds to the same (migration 0013). */
export const askProblem = (
  facts: { isRegistered: boolean; isAnswered: boolean; hasConsent: boolean },
  agrees: boolean,
): AskProblem | null => {
  if (!facts.isRegistered) return 'card-closed'
  if (facts.isAnswered) return 'answered'
  return facts.hasConsent || agrees ? null : 'consent-missing'
}

/** A mean before and after, of the same people, as of a day; null where it is hidden. `item` 0 is the total. */
export type PublishedMean = {
  instrumentId: number
  item: number
  wave: number
  countedOn: Day
  persons: number | null
  before: number | null
  after: number | null
}

/** The day of the newest of them; null while nothing is published. */
export const latestDay = (means: readonly PublishedMean[]): Day | null =>
  means.reduce<Day | null>(
    (latest, { countedOn }) => (latest === null || countedOn > latest ? countedOn : latest),
    null,
  )
