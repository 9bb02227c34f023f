import type { Child } from 'hono/jsx'
import { aboutLanguages } from '../i18n/holder-languages.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { type Day, dayOf } from '../lib/dates.ts'
import { publicPaths } from '../public-paths.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, PostButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Select, TextArea } from '../web/components/field.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Message, Thread } from './keep-queries.ts'
import { languageName } from './letter-words.ts'
import { Due, placeOf, StateTag } from './list-parts.tsx'
import { Lines } from './public-parts.tsx'
import { askStep, replyStep } from './question-view.tsx'
import { questionWords } from './question-words.ts'
import { choosable, deedsFor, insideDeeds } from './rules.ts'
import { paths, words } from './words.ts'

export type KeepProps = {
  language: Language
  today: Day
  isCentre: boolean
  thread: Thread
  messages: readonly Message[]
  areas: readonly { id: number; name: string }[]
  done: string | null
  typed: Typed
}
type At = { at: (field: string) => string | undefined }

const factsOf = ({ language, today, thread }: KeepProps) => {
  const t = words[language]
  const site = thread.siteId !== null && (
    <a href={fill(publicPaths.site[language], { site: thread.siteId })}>
      <bdi>{thread.siteName}</bdi>
    </a>
  )
  const place = placeOf(language, thread)
  return [
    { label: t.state, value: <StateTag language={language} state={thread.state} /> },
    { label: t.due, value: <Due {...{ language, thread, today }} /> },
    { label: t.about, value: t.abouts[thread.about] },
    ...(place === '–' ? [] : [{ label: t.place, value: site || <bdi>{place}</bdi> }]),
    { label: t.keeper, value: thread.areaName ?? t.centre },
    { label: t.sent, value: formatDay(language, dayOf(thread.sentAt)) },
    { label: t.writerLanguage, value: <bdi>{languageName(thread.language)}</bdi> },
    { label: t.way, value: t.ways[thread.way] },
    ...(thread.closeReason ? [{ label: t.closedBecause, value: t.reasons[thread.closeReason] }] : []),
  ]
}

const Messages = ({ language, thread, messages }: KeepProps) => {
  const t = words[language]
  const { tag, direction } = aboutLanguages[thread.language]
  const { question, reply } = questionWords[language]
  const names = { writer: t.you, answerer: t.answer, note: t.note, question, reply }
  return (
    <>
      <h2>{t.said}</h2>
      {messages.map(({ author, body, writtenAt }) => (
        <section>
          <h3>
            {names[author]}, {formatDay(language, dayOf(writtenAt))}
          </h3>
          <Lines text={body} {...(author === 'writer' ? { lang: tag, dir: direction } : {})} />
        </section>
      ))}
    </>
  )
}

/** What can be done with words or a choice: a heading, one field, a button. */
type Step = { title: string; field: Child; button: string }

const answerStep = ({ language, thread, typed, at }: KeepProps & At): Step => {
  const t = words[language]
  const field = (
    <TextArea
      {...{ name: 'answer', label: t.answer, rows: 8 }}
      hint={`${t.answerHint[thread.way === 'email' ? 'email' : 'link']} ${t.answerFinal}`}
      value={typed.values.answer}
      problem={at('answer')}
    />
  )
  return { title: t.answerTitle, field, button: t.sendAnswer }
}

const noteStep = ({ language, typed, at }: KeepProps & At): Step => {
  const t = words[language]
  const field = (
    <TextArea
      {...{ name: 'note', label: t.note, hint: t.noteHint, rows: 3 }}
      value={typed.values.note}
      problem={at('note')}
    />
  )
  return { title: t.noteTitle, field, button: t.addNote }
}

const moveStep = ({ language, thread, areas, typed, at }: KeepProps & At): Step => {
  const t = words[language]
  const others = areas.filter(({ id }) => id !== thread.areaId)
  const field = (
    <Select
      {...{ name: 'to', label: t.to, hint: t.moveHint }}
      value={typed.values.to ?? ''}
      problem={at('to')}
      options={[
        { value: '', label: t.choose },
        ...(thread.areaId === null ? [] : [{ value: 'centre', label: t.centre }]),
        ...others.map(({ id, name }) => ({ value: String(id), label: name })),
      ]}
    />
  )
  return { title: t.moveTitle, field, button: t.move }
}

