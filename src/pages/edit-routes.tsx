import type { Read, Write } from '../db/db.ts'
import { instantOf } from '../lib/local-time.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route, withFile } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { changesBetween } from './change-rules.ts'
import {
  addVersion,
  findShipped,
  findVersionText,
  listVersions,
  lockContent,
  setStatus,
  type Version,
} from './edit-queries.ts'
import { editPage } from './edit-views.tsx'
import { editWords, type Problem, paths } from './edit-words.ts'
import {
  asFile,
  asKept,
  editionOf,
  findingsOf,
  findKept,
  finnishOf,
  type Kept,
  textOrNothing,
} from './editing.ts'
import { plainText } from './fill.ts'
import { type Edited, EditForm } from './forms.ts'

type OnEdition = { params: { content: string; edition: string } }
type Reading = SignedIn & { db: Read } & OnEdition
type Writing = SignedIn & { db: Write } & OnEdition

/** The Finnish text beside a translation, and what changed in it since. */
const beside = async ({ db, now }: Reading, kept: Kept, newest: Version | undefined) => {
  const current = finnishOf(kept, now)
  if (current === undefined) return { finnish: null, finnishChanges: null }
  const text = await textOrNothing(db, current.id)
  const from = newest?.translatedFrom
  const isBehind = from != null && from !== current.id
  const earlier = isBehind ? await textOrNothing(db, from) : null
  return {
    finnish: { id: current.id, text },
    finnishChanges: earlier && changesBetween(asFile(earlier), asFile(text)),
  }
}

const besideProgram = async (db: Read, kept: Kept, newest: Version | undefined, edition: string) => {
  const shipped = await findShipped(db, kept.content.id, edition)
  if (!shipped) return null
  const isStale = newest !== undefined && newest.shippedHash !== shipped.hash
  const own = isStale ? await textOrNothing(db, newest.id) : null
  return { text: shipped, hash: shipped.hash, changes: own && changesBetween(asFile(own), asFile(shipped)) }
}

const showEdit = async (visit: Reading, typed: Typed) => {
  const { db, language, now, params, query, isAddress } = visit
  const kept = await findKept(db, params.content, language)
  const edition = editionOf(kept, params.edition)
  const versions = kept.versions.filter((one) => one.language === edition)
  const shipped = await besideProgram(db, kept, versions[0], edition)
  const takes = query.get('from') === 'shipped' && shipped !== null
  const text = takes ? shipped.text : await textOrNothing(db, versions[0]?.id)
  const { lead = text.lead, body = text.body } = typed.values
  return editPage({
    ...{ language, kept, edition, versions, text, typed, now, shipped },
    ...(edition === 'fi' ? { finnish: null, finnishChanges: null } : await beside(visit, kept, versions[0])),
    findings: findingsOf({ lead, body }, isAddress),
    done: editWords[language].done[query.get('done') ?? ''] ?? null,
  })
}

/** Why a text cannot be published yet, by field. */
const publishProblems = (
  { content }: Kept,
  edited: Edited,
  { now, isAddress }: Writing,
): Record<string, Problem> | null => {
  const problems: Record<string, Problem> = {}
  const needsLead = content.kind === 'page' || content.kind === 'news'
  if (needsLead && edited.lead === '') problems.lead = 'lead-missing'
  if (edited.body === '') problems.body = 'body-missing'
  else if (findingsOf(edited, isAddress).length > 0) problems.body = 'findings'
  if (content.kind === 'story' && content.leaveOn === null) problems[''] = 'leave-missing'
  if (edited.do === 'schedule') {
    if (edited.day === null) problems.day = 'day-missing'
    else if (instantOf(edited.day, edited.time) <= now) problems.day = 'past'
  }
  return Object.keys(problems).length > 0 ? problems : null
}

const statusOf = (edited: Edited, now: Date) => {
  if (edited.do === 'publish') return { status: 'published' as const, publishAt: now }
  if (edited.do === 'schedule')
    return { status: 'scheduled' as const, publishAt: instantOf(edited.day!, edited.time) }
  return { status: 'draft' as const, publishAt: null }
}

/**
 * Saves what was written as a version, unless it is word for word the newest draft: that one is then the version.
 * @returns the version's id
 */
const saveVersion = async (
  { db, user, now }: Writing,
  kept: Kept,
  edited: Edited,
  { edition, newest }: { edition: Version['language']; newest: Version | undefined },
): Promise<number> => {
  const isFinnish = (id: number | null) => kept.versions.some((one) => one.id === id && one.language === 'fi')
  const translatedFrom = edition !== 'fi' && isFinnish(edited.finnish) ? edited.finnish : null
  const about = { translatedFrom, shippedHash: edited.seen }
  const text = { title: edited.title, lead: edited.lead, body: edited.body }
  const told = statusOf(edited, now)
  const before = newest && (await findVersionText(db, newest.id))
  const isSame =
    newest !== undefined &&
    before !== undefined &&
    asFile(before) === asFile(text) &&
    newest.translatedFrom === translatedFrom &&
    newest.shippedHash === edited.seen
  if (isSame && edited.do === 'preview') return newest.id
  if (isSame && newest.status === 'draft') {
    if (told.status !== 'draft') await setStatus(db, newest.id, told)
    return newest.id
  }
  const made = {
    contentId: kept.content.id,
    language: edition,
    plain: plainText(text),
    ...text,
    ...told,
    ...about,
  }
  return addVersion(db, made, { actor: actorOf(user), now })
}

const save = async (visit: Writing, edited: Edited): Promise<Outcome> => {
  const { db, language, params } = visit
  const { content: found } = await findKept(db, params.content, language)
  const content = await lockContent(db, found.id)
  if (!content) throw new NotFound()
  const kept = asKept(content, await listVersions(db, content.id), language)
  const edition = editionOf(kept, params.edition)
  const newest = kept.versions.find((one) => one.language === edition)
  if ((newest?.id ?? null) !== edited.base) return { problems: { '': 'changed-meanwhile' } }
  const isPublic = edited.do === 'publish' || edited.do === 'schedule'
  const problems = isPublic ? publishProblems(kept, edited, visit) : null
  if (problems) return { problems }
  const version = await saveVersion(visit, kept, edited, { edition, newest })
  const here = fill(paths.edit[language], { content: content.id, edition })
  return {
    redirect:
      edited.do === 'preview'
        ? fill(paths.preview[language], { content: content.id, version })
        : `${here}?done=${edited.do}`,
    subject: { content: content.id, version, edition, did: edited.do },
  }
}

export const routes: Route[] = [
  page(paths.edit, 'texts.write', showEdit),
  // Cyrillic and Arabic letters take six bytes each in an ordinary form, and a handbook would be cut off.
  withFile(action(paths.edit, 'texts.write', EditForm, showEdit, save)),
]
