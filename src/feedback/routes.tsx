import type { Read, Write } from '../db/db.ts'
import { publicPaths } from '../public-paths.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { problemsOf, sayable } from '../web/problems-of.ts'
import { type Answer, action, type Outcome, page, type Route } from '../web/route.tsx'
import { nothingTyped, type Typed, type Visit } from '../web/visit.ts'
import { aboutPage } from './about-view.tsx'
import { checkPage, thanksPage } from './check-view.tsx'
import { type FormProps, withRemoved } from './form-parts.tsx'
import { type Again, AgainForm, FeedbackForm, MessageForm, readAbout, readStep, type Sent } from './forms.ts'
import { routes as keepRoutes } from './keep-routes.tsx'
import { messagePage } from './message-view.tsx'
import {
  findSite,
  followFeedback,
  listMunicipalities,
  listSaid,
  sendFeedback,
  writeAgain,
} from './queries.ts'
import { dueOn, mayWriteAgain } from './rules.ts'
import { hashOf, seedOf, tokenOf } from './secret-rules.ts'
import {
  formKeyFor,
  isFormKey,
  lookingFirst,
  privately,
  refusalOf,
  stampFor,
  warningOf,
  withoutSecretsIn,
} from './send.ts'
import { threadPage } from './thread-view.tsx'
import { paths } from './words.ts'

const siteIn = (db: Read | Write, text: string) =>
  /^\d{1,9}$/.test(text) ? findSite(db, Number(text)) : undefined

const formOf = async (visit: Visit & { db: Read }, typed: Typed): Promise<FormProps> => {
  const { db, reader, query, today } = visit
  const site = (await siteIn(db, typed.values.site ?? query.get('site') ?? '')) ?? null
  return {
    ...{ reader, typed, site },
    about: readAbout(typed.values.about ?? query.get('about')) ?? (site ? 'site' : undefined),
    municipalities: await listMunicipalities(db, today),
    stamp: stampFor(visit, typed.values.stamp),
  }
}

/** Of these the pages before the last one ask. */
const asked = ['about', 'site', 'municipality', 'message']

/** The page on which something has to be looked at again. */
const show = async (visit: Visit & { db: Read }, typed: Typed) => {
  const form = await formOf(visit, typed)
  const isOfMessage = asked.some((field) => field in withRemoved(typed))
  if (isOfMessage || !form.about) return messagePage(form)
  return checkPage({ ...form, formKey: formKeyFor(typed.values.key) })
}

/** Each page that many read is at an address of its own, so that the way back needs nothing sent again. */
const showFirst = async (visit: Visit & { db: Read }) => {
  const { reader, query } = visit
  if (query.get('done') === 'sent') return thanksPage(reader)
  const form = await formOf(visit, nothingTyped)
  return form.about ? messagePage(form) : aboutPage(reader)
}

/** What is wrong with where it is about: only what the form itself offered is taken. */
const placeProblem = async (
  { db, today }: Visit & { db: Read | Write },
  { site, municipality }: Pick<Sent, 'site' | 'municipality'>,
) => {
  if (site !== null) return (await findSite(db, site)) ? null : { municipality: 'site-missing' }
  if (municipality === null) return null
  const offered = await listMunicipalities(db, today)
  return offered.some(({ id }) => id === municipality) ? null : { municipality: 'municipality-missing' }
}

/** Looks at what was written: back to it where something is wrong, else on to the last page. */
const look = async (visit: Visit & { db: Read }, fields: Record<string, string>): Promise<Answer> => {
  const values = sayable(fields, [])
  if (readStep(fields.step) === 'change')
    return { page: await messagePage(await formOf(visit, { values, problems: {} })) }
  const parsed = MessageForm.safeParse(fields)
  const problems = parsed.success ? await placeProblem(visit, parsed.data) : problemsOf(parsed.error)
  if (problems) return { page: await show(visit, { values, problems }), status: 422 }
  return { page: await show(visit, { values, problems: {} }) }
}

const send = async (visit: Visit & { db: Write }, sent: Sent): Promise<Outcome> => {
  const { db, keys, reader, now, today } = visit
  const misplaced = await placeProblem(visit, sent)
  if (misplaced) return { problems: misplaced }
  if (!isFormKey(sent.key)) return { problems: { '': 'too-old' } }
  const refused = await refusalOf(visit, sent)
  if (refused) return refused
  const { about, way, message, stamp, key } = sent
  const [siteId, municipalityId] = [sent.site, sent.site === null ? sent.municipality : null]
  const seed = seedOf(keys.cardCode, {
    ...{ about, way, message, stamp, key, email: sent.email ?? '' },
    ...{ site: String(siteId), municipality: String(municipalityId) },
  })
  const token = tokenOf(keys.cardCode, seed)
  const { id, isNew } = await sendFeedback(
    db,
    {
      ...{ seed, secretHash: hashOf(token), about, language: reader, way, email: sent.email },
      ...{ municipalityId, siteId, message, dueOn: dueOn(about, today) },
    },
    { now, today },
  )
  const subject = { feedback: id, ...(isNew ? {} : { again: true }) }
  const at = way === 'none' ? publicPaths.feedback[reader] : fill(paths.thread[reader], { token })
  return { redirect: `${at}?done=sent`, subject }
}

type OnThread = Visit<'token'>

const threadOf = async (db: Read | Write, token: string) => {
  const secretHash = hashOf(token)
  const thread = await followFeedback(db, secretHash)
  if (!thread) throw new NotFound()
  return { secretHash, thread }
}

const showThread = async (visit: OnThread & { db: Read }, typed: Typed) => {
  const { db, params, reader, origin, query } = visit
  const { secretHash, thread } = await threadOf(db, params.token)
  return threadPage({
    ...{ reader, token: params.token, origin, thread, typed, done: query.get('done') },
    said: await listSaid(db, secretHash),
    stamp: stampFor(visit, typed.values.stamp),
  })
}

const sendAgain = async (visit: OnThread & { db: Write }, again: Again): Promise<Outcome> => {
  const { db, params, reader, now, today } = visit
  const { secretHash, thread } = await threadOf(db, params.token)
  if (!mayWriteAgain(thread)) return { problems: { '': 'used-up' } }
  const refused = warningOf(again) ?? (await refusalOf(visit, again))
  if (refused) return refused
  const { message } = again
  const isKept = await writeAgain(db, { secretHash, message, dueOn: dueOn(thread.about, today) }, now)
  if (!isKept) return { problems: { '': 'used-up' } }
  const redirect = `${fill(paths.thread[reader], { token: params.token })}?done=again`
  return { redirect, subject: { feedback: thread.id } }
}

export const routes: Route[] = [
  page(publicPaths.feedback, 'feedback.write', showFirst),
  withoutSecretsIn(
    lookingFirst(action(publicPaths.feedback, 'feedback.write', FeedbackForm, show, send), look),
  ),
  privately(page(paths.thread, 'feedback.follow', showThread)),
  withoutSecretsIn(action(paths.thread, 'feedback.follow', AgainForm, showThread, sendAgain)),
  ...keepRoutes,
]
