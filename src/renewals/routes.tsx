import { validate as isId, v7 as newId } from 'uuid'
import type { z } from 'zod'
import { unitScopeOf } from '../access.ts'
import { takeToken } from '../accounts/limit-queries.ts'
import { unknownCodeProblem } from '../cards/answer-rules.ts'
import { findCardByCode, listPolicies } from '../cards/queries.ts'
import { policyOn } from '../cards/rules.ts'
import { readCode } from '../codes/rules.ts'
import { paths as communityPaths } from '../community-cards/words.ts'
import type { Read, Write } from '../db/db.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { donePage, showUndoRefused, undo } from './done-routes.tsx'
import { RenewForm, StartForm, UndoForm } from './forms.ts'
import { findOldCard, findSuccessor, openRenewal } from './queries.ts'
import { renew } from './renewing.ts'
import { followPage, lostPage, refusedPage, stalePage } from './result-views.tsx'
import { isInHand, renewalRefusal } from './rules.ts'
import { renewPage, startPage } from './views.tsx'
import { paths } from './words.ts'

type OnRenewal = { params: { renewal: string } }
type OnCard = { params: { card: string } }

const showStart = async ({ language, query }: SignedIn, typed: Typed) =>
  startPage({ language, typed, isUndone: query.has('undone') })

const showLost = async ({ language }: SignedIn) => lostPage({ language })

/** Wrong codes an hour, an account: the same that registering counts. */
const missesPerHour = 20

/** The old card, read: what may be renewed is kept as in hand, and the address of the answer has no code in it. */
const start = async (
  { db, user, language, now, today, keys }: SignedIn & { db: Write },
  form: z.output<typeof StartForm>,
): Promise<Outcome> => {
  const scope = unitScopeOf(user)
  const asked = { id: newId({ msecs: now.getTime() }), now, today }
  const redirect = fill(paths.renewal[language], { renewal: asked.id })
  if (form.card !== '') {
    const cardId = cardRead({ params: form }).card
    if (!(await openRenewal(db, scope, { cardId }, asked))) throw new NotFound()
    return { redirect, subject: { renewal: asked.id, card: cardId } }
  }
  const code = readCode(form.code)
  const known = await findCardByCode(db, scope, keys, code)
  if (known?.own && known.state === 'stock') return { problems: { code: 'in-stock' } }
  if (known?.own && known.state === 'replaced' && (await findSuccessor(db, scope, known.id)))
    return { redirect: fill(paths.follow[language], { card: known.id }) }
  if (known?.own && known.type === 'community')
    return { redirect: fill(communityPaths.replace[language], { card: known.id }) }
  if (known && (await openRenewal(db, scope, { code, keys }, asked)))
    return { redirect, subject: { renewal: asked.id, card: known.own ? known.id : null } }
  const wait = await takeToken(db, `code-misses:${user.accountId}`, missesPerHour, missesPerHour, now)
  const problem = known ? 'other-unit' : unknownCodeProblem(code)
  return { problems: { code: wait > 0 ? 'too-many-codes' : problem }, keep: true }
}

const showRenewal = async (visit: SignedIn & { db: Read } & OnRenewal, typed: Typed) => {
  const { db, user, language, now, today, params } = visit
  const scope = unitScopeOf(user)
  const old = isId(params.renewal) ? await findOldCard(db, scope, params.renewal, today) : undefined
  if (!old) throw new NotFound()
  if (old.isDone) return donePage(visit)
  const refusal = renewalRefusal(old)
  if (refusal) return refusedPage({ language, old, refusal, today })
  if (!isInHand(old.checkedAt, now)) return stalePage({ language })
  const policy = policyOn(await listPolicies(db), today)
  return renewPage({ language, typed, old, policy, today, renewal: params.renewal })
}

const showSuccessor = async ({ db, user, language, params }: SignedIn & { db: Read } & OnCard) => {
  const id = cardRead({ params }).card
  const successor = await findSuccessor(db, unitScopeOf(user), id)
  if (!successor) throw new NotFound()
  return followPage({ language, oldId: id, successor })
}

/** Only a number names a card; all else is as unknown as a card that does not exist. */
const cardRead = ({ params }: OnCard) => {
  if (!/^\d{1,15}$/.test(params.card)) throw new NotFound()
  return { card: Number(params.card) }
}
const renewalRead = ({ params }: OnRenewal) => ({ renewal: params.renewal })

export const routes: Route[] = [
  page(paths.start, 'cards.renew', showStart),
  action(paths.start, 'cards.renew', StartForm, showStart, start),
  page(paths.lost, 'cards.renew', showLost),
  page(paths.renewal, 'cards.renew', showRenewal, renewalRead),
  action(paths.renewal, 'cards.renew', RenewForm, showRenewal, renew),
  action(paths.undo, 'cards.renew', UndoForm, showUndoRefused, undo),
  // A refused undo stands at this address: a reload or another language then shows how things are.
  page(paths.undo, 'cards.renew', showRenewal, renewalRead),
  page(paths.follow, 'renewals.follow', showSuccessor, cardRead),
]
