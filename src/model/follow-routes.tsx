import type { z } from 'zod'
import { areaScopeOf, may } from '../access.ts'
import { findOwner } from '../contacts/queries.ts'
import type { Read } from '../db/db.ts'
import { spreadsheetCsv } from '../lib/csv-write.ts'
import { addDays } from '../lib/dates.ts'
import { foldText } from '../lib/fold-text.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { pageOf, pageSize, readListQuery } from '../web/list-query.ts'
import { fill } from '../web/paths.ts'
import { action, file, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { addConsequence, addExtension, endConsequence, listConsequences } from './follow-queries.ts'
import { bitesOn } from './follow-rules.ts'
import { extendPage, followPage } from './follow-views.tsx'
import { ConsequenceForm, ExtensionForm, NoForm } from './forms.ts'
import { doneOf, paths } from './keep-words.ts'
import { countByArea, countPartners, listPartners, type Narrowed } from './list-queries.ts'
import { partnersPage, stateOf } from './partner-views.tsx'
import { backTo, type OnModel, publishedAt, type Reading, versionAt, type Writing } from './reading.ts'
import { countedOn, leastWarningDays, type PlaceKind, placeKinds } from './rules.ts'

const showAdd = async (visit: Reading & OnModel, typed: Typed) =>
  followPage({ language: visit.language, typed, version: await versionAt(visit) })

/** What is added to a published version must not bite before everyone has had the time to read of it. */
const add = async (visit: Writing & OnModel, told: z.output<typeof ConsequenceForm>): Promise<Outcome> => {
  const { db, today, now, user } = visit
  const version = await versionAt(visit)
  const bites = bitesOn({ versionFrom: version.from, graceDays: told.graceDays })
  if (bites !== null && bites < addDays(today, leastWarningDays))
    return { problems: { days: 'warning-short' } }
  const wanted = { ...told, version: version.number, from: today }
  const id = await addConsequence(db, wanted, { actor: actorOf(user), now })
  if (id === undefined) return { problems: { what: 'same-already' } }
  return {
    redirect: backTo(visit, version.number, 'follow'),
    subject: { model: version.number, consequence: id, kind: told.kind, days: told.graceDays },
  }
}

/** In one tap: its undo is to add it again. */
const end = async (visit: Writing & { params: { model: string; consequence: string } }): Promise<Outcome> => {
  const version = await versionAt(visit)
  const id = rowId(visit.params.consequence)
  const one = (await listConsequences(visit.db)).find((it) => it.id === id && it.version === version.number)
  if (!one) throw new NotFound()
  const ended = await endConsequence(visit.db, version.number, id, visit.today)
  const subject = { model: version.number, consequence: id, ...(ended ? {} : { again: true }) }
  return { redirect: backTo(visit, version.number, 'ended'), subject }
}

/** What the address narrows the list to. */
const readNarrowed = (query: URLSearchParams) => {
  const list = readListQuery(query, ['show', 'kind', 'area'])
  const { show, kind, area, q } = list.asked
  const narrowed: Narrowed = {
    show: show === 'committed' || show === 'all' ? show : 'missing',
    kind: placeKinds.find((one) => one === kind) ?? null,
    areaId: /^[1-9]\d{0,8}$/.test(area) ? Number(area) : null,
    words: foldText(q).split(' ').filter(Boolean),
  }
  return { list, narrowed }
}

const sizeOf = ({ all, committed }: { all: number; committed: number }, show: Narrowed['show']) =>
  show === 'all' ? all : show === 'committed' ? committed : all - committed

const showPartners = async (visit: Reading & OnModel) => {
  const { db, user, language, today, query } = visit
  const version = await publishedAt(visit)
  const scope = areaScopeOf(user)
  const { list, narrowed } = readNarrowed(query)
  const asked = { version: version.number, day: countedOn(version, today), today }
  const counts = await countPartners(db, scope, asked, narrowed)
  const total = sizeOf(counts, narrowed.show)
  const pages = pageOf(list, total)
  return partnersPage({
    ...{ language, version, counts, total, pages, query: list, day: asked.day },
    areas: scope.areaId === null ? await countByArea(db, scope, asked) : [],
    places: await listPartners(db, scope, asked, narrowed, { page: pages.page, size: pageSize }),
    mayExtend: may(user, 'model.extend'),
    done: doneOf(query),
  })
}

const csvHeader = ['kind', 'id', 'name', 'municipality', 'organisation', 'area', 'state', 'more_time_until']

const partnersFile = async (visit: SignedIn & { db: Read } & OnModel) => {
  const { db, user, today, query } = visit
  const version = await publishedAt(visit)
  const asked = { version: version.number, day: countedOn(version, today), today }
  const places = await listPartners(db, areaScopeOf(user), asked, readNarrowed(query).narrowed, null)
  const rows = places.map((place) => [
    ...[place.kind, place.id, place.name, place.nameFi, place.organisation, place.area],
    ...[stateOf(place), place.moreUntil],
  ])
  return {
    type: 'text/csv; charset=utf-8',
    name: `kaiku-model-${version.number}-${today}.csv`,
    body: spreadsheetCsv([csvHeader, ...rows]),
  }
}

type OnPlace = OnModel & { params: { unit?: string; site?: string } }

/** The place of the address, of those that one keeps. @throws NotFound */
const placeAt = async (visit: Reading & OnPlace, kind: PlaceKind) => {
  const { db, user, params } = visit
  const owner = await findOwner(db, areaScopeOf(user), kind, rowId(params[kind] ?? ''))
  if (!owner) throw new NotFound()
  return { kind, id: owner.id, name: owner.name }
}

const showExtend = (kind: PlaceKind) => async (visit: Reading & OnPlace, typed: Typed) => {
  const { db, user, language, today } = visit
  const version = await publishedAt(visit)
  const place = await placeAt(visit, kind)
  const asked = { version: version.number, day: today, today }
  const all = { kind, areaId: null, show: 'all', words: [] } as const
  const listed = await listPartners(db, areaScopeOf(user), asked, all, null)
  const moreUntil = listed.find(({ id }) => id === place.id)?.moreUntil ?? null
  return extendPage({ language, typed, version, place: { ...place, moreUntil } })
}

const extend =
  (kind: PlaceKind) =>
  async (visit: Writing & OnPlace, { until, reason }: z.output<typeof ExtensionForm>): Promise<Outcome> => {
    const { db, user, language, today, now } = visit
    const version = await publishedAt(visit)
    const { id } = await placeAt(visit, kind)
    if (until <= today) return { problems: { until: 'until-past' } }
    const wanted = { kind, id, version: version.number, until, reason }
    await addExtension(db, wanted, { actor: actorOf(user), now })
    const list = fill(paths.partners[language], { model: version.number })
    return { redirect: `${list}?done=more`, subject: { model: version.number, [kind]: id, until } }
  }

export const followRoutes: Route[] = [
  page(paths.follow, 'model.change', showAdd),
  action(paths.follow, 'model.change', ConsequenceForm, showAdd, add),
  action(paths.endFollow, 'model.change', NoForm, showAdd, end),
  page(paths.partners, 'model.read', showPartners),
  file(paths.file, 'model.read', partnersFile),
  page(paths.extend.unit, 'model.extend', showExtend('unit')),
  action(paths.extend.unit, 'model.extend', ExtensionForm, showExtend('unit'), extend('unit')),
  page(paths.extend.site, 'model.extend', showExtend('site')),
  action(paths.extend.site, 'model.extend', ExtensionForm, showExtend('site'), extend('site')),
]
