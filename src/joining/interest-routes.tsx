import { areaScopeOf } from '../access.ts'
import { takeTokens } from '../accounts/limit-queries.ts'
import { listAreaNames } from '../areas/queries.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import { derivedId } from '../lib/derived-id.ts'
import { queueMail } from '../mail/queries.ts'
import { isTaken } from '../network/change-rules.ts'
import { addStage, listFreeMunicipalities, lockStages, openArea } from '../network/membership-queries.ts'
import type { NewStage } from '../network/membership-rules.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed, Visit } from '../web/visit.ts'
import {
  DeclineForm,
  heldProblem,
  InterestForm,
  MeetingForm,
  type MeetingTyped,
  OpenForm,
  type Opening,
} from './forms.ts'
import {
  findInterest,
  giveMeetingsTo,
  type Interest,
  listInterests,
  lockInterest,
  moveInterest,
  type NewInterest,
  sendInterest,
} from './interest-queries.ts'
import {
  declinePage,
  interestPage,
  listPage,
  onePage,
  openPage,
  thanksPage,
  trailToInterest,
} from './interest-views.tsx'
import { letterWords } from './letter-words.ts'
import { addMeeting, listMeetings } from './meeting-queries.ts'
import { meetingPage } from './meeting-views.tsx'
import { findStepFacts, listPlannedAreas, listSteps, startPlan } from './queries.ts'
import { isOpenInterest, nextStep, stepsOf } from './rules.ts'
import { paths, words } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnInterest = { params: { interest: string } }

/** Interests of one network: five at once, then five an hour; of all together fifty. The public form needs no more. */
const limits = ({ caller }: Pick<Visit, 'caller'>) => [
  { bucket: `interest ${caller}`, size: 5, perHour: 5 },
  { bucket: 'interest of all', size: 50, perHour: 50 },
]
/** How long the answer to an interest waits for a mail server. */
const letterDays = 14
const daysLater = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000)

const showInterest = async ({ db, language, today }: Visit & { db: Read }, typed: Typed) =>
  interestPage({ language, typed, municipalities: await listFreeMunicipalities(db, today) })

const send = async (
  visit: Visit & { db: Write },
  form: Omit<NewInterest, 'key' | 'municipalityId' | 'language'> & { municipality: number | null },
): Promise<Outcome> => {
  const { db, language, now } = visit
  const { municipality, ...given } = form
  if ((await takeTokens(db as unknown as Pool, limits(visit), now)) > 0)
    return { problems: { '': 'too-many' } }
  if (municipality !== null) {
    const all = await listFreeMunicipalities(db, visit.today)
    if (!all.some(({ id }) => id === municipality))
      return { problems: { municipality: 'municipality-missing' } }
  }
  // The page is the same for all, so what is sent twice is known by what it says; on another day it is told anew.
  const said = [visit.today, given.email, given.organisation, given.message]
  const key = derivedId(['interest', ...said].join('\0'))
  await sendInterest(db, { ...given, key, municipalityId: municipality, language }, now)
  return { redirect: paths.thanks[language] }
}

const interestOf = async ({ db, params }: Reading & OnInterest): Promise<Interest> => {
  const interest = await findInterest(db, rowId(params.interest))
  if (!interest) throw new NotFound()
  return interest
}

const showList = async ({ db, language, today }: Reading) => {
  const preparing = []
  for (const area of await listPlannedAreas(db, today)) {
    const steps = stepsOf(await listSteps(db, area.id), await findStepFacts(db, area, today), today)
    const next = nextStep(steps)
    const done = steps.filter(({ isDone }) => isDone).length
    const nextName = next && words[language].stepWords[next.name].name
    preparing.push({ id: area.id, name: area.name, done, all: steps.length, next: nextName })
  }
  return listPage({ language, interests: await listInterests(db), preparing })
}

const showOne = async (visit: Reading & OnInterest) => {
  const { db, language, query } = visit
  const interest = await interestOf(visit)
  const talks = await listMeetings(db, { interestId: interest.id })
  const done = query.get('done') === 'talk' ? words[language].meetingSaved : null
  return onePage({ language, interest, talks, done })
}

const showTalk = async (visit: Reading & OnInterest, typed: Typed) => {
  const { language } = visit
  const interest = await interestOf(visit)
  const action = fill(paths.talk[language], { interest: interest.id })
  return meetingPage({ language, typed, action, kind: 'talk', trail: trailToInterest(language, interest) })
}

