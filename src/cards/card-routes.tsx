import { unitScopeOf } from '../access.ts'
import { takeToken } from '../accounts/limit-queries.ts'
import { readCode } from '../codes/rules.ts'
import type { Read, Write } from '../db/db.ts'
import { explainPolicy } from '../policies/explain-words.ts'
import { listSourced } from '../policies/queries.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { unknownCodeProblem } from './answer-rules.ts'
import { cardPage } from './card-view.tsx'
import { close, correct, reopen, showClose, showCorrect, showReopenRefused } from './changing.tsx'
import { findPage } from './find-view.tsx'
import { CloseForm, CorrectForm, FindForm, ReopenForm } from './life-forms.ts'
import { findBackground, findClosing, listEvents } from './life-queries.ts'
import { reopenProblem, standingOn } from './life-rules.ts'
import { lifePaths } from './life-words.ts'
import { findCardByCode, findOwnCard } from './queries.ts'
import { policyOn, undoUntil } from './rules.ts'
import { undoProblem } from './undo-rules.ts'

type OnCard = { params: { card: string } }

/** Only a number names a card; all else is as unknown as a card that does not exist. */
const idOf = ({ params }: OnCard) => {
  if (!/^\d{1,15}$/.test(params.card)) throw new NotFound()
  return Number(params.card)
}
/** Whoever opens a single card leaves a row in the log. */
const cardRead = (visit: OnCard) => ({ card: idOf(visit) })

const showFind = async ({ language }: SignedIn, typed: Typed) => findPage({ language, typed })

/** Wrong codes an hour, an account: the same that registering counts. */
const missesPerHour = 20

const find = async (
  { db, user, language, now, keys }: SignedIn & { db: Write },
  form: { code: string },
): Promise<Outcome> => {
  const code = readCode(form.code)
  const card = await findCardByCode(db, unitScopeOf(user), keys, code)
  if (card?.own && card.state === 'stock') return { problems: { code: 'in-stock' } }
  if (card?.own)
    return { redirect: fill(lifePaths.card[language], { card: card.id }), subject: { card: card.id } }
  const wait = await takeToken(db, `code-misses:${user.accountId}`, missesPerHour, missesPerHour, now)
  const problem = card ? 'other-unit' : unknownCodeProblem(code)
  return { problems: { code: wait > 0 ? 'too-many-codes' : problem }, keep: true }
}

const showCard = async (visit: SignedIn & { db: Read } & OnCard) => {
  const { db, user, language, now, today, query } = visit
  const scope = unitScopeOf(user)
  const card = await findOwnCard(db, scope, idOf(visit))
  if (!card) throw new NotFound()
  const closing = await findClosing(db, scope, card.id)
  const canReopen = reopenProblem(card, closing, now) === null
  const policies = await listSourced(db)
  const day = card.registeredOn ?? today
  return cardPage({
    language,
    card,
    standing: standingOn(card, today),
    background: card.type === 'personal' ? ((await findBackground(db, scope, card.id)) ?? null) : null,
    policy: policyOn(policies, day),
    rules: explainPolicy(language, policies, day),
    closing: closing ?? null,
    reopenUntil: canReopen && closing ? undoUntil(closing.at) : null,
    canUndo: undoProblem(card, undefined, now) === null,
    events: await listEvents(db, scope, card.id),
    done: query.get('done'),
  })
}

export const routes: Route[] = [
  page(lifePaths.find, 'cards.read', showFind),
  action(lifePaths.find, 'cards.read', FindForm, showFind, find),
  page(lifePaths.card, 'cards.read', showCard, cardRead),
  page(lifePaths.correct, 'cards.correct', showCorrect, cardRead),
  action(lifePaths.correct, 'cards.correct', CorrectForm, showCorrect, correct),
  page(lifePaths.close, 'cards.close', showClose, cardRead),
  action(lifePaths.close, 'cards.close', CloseForm, showClose, close),
  action(lifePaths.reopen, 'cards.close', ReopenForm, showReopenRefused, reopen),
  // A refusal stands at this address: a reload or another language then shows the card.
  page(lifePaths.reopen, 'cards.close', showCard, cardRead),
]
