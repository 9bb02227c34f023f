import { randomUUID } from 'node:crypto'
import { unitScopeOf } from '../access.ts'
import { findOwnCard, lockOwnCard, type OwnCard } from '../cards/queries.ts'
import { giveConsent, listConsents, listTexts } from '../consents/queries.ts'
import { hasConsent } from '../consents/rules.ts'
import type { Read, Write } from '../db/db.ts'
import { aboutLanguages, holderLanguages, isHolderLanguage } from '../i18n/holder-languages.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import { newToken } from '../web/session-cookie.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { type Begin, BeginForm, NoForm } from './forms.ts'
import { findInstrumentOn } from './instrument-queries.ts'
import { beginRound, endRounds, listRounds } from './queries.ts'
import { askProblem, roundState, textIn, tokenOf } from './rules.ts'
import { askPage, type FormProps } from './views.tsx'
import { answerPaths, paths } from './words.ts'

type OnCard = SignedIn<'card'>

/** Only a card that was given to somebody is asked about. */
const ownCardOf = (card: OwnCard | undefined): OwnCard => {
  if (card === undefined || card.type !== 'personal' || card.state === 'stock') throw new NotFound()
  return card
}

/** The consent to be said today, in every language that it has. */
const textsOn = async (db: Read, today: string) => {
  const texts = await listTexts(db, 'wellbeing', today)
  const words = Object.fromEntries(texts.map((text) => [text.language, text.words]))
  return { version: texts[0]!.version, words }
}

const formOf = async (visit: OnCard & { db: Read }, card: OwnCard, typed: Typed): Promise<FormProps> => {
  const { db, user, language, query, today } = visit
  const asked = typed.values.language ?? query.get('language') ?? undefined
  const chosen = isHolderLanguage(asked) ? asked : language
  const { words } = await textsOn(db, today)
  return {
    isPlaceholder: (await findInstrumentOn(db, today)).isPlaceholder,
    languages: holderLanguages.filter((one) => words[one] !== undefined),
    chosen,
    said: textIn(words, chosen, aboutLanguages[chosen].falls),
    saidHere: chosen === language ? null : textIn(words, language, language),
    hasConsent: hasConsent(await listConsents(db, unitScopeOf(user), card.id), 'wellbeing'),
    typed,
  }
}

const show = async (visit: OnCard & { db: Read }, typed: Typed) => {
  const { db, user, language, params, now, origin, keys } = visit
  const card = ownCardOf(await findOwnCard(db, unitScopeOf(user), rowId(params.card)))
  const rounds = await listRounds(db, card.id)
  const open = rounds.find((round) => ['waiting', 'opened'].includes(roundState(round, now)))
  const isAnswered = rounds.some((round) => round.finishedAt !== null)
  const link = open && fill(answerPaths.link, { token: tokenOf(keys.cardCode, open.id) })
  return askPage({
    language,
    card,
    rounds,
    now,
    link: link ? `${origin}${link}` : null,
    form: card.state === 'registered' && !open && !isAnswered ? await formOf(visit, card, typed) : null,
  })
}

const begin = async (visit: OnCard & { db: Write }, { language, consent, way }: Begin): Promise<Outcome> => {
  const { db, user, params, now, today, keys } = visit
  const scope = unitScopeOf(user)
  const card = ownCardOf(await lockOwnCard(db, scope, rowId(params.card)))
  const rounds = await listRounds(db, card.id)
  const agreed = hasConsent(await listConsents(db, scope, card.id), 'wellbeing')
  const isAnswered = rounds.some((round) => round.finishedAt !== null)
  const problem = askProblem(
    { isRegistered: card.state === 'registered', isAnswered, hasConsent: agreed },
    consent,
  )
  if (problem) return { problems: { [problem === 'consent-missing' ? 'consent' : '']: problem } }
  const { version } = await textsOn(db, today)
  if (!agreed)
    await giveConsent(db, scope, { cardId: card.id, kind: 'wellbeing', version, language, now, today })
  const id = randomUUID()
  const token = tokenOf(keys.cardCode, id)
  const bond = way === 'screen' ? newToken() : null
  await beginRound(db, { id, cardId: card.id, language, way, token, bond, now, today })
  const subject = { card: card.id, round: id, way, begun: true }
  if (bond) return { redirect: fill(answerPaths.link, { token }), bond, subject }
  return { redirect: fill(paths.ask[visit.language], { card: card.id }), subject }
}

const end = async ({ db, user, language, params, now }: OnCard & { db: Write }): Promise<Outcome> => {
  const card = ownCardOf(await lockOwnCard(db, unitScopeOf(user), rowId(params.card)))
  const ended = await endRounds(db, card.id, now)
  const redirect = fill(paths.ask[language], { card: card.id })
  return { redirect, subject: { card: card.id, ended } }
}

export const routes: Route[] = [
  page(paths.ask, 'wellbeing.ask', show, ({ params }) => ({ card: rowId(params.card) })),
  action(paths.ask, 'wellbeing.ask', BeginForm, show, begin),
  action(paths.end, 'wellbeing.ask', NoForm, show, end),
  // Whoever reloads after ending stands at this address.
  page(paths.end, 'wellbeing.ask', show, ({ params }) => ({ card: rowId(params.card) })),
]
