import { askedKey, holderOf } from '../accounts/key-queries.ts'
import { takeToken } from '../accounts/limit-queries.ts'
import { secondsToWait } from '../accounts/rules.ts'
import type { ReadCode } from '../codes/rules.ts'
import type { Call } from '../web/endpoint.ts'
import { problem } from '../web/problem.ts'
import { type AskedUse, type Found, findForUse, missesOfProgram } from './queries.ts'
import { codeToFind } from './rules.ts'

/** Guesses of codes: a program that keeps missing has to wait, whichever key it shows. Ticket shops mistype; programs that guess do not get far. */
export const missesPerHour = 60
export const waitFirst = (seconds: number) => problem('rate-limited', { retryAfter: seconds })

export const countMiss = async (call: Call) => {
  const seconds = await takeToken(
    call.db,
    missesOfProgram(call.client.clientId),
    missesPerHour,
    missesPerHour,
    call.now,
  )
  if (seconds > 0) throw waitFirst(seconds)
}

/** What no card can have as its code, or null. */
export const noMatch = (kind: ReadCode['problem']) =>
  kind === 'empty' || kind === 'too-long' || kind === 'identity-code' ? kind : null

/** A site that is not the key's own does not exist for it. */
export const noSuchSite = () => problem('not-found', { detail: 'This key has no such site' })

/** What is known of a card and of a site that the key may ask about. */
export type FoundHere = Found & { site: NonNullable<Found['site']> }

/**
 * Whose key it is, and what the register knows, in one statement.
 * Without an event's name two visits look alike to a ticket system, and its key already tells a repeat from
 * another use: so only a repeat for a named event is asked about.
 */
export const find = async (
  call: Call,
  code: ReadCode,
  asked: AskedUse,
): Promise<FoundHere & { wait: number }> => {
  const key = askedKey(call.bearer)
  if (!key) throw problem('unauthorized')
  const named = { code: codeToFind(code, asked.at, call.now), keys: call.keys }
  const found = await findForUse(call.db, named, { key, now: call.now }, asked)
  call.admit(found.key && (await holderOf(call.db, found.key, key, call.now)))
  const { site } = found
  if (!site) throw noSuchSite()
  const recent = asked.event === null ? null : found.recent
  return { ...found, site, recent, wait: secondsToWait(found.misses, missesPerHour, call.now) }
}
