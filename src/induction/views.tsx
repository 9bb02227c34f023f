import type { Language } from '../i18n/translated.ts'
import { paths as checklist, words as checklistWords } from '../own-checklist/words.ts'
import { paths as signups, words as signupWords } from '../training-signups/words.ts'
import { styleSheet } from '../web/assets.ts'
import { LinkButton } from '../web/components/button.tsx'
import { Notice } from '../web/components/notice.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { InductionRole } from './lesson-rules.ts'
import { lessonsOf } from './lessons-words.ts'
import { isDue, type LessonState, nextLesson, type Standing } from './rules.ts'
import { paths, words } from './words.ts'

/** How lessons and their list look. */
export const inductionLook = styleSheet(new URL('./induction.css', import.meta.url))

/** What every page of somebody's own induction shows. */
export type Learning = {
  language: Language
  role: InductionRole
  standing: Standing
  lessons: LessonState[]
}

/** Where a lesson is. */
export const lessonPath = (language: Language, lesson: string) => fill(paths.lesson[language], { lesson })
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
    styles: [inductionLook],
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
