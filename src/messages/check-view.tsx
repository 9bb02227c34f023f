import type { Language } from '../i18n/translated.ts'
import { languages } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { trailTo } from './keep-views.tsx'
import { keepWords } from './keep-words.ts'
import type { Figures } from './queries.ts'
import { type AreaCount, type Lacks, type Message, missingIn, readIn, undoMinutes } from './rules.ts'
import { look, MessageBody } from './views.tsx'
import { paths } from './words.ts'

type Names = ReadonlyMap<number, string>
type CheckProps = {
  language: Language
  typed: Typed
  message: Message
  figures: Figures
  names: Names
  lacks: Lacks
}

/** What an area is called; who works in no one area stands by itself. */
export const areaName = (language: Language, names: Names, areaId: number | null): string =>
  areaId === null ? keepWords[language].betweenAreas : (names.get(areaId) ?? '–')

const byName = (language: Language, names: Names) => (a: AreaCount, b: AreaCount) =>
  areaName(language, names, a.areaId).localeCompare(areaName(language, names, b.areaId), language)

/** Whom it reaches: how many people, in how many areas, and how many in each. */
const Reach = ({ language, figures, names }: CheckProps) => {
  const t = keepWords[language]
  const { total, areas } = figures
  const named = areas.filter(({ areaId }) => areaId !== null)
  if (total.recipients === 0)
    return (
      <Notice kind="warn" title={t.reachesNobody}>
        <p>{t.reachesNobodyWhy}</p>
      </Notice>
    )
  const sum = areas.reduce((all, { recipients }) => all + recipients, 0)
  return (
    <>
      <Notice kind="info" title={t.reaches(total.recipients, named.length)} />
      <details class="more">
        <summary>{t.perArea}</summary>
        <Table
          id="reach"
          caption={t.perArea}
          empty=""
          rows={areas.toSorted(byName(language, names))}
          columns={[
            { label: t.area, header: true, cell: ({ areaId }) => areaName(language, names, areaId) },
            { label: t.people, number: true, cell: ({ recipients }) => recipients },
          ]}
        />
        {sum > total.recipients && <p class="hint">{t.twice}</p>}
      </details>
    </>
  )
}

/** The message in each language that it has, and which readers get another one. */
export const Preview = ({ language, message }: { language: Language; message: Message }) => {
  const t = keepWords[language]
  const missing = missingIn(message)
  const first = languages.find((one) => !missing.includes(one))
  return (
    <>
      <h2>{t.preview}</h2>
      {languages
        .filter((one) => message.title[one] !== null || message.body[one] !== null)
        .map((one) => (
          <>
            <h3>{t.languages[one]}</h3>
            {one === first && missing.map((other) => <p class="hint">{t.falls[other]}.</p>)}
            <div class="bulletin" lang={one === language ? undefined : one}>
              <h4>{message.title[one]}</h4>
              <MessageBody text={message.body[one] ?? ''} lang={undefined} level={5} />
            </div>
          </>
        ))}
    </>
  )
}

/** What a draft lacks; of a text, in which language. */
const lackText = (language: Language, field: string, lack: Lacks[string]) => {
  const t = keepWords[language]
  const of = languages.find(
    (one) => field.toLowerCase() === `title${one}` || field.toLowerCase() === `body${one}`,
  )
  const isHalf = lack === 'title-missing' || lack === 'body-missing'
  return `${of && isHalf ? `${t.languages[of]}: ` : ''}${lack === undefined ? '' : t.problems[lack]}`
}

/** The last look before a message is sent: to whom, and how it reads. */
export const checkPage = (props: CheckProps): Page => {
  const { language, typed, message, lacks } = props
  const t = keepWords[language]
  const id = { message: message.id }
  const problems = sayProblems(typed.problems, t.problems).list
  const isWhole = Object.keys(lacks).length === 0
  const title = readIn(message, language).title || t.untitled
  return {
    ...{ title: `${t.check}: ${title}`, kind: 'staff', styles: [look] },
    main: (
      <>
        <Breadcrumb language={language} trail={trailTo(language, message)} here={t.check} />
        <ProblemSummary language={language} problems={problems.map(({ text }) => ({ name: '', text }))} />
        <h1>{t.check}</h1>
        {isWhole ? (
          <Reach {...props} />
        ) : (
          <Notice kind="warn" title={t.notWhole}>
            <ul>
              {Object.entries(lacks).map(([field, lack]) => (
                <li>{lackText(language, field, lack)}</li>
              ))}
            </ul>
          </Notice>
        )}
        <Preview language={language} message={message} />
        {isWhole && <p>{t.sendLead(undoMinutes)}</p>}
        <ButtonRow>
          {isWhole && (
            <form method="post" action={fill(paths.send[language], id)}>
              <input type="hidden" name="seen" value={message.changedAt.getTime()} />
              <Button>{t.send}</Button>
            </form>
          )}
          <LinkButton secondary={isWhole} href={fill(paths.change[language], id)}>
            {t.change}
          </LinkButton>
        </ButtonRow>
      </>
    ),
  }
}
