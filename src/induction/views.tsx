import type { Child } from 'hono/jsx'
import { issuePaths } from '../cards/issue-words.ts'
import type { Language } from '../i18n/translated.ts'
import { paths as checklist, words as checklistWords } from '../own-checklist/words.ts'
import { practicePaths } from '../practice/words.ts'
import { paths as signups, words as signupWords } from '../training-signups/words.ts'
import { styleSheet } from '../web/assets.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { type InductionRole, inShownOrder, type Question } from './lesson-rules.ts'
import { lessonsOf } from './lessons-words.ts'
import { isDue, type LessonState, nextLesson, type Standing } from './rules.ts'
import { paths, words } from './words.ts'

const css = styleSheet(new URL('./induction.css', import.meta.url))

/** What every page of somebody's own induction shows. */
export type Learning = {
  language: Language
  role: InductionRole
  standing: Standing
  lessons: LessonState[]
}

const lessonPath = (language: Language, lesson: string) => fill(paths.lesson[language], { lesson })
const stepPath = (language: Language, next: string | null) =>
  next === null ? paths.practice[language] : lessonPath(language, next)

/** Where somebody stands, said at once. */
const StandingNote = ({ language, role, standing }: Learning) => {
  const t = words[language]
  const certificate = (
    <p>
      <a href={paths.certificate[language]}>{t.certificate}</a>
    </p>
  )
  const { state, doneOn, lastDay } = standing
  if (doneOn === null || lastDay === null)
    return (
      <Notice kind="info" title={t.missing}>
        <p>{t.lead[role]}</p>
        <p>{t.leave}</p>
      </Notice>
    )
  if (state === 'over')
    return (
      <Notice kind="warn" title={t.over(lastDay)}>
        <p>{t.again}</p>
      </Notice>
    )
  return (
    <Notice
      kind={state === 'soon' ? 'warn' : 'ok'}
      title={state === 'soon' ? t.soon(lastDay) : t.done(lastDay)}
    >
      <p>
        {t.doneOn(doneOn)} {state === 'soon' && t.soonWhy}
      </p>
      {certificate}
    </Notice>
  )
}

const ChangedNote = ({ language, standing, lessons }: Learning) => {
  const t = words[language]
  const changed = lessons.filter(({ isChanged }) => isChanged).length
  return isDue(standing) || changed === 0 ? null : (
    <Notice kind="info" title={t.changed(changed)}>
      <p>{t.changedWhy}</p>
    </Notice>
  )
}

const goOnText = (language: Language, { standing, lessons }: Learning) => {
  const t = words[language]
  if (lessons.some(({ isDone }) => isDone)) return t.goOn
  return isDue(standing) ? t.start : t.repeat
}

type OverviewProps = Learning & { isJustDone: boolean }

/** One's own induction: where one stands, what comes next, and all of it as a list. */
export const overviewPage = (props: OverviewProps): Page => {
  const { language, role, lessons, isJustDone } = props
  const t = words[language]
  const titles = lessonsOf(language, role)
  const done = lessons.filter(({ isDone }) => isDone).length
  return {
    title: t.title,
    kind: 'staff',
    styles: [css],
    main: (
      <>
        <h1>{isJustDone ? t.justDone : t.title}</h1>
        <StandingNote {...props} />
        <ChangedNote {...props} />
        <p>
          <LinkButton href={stepPath(language, nextLesson(lessons))}>{goOnText(language, props)}</LinkButton>
        </p>
        <h2>{t.lessons}</h2>
        {done > 0 && <p>{t.progress(done, lessons.length)}</p>}
        <ol class="steps">
          {lessons.map(({ lesson, isDone, isChanged }) => (
            <li>
              <a href={lessonPath(language, lesson)}>{titles[lesson]!.title}</a>{' '}
              {isDone && <Tag kind="ok">{t.isDone}</Tag>}
              {isChanged && <Tag kind="wait">{t.isChanged}</Tag>}
            </li>
          ))}
          <li>
            <a href={paths.practice[language]}>{t.practice}</a>
          </li>
        </ol>
        <h2>{t.more}</h2>
        <ul>
          <li>
            <a href={paths.colleagues[language]}>{t.colleagues}</a>
          </li>
          <li>
            <a href={checklist.list[language]}>{checklistWords[language].title}</a>
          </li>
          <li>
            <a href={signups.own[language]}>{signupWords[language].title}</a>
          </li>
        </ul>
      </>
    ),
  }
}

