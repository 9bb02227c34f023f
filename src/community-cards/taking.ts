import { unitScopeOf } from '../access.ts'
import { takeToken } from '../accounts/limit-queries.ts'
import { unknownCodeProblem } from '../cards/answer-rules.ts'
import { takeCommunityCard } from '../cards/community-queries.ts'
import { findCardByCode, listPolicies } from '../cards/queries.ts'
import { areaProblem, effectiveUntil, ownUntil, policyOn, unitProblem } from '../cards/rules.ts'
import { findUnit } from '../cards/unit-queries.ts'
import { holdValidity } from '../cards/validity-queries.ts'
import { readCode } from '../codes/rules.ts'
import type { Write } from '../db/db.ts'
import { actorOf } from '../web/audit.ts'
import type { SignedIn } from '../web/visit.ts'
import { takeProblem } from './rules.ts'

/** Wrong codes an hour, an account: the same that registering counts. */
const missesPerHour = 20

export type Taken = { id: number } | { problems: Record<string, string>; keep?: true; sameId?: number }

/**
 * Takes the community card of a code into use, by the rules of the day.
 * @returns its id, or why not; `sameId` where the card of the code is in use already
 */
export const takeIntoUse = async (visit: SignedIn & { db: Write }, typed: string): Promise<Taken> => {
  const { db, user, now, today, keys } = visit
  const scope = unitScopeOf(user)
  const code = readCode(typed)
  const card = await findCardByCode(db, scope, keys, code)
  if (!card?.own) {
    const wait = await takeToken(db, `code-misses:${user.accountId}`, missesPerHour, missesPerHour, now)
    const problem = card ? 'other-unit' : unknownCodeProblem(code)
    return { problems: { code: wait > 0 ? 'too-many-codes' : problem }, keep: true }
  }
  const refusal = takeProblem(card)
  if (refusal === 'in-use') return { problems: { code: refusal }, sameId: card.id }
  await holdValidity(db)
  const unit = await findUnit(db, scope, today)
  const place = unitProblem(unit) ?? areaProblem(unit.term, today)
  if (refusal || place)
    return { problems: { ...(place && { '': place }), ...(refusal && { code: refusal }) } }
  const policy = policyOn(await listPolicies(db), today)
  const own = ownUntil(policy, today, 'community')
  const isTaken = await takeCommunityCard(db, scope, card.id, {
    ...{ actor: actorOf(user), now, today, ownUntil: own },
    validUntil: effectiveUntil(own, unit.pilotUntil, unit.prolongations ?? []),
  })
  return isTaken ? { id: card.id } : { problems: { code: 'in-use' }, sameId: card.id }
}
