import type { z } from 'zod'
import { areaScopeOf } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { isTaken } from '../db/taken.ts'
import { countFailingFeeds } from '../events/feed-queries.ts'
import type { Language } from '../i18n/translated.ts'
import { foldText } from '../lib/fold-text.ts'
import { categories } from '../network/rules.ts'
import { idOfOrganisation, listOrganisationNames } from '../organisations/queries.ts'
import { correctName, findLife } from '../places/life-queries.ts'
import { doneWords } from '../places/life-words.ts'
import {
  listAllMunicipalities,
  listAreaChoices,
  listMunicipalitiesWith,
  listMunicipalityChoices,
} from '../places/queries.ts'
import { type Deed, placeAddress, placePaths } from '../places/words.ts'
import { NotFound } from '../web/errors.tsx'
import { pageOf, pageSize, readListQuery } from '../web/list-query.ts'
import { action, file, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { sitesCsv } from './csv.ts'
import { editPage, newPage } from './form-views.tsx'
import { EditForm, IntermediaryForm, NewForm, NoForm } from './forms.ts'
import { listSites } from './list-queries.ts'
import { listPage } from './list-view.tsx'
import {
  addIntermediary,
  addSite,
  describeSite,
  endIntermediary,
  findSite,
  listIntermediaries,
  listKnownIntermediaries,
} from './queries.ts'
import { intermediaryPage, sitePage } from './views.tsx'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnSite = { params: { site: string } }

/** What the address narrows the list to: as it was asked, and as the register is asked. */
const readFilter = (query: URLSearchParams) => {
  const list = readListQuery(query, ['area', 'municipality', 'category', 'state', 'attention'])
  const category = categories.find((one) => one === list.asked.category) ?? ''
  return {
    list,
    filter: { ...list.asked, category, words: foldText(list.asked.q).split(' ').filter(Boolean) },
  }
}

const showList = async ({ db, user, language, today, query }: Reading) => {
  const scope = areaScopeOf(user)
  const { filter, list } = readFilter(query)
  const { rows, total } = await listSites(db, scope, filter, today, { page: list.page, size: pageSize })
  return listPage({
    language,
    isCentre: scope.areaId === null,
    sites: rows,
    total,
    query: list,
    pages: pageOf(list, total),
    areas: await listAreaChoices(db, scope),
    municipalities: await listMunicipalitiesWith(db, 'site', scope),
  })
}

const makeFile = async ({ db, user, language, today, query }: Reading) => {
  const { rows } = await listSites(db, areaScopeOf(user), readFilter(query).filter, today, null)
  return { type: 'text/csv; charset=utf-8', name: `sites-${today}.csv`, body: sitesCsv(language, rows) }
}

const find = async ({ db, user, params, today }: Reading & OnSite) => {
  const site = await findSite(db, areaScopeOf(user), rowId(params.site), today)
  if (!site) throw new NotFound()
  return site
}
/** A merged site is only history: nothing of it changes any more. */
const findStanding = async (visit: Reading & OnSite) => {
  const site = await find(visit)
  if (site.mergedInto) throw new NotFound()
  return site
}
const done = (language: Language, id: number, deed: Deed, more = {}): Outcome => ({
  redirect: `${placeAddress('site', language, id)}?done=${deed}`,
  subject: { site: id, ...more },
})

const showSite = async (visit: Reading & OnSite) => {
  const { db, language, today, query } = visit
  const site = await find(visit)
  return sitePage(
    language,
    { ...site, ...(await findLife(db, 'site', site)) },
    {
      ...{ today, done: doneWords(language, query) },
      intermediaries: await listIntermediaries(db, site.id),
      failingFeeds: await countFailingFeeds(db, site.id),
    },
  )
}

const showEdit = async (visit: Reading & OnSite, typed: Typed) =>
  editPage(visit.language, await findStanding(visit), typed)

const edit = async (visit: Writing & OnSite, form: z.output<typeof EditForm>): Promise<Outcome> => {
  const { db, language } = visit
  const site = await findStanding(visit)
  try {
    if (form.name !== site.name) await correctName(db, 'site', site.id, form.name)
  } catch (error) {
    if (isTaken(error)) return { problems: { name: 'name-taken' } }
    throw error
  }
  const time = site.areaId === null ? {} : { popupFrom: null, popupUntil: null }
  await describeSite(db, site.id, { ...form, ...time })
  return done(language, site.id, 'saved')
}

const showNew = async ({ db, user, language, today, query }: Reading, typed: Typed) => {
  const scope = areaScopeOf(user)
  const isCentre = scope.areaId === null
  return newPage(language, {
    isCentre,
    organisation: query.get('organisation')?.slice(0, 200) ?? '',
    organisations: await listOrganisationNames(db, scope),
    municipalities: isCentre
      ? await listAllMunicipalities(db)
      : await listMunicipalityChoices(db, scope, today),
    typed,
  })
}

const add = async (
  { db, user, language, today }: Writing,
  form: z.output<typeof NewForm>,
): Promise<Outcome> => {
  const scope = areaScopeOf(user)
  // Outside the networks only the centre keeps anything.
  const isPopUp = form.isPopUp && scope.areaId === null
  const town = (await listMunicipalityChoices(db, scope, today)).find(({ id }) => id === form.municipality)
  if (isPopUp && !(await listAllMunicipalities(db)).some(({ id }) => id === form.municipality))
    return { problems: { municipality: 'municipality-missing' } }
  if (!isPopUp && !town)
    return {
      problems: { municipality: scope.areaId === null ? 'municipality-no-area' : 'municipality-missing' },
    }
  const organisationId = await idOfOrganisation(db, form.organisation)
  const place = isPopUp ? { areaId: null } : { areaId: town!.areaId, popupFrom: null, popupUntil: null }
  try {
    const id = await addSite(db, { ...form, ...place, organisationId, municipalityId: form.municipality })
    return done(language, id, 'made')
  } catch (error) {
    if (isTaken(error)) return { problems: { name: 'name-taken' } }
    throw error
  }
}

const showIntermediary = async (visit: Reading & OnSite, typed: Typed) =>
  intermediaryPage(visit.language, await findStanding(visit), await listKnownIntermediaries(visit.db), typed)

const addOne = async (visit: Writing & OnSite, form: z.output<typeof IntermediaryForm>): Promise<Outcome> => {
  const { id } = await findStanding(visit)
  const organisation = await idOfOrganisation(visit.db, form.organisation)
  await addIntermediary(visit.db, id, organisation)
  return done(visit.language, id, 'saved', { organisation })
}

const endOne = async (
  visit: Writing & { params: { site: string; organisation: string } },
): Promise<Outcome> => {
  const { id } = await findStanding(visit)
  const organisation = rowId(visit.params.organisation)
  await endIntermediary(visit.db, id, organisation)
  return done(visit.language, id, 'saved', { organisation })
}

const { site: paths } = placePaths

export const routes: Route[] = [
  page(paths.list, 'sites.read', showList),
  file(paths.file, 'sites.read', makeFile),
  page(paths.new, 'sites.create', showNew),
  action(paths.new, 'sites.create', NewForm, showNew, add),
  page(paths.place, 'sites.read', showSite),
  page(paths.edit, 'sites.change', showEdit),
  action(paths.edit, 'sites.change', EditForm, showEdit, edit),
  page(paths.intermediary, 'sites.change', showIntermediary),
  action(paths.intermediary, 'sites.change', IntermediaryForm, showIntermediary, addOne),
  action(paths.endIntermediary, 'sites.change', NoForm, showIntermediary, endOne),
]
