import type { z } from 'zod'
import { areaScopeOf, may } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { isTaken } from '../db/taken.ts'
import { foldText } from '../lib/fold-text.ts'
import { idOfOrganisation, listOrganisationNames } from '../organisations/queries.ts'
import { correctName, findLife } from '../places/life-queries.ts'
import { doneWords } from '../places/life-words.ts'
import { listAreaChoices, listMunicipalitiesWith, listMunicipalityChoices } from '../places/queries.ts'
import { type Deed, placeAddress, placePaths } from '../places/words.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { pageOf, pageSize, readListQuery } from '../web/list-query.ts'
import { action, file, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { contactRoutes } from './contact-routes.tsx'
import { unitsCsv } from './csv.ts'
import { AnswerForm, EditForm, NewForm } from './forms.ts'
import { countRequests, listKinds, listUnits } from './list-queries.ts'
import { listPage } from './list-view.tsx'
import { addUnit, describeUnit, findDeclinedTwin, findUnit } from './queries.ts'
import { answerRequest, askForUnit, listRequests } from './request-queries.ts'
import { answerPage, requestsPage } from './request-views.tsx'
import { kindOf } from './rules.ts'
import { editPage, newPage, unitPage } from './views.tsx'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnUnit = { params: { unit: string } }

/** What the address narrows the list to: as it was asked, and as the register is asked. */
const readFilter = (query: URLSearchParams) => {
  const list = readListQuery(query, ['area', 'municipality', 'kind', 'state', 'attention'])
  return { list, filter: { ...list.asked, words: foldText(list.asked.q).split(' ').filter(Boolean) } }
}

const showList = async ({ db, user, language, today, query }: Reading) => {
  const scope = areaScopeOf(user)
  const { filter, list } = readFilter(query)
  const { rows, total } = await listUnits(db, scope, filter, today, { page: list.page, size: pageSize })
  return listPage({
    language,
    isCentre: scope.areaId === null,
    units: rows,
    total,
    waiting: may(user, 'units.answer') ? await countRequests(db) : null,
    query: list,
    pages: pageOf(list, total),
    areas: await listAreaChoices(db, scope),
    municipalities: await listMunicipalitiesWith(db, 'unit', scope),
    kinds: await listKinds(db, scope),
  })
}

const makeFile = async ({ db, user, language, today, query }: Reading) => {
  const { rows } = await listUnits(db, areaScopeOf(user), readFilter(query).filter, today, null)
  return {
    type: 'text/csv; charset=utf-8',
    name: `units-${today}.csv`,
    body: unitsCsv(language, rows),
  }
}

const find = async ({ db, user, params, today }: Reading & OnUnit) => {
  const unit = await findUnit(db, areaScopeOf(user), rowId(params.unit), today)
  if (!unit) throw new NotFound()
  return unit
}
const found = (language: SignedIn['language'], id: number, done: Deed): Outcome => ({
  redirect: `${placeAddress('unit', language, id)}?done=${done}`,
  subject: { unit: id },
})

const showUnit = async (visit: Reading & OnUnit) => {
  const { db, user, language, today, query } = visit
  const unit = await find(visit)
  return unitPage(
    language,
    { ...unit, ...(await findLife(db, 'unit', unit)) },
    { today, done: doneWords(language, query), mayAnswer: may(user, 'units.answer') },
  )
}

const showEdit = async (visit: Reading & OnUnit, typed: Typed) =>
  editPage(visit.language, await find(visit), typed)

const edit = async (visit: Writing & OnUnit, form: z.output<typeof EditForm>): Promise<Outcome> => {
  const { db, language } = visit
  const unit = await find(visit)
  if (unit.mergedInto) throw new NotFound()
  // Words of somebody's own stay until another kind is chosen, but nobody adds new ones.
  if (kindOf(form.kind) === null && form.kind !== unit.kind) return { problems: { kind: 'kind-missing' } }
  try {
    if (form.name !== unit.name) await correctName(db, 'unit', unit.id, form.name)
  } catch (error) {
    if (isTaken(error)) return { problems: { name: 'name-taken' } }
    throw error
  }
  await describeUnit(db, unit.id, form)
  return found(language, unit.id, 'saved')
}

/** A declined proposal that is sent again, when the address names one. */
const findDeclined = async (visit: Reading | Writing) => {
  const id = visit.query.get('again')
  if (id === null) return undefined
  const unit = await findUnit(visit.db, areaScopeOf(visit.user), rowId(id), visit.today)
  return unit?.state === 'declined' ? unit : undefined
}

const showNew = async (visit: Reading, typed: Typed) => {
  const { db, user, language, today, query } = visit
  const scope = areaScopeOf(user)
  const municipalities = await listMunicipalityChoices(db, scope, today)
  const declined = await findDeclined(visit)
  return newPage(language, {
    isProposal: !may(user, 'units.answer'),
    organisations: await listOrganisationNames(db, scope),
    municipalities,
    known: declined
      ? { ...declined, reason: declined.reason ?? '', municipality: String(declined.municipalityId) }
      : { organisation: query.get('organisation')?.slice(0, 200) ?? '' },
    typed,
  })
}

const add = async (visit: Writing, form: z.output<typeof NewForm>): Promise<Outcome> => {
  const { db, user, language, now, today } = visit
  const isProposal = !may(user, 'units.answer')
  const scope = areaScopeOf(user)
  const town = (await listMunicipalityChoices(db, scope, today)).find(({ id }) => id === form.municipality)
  const problems = {
    ...(town ? {} : { municipality: 'municipality-missing' }),
    ...(kindOf(form.kind) === null ? { kind: 'kind-missing' } : {}),
    ...(isProposal && form.reason === null ? { reason: 'reason-missing' } : {}),
  }
  if (!town || Object.keys(problems).length > 0) return { problems }
  const organisationId = await idOfOrganisation(db, form.organisation)
  const wanted = { ...form, organisationId, municipalityId: town.id, areaId: town.areaId }
  try {
    const declined = isProposal ? await findDeclinedTwin(db, wanted) : undefined
    if (declined !== undefined) await describeUnit(db, declined, form)
    const id = declined ?? (await addUnit(db, wanted, isProposal ? 'proposed' : 'active'))
    if (isProposal) await askForUnit(db, id, form.reason!, { now, actor: actorOf(user) })
    return found(language, id, isProposal ? 'proposed' : 'made')
  } catch (error) {
    if (isTaken(error)) return { problems: { name: 'name-taken' } }
    throw error
  }
}

const showRequests = async ({ db, language }: Reading) => requestsPage(language, await listRequests(db))

const showAnswer = async (visit: Reading & OnUnit, typed: Typed) => {
  const unit = await find(visit)
  if (unit.reason === null) throw new NotFound()
  return answerPage(visit.language, unit, typed)
}

const answer = async (visit: Writing & OnUnit, form: z.output<typeof AnswerForm>): Promise<Outcome> => {
  const { db, user, now, language } = visit
  const { id } = await find(visit)
  const isFirst = await answerRequest(db, id, form, { now, actor: actorOf(user) })
  if (!isFirst) return { problems: { '': 'answered-already' } }
  return { redirect: placePaths.unit.requests[language], subject: { unit: id, answer: form.answer } }
}

const { unit: paths } = placePaths

export const routes: Route[] = [
  page(paths.list, 'units.read', showList),
  file(paths.file, 'units.read', makeFile),
  page(paths.new, 'units.propose', showNew),
  action(paths.new, 'units.propose', NewForm, showNew, add),
  page(paths.requests, 'units.answer', showRequests),
  page(paths.answer, 'units.answer', showAnswer),
  action(paths.answer, 'units.answer', AnswerForm, showAnswer, answer),
  page(paths.place, 'units.read', showUnit),
  page(paths.edit, 'units.change', showEdit),
  action(paths.edit, 'units.change', EditForm, showEdit, edit),
  ...contactRoutes,
]
