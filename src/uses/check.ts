import type { z } from 'zod'
import { readCode } from '../codes/rules.ts'
import { writeAudit } from '../web/audit.ts'
import type { Call } from '../web/endpoint.ts'
import { inEvery, type Message } from '../web/problem.ts'
import { countMiss, find, noMatch, waitFirst } from './asking.ts'
import { refusalText } from './explain-words.ts'
import type { CardCheckBody } from './forms.ts'
import { remainingTold } from './limit-rules.ts'
import { malformedMessage } from './problems.ts'
import type { Found } from './queries.ts'
import { type Acquisition, refusalOf, type UseRefusal } from './rules.ts'
import { validText } from './words.ts'

type Check = z.output<typeof CardCheckBody>

/** Every look at a single card is told, whoever looks. */
const auditCheck = ({ db, client, now }: Call, card: number, refusal: UseRefusal | null) =>
  writeAudit(db, {
    ...{ at: now, actor: `key:${client.keyId}`, role: null, permission: 'cards.check' },
    ...{ outcome: 'done', subject: { card, refusal } },
  })

/** Never more about the holder than this: valid or not, until when, how many children. */
const decision = (reason: string | null, found: Found | null, message: Message) => {
  const card = found?.card?.state === 'registered' ? found.card : undefined
  return {
    allowed: reason === null,
    reason,
    validUntil: card?.validUntil ?? null,
    children: card?.children ?? null,
    remaining: card ? remainingTold(found!.limit, reason) : null,
    message,
  }
}

const answered = (body: ReturnType<typeof decision>) => ({ status: 200, body }) as const

/** What was asked, as the rules judge it. */
export const wantedOf = (body: Check, now: Date): Acquisition => ({
  ...body,
  usedAt: body.usedAt ? new Date(body.usedAt) : now,
  overrideReason: null,
  confirmDuplicate: false,
})

/** The decision on what was found, in words of every language. */
export const decide = (found: Found, refusal: UseRefusal | null) => {
  const message = inEvery((language) =>
    refusal ? refusalText(language, refusal, found) : validText(language, found),
  )
  return answered(decision(refusal, found, message))
}

/** The decision on a code that no card can have; null when one could. */
export const decideCode = (code: ReturnType<typeof readCode>) => {
  const kind = noMatch(code.problem)
  return kind && answered(decision('card-code-malformed', null, malformedMessage(kind)))
}

/** Whether tickets can be given on a card. Nothing is recorded, but that somebody has looked. */
export const check = async (call: Call, body: Check) => {
  const code = readCode(body.code)
  const wanted = wantedOf(body, call.now)
  const { siteId, kind, eventId: event = null } = body
  const found = await find(call, code, { siteId, kind, event, at: wanted.usedAt })
  if (found.wait > 0) throw waitFirst(found.wait)
  const noCode = decideCode(code)
  if (noCode) return noCode
  const refusal = refusalOf(found, wanted, call.now)
  if (refusal === 'card-unknown') await countMiss(call)
  else if (found.card) await auditCheck(call, found.card.id, refusal)
  return decide(found, refusal)
}
