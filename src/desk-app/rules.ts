import {
  canonicalLegacy,
  canonicalNew,
  formatCode,
  fromScan,
  isNewCode,
  suggestCode,
} from '../codes/shape-rules.ts'
import { looksLikeIdentityCode } from '../lib/identity-code.ts'

/** What is known of a code without asking anybody. */
export type DeviceCode = {
  /** As it is sent. Empty when there is nothing to look up. */
  code: string
  /** A new-style code whose check characters hold. */
  isSound: boolean
  problem: 'empty' | 'too-short' | 'too-long' | 'check' | 'identity-code' | null
  /** What was probably meant: only ever a question. */
  meant: string | null
}

const longest = 40
const newLength = 10

/** The shape of a new-style code with a slip in it; the codes of old cards have any length and letters. */
const slipOf = (canonical: string): DeviceCode['problem'] => {
  if (!/^[0-9A-HJKMNP-TV-Z]*$/.test(canonical)) return null
  if (canonical.length === newLength) return 'check'
  return canonical.length === newLength - 1 || canonical.length === newLength - 2 ? 'too-short' : null
}

/** Reads what was typed or scanned, as the server does (`readCode`), so that the two agree while there is no network. */
export const readOnDevice = (typed: string): DeviceCode => {
  const text = fromScan(typed)
  const none = (problem: DeviceCode['problem']): DeviceCode => ({
    code: '',
    isSound: false,
    problem,
    meant: null,
  })
  if (looksLikeIdentityCode(typed) || looksLikeIdentityCode(text)) return none('identity-code')
  const code = canonicalLegacy(text)
  if (code === '') return none('empty')
  if (code.length > longest) return none('too-long')
  if (isNewCode(code)) return { code: canonicalNew(code), isSound: true, problem: null, meant: null }
  const meant = suggestCode(code)
  return { code, isSound: false, problem: slipOf(canonicalNew(code)), meant: meant && formatCode(meant) }
}

export const mostTickets = 100

/** A chip, or the number beside it; null when it is no number of tickets. */
export const amountOf = (chip: string, written: string): number | null => {
  const text = chip === 'other' ? written.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '') : chip
  return /^\d{1,3}$/.test(text) && Number(text) <= mostTickets ? Number(text) : null
}

const hour = 3_600_000
export type Warning = 'old' | 'veryOld' | 'full'

/**
 * How loudly the desk says that records wait. A browser may forget after seven days without a visit (Safari), and the
 * register takes none after thirty.
 */
export const warningOf = (
  { waiting, oldest }: { waiting: number; oldest: number | null },
  now: number,
): Warning | null => {
  if (waiting >= 1500) return 'full'
  const age = oldest === null ? 0 : now - oldest
  if (age > 7 * 24 * hour) return 'veryOld'
  return age > 24 * hour ? 'old' : null
}

/** The day in Finland. */
export const dayOf = (now: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(now)

/** `days` after a day, as `YYYY-MM-DD`. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * hour).toISOString().slice(0, 10)

/** Days from today to the card's last day when the customer should hear of it (thirty at most), else null. */
export const daysLeft = (validUntil: string, today: string): number | null => {
  const days = (Date.parse(validUntil) - Date.parse(today)) / (24 * hour)
  return days >= 0 && days <= 30 ? days : null
}

/** Keys that follow each other faster than this come from a hand-held scanner, and so many of them are no person's. */
const scannerGap = 80
const scannerKeys = 4

/**
 * Tells a scanner from fingers: a scanner types a code and Enter on whatever screen is open, and its digits must not
 * become children, nor its Enter a record.
 */
export const newKeyWatch = () => {
  let [last, run] = [Number.NEGATIVE_INFINITY, 0]
  return (now: number): boolean => {
    run = now - last <= scannerGap ? run + 1 : 1
    last = now
    return run >= scannerKeys
  }
}
