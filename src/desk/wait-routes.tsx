import type { Write } from '../db/db.ts'
import { keepsSince } from '../unrecognised/choice-queries.ts'
import { findWaitingNear, keepTicket } from '../unrecognised/queries.ts'
import { canWait } from '../unrecognised/rules.ts'
import { replayOf } from '../uses/answer-queries.ts'
import { usualKindOf } from '../uses/rules.ts'
import { actorOf } from '../web/audit.ts'
import { fill } from '../web/paths.ts'
import type { Outcome } from '../web/route.tsx'
import type { SignedIn } from '../web/visit.ts'
import { findCard, hashOf, ownCheck } from './check-routes.tsx'
import type { Recorded } from './forms.ts'
import { adultsProblem, isFresh } from './rules.ts'
import { paths } from './words.ts'

type OnCheck = { params: { check: string } }

/**
 * Keeps a ticket that is given on a card not yet registered, under the check's id: a second tap finds it done. A card
 * registered meanwhile leads back to its check, where the ticket is a use like any other.
 */
export const wait = async (visit: SignedIn & { db: Write } & OnCheck, form: Recorded): Promise<Outcome> => {
  const { db, user, language, now, keys } = visit
  const own = await ownCheck(visit)
  const { id, checkedAt, siteId, code, cardId } = own.check
  const by = { owner: `site:${siteId}`, key: id, bodyHash: hashOf(keys, form) }
  const done = { redirect: `${paths.desk[language]}?use=${id}`, subject: { unrecognised: id } }
  const back = {
    redirect: fill(paths.check[language], { check: id }),
    subject: { unrecognised: id, again: true },
  }
  const known = await replayOf(db, by.owner, by.key, by.bodyHash)
  if (known) return known.outcome === 'replayed' ? done : back
  if (!isFresh(checkedAt, now)) return { problems: { '': 'stale' } }
  if ((await keepsSince(db, siteId)) === null) return back

  const kind = usualKindOf(own.at.site)
  const { event, again: confirmDuplicate, adults, children, companions } = form
  const found = await findCard(visit, own, { event, kind })
  const wanted = {
    kind,
    adults,
    children,
    companions,
    usedAt: now,
    overrideReason: null,
    confirmDuplicate,
  }
  if (adults + children + companions === 0) return { problems: { children: 'nothing-to-record' } }
  if (!canWait(found, wanted, now) || (cardId === null && code === null)) return back
  const tooMany = adultsProblem(found.card?.type ?? 'personal', adults)
  if (tooMany) return { problems: { adults: tooMany } }
  const asked = { check: id, code }
  if (!confirmDuplicate && (await findWaitingNear(db, asked, { siteId, event, usedAt: now })))
    return { problems: { again: 'duplicate-suspected' } }

  const ticket = {
    ...wanted,
    id,
    siteId,
    event,
    category: found.site.category,
    eventOn: null,
    source: 'desk',
  } as const
  const who = { actor: actorOf(user), role: user.role, audited: false, proof: null }
  const kept = await keepTicket(db, ticket, asked, { ...by, status: 303, answer: { id }, now, ...who })
  if (kept.outcome !== 'recorded' && kept.outcome !== 'replayed') return back
  return { ...done, subject: { unrecognised: id, card: cardId } }
}
