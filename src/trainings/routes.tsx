import type { z } from 'zod'
import { areaScopeOf } from '../access.ts'
import { listAreaNames } from '../areas/queries.ts'
import type { Read, Write } from '../db/db.ts'
import { formatTime } from '../i18n/translated.ts'
import type { Said } from '../materials/rules.ts'
import { readQueue } from '../training-signups/queries.ts'
import { closedWhy } from '../training-signups/rules.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, file, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { makeCalendar } from './calendar.ts'
import { cancelPage, factsPage } from './form-views.tsx'
import { CancelForm, isOwnLink, StateForm, TrainingForm, typedOf } from './forms.ts'
import { type Done, doneOf } from './keep-words.ts'
import {
  addTraining,
  changeTraining,
  findKeptTraining,
  listKeptTrainings,
  setCancelled,
  setRemoved,
} from './queries.ts'
import { checksAfter, stateOf, type Training, type TrainingFacts } from './rules.ts'
import { keptPage, onePage } from './views.tsx'
import { paths } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnTraining = { params: { training: string } }
type Facts = z.output<typeof TrainingForm>

/** @throws NotFound for what somebody else keeps */
const ownTraining = async ({ db, user, params }: Reading & OnTraining): Promise<Training> => {
  const training = await findKeptTraining(db, areaScopeOf(user), rowId(params.training))
  if (!training) throw new NotFound()
  return training
}

const backTo = ({ language }: SignedIn, id: number, done: Done) =>
  `${fill(paths.one[language], { training: id })}?done=${done}`

const mayNational = ({ user }: Reading) => areaScopeOf(user).areaId === null

/** One adds for the area that one keeps; Kaikukeskus is the centre's. A page of ours that a link names has to be there. */
const factsProblems = async (visit: Reading, facts: TrainingFacts) => {
  const areas = await listAreaNames(visit.db, areaScopeOf(visit.user))
  const isOwn = facts.areaId === null ? mayNational(visit) : areas.some(({ id }) => id === facts.areaId)
  const isBroken = (link: string | null) =>
    link !== null && isOwnLink(link) && !visit.isAddress(link.replace(/[?#].*$/, ''))
  const broken = { signUp: facts.signUpUrl, recording: facts.recordingUrl, textLink: facts.textUrl }
  const problems = {
    ...(isOwn ? {} : { area: 'area-missing' }),
    ...Object.fromEntries(
      Object.entries(broken)
        .filter(([, link]) => isBroken(link))
        .map(([name]) => [name, 'link-broken']),
    ),
  }
  return Object.keys(problems).length > 0 ? problems : null
}

const formOf = async (visit: Reading) => ({
  language: visit.language,
  areas: await listAreaNames(visit.db, areaScopeOf(visit.user)),
  mayNational: mayNational(visit),
})

const showAdd = async (visit: Reading, typed: Typed) =>
  factsPage({ ...(await formOf(visit)), typed, training: null, action: paths.add[visit.language] })

const add = async (visit: Writing, { agreed: _, ...facts }: Facts): Promise<Outcome> => {
  const problems = await factsProblems(visit, facts)
  if (problems) return { problems }
  const id = await addTraining(visit.db, facts, visit.now)
  return { redirect: backTo(visit, id, 'added'), subject: { training: id } }
}

const showChange = async (visit: Reading & OnTraining, typed: Typed) => {
  const training = await ownTraining(visit)
  const isAgain = Object.keys(typed.problems).length > 0
  const clock = (at: Date) => formatTime(visit.language, at)
  return factsPage({
    ...{ ...(await formOf(visit)), training },
    typed: isAgain ? typed : { ...typed, values: typedOf(training, clock) },
    action: fill(paths.change[visit.language], { training: training.id }),
  })
}

const change = async (visit: Writing & OnTraining, { agreed, ...facts }: Facts): Promise<Outcome> => {
  const training = await ownTraining(visit)
  const problems = await factsProblems(visit, facts)
  if (problems) return { problems }
  const checks = checksAfter(training, facts, agreed, visit.now)
  await changeTraining(visit.db, training.id, { ...facts, ...checks }, visit.now)
  return { redirect: backTo(visit, training.id, 'changed'), subject: { training: training.id } }
}

/** What takes back what was done last, where one tap can. */
const undoOf = (training: Training, done: Done | null) => {
  const state = stateOf(training)
  if (done === 'added' && state === 'planned') return { state: 'removed' as const }
  if (done === 'cancelled' && state === 'cancelled') return { state: 'planned' as const }
  return done === 'removed' && state === 'removed' ? { state: 'kept' as const } : null
}

const showOne = async (visit: Reading & OnTraining, typed: Typed) => {
  const training = await ownTraining(visit)
  const done = doneOf(visit.query)
  return onePage({ language: visit.language, training, done, undo: undoOf(training, done), typed })
}

/** Who signed up hears of a session that is cancelled; of one that is only taken off the page, nobody does. */
const hasExpectant = async ({ db, now }: Writing, training: Training): Promise<boolean> =>
  closedWhy(training, now) === null && (await readQueue(db, training.id)).taken > 0

const changeState = async (
  visit: Writing & OnTraining,
  { state }: z.output<typeof StateForm>,
): Promise<Outcome> => {
  const training = await ownTraining(visit)
  const { id } = training
  if (state === 'removed' && (await hasExpectant(visit, training)))
    return { problems: { '': 'has-expectant' } }
  if (state === 'planned') await setCancelled(visit.db, id, null, visit.now)
  else await setRemoved(visit.db, id, state === 'removed', visit.now)
  return { redirect: backTo(visit, id, state), subject: { training: id, state } }
}

/** @throws NotFound for what has no day, or is cancelled already */
const toCancel = async (visit: Reading & OnTraining): Promise<Training> => {
  const training = await ownTraining(visit)
  if (stateOf(training) !== 'planned' || training.startsAt === null) throw new NotFound()
  return training
}

const showCancel = async (visit: Reading & OnTraining, typed: Typed) => {
  const training = await toCancel(visit)
  const action = fill(paths.cancel[visit.language], { training: training.id })
  return cancelPage({ language: visit.language, typed, training, action })
}

const cancel = async (visit: Writing & OnTraining, why: Said): Promise<Outcome> => {
  const { id } = await toCancel(visit)
  await setCancelled(visit.db, id, why, visit.now)
  return { redirect: backTo(visit, id, 'cancelled'), subject: { training: id, state: 'cancelled' } }
}

export const routes: Route[] = [
  file(paths.calendar, 'public.read', makeCalendar),
  page(paths.keep, 'trainings.read', async ({ db, user, language, now }) =>
    keptPage({ language, now, trainings: await listKeptTrainings(db, areaScopeOf(user)) }),
  ),
  page(paths.add, 'trainings.change', showAdd),
  action(paths.add, 'trainings.change', TrainingForm, showAdd, add),
  page(paths.one, 'trainings.read', showOne),
  page(paths.change, 'trainings.change', showChange),
  action(paths.change, 'trainings.change', TrainingForm, showChange, change),
  page(paths.cancel, 'trainings.change', showCancel),
  action(paths.cancel, 'trainings.change', CancelForm, showCancel, cancel),
  action(paths.state, 'trainings.change', StateForm, showOne, changeState),
  // What was refused stands at this address: a reload then shows the training.
  page(paths.state, 'trainings.read', showOne),
]
