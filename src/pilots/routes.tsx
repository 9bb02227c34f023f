import { areaScopeOf, may, placeScopeOf, type User } from '../access.ts'
import { findKeptArea, listMembers } from '../areas/queries.ts'
import type { Read, Write } from '../db/db.ts'
import { pageWords as feedbackWords } from '../feedback/page-words.ts'
import { listMeetings } from '../joining/meeting-queries.ts'
import { addDays, type Day } from '../lib/dates.ts'
import { writeDay } from '../lib/typed-day.ts'
import { phaseOn } from '../network/membership-rules.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import { nothingTyped, type SignedIn, type Typed } from '../web/visit.ts'
import { findInstrument } from '../wellbeing/instrument-queries.ts'
import {
  type Answered,
  AnswerForm,
  type Decided,
  DecisionForm,
  markField,
  NothingForm,
  SurveyForm,
} from './forms.ts'
import {
  addDecision,
  changeSurvey,
  findAreaName,
  findDecision,
  findOpenSurvey,
  findOwnAnswer,
  findSurvey,
  type KeptEvaluation,
  keepAnswer,
  listAnswers,
  listEvaluations,
  lockSurveys,
  type OwnAnswer,
  openSurvey,
  removeDecision,
} from './queries.ts'
import { pilotOf, resultsOf } from './rules.ts'
import { answerPage, decisionPage, noSurveyPage, pilotPage, surveyPage } from './views.tsx'
import { paths, words } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnArea = { params: { area: string } }

const areaOf = async ({ db, user, params }: Reading & OnArea) => {
  const area = await findKeptArea(db, areaScopeOf(user), rowId(params.area))
  if (!area) throw new NotFound()
  return area
}

/** The survey of the pilot that the page is about: one of an earlier pilot is history. */
const currentSurvey = async (db: Read, areaId: number, today: Day) => {
  const pilot = pilotOf(await listMembers(db, { id: areaId }), today)
  const survey = await findSurvey(db, areaId)
  return survey && pilot && survey.openedOn >= pilot.from ? survey : undefined
}

/** The questions of the sets that an evaluation names, in the reader's language. */
const questionsOf = async (visit: Reading, evaluation: KeptEvaluation | undefined) => {
  const ids = new Set(evaluation?.content.wellbeing.map(({ instrument }) => instrument))
  const sets = new Map(
    await Promise.all([...ids].map(async (id) => [id, await findInstrument(visit.db, id)] as const)),
  )
  return (instrument: number, item: number) => {
    const texts = sets.get(instrument)?.items[item - 1]
    return texts?.[visit.language] ?? texts?.fi ?? String(item)
  }
}

const showPilot = async (visit: Reading & OnArea) => {
  const { db, language, today, user, query } = visit
  const area = await areaOf(visit)
  const members = await listMembers(db, area)
  const pilot = pilotOf(members, today)
  const own = await currentSurvey(db, area.id, today)
  const evaluation = (await listEvaluations(db, area.id)).find(({ from }) => from === pilot?.from)
  const meetings = await listMeetings(db, { areaId: area.id })
  const t = words[language]
  const said: Record<string, string> = { survey: t.surveySaved, decided: t.decided, undone: t.undone }
  return pilotPage({
    ...{ language, area, today, pilot, evaluation, survey: own },
    results: own ? resultsOf(await listAnswers(db, own.id)) : [],
    decision: await findDecision(db, area.id),
    isPermanent: members.every(
      ({ id, stages }) => !pilot?.municipalityIds.includes(id) || phaseOn(stages, today) === 'permanent',
    ),
    mayDecide: may(user, 'pilots.decide'),
    hasMeeting: meetings.some(
      ({ kind, heldOn }) => kind === 'feedback' && pilot !== null && heldOn >= pilot.from,
    ),
    questionOf: await questionsOf(visit, evaluation),
    aboutOf: (about) =>
      feedbackWords[language].abouts[about as keyof (typeof feedbackWords)['fi']['abouts']] ?? about,
    done: said[query.get('done') ?? ''] ?? null,
  })
}

const backTo = ({ language }: SignedIn, area: number, done: string) =>
  `${fill(paths.pilot[language], { area })}?done=${done}`

