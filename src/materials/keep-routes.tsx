import type { z } from 'zod'
import { areaScopeOf } from '../access.ts'
import { listAreaNames } from '../areas/queries.ts'
import type { Read, Write } from '../db/db.ts'
import { commonWords } from '../i18n/common-words.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { factsPage } from './form-views.tsx'
import { keepFormer, listFormer } from './former-queries.ts'
import { MaterialForm, StateForm, typedOf } from './forms.ts'
import { keptOnePage, keptPage } from './keep-views.tsx'
import { type Done, doneOf } from './keep-words.ts'
import {
  addMaterial,
  changeMaterial,
  findKept,
  listKept,
  type Material,
  type MaterialFacts,
  publishMaterial,
  withdrawMaterial,
} from './queries.ts'
import { missingToPublish, stateOf } from './rules.ts'
import { paths } from './words.ts'

export type Reading = SignedIn & { db: Read }
export type Writing = SignedIn & { db: Write }
export type OnMaterial = { params: { material: string } }

/** @throws NotFound for what somebody else keeps */
export const ownMaterial = async ({ db, user, params }: Reading & OnMaterial): Promise<Material> => {
  const row = await findKept(db, areaScopeOf(user), rowId(params.material))
  if (!row) throw new NotFound()
  return row
}

export const backTo = ({ language }: SignedIn, id: number, done: Done, file?: number) =>
  `${fill(paths.kept[language], { material: id })}?done=${done}${file === undefined ? '' : `&file=${file}`}`

const mayNational = ({ user }: Reading) => areaScopeOf(user).areaId === null

const showFacts = async (visit: Reading, typed: Typed) => {
  const { db, user, language } = visit
  const areas = await listAreaNames(db, areaScopeOf(user))
  const action = paths.add[language]
  return factsPage({ language, typed, row: null, action, areas, mayNational: mayNational(visit), others: [] })
}

/** One adds for what one keeps; the whole country is the centre's. */
const factsProblem = async (visit: Reading, facts: MaterialFacts, ownId: number | null) => {
  const scope = areaScopeOf(visit.user)
  const areas = await listAreaNames(visit.db, scope)
  const isOwnArea = facts.areaId === null ? mayNational(visit) : areas.some(({ id }) => id === facts.areaId)
  if (!isOwnArea) return { area: 'area-missing' }
  if (facts.replacedById === null) return null
  const newer = facts.replacedById === ownId ? undefined : await findKept(visit.db, scope, facts.replacedById)
  return newer && newer.replacedById !== ownId ? null : { newer: 'newer-missing' }
}

const add = async (visit: Writing, facts: MaterialFacts): Promise<Outcome> => {
  const problems = await factsProblem(visit, facts, null)
  if (problems) return { problems }
  const id = await addMaterial(visit.db, facts, visit.now)
  return { redirect: backTo(visit, id, 'added'), subject: { material: id } }
}

const showChange = async (visit: Reading & OnMaterial, typed: Typed) => {
  const { db, user, language } = visit
  const row = await ownMaterial(visit)
  const scope = areaScopeOf(user)
  const isAgain = Object.keys(typed.problems).length > 0
  return factsPage({
    ...{ language, row, mayNational: mayNational(visit) },
    typed: isAgain ? typed : { ...typed, values: typedOf(row) },
    action: fill(paths.change[language], { material: row.id }),
    areas: await listAreaNames(db, scope),
    others: (await listKept(db, scope)).filter(({ id }) => id !== row.id),
  })
}

const change = async (visit: Writing & OnMaterial, facts: MaterialFacts): Promise<Outcome> => {
  const row = await ownMaterial(visit)
  return changeFacts(visit, row, facts)
}

/** Says other things of a material; what was said before can be brought back. */
export const changeFacts = async (visit: Writing, row: Material, facts: MaterialFacts): Promise<Outcome> => {
  const problems = await factsProblem(visit, facts, row.id)
  if (problems) return { problems }
  if (stateOf(row) === 'published' && missingToPublish({ ...row, alt: facts.alt }) === 'alt-first')
    return { problems: { altFi: 'alt-first' } }
  const { db, user, now } = visit
  await keepFormer(db, row, facts, { actor: actorOf(user), now })
  await changeMaterial(db, row.id, facts, now)
  return { redirect: backTo(visit, row.id, 'changed'), subject: { material: row.id } }
}

/** What takes back what was done last, where one tap can. */
const undoOf = async (visit: Reading, row: Material, done: Done | null) => {
  const { language, query } = visit
  const label = commonWords[language].undo
  const state = fill(paths.state[language], { material: row.id })
  if (done === 'withdrawn' && stateOf(row) === 'withdrawn')
    return { action: state, fields: { state: 'published' }, label }
  if (done === 'published' && stateOf(row) === 'published')
    return { action: state, fields: { state: 'withdrawn' }, label }
  if (done === 'changed') {
    const [latest] = await listFormer(visit.db, row.id)
    const action = fill(paths.former[language], { material: row.id })
    return latest ? { action, fields: { former: String(latest.id) }, label } : null
  }
  const old = row.removed.find(({ id }) => String(id) === query.get('file'))
  if (!old || (done !== 'file-removed' && done !== 'file-replaced')) return null
  const action = fill(paths.fileState[language], { material: row.id, file: old.id })
  return { action, fields: { state: 'kept' }, label }
}

export const showOne = async (visit: Reading & OnMaterial, typed: Typed) => {
  const row = await ownMaterial(visit)
  const done = doneOf(visit.query)
  return keptOnePage({ language: visit.language, row, done, undo: await undoOf(visit, row, done), typed })
}

const changeState = async (
  visit: Writing & OnMaterial,
  { state }: z.output<typeof StateForm>,
): Promise<Outcome> => {
  const row = await ownMaterial(visit)
  const subject = { material: row.id, state }
  if (state === 'withdrawn') {
    if (stateOf(row) === 'published') await withdrawMaterial(visit.db, row.id, visit.now)
    return { redirect: backTo(visit, row.id, 'withdrawn'), subject }
  }
  const missing = missingToPublish(row)
  if (missing) return { problems: { '': missing } }
  await publishMaterial(visit.db, row.id, visit.now)
  return { redirect: backTo(visit, row.id, 'published'), subject }
}

export const routes: Route[] = [
  page(paths.keep, 'materials.read', async ({ db, user, language }) =>
    keptPage({ language, rows: await listKept(db, areaScopeOf(user)) }),
  ),
  page(paths.add, 'materials.change', showFacts),
  action(paths.add, 'materials.change', MaterialForm, showFacts, add),
  page(paths.kept, 'materials.read', showOne),
  page(paths.change, 'materials.change', showChange),
  action(paths.change, 'materials.change', MaterialForm, showChange, change),
  action(paths.state, 'materials.change', StateForm, showOne, changeState),
  // What was refused stands at this address: a reload then shows the material.
  page(paths.state, 'materials.read', showOne),
]
