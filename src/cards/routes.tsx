import { unitScopeOf } from '../access.ts'
import { takeToken } from '../accounts/limit-queries.ts'
import { formatCode, fromScan, readCode, suggestCode } from '../codes/rules.ts'
import type { Read, Write } from '../db/db.ts'
import { yearOf } from '../lib/dates.ts'
import { forecastOf } from '../stock/forecast-rules.ts'
import { lowText } from '../stock/order-words.ts'
import { countUnitStock, findPace } from '../stock/unit-queries.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import {
  acceptedCode,
  answerProblems,
  cardProblem,
  type Registration,
  RegistrationForm,
  UndoForm,
  undoProblem,
} from './forms.ts'
import { IssuePage } from './issue-view.tsx'
import { IssuedPage, UndoRefusedPage } from './issued-view.tsx'
import { type CardFilter, countOwnCards, filters, isFilter, listOwnCards } from './own-queries.ts'
import {
  findCardByCode,
  findOwnCard,
  findSameRegistration,
  listPolicies,
  lockOwnCard,
  registerCard,
  undoRegistration,
} from './queries.ts'
import { effectiveUntil, ownUntil, policyOn, refusalOf, undoUntil } from './rules.ts'
import { findUnit } from './unit-queries.ts'
import { holdValidity } from './validity-queries.ts'
import { CardsPage } from './views.tsx'
import { consentVersion, paths } from './words.ts'

type OnCard = { params: { card: string } }

/** Only a number names a card; all else is as unknown as a card that does not exist. */
const idOf = (text: string | null) => {
  if (text === null || !/^\d{1,15}$/.test(text)) throw new NotFound()
  return Number(text)
}

const showIssue = async (visit: SignedIn & { db: Read }, typed: Typed) => {
  const { db, user, language, today, query } = visit
  const scope = unitScopeOf(user)
  const policy = policyOn(await listPolicies(db), today)
  const undone = query.has('undone') ? await findOwnCard(db, scope, idOf(query.get('undone'))) : undefined
  return IssuePage({
    language,
    typed,
    unit: await findUnit(db, scope, today),
    policy,
    latestBirthYear: yearOf(today) - policy.minimumAge,
    undone: undone?.state === 'stock' && undone.revision > 0 ? undone.tail : null,
    ...(await aboutCode(visit, typed)),
  })
}

/** What helps with a refused code: when the card was issued, or which card of the unit's own was meant. */
const aboutCode = async ({ db, user, keys }: SignedIn & { db: Read }, { values, problems }: Typed) => {
  const typed = acceptedCode(values)
  const scope = unitScopeOf(user)
  if (problems.code === 'card-issued') {
    const card = await findCardByCode(db, scope, keys, readCode(typed))
    return { issuedOn: card?.own ? card.registeredOn : null, meant: null }
  }
  // The check characters alone tell what was meant; the register is asked only whether the unit has that card.
  const isTypo = ['code-unknown', 'code-check', 'code-short'].includes(problems.code ?? '')
  const meant = isTypo ? suggestCode(fromScan(typed)) : null
  const card = meant === null ? undefined : await findCardByCode(db, scope, keys, readCode(meant))
  const isOwnStock = card?.own && card.state === 'stock' && card.type === 'personal'
  return { issuedOn: null, meant: isOwnStock && meant ? formatCode(meant) : null }
}

/** Wrong codes an hour, an account. The cards in the unit's own stock cost nothing: they lie on its table. */
const missesPerHour = 20

const register = async (
  { db, user, language, now, today, keys }: SignedIn & { db: Write },
  form: Registration,
): Promise<Outcome> => {
  const scope = unitScopeOf(user)
  const actor = actorOf(user)
  const code = readCode(acceptedCode(form))
  const card = await findCardByCode(db, scope, keys, code)
  const issued = (id: number) => fill(paths.issued[language], { card: id })

  /** A form sent twice, by a double click or because the first answer was lost, must not look like a card lost. */
  const again = async (id: number): Promise<Outcome | null> => {
    const registeredAt = await findSameRegistration(db, id, form, actor)
    // Of two that came together, the later one may have been written first.
    const isRepeat = registeredAt !== undefined && now <= undoUntil(registeredAt)
    return isRepeat ? { redirect: issued(id), subject: { card: id, again: true } } : null
  }
  const known = card?.own ? await again(card.id) : null
  if (known) return known

  const policy = policyOn(await listPolicies(db), today)
  await holdValidity(db)
  const unit = await findUnit(db, scope, today)
  const problems = answerProblems(form, { policy, today, unit })
  const refusal = cardProblem(card, code)
  if (refusal || !card?.own) {
    const wait = await takeToken(db, `code-misses:${user.accountId}`, missesPerHour, missesPerHour, now)
    return { problems: { ...problems, code: wait > 0 ? 'too-many-codes' : refusal! }, keep: true }
  }
  if (Object.keys(problems).length > 0) return { problems }
  const isFirst = await registerCard(db, scope, card.id, form, {
    actor,
    now,
    today,
    ownUntil: ownUntil(policy, today),
    validUntil: effectiveUntil(ownUntil(policy, today), unit.pilotUntil, unit.prolongations ?? []),
    consent: { version: consentVersion, language },
  })
  if (!isFirst) return (await again(card.id)) ?? { problems: { code: 'card-issued' } }
  return { redirect: issued(card.id), subject: { card: card.id } }
}

const showIssued = async ({ db, user, language, params, now, today }: SignedIn & { db: Read } & OnCard) => {
  const card = await findOwnCard(db, unitScopeOf(user), idOf(params.card))
  if (!card) throw new NotFound()
  const canUndo = undoProblem(card, undefined, now) === null
  return IssuedPage({
    language,
    card,
    refusal: refusalOf(card, today),
    undoUntil: canUndo ? undoUntil(card.registeredAt!) : null,
  })
}

const undo = async (
  { db, user, language, params, now }: SignedIn & { db: Write } & OnCard,
  { revision }: { revision?: number | undefined },
): Promise<Outcome> => {
  const scope = unitScopeOf(user)
  const card = await lockOwnCard(db, scope, idOf(params.card))
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
  const card = await findOwnCard(db, unitScopeOf(user), idOf(params.card))
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
  const low = lowText(language, forecastOf(stock, await findPace(db, scope, today), today))
  return CardsPage({ language, unit, counts, stock, low, filter, cards, page, pages })
}

/** Whoever opens a single card leaves a row in the log. */
const cardRead = ({ params }: OnCard) => ({ card: idOf(params.card) })

export const routes: Route[] = [
  page(paths.issue, 'cards.issue', showIssue),
  action(paths.issue, 'cards.issue', RegistrationForm, showIssue, register),
  page(paths.issued, 'cards.issue', showIssued, cardRead),
  action(paths.undo, 'cards.issue', UndoForm, showUndoRefused, undo),
  // The refused undo stands at this address: a reload or another language then shows the card.
  page(paths.undo, 'cards.issue', showIssued, cardRead),
  page(paths.cards, 'cards.read', showCards),
]
