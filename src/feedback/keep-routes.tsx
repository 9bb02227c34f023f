import { areaScopeOf } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { DeedForm, type Done } from './forms.ts'
import {
  addMessage,
  changeState,
  findThread,
  listAreas,
  listMessages,
  moveThread,
  type Thread,
} from './keep-queries.ts'
import { keepPage } from './keep-view.tsx'
import { routes as listRoutes } from './list-routes.tsx'
import { ask, reply } from './question.ts'
import type { questionWords } from './question-words.ts'
import { deedsFor, insideDeeds } from './rules.ts'
import { tellWriter } from './tell.ts'
import { paths, type words } from './words.ts'

type On = { params: { feedback: string } }

/** A thread of one's own area; the centre's is every one. All else does not exist. */
const ownThread = async ({ db, user, params }: SignedIn & { db: Read | Write } & On): Promise<Thread> => {
  const thread = await findThread(db, areaScopeOf(user), rowId(params.feedback))
  if (!thread) throw new NotFound()
  return thread
}

const isCentre = ({ user }: SignedIn) => areaScopeOf(user).areaId === null

const showOne = async (visit: SignedIn & { db: Read } & On, typed: Typed) => {
  const { db, language, today, query } = visit
  const thread = await ownThread(visit)
  return keepPage({
    ...{ language, today, thread, typed, done: query.get('done'), isCentre: isCentre(visit) },
    messages: await listMessages(db, thread),
    areas: await listAreas(db),
  })
}

type Written = SignedIn & { db: Write } & On
type By = { actor: string; now: Date }
const tooLate: Outcome = { problems: { '': 'too-late' } }

/** Says what was done on the page of the thread, in the reader's language. */
const doneOn = (
  { language }: Written,
  { id }: Thread,
  done: keyof (typeof words)['fi']['done'] | keyof (typeof questionWords)['fi']['done'],
): Outcome => ({
  redirect: `${fill(paths.one[language], { feedback: id })}?done=${done}`,
  subject: { feedback: id, done },
})

const answer = async (visit: Written, thread: Thread, text: string, by: By): Promise<Outcome> => {
  if (!(await changeState(visit.db, thread, { state: 'answered' }, by))) return tooLate
  await addMessage(visit.db, thread, { author: 'answerer', body: text }, by)
  await tellWriter(visit.db, thread, text, visit)
  return doneOn(visit, thread, 'answered')
}

const move = async (visit: Written, thread: Thread, to: string, by: By): Promise<Outcome> => {
  const { db, language } = visit
  const areaId = to === 'centre' ? null : Number(to)
  if (areaId === thread.areaId) return { problems: { to: 'to-same' } }
  const isKnown = areaId === null || (await listAreas(db)).some(({ id }) => id === areaId)
  if (!isKnown) return { problems: { to: 'to-missing' } }
  if (!(await moveThread(db, thread, areaId, by))) return tooLate
  return { redirect: `${paths.list[language]}?done=moved`, subject: { feedback: thread.id, area: areaId } }
}

/** What has come too late, such as a second answer, changes nothing and says so. */
const act = async (visit: Written, given: Done): Promise<Outcome> => {
  const { db, user, now } = visit
  const thread = await ownThread(visit)
  const by = { actor: actorOf(user), now }
  if (given.deed === 'note') {
    await addMessage(db, thread, { author: 'note', body: given.text }, by)
    return doneOn(visit, thread, 'noted')
  }
  if (given.deed === 'ask' || given.deed === 'reply') {
    if (!insideDeeds(thread, isCentre(visit))[given.deed]) return tooLate
    const isDone = await { ask, reply }[given.deed](db, thread, given.text, { ...by, origin: visit.origin })
    return isDone ? doneOn(visit, thread, given.deed === 'ask' ? 'asked' : 'replied') : tooLate
  }
  if (!deedsFor(thread)[given.deed]) return tooLate
  switch (given.deed) {
    case 'answer':
      return answer(visit, thread, given.text, by)
    case 'move':
      return move(visit, thread, given.to, by)
    case 'close':
      return (await changeState(db, thread, { state: 'closed', closeReason: given.reason }, by))
        ? doneOn(visit, thread, 'closed')
        : tooLate
    default: {
      const [state, done] =
        given.deed === 'work' ? (['working', 'working'] as const) : (['new', 'reopened'] as const)
      return (await changeState(db, thread, { state }, by)) ? doneOn(visit, thread, done) : tooLate
    }
  }
}

export const routes: Route[] = [
  ...listRoutes,
  page(paths.one, 'feedback.read', showOne, ({ params }) => ({ feedback: params.feedback })),
  action(paths.one, 'feedback.answer', DeedForm, showOne, act),
]
