import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { saidIn } from '../materials/rules.ts'
import { pageList } from '../pages/page-list-words.ts'
import { paths as signups, words as signupWords } from '../training-signups/words.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { CardList } from '../web/components/card-list.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { FormProblem } from './forms.ts'
import { type Done, keepWords } from './keep-words.ts'
import {
  behindOf,
  inGroup,
  lacksWords,
  stateOf,
  type Training,
  type TrainingState,
  trainingGroups,
  translations,
} from './rules.ts'
import { factRows, paths, recordingText, titleIn, whenText, words } from './words.ts'

const tags: Record<TrainingState, TagKind> = { planned: 'ok', cancelled: 'no', removed: 'off' }
const StateTag = ({ language, training }: { language: Language; training: Training }) => {
  const state = stateOf(training)
  return <Tag kind={tags[state]}>{keepWords[language].states[state]}</Tag>
}

/** What is open in the other languages, as one line; empty when nothing is. */
const openLine = (language: Language, training: Training): string => {
  const t = keepWords[language]
  const missing = translations.filter(
    (one) => training.title[one] === null || training.description[one] === null,
  )
  return [
    ...behindOf(training).map((one) => t.behind[one]),
    ...(missing.length > 0 ? [t.missing(missing.map((one) => t.translationsLine[one]).join(', '))] : []),
  ].join(' · ')
}

type KeptProps = { language: Language; trainings: readonly Training[]; now: Date }

/** Everything that one keeps: what comes first, and last what was taken off the page. */
export const keptPage = ({ language, trainings, now }: KeptProps): Page => {
  const t = keepWords[language]
  const standing = trainings.filter(({ removedAt }) => removedAt === null)
  const groups = [
    ...trainingGroups.map((group) => ({
      title: words[language].groups[group],
      items: inGroup(standing, group, now),
    })),
    { title: t.removedGroup, items: trainings.filter(({ removedAt }) => removedAt !== null) },
  ].filter(({ items }) => items.length > 0)
  const add = <LinkButton href={paths.add[language]}>{t.add}</LinkButton>
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {trainings.length === 0 ? (
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
            {add}
          </Empty>
        ) : (
          <ButtonRow>
            {add}
            <LinkButton secondary href={pageList.trainings.path[language]}>
              {t.seePublic}
            </LinkButton>
          </ButtonRow>
        )}
        {groups.map(({ title, items }) => (
          <>
            <h2>{title}</h2>
            <CardList
              items={items.map((one) => ({
                title: titleIn(language, one).text,
                href: fill(paths.one[language], { training: one.id }),
                lines: [
                  whenText(language, one) || recordingText(language, one),
                  one.area ?? words[language].centre,
                  ...(one.cancelledAt ? [<StateTag language={language} training={one} />] : []),
                  openLine(language, one),
                ].filter((line) => line !== ''),
              }))}
            />
          </>
        ))}
      </>
    ),
  }
}

/** The way back from what belongs to a training. */
export const trailTo = (language: Language, training: Training) => [
  { label: keepWords[language].title, href: paths.keep[language] },
  {
    label: titleIn(language, training).text,
    href: fill(paths.one[language], { training: training.id }),
  },
]

type Undo = { state: 'planned' | 'removed' | 'kept' } | null
type OneProps = { language: Language; training: Training; done: Done | null; undo: Undo; typed: Typed }

const Deeds = ({ language, training }: OneProps) => {
  const t = keepWords[language]
  const id = { training: training.id }
  const action = fill(paths.state[language], id)
  const state = stateOf(training)
  if (state === 'removed')
    return (
      <PostButton action={action} fields={{ state: 'kept' }}>
        {t.keep}
      </PostButton>
    )
  return (
    <ButtonRow>
      <LinkButton href={fill(paths.change[language], id)}>{t.change}</LinkButton>
      {state === 'planned' && training.startsAt !== null && (
        <LinkButton secondary href={fill(paths.cancel[language], id)}>
          {t.cancel}
        </LinkButton>
      )}
      {state === 'cancelled' && (
        <PostButton secondary action={action} fields={{ state: 'planned' }}>
          {t.uncancel}
        </PostButton>
      )}
      <PostButton secondary action={action} fields={{ state: 'removed' }}>
        {t.remove}
      </PostButton>
    </ButtonRow>
  )
}

const linkRow = (label: string, href: string | null) =>
  href === null ? [] : [{ label, value: <a href={href}>{href}</a> }]

const Facts = ({ language, training }: { language: Language; training: Training }) => {
  const t = keepWords[language]
  const { cancelledWhy, signUpUrl, recordingUrl, textUrl } = training
  return (
    <SummaryList
      rows={[
        { label: t.state, value: <StateTag language={language} training={training} /> },
        ...factRows(language, training),
        ...(cancelledWhy ? [{ label: t.why, value: saidIn(cancelledWhy, language).text }] : []),
        ...linkRow(t.signUp, signUpUrl),
        ...linkRow(t.recording, recordingUrl),
        ...(recordingUrl === null
          ? []
          : [{ label: t.recordingTitle, value: recordingText(language, training) }]),
        ...linkRow(t.textLink, textUrl),
      ]}
    />
  )
}

/** A training for its keeper: what it says, what is open, and what can be done. */
export const onePage = (props: OneProps): Page => {
  const { language, training, done, undo, typed } = props
  const t = keepWords[language]
  const title = titleIn(language, training)
  const description = saidIn(training.description, language)
  const open = openLine(language, training)
  const problems = Object.entries(typed.problems).map(([name, problem]) => ({
    name: name === 'state' ? '' : name,
    text: t.problems[problem as FormProblem] ?? problem,
  }))
  const action = fill(paths.state[language], { training: training.id })
  return {
    title: title.text,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trailTo(language, training).slice(0, 1)} here={title.text} />
        <ProblemSummary language={language} problems={problems} />
        {done && (
          <Notice kind="ok" title={t.done[done]}>
            {undo && (
              <PostButton secondary action={action} fields={undo}>
                {commonWords[language].undo}
              </PostButton>
            )}
          </Notice>
        )}
        <h1 lang={title.lang === language ? undefined : title.lang}>{title.text}</h1>
        <p>{whenText(language, training)}</p>
        <p lang={description.lang === language ? undefined : description.lang}>{description.text}</p>
        {lacksWords(training) && (
          <Notice kind="warn" title={t.lacksWords}>
            <p>{t.lacksWordsWhy}</p>
          </Notice>
        )}
        {open !== '' && <p class="hint">{open}</p>}
        <Deeds {...props} />
        {training.takesSignUp && (
          <p>
            <a href={fill(signups.participants[language], { training: training.id })}>
              {signupWords[language].participants}
            </a>
          </p>
        )}
        <Facts language={language} training={training} />
      </>
    ),
  }
}
