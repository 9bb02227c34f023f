import { z } from 'zod'
import { areaScopeOf, placeScopeOf } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { makePdf } from '../lib/pdf.ts'
import { NotFound } from '../web/errors.tsx'
import { pageOf, pageSize, readListQuery } from '../web/list-query.ts'
import { paperFile } from '../web/paper-file.ts'
import { fill } from '../web/paths.ts'
import { action, file, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { certificatePaper } from './certificate.ts'
import { lessonDays } from './lesson-rules.ts'
import { lessonPage, practicePage } from './lesson-views.tsx'
import { countPlaces, listCountedPlaces } from './place-queries.ts'
import { colleaguesPage, placesPage } from './place-views.tsx'
import {
  findInduction,
  finishInduction,
  type Learner,
  listColleagues,
  listLessonsDone,
  listPolicies,
  markLesson,
} from './queries.ts'
import { editionOf, inductionRoleOf, lessonStates, nextLesson, standingOf } from './rules.ts'
import { type Learning, overviewPage } from './views.tsx'
import { paths } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnLesson = { params: { lesson: string } }

/** Nothing is typed on these pages. */
const NothingForm = z.object({})

/** @throws NotFound for a role without lessons */
const learnerOf = ({ user }: SignedIn): Learner => {
  const role = inductionRoleOf(user.role)
  if (!role) throw new NotFound()
  return { accountId: user.accountId, role }
}

/** A lesson gone through counts as long as an induction of today would hold. */
const learningOf = async (visit: Reading): Promise<Learning> => {
  const { db, language, now, today } = visit
  const learner = learnerOf(visit)
  const latest = (await findInduction(db, learner)) ?? null
  const days = lessonDays[learner.role]
  const since = new Date(now.getTime() - 365 * 86_400_000)
  return {
    ...{ language, role: learner.role },
    standing: standingOf(latest?.doneOn ?? null, await listPolicies(db), today),
    lessons: lessonStates(days, latest, await listLessonsDone(db, learner), since),
  }
}

const ownLesson = (visit: SignedIn & OnLesson) => {
  const learner = learnerOf(visit)
  const days: Readonly<Record<string, string>> = lessonDays[learner.role]
  const { lesson } = visit.params
  const textOn = Object.hasOwn(days, lesson) ? days[lesson] : undefined
  if (textOn === undefined) throw new NotFound()
  const names = Object.keys(days)
  return { learner, lesson, textOn, next: names[names.indexOf(lesson) + 1] ?? null }
}

const showLesson = async (visit: Reading & OnLesson) => {
  const { learner, lesson, next } = ownLesson(visit)
  return lessonPage({ language: visit.language, role: learner.role, lesson, next })
}

const doLesson = async (visit: Writing & OnLesson): Promise<Outcome> => {
  const { db, language, now } = visit
  const { learner, lesson, textOn, next } = ownLesson(visit)
  await markLesson(db, learner, { lesson, textOn, now })
  const redirect = next === null ? paths.practice[language] : fill(paths.lesson[language], { lesson: next })
  return { redirect, subject: { lesson } }
}

const showPractice = async (visit: Reading, typed: Typed) =>
  practicePage({ ...(await learningOf(visit)), typed })

const finish = async (visit: Writing): Promise<Outcome> => {
  const { db, user, language, today } = visit
  const { lessons, role } = await learningOf(visit)
  if (nextLesson(lessons) !== null) return { problems: { '': 'lessons-left' } }
  const induction = { doneOn: today, editionOn: editionOf(role), place: user.place! }
  await finishInduction(db, learnerOf(visit), induction)
  return { redirect: `${paths.overview[language]}?done=yes`, subject: { induction: role } }
}

const makeCertificate = async (visit: Reading) => {
  const { db, user, language, today } = visit
  const learner = learnerOf(visit)
  const induction = await findInduction(db, learner)
  if (!induction) throw new NotFound()
  const { lastDay } = standingOf(induction.doneOn, await listPolicies(db), today)
  const paper = certificatePaper({
    ...{ language, name: user.name, role: learner.role, induction },
    lastDay: lastDay!,
  })
  return paperFile(`kaikukortti-${induction.doneOn}.pdf`, paper, makePdf)
}

const showColleagues = async ({ db, user, language, today }: Reading) => {
  const policies = await listPolicies(db)
  const people = await listColleagues(db, placeScopeOf(user))
  return colleaguesPage({
    language,
    people: people.map(({ name, doneOn }) => ({ name, standing: standingOf(doneOn, policies, today) })),
  })
}

const kinds = ['unit', 'site'] as const

const showPlaces = async ({ db, user, language, today, query }: Reading) => {
  const asked = readListQuery(query, ['kind'])
  const kind = kinds.find((one) => one === asked.asked.kind) ?? null
  const scope = areaScopeOf(user)
  const counted = await countPlaces(db, scope, { kind, today })
  const { page, pages } = pageOf(asked, counted.places)
  const places = await listCountedPlaces(db, scope, { kind, today }, { page, size: pageSize })
  return placesPage({ language, asked: { ...asked, page }, places, counted, pages })
}

export const routes: Route[] = [
  page(paths.overview, 'inductions.do', async (visit) => {
    const learning = await learningOf(visit)
    return overviewPage({ ...learning, isJustDone: visit.query.get('done') === 'yes' })
  }),
  page(paths.lesson, 'inductions.do', showLesson),
  action(paths.lesson, 'inductions.do', NothingForm, showLesson, doLesson),
  page(paths.practice, 'inductions.do', showPractice),
  action(paths.practice, 'inductions.do', NothingForm, showPractice, finish),
  file(paths.certificate, 'inductions.do', makeCertificate),
  page(paths.colleagues, 'inductions.do', showColleagues),
  page(paths.places, 'inductions.read', showPlaces),
]
