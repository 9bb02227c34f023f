import { z } from 'zod'
import type { Read, Write } from '../db/db.ts'
import { listMunicipalities, mergeMunicipality } from '../network/municipality-queries.ts'
import { countPlacesIn, listNameClashes, movePlaces } from '../places/period-queries.ts'
import { NotFound } from '../web/errors.tsx'
import { action, type Outcome, page, proven, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { mergerDay, mergerProblem, mergerYears, searchMunicipalities } from './rules.ts'
import { ConfirmMergerPage, MergerPage, MunicipalitiesPage } from './views.tsx'
import { paths } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnMunicipality = { params: { municipality: string } }

const pageSize = 50

const showList = async ({ db, language, today, query }: Reading) => {
  const search = (query.get('q') ?? '').slice(0, 100)
  const found = searchMunicipalities(await listMunicipalities(db, today), search)
  const pages = Math.max(1, Math.ceil(found.length / pageSize))
  const asked = /^\d{1,6}$/.test(query.get('page') ?? '') ? Number(query.get('page')) : 1
  const at = Math.min(Math.max(1, asked), pages)
  const rows = found.slice((at - 1) * pageSize, at * pageSize)
  const done = query.get('done') === 'merged'
  return MunicipalitiesPage({ language, search, rows, count: found.length, page: at, pages, done })
}

const aNumber = z
  .string()
  .default('')
  .transform((typed) => (/^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : null))
const MergerForm = z.object({ into: aNumber, year: aNumber })
type Merger = z.output<typeof MergerForm>

/** The two municipalities and the day, or why they cannot merge. */
const decide = async ({ db, today, params }: Reading & OnMunicipality, { into: intoId, year }: Merger) => {
  const all = await listMunicipalities(db, today)
  const one = all.find(({ id }) => String(id) === params.municipality)
  if (!one) throw new NotFound()
  const others = all.filter(({ id, mergedOn }) => id !== one.id && mergedOn === null)
  const into = all.find(({ id }) => id === intoId)
  const problems: Record<string, string> = mergerProblem(one, into, year, today) ?? {}
  if (Object.keys(problems).length > 0 || !into || year === null)
    return { one, others, ready: null, problems }
  const on = mergerDay(year)
  const clashes = await listNameClashes(db, { fromId: one.id, intoId: into.id, on })
  if (clashes.length > 0) return { one, others, ready: null, problems: { '': 'name-clash' } }
  return { one, others, ready: { into, on }, problems }
}

const showMerger = async (visit: Reading & OnMunicipality, typed: Typed) => {
  const { db, language, today, query } = visit
  const isSent = Object.keys(typed.values).length > 0
  const values = isSent ? typed.values : Object.fromEntries(query)
  const { one, others, ready, problems } = await decide(visit, MergerForm.parse(values))
  const isAsked = values.asked === 'yes'
  if (!isSent && isAsked && ready)
    return ConfirmMergerPage({ language, one, ...ready, moving: await countPlacesIn(db, one.id, ready.on) })
  const shown = { values, problems: isSent || isAsked ? problems : {} }
  return MergerPage({ language, one, others, years: mergerYears(today), typed: shown })
}

const merge = async (visit: Writing & OnMunicipality, form: Merger): Promise<Outcome> => {
  const { db, language } = visit
  const { one, ready, problems } = await decide(visit, form)
  if (!ready) return { problems }
  const { into, on } = ready
  await mergeMunicipality(db, { id: one.id, intoId: into.id, on })
  await movePlaces(db, { fromId: one.id, intoId: into.id, on })
  const redirect = `${paths.list[language]}?done=merged`
  return { redirect, subject: { municipality: one.id, into: into.id, on } }
}

export const routes: Route[] = [
  page(paths.list, 'municipalities.read', showList),
  proven(page(paths.merger, 'municipalities.merge', showMerger)),
  proven(action(paths.merger, 'municipalities.merge', MergerForm, showMerger, merge)),
]