const showSurvey = async (visit: Reading & OnArea, typed: Typed) => {
  const area = await areaOf(visit)
  const survey = await currentSurvey(visit.db, area.id, visit.today)
  const values = { until: survey ? writeDay(survey.closesOn) : '' }
  return surveyPage({
    ...{ language: visit.language, area, isOpened: survey !== undefined },
    typed: typed === nothingTyped ? { values, problems: {} } : typed,
  })
}

/** A survey of more than half a year is a typing error. */
const longestSurvey = 183

const keepSurvey = async (visit: Writing & OnArea, { until }: { until: Day }): Promise<Outcome> => {
  const { db, now, today } = visit
  const { id } = await areaOf(visit)
  if (until < today) return { problems: { until: 'until-past' } }
  if (until > addDays(today, longestSurvey)) return { problems: { until: 'until-far' } }
  await lockSurveys(db, id)
  const survey = await currentSurvey(db, id, today)
  if (survey) await changeSurvey(db, survey.id, until)
  else {
    const pilot = pilotOf(await listMembers(db, { id }), today)
    if (pilot === null) return { problems: { '': 'no-pilot' } }
    const { municipalityIds } = pilot
    await openSurvey(db, { areaId: id, municipalityIds, openedOn: today, closesOn: until }, now)
  }
  return { redirect: backTo(visit, id, 'survey'), subject: { area: id } }
}

const showDecision = async (visit: Reading & OnArea, typed: Typed) =>
  decisionPage({ language: visit.language, area: await areaOf(visit), typed })

const decide = async (visit: Writing & OnArea, given: Decided): Promise<Outcome> => {
  const { db, now, today, user } = visit
  const { id } = await areaOf(visit)
  if (given.decided > today) return { problems: { decided: 'decided-future' } }
  // Of two who decide at once the later takes the place of the earlier.
  await lockSurveys(db, id)
  await removeDecision(db, id, now)
  const { kind, reason, recordNumber, decided } = given
  const decision = { kind, reason, recordNumber, decidedOn: decided }
  await addDecision(db, id, decision, { now, by: actorOf(user) })
  return { redirect: backTo(visit, id, 'decided'), subject: { area: id, decision: given.kind } }
}

const takeBack = async (visit: Writing & OnArea): Promise<Outcome> => {
  const { id } = await areaOf(visit)
  await removeDecision(visit.db, id, visit.now)
  return { redirect: backTo(visit, id, 'undone'), subject: { area: id } }
}

const sideOf = ({ role }: User) => (role === 'issuer' ? 'issuers' : 'venues')

const typedAnswer = ({ marks, goesOn, well, better }: OwnAnswer): Typed => ({
  values: {
    ...Object.fromEntries(marks.map((mark, nth) => [markField(nth), mark === null ? '' : String(mark)])),
    ...{ goesOn, well: well ?? '', better: better ?? '' },
  },
  problems: {},
})

const showAnswer = async ({ db, user, language, today, query }: Reading, typed: Typed) => {
  const survey = await findOpenSurvey(db, today)
  if (!survey) return noSurveyPage(language)
  const own = await findOwnAnswer(db, survey.id)
  return answerPage({
    ...{ language, survey, side: sideOf(user), area: await findAreaName(db, survey.areaId) },
    typed: typed === nothingTyped && own ? typedAnswer(own) : typed,
    done: query.get('done') === 'answered',
  })
}

const answer = async ({ db, user, language, now, today }: Writing, given: Answered): Promise<Outcome> => {
  const survey = await findOpenSurvey(db, today)
  if (!survey) return { problems: { '': 'closed' } }
  await keepAnswer(db, survey.id, placeScopeOf(user), given, now)
  return { redirect: `${paths.answer[language]}?done=answered`, subject: { survey: survey.id } }
}

export const routes: Route[] = [
  page(paths.pilot, 'pilots.read', showPilot),
  page(paths.survey, 'pilots.change', showSurvey),
  action(paths.survey, 'pilots.change', SurveyForm, showSurvey, keepSurvey),
  page(paths.decide, 'pilots.decide', showDecision),
  action(paths.decide, 'pilots.decide', DecisionForm, showDecision, decide),
  action(paths.takeBack, 'pilots.decide', NothingForm, showPilot, takeBack),
  page(paths.answer, 'pilots.answer', showAnswer),
  action(paths.answer, 'pilots.answer', AnswerForm, showAnswer, answer),
]
