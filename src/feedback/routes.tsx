import type { Read, Write } from '../db/db.ts'
import { publicPaths } from '../public-paths.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { Typed, Visit } from '../web/visit.ts'
import { feedbackPage, thanksPage } from './form-view.tsx'
import { type Again, AgainForm, FeedbackForm, readAbout, type Sent } from './forms.ts'
import { routes as keepRoutes } from './keep-routes.tsx'
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
import { privately, refusalOf, stampFor, withoutSecretsIn } from './send.ts'
import { threadPage } from './thread-view.tsx'
import { paths } from './words.ts'

const siteIn = (db: Read | Write, text: string) =>
  /^\d{1,9}$/.test(text) ? findSite(db, Number(text)) : undefined

const show = async (visit: Visit & { db: Read }, typed: Typed) => {
  const { db, reader, query, today } = visit
  if (query.get('done') === 'sent') return thanksPage(reader)
  const site = (await siteIn(db, typed.values.site ?? query.get('site') ?? '')) ?? null
  return feedbackPage({
    ...{ reader, typed, site, about: readAbout(query) },
    municipalities: await listMunicipalities(db, today),
    stamp: stampFor(visit, typed.values.stamp),
  })
}

/** What is wrong with where it is about: only what the form itself offered is taken. */
const placeProblem = async ({ db, today }: Visit & { db: Write }, { site, municipality }: Sent) => {
  if (site !== null) return (await findSite(db, site)) ? null : { municipality: 'site-missing' }
  if (municipality === null) return null
  const offered = await listMunicipalities(db, today)
  return offered.some(({ id }) => id === municipality) ? null : { municipality: 'municipality-missing' }
}

const send = async (visit: Visit & { db: Write }, sent: Sent): Promise<Outcome> => {
  const { db, keys, reader, now, today } = visit
  const misplaced = await placeProblem(visit, sent)
  if (misplaced) return { problems: misplaced }
  const refused = await refusalOf(visit, sent)
  if (refused) return refused
  const { about, way, message, stamp } = sent
  const [siteId, municipalityId] = [sent.site, sent.site === null ? sent.municipality : null]
  const seed = seedOf(keys.cardCode, {
    ...{ about, way, message, stamp, email: sent.email ?? '' },
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
  const refused = mayWriteAgain(thread) ? await refusalOf(visit, again) : { problems: { '': 'used-up' } }
  if (refused) return refused
  const { message } = again
  const isKept = await writeAgain(db, { secretHash, message, dueOn: dueOn(thread.about, today) }, now)
  if (!isKept) return { problems: { '': 'used-up' } }
  const redirect = `${fill(paths.thread[reader], { token: params.token })}?done=again`
  return { redirect, subject: { feedback: thread.id } }
}

export const routes: Route[] = [
  page(publicPaths.feedback, 'feedback.write', show),
  withoutSecretsIn(action(publicPaths.feedback, 'feedback.write', FeedbackForm, show, send)),
  privately(page(paths.thread, 'feedback.follow', showThread)),
  withoutSecretsIn(action(paths.thread, 'feedback.follow', AgainForm, showThread, sendAgain)),
  ...keepRoutes,
]
