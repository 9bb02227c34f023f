import { unitScopeOf } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import type { Outcome } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { closePage, correctPage, reopenRefusedPage } from './change-views.tsx'
import type { Corrected } from './life-forms.ts'
import { closeCard, correctCard, findBackground, findClosing, reopenCard } from './life-queries.ts'
import {
  type Closing,
  closeProblem,
  closingsOf,
  correctedProblems,
  correctionsOf,
  correctProblem,
  reopenProblem,
} from './life-rules.ts'
import { lifePaths } from './life-words.ts'
import { findOwnCard, listPolicies, lockOwnCard } from './queries.ts'
import { policyOn } from './rules.ts'

type OnCard = { params: { card: string } }
type Reading = SignedIn & { db: Read } & OnCard
type Writing = SignedIn & { db: Write } & OnCard

/** Only a number names a card; all else is as unknown as a card that does not exist. */
const idOf = ({ params }: OnCard) => {
  if (!/^\d{1,15}$/.test(params.card)) throw new NotFound()
  return Number(params.card)
}

const ownCard = async (visit: Reading) => {
  const card = await findOwnCard(visit.db, unitScopeOf(visit.user), idOf(visit))
  if (!card || card.registeredOn === null) throw new NotFound()
  return { ...card, registeredOn: card.registeredOn }
}

/** The card, held until the transaction ends. */
const heldCard = async (visit: Writing) => {
  const card = await lockOwnCard(visit.db, unitScopeOf(visit.user), idOf(visit))
  if (!card || card.registeredOn === null) throw new NotFound()
  return { ...card, registeredOn: card.registeredOn }
}

const cardAt = ({ language }: SignedIn, id: number, done: string) =>
  `${fill(lifePaths.card[language], { card: id })}?done=${done}`

export const showCorrect = async (visit: Reading, typed: Typed) => {
  const { db, user, language } = visit
  const card = await ownCard(visit)
  const background = await findBackground(db, unitScopeOf(user), card.id)
  if (!background || card.type !== 'personal') throw new NotFound()
  const policy = policyOn(await listPolicies(db), card.registeredOn)
  return correctPage({ language, typed, card, background, policy, registeredOn: card.registeredOn })
}

/**
 * Puts the answers right. What stood there before goes into the audit row and nowhere else. Sent twice, the second finds
 * nothing to change.
 */
export const correct = async (visit: Writing, { revision, ...answers }: Corrected): Promise<Outcome> => {
  const { db, user, now } = visit
  const scope = unitScopeOf(user)
  const card = await heldCard(visit)
  const before = await findBackground(db, scope, card.id)
  if (!before) throw new NotFound()
  const changes = correctionsOf(before, answers)
  if (changes.length === 0 && card.state === 'registered')
    return { redirect: cardAt(visit, card.id, 'unchanged'), subject: { card: card.id, again: true } }
  const problem = correctProblem(card, revision)
  if (problem) return { problems: { '': problem } }
  const policy = policyOn(await listPolicies(db), card.registeredOn)
  const problems = correctedProblems(answers, policy, card.registeredOn)
  if (Object.keys(problems).length > 0) return { problems }
  await correctCard(db, scope, card.id, answers, { actor: actorOf(user), now })
  const said = changes.flatMap(({ field, from, to }) => [
    [`${field}.from`, from] as const,
    [`${field}.to`, to] as const,
  ])
  return {
    redirect: cardAt(
      visit,
      card.id,
      changes.some(({ field }) => field === 'children') ? 'children' : 'corrected',
    ),
    subject: { card: card.id, ...Object.fromEntries(said) },
  }
}

export const showClose = async (visit: Reading, typed: Typed) => {
  const card = await ownCard(visit)
  return closePage({ language: visit.language, typed, card, asked: visit.query.get('reason') })
}

/** Closes the card at once. Sent twice, the second finds it closed in the same way. */
export const close = async (
  visit: Writing,
  { revision, closing }: { revision: number; closing: Closing },
): Promise<Outcome> => {
  const { db, user, now, today } = visit
  const scope = unitScopeOf(user)
  const card = await heldCard(visit)
  const redirect = cardAt(visit, card.id, 'closed')
  const reason = closing === 'lost' ? null : closing
  const isSame = card.state === (closing === 'lost' ? 'lost' : 'withdrawn')
  if (isSame && (await findClosing(db, scope, card.id))?.reason === reason)
    return { redirect, subject: { card: card.id, again: true } }
  if (!closingsOf(card.type).includes(closing)) return { problems: { closing: 'closing-missing' } }
  const problem = closeProblem(card, revision)
  if (problem) return { problems: { '': problem } }
  await closeCard(db, scope, card.id, closing, { actor: actorOf(user), now, today })
  return { redirect, subject: { card: card.id, closing } }
}

/** "Kortti löytyi": takes the closing back, while no other card took its place. */
export const reopen = async (visit: Writing, { revision }: { revision: number }): Promise<Outcome> => {
  const { db, user, now } = visit
  const scope = unitScopeOf(user)
  const card = await heldCard(visit)
  const redirect = cardAt(visit, card.id, 'reopened')
  const problem = reopenProblem(card, await findClosing(db, scope, card.id), now)
  if (problem === 'reopen-not-closed') return { redirect, subject: { card: card.id, again: true } }
  if (problem) return { problems: { '': problem } }
  if (card.revision !== revision) return { problems: { '': 'changed' } }
  await reopenCard(db, scope, card.id, { actor: actorOf(user), now })
  return { redirect, subject: { card: card.id } }
}

export const showReopenRefused = async (visit: Reading, { problems }: Typed) =>
  reopenRefusedPage({
    language: visit.language,
    card: await ownCard(visit),
    problem: problems[''] ?? 'changed',
  })
