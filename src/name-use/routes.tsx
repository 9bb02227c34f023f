import type { z } from 'zod'
import { areaScopeOf, may } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { foldText } from '../lib/fold-text.ts'
import { writeDay } from '../lib/typed-day.ts'
import { listOrganisationNames } from '../organisations/queries.ts'
import { NotFound } from '../web/errors.tsx'
import { pageOf, pageSize, readListQuery } from '../web/list-query.ts'
import { fill } from '../web/paths.ts'
import { action, file, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { listLapsed, listPartners, noteStopped } from './commitment-queries.ts'
import { partnersCsv, usesCsv } from './files.ts'
import { endPage, foundPage, leavePage, stepPage, stopPage } from './form-views.tsx'
import { ChangeForm, EndForm, FoundForm, type Given, LeaveForm, StepForm, StopForm } from './forms.ts'
import { onePage } from './one-view.tsx'
import {
  addStep,
  addUse,
  changeUse,
  countUses,
  endUse,
  findUse,
  listSteps,
  listUses,
  lockUse,
  type NameUse,
  whoCalled,
} from './queries.ts'
import { endProblem, isGroup, stepProblem, whoOf } from './rules.ts'
import { listPage, partnersPage } from './views.tsx'
import { type Done, deeds, paths } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnUse = { params: { nameUse: string } }

const wordsOf = (query: string) => foldText(query).split(' ').filter(Boolean)
const doneOf = (query: URLSearchParams) => deeds.find((one) => one === query.get('done')) ?? null

const readFilter = (query: URLSearchParams) => {
  const list = readListQuery(query, ['group'])
  const { q, group } = list.asked
  return { list, filter: { words: wordsOf(q), group: isGroup(group) ? group : ('' as const) } }
}

const showList = async ({ db, user, language, today, query }: Reading) => {
  const { list, filter } = readFilter(query)
  const { rows, total } = await listUses(db, filter, today, { page: list.page, size: pageSize })
  const partners = await listPartners(db, [], today, { page: 1, size: 1 })
  return listPage({
    ...{ language, today, rows, total, query: list, pages: pageOf(list, total) },
    mayKeep: may(user, 'name-use.keep'),
    counts: await countUses(db, today),
    lapsed: await listLapsed(db, today),
    partners: partners.total,
    done: doneOf(query),
  })
}

const makeFile = async ({ db, language, today, query }: Reading) => ({
  type: 'text/csv; charset=utf-8',
  name: `name-use-${today}.csv`,
  body: usesCsv(language, (await listUses(db, readFilter(query).filter, today, null)).rows, today),
})

const showPartners = async ({ db, language, today, query }: Reading) => {
  const list = readListQuery(query, [])
  const at = { page: list.page, size: pageSize }
  const { rows, total } = await listPartners(db, wordsOf(list.asked.q), today, at)
  return partnersPage({ language, rows, total, query: list, pages: pageOf(list, total) })
}

const makePartnersFile = async ({ db, language, today, query }: Reading) => ({
  type: 'text/csv; charset=utf-8',
  name: `name-use-by-commitment-${today}.csv`,
  body: partnersCsv(
    language,
    (await listPartners(db, wordsOf(readListQuery(query, []).asked.q), today, null)).rows,
  ),
})

/** @throws NotFound for what is not there, or is of another area */
const foundUse = async ({ db, params }: { db: Read } & OnUse): Promise<NameUse> => {
  const use = await findUse(db, rowId(params.nameUse))
  if (!use) throw new NotFound()
  return use
}

const backTo = ({ language }: SignedIn, id: number, done: Done) =>
  `${fill(paths.one[language], { nameUse: id })}?done=${done}`

const showOne = async (visit: Reading & OnUse) => {
  const { db, user, language, today, query } = visit
  const use = await foundUse(visit)
  return onePage({
    ...{ language, today, use, mayKeep: may(user, 'name-use.keep'), done: doneOf(query) },
    steps: await listSteps(db, use.id),
  })
}

const namesFor = ({ db, user }: Reading) => listOrganisationNames(db, areaScopeOf(user))
const isSent = ({ values }: Typed) => Object.keys(values).length > 0

const textsOf = (use: NameUse): Record<string, string> => ({
  ...{ who: use.who, mark: use.mark, purpose: use.purpose, place: use.place },
  ...{ grantedBy: use.grantedBy ?? '', recordNumber: use.recordNumber ?? '' },
  ...{ grantedOn: writeDay(use.grantedOn), from: writeDay(use.from), until: writeDay(use.until) },
  ...{ conditions: use.conditions ?? '', noticedOn: writeDay(use.noticedOn) },
})

/** A leave for a use that was found begins with what is known of it. */
const showLeave = async (visit: Reading, typed: Typed) => {
  const { language, query, db, today } = visit
  const asked = query.get('use')
  const known = asked && /^\d{1,9}$/.test(asked) ? await findUse(db, Number(asked)) : undefined
  const values = { ...(known ? textsOf(known) : {}), grantedOn: writeDay(today), from: writeDay(today) }
  return leavePage({
    ...{ language, use: null, action: paths.leave[language], organisations: await namesFor(visit) },
    typed: isSent(typed) ? typed : { ...typed, values },
  })
}

const showFound = async (visit: Reading, typed: Typed) => {
  const { language, query, today } = visit
  const values = { who: query.get('who')?.slice(0, 200) ?? '', noticedOn: writeDay(today) }
  return foundPage({
    ...{ language, use: null, action: paths.found[language], organisations: await namesFor(visit) },
    typed: isSent(typed) ? typed : { ...typed, values },
  })
}

const add = async (visit: Writing, { who, ...use }: Given): Promise<Outcome> => {
  const { db, now, today } = visit
  if ('noticedOn' in use && use.noticedOn > today) return { problems: { noticedOn: 'day-to-come' } }
  const id = await addUse(db, await whoCalled(db, who), use, now)
  return { redirect: backTo(visit, id, 'added'), subject: { nameUse: id } }
}

const showChange = async (visit: Reading & OnUse, typed: Typed) => {
  const { language } = visit
  const use = await foundUse(visit)
  const show = use.basis === 'leave' ? leavePage : foundPage
  return show({
    ...{ language, use, organisations: await namesFor(visit) },
    action: fill(paths.change[language], { nameUse: use.id }),
    typed: isSent(typed) ? typed : { ...typed, values: textsOf(use) },
  })
}

/** The form of the kind that the use has: a leave stays a leave. */
const change = async (visit: Writing & OnUse, given: Given): Promise<Outcome> => {
  const { db, now, params, today } = visit
  const use = await lockUse(db, rowId(params.nameUse))
  const { who, ...wanted } = given
  if (!use || 'from' in wanted !== (use.basis === 'leave')) throw new NotFound()
  if ('noticedOn' in wanted && wanted.noticedOn > today) return { problems: { noticedOn: 'day-to-come' } }
  if ('from' in wanted && use.endedOn !== null && use.endedOn < wanted.from)
    return { problems: { from: 'until-early' } }
  await changeUse(db, use.id, await whoCalled(db, who), wanted, now)
  return { redirect: backTo(visit, use.id, 'changed'), subject: { nameUse: use.id } }
}

const showEnd = async (visit: Reading & OnUse, typed: Typed) => {
  const use = await foundUse(visit)
  if (use.basis !== 'leave') throw new NotFound()
  const values = { on: writeDay(visit.today) }
  return endPage({ language: visit.language, use, typed: isSent(typed) ? typed : { ...typed, values } })
}

const end = async (visit: Writing & OnUse, given: { on: Day; reason: string }): Promise<Outcome> => {
  const use = await lockUse(visit.db, rowId(visit.params.nameUse))
  if (use?.basis !== 'leave') throw new NotFound()
  const problem = endProblem(use, given.on)
  if (problem) return { problems: { on: problem } }
  await endUse(visit.db, use.id, given, visit.now)
  return { redirect: backTo(visit, use.id, 'ended'), subject: { nameUse: use.id, endedOn: given.on } }
}

const showStep = async (visit: Reading & OnUse, typed: Typed) => {
  const use = await foundUse(visit)
  if (use.basis !== 'found') throw new NotFound()
  const values = { on: writeDay(visit.today) }
  return stepPage({ language: visit.language, use, typed: isSent(typed) ? typed : { ...typed, values } })
}

const takeStep = async (visit: Writing & OnUse, given: z.output<typeof StepForm>): Promise<Outcome> => {
  const use = await lockUse(visit.db, rowId(visit.params.nameUse))
  if (use?.basis !== 'found') throw new NotFound()
  const last = { step: use.lastStep, on: use.lastOn ?? given.on }
  const problem = stepProblem(last, given.on, visit.today)
  if (problem) return { problems: { on: problem } }
  await addStep(visit.db, use.id, given, visit.now)
  return { redirect: backTo(visit, use.id, 'step'), subject: { nameUse: use.id, step: given.step } }
}

const showStop = async ({ db, language, today, query }: Reading, typed: Typed) => {
  const asked = typed.values.who ?? query.get('who')
  const lapsed = (await listLapsed(db, today)).find(({ key }) => key === asked) ?? null
  const values = { on: writeDay(today) }
  return stopPage({ language, lapsed, typed: isSent(typed) ? typed : { ...typed, values } })
}

const stop = async (visit: Writing, { who, on }: z.output<typeof StopForm>): Promise<Outcome> => {
  const { db, language, today, now } = visit
  const lapsed = (await listLapsed(db, today)).find(({ key }) => key === who)
  const whose = lapsed && whoOf(lapsed.key)
  if (!lapsed || !whose) return { problems: { '': 'who-gone' } }
  if (on > today) return { problems: { on: 'day-to-come' } }
  await noteStopped(db, whose, { lapsedOn: lapsed.lapsedOn, stoppedOn: on }, now)
  return {
    redirect: `${paths.list[language]}?done=stopped`,
    subject: { organisation: lapsed.organisationId, stoppedOn: on },
  }
}

export const routes: Route[] = [
  page(paths.list, 'name-use.read', showList),
  file(paths.file, 'name-use.read', makeFile),
  page(paths.partners, 'name-use.read', showPartners),
  file(paths.partnersFile, 'name-use.read', makePartnersFile),
  page(paths.leave, 'name-use.keep', showLeave),
  action(paths.leave, 'name-use.keep', LeaveForm, showLeave, add),
  page(paths.found, 'name-use.keep', showFound),
  action(paths.found, 'name-use.keep', FoundForm, showFound, add),
  page(paths.stopped, 'name-use.keep', showStop),
  action(paths.stopped, 'name-use.keep', StopForm, showStop, stop),
  page(paths.one, 'name-use.read', showOne),
  page(paths.change, 'name-use.keep', showChange),
  action(paths.change, 'name-use.keep', ChangeForm, showChange, change),
  page(paths.end, 'name-use.keep', showEnd),
  action(paths.end, 'name-use.keep', EndForm, showEnd, end),
  page(paths.step, 'name-use.keep', showStep),
  action(paths.step, 'name-use.keep', StepForm, showStep, takeStep),
]
