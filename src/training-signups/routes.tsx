import type { z } from 'zod'
import { areaScopeOf } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { findKeptTraining, findOpenTraining, listOpenTrainings } from '../trainings/queries.ts'
import type { Training } from '../trainings/rules.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { CameForm, SignUpForm } from './forms.ts'
import { participantsPage } from './participant-views.tsx'
import {
  cancelSignUp,
  listOwnSignUps,
  listParticipants,
  lockQueue,
  readQueue,
  setAttended,
  signUp,
} from './queries.ts'
import { closedWhy, freeSeats } from './rules.ts'
import { type Attended, onePage, ownPage } from './views.tsx'
import { paths } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnTraining = { params: { training: string } }

/** @throws NotFound for what was taken off the page */
const openTraining = async ({ db, params }: Reading & OnTraining): Promise<Training> => {
  const training = await findOpenTraining(db, rowId(params.training))
  if (!training) throw new NotFound()
  return training
}

const yearAgo = (now: Date) => new Date(now.getTime() - 365 * 86_400_000)

const showOwn = async ({ db, user, language, now }: Reading) => {
  const signed = await listOwnSignUps(db, user.accountId)
  const all: Attended[] = []
  for (const training of await listOpenTrainings(db, yearAgo(now))) {
    const own = signed.find(({ trainingId }) => trainingId === training.id)
    if (!own && closedWhy(training, now)) continue
    all.push({ training, queue: await readQueue(db, training.id), attended: own?.attended ?? null })
  }
  const next = all.toSorted((a, b) => Number(a.training.startsAt) - Number(b.training.startsAt))
  return ownPage({
    language,
    mine: next.filter(({ queue }) => queue.own > 0),
    open: next.filter(({ queue }) => queue.own === 0),
  })
}

const showOne = async (visit: Reading & OnTraining) => {
  const { db, language, now, query } = visit
  const training = await openTraining(visit)
  const queue = await readQueue(db, training.id)
  return onePage({
    ...{ language, training, queue, attended: null, closed: closedWhy(training, now) },
    isCancelled: query.get('done') === 'cancelled',
  })
}

const oneOf = ({ language }: SignedIn, training: number) => fill(paths.one[language], { training })

const join = async (visit: Writing & OnTraining): Promise<Outcome> => {
  const { db, user, now, params } = visit
  await lockQueue(db, rowId(params.training))
  const training = await openTraining(visit)
  if (closedWhy(training, now)) return { problems: { '': 'closed' } }
  const free = freeSeats(await readQueue(db, training.id), training.seats)
  await signUp(db, { trainingId: training.id, accountId: user.accountId, now }, free !== 0)
  return { redirect: oneOf(visit, training.id), subject: { training: training.id } }
}

const leave = async (visit: Writing & OnTraining): Promise<Outcome> => {
  const { db, user, now } = visit
  const training = await openTraining(visit)
  if (closedWhy(training, now)) return { problems: { '': 'closed' } }
  await cancelSignUp(db, { trainingId: training.id, accountId: user.accountId, now })
  return { redirect: `${oneOf(visit, training.id)}?done=cancelled`, subject: { training: training.id } }
}

/** @throws NotFound for what somebody else keeps */
const keptTraining = async ({ db, user, params }: Reading & OnTraining): Promise<Training> => {
  const training = await findKeptTraining(db, areaScopeOf(user), rowId(params.training))
  if (!training) throw new NotFound()
  return training
}

const showParticipants = async (visit: Reading & OnTraining, typed: Typed) => {
  const { db, language, now } = visit
  const training = await keptTraining(visit)
  const hasBegun = training.startsAt !== null && training.startsAt <= now
  return participantsPage({
    ...{ language, training, hasBegun, typed },
    people: await listParticipants(db, training.id),
  })
}

const attended = { yes: true, no: false, unknown: null }

const markCame = async (
  visit: Writing & OnTraining,
  { signUp: id, came }: z.output<typeof CameForm>,
): Promise<Outcome> => {
  const training = await keptTraining(visit)
  if (!(await setAttended(visit.db, training.id, id, attended[came])))
    return { problems: { signUp: 'sign-up-missing' } }
  const redirect = fill(paths.participants[visit.language], { training: training.id })
  return { redirect, subject: { training: training.id, signUp: id, came } }
}

export const routes: Route[] = [
  page(paths.own, 'trainings.attend', showOwn),
  page(paths.one, 'trainings.attend', showOne),
  action(paths.one, 'trainings.attend', SignUpForm, showOne, join),
  action(paths.cancel, 'trainings.attend', SignUpForm, showOne, leave),
  page(paths.participants, 'trainings.read', showParticipants),
  action(paths.participants, 'trainings.change', CameForm, showParticipants, markCame),
]
