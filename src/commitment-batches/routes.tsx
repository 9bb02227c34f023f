import type { z } from 'zod'
import { areaScopeOf } from '../access.ts'
import { listAreaNames } from '../areas/queries.ts'
import { findModelNumber } from '../commitment-drafts/model-queries.ts'
import { firstTerms, needsLastDay } from '../commitment-drafts/rules.ts'
import { findTemplate } from '../commitment-templates/queries.ts'
import type { Read, Write } from '../db/db.ts'
import { writeDay } from '../lib/typed-day.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { BatchForm, CodesForm, placeField, StateForm } from './forms.ts'
import { takeCodes } from './item-queries.ts'
import { lookAt } from './make.ts'
import { onePage } from './one-view.tsx'
import {
  deleteBatch,
  findBatch,
  listBatches,
  listCandidates,
  listItems,
  makeBatch,
  pauseBatch,
  retryItems,
  startBatch,
} from './queries.ts'
import { batchKinds, batchState, categories, type ItemProblem } from './rules.ts'
import { codesPage, listPage, makePage } from './views.tsx'
import { paths } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnBatch = { params: { batch: string } }

/** @throws NotFound for what others keep */
const ownBatch = async ({ db, user, params }: (Reading | Writing) & OnBatch) => {
  const batch = await findBatch(db, areaScopeOf(user), rowId(params.batch))
  if (!batch) throw new NotFound()
  return batch
}

/** What the partners are narrowed to: by the address, and of a form that came back, by what it was sent with. */
const askedIn = ({ query }: SignedIn, typed: Typed, areas: readonly { id: number }[]) => {
  const said = (name: string) => typed.values[name] ?? query.get(name)
  const area =
    areas.find(({ id }) => String(id) === said('area')) ?? (areas.length === 1 ? areas[0] : undefined)
  return {
    kind: batchKinds.find((one) => one === said('kind')) ?? 'venue',
    areaId: area?.id ?? null,
    category: categories.find((one) => one === query.get('category')) ?? null,
    lacking:
      typed.values.kind === undefined && (query.get('shown') !== 'yes' || query.get('lacking') === 'yes'),
  }
}

const showMake = async (visit: Reading, typed: Typed) => {
  const { db, user, language, today } = visit
  const areas = await listAreaNames(db, areaScopeOf(user))
  const asked = askedIn(visit, typed, areas)
  const { areaId } = asked
  const model = await findModelNumber(db)
  const candidates = areaId === null ? null : await listCandidates(db, { ...asked, areaId, model, today })
  const nothing = { municipality: null, openFrom: null, openUntil: null }
  const terms = firstTerms(asked.kind, nothing, today, null)
  const first = { from: writeDay(terms.from), answer: writeDay(terms.answerUntil), binding: 'fi' }
  const isAgain = Object.keys(typed.problems).length > 0
  return makePage({
    ...{ language, areas, asked, candidates },
    typed: isAgain ? typed : { ...typed, values: first },
  })
}

const make = async (visit: Writing, given: z.output<typeof BatchForm>): Promise<Outcome> => {
  const { db, user, now, today, language } = visit
  const { kind, areaId, terms } = given
  const areas = await listAreaNames(db, areaScopeOf(user))
  if (!areas.some(({ id }) => id === areaId)) return { problems: { '': 'area-missing' } }
  if (terms.answerUntil < today) return { problems: { answer: 'answer-past' } }
  if (terms.until !== null && terms.until < terms.answerUntil)
    return { problems: { answer: 'answer-after-end' } }
  if (needsLastDay(kind) && terms.until === null) return { problems: { until: 'until-missing' } }
  const modelNumber = await findModelNumber(db)
  const asked = { kind, areaId, category: null, lacking: false, model: modelNumber, today }
  const open = new Set((await listCandidates(db, asked)).map(placeField))
  const places = given.places.filter((place) => open.has(placeField(place)))
  if (places.length === 0) return { problems: { partners: 'partners-missing' } }
  const { madeAt: _, ...template } = await findTemplate(db, kind)
  const batch = { kind, areaId, template, modelNumber, terms, additions: null, places }
  const id = await makeBatch(db, batch, { now, actor: actorOf(user) })
  return {
    redirect: fill(paths.one[language], { batch: id }),
    subject: { batch: id, partners: places.length },
  }
}

const showOne = async (visit: Reading & OnBatch, typed: Typed) => {
  const { db, language, today } = visit
  const batch = await ownBatch(visit)
  const items = await listItems(db, batch.id)
  const foreseen = new Map<number, ItemProblem>()
  if (batch.startedAt === null)
    for (const { place, problem } of await lookAt(db, batch, items, today))
      if (problem) foreseen.set(place.itemId, problem)
  return onePage({ language, batch, items, foreseen, typed })
}

const changeState = async (
  visit: Writing & OnBatch,
  { deed }: z.output<typeof StateForm>,
): Promise<Outcome> => {
  const { db, now, language } = visit
  const batch = await ownBatch(visit)
  const state = batchState(batch, batch.counts.waiting)
  const refused: Outcome = { problems: { '': 'not-possible' } }
  const subject = { batch: batch.id, deed }
  if (deed === 'delete') {
    if (state !== 'unstarted' || !(await deleteBatch(db, batch.id))) return refused
    return { redirect: paths.list[language], subject }
  }
  if (deed === 'start') await startBatch(db, batch.id, now)
  if (deed === 'pause') await pauseBatch(db, batch.id, now)
  if (deed === 'retry') await retryItems(db, batch.id)
  return { redirect: fill(paths.one[language], { batch: batch.id }), subject }
}

const showCodes = async (visit: Writing & OnBatch): Promise<Outcome> => {
  const { db, language } = visit
  const { id } = await ownBatch(visit)
  const codes = await takeCodes(db, visit, id)
  if (codes.length === 0) return { problems: { '': 'codes-shown' } }
  return { page: codesPage({ language, batchId: id, codes }), subject: { batch: id, codes: codes.length } }
}

/** A reload of the codes: they are gone, unless others wait to be shown. */
const showCodesAgain = async (visit: Reading & OnBatch) => {
  const { counts } = await ownBatch(visit)
  return showOne(visit, { values: {}, problems: counts.codes === 0 ? { '': 'codes-shown' } : {} })
}

export const routes: Route[] = [
  page(paths.list, 'commitments.keep', async ({ db, user, language }) =>
    listPage({ language, batches: await listBatches(db, areaScopeOf(user)) }),
  ),
  page(paths.make, 'commitments.keep', showMake),
  action(paths.make, 'commitments.keep', BatchForm, showMake, make),
  page(paths.one, 'commitments.keep', showOne),
  action(paths.state, 'commitments.keep', StateForm, showOne, changeState),
  action(paths.codes, 'commitments.keep', CodesForm, showOne, showCodes),
  // What was refused stands at these addresses: a reload then shows the batch.
  page(paths.state, 'commitments.keep', showOne),
  page(paths.codes, 'commitments.keep', showCodesAgain),
]
