import type { Child } from 'hono/jsx'
import { issuePaths } from '../cards/issue-words.ts'
import type { Language } from '../i18n/translated.ts'
import { practicePaths } from '../practice/words.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { type InductionRole, inShownOrder, type Question } from './lesson-rules.ts'
import { lessonsOf } from './lessons-words.ts'
import { nextLesson } from './rules.ts'
import { inductionLook, type Learning, lessonPath } from './views.tsx'
import { paths, words } from './words.ts'

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
    styles: [inductionLook],
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
    styles: [inductionLook],
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
        ) : lessons.some(({ isDone }) => isDone) ? (
          <Left {...props} />
        ) : (
          <p>
            <a href={paths.overview[language]}>{t.title}</a>
          </p>
        )}
      </>
    ),
  }
}
