import type { z } from 'zod'
import { unitScopeOf } from '../access.ts'
import { takeToken } from '../accounts/limit-queries.ts'
import { findCardByCode, findOwnCard } from '../cards/queries.ts'
import type { Read, Write } from '../db/db.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, file, type Outcome, page, proven, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { ErasePage } from './erase-view.tsx'
import { CodeForm, EraseForm, type Problem } from './forms.ts'
import { eraseSubject, findSubjectData, listHoldersCards } from './queries.ts'
import { exportOf } from './rules.ts'
import { AskPage, SubjectPage } from './views.tsx'
import { paths } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnCard = { params: { card: string } }

const idOf = (text: string) => {
  if (!/^\d{1,15}$/.test(text)) throw new NotFound()
  return Number(text)
}
/** Whose data was asked for: said in the log, and so to the holder the next time. */
const subjectOf = ({ params }: OnCard) => ({ card: idOf(params.card) })

const showAsk = async ({ language, query }: Reading, typed: Typed) =>
  AskPage({ language, typed, erased: query.has('erased') })

/** Wrong codes an hour, an account: the same few as on the page that issues cards. */
const missesPerHour = 20

/** The card in the holder's hand names itself; its code then stands in no address. */
const ask = async (
  { db, user, language, now, keys }: Writing,
  { code }: z.output<typeof CodeForm>,
): Promise<Outcome> => {
  const card = await findCardByCode(db, unitScopeOf(user), keys, code)
  if (card?.own && card.state !== 'stock')
    return { redirect: fill(paths.subject[language], { card: card.id }), subject: { card: card.id } }
  if (card?.own) return { problems: { code: 'in-stock' satisfies Problem } }
  const wait = await takeToken(db, `code-misses:${user.accountId}`, missesPerHour, missesPerHour, now)
  const problem: Problem = wait > 0 ? 'too-many-codes' : card ? 'other-unit' : 'not-found'
  return { problems: { code: problem }, keep: true }
}

/** The data of a registered card of one's own unit; all else is not there. */
const findData = async ({ db, user, params }: Reading & OnCard) => {
  const data = await findSubjectData(db, unitScopeOf(user), idOf(params.card))
  if (!data || data.card[0]?.state === 'stock') throw new NotFound()
  return data
}

const showSubject = async (visit: Reading & OnCard) =>
  SubjectPage({
    language: visit.language,
    card: idOf(visit.params.card),
    data: await findData(visit),
    today: visit.today,
  })

const makeJson = async (visit: Reading & OnCard) => ({
  type: 'application/json; charset=utf-8',
  name: `kaiku-card-data-${visit.today}.json`,
  body: `${JSON.stringify(exportOf(await findData(visit), visit.today), null, 2)}\n`,
})

const showErase = async ({ db, user, language, params }: Reading & OnCard, typed: Typed) => {
  const card = idOf(params.card)
  const own = await findOwnCard(db, unitScopeOf(user), card)
  if (!own || own.state === 'stock') throw new NotFound()
  return ErasePage({ language, typed, card, cards: await listHoldersCards(db, unitScopeOf(user), card) })
}

const erase = async ({ db, user, language, params, today }: Writing & OnCard): Promise<Outcome> => {
  const card = idOf(params.card)
  const own = await findOwnCard(db, unitScopeOf(user), card)
  if (!own || own.state === 'stock') throw new NotFound()
  const cards = await eraseSubject(db, unitScopeOf(user), card, today)
  return { redirect: `${paths.ask[language]}?erased`, subject: { card, cards } }
}

export const routes: Route[] = [
  page(paths.ask, 'subjects.read', showAsk),
  action(paths.ask, 'subjects.read', CodeForm, showAsk, ask),
  page(paths.subject, 'subjects.read', showSubject, subjectOf),
  file(paths.json, 'subjects.read', makeJson, subjectOf),
  proven(page(paths.erase, 'subjects.erase', showErase)),
  proven(action(paths.erase, 'subjects.erase', EraseForm, showErase, erase)),
]
