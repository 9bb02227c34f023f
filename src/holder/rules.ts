import { createHmac } from 'node:crypto'
import type { Limit } from '../accounts/rules.ts'
import { type ReadCode, readCode } from '../codes/rules.ts'
import type { Day } from '../lib/dates.ts'
import type { Category } from '../network/rules.ts'

/** What the holder sees of a card: of its uses how many, never where or when. */
export type HolderCard = {
  validUntil: Day
  children: number
  /** The municipality of the unit that gave the card. */
  nameFi: string
  nameSv: string | null
  uses: { category: Category; thisYear: number; inAll: number }[]
}

/** The last thirty days are told apart, as on the issuer's list. */
const soonDays = 30

const daysBetween = (from: Day, until: Day) =>
  Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

export type Standing = { is: 'valid' } | { is: 'expiring'; days: number } | { is: 'expired' }

/** Whether a card works, and in how many days it ceases to when that is near: 0 on its last day. */
export const standingOn = (validUntil: Day, today: Day): Standing => {
  const days = daysBetween(today, validUntil)
  if (days < 0) return { is: 'expired' }
  return days <= soonDays ? { is: 'expiring', days } : { is: 'valid' }
}

export type CodeProblem = 'code-empty' | 'code-long' | 'identity-code' | 'code-check' | 'code-legacy'

const readingProblems: Record<NonNullable<ReadCode['problem']>, CodeProblem> = {
  empty: 'code-empty',
  'too-long': 'code-long',
  'identity-code': 'identity-code',
  'too-short': 'code-check',
  check: 'code-check',
}

/**
 * Only codes of new cards can be asked for: there are so many that none is found by guessing. A legacy code is told so
 * before the register is asked, so that the answer is the same whether a card has it or not.
 */
export const codeProblem = (typed: string): CodeProblem | null => {
  const { fresh, problem } = readCode(typed)
  if (fresh !== null) return null
  return problem === null ? 'code-legacy' : readingProblems[problem]
}

/** Which network, which machine in it (a keyed hash) and which code a try comes from; none is kept as it is. */
export type Try = { network: string; caller: string; codeHash: Buffer }

/**
 * How many wrong pairs are let through; a right one costs nothing and leaves no trace.
 * - `caller`: 10, then one every 6 minutes
 * - `network`: 60, then one a minute, so that one machine that guesses does not shut its neighbours out
 * - `card`: 5, then 5 in three days, whether or not a card has the code: so it tells nothing. It is filled at midnight
 *   (UTC), so that the row bears a day only, and not the instant that the network's row bears
 * - `everybody`: 300 an hour; past that nobody is shut out, but each network has one wrong pair an hour (`crowded`)
 * Past any of them a right pair waits as well: what it would be told is what a guesser would learn.
 * The names are keyed hashes, and the code's is another than the register's: no row here leads to a card or a network.
 */
export const limitsOf = (key: Uint8Array, { network, caller, codeHash }: Try) => {
  const named = (kind: string, what: Uint8Array | string) =>
    `holder ${kind} ${createHmac('sha256', key).update(`kk-holder-v1\0${kind}\0`).update(what).digest('base64url')}`
  return {
    caller: { bucket: named('caller', caller), size: 10, perHour: 10 },
    network: { bucket: named('network', network), size: 60, perHour: 60 },
    card: { bucket: named('card', codeHash), size: 5, perHour: 5 / 72 },
    everybody: { bucket: 'holder everybody', size: 300, perHour: 300 },
    crowded: { bucket: named('crowded', network), size: 1, perHour: 1 },
  } satisfies Record<string, Limit>
}

const dayLength = 86_400_000

/** The beginning of the day in UTC: the clock of a card's own limit. */
export const dayStart = (now: Date): Date => new Date(Math.floor(now.getTime() / dayLength) * dayLength)

/** Seconds until the next one. Every day brings a card's limit more than one try. */
export const untilNextDay = (now: Date): number =>
  Math.ceil((dayStart(now).getTime() + dayLength - now.getTime()) / 1000)
