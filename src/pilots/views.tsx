import { paths as areaPaths, words as areaWords } from '../areas/words.ts'
import { commonWords } from '../i18n/common-words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { paths as joining, words as joiningWords } from '../joining/words.ts'
import type { Day } from '../lib/dates.ts'
import { formatSpan } from '../network/phase-words.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Empty } from '../web/components/empty.tsx'
import { TextField } from '../web/components/field.tsx'
import { fieldsOf, formPage } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { TextArea } from '../web/components/text-area.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { EvaluationView, SideAnswers } from './evaluation-view.tsx'
import { markField } from './forms.ts'
import type { Decision, KeptEvaluation, Survey } from './queries.ts'
import { decisionKinds, goesOnAnswers, type SideAsked, type SideResult } from './rules.ts'
import { paths, words } from './words.ts'

type NamedArea = { id: number; name: string }

const trailToArea = (language: Language, area: NamedArea) => [
  { label: areaWords[language].title, href: areaPaths.list[language] },
  { label: area.name, href: fill(areaPaths.area[language], { area: area.id }) },
  { label: joiningWords[language].planTitle, href: fill(joining.plan[language], { area: area.id }) },
]
const trailToPilot = (language: Language, area: NamedArea) => [
  ...trailToArea(language, area),
  { label: words[language].title, href: fill(paths.pilot[language], { area: area.id }) },
]

type PilotProps = {
  language: Language
  area: NamedArea
  today: Day
  pilot: { from: Day; until: Day | null } | null
  survey: Survey | undefined
  results: readonly SideResult[]
  evaluation: KeptEvaluation | undefined
  decision: Decision | undefined
  isPermanent: boolean
  mayDecide: boolean
  hasMeeting: boolean
  questionOf: (instrument: number, item: number) => string
  aboutOf: (about: string) => string
  done: string | null
}

const SurveyPart = ({ language, area, today, survey, results }: PilotProps) => {
  const t = words[language]
  const day = survey && formatDay(language, survey.closesOn)
  return (
    <>
      <h2>{t.surveyTitle}</h2>
      <p>{t.surveyLead}</p>
      <p>
        {survey === undefined
          ? t.surveyNone
          : survey.closesOn < today
            ? t.surveyClosed(day!)
            : t.surveyOpen(day!)}
      </p>
      <p>
        <LinkButton secondary href={fill(paths.survey[language], { area: area.id })}>
          {survey === undefined ? t.openSurvey : t.changeSurvey}
        </LinkButton>
      </p>
      {survey !== undefined && results.map((result) => <SideAnswers language={language} result={result} />)}
    </>
  )
}

/** What should be there before anybody decides: said, and in nobody's way. */
const Missing = ({ language, evaluation, survey, hasMeeting }: PilotProps) => {
  const t = words[language]
  const missing = [
    ...(evaluation ? [] : [t.missing.evaluation]),
    ...(survey ? [] : [t.missing.survey]),
    ...(hasMeeting ? [] : [t.missing.meeting]),
  ]
  return missing.length === 0 ? null : (
    <Notice kind="warn" title={`${t.before}: ${missing.join(', ')}`} level={3}>
      <p>{t.missingWhy}</p>
    </Notice>
  )
}

const Decided = ({ language, area, decision, isPermanent, mayDecide }: PilotProps) => {
  const t = words[language]
  const { kind, decidedOn, reason, recordNumber } = decision!
  return (
    <>
      <SummaryList
        rows={[
          { label: t.kind, value: t.kinds[kind] },
          { label: t.decidedOn, value: formatDay(language, decidedOn) },
          { label: t.reason, value: reason },
          ...(recordNumber === null ? [] : [{ label: t.recordNumber, value: recordNumber }]),
        ]}
      />
      {kind === 'permanent' && isPermanent ? (
        <Notice kind="ok" title={t.carriedOut} level={3} />
      ) : (
        <p>{t.carryOut}</p>
      )}
      {mayDecide && (
        <ButtonRow>
          <LinkButton href={fill(areaPaths.area[language], { area: area.id })}>{t.toArea}</LinkButton>
          <PostButton secondary action={fill(paths.takeBack[language], { area: area.id })}>
            {commonWords[language].undo}
          </PostButton>
        </ButtonRow>
      )}
    </>
  )
}

const DecisionPart = (props: PilotProps) => {
  const { language, area, decision, mayDecide } = props
  const t = words[language]
  return (
    <>
      <h2>{t.decisionTitle}</h2>
      {decision === undefined ? (
        <>
          <p>{t.decisionNone}</p>
          <Missing {...props} />
          {mayDecide && (
            <p>
              <LinkButton href={fill(paths.decide[language], { area: area.id })}>{t.decide}</LinkButton>
            </p>
          )}
        </>
      ) : (
        <Decided {...props} />
      )}
    </>
  )
}

