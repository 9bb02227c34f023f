import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import { siteScopeOf } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { addDays, dayOf } from '../lib/dates.ts'
import { readTableFile } from '../lib/table-file.ts'
import { isUuid } from '../lib/uuid.ts'
import { changeUpload, findMapping, findUpload, keepUpload, saveMapping } from '../uploads/queries.ts'
import { listSitesOf } from '../uses/list-queries.ts'
import { cancelUses } from '../uses/reconciled-queries.ts'
import { mayCancel } from '../uses/rules.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route, withFile } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { checkedPage } from './check-view.tsx'
import { checkList, type DoorList, recordList, unchecked } from './checking.ts'
import { columnsPage, donePage } from './done-view.tsx'
import { fileRoutes } from './files.ts'
import { CheckedForm, ListColumnsForm, ListForm, UndoListForm } from './forms.ts'
import { findDoorList, listDoorLists, markListUndone, saveDoorList } from './queries.ts'
import { guessListMapping, type ListMapping, linesOf, mostLines, pastedLines } from './rules.ts'
import { startPage } from './views.tsx'
import { paths } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnUpload = { params: { upload: string } }
type OnList = { params: { list: string } }

/** As many days as a use may come late. */
const daysBack = 30

const showStart = async ({ db, user, language, today }: Reading, typed: Typed) => {
  const scope = siteScopeOf(user)
  const sites = await listSitesOf(db, scope)
  return startPage({ language, sites, earlier: await listDoorLists(db, scope), today, typed })
}

type Night = z.output<typeof ListForm>

/** What a file holds; its columns are known where such a file was imported before, or where it is our own form. */
const fromFile = async ({ db, keys, upload: sent }: Writing, site: number) => {
  if (sent === 'too-large') return { problem: 'too-large' as const }
  if (sent === 'none') return { table: null, mapping: null, lines: [] }
  const read = await readTableFile(sent.bytes)
  if ('problem' in read) return read
  const { table } = read
  const known = await findMapping<ListMapping>(db, keys, site, 'door-list', table.header)
  const guessed = guessListMapping(table.header)
  const mapping = known ?? (guessed.code === null || guessed.children === null ? null : guessed)
  return { table, mapping, lines: mapping ? linesOf(table.rows, mapping, table.first) : [] }
}

const dayProblem = (day: string, today: string) => {
  if (day > today) return 'day-future'
  return day < addDays(today, -daysBack) ? 'day-old' : null
}

const bring = async (visit: Writing, night: Night): Promise<Outcome> => {
  const { db, user, keys, language, now, today } = visit
  const site = (await listSitesOf(db, siteScopeOf(user))).find(({ id }) => id === night.site)
  if (!site) return { problems: { site: 'site-missing' } }
  const wrongDay = dayProblem(night.day, today)
  if (wrongDay) return { problems: { day: wrongDay } }
  const sent = await fromFile(visit, site.id)
  if ('problem' in sent) return { problems: { file: sent.problem } }
  const { table, mapping } = sent
  const pasted = pastedLines(night.text)
  const typed = night.lines.map((line) => ({ ...line, number: line.number + pasted.length }))
  const lines = [...sent.lines, ...pasted, ...typed]
  const isOpen = table !== null && mapping === null
  if (lines.length === 0 && !isOpen) return { problems: { '': 'nothing' } }
  if (lines.length > mostLines) return { problems: { '': 'too-many' } }
  const list: DoorList = {
    ...{ day: night.day, event: night.event, table, mapping, cards: {} },
    lines: lines.map(unchecked),
  }
  const body = isOpen ? list : await checkList(visit, site, list)
  const id = newId({ msecs: now.getTime() })
  await keepUpload(db, keys, { id, siteId: site.id, purpose: 'door-list', body }, { user, now })
  return {
    redirect: fill(paths.upload[language], { upload: id }),
    subject: { site: site.id, lines: lines.length },
  }
}

const ownList = async ({ db, keys, user, params }: Reading & OnUpload) => {
  const upload = isUuid(params.upload)
    ? await findUpload<DoorList>(db, keys, user, params.upload, 'door-list')
    : undefined
  const site = upload && (await listSitesOf(db, siteScopeOf(user))).find(({ id }) => id === upload.siteId)
  if (!upload || !site) throw new NotFound()
  return { id: upload.id, site, list: upload.body }
}

const showColumns = async (visit: Reading & OnUpload, typed: Typed) => {
  const { id, list } = await ownList(visit)
  if (!list.table) throw new NotFound()
  const mapping = list.mapping ?? guessListMapping(list.table.header)
  return columnsPage({ language: visit.language, upload: id, table: list.table, mapping, typed })
}