const addTalk = async (visit: Writing & OnInterest, typed: MeetingTyped): Promise<Outcome> => {
  const { db, language, now, user } = visit
  const { id } = await interestOf(visit)
  const problems = heldProblem(typed.held, now)
  if (problems) return { problems }
  const meeting = { kind: 'talk', heldOn: typed.held, notes: typed.notes, actions: typed.actions } as const
  await addMeeting(db, { interestId: id }, meeting, { now, by: actorOf(user) })
  if ((await lockInterest(db, id))?.state === 'new') await moveInterest(db, id, { state: 'talking' }, now)
  return { redirect: `${fill(paths.one[language], { interest: id })}?done=talk`, subject: { interest: id } }
}

/** What somebody else decided meanwhile is not decided again. */
const isStillOpen = async (db: Write, id: number) => {
  const locked = await lockInterest(db, id)
  return locked !== undefined && isOpenInterest(locked.state)
}

const showDecline = async (visit: Reading & OnInterest, typed: Typed) =>
  declinePage({ language: visit.language, typed, interest: await interestOf(visit) })

const decline = async (visit: Writing & OnInterest, { reason }: { reason: string }): Promise<Outcome> => {
  const { db, language, now } = visit
  const interest = await interestOf(visit)
  if (!(await isStillOpen(db, interest.id))) return { problems: { '': 'decided-already' } }
  await moveInterest(db, interest.id, { state: 'declined', declineReason: reason }, now)
  if (interest.email !== null)
    await queueMail(db, {
      kind: 'interest-declined',
      to: interest.email,
      language: interest.language,
      letter: letterWords[interest.language].notNow(reason),
      now,
      expiresAt: daysLater(now, letterDays),
    })
  const id = { interest: interest.id }
  return { redirect: fill(paths.one[language], id), subject: id }
}

const showOpen = async (visit: Reading & OnInterest, typed: Typed) => {
  const { db, language, today, user } = visit
  return openPage({
    ...{ language, typed, interest: await interestOf(visit) },
    areas: await listAreaNames(db, areaScopeOf(user)),
    free: await listFreeMunicipalities(db, today),
  })
}

/** The area that begins: one that is there, or a new one. */
const areaFor = async (visit: Writing, { area, areaName, areaNameSv }: Opening) => {
  const { db, user } = visit
  if (area === null) return (await openArea(db, { name: areaName!, nameSv: areaNameSv })) ?? 'areaName-taken'
  const known = (await listAreaNames(db, areaScopeOf(user))).some(({ id }) => id === area)
  return known ? area : 'area-missing'
}

const open = async (visit: Writing & OnInterest, form: Opening): Promise<Outcome> => {
  const { db, language, now, today } = visit
  const interest = await interestOf(visit)
  if (!(await isStillOpen(db, interest.id))) return { problems: { '': 'decided-already' } }
  const free = await listFreeMunicipalities(db, today)
  const stage: NewStage = { phase: 'preparing', from: today, until: null, crossUse: true }
  const municipality = free.find(({ id }) => id === form.municipality)
  const stages = municipality ? await lockStages(db, municipality.id) : []
  if (!municipality || isTaken({ cut: [], removed: [], added: [stage] }, stages))
    return { problems: { municipality: 'municipality-taken' } }
  const area = await areaFor(visit, form)
  if (typeof area === 'string') return { problems: { [area === 'area-missing' ? 'area' : 'areaName']: area } }
  await addStage(db, { areaId: area, municipalityId: municipality.id }, stage)
  await startPlan(db, area, { now, today })
  await moveInterest(db, interest.id, { state: 'opened', areaId: area }, now)
  await giveMeetingsTo(db, interest.id, area)
  return {
    redirect: fill(paths.plan[language], { area }),
    subject: { interest: interest.id, area, municipality: municipality.id },
  }
}

export const interestRoutes: Route[] = [
  page(paths.interest, 'interest.send', showInterest),
  action(paths.interest, 'interest.send', InterestForm, showInterest, send),
  page(paths.thanks, 'interest.send', async ({ language }) => thanksPage(language)),
  page(paths.list, 'interest.answer', showList),
  page(paths.one, 'interest.answer', showOne),
  page(paths.talk, 'interest.answer', showTalk),
  action(paths.talk, 'interest.answer', MeetingForm, showTalk, addTalk),
  page(paths.decline, 'interest.answer', showDecline),
  action(paths.decline, 'interest.answer', DeclineForm, showDecline, decline),
  page(paths.open, 'interest.answer', showOpen),
  action(paths.open, 'interest.answer', OpenForm, showOpen, open),
]
