import type { Write } from '../db/db.ts'
import { canWait } from '../unrecognised/rules.ts'
import type { Call } from '../web/endpoint.ts'
import { ApiProblem, problem } from '../web/problem.ts'
import { type FoundHere, missesPerHour, noSuchSite, waitFirst } from './asking.ts'
import { beginBatch, type NewRecord, replaysOf } from './batch-queries.ts'
import { refused } from './problems.ts'
import type { Found } from './queries.ts'
import { type Asked, formRefusal, useOf } from './record.ts'
import type { Recorded } from './record-queries.ts'
import type { Register } from './register.ts'
import { refusalOf, type UseRefusal } from './rules.ts'

/** What became of a use that somebody wanted recorded. */
export type Outcome = ApiProblem | { status: number; answer: unknown; replayed: boolean }
export type Settled = { outcomes: Map<Asked, Outcome>; misses: number }

/** So often a card may change between the question and the record. */
const attempts = 3

const outcomeOf = (recorded: Exclude<Recorded, { outcome: 'card-changed' }>): Outcome =>
  recorded.outcome === 'key-reused'
    ? problem('idempotency-key-reused-with-other-body')
    : { status: recorded.status, answer: recorded.answer, replayed: recorded.outcome === 'replayed' }

/** What was answered to the same keys before, and is answered again whatever the rules say today. */
const answeredBefore = async (db: Write, asked: readonly Asked[]): Promise<Map<Asked, Outcome>> => {
  const kept = await replaysOf(
    db,
    asked[0]!.by.owner,
    asked.map(({ by }) => by),
  )
  return new Map(
    asked.flatMap((one) => {
      const known = kept.get(one.by.key)
      if (!known) return []
      return [[one, outcomeOf(known.same ? { ...known, outcome: 'replayed' } : { outcome: 'key-reused' })]]
    }),
  )
}

/** Those that are open, each card once: for its second use it is asked about anew, when the first one stands. */
const nextRound = (asked: readonly Asked[], outcomes: Map<Asked, Outcome>): Asked[] => {
  const cards = new Set<string>()
  return asked.filter((one) => {
    const card = one.code.fresh ?? one.code.legacy
    if (outcomes.has(one) || cards.has(card)) return false
    cards.add(card)
    return true
  })
}

type Verdict = ApiProblem | { found: FoundHere; refusal: UseRefusal | null }

const judge = (one: Asked, known: Found | ApiProblem, now: Date): Verdict => {
  if (known instanceof ApiProblem) return known
  const { site } = known
  if (!site) return noSuchSite()
  const found = { ...known, site }
  return formRefusal(one) ?? { found, refusal: refusalOf(found, one.wanted, now) }
}

/**
 * Settles what one request wants recorded, in its transaction: what was answered before gets that answer again, the rest
 * is judged by the same rules as a use that comes alone. All cards of a round are asked about in one statement and their
 * uses recorded in another.
 */
export const settle = async (
  db: Write,
  call: Call,
  register: Register,
  asked: readonly Asked[],
): Promise<Settled> => {
  await beginBatch(db)
  const outcomes = await answeredBefore(db, asked)
  const open = asked.filter((one) => !outcomes.has(one))
  if (open.length > 0) await register.hold(db, call, open)
  const tries = new Map<Asked, number>()
  const guesses = await register.guesses(db, call)
  let misses = 0

  const accept = (one: Asked, recorded: Recorded | undefined) => {
    const tried = (tries.get(one) ?? 0) + 1
    tries.set(one, tried)
    if (recorded && recorded.outcome !== 'card-changed') outcomes.set(one, outcomeOf(recorded))
    else if (tried === attempts) outcomes.set(one, problem('unavailable', { retryAfter: 1 }))
  }

  const refuse = async (one: Asked, found: FoundHere, refusal: UseRefusal) => {
    if (refusal === 'card-unknown') misses++
    if (!one.body.given || !canWait(found, one.wanted, call.now))
      return outcomes.set(one, refused(refusal, found))
    const kept = await register.keep(db, call, one, found, refusal).catch(problemOnly)
    return kept instanceof ApiProblem ? outcomes.set(one, kept) : accept(one, kept)
  }

  for (let round = nextRound(asked, outcomes); round.length > 0; round = nextRound(asked, outcomes)) {
    const known = await register.find(db, call, round)
    const allowed = new Map<Asked, NewRecord>()
    for (const [index, one] of round.entries()) {
      // Else a guesser with no try left would go on in the same batch and see only the hits.
      const missing = misses - guesses
      const verdict =
        missing >= 0 ? waitFirst((missing + 1) * (3600 / missesPerHour)) : judge(one, known[index]!, call.now)
      if (verdict instanceof ApiProblem) outcomes.set(one, verdict)
      else if (verdict.refusal) await refuse(one, verdict.found, verdict.refusal)
      else allowed.set(one, { ...one.by, code: one.code, ...useOf(one, verdict.found, call.now) })
    }
    const recorded = allowed.size > 0 ? await register.record(db, call, [...allowed.values()]) : new Map()
    for (const one of allowed.keys()) accept(one, recorded.get(one.by.key))
  }
  return { outcomes, misses }
}

const problemOnly = (error: unknown): ApiProblem => {
  if (error instanceof ApiProblem) return error
  throw error
}
