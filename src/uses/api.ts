import { createHash } from 'node:crypto'
import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import { askedKey, holderOf } from '../accounts/key-queries.ts'
import { takeToken } from '../accounts/limit-queries.ts'
import { secondsToWait } from '../accounts/rules.ts'
import { type ReadCode, readCode } from '../codes/rules.ts'
import { keepsSince } from '../unrecognised/choice-queries.ts'
import { findWaitingNear, hashedCode, keepTicket } from '../unrecognised/queries.ts'
import { canWait, isOffline } from '../unrecognised/rules.ts'
import { writeAudit } from '../web/audit.ts'
import { type Call, type Endpoint, endpoint } from '../web/endpoint.ts'
import { inEvery, problem } from '../web/problem.ts'
import { replayOf } from './answer-queries.ts'
import { DecisionAnswer, UseAnswer, WaitingAnswer } from './answers.ts'
import { refusalText } from './explain-words.ts'
import { CardCheckBody, UseBody } from './forms.ts'
import { remainingOf } from './limit-rules.ts'
import { malformed, malformedMessage, refused, useProblems } from './problems.ts'
import { type AskedUse, type Found, findForUse, missesOfKey, recordUse } from './queries.ts'
import { type Acquisition, exceedsOf, refusalOf, type UseRefusal, usedOn } from './rules.ts'
import { validText } from './words.ts'

/** Guesses of codes: a key that keeps missing has to wait. Ticket shops mistype; programs that guess do not get far. */
const missesPerHour = 60
const waitFirst = (seconds: number) => problem('rate-limited', { retryAfter: seconds })

const countMiss = async (call: Call) => {
  const seconds = await takeToken(
    call.db,
    missesOfKey(call.client.keyId),
    missesPerHour,
    missesPerHour,
    call.now,
  )
  if (seconds > 0) throw waitFirst(seconds)
}

const noMatch = (kind: ReadCode['problem']) =>
  kind === 'empty' || kind === 'too-long' || kind === 'identity-code' ? kind : null

/**
 * Whose key it is, and what the register knows, in one statement. A site that is not the key's own does not exist for it.
 * Without an event's name two visits look alike to a ticket system, and its key already tells a repeat from
 * another use: so only a repeat for a named event is asked about.
 */
const find = async (call: Call, code: ReadCode, asked: AskedUse) => {
  const key = askedKey(call.bearer)
  if (!key) throw problem('unauthorized')
  const found = await findForUse(call.db, { code, keys: call.keys }, { key, now: call.now }, asked)
  call.admit(found.key && (await holderOf(call.db, found.key, key, call.now)))
  const { card, site, misses, home, exception, limit } = found
  if (!site) throw problem('not-found', { detail: 'This key has no such site' })
  const recent = asked.event === null ? null : found.recent
  return {
    key: found.key,
    card,
    site,
    home,
    exception,
    recent,
    limit,
    misses,
    wait: secondsToWait(misses, missesPerHour, call.now),
  }
}

const check = async (call: Call, body: z.output<typeof CardCheckBody>) => {
  const code = readCode(body.code)
  const usedAt = body.usedAt ? new Date(body.usedAt) : call.now
  const { siteId, kind, eventId: event = null } = body
  const found = await find(call, code, { siteId, kind, event, at: usedAt })
  if (found.wait > 0) throw waitFirst(found.wait)
  const noCode = noMatch(code.problem)
  if (noCode)
    return { status: 200, body: decision('card-code-malformed', null, malformedMessage(noCode)) } as const
  const wanted: Acquisition = { ...body, usedAt, overrideReason: null, confirmDuplicate: false }
  const refusal = refusalOf(found, wanted, call.now)
  if (refusal === 'card-unknown') await countMiss(call)
  else await auditCheck(call, found.card!.id, refusal)
  const message = inEvery((language) =>
    refusal ? refusalText(language, refusal, found) : validText(language, found),
  )
  return { status: 200, body: decision(refusal, found, message) } as const
}

/** Every look at a single card is told, whoever looks. */
const auditCheck = ({ db, client, now }: Call, card: number, refusal: UseRefusal | null) =>
  writeAudit(db, {
    ...{ at: now, actor: `key:${client.keyId}`, role: null, permission: 'cards.check' },
    ...{ outcome: 'done', subject: { card, refusal } },
  })

/** Never more about the holder than this: valid or not, until when, how many children. */
const decision = (reason: string | null, found: Found | null, message: Record<string, string>) => {
  const card = found?.card?.state === 'registered' ? found.card : undefined
  return {
    allowed: reason === null,
    reason,
    validUntil: card?.validUntil ?? null,
    children: card?.children ?? null,
    remaining: card ? remainingOf(found!.limit) : null,
    message,
  }
}

type Use = z.output<typeof UseBody>
type FoundHere = Awaited<ReturnType<typeof find>>

/** Says why not. The known key comes before any rule: the card may have expired since the first answer. */
const refuse = async (call: Call, asked: Asked, found: FoundHere, refusal: UseRefusal | null) => {
  const { code, by, body, wanted } = asked
  const replay = await call.act((db) => replayOf(db, by.owner, by.key, by.bodyHash))
  if (replay) return replay
  if (found.wait > 0) throw waitFirst(found.wait)
  const kind = noMatch(code.problem)
  if (kind) throw malformed(kind)
  if (refusal === 'card-unknown') await countMiss(call)
  if (body.given && canWait(found, wanted, call.now)) return keepGiven(call, asked, found, refusal!)
  throw refused(refusal!, found)
}

