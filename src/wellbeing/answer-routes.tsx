import { takeTokens } from '../accounts/limit-queries.ts'
import type { Read, Write } from '../db/db.ts'
import { isHolderLanguage } from '../i18n/holder-languages.ts'
import { NotFound, TooMany } from '../web/errors.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import { newToken } from '../web/session-cookie.ts'
import type { Typed, Visit } from '../web/visit.ts'
import { findRound, finishRound, type Link, listGiven, putAnswer, startRound } from './answer-queries.ts'
import { overPage, questionPage, sendPage, startPage } from './answer-views.tsx'
import { AnswerForm, NoForm, SendForm } from './forms.ts'
import { findInstrument, type KeptInstrument } from './instrument-queries.ts'
import { guessLimits, linkState, type OpenRound } from './rules.ts'
import { answerPaths } from './words.ts'

type ByToken = Visit<'token'>
type AtQuestion = Visit<'token' | 'question'>

const linkOf = ({ params, bond }: ByToken): Link => ({ token: params.token, bond })

const languageOf = ({ language }: OpenRound) => (isHolderLanguage(language) ? language : 'fi')

/**
 * What a link shows: a page of its round while this browser may answer it, else why it may not.
 * @param show the page for the browser that opened it; without one, the start
 */
const follow = async (
  visit: ByToken & { db: Read },
  show?: (round: OpenRound, instrument: KeptInstrument) => Promise<Page>,
): Promise<Page> => {
  const round = await findRound(visit.db, linkOf(visit))
  if (!round) throw new NotFound()
  const state = linkState(round, visit.now)
  const language = languageOf(round)
  if (state !== 'fresh' && state !== 'here')
    return overPage({ language, state, round, staff: visit.user?.language ?? null })
  const instrument = (await findInstrument(visit.db, round.instrumentId))!
  if (state === 'here' && show) return show(round, instrument)
  return startPage({ language, token: visit.params.token, state, count: instrument.items.length })
}

const showLink = (visit: ByToken & { db: Read }) => follow(visit)

const showQuestion = (visit: AtQuestion & { db: Read }, { problems }: Typed) =>
  follow(visit, async (round, instrument) => {
    const question = rowId(visit.params.question)
    if (question < 1 || question > instrument.items.length) throw new NotFound()
    const given = await listGiven(visit.db, linkOf(visit), visit.now)
    return questionPage({
      language: languageOf(round),
      token: visit.params.token,
      instrument,
      question,
      given: given.get(question),
      problem: Object.keys(problems).length > 0,
    })
  })

const showSend = (visit: ByToken & { db: Read }) =>
  follow(visit, async (round, instrument) => {
    const given = await listGiven(visit.db, linkOf(visit), visit.now)
    const count = instrument.items.length
    return sendPage({
      language: languageOf(round),
      token: visit.params.token,
      answered: [...given.values()].filter(({ isAnswered }) => isAnswered).length,
      count,
      last: Math.min(count, Math.max(1, ...given.keys())),
    })
  })

/** The log names the round and nothing of what was said in it. */
const subjectOf = async (visit: ByToken & { db: Write }) => {
  const round = await findRound(visit.db, linkOf(visit))
  if (!round) throw new NotFound()
  return { round: round.id }
}

/** The link is this browser's from now on; the next one that follows it learns nothing. */
const start = async (visit: ByToken & { db: Write }): Promise<Outcome> => {
  const { db, params, now } = visit
  const subject = await subjectOf(visit)
  const bond = newToken()
  const isOurs = await startRound(db, { token: params.token, bond }, now)
  // Sent twice, or too late: the page of the link says how it is.
  if (!isOurs) return { redirect: fill(answerPaths.link, params), subject: { ...subject, again: true } }
  return { redirect: fill(answerPaths.question, { ...params, question: 1 }), bond, subject }
}

const answer = async (visit: AtQuestion & { db: Write }, { points }: { points: number | null }) => {
  const { db, params, now } = visit
  const subject = await subjectOf(visit)
  const question = rowId(params.question)
  const isKept = await putAnswer(db, linkOf(visit), { item: question, points, now })
  if (!isKept) return { redirect: fill(answerPaths.link, params), subject: { ...subject, kept: false } }
  const round = (await findRound(db, linkOf(visit)))!
  const count = (await findInstrument(db, round.instrumentId))!.items.length
  const next =
    question < count
      ? fill(answerPaths.question, { ...params, question: question + 1 })
      : fill(answerPaths.send, params)
  return { redirect: next, subject }
}

const send = async (visit: ByToken & { db: Write }, { keep }: { keep: 'yes' | 'no' }): Promise<Outcome> => {
  const subject = await subjectOf(visit)
  const isDone = await finishRound(visit.db, linkOf(visit), keep === 'yes', visit.now)
  const redirect = fill(answerPaths.link, visit.params)
  if (!isDone) return { redirect, subject: { ...subject, again: true } }
  return { redirect, bond: null, subject: { ...subject, [keep === 'yes' ? 'finished' : 'deleted']: true } }
}

/**
 * A link that exists is never held and leaves no trace of where it was followed; one that leads nowhere is counted.
 * Tokens have 256 bits, so that nobody learns anything by being let through.
 */
const counted = (route: Route): Route => ({
  ...route,
  serve: async (visit, fields, database) => {
    const { params, network, keys, now } = visit as unknown as ByToken
    const round = await database.read((db) => findRound(db, { token: params.token, bond: null }))
    if (round) return route.serve(visit, fields, database)
    const wait = await takeTokens(database.pool, guessLimits(keys.cardCode, network), now)
    throw wait > 0 ? new TooMany(wait) : new NotFound()
  },
})

export const routes: Route[] = [
  page(answerPaths.link, 'wellbeing.answer', showLink),
  action(answerPaths.link, 'wellbeing.answer', NoForm, showLink, start),
  page(answerPaths.question, 'wellbeing.answer', showQuestion),
  action(answerPaths.question, 'wellbeing.answer', AnswerForm, showQuestion, answer),
  page(answerPaths.send, 'wellbeing.answer', showSend),
  action(answerPaths.send, 'wellbeing.answer', SendForm, showSend, send),
].map(counted)
