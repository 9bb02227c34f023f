import { areaScopeOf } from '../access.ts'
import { findKeptArea, listMembers } from '../areas/queries.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { writeDay } from '../lib/typed-day.ts'
import { areaPhaseOn } from '../network/membership-rules.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import { nothingTyped, type SignedIn, type Typed } from '../web/visit.ts'
import { heldProblem, MeetingForm, MeetingStateForm, type MeetingTyped, PlanForm, StepForm } from './forms.ts'
import { interestRoutes } from './interest-routes.tsx'
import { addMeeting, listMeetings, setActionDone, setMeetingRemoved } from './meeting-queries.ts'
import { meetingPage } from './meeting-views.tsx'
import { planPage, stepPage, trailToPlan } from './plan-views.tsx'
import { changePlan, findPlan, findStepFacts, keepStep, listSteps, startPlan } from './queries.ts'
import { type KeptStep, type StepState, stepNames, stepsOf } from './rules.ts'
import { paths, words } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnArea = { params: { area: string } }
type OnStep = { params: { area: string; step: string } }
type OnMeeting = { params: { area: string; meeting: string } }

/** An area that is not yours does not exist. */
const areaOf = async ({ db, user, params }: Reading & OnArea) => {
  const area = await findKeptArea(db, areaScopeOf(user), rowId(params.area))
  if (!area) throw new NotFound()
  return area
}

const stepsIn = async ({ db, today }: Reading, area: Awaited<ReturnType<typeof areaOf>>) =>
  stepsOf(await listSteps(db, area.id), await findStepFacts(db, area, today), today)

const datesOf = (plan: { wantedFrom: Day | null; wantedUntil: Day | null } | undefined) => ({
  from: plan?.wantedFrom ? writeDay(plan.wantedFrom) : '',
  until: plan?.wantedUntil ? writeDay(plan.wantedUntil) : '',
})

const showPlan = async (visit: Reading & OnArea, typed: Typed) => {
  const { db, language, today, query } = visit
  const area = await areaOf(visit)
  const plan = await findPlan(db, area.id)
  const t = words[language]
  const said: Record<string, string> = {
    ...{ step: t.steppedOn, days: t.datesSaved, meeting: t.meetingSaved, removed: t.meetingGone },
  }
  const members = await listMembers(db, area)
  return planPage({
    ...{ language, area, plan, done: said[query.get('done') ?? ''] ?? null },
    phase: areaPhaseOn(
      members.map(({ stages }) => stages),
      today,
    ),
    steps: await stepsIn(visit, area),
    meetings: await listMeetings(db, { areaId: area.id }),
    typed: typed === nothingTyped ? { values: datesOf(plan), problems: {} } : typed,
  })
}

const backTo = ({ language }: SignedIn, area: number, done: string) =>
  `${fill(paths.plan[language], { area })}?done=${done}`

type PlanTyped = { deed: 'start' | 'days'; from: Day | null; until: Day | null }

const plan = async (visit: Writing & OnArea, { deed, from, until }: PlanTyped): Promise<Outcome> => {
  const { db, now, today, language } = visit
  const { id } = await areaOf(visit)
  await startPlan(db, id, { now, today })
  if (deed === 'start') return { redirect: fill(paths.plan[language], { area: id }), subject: { area: id } }
  if (from !== null && until !== null && until < from) return { problems: { until: 'until-before' } }
  await changePlan(db, id, { wantedFrom: from, wantedUntil: until }, now)
  return { redirect: backTo(visit, id, 'days'), subject: { area: id } }
}

const stepOf = async (visit: Reading & OnStep) => {
  const area = await areaOf(visit)
  const step = (await stepsIn(visit, area)).find(({ name }) => name === visit.params.step)
  if (!step || !(await findPlan(visit.db, area.id))) throw new NotFound()
  return { area, step }
}

const typedStep = ({ who, dueOn, note, state }: KeptStep): Typed => ({
  values: { who: who ?? '', due: dueOn ? writeDay(dueOn) : '', note: note ?? '', state },
  problems: {},
})

const showStep = async (visit: Reading & OnStep, typed: Typed) => {
  const { area, step } = await stepOf(visit)
  return stepPage({
    ...{ language: visit.language, area, step },
    typed: typed === nothingTyped ? typedStep(step) : typed,
  })
}

type StepTyped = { state: StepState; who: string | null; due: Day | null; note: string | null }

const changeStep = async (visit: Writing & OnStep, { due, ...said }: StepTyped): Promise<Outcome> => {
  const { area, step } = await stepOf(visit)
  const { db, now, user } = visit
  await keepStep(db, area.id, { name: step.name, dueOn: due, ...said }, { now, by: actorOf(user) })
  return {
    redirect: backTo(visit, area.id, 'step'),
    subject: { area: area.id, step: stepNames.indexOf(step.name) + 1, state: said.state },
  }
}

const showMeeting = async (visit: Reading & OnArea, typed: Typed) => {
  const { language } = visit
  const area = await areaOf(visit)
  const action = fill(paths.meeting[language], { area: area.id })
  return meetingPage({ language, typed, action, kind: null, trail: trailToPlan(language, area) })
}

const meet = async (visit: Writing & OnArea, typed: MeetingTyped): Promise<Outcome> => {
  const { db, now, user } = visit
  const { id } = await areaOf(visit)
  const problems = heldProblem(typed.held, now)
  if (problems) return { problems }
  const meeting = { kind: typed.kind, heldOn: typed.held, notes: typed.notes, actions: typed.actions }
  const made = await addMeeting(db, { areaId: id }, meeting, { now, by: actorOf(user) })
  return { redirect: backTo(visit, id, 'meeting'), subject: { area: id, meeting: made } }
}

type MeetingDeed = { deed: 'remove' | 'done' | 'open'; action: number | null }

const changeMeeting = async (visit: Writing & OnMeeting, { deed, action }: MeetingDeed): Promise<Outcome> => {
  const { db, now, today, params } = visit
  const { id } = await areaOf(visit)
  const meeting = rowId(params.meeting)
  const isThere =
    deed === 'remove'
      ? await setMeetingRemoved(db, id, meeting, now)
      : await setActionDone(db, id, action ?? 0, deed === 'done' ? today : null)
  if (!isThere) throw new NotFound()
  return {
    redirect:
      deed === 'remove' ? backTo(visit, id, 'removed') : fill(paths.plan[visit.language], { area: id }),
    subject: { area: id, meeting, deed },
  }
}

export const routes: Route[] = [
  ...interestRoutes,
  page(paths.plan, 'joining.read', showPlan),
  action(paths.plan, 'joining.change', PlanForm, showPlan, plan),
  page(paths.meeting, 'joining.change', showMeeting),
  action(paths.meeting, 'joining.change', MeetingForm, showMeeting, meet),
  action(paths.meetingState, 'joining.change', MeetingStateForm, showPlan, changeMeeting),
  page(paths.step, 'joining.read', showStep),
  action(paths.step, 'joining.change', StepForm, showStep, changeStep),
]
