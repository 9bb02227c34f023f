import { paths as areaPaths, words as areaWords } from '../areas/words.ts'
import { commonWords } from '../i18n/common-words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { formatSpan, phaseNames } from '../network/phase-words.ts'
import type { Phase } from '../network/rules.ts'
import { paths as pilots, words as pilotWords } from '../pilots/words.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, LinkButton, PostButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Empty } from '../web/components/empty.tsx'
import { TextField } from '../web/components/field.tsx'
import { fieldsOf, formPage } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag } from '../web/components/tag.tsx'
import { TextArea } from '../web/components/text-area.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Meeting } from './meeting-queries.ts'
import { MeetingList } from './meeting-views.tsx'
import type { Plan } from './queries.ts'
import { nextStep, type Step } from './rules.ts'
import { paths, words } from './words.ts'

export type NamedArea = { id: number; name: string }

const trailToArea = (language: Language, area: NamedArea) => [
  { label: areaWords[language].title, href: areaPaths.list[language] },
  { label: area.name, href: fill(areaPaths.area[language], { area: area.id }) },
]
export const trailToPlan = (language: Language, area: NamedArea) => [
  ...trailToArea(language, area),
  { label: words[language].planTitle, href: fill(paths.plan[language], { area: area.id }) },
]

const phases = ['interest', 'preparing', 'pilot', 'permanent'] as const

/** Where the area is on its way: said in words, drawn as a row. */
const Phases = ({ language, phase }: { language: Language; phase: Phase | null }) => (
  <ol class="phases" aria-label={words[language].trail}>
    {phases.map((one) => (
      <li aria-current={one === phase ? 'step' : undefined}>
        <Tag kind={one === phase ? 'ok' : 'off'}>{phaseNames[language][one]}</Tag>
      </li>
    ))}
  </ol>
)

const StateOf = ({ language, step }: { language: Language; step: Step }) => {
  const t = words[language]
  if (step.isDone) {
    const state = step.state === 'not-needed' ? 'not-needed' : 'done'
    return <Tag kind={state === 'done' ? 'ok' : 'off'}>{t.stepStates[state]}</Tag>
  }
  if (step.isLate) return <Tag kind="no">{t.late}</Tag>
  return <Tag kind="wait">{step.missing > 0 ? t.missingCount(step.missing) : t.stepStates.open}</Tag>
}

type PlanProps = {
  language: Language
  area: NamedArea
  phase: Phase | null
  plan: Plan | undefined
  steps: readonly Step[]
  meetings: readonly Meeting[]
  typed: Typed
  done: string | null
}

/** What comes next, and what is missing before the pilot: nothing waits without saying for what. */
const Next = ({ language, phase, steps }: Pick<PlanProps, 'language' | 'phase' | 'steps'>) => {
  const t = words[language]
  if (phase === 'pilot' || phase === 'permanent') return null
  const next = nextStep(steps)
  if (next === null)
    return (
      <Notice kind="ok" title={t.allDone}>
        <p>{t.allDoneText}</p>
      </Notice>
    )
  const { name, who, what } = t.stepWords[next.name]
  return (
    <Notice kind="info" title={t.next(name)}>
      <p>{what}</p>
      <p>
        {t.by(next.who ?? who)}
        {next.dueOn !== null && <> · {t.until(formatDay(language, next.dueOn))}</>}
      </p>
      <p>
        {t.stillMissing(steps.filter(({ isDone }) => !isDone).length)} {t.canStart}
      </p>
    </Notice>
  )
}

const Steps = ({ language, area, steps }: Pick<PlanProps, 'language' | 'area' | 'steps'>) => {
  const t = words[language]
  const columns: Column<Step>[] = [
    {
      label: t.steps,
      header: true,
      cell: ({ name }) => (
        <a href={fill(paths.step[language], { area: area.id, step: name })}>{t.stepWords[name].name}</a>
      ),
    },
    { label: t.state, cell: (step) => <StateOf language={language} step={step} /> },
    { label: t.who, cell: ({ name, who }) => who ?? t.stepWords[name].who },
    { label: t.due, cell: ({ dueOn }) => (dueOn === null ? '–' : formatDay(language, dueOn)) },
    { label: t.note, cell: ({ note }) => note ?? '–' },
  ]
  const done = steps.filter(({ isDone }) => isDone).length
  return (
    <>
      <h2>{t.steps}</h2>
      <p>{t.stepCount(done, steps.length)}</p>
      <Table
        {...{ id: 'steps', caption: t.steps, isCaptionHeard: true, shape: 'stack', rows: steps, columns }}
        empty={t.planNone}
      />
    </>
  )
}

