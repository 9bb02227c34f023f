import { createHash } from 'node:crypto'
import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import { takeToken } from '../accounts/queries.ts'
import { type ReadCode, readCode } from '../codes/rules.ts'
import { type Call, type Endpoint, endpoint } from '../web/endpoint.ts'
import { inEvery, problem } from '../web/problem.ts'
import { CardCheckBody, UseBody } from './forms.ts'
import { malformed, malformedMessage, refused } from './problems.ts'
import { type Found, findForUse, recordUse, replayOf } from './queries.ts'
import { type Acquisition, refusalOf, usedOn } from './rules.ts'
import { refusalText, validText } from './words.ts'

/** Guesses of codes: a key that keeps missing has to wait. Ticket shops mistype; programs that guess do not get far. */
const missesAtOnce = 60
const missesPerHour = 60

const countMiss = async ({ db, client, now }: Call) => {
  const wait = await takeToken(db, `card-miss:${client.keyId}`, missesAtOnce, missesPerHour, now)
  if (wait > 0) throw problem('rate-limited', { retryAfter: wait })
}

const noMatch = (kind: ReadCode['problem']) =>
  kind === 'empty' || kind === 'too-long' || kind === 'identity-code' ? kind : null

/**
 * A site that is not the key's own does not exist for it.
 * Without an event's name two visits look alike to a ticket system, and its key already tells a repeat from
 * another use: so only a repeat for a named event is asked about.
 */
const find = async (
  call: Call,
  code: ReadCode,
  asked: { siteId: number; event: string | null; at: Date },
) => {
  const found = await findForUse(call.db, { code, keys: call.keys }, call.client.scope, asked)
  if (!found.site) throw problem('not-found', { detail: 'This key has no such site' })
  return { card: found.card, site: found.site, recent: asked.event === null ? null : found.recent }
}

const check = async (call: Call, body: z.output<typeof CardCheckBody>) => {
  const code = readCode(body.code)
  const usedAt = body.usedAt ? new Date(body.usedAt) : call.now
  const found = await find(call, code, { siteId: body.siteId, event: body.eventId ?? null, at: usedAt })
  const kind = noMatch(code.problem)
  if (kind)
    return { status: 200, body: decision('card-code-malformed', null, malformedMessage(kind)) } as const
  const wanted: Acquisition = { ...body, usedAt, overrideReason: null, confirmDuplicate: false }
  const refusal = refusalOf(found, wanted, call.now)
  if (refusal === 'card-unknown') await countMiss(call)
  const message = inEvery((language) =>
    refusal ? refusalText(language, refusal, found) : validText(language, found),
  )
  return { status: 200, body: decision(refusal, found, message) } as const
}

/** Never more about the holder than this: valid or not, until when, how many children. */
const decision = (reason: string | null, found: Found | null, message: Record<string, string>) => {
  const card = found?.card?.state === 'registered' ? found.card : undefined
  return {
    allowed: reason === null,
    reason,
    validUntil: card?.validUntil ?? null,
    children: card?.children ?? null,
    remaining: null,
    message,
  }
}

const record = async (call: Call, body: z.output<typeof UseBody>) => {
  const by = { owner: `key:${call.client.keyId}`, key: call.idempotencyKey }
  const bodyHash = createHash('sha256').update(call.bodyText).digest()
  const code = readCode(body.code)
  const usedAt = body.usedAt ? new Date(body.usedAt) : call.now
  const event = body.event ?? null
  for (let attempt = 0; attempt < 3; attempt++) {
    const found = await find(call, code, { siteId: body.siteId, event, at: usedAt })
    const wanted: Acquisition = { ...body, usedAt, overrideReason: body.overrideReason ?? null }
    const kind = noMatch(code.problem)
    const refusal = refusalOf(found, wanted, call.now)
    if (kind || refusal) {
      // The known key is answered before any rule: the card may have expired since the first answer.
      const replay = await replayOf(call.db, by.owner, by.key, bodyHash)
      if (replay) return replied(replay)
      if (kind) throw malformed(kind)
      if (refusal === 'card-unknown') await countMiss(call)
      throw refused(refusal!, found)
    }
    const id = newId({ msecs: call.now.getTime() })
    const category = body.category ?? found.site.category
    const { siteId, adults, children, companions, kind: useKind } = body
    const answer = {
      id,
      ...{ siteId, usedOn: usedOn(wanted), usedAt: usedAt.toISOString(), receivedAt: call.now.toISOString() },
      ...{ adults, children, companions, category, kind: useKind, event },
    }
    const use = {
      ...wanted,
      id,
      card: found.card!,
      siteId,
      category,
      kind: useKind,
      event,
      source: 'api' as const,
    }
    const recording = {
      ...by,
      bodyHash,
      status: 201,
      answer,
      now: call.now,
      actor: by.owner,
      role: null,
      audited: true,
    }
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
  return { status: recorded.status as 201, body: recorded.answer, headers }
}

export const endpoints: Endpoint[] = [
  endpoint('/api/v1/card-checks', 'cards.check', CardCheckBody, check),
  endpoint('/api/v1/uses', 'uses.create', UseBody, record, { idempotent: true }),
]
