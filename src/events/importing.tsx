import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import type { Read, Write } from '../db/db.ts'
import { readTableFile } from '../lib/table-file.ts'
import { isUuid } from '../lib/uuid.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import type { Outcome } from '../web/route.tsx'
import type { Typed } from '../web/visit.ts'
import { type FileRead, readEventTable } from './file-rules.ts'
import type { Problem, UploadForm } from './forms.ts'
import { readCalendarFile } from './ical-thread.ts'
import { dropImport, findImport, keepImport } from './import-queries.ts'
import { checkPage, uploadPage } from './import-view.tsx'
import { planOf } from './rules.ts'
import { applyPlan, listKnown } from './source-queries.ts'
import { at, type On, stopOf, type Way } from './ways.ts'

type Reading = On & { db: Read }
type Writing = On & { db: Write }

export const showUpload = (way: Way) => async (visit: Reading, typed: Typed) =>
  uploadPage(await at(way, visit, typed))

const isCalendar = (bytes: Uint8Array) =>
  /^\ufeff?\s*BEGIN:VCALENDAR/i.test(new TextDecoder().decode(bytes.subarray(0, 200)))

/** What it is, its first bytes tell, whatever its name says. */
const readFile = async (bytes: Uint8Array, now: Date): Promise<FileRead | null> => {
  if (isCalendar(bytes)) return readCalendarFile(bytes, now)
  const read = await readTableFile(bytes)
  return 'table' in read ? readEventTable(read.table, now) : null
}

/** Each line's problem under a name of its own: several may stand in one line. */
const lineProblems = ({ problems }: FileRead) =>
  Object.fromEntries(problems.map(({ line, problem }, index) => [`line ${line} ${index}`, problem]))

/** Reads a file, and keeps what it holds until somebody says yes. With a single bad line nothing is kept. */
export const upload =
  (way: Way) =>
  async (visit: Writing, { whole }: z.output<typeof UploadForm>): Promise<Outcome> => {
    const { db, upload: sent, now, user } = visit
    const { site, links } = await at(way, visit)
    const refuse = (problem: Problem): Outcome => ({ problems: { file: problem } })
    if (sent === 'too-large') return refuse('file-large')
    if (sent === 'none') return refuse('file-missing')
    const read = await readFile(sent.bytes, now)
    if (!read) return refuse('file-form')
    if (read.problems.length > 0) return { problems: { file: 'file-lines', ...lineProblems(read) } }
    const id = newId({ msecs: now.getTime() })
    const kept = { id, events: read.events, isWhole: whole === 'yes' }
    await keepImport(db, site, kept, { now, actor: actorOf(user) })
    return { redirect: links.check(id), subject: { site: site.id, events: read.events.length } }
  }

const importAt = async (way: Way, visit: Reading, typed?: Typed) => {
  const part = await at(way, visit, typed)
  const id = visit.params.import ?? ''
  const found = isUuid(id) ? await findImport(visit.db, part.site, id) : undefined
  return { part, found, source: { siteId: part.site.id, feedId: null } }
}

export const showCheck = (way: Way) => async (visit: Reading, typed: Typed) => {
  const { part, found, source } = await importAt(way, visit, typed)
  if (!found) throw new NotFound()
  const known = await listKnown(visit.db, source)
  const plan = planOf(known, found.events, { whole: found.isWhole, now: visit.now })
  return checkPage({ ...part, id: found.id, plan })
}

/** Does what was shown. What has changed since is looked at again, under a lock, so that nothing is taken in twice. */
export const confirm =
  (way: Way) =>
  async (visit: Writing): Promise<Outcome> => {
    const { db, now, user } = visit
    const { part, found, source } = await importAt(way, visit)
    if (!found) throw new NotFound()
    const stop = await stopOf(way, visit)
    if (stop) return stop
    const plan = planOf(await listKnown(db, source, true), found.events, { whole: found.isWhole, now })
    await applyPlan(db, source, plan, { now, actor: actorOf(user) })
    await dropImport(db, part.site, found.id)
    return {
      redirect: `${part.links.list}?done=imported`,
      subject: {
        ...{ site: part.site.id, added: plan.added.length, changed: plan.changed.length },
        ended: plan.ended.length,
      },
    }
  }
