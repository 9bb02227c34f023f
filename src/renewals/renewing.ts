import { validate as isId } from 'uuid'
import { unitScopeOf } from '../access.ts'
import { takeToken } from '../accounts/limit-queries.ts'
import { unknownCodeProblem } from '../cards/answer-rules.ts'
import { findCardByCode, listPolicies, registerCard } from '../cards/queries.ts'
import { effectiveUntil, ownUntil, policyOn } from '../cards/rules.ts'
import { findUnit } from '../cards/unit-queries.ts'
import { holdValidity } from '../cards/validity-queries.ts'
import { consentVersion } from '../cards/words.ts'
import { readCode } from '../codes/rules.ts'
import type { Write } from '../db/db.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import type { Outcome } from '../web/route.tsx'
import type { SignedIn } from '../web/visit.ts'
import type { Renewal } from './forms.ts'
import { findOldCard, replaceCard } from './queries.ts'
import { answerProblems, isInHand, newCardProblem, renewalRefusal } from './rules.ts'
import { paths } from './words.ts'

type Renewing = SignedIn & { db: Write; params: { renewal: string } }

/** Wrong codes an hour, an account: the same that registering counts. */
const missesPerHour = 20

/** The card of the new code, or why it cannot be the new card. What is not the unit's own costs a try. */
const findNewCard = async ({ db, user, now, keys }: Renewing, typed: string, old: { id: number }) => {
  const code = readCode(typed)
  const card = await findCardByCode(db, unitScopeOf(user), keys, code)
  if (card?.own) {
    const problem = newCardProblem(card, { ...old, type: 'personal' })
    return problem ? { problem, isMiss: false } : { card }
  }
  const wait = await takeToken(db, `code-misses:${user.accountId}`, missesPerHour, missesPerHour, now)
  const problem = card ? 'new-other-unit' : unknownCodeProblem(code)
  return { problem: wait > 0 ? 'too-many-codes' : problem, isMiss: true }
}

/**
 * Registers the new card with what the client confirmed, closes the old one and ties the two, all or nothing. Of two
 * renewals of one card the later finds the old one changed; the same form sent twice finds it done.
 */
export const renew = async (visit: Renewing, form: Renewal): Promise<Outcome> => {
  const { db, user, language, now, today, params } = visit
  const scope = unitScopeOf(user)
  const { renewal } = params
  const old = isId(renewal) ? await findOldCard(db, scope, renewal, today) : undefined
  if (!old) throw new NotFound()
  const redirect = fill(paths.renewal[language], { renewal })
  const again: Outcome = { redirect, subject: { renewal, again: true } }
  if (old.isDone) return again
  if (renewalRefusal(old)) return { problems: { '': 'changed' } }
  if (!isInHand(old.checkedAt, now)) return { problems: { '': 'stale' } }

  const policy = policyOn(await listPolicies(db), today)
  await holdValidity(db)
  const unit = await findUnit(db, scope, today)
  const birthYear = old.birthYear ?? form.birthYear
  const problems = answerProblems({ ...form, birthYear }, old, { policy, today, unit })
  const found = await findNewCard(visit, form.code, old)
  if (!found.card)
    return { problems: { ...problems, code: found.problem }, ...(found.isMiss && { keep: true as const }) }
  if (birthYear === null || Object.keys(problems).length > 0) return { problems }

  const own = ownUntil(policy, today)
  const by = { actor: actorOf(user), now, today }
  const isRegistered = await registerCard(
    db,
    scope,
    found.card.id,
    { ...form, birthYear },
    {
      ...by,
      registeredOn: today,
      ownUntil: own,
      validUntil: effectiveUntil(own, unit.pilotUntil, unit.prolongations ?? []),
      consent: { version: consentVersion, language },
    },
  )
  if (!isRegistered) {
    // Nothing is written yet: of two that came together, the other may have done this very renewal.
    const isDone = (await findOldCard(db, scope, renewal, today))?.isDone
    return isDone ? again : { problems: { code: 'new-in-use' } }
  }
  const isReplaced = await replaceCard(db, scope, { renewal, old, newId: found.card.id }, by)
  if (!isReplaced) return { problems: { '': 'changed' } }
  return { redirect, subject: { renewal, old: old.id, own: old.own } }
}