const confirmColumns = async (visit: Writing & OnUpload, mapping: ListMapping): Promise<Outcome> => {
  const { db, keys, language, now } = visit
  const { id, site, list } = await ownList(visit)
  if (!list.table) throw new NotFound()
  const lines = linesOf(list.table.rows, mapping, list.table.first)
  if (lines.length > mostLines) return { problems: { '': 'too-many' } }
  if (lines.length === 0) return { problems: { '': 'nothing' } }
  await saveMapping(db, keys, site.id, 'door-list', list.table.header, mapping, now)
  const checked = await checkList(visit, site, { ...list, mapping, lines: lines.map(unchecked) })
  await changeUpload(db, keys, id, checked)
  return { redirect: fill(paths.upload[language], { upload: id }), subject: { site: site.id } }
}

const showChecked = async (visit: Reading & OnUpload, typed: Typed) => {
  const { db, user, language, query } = visit
  const { id, site, list } = await ownList(visit)
  if (list.table && !list.mapping) return showColumns(visit, typed)
  const done = query.get('done') ?? ''
  const made = isUuid(done) ? await findDoorList(db, siteScopeOf(user), done) : undefined
  return checkedPage({ language, upload: id, site, list, made })
}

/** Takes in what was corrected, asks the register again, and records what is good when that was asked. */
const correct = async (
  visit: Writing & OnUpload,
  { records, correctedAt }: z.output<typeof CheckedForm>,
): Promise<Outcome> => {
  const { db, user, keys, language, now } = visit
  const { id, site, list } = await ownList(visit)
  const lines = list.lines.map((line, index) => {
    if (line.state !== 'bad') return line
    const { line: typed, again, drop } = correctedAt(index)
    const state = drop ? ('dropped' as const) : ('bad' as const)
    return { ...unchecked({ ...line, ...typed }), again, state }
  })
  const corrected = { ...list, lines }
  const here = fill(paths.upload[language], { upload: id })
  if (!records) {
    await changeUpload(db, keys, id, await checkList(visit, site, corrected))
    return { redirect: here, subject: { site: site.id } }
  }
  const { list: recorded, useIds } = await recordList(visit, site, corrected)
  await changeUpload(db, keys, id, recorded)
  if (useIds.length === 0) return { redirect: here, subject: { site: site.id } }
  const made = newId({ msecs: now.getTime() })
  await saveDoorList(
    db,
    { id: made, siteId: site.id, event: list.event, listedOn: list.day, useIds },
    { actor: actorOf(user), now },
  )
  return { redirect: `${here}?done=${made}`, subject: { list: made, site: site.id, uses: useIds.length } }
}

const ownDone = async ({ db, user, params }: Reading & OnList) => {
  const made = isUuid(params.list) ? await findDoorList(db, siteScopeOf(user), params.list) : undefined
  if (!made) throw new NotFound()
  return made
}

const mayUndo = (recordedAt: Date, today: string) => mayCancel(dayOf(recordedAt), today)

const showDone = async (visit: Reading & OnList, typed: Typed) => {
  const made = await ownDone(visit)
  return donePage({ language: visit.language, made, mayUndo: mayUndo(made.recordedAt, visit.today), typed })
}

const undo = async (visit: Writing & OnList): Promise<Outcome> => {
  const { db, user, language, now, today } = visit
  const made = await ownDone(visit)
  const redirect = fill(paths.done[language], { list: made.id })
  if (made.undoneAt) return { redirect, subject: { list: made.id } }
  if (!mayUndo(made.recordedAt, today)) return { problems: { '': 'undo-too-late' } }
  const by = { actor: actorOf(user), now, reason: 'door list undone' }
  const undone = await cancelUses(db, made.siteId, made.useIds, by)
  await markListUndone(db, made.id, now)
  return { redirect, subject: { list: made.id, undone } }
}

export const routes: Route[] = [
  page(paths.list, 'door-lists.import', showStart),
  withFile(action(paths.list, 'door-lists.import', ListForm, showStart, bring)),
  ...fileRoutes,
  page(paths.upload, 'door-lists.import', showChecked),
  action(paths.upload, 'door-lists.import', CheckedForm, showChecked, correct),
  page(paths.columns, 'door-lists.import', showColumns),
  action(paths.columns, 'door-lists.import', ListColumnsForm, showColumns, confirmColumns),
  page(paths.done, 'door-lists.import', showDone),
  action(paths.undo, 'door-lists.import', UndoListForm, showDone, undo),
  // A refused undo stands at this address: a reload or another language then shows the list.
  page(paths.undo, 'door-lists.import', showDone),
]
