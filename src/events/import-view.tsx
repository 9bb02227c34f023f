import { commonWords } from '../i18n/common-words.ts'
import { LinkButton } from '../web/components/button.tsx'
import { Checkbox } from '../web/components/choices.tsx'
import { Empty } from '../web/components/empty.tsx'
import { FileField } from '../web/components/file-field.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import type { LineProblem } from './file-rules.ts'
import { told, whenText } from './holder-words.ts'
import { importWords } from './import-words.ts'
import { problemWords } from './problem-words.ts'
import type { EventFacts, Plan } from './rules.ts'
import { EventsForm, eventPage, type Part, sentence } from './site-parts.tsx'
import { words } from './words.ts'

/** So many lines are named at once: who has corrected them sees the next. */
const mostLines = 50

/** The problems of lines come back among the others, each under its number. */
const linesOf = (problems: Record<string, string>) =>
  Object.entries(problems).flatMap(([name, problem]) => {
    const line = /^line (\d+)/.exec(name)?.[1]
    return line === undefined ? [] : [{ line: Number(line), problem: problem as LineProblem }]
  })

const Lines = ({ language, typed }: Part) => {
  const t = importWords[language]
  const lines = linesOf(typed.problems)
  if (lines.length === 0) return null
  return (
    <Notice kind="error" title={problemWords[language]['file-lines']}>
      <ul>
        {lines.slice(0, mostLines).map(({ line, problem }) => (
          <li>
            {t.line(line)}
            {t.lines[problem]}
          </li>
        ))}
        {lines.length > mostLines && <li>{t.moreLines(lines.length - mostLines)}</li>}
      </ul>
    </Notice>
  )
}

/** Where a programme is brought in as a file. */
export const uploadPage = (props: Part): Page => {
  const { language, links, typed } = props
  const t = importWords[language]
  return eventPage({
    ...props,
    title: t.uploadTitle,
    isBelow: true,
    children: (
      <>
        <Lines {...props} />
        <p class="lead">{t.uploadLead}</p>
        <p>{t.columns}</p>
        <p>{t.ids}</p>
        <EventsForm language={language} action={links.upload} send={t.read} back={links.list} holdsFile>
          <Checkbox name="whole" label={t.whole} hint={t.wholeHint} checked={typed.values.whole === 'yes'} />
          <FileField
            name="file"
            label={t.file}
            hint={t.fileHint}
            problem={sentence(props, 'file')}
            accept=".csv,.xlsx,.ics,text/csv,text/calendar"
          />
        </EventsForm>
      </>
    ),
  })
}

const Group = ({
  language,
  title,
  events,
}: Pick<Part, 'language'> & { title: string; events: EventFacts[] }) =>
  events.length === 0 ? null : (
    <>
      <h2>{title}</h2>
      <ul>
        {events.slice(0, 200).map((event) => {
          const { text, lang } = told(language, event.names)
          return (
            <li>
              <bdi lang={lang}>{text}</bdi> · {whenText(language, event)}
              {event.isCancelled && ` · ${words[language].cancelled}`}
            </li>
          )
        })}
        {events.length > 200 && <li>…</li>}
      </ul>
    </>
  )

/** What a file would do, before it does. */
export const checkPage = (props: Part & { id: string; plan: Plan }): Page => {
  const { language, links, id, plan } = props
  const t = importWords[language]
  const count = plan.added.length + plan.changed.length + plan.ended.length
  return eventPage({
    ...props,
    title: t.checkTitle,
    isBelow: true,
    children: (
      <>
        {count === 0 && (
          <Empty title={t.nothing}>
            <p>{t.nothingWhy}</p>
          </Empty>
        )}
        <Group language={language} title={t.willAdd(plan.added.length)} events={plan.added} />
        <Group
          language={language}
          title={t.willChange(plan.changed.length)}
          events={plan.changed.map(({ event }) => event)}
        />
        <Group language={language} title={t.willEnd(plan.ended.length)} events={plan.ended} />
        {plan.same > 0 && <p>{t.same(plan.same)}.</p>}
        {count > 0 ? (
          <EventsForm language={language} action={links.check(id)} send={t.confirm} back={links.upload} />
        ) : (
          <p>
            <LinkButton href={links.list}>{commonWords[language].back}</LinkButton>
          </p>
        )}
      </>
    ),
  })
}
