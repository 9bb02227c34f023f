import type { z } from 'zod'
import { areaScopeOf } from '../access.ts'
import { listAreaNames } from '../areas/queries.ts'
import type { Read, Write } from '../db/db.ts'
import { addDays } from '../lib/dates.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { pageOf, pageSize, readListQuery } from '../web/list-query.ts'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { DecisionForm, EmptyForm, MuteForm, readFilter } from './forms.ts'
import { listLimits } from './limit-queries.ts'
import { routes as limitRoutes } from './limit-routes.tsx'
import { limitsOn } from './limit-rules.ts'
import { listPage, mutePage } from './list-views.tsx'
import { addMute, endMute, listMutes } from './mute-queries.ts'
import { countSignals, decide, findSignal, listSignals, reopen, type Signal } from './queries.ts'
import { isStanding, longestMute, longestWatch, untilProblem } from './rules.ts'
import { onePage } from './views.tsx'
import { doneIn, paths } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnSignal = { params: { signal: string } }
type OnMute = { params: { mute: string } }

const showList = async ({ db, user, language, today, query }: Reading) => {
  const asked = readListQuery(query, ['kind', 'area', 'show'])
  const filter = readFilter(asked.asked)
  const count = await countSignals(db, filter)
  const pages = pageOf(asked, count)
  return listPage({
    ...{ language, filter, query: asked, pages, count, done: doneIn(language, query) },
    signals: await listSignals(db, filter, { offset: (pages.page - 1) * pageSize, limit: pageSize }),
    areas: await listAreaNames(db, areaScopeOf(user)),
    mutes: await listMutes(db, today),
  })
}

/** @throws NotFound when there is none, or it was removed in its time */
const asked = async ({ db, params }: Reading & OnSignal): Promise<Signal> => {
  const signal = await findSignal(db, rowId(params.signal))
  if (!signal) throw new NotFound()
  return signal
}

const showOne = async (visit: Reading & OnSignal, typed: Typed) => {
  const { language, query } = visit
  return onePage({ language, signal: await asked(visit), done: doneIn(language, query), typed })
}

const backTo = ({ language }: SignedIn, { id }: Signal, done: string) =>
  `${fill(paths.one[language], { signal: id })}?done=${done}`

/** A signal of one kind and place can be watched only so long; who closes it has said why. */
const decideOn = async (
  visit: Writing & OnSignal,
  { decision, note, until }: z.output<typeof DecisionForm>,
): Promise<Outcome> => {
  const signal = await asked(visit)
  const watchUntil = decision === 'watched' ? until! : null
  const problem = watchUntil && untilProblem(watchUntil, visit.today, longestWatch)
  if (problem) return { problems: { until: problem } }
  const by = { actor: actorOf(visit.user), now: visit.now }
  if (!(await decide(visit.db, signal.id, { decision, note, watchUntil }, by)))
    return { problems: { '': 'ended' } }
  return { redirect: backTo(visit, signal, decision), subject: { signal: signal.id, decision } }
}

/** It stands as long as a new one would. */
const reopenOne = async (visit: Writing & OnSignal): Promise<Outcome> => {
  const signal = await asked(visit)
  if (isStanding(signal.state)) return { redirect: backTo(visit, signal, 'reopened') }
  const { openDays } = limitsOn(await listLimits(visit.db), visit.today)
  if (!(await reopen(visit.db, signal.id, addDays(visit.today, openDays))))
    return { problems: { '': 'stands' } }
  return {
    redirect: backTo(visit, signal, 'reopened'),
    subject: { signal: signal.id, decision: 'reopened' },
  }
}

const showMute = async (visit: Reading & OnSignal, typed: Typed) =>
  mutePage({ language: visit.language, signal: await asked(visit), typed })

/** What is muted stays as it is; only new ones do not come. */
const mute = async (
  visit: Writing & OnSignal,
  { until, reason }: z.output<typeof MuteForm>,
): Promise<Outcome> => {
  const signal = await asked(visit)
  const problem = untilProblem(until, visit.today, longestMute)
  if (problem) return { problems: { until: problem } }
  const { kind, siteId, unitId } = signal
  const by = { actor: actorOf(visit.user), now: visit.now }
  const id = await addMute(visit.db, { kind, siteId, unitId, until, reason }, by)
  return {
    redirect: `${paths.list[visit.language]}?done=muted`,
    subject: { mute: id, kind, site: siteId, unit: unitId },
  }
}

const unmute = async ({ db, language, params, now }: Writing & OnMute): Promise<Outcome> => {
  const id = rowId(params.mute)
  if (!(await endMute(db, id, now))) throw new NotFound()
  return { redirect: `${paths.list[language]}?done=unmuted`, subject: { mute: id, ended: true } }
}

export const routes: Route[] = [
  page(paths.list, 'signals.read', showList),
  // Before the address of one: their words are no numbers.
  ...limitRoutes,
  page(paths.one, 'signals.read', showOne, ({ params }) => ({ signal: params.signal })),
  action(paths.one, 'signals.decide', DecisionForm, showOne, decideOn),
  page(paths.mute, 'signals.decide', showMute),
  action(paths.mute, 'signals.decide', MuteForm, showMute, mute),
  action(paths.reopen, 'signals.decide', EmptyForm, showOne, reopenOne),
  // What was refused stands at this address: a reload then shows the signal.
  page(paths.reopen, 'signals.read', showOne),
  action(paths.endMute, 'signals.decide', EmptyForm, showList, unmute),
  page(paths.endMute, 'signals.read', showList),
]
