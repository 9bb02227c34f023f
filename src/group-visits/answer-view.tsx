import type { Language } from '../i18n/translated.ts'
import { Button, ButtonRow } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { TextArea } from '../web/components/field.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { recordPage } from '../web/components/record-page.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { problemWords } from './problem-words.ts'
import type { GroupVisit } from './queries.ts'
import { declineReasons } from './rules.ts'
import { factsOf } from './view.tsx'
import { paths, words } from './words.ts'

type AnswerProps = {
  language: Language
  visit: GroupVisit
  mayAnswer: boolean
  done: string | null
  typed: Typed
}

const AnswerForm = ({ language, visit, typed }: AnswerProps) => {
  const t = words[language]
  const { at } = sayProblems(typed.problems, problemWords[language])
  const { values } = typed
  const said = visit.state === 'accepted' ? 'yes' : visit.state === 'declined' ? 'no' : undefined
  return (
    <form method="post" action={fill(paths.answer[language], { visit: visit.id })} novalidate>
      <ChipGroup
        name="says"
        label={t.answerAsk}
        choices={[
          { value: 'yes', label: t.yes },
          { value: 'no', label: t.no },
        ]}
        value={values.says ?? said}
        problem={at('says')}
      />
      <div class="if-no">
        <ChipGroup
          name="reason"
          label={t.whyNot}
          hint={t.whyNotHint}
          choices={declineReasons.map((value) => ({ value, label: t.reasons[value] }))}
          value={values.reason ?? visit.declineReason ?? undefined}
          problem={at('reason')}
        />
      </div>
      <TextArea
        name="answer"
        label={t.answer}
        hint={t.answerHint}
        optional={t.optional}
        value={values.answer ?? visit.answer ?? ''}
        problem={at('answer')}
        rows={3}
      />
      <ButtonRow>
        <Button>{t.reply}</Button>
      </ButtonRow>
    </form>
  )
}

/** Once answered, the questions are folded away: they would look as if the answer had not been taken. */
const Answering = (props: AnswerProps) => {
  const { language, visit, typed } = props
  const isOpen = Object.keys(typed.problems).length > 0
  if (visit.state === 'asked') return <AnswerForm {...props} />
  return (
    <details class="more" {...(isOpen ? { open: true } : {})}>
      <summary>{words[language].changeAnswer}</summary>
      <AnswerForm {...props} />
    </details>
  )
}

/** A visit as the site sees it that is asked, and its answer: it may change its mind until the day ends. */
export const AnswerPage = (props: AnswerProps): Page => {
  const { language, visit, mayAnswer, done, typed } = props
  const t = words[language]
  const problems = sayProblems(typed.problems, problemWords[language]).list
  const page = recordPage({
    language,
    trail: [{ label: t.asked, href: paths.asked[language] }],
    title: visit.event ?? visit.unitName,
    done: done === 'answered' ? t.answered : undefined,
    notices: visit.state === 'accepted' ? [{ kind: 'info', title: t.atDesk, text: t.atDeskSite }] : [],
    rows: factsOf(language, visit, 'site'),
    actions: [],
    children: mayAnswer && <Answering {...props} />,
  })
  return {
    ...page,
    main: (
      <>
        <ProblemSummary language={language} problems={problems} />
        {page.main}
      </>
    ),
  }
}