const closeStep = ({ language, typed, at }: KeepProps & At): Step => {
  const t = words[language]
  const field = (
    <ChipGroup
      {...{ name: 'reason', label: t.reason, hint: t.closeHint }}
      choices={choosable.map((value) => ({ value, label: t.reasons[value] }))}
      value={typed.values.reason}
      problem={at('reason')}
    />
  )
  return { title: t.closeTitle, field, button: t.close }
}

const stepOf = {
  ...{ answer: answerStep, note: noteStep, move: moveStep, close: closeStep },
  ...{ ask: askStep, reply: replyStep },
}

/** One form of one deed; all go to the same address. */
const DeedForm = ({ deed, ...props }: KeepProps & At & { deed: keyof typeof stepOf }) => {
  const { title, field, button } = stepOf[deed](props)
  return (
    <>
      <h2>{title}</h2>
      <form method="post" action={fill(paths.one[props.language], { feedback: props.thread.id })} novalidate>
        <input type="hidden" name="deed" value={deed} />
        {field}
        <Button secondary={deed !== 'answer' && deed !== 'reply'}>{button}</Button>
      </form>
    </>
  )
}

/** One tap: beginning to answer, or taking back that it was closed. */
const OneTap = ({ language, thread }: KeepProps) => {
  const t = words[language]
  const may = deedsFor(thread)
  const deed = may.work ? 'work' : may.reopen ? 'reopen' : null
  if (deed === null) return null
  return (
    <ButtonRow>
      <PostButton secondary action={fill(paths.one[language], { feedback: thread.id })} fields={{ deed }}>
        {t[deed]}
      </PostButton>
    </ButtonRow>
  )
}

/** What is rarer than an answer is folded away, unless something in it was not right, or there is nothing else to do. */
const Others = (props: KeepProps & At) => {
  const { thread, typed } = props
  const may = deedsFor(thread)
  const inside = insideDeeds(thread, props.isCentre)
  const isOpen = !may.answer || ['note', 'question', 'to', 'reason'].some((field) => field in typed.problems)
  return (
    <details class="more" {...(isOpen ? { open: true } : {})}>
      <summary>{words[props.language].more}</summary>
      {inside.ask && <DeedForm {...props} deed="ask" />}
      <DeedForm {...props} deed="note" />
      {may.move && <DeedForm {...props} deed="move" />}
      {may.close && <DeedForm {...props} deed="close" />}
    </details>
  )
}

/** One thread as those see it who answer: what was said, until when, and what can be done. */
export const keepPage = (props: KeepProps): Page => {
  const { language, thread, done, typed } = props
  const t = words[language]
  const { problems, done: insideDone, asked } = questionWords[language]
  const { list, at } = sayProblems(typed.problems, { ...t.problems, ...problems })
  const saidAll = { ...t.done, ...insideDone }
  const title = `${t.abouts[thread.about]}: ${placeOf(language, thread)}`.replace(/: –$/, '')
  const saidDone = done !== null && done in saidAll ? saidAll[done as keyof typeof saidAll] : null
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.list[language] }]}
          here={title}
        />
        <ProblemSummary language={language} problems={list} />
        {saidDone && <Notice kind="ok" title={saidDone} />}
        <h1>{title}</h1>
        <SummaryList rows={factsOf(props)} />
        {thread.about === 'accessibility' && <p>{t.act}</p>}
        <Messages {...props} />
        {thread.writtenAgain && <p>{t.usedAgain}</p>}
        {thread.askedAt !== null && !props.isCentre && <Notice kind="info" title={asked} />}
        {insideDeeds(thread, props.isCentre).reply && <DeedForm {...props} at={at} deed="reply" />}
        <OneTap {...props} />
        {deedsFor(thread).answer && <DeedForm {...props} at={at} deed="answer" />}
        <Others {...props} at={at} />
      </>
    ),
  }
}