/** An area's pilot on one page: the survey, the evaluation and the decision, in the order in which they come. */
export const pilotPage = (props: PilotProps): Page => {
  const { language, area, pilot, evaluation, done } = props
  const t = words[language]
  return {
    title: t.of(area.name),
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trailToArea(language, area)} here={t.title} />
        {done && <Notice kind="ok">{<p>{done}</p>}</Notice>}
        <h1>{t.of(area.name)}</h1>
        {pilot === null ? (
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
          </Empty>
        ) : (
          <>
            <p class="lead">{t.runs(formatSpan(language, pilot.from, pilot.until))}</p>
            <SurveyPart {...props} />
            <h2>{t.evaluationTitle}</h2>
            {evaluation === undefined ? (
              <p>{t.evaluationNone}</p>
            ) : (
              <EvaluationView {...props} evaluation={evaluation} />
            )}
            <p>
              <LinkButton secondary href={fill(joining.meeting[language], { area: area.id })}>
                {t.toPlan}
              </LinkButton>
            </p>
            <DecisionPart {...props} />
          </>
        )}
      </>
    ),
  }
}

type FormProps = { language: Language; area: NamedArea; typed: Typed }

export const surveyPage = ({ language, area, typed, isOpened }: FormProps & { isOpened: boolean }): Page => {
  const t = words[language]
  const { said, field } = fieldsOf(typed, words[language].problems)
  return formPage({
    ...{ language, trail: trailToPilot(language, area), lead: t.surveyLead, problems: said.list },
    title: isOpened ? t.changeSurvey : t.openSurvey,
    button: isOpened ? t.changeSurvey : t.openSurvey,
    action: fill(paths.survey[language], { area: area.id }),
    children: (
      <TextField
        {...field('until')}
        label={t.surveyUntil}
        hint={t.surveyUntilHint}
        width={12}
        autocomplete="off"
      />
    ),
  })
}

export const decisionPage = ({ language, area, typed }: FormProps): Page => {
  const t = words[language]
  const { said, field } = fieldsOf(typed, words[language].problems)
  return formPage({
    ...{ language, title: t.decide, trail: trailToPilot(language, area), lead: t.decideLead },
    ...{ problems: said.list, button: t.saveDecision },
    action: fill(paths.decide[language], { area: area.id }),
    children: (
      <>
        <ChipGroup
          {...field('kind')}
          label={t.kind}
          choices={decisionKinds.map((value) => ({ value, label: t.kinds[value] }))}
        />
        <TextField {...field('decided')} label={t.decidedOn} hint={t.dayHint} width={12} autocomplete="off" />
        <TextArea {...field('reason')} label={t.reason} />
        <TextField
          {...field('recordNumber')}
          label={t.recordNumber}
          width={24}
          optional={commonWords[language].optional}
        />
      </>
    ),
  })
}

type AnswerProps = {
  language: Language
  area: string
  side: SideAsked
  survey: Survey
  typed: Typed
  done: boolean
}

/** The survey as a place answers it: five statements, whether it goes on, and two open questions. */
export const answerPage = ({ language, area, side, survey, typed, done }: AnswerProps): Page => {
  const t = words[language]
  const { said, field } = fieldsOf(typed, words[language].problems)
  const optional = commonWords[language].optional
  const marks = [
    ...['1', '2', '3', '4', '5'].map((value) => ({ value, label: value })),
    { value: '', label: t.skip },
  ]
  return {
    title: t.answerTitle,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={said.list} />
        {done && <Notice kind="ok">{<p>{t.answered}</p>}</Notice>}
        <h1>{t.answerTitle}</h1>
        <p class="lead">{t.answerLead(area)}</p>
        <p>{t.answerUntil(formatDay(language, survey.closesOn))}</p>
        <p>{t.scale}</p>
        <form method="post" action={paths.answer[language]} novalidate>
          {t.statements[side].map((text, nth) => (
            <ChipGroup {...field(markField(nth))} label={`${nth + 1}. ${text}`} choices={marks} />
          ))}
          <ChipGroup
            {...field('goesOn')}
            label={t.ownGoesOn}
            choices={goesOnAnswers.map((value) => ({ value, label: t.goesOn[value] }))}
          />
          <TextArea {...field('well')} label={t.well} hint={t.textHint} rows={3} optional={optional} />
          <TextArea {...field('better')} label={t.better} rows={3} optional={optional} />
          <Button>{t.sendAnswer}</Button>
        </form>
      </>
    ),
  }
}

export const noSurveyPage = (language: Language): Page => {
  const t = words[language]
  return {
    title: t.answerNone,
    kind: 'staff',
    main: (
      <>
        <h1>{t.answerTitle}</h1>
        <Empty title={t.answerNone}>
          <p>{t.answerNoneWhy}</p>
        </Empty>
      </>
    ),
  }
}
