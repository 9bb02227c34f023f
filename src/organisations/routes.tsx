import type { z } from 'zod'
import { areaScopeOf, may } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import { foldText } from '../lib/fold-text.ts'
import { contactLines } from '../places/life-words.ts'
import { listAreaChoices, listContactsOf } from '../places/queries.ts'
import { placePaths } from '../places/words.ts'
import { NotFound } from '../web/errors.tsx'
import { pageOf, pageSize, readListQuery } from '../web/list-query.ts'
import { fill } from '../web/paths.ts'
import { action, file, type Outcome, page, proven, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { organisationsCsv } from './csv.ts'
import { MergeForm, OrganisationForm } from './forms.ts'
import { listOrganisations } from './list-queries.ts'
import { listPage } from './list-view.tsx'
import { mergeOrganisation } from './merge-queries.ts'
import {
  addOrganisation,
  changeOrganisation,
  findClash,
  findOrganisation,
  haveTwins,
  listMergeTargets,
  listPlacesOf,
} from './queries.ts'
import { organisationKinds } from './rules.ts'
import { mergePage, organisationForm, organisationPage } from './views.tsx'
import { paths, words } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnOne = { params: { organisation: string } }

/** What the address narrows the list to: as it was asked, and as the register is asked. */
const readFilter = (query: URLSearchParams) => {
  const list = readListQuery(query, ['area', 'kind', 'attention'])
  const kind = [...organisationKinds, 'unknown'].find((one) => one === list.asked.kind) ?? ''
  return { list, filter: { ...list.asked, kind, words: foldText(list.asked.q).split(' ').filter(Boolean) } }
}

const showList = async ({ db, user, language, query }: Reading) => {
  const scope = areaScopeOf(user)
  const { filter, list } = readFilter(query)
  const { rows, total } = await listOrganisations(db, scope, filter, { page: list.page, size: pageSize })
  return listPage({
    language,
    isCentre: scope.areaId === null,
    organisations: rows,
    total,
    query: list,
    pages: pageOf(list, total),
    areas: await listAreaChoices(db, scope),
  })
}

const makeFile = async ({ db, user, language, today, query }: Reading) => {
  const { rows } = await listOrganisations(db, areaScopeOf(user), readFilter(query).filter, null)
  return {
    type: 'text/csv; charset=utf-8',
    name: `organisations-${today}.csv`,
    body: organisationsCsv(language, rows),
  }
}

const find = async ({ db, user, params }: Reading & OnOne) => {
  const organisation = await findOrganisation(db, areaScopeOf(user), rowId(params.organisation))
  if (!organisation) throw new NotFound()
  return organisation
}
const done = (language: Language, id: number, deed: 'saved' | 'made' | 'merged', more = {}): Outcome => ({
  redirect: `${fill(paths.organisation[language], { organisation: id })}?done=${deed}`,
  subject: { organisation: id, ...more },
})
const doneWords = (language: Language, asked: string | null) =>
  asked === 'saved' || asked === 'made' || asked === 'merged' ? words[language][asked] : undefined

const showOne = async (visit: Reading & OnOne) => {
  const { db, user, language, query } = visit
  const organisation = await find(visit)
  return organisationPage(language, organisation, {
    places: await listPlacesOf(db, areaScopeOf(user), organisation.id),
    contacts: contactLines(await listContactsOf(db, organisation.id)),
    done: doneWords(language, query.get('done')),
    mayMerge: may(user, 'organisations.merge'),
  })
}

const clashProblems = (clash: 'name' | 'businessId') =>
  clash === 'name' ? { name: 'name-taken' } : { businessId: 'business-id-taken' }

const showNew = async ({ language }: Reading, typed: Typed) => organisationForm(language, null, typed)

const add = async (
  { db, user, language }: Writing,
  form: z.output<typeof OrganisationForm>,
): Promise<Outcome> => {
  const clash = await findClash(db, form, null)
  if (clash) return { problems: clashProblems(clash) }
  const id = await addOrganisation(db, form)
  if (areaScopeOf(user).areaId === null) return done(language, id, 'made')
  // It comes into a coordinator's own area with its first unit or site: that is next.
  const next = `${placePaths.unit.new[language]}?organisation=${encodeURIComponent(form.name)}`
  return { redirect: next, subject: { organisation: id } }
}

const showEdit = async (visit: Reading & OnOne, typed: Typed) =>
  organisationForm(visit.language, await find(visit), typed)

const edit = async (visit: Writing & OnOne, form: z.output<typeof OrganisationForm>): Promise<Outcome> => {
  const { db, language } = visit
  const { id, isWhollyKept } = await find(visit)
  if (!isWhollyKept) return { problems: { '': 'shared' } }
  const clash = await findClash(db, form, id)
  if (clash) return { problems: clashProblems(clash) }
  await changeOrganisation(db, id, form)
  return done(language, id, 'saved')
}

const showMerge = async (visit: Reading & OnOne, typed: Typed) => {
  const { db, language, query } = visit
  const organisation = await find(visit)
  const targets = await listMergeTargets(db, organisation)
  const asked = typed.values.into ?? query.get('into')
  const into = targets.find(({ id }) => String(id) === asked)
  return mergePage(language, organisation, { targets, into, typed })
}

const merge = async (visit: Writing & OnOne, { into }: z.output<typeof MergeForm>): Promise<Outcome> => {
  const { db, language, now, today } = visit
  const organisation = await find(visit)
  const targets = await listMergeTargets(db, organisation)
  if (!targets.some(({ id }) => id === into)) return { problems: { into: 'into-missing' } }
  if (await haveTwins(db, organisation.id, into)) return { problems: { into: 'merge-twins' } }
  await mergeOrganisation(db, organisation.id, into, { now, today })
  return done(language, into, 'merged', { from: organisation.id })
}

export const routes: Route[] = [
  page(paths.list, 'organisations.read', showList),
  file(paths.file, 'organisations.read', makeFile),
  page(paths.new, 'organisations.change', showNew),
  action(paths.new, 'organisations.change', OrganisationForm, showNew, add),
  page(paths.organisation, 'organisations.read', showOne),
  page(paths.edit, 'organisations.change', showEdit),
  action(paths.edit, 'organisations.change', OrganisationForm, showEdit, edit),
  proven(page(paths.merge, 'organisations.merge', showMerge)),
  proven(action(paths.merge, 'organisations.merge', MergeForm, showMerge, merge)),
]