/** A ticket that is out of the program's hands, where its site has chosen so or nobody could be asked at the time. */
const keepGiven = async (
  call: Call,
  { code, by, body, wanted }: Asked,
  found: FoundHere,
  refusal: UseRefusal,
) => {
  const { now, client } = call
  const { siteId, kind, event = null } = body
  const { usedAt } = wanted
  const wasOffline = isOffline(usedAt, now)
  if (!wasOffline && (await keepsSince(call.db, siteId)) === null) throw refused(refusal, found)
  const asked = { check: null, code: hashedCode(call.keys, code) }
  const id = newId({ msecs: now.getTime() })
  const category = body.category ?? found.site.category
  const source = wasOffline ? ('offline' as const) : ('api' as const)
  const who = { actor: `key:${client.keyId}`, role: null, audited: true, proof: client.proof }
  return call.act(async (db) => {
    const recent =
      event && !wanted.confirmDuplicate && (await findWaitingNear(db, asked, { siteId, event, usedAt }))
    if (recent) throw refused('duplicate-suspected', { ...found, recent })
    const ticket = { ...wanted, id, siteId, kind, event, eventOn: null, category, source }
    const answer = { id, state: 'unrecognised' }
    const kept = await keepTicket(db, ticket, asked, { ...by, status: 202, answer, now, ...who })
    if (kept.outcome === 'erased') throw refused(refusal, found)
    return kept
  })
}

type Key = { owner: string; key: string; bodyHash: Buffer }
type Asked = { code: ReadCode; by: Key; body: Use; wanted: Acquisition }
const keyOf = ({ client, idempotencyKey, bodyText }: Call): Key => ({
  owner: `key:${client.clientId}`,
  key: idempotencyKey,
  bodyHash: createHash('sha256').update(bodyText).digest(),
})

/** The use as it is kept, and as the answer tells it: the code is in neither. */
const useOf = (body: Use, wanted: Acquisition, found: FoundHere, now: Date) => {
  const { siteId, adults, children, companions, kind } = body
  const exceeds = exceedsOf(found, wanted) !== null
  const said = { siteId, adults, children, companions, kind, event: body.event ?? null }
  const id = newId({ msecs: now.getTime() })
  const category = body.category ?? found.site.category
  const times = { usedOn: usedOn(wanted), usedAt: wanted.usedAt.toISOString(), receivedAt: now.toISOString() }
  return {
    use: {
      ...wanted,
      ...said,
      ...{ id, category, card: found.card!, limit: found.limit, eventOn: null, source: 'api' as const },
      overrideReason: exceeds ? wanted.overrideReason : null,
    },
    answer: { id, ...times, ...said, category },
  }
}

const record = async (call: Call, body: Use) => {
  const { now } = call
  const code = readCode(body.code)
  const usedAt = body.usedAt ? new Date(body.usedAt) : now
  const wanted: Acquisition = { ...body, usedAt, overrideReason: body.overrideReason ?? null }
  for (let attempt = 0; attempt < 3; attempt++) {
    const { siteId, kind, event = null } = body
    const found = await find(call, code, { siteId, kind, event, at: usedAt })
    const by = keyOf(call)
    const refusal = refusalOf(found, wanted, now)
    if (refusal || found.wait > 0 || noMatch(code.problem)) {
      const answer = await refuse(call, { code, by, body, wanted }, found, refusal)
      if (answer.outcome === 'card-changed') continue
      return replied(answer)
    }
    const { use, answer } = useOf(body, wanted, found, now)
    const who = { actor: `key:${call.client.keyId}`, role: null, audited: true, proof: call.client.proof }
    const recording = { ...by, status: 201, answer, now, ...who }
    const recorded = await recordUse(call.db, use, recording)
    if (recorded.outcome !== 'card-changed') return replied(recorded)
  }
  throw problem('unavailable', { retryAfter: 1 })
}

const replied = (recorded: Awaited<ReturnType<typeof recordUse>>) => {
  if (recorded.outcome === 'key-reused') throw problem('idempotency-key-reused-with-other-body')
  if (recorded.outcome === 'card-changed') throw problem('unavailable', { retryAfter: 1 })
  const headers: Record<string, string> =
    recorded.outcome === 'replayed' ? { 'idempotency-replayed': 'true' } : {}
  return { status: recorded.status as 201 | 202, body: recorded.answer, headers }
}

export const endpoints: Endpoint[] = [
  endpoint({
    path: '/api/v1/card-checks',
    permission: 'cards.check',
    summary: 'Says whether tickets can be given on a card, and why not. Nothing is recorded.',
    body: CardCheckBody,
    answers: { 200: { what: 'The decision, whatever it is.', schema: DecisionAnswer } },
    findsKey: true,
    run: check,
  }),
  endpoint({
    path: '/api/v1/uses',
    permission: 'uses.create',
    summary: 'Records tickets that were given on a card.',
    body: UseBody,
    answers: {
      201: { what: 'The use is recorded.', schema: UseAnswer },
      202: { what: 'The ticket waits until its card is registered.', schema: WaitingAnswer },
    },
    problems: Object.keys(useProblems),
    idempotent: true,
    findsKey: true,
    run: record,
  }),
]
