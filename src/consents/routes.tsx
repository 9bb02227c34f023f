import { z } from 'zod'
import { unitScopeOf } from '../access.ts'
import { withdrawCard } from '../cards/close-queries.ts'
import { findOwnCard, listPolicies, lockOwnCard, type OwnCard } from '../cards/queries.ts'
import { policyOn } from '../cards/rules.ts'
import type { Read, Write } from '../db/db.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn } from '../web/visit.ts'
import { forgetWellbeing } from '../wellbeing/queries.ts'
import { listConsents, withdrawConsents } from './queries.ts'
import { type Consent, type ConsentKind, hasConsent, saidWords } from './rules.ts'
import { consentsPage, withdrawPage, withdrawPaths } from './views.tsx'
import { paths } from './words.ts'

type OnCard = SignedIn<'card'>

/** Only a card that was given to somebody has anything to withdraw. */
const ownCardOf = (card: OwnCard | undefined): OwnCard => {
  if (card === undefined || card.type !== 'personal' || card.state === 'stock') throw new NotFound()
  return card
}

const readCard = async ({ db, user, params }: OnCard & { db: Read }) =>
  ownCardOf(await findOwnCard(db, unitScopeOf(user), rowId(params.card)))

/** The words of each consent as they were said that day. */
const listSaid = async ({ db, user }: OnCard & { db: Read }, card: OwnCard): Promise<Consent[]> => {
  const policies = await listPolicies(db)
  const consents = await listConsents(db, unitScopeOf(user), card.id)
  return consents.map((consent) => ({
    ...consent,
    words: consent.words && saidWords(consent.words, policyOn(policies, consent.givenOn).childAge),
  }))
}

const show = async (visit: OnCard & { db: Read }) => {
  const card = await readCard(visit)
  const asked = visit.query.get('done')
  const done = asked === 'register' || asked === 'wellbeing' ? asked : null
  return consentsPage({ language: visit.language, card, consents: await listSaid(visit, card), done })
}

const ask = (kind: ConsentKind) => async (visit: OnCard & { db: Read }) =>
  withdrawPage({ language: visit.language, card: await readCard(visit), kind })

/** Withdrawn at once and in one transaction: the consent, the answers, and for the register's the card. */
const withdraw =
  (kind: ConsentKind) =>
  async ({ db, user, language, params, now, today }: OnCard & { db: Write }): Promise<Outcome> => {
    const scope = unitScopeOf(user)
    const card = ownCardOf(await lockOwnCard(db, scope, rowId(params.card)))
    const stood = hasConsent(await listConsents(db, scope, card.id), kind)
    const rounds = await forgetWellbeing(db, card.id, now)
    const by = { actor: actorOf(user), now, today, reason: 'consent-withdrawn' }
    const closed = kind === 'register' && (await withdrawCard(db, scope, card.id, by))
    await withdrawConsents(db, card.id, now, kind === 'register' ? undefined : kind)
    const redirect = `${fill(paths.consents[language], { card: card.id })}?done=${kind}`
    const again = !stood && !closed && rounds === 0
    return { redirect, subject: { card: card.id, consent: kind, rounds, ...(again ? { again } : {}) } }
  }

const NoForm = z.object({})
const cardRead = ({ params }: OnCard) => ({ card: rowId(params.card) })

export const routes: Route[] = [
  page(paths.consents, 'consents.withdraw', show, cardRead),
  ...(['wellbeing', 'register'] as const).flatMap((kind) => [
    page(withdrawPaths[kind], 'consents.withdraw', ask(kind), cardRead),
    action(withdrawPaths[kind], 'consents.withdraw', NoForm, ask(kind), withdraw(kind)),
  ]),
]
