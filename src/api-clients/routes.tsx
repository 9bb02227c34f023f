import { takeToken } from '../accounts/limit-queries.ts'
import type { Read, Write } from '../db/db.ts'
import { isUuid } from '../lib/uuid.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, proven, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { paths as webhookPaths } from '../webhooks/words.ts'
import { approvePage, choosePage, endPage, unapprovePage } from './approve-views.tsx'
import { approveProgram, endProgram, unapproveProgram } from './change-queries.ts'
import { NoForm, StartForm } from './forms.ts'
import { routes as keyRoutes } from './key-routes.tsx'
import { listPage, viewerOf } from './list-views.tsx'
import { type Done, doneKinds, programPage } from './program-view.tsx'
import {
  findByStart,
  findProgram,
  findProgramToApprove,
  listApprovals,
  listChoices,
  listKeys,
  listNotApproved,
  listPrograms,
  type Program,
  programScopeOf,
} from './queries.ts'
import { paths } from './words.ts'

type OfProgram = { params: { program: string } }
type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }

const showList = async ({ db, user, language, now }: Reading) =>
  listPage({
    language,
    viewer: viewerOf(user.role),
    programs: await listPrograms(db, programScopeOf(user), now),
  })

/** @throws NotFound when it is none that the user sees */
const findSeen = async ({ db, user, params, now }: Reading & OfProgram): Promise<Program> => {
  const found = isUuid(params.program)
    ? await findProgram(db, programScopeOf(user), params.program, now)
    : undefined
  if (!found) throw new NotFound()
  return found
}

const showProgram = async (visit: Reading & OfProgram) => {
  const { db, user, language, now, query } = visit
  const program = await findSeen(visit)
  const scope = programScopeOf(user)
  const done = query.get('done')
  return programPage({
    language,
    program,
    now,
    viewer: viewerOf(user.role),
    keys: await listKeys(db, program.id),
    approvals: await listApprovals(db, scope, program.id),
    notApproved: await listNotApproved(db, scope, program.id),
    done: doneKinds.find((kind) => kind === done),
    webhooks: fill(webhookPaths.list[language], { program: program.id }),
  })
}

const showChoices = async ({ db, user, language }: Reading, typed: Typed) =>
  choosePage({ language, typed, choices: await listChoices(db, programScopeOf(user)) })

/** Starts of keys are no secret, but nobody is to go through them all either. */
const triesPerHour = 30

const choose = async (visit: Writing, { start }: { start: string }): Promise<Outcome> => {
  const { db, user, language, now } = visit
  const wait = await takeToken(db, `key-start ${user.accountId}`, triesPerHour, triesPerHour, now)
  if (wait > 0) return { problems: { start: 'too-many-tries' } }
  const program = await findByStart(db, start, now)
  if (!program) return { problems: { start: 'start-unknown' }, keep: true }
  return { redirect: fill(paths.approve[language], { program }), subject: { client: program } }
}

const findOffered = async ({ db, user, params, now }: Reading & OfProgram): Promise<Program> => {
  const found = isUuid(params.program)
    ? await findProgramToApprove(db, programScopeOf(user), params.program, now)
    : undefined
  if (!found) throw new NotFound()
  return found
}

const showApprove = async (visit: Reading & OfProgram, typed: Typed) => {
  const { db, user, language, now } = visit
  const program = await findOffered(visit)
  const keys = await listKeys(db, program.id)
  return approvePage({ language, program, keys, site: user.place ?? '', now, typed })
}

const doneWith = ({ language, params }: SignedIn & OfProgram, done: Done): Outcome => ({
  redirect: `${fill(paths.one[language], { program: params.program })}?done=${done}`,
  subject: { client: params.program },
})

const approve = async (visit: Writing & OfProgram): Promise<Outcome> => {
  const program = await findOffered(visit)
  const isDone = await approveProgram(visit.db, program.id, visit.now)
  return isDone ? doneWith(visit, 'approved') : { problems: { '': 'program-ended' } }
}

const showUnapprove = async (visit: Reading & OfProgram) =>
  unapprovePage({ language: visit.language, program: await findSeen(visit) })

const unapprove = async (visit: Writing & OfProgram): Promise<Outcome> => {
  const program = await findSeen(visit)
  await unapproveProgram(visit.db, program.id, visit.now)
  return doneWith(visit, 'unapproved')
}

/** A site sees programs of others too; only their keepers and the centre end them. */
const findEnding = async (visit: Reading & OfProgram): Promise<Program> => {
  const program = await findSeen(visit)
  if (!program.isOwn && visit.user.role !== 'centre') throw new NotFound()
  return program
}

const showEnd = async (visit: Reading & OfProgram) =>
  endPage({ language: visit.language, program: await findEnding(visit) })

const end = async (visit: Writing & OfProgram): Promise<Outcome> => {
  const program = await findEnding(visit)
  await endProgram(visit.db, program.id, visit.now)
  return doneWith(visit, 'ended')
}

export const routes: Route[] = [
  page(paths.list, 'api-clients.read', showList),
  page(paths.choose, 'api-clients.approve', showChoices),
  action(paths.choose, 'api-clients.approve', StartForm, showChoices, choose),
  ...keyRoutes,
  page(paths.one, 'api-clients.read', showProgram),
  proven(page(paths.approve, 'api-clients.approve', showApprove)),
  proven(action(paths.approve, 'api-clients.approve', NoForm, showApprove, approve)),
  proven(page(paths.unapprove, 'api-clients.approve', showUnapprove)),
  proven(action(paths.unapprove, 'api-clients.approve', NoForm, showUnapprove, unapprove)),
  proven(page(paths.end, 'api-clients.end', showEnd)),
  proven(action(paths.end, 'api-clients.end', NoForm, showEnd, end)),
]
