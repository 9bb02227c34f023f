import { unitScopeOf } from '../access.ts'
import { listCommunityCards } from '../cards/community-queries.ts'
import { findOwnCard, listPolicies, lockOwnCard, undoRegistration } from '../cards/queries.ts'
import { policyOn, undoUntil } from '../cards/rules.ts'
import { undoProblem } from '../cards/undo-rules.ts'
import { findUnit } from '../cards/unit-queries.ts'
import type { Read, Write } from '../db/db.ts'
import { findSuccessor, replaceCard } from '../renewals/queries.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { TakeForm, UndoForm } from './forms.ts'
import { isReplaceable } from './rules.ts'
import { takeIntoUse } from './taking.ts'
import { listPage, replacePage, undoRefusedPage } from './views.tsx'
import { paths } from './words.ts'

type OnCard = { params: { card: string } }

/** Only a number names a card; all else is as unknown as a card that does not exist. */
const idOf = (text: string | null) => {
  if (text === null || !/^\d{1,15}$/.test(text)) throw new NotFound()
  return Number(text)
}

const showList = async (visit: SignedIn & { db: Read }, typed: Typed) => {
  const { db, user, language, now, today, query } = visit
  const scope = unitScopeOf(user)
  const cards = await listCommunityCards(db, scope)
  const taken = cards.find(({ id }) => String(id) === query.get('taken'))
  const canUndo = taken !== undefined && undoProblem(taken, undefined, now) === null
  return listPage({
    ...{ language, typed, cards, today },
    unit: await findUnit(db, scope, today),
    clientAge: policyOn(await listPolicies(db), today).communityChildAge,
    taken: taken?.state === 'registered' ? taken : null,
    undoUntil: canUndo ? undoUntil(taken.registeredAt!) : null,
    isUndone: query.has('undone'),
  })
}

const takenAt = (language: SignedIn['language'], id: number) => `${paths.list[language]}?taken=${id}`

const take = async (visit: SignedIn & { db: Write }, { code }: { code: string }): Promise<Outcome> => {
  const { db, user, language, now } = visit
  const taken = await takeIntoUse(visit, code)
  if ('id' in taken) return { redirect: takenAt(language, taken.id), subject: { card: taken.id } }
  // A form sent twice must not look like a card lost: what was taken into use a moment ago is shown as it is.
  const same = taken.sameId === undefined ? undefined : await findOwnCard(db, unitScopeOf(user), taken.sameId)
  if (same && undoProblem(same, undefined, now) === null)
    return { redirect: takenAt(language, same.id), subject: { card: same.id, again: true } }
  const { sameId: _, ...refused } = taken
  return refused
}

const ownCommunityCard = async ({ db, user, params }: SignedIn & { db: Read } & OnCard) => {
  const card = await findOwnCard(db, unitScopeOf(user), idOf(params.card))
  if (card?.type !== 'community') throw new NotFound()
  return card
}

const showReplace = async (visit: SignedIn & { db: Read } & OnCard, typed: Typed) =>
  replacePage({ language: visit.language, typed, card: await ownCommunityCard(visit), today: visit.today })

/** A new community card in the place of one that is lost, worn or at its end: the old one closes at once. */
const replace = async (
  visit: SignedIn & { db: Write } & OnCard,
  { code }: { code: string },
): Promise<Outcome> => {
  const { db, user, language, now, today } = visit
  const scope = unitScopeOf(user)
  await ownCommunityCard(visit)
  const old = await lockOwnCard(db, scope, idOf(visit.params.card))
  if (!old || !isReplaceable(old)) {
    const successor = old && (await findSuccessor(db, scope, old.id))
    if (!successor) return { problems: { '': 'changed' } }
    return { redirect: takenAt(language, successor.id), subject: { card: old.id, again: true } }
  }
  const taken = await takeIntoUse(visit, code)
  if (!('id' in taken)) {
    const { sameId: _, ...refused } = taken
    return refused
  }
  const by = { actor: actorOf(user), now, today }
  const isReplaced = await replaceCard(db, scope, { renewal: null, old, newId: taken.id }, by)
  if (!isReplaced) return { problems: { '': 'changed' } }
  return { redirect: takenAt(language, taken.id), subject: { old: old.id, card: taken.id } }
}

const undo = async (
  visit: SignedIn & { db: Write } & OnCard,
  { revision }: { revision: number },
): Promise<Outcome> => {
  const { db, user, language, now } = visit
  const scope = unitScopeOf(user)
  await ownCommunityCard(visit)
  const card = await lockOwnCard(db, scope, idOf(visit.params.card))
  if (!card) throw new NotFound()
  const redirect = `${paths.list[language]}?undone`
  if (card.state === 'stock') return { redirect, subject: { card: card.id, again: true } }
  const problem = undoProblem(card, revision, now)
  if (problem) return { problems: { '': problem } }
  await undoRegistration(db, scope, card.id, { actor: actorOf(user), now })
  return { redirect, subject: { card: card.id } }
}

const showUndoRefused = async (visit: SignedIn & { db: Read } & OnCard, { problems }: Typed) =>
  undoRefusedPage({
    language: visit.language,
    card: await ownCommunityCard(visit),
    problem: problems[''] ?? problems.revision ?? 'undo-changed',
  })

export const routes: Route[] = [
  page(paths.list, 'community-cards.issue', showList),
  action(paths.list, 'community-cards.issue', TakeForm, showList, take),
  page(paths.replace, 'community-cards.issue', showReplace),
  action(paths.replace, 'community-cards.issue', TakeForm, showReplace, replace),
  action(paths.undo, 'community-cards.issue', UndoForm, showUndoRefused, undo),
  // A refused undo stands at this address: a reload or another language then shows how to replace the card.
  page(paths.undo, 'community-cards.issue', showReplace),
]
