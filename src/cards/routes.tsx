import { unitScopeOf } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { findHome } from '../postal-codes/queries.ts'
import { countUnitStock } from '../stock/unit-queries.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { UndoForm } from './forms.ts'
import { cardIdOf, routes as issueRoutes } from './issue-routes.tsx'
import { IssuedPage, UndoRefusedPage } from './issued-view.tsx'
import { type CardFilter, countOwnCards, filters, isFilter, listOwnCards } from './own-queries.ts'
import { routes as practiceRoutes } from './practice-routes.tsx'
import { findOwnCard, findPostalCode, lockOwnCard, undoRegistration } from './queries.ts'
import { refusalOf, undoUntil } from './rules.ts'
import { undoProblem } from './undo-rules.ts'
import { findUnit } from './unit-queries.ts'
import { CardsPage } from './views.tsx'
import { paths } from './words.ts'

type OnCard = { params: { card: string } }

const showIssued = async (visit: SignedIn & { db: Read } & OnCard) => {
  const { db, user, language, params, now, today, query } = visit
  const scope = unitScopeOf(user)
  const card = await findOwnCard(db, scope, cardIdOf(params.card))
  if (!card) throw new NotFound()
  const canUndo = undoProblem(card, undefined, now) === null
  const code = await findPostalCode(db, scope, card.id)
  const unit = await findUnit(db, scope, today)
  const { home } = code
    ? await findHome(db, { code, country: null }, { areaId: unit.areaId, day: today })
    : { home: null }
  return IssuedPage({
    language,
    way: query.get('way') === 'paper' ? 'paper' : 'desk',
    today,
    card,
    refusal: refusalOf(card, today),
    undoUntil: canUndo ? undoUntil(card.registeredAt!) : null,
    guideFor: home?.municipalityId ?? unit.municipalityId,
  })
}

const undo = async (
  { db, user, language, params, now }: SignedIn & { db: Write } & OnCard,
  { revision }: { revision?: number | undefined },
): Promise<Outcome> => {
  const scope = unitScopeOf(user)
  const card = await lockOwnCard(db, scope, cardIdOf(params.card))
  if (!card) throw new NotFound()
  const redirect = `${paths.issue[language]}?undone=${card.id}`
  if (card.state === 'stock') return { redirect, subject: { card: card.id, again: true } }
  const problem = undoProblem(card, revision, now)
  if (problem) return { problems: { '': problem } }
  await undoRegistration(db, scope, card.id, { actor: actorOf(user), now })
  return { redirect, subject: { card: card.id } }
}

const showUndoRefused = async (
  { db, user, language, params }: SignedIn & { db: Read } & OnCard,
  { problems }: Typed,
) => {
  const card = await findOwnCard(db, unitScopeOf(user), cardIdOf(params.card))
  if (!card) throw new NotFound()
  return UndoRefusedPage({ language, card, problem: problems[''] ?? 'undo-changed' })
}

const pageSize = 50

const showCards = async ({ db, user, language, today, now, query }: SignedIn & { db: Read }) => {
  const scope = unitScopeOf(user)
  const asked = query.get('state') ?? 'issued'
  const filter: CardFilter = isFilter(asked) ? asked : 'issued'
  const counts = await countOwnCards(db, scope, today)
  const standings = filters[filter]
  const total = standings.reduce((sum, standing) => sum + counts[standing], 0)
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const wanted = /^\d{1,6}$/.test(query.get('page') ?? '') ? Number(query.get('page')) : 1
  const page = Math.min(Math.max(1, wanted), pages)
  const rows = await listOwnCards(db, scope, { today, standings, page, size: pageSize })
  const cards = rows.map((card) => ({ ...card, canUndo: undoProblem(card, undefined, now) === null }))
  const unit = await findUnit(db, scope, today)
  const stock = await countUnitStock(db, scope, 'personal')
  return CardsPage({ language, unit, counts, stock, filter, cards, page, pages })
}

/** Whoever opens a single card leaves a row in the log. */
const cardRead = ({ params }: OnCard) => ({ card: cardIdOf(params.card) })

export const routes: Route[] = [
  ...issueRoutes,
  ...practiceRoutes,
  page(paths.issued, 'cards.issue', showIssued, cardRead),
  action(paths.undo, 'cards.issue', UndoForm, showUndoRefused, undo),
  // The refused undo stands at this address: a reload or another language then shows the card.
  page(paths.undo, 'cards.issue', showIssued, cardRead),
  page(paths.cards, 'cards.read', showCards),
]
