import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import { type ReadCode, readCode } from '../codes/rules.ts'
import type { Write } from '../db/db.ts'
import { keepsSince } from '../unrecognised/choice-queries.ts'
import { findWaitingNear, hashedCode, keepTicket } from '../unrecognised/queries.ts'
import { canWait, isOffline } from '../unrecognised/rules.ts'
import type { Call } from '../web/endpoint.ts'
import { problem } from '../web/problem.ts'
import { replayOf } from './answer-queries.ts'
import { bodyHashOf } from './answer-rules.ts'
import { countMiss, type FoundHere, find, noMatch, waitFirst } from './asking.ts'
import type { UseBody } from './forms.ts'
import { eventDayRefused, inProgressOr, malformed, refused } from './problems.ts'
import { type NewUse, type Recorded, recordUse } from './record-queries.ts'
import { type Acquisition, eventDayProblem, exceedsOf, refusalOf, type UseRefusal, usedOn } from './rules.ts'

type Use = z.output<typeof UseBody>

/** Under what a use is kept so that the same request sent again records nothing twice. */
type Key = { owner: string; key: string; bodyHash: Buffer }
/** A use that somebody wants recorded, read and ready to be judged. */
export type Asked = { code: ReadCode; by: Key; body: Use; wanted: Acquisition }

/** @param text the request as it came, for telling a replay from another request */
export const askedOf = ({ client, keys, now }: Call, key: string, text: string, body: Use): Asked => {
  const usedAt = body.usedAt ? new Date(body.usedAt) : now
  return {
    code: readCode(body.code),
    by: { owner: `key:${client.clientId}`, key, bodyHash: bodyHashOf(keys, text) },
    body,
    wanted: { ...body, usedAt, overrideReason: body.overrideReason ?? null },
  }
}

/** Who records, for the log and the database. */
export const recorderOf = ({ client, now }: Call) => ({
  ...{ now, actor: `key:${client.keyId}`, role: null, audited: true, proof: client.proof },
})

/** The use as it is kept, and as the answer tells it: the code is in neither. */
export const useOf = ({ body, wanted }: Asked, found: FoundHere, now: Date) => {
  const { siteId, adults, children, companions, kind, event = null, eventOn = null } = body
  const exceeds = exceedsOf(found, wanted) !== null
  const said = { siteId, adults, children, companions, kind, event, eventOn }
  const id = newId({ msecs: now.getTime() })
  const category = body.category ?? found.site.category
  const times = { usedOn: usedOn(wanted), usedAt: wanted.usedAt.toISOString(), receivedAt: now.toISOString() }
  const use: NewUse = {
    ...wanted,
    ...said,
    ...{ id, category, card: found.card!, limit: found.limit, source: 'api' },
    overrideReason: exceeds ? wanted.overrideReason : null,
  }
  return { use, answer: { id, ...times, ...said, category } }
}

/** A ticket that is out of the program's hands, where its site has chosen so or nobody could be asked at the time. */
export const keepGiven = async (
  db: Write,
  call: Call,
  { code, by, body, wanted }: Asked,
  found: FoundHere,
  refusal: UseRefusal,
): Promise<Recorded> => {
  const { now } = call
  const { siteId, kind, event = null, eventOn = null } = body
  const { usedAt } = wanted
  const wasOffline = isOffline(usedAt, now)
  if (!wasOffline && (await keepsSince(db, siteId)) === null) throw refused(refusal, found)
  const asked = { check: null, code: hashedCode(call.keys, code) }
  const recent =
    event && !wanted.confirmDuplicate && (await findWaitingNear(db, asked, { siteId, event, usedAt }))
  if (recent) throw refused('duplicate-suspected', { ...found, recent })
  const id = newId({ msecs: now.getTime() })
  const category = body.category ?? found.site.category
  const source = wasOffline ? ('offline' as const) : ('api' as const)
  const ticket = { ...wanted, id, siteId, kind, event, eventOn, category, source }
  const answer = { id, state: 'unrecognised' }
  const kept = await keepTicket(db, ticket, asked, { ...by, status: 202, answer, ...recorderOf(call) })
  if (kept.outcome === 'erased') throw refused(refusal, found)
  return kept
}

/** Why a use is not recorded, before any rule of cards is asked; null when nothing stands against it. */
export const formRefusal = ({ code, body, wanted }: Asked) => {
  const kind = noMatch(code.problem)
  if (kind) return malformed(kind)
  const noDay = body.eventOn === undefined ? null : eventDayProblem(body.eventOn, usedOn(wanted))
  return noDay && eventDayRefused(noDay)
}

/** Says why not. The known key comes before any rule: the card may have expired since the first answer. */
const refuse = async (
  call: Call,
  asked: Asked,
  found: FoundHere & { wait: number },
  refusal: UseRefusal | null,
) => {
  const { by, body, wanted } = asked
  const replay = await call.act((db) => replayOf(db, by.owner, by.key, by.bodyHash))
  if (replay) return replay
  if (found.wait > 0) throw waitFirst(found.wait)
  const early = formRefusal(asked)
  if (early) throw early
  if (refusal === 'card-unknown') await countMiss(call)
  if (body.given && canWait(found, wanted, call.now))
    return call.act((db) => keepGiven(db, call, asked, found, refusal!))
  throw refused(refusal!, found)
}

/** Records one use: a statement to ask, and one to write (docs/decisions/0005). */
export const record = async (call: Call, body: Use) => {
  const { now } = call
  for (let attempt = 0; attempt < 3; attempt++) {
    const code = readCode(body.code)
    const usedAt = body.usedAt ? new Date(body.usedAt) : now
    const { siteId, kind, event = null } = body
    const found = await find(call, code, { siteId, kind, event, at: usedAt })
    const asked = askedOf(call, call.idempotencyKey, call.bodyText, body)
    const refusal = refusalOf(found, asked.wanted, now)
    if (refusal || found.wait > 0 || formRefusal(asked)) {
      const answer = await refuse(call, asked, found, refusal)
      if (answer.outcome === 'card-changed') continue
      return replied(answer)
    }
    const { use, answer } = useOf(asked, found, now)
    const recording = { ...asked.by, status: 201, answer, ...recorderOf(call) }
    const recorded = await recordUse(call.db, use, recording).catch(inProgressOr)
    if (recorded.outcome !== 'card-changed') return replied(recorded)
  }
  throw problem('unavailable', { retryAfter: 1 })
}

/** The answer to one request. @throws ApiProblem where nothing was recorded */
const replied = (recorded: Recorded) => {
  if (recorded.outcome === 'key-reused') throw problem('idempotency-key-reused-with-other-body')
  if (recorded.outcome === 'card-changed') throw problem('unavailable', { retryAfter: 1 })
  const headers: Record<string, string> =
    recorded.outcome === 'replayed' ? { 'idempotency-replayed': 'true' } : {}
  return { status: recorded.status as 201 | 202, body: recorded.answer, headers }
}
