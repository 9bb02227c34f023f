import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import { siteScopeOf } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { readTableFile } from '../lib/table-file.ts'
import { isUuid } from '../lib/uuid.ts'
import { changeUpload, findMapping, keepUpload, saveMapping } from '../uploads/queries.ts'
import { listSitesOf } from '../uses/list-queries.ts'
import { cancelUses } from '../uses/reconciled-queries.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route, withFile } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { guessMapping, type Mapping } from './column-rules.ts'
import { columnsPage } from './columns-view.tsx'
import { donePage } from './done-view.tsx'
import { finish } from './finishing.ts'
import { AddForm, MappingForm, UndoForm, UploadForm } from './forms.ts'
import { cardsOf, type Export, ownExport, resultOf } from './prepared.ts'
import { mayUndo, prepare, spanProblem } from './prepared-rules.ts'
import { findReconciliation, listAddedUses, listReconciliations, markUndone } from './queries.ts'
import { resultPage } from './result-view.tsx'
import { listPage } from './views.tsx'
import { paths } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnUpload = { params: { upload: string } }
type OnDone = { params: { reconciliation: string } }

const showList = async ({ db, user, language }: Reading, typed: Typed) => {
  const scope = siteScopeOf(user)
  return listPage({
    language,
    sites: await listSitesOf(db, scope),
    earlier: await listReconciliations(db, scope),
    typed,
  })
}

const upload = async (visit: Writing, form: z.output<typeof UploadForm>): Promise<Outcome> => {
  const { db, user, keys, language, now, upload: sent } = visit
  const site = (await listSitesOf(db, siteScopeOf(user))).find(({ id }) => id === form.site)
  if (!site) return { problems: { site: 'site-missing' } }
  if (typeof sent === 'string')
    return { problems: { file: sent === 'too-large' ? 'too-large' : 'file-missing' } }
  const read = await readTableFile(sent.bytes)
  if ('problem' in read) return { problems: { file: read.problem } }
  const { table } = read
  const known = await findMapping<Mapping>(db, keys, site.id, 'reconciliation', table.header)
  const id = newId({ msecs: now.getTime() })
  const body: Export = { table, mapping: null, cards: {}, refused: {} }
  const isReady = known !== undefined && spanProblem(prepare(table, known, visit.today).sales) === null
  if (isReady) {
    body.mapping = known
    body.cards = await cardsOf(visit, site, prepare(table, known, visit.today), {})
  }
  await keepUpload(db, keys, { id, siteId: site.id, purpose: 'reconciliation', body }, { user, now })
  return {
    redirect: fill(paths.upload[language], { upload: id }),
    subject: { site: site.id, rows: table.rows.length },
  }
}

const showColumns = async (visit: Reading & OnUpload, typed: Typed) => {
  const { db, keys, language } = visit
  const { id, site, body } = await ownExport(visit)
  const { header, rows } = body.table
  const mapping =
    body.mapping ??
    (await findMapping<Mapping>(db, keys, site.id, 'reconciliation', header)) ??
    guessMapping(header, rows)
  return columnsPage({ language, upload: id, site, table: body.table, mapping, typed })
}

const confirmColumns = async (visit: Writing & OnUpload, mapping: Mapping): Promise<Outcome> => {
  const { db, keys, language, now, today } = visit
  const { id, site, body } = await ownExport(visit)
  const prepared = prepare(body.table, mapping, today)
  const problem = spanProblem(prepared.sales)
  if (problem) return { problems: { '': problem } }
  await saveMapping(db, keys, site.id, 'reconciliation', body.table.header, mapping, now)
  const cards = await cardsOf(visit, site, prepared, body.cards)
  await changeUpload(db, keys, id, { ...body, mapping, cards, refused: {} } satisfies Export)
  return { redirect: fill(paths.upload[language], { upload: id }), subject: { site: site.id } }
}

const showResult = async (visit: Reading & OnUpload, typed: Typed) => {
  const { db, user, language, query, now } = visit
  const own = await ownExport(visit)
  const result = await resultOf(visit, own)
  if (!result) return showColumns(visit, typed)
  const done = query.get('done') ?? ''
  const made = isUuid(done) ? await findReconciliation(db, siteScopeOf(user), done) : undefined
  const { id: upload, site, body } = own
  const undoable = made !== undefined && made.undoneAt === null && mayUndo(made.madeAt, now)
  return resultPage({ language, upload, site, body, result, made, mayUndo: undoable })
}

const add = async (
  visit: Writing & OnUpload,
  { which, lines }: z.output<typeof AddForm>,
): Promise<Outcome> => {
  const { db, user, keys, language, now } = visit
  const own = await ownExport(visit)
  const result = await resultOf(visit, own)
  if (!result) throw new NotFound()
  const { comparison, compared } = result
  const wanted = new Set(lines)
  const chosen = compared.missing.filter(
    ({ index }) => which === 'all' || (which === 'chosen' && wanted.has(index)),
  )
  const id = newId({ msecs: now.getTime() })
  const by = { actor: actorOf(user), role: user.role, owner: `site:${own.site.id}`, now }
  const added = await finish(db, comparison, compared, { id, source: 'page', chosen }, by)
  const refused = Object.fromEntries(
    added.refused.map(({ index, refusal }) => [compared.sales[index]!.number, refusal]),
  )
  await changeUpload(db, keys, own.id, { ...own.body, refused } satisfies Export)
  return {
    redirect: `${fill(paths.upload[language], { upload: own.id })}?done=${id}`,
    subject: { reconciliation: id, site: own.site.id, added: added.settled.length },
  }
}

const ownDone = async ({ db, user, params }: Reading & OnDone) => {
  const { reconciliation: id } = params
  const made = isUuid(id) ? await findReconciliation(db, siteScopeOf(user), id) : undefined
  if (!made) throw new NotFound()
  return made
}

const showDone = async (visit: Reading & OnDone, typed: Typed) => {
  const made = await ownDone(visit)
  return donePage({ language: visit.language, made, mayUndo: mayUndo(made.madeAt, visit.now), typed })
}

/** Takes back what was added, and nothing else. A second time there is nothing left. */
const undo = async (visit: Writing & OnDone): Promise<Outcome> => {
  const { db, user, language, now } = visit
  const made = await ownDone(visit)
  const redirect = fill(paths.done[language], { reconciliation: made.id })
  if (made.undoneAt) return { redirect, subject: { reconciliation: made.id } }
  if (!mayUndo(made.madeAt, now)) return { problems: { '': 'undo-too-late' } }
  const ids = await listAddedUses(db, made.id)
  const undone = await cancelUses(db, made.siteId, ids, {
    actor: actorOf(user),
    now,
    reason: 'reconciliation undone',
  })
  await markUndone(db, made.id, now)
  return { redirect, subject: { reconciliation: made.id, undone } }
}

export const routes: Route[] = [
  page(paths.list, 'uses.reconcile', showList),
  withFile(action(paths.list, 'uses.reconcile', UploadForm, showList, upload)),
  page(paths.upload, 'uses.reconcile', showResult),
  page(paths.columns, 'uses.reconcile', showColumns),
  action(paths.columns, 'uses.reconcile', MappingForm, showColumns, confirmColumns),
  action(paths.add, 'uses.reconcile', AddForm, showResult, add),
  // A refused one stands at this address: a reload or another language then shows the result.
  page(paths.add, 'uses.reconcile', showResult),
  page(paths.done, 'uses.reconcile', showDone),
  action(paths.undo, 'uses.reconcile', UndoForm, showDone, undo),
  page(paths.undo, 'uses.reconcile', showDone),
]
