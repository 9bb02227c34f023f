import type { z } from 'zod'
import { placeScopeOf, unitScopeOf } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { AnswerPage } from './answer-view.tsx'
import { AskPage, ChooseSitePage } from './ask-view.tsx'
import { AnswerForm, AskForm, CancelForm } from './forms.ts'
import { ListPage } from './list-view.tsx'
import {
  askVisit,
  changeVisit,
  findSiteToVisit,
  findVisit,
  type GroupVisit,
  listSitesToVisit,
  listVisits,
} from './queries.ts'
import { dayProblem, mayAnswer, mayCancel } from './rules.ts'
import { tell } from './tell.ts'
import { CancelPage, OwnPage } from './view.tsx'
import { paths } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnVisit = { params: { visit: string } }

const showList = async ({ db, user, language, today, query }: Reading) => {
  const scope = placeScopeOf(user)
  const side = 'unitId' in scope ? 'unit' : 'site'
  return ListPage({
    ...(await listVisits(db, scope, today)),
    ...{ language, side, done: query.get('done') },
  })
}

const showAsk = async (visit: Reading, typed: Typed) => {
  const { db, user, language, today, query } = visit
  const id = typed.values.site ?? query.get('site') ?? ''
  const site = /^\d{1,9}$/.test(id) ? await findSiteToVisit(db, Number(id), today) : undefined
  if (site) return AskPage({ language, site, typed })
  const words = (query.get('q') ?? '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 80)
  const sites = await listSitesToVisit(db, unitScopeOf(user), words, today)
  return ChooseSitePage({ language, words, sites, missing: typed.problems.site !== undefined })
}

const ask = async (visit: Writing, asked: z.output<typeof AskForm>): Promise<Outcome> => {
  const { db, user, language, now, today } = visit
  const { site: siteId, ...rest } = asked
  if (!(await findSiteToVisit(db, siteId, today))) return { problems: { site: 'site-missing' } }
  const wrong = dayProblem(asked.visitOn, today)
  if (wrong) return { problems: { visitOn: wrong } }
  const scope = unitScopeOf(user)
  const id = await askVisit(db, scope, { siteId, ...rest }, { actor: actorOf(user), now })
  if (id === undefined) return { problems: { visitOn: 'already-asked' } }
  const made = await findVisit(db, placeScopeOf(user), id)
  await tell(db, 'visit-asked', made!, visit)
  return { redirect: `${fill(paths.one[language], { visit: id })}?done=sent`, subject: { groupVisit: id } }
}

/** A visit of one's own unit or to one's own site; all else does not exist. */
const ownVisit = async ({
  db,
  user,
  params,
}: SignedIn & { db: Read | Write } & OnVisit): Promise<GroupVisit> => {
  const visit = await findVisit(db, placeScopeOf(user), rowId(params.visit))
  if (!visit) throw new NotFound()
  return visit
}

const showOwn = async (visit: Reading & OnVisit) => {
  const { language, today, query } = visit
  const one = await ownVisit(visit)
  return OwnPage({ language, visit: one, mayCancel: mayCancel(one, today), done: query.get('done') })
}

const showCancel = async (visit: Reading & OnVisit) =>
  CancelPage({ language: visit.language, visit: await ownVisit(visit) })

const cancel = async (visit: Writing & OnVisit): Promise<Outcome> => {
  const { db, user, language, now, today } = visit
  const one = await ownVisit(visit)
  const back = fill(paths.one[language], { visit: one.id })
  const subject = { groupVisit: one.id }
  // A second tap, or one too late, finds the page as it is.
  if (!mayCancel(one, today)) return { redirect: back, subject }
  const to = { state: 'cancelled', answer: one.answer, declineReason: null } as const
  if (await changeVisit(db, one, to, { actor: actorOf(user), now }))
    await tell(db, 'visit-cancelled', { ...one, state: 'cancelled' }, visit)
  return { redirect: `${back}?done=cancelled`, subject }
}

const showAnswer = async (visit: Reading & OnVisit, typed: Typed) => {
  const { language, today, query } = visit
  const one = await ownVisit(visit)
  return AnswerPage({
    language,
    visit: one,
    mayAnswer: mayAnswer(one, today),
    done: query.get('done'),
    typed,
  })
}

const answer = async (visit: Writing & OnVisit, given: z.output<typeof AnswerForm>): Promise<Outcome> => {
  const { db, user, language, now, today } = visit
  const one = await ownVisit(visit)
  if (!mayAnswer(one, today)) return { problems: { says: 'too-late' } }
  const state = given.says === 'yes' ? 'accepted' : 'declined'
  const to = { state, answer: given.answer, declineReason: given.reason } as const
  if (!(await changeVisit(db, one, to, { actor: actorOf(user), now })))
    return { problems: { says: 'too-late' } }
  await tell(db, 'visit-answered', { ...one, ...to }, visit)
  const redirect = `${fill(paths.answer[language], { visit: one.id })}?done=answered`
  return { redirect, subject: { groupVisit: one.id, state } }
}

export const routes: Route[] = [
  page(paths.own, 'group-visits.ask', showList),
  page(paths.ask, 'group-visits.ask', showAsk),
  action(paths.ask, 'group-visits.ask', AskForm, showAsk, ask),
  page(paths.one, 'group-visits.ask', showOwn),
  page(paths.cancel, 'group-visits.ask', showCancel),
  action(paths.cancel, 'group-visits.ask', CancelForm, showCancel, cancel),
  page(paths.asked, 'group-visits.answer', showList),
  page(paths.answer, 'group-visits.answer', showAnswer),
  action(paths.answer, 'group-visits.answer', AnswerForm, showAnswer, answer),
]