const Days = ({ language, area, plan, typed }: PlanProps) => {
  const t = words[language]
  const { field } = fieldsOf(typed, words[language].problems)
  return (
    <>
      <h2>{t.planned}</h2>
      <p>
        {plan?.wantedFrom || plan?.wantedUntil
          ? formatSpan(language, plan.wantedFrom, plan.wantedUntil)
          : t.noDates}
      </p>
      <form method="post" action={fill(paths.plan[language], { area: area.id })} novalidate>
        <input type="hidden" name="deed" value="days" />
        <TextField {...field('from')} label={t.wantedFrom} hint={t.dayHint} width={12} autocomplete="off" />
        <TextField {...field('until')} label={t.wantedUntil} width={12} autocomplete="off" />
        <Button>{t.savePlan}</Button>
      </form>
    </>
  )
}

/** An area's way in on one page: where it is, what comes next, who does what by when, and what was talked about. */
export const planPage = (props: PlanProps): Page => {
  const { language, area, phase, plan, meetings, typed, done } = props
  const t = words[language]
  const { said } = fieldsOf(typed, words[language].problems)
  return {
    title: t.planOf(area.name),
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={said.list} />
        <Breadcrumb language={language} trail={trailToArea(language, area)} here={t.planTitle} />
        {done && <Notice kind="ok">{<p>{done}</p>}</Notice>}
        <h1>{t.planOf(area.name)}</h1>
        <Phases language={language} phase={phase} />
        {plan === undefined ? (
          <Empty title={t.planNone}>
            <p>{t.planNoneWhy}</p>
            <PostButton action={fill(paths.plan[language], { area: area.id })} fields={{ deed: 'start' }}>
              {t.startPlan}
            </PostButton>
          </Empty>
        ) : (
          <>
            <Next {...props} />
            <Steps {...props} />
            <Days {...props} />
          </>
        )}
        <p>
          <LinkButton secondary href={fill(pilots.pilot[language], { area: area.id })}>
            {pilotWords[language].title}
          </LinkButton>
        </p>
        <h2>{t.meetings}</h2>
        {meetings.length === 0 && <p>{t.noMeetings}</p>}
        <p>
          <LinkButton secondary href={fill(paths.meeting[language], { area: area.id })}>
            {t.addMeeting}
          </LinkButton>
        </p>
        <MeetingList language={language} meetings={meetings} areaId={area.id} />
      </>
    ),
  }
}

type StepProps = { language: Language; area: NamedArea; step: Step; typed: Typed }

export const stepPage = ({ language, area, step, typed }: StepProps): Page => {
  const t = words[language]
  const { said, field } = fieldsOf(typed, words[language].problems)
  const optional = commonWords[language].optional
  const { name, who, what } = t.stepWords[step.name]
  return formPage({
    ...{ language, title: name, trail: trailToPlan(language, area), problems: said.list, button: t.saveStep },
    action: fill(paths.step[language], { area: area.id, step: step.name }),
    lead: `${what} ${step.isSeen ? t.seen : t.notSeen}`,
    children: (
      <>
        <ChipGroup
          {...field('state')}
          label={t.state}
          choices={(['open', 'done', 'not-needed'] as const).map((value) => ({
            value,
            label: t.stepStates[value],
          }))}
        />
        <TextField
          {...field('who')}
          label={t.who}
          hint={`${t.whoHint} ${who}.`}
          width={24}
          optional={optional}
        />
        <TextField
          {...field('due')}
          label={t.due}
          hint={t.dayHint}
          width={12}
          autocomplete="off"
          optional={optional}
        />
        <TextArea {...field('note')} label={t.note} rows={3} optional={optional} />
      </>
    ),
  })
}
