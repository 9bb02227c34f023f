import { validate as isId } from 'uuid'
import { unitScopeOf } from '../access.ts'
import { findOwnCard, lockOwnCard, undoRegistration } from '../cards/queries.ts'
import { undoUntil } from '../cards/rules.ts'
import { undoProblem } from '../cards/undo-rules.ts'
import type { Read, Write } from '../db/db.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import type { Outcome } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { findNewCardId, findOldCard } from './queries.ts'
import { renewedPage, undoRefusedPage } from './result-views.tsx'
import { paths } from './words.ts'

type OnRenewal = { params: { renewal: string } }

/** The new card, what to write inside it, and the way back for a quarter of an hour. */
export const donePage = async ({ db, user, language, now, params }: SignedIn & { db: Read } & OnRenewal) => {
  const id = await findNewCardId(db, params.renewal)
  const card = id === null ? undefined : await findOwnCard(db, unitScopeOf(user), id)
  if (!card) throw new NotFound()
  const canUndo = undoProblem(card, undefined, now) === null
  return renewedPage({
    language,
    card,
    renewal: params.renewal,
    undoUntil: canUndo ? undoUntil(card.registeredAt!) : null,
  })
}

/** Puts the new card back in stock; the database then opens the old one again, whoever undoes it. */
export const undo = async (
  { db, user, language, now, today, params }: SignedIn & { db: Write } & OnRenewal,
  { revision }: { revision: number },
): Promise<Outcome> => {
  const scope = unitScopeOf(user)
  const { renewal } = params
  const old = isId(renewal) ? await findOldCard(db, scope, renewal, today) : undefined
  if (!old) throw new NotFound()
  const redirect = `${paths.start[language]}?undone`
  const id = old.isDone ? await findNewCardId(db, renewal) : null
  const card = id === null ? undefined : await lockOwnCard(db, scope, id)
  if (!card || card.state === 'stock') return { redirect, subject: { renewal, again: true } }
  const problem = undoProblem(card, revision, now)
  if (problem) return { problems: { '': problem } }
  await undoRegistration(db, scope, card.id, { actor: actorOf(user), now })
  return { redirect, subject: { renewal, old: old.id } }
}

export const showUndoRefused = async (
  { db, user, language, today, params }: SignedIn & { db: Read } & OnRenewal,
  { problems }: Typed,
) => {
  const old = isId(params.renewal)
    ? await findOldCard(db, unitScopeOf(user), params.renewal, today)
    : undefined
  if (!old) throw new NotFound()
  return undoRefusedPage({ language, renewal: params.renewal, problem: problems[''] ?? 'undo-changed' })
}