const Asked = ({ language, question, nth }: { language: Language; question: Question; nth: number }) => {
  const t = words[language]
  return (
    <>
      <h3>{question.ask}</h3>
      <div class="answers">
        {inShownOrder(question, nth).map(({ say, why, isRight }) => (
          <details class={isRight ? 'right' : undefined}>
            <summary>{say}</summary>
            <p>
              <strong>{isRight ? t.isRight : t.isOther}</strong> {why}
            </p>
          </details>
        ))}
      </div>
    </>
  )
}

const trail = (language: Language) => [{ label: words[language].title, href: paths.overview[language] }]

type FormProps = { language: Language; action: string; button: string }

/** The one button that goes on, and the way back. */
const GoOn = ({ language, action, button }: FormProps) => (
  <form method="post" action={action}>
    <ButtonRow>
      <Button>{button}</Button>
      <LinkButton secondary href={paths.overview[language]}>
        {words[language].back}
      </LinkButton>
    </ButtonRow>
  </form>
)

type LessonProps = { language: Language; role: InductionRole; lesson: string; next: string | null }

/** A lesson: its points, and questions whose every answer teaches. */
export const lessonPage = ({ language, role, lesson, next }: LessonProps): Page => {
  const t = words[language]
  const lessons = lessonsOf(language, role)
  const { title, points, questions } = lessons[lesson]!
  const names = Object.keys(lessons)
  return {
    title,
    kind: 'staff',
    styles: [css],
    main: (
      <>
        <Breadcrumb language={language} trail={trail(language)} here={title} />
        <p class="hint">{t.lessonOf(names.indexOf(lesson) + 1, names.length)}</p>
        <h1>{title}</h1>
        <ul class="points">
          {points.map((point) => (
            <li>{point}</li>
          ))}
        </ul>
        <h2>{t.think}</h2>
        <p>{t.thinkHow}</p>
        {questions.map((question, nth) => (
          <Asked {...{ language, question, nth }} />
        ))}
        <GoOn
          language={language}
          action={lessonPath(language, lesson)}
          button={t.next(next === null ? t.practice : lessons[next]!.title)}
        />
      </>
    ),
  }
}

const Left = ({ language, role, lessons }: Learning) => {
  const titles = lessonsOf(language, role)
  return (
    <Notice kind="info" title={words[language].left}>
      <ul>
        {lessons
          .filter(({ isDone }) => !isDone)
          .map(({ lesson }) => (
            <li>
              <a href={lessonPath(language, lesson)}>{titles[lesson]!.title}</a>
            </li>
          ))}
      </ul>
    </Notice>
  )
}

/** The last step: a try without consequences, and then it is done. */
export const practicePage = (props: Learning & { typed: Typed }): Page => {
  const { language, role, lessons, typed } = props
  const t = words[language]
  const isReady = nextLesson(lessons) === null
  const problems = Object.values(typed.problems).map((name) => ({
    name: '',
    text: t.problems[name as keyof typeof t.problems],
  }))
  const practice: Child = (
    <LinkButton
      secondary={isReady}
      href={role === 'issuer' ? issuePaths.practice[language] : practicePaths.practice[language]}
    >
      {t.toPractice[role]}
    </LinkButton>
  )
  return {
    title: t.practice,
    kind: 'staff',
    styles: [css],
    main: (
      <>
        <Breadcrumb language={language} trail={trail(language)} here={t.practice} />
        <ProblemSummary language={language} problems={problems} />
        <h1>{t.practice}</h1>
        <p class="lead">{t.practiceLead[role]}</p>
        <p>
          {t.practiceTry[role]} {isReady && t.comeBack}
        </p>
        <p>{practice}</p>
        {isReady ? (
          <GoOn language={language} action={paths.practice[language]} button={t.finish} />
        ) : (
          <Left {...props} />
        )}
      </>
    ),
  }
}
