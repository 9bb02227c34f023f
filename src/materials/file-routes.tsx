import type { z } from 'zod'
import { takeToken } from '../accounts/limit-queries.ts'
import { identifierIn } from '../lib/identifiers.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import type { FileRoom } from '../web/request-body.ts'
import { action, type Outcome, page, type Route, withFile } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { Typed, Visit } from '../web/visit.ts'
import { addFile, digestOf, type NewFile, removeFile, restoreFile } from './file-queries.ts'
import { filePage } from './form-views.tsx'
import { FileForm, FileStateForm } from './forms.ts'
import { backTo, type OnMaterial, ownMaterial, type Reading, showOne, type Writing } from './keep-routes.tsx'
import { type Made, makeFile } from './make-process.ts'
import type { Material, MaterialFile } from './queries.ts'
import { isPicture, largestMaterial, stateOf } from './rules.ts'
import { paths } from './words.ts'

type OnFile = { params: { material: string; file: string } }

/** Who sends fifty megabytes is still told what was wrong, in the form. */
const room: FileRoom = { file: largestMaterial, flood: 80 * 1024 * 1024 }
const mostFiles = 10
const filesPerHour = 60

type Sent = Made & { name: string }
type WithSent = { sent: Sent | { problem: string } }

/** What was sent, when it may be kept: judged and made before the database is asked for anything. */
const sentFile = async ({ upload }: Visit<never>): Promise<Sent | { problem: string }> => {
  if (upload === 'too-large') return { problem: 'too-large' }
  if (upload === 'none') return { problem: 'file-missing' }
  const name = upload.name.normalize('NFC')
  // Years and numbers of editions stand in many names: only what nobody would put there by purpose is looked for.
  const identifier = identifierIn(name, ['phone', 'street-address', 'birth-date'])
  const made = await makeFile(name, upload.bytes)
  if ('problem' in made)
    return { problem: 'found' in made && made.found ? `${made.problem}:${made.found}` : made.problem }
  return identifier ? { problem: identifier } : { ...made, name }
}

/** A row whose file is made first: that may take seconds, for which no transaction should stand open. */
const madeFirst = (route: Route): Route => ({
  ...withFile(route, room),
  serve: async (visit, ...rest) => {
    const withSent: Visit<never> & WithSent = { ...visit, sent: await sentFile(visit) }
    return route.serve(withSent, ...rest)
  },
})

/** What of the material stands in the way of a file. */
const problemBeside = (row: Material, file: NewFile, replaces: number | null) => {
  if (row.files.some(({ digest }) => digest === digestOf(file.bytes))) return 'same-file'
  if (replaces === null && row.files.length >= mostFiles) return 'too-many-files'
  return stateOf(row) === 'published' && isPicture(file.kind) && !row.alt ? 'alt-first' : null
}

type Typing = z.output<typeof FileForm>

const keep = async (
  visit: Writing & OnMaterial,
  row: Material,
  replaces: number | null,
  { known }: Typing,
): Promise<number | { problems: Record<string, string> }> => {
  const file = (visit as Writing & Partial<WithSent>).sent ?? { problem: 'file-missing' }
  if ('problem' in file) return { problems: { file: file.problem } }
  if (file.tells.length > 0 && !known) return { problems: { file: `tells:${file.tells.join(', ')}` } }
  const problem = problemBeside(row, file, replaces)
  if (problem) return { problems: { file: problem } }
  const { db, user, now } = visit
  if ((await takeToken(db, `materials ${user.accountId}`, filesPerHour, filesPerHour, now)) > 0)
    return { problems: { file: 'too-often' } }
  return addFile(db, row.id, file, { replaces, now })
}

const showAdd = async (visit: Reading & OnMaterial, typed: Typed) => {
  const row = await ownMaterial(visit)
  const action = fill(paths.addFile[visit.language], { material: row.id })
  return filePage({ language: visit.language, typed, row, action, replaces: null })
}

const add = async (visit: Writing & OnMaterial, typing: Typing): Promise<Outcome> => {
  const row = await ownMaterial(visit)
  const file = await keep(visit, row, null, typing)
  if (typeof file !== 'number') return file
  return { redirect: backTo(visit, row.id, 'file-added'), subject: { material: row.id, materialFile: file } }
}

/** @throws NotFound for a file of another material */
const fileIn = (files: readonly MaterialFile[], { params }: OnFile): MaterialFile => {
  const found = files.find(({ id }) => id === rowId(params.file))
  if (!found) throw new NotFound()
  return found
}

const showReplace = async (visit: Reading & OnFile, typed: Typed) => {
  const row = await ownMaterial(visit)
  const { id, name } = fileIn(row.files, visit)
  const action = fill(paths.replaceFile[visit.language], { material: row.id, file: id })
  return filePage({ language: visit.language, typed, row, action, replaces: name })
}

const replace = async (visit: Writing & OnFile, typing: Typing): Promise<Outcome> => {
  const row = await ownMaterial(visit)
  const old = fileIn(row.files, visit)
  const file = await keep(visit, row, old.id, typing)
  if (typeof file !== 'number') return file
  const subject = { material: row.id, materialFile: file, replaced: old.id }
  return { redirect: backTo(visit, row.id, 'file-replaced', old.id), subject }
}

const changeState = async (
  visit: Writing & OnFile,
  { state }: z.output<typeof FileStateForm>,
): Promise<Outcome> => {
  const row = await ownMaterial(visit)
  const { id } = fileIn([...row.files, ...row.removed], visit)
  const isThere = row.files.some((file) => file.id === id)
  const subject = { material: row.id, materialFile: id, state }
  if (state === 'removed') {
    if (isThere && row.files.length === 1 && stateOf(row) === 'published')
      return { problems: { '': 'file-last' } }
    if (isThere) await removeFile(visit.db, id, visit.now)
    return { redirect: backTo(visit, row.id, 'file-removed', id), subject }
  }
  if (!isThere) await restoreFile(visit.db, id, visit.now)
  return { redirect: backTo(visit, row.id, 'file-kept'), subject }
}

export const routes: Route[] = [
  page(paths.addFile, 'materials.change', showAdd),
  madeFirst(action(paths.addFile, 'materials.change', FileForm, showAdd, add)),
  page(paths.replaceFile, 'materials.change', showReplace),
  madeFirst(action(paths.replaceFile, 'materials.change', FileForm, showReplace, replace)),
  action(paths.fileState, 'materials.change', FileStateForm, showOne, changeState),
  // What was refused stands at this address: a reload then shows the material.
  page(paths.fileState, 'materials.read', showOne),
]
