import { words as desk } from '../desk/words.ts'
import type { Language } from '../i18n/translated.ts'
import { words as useWords } from '../uses/words.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow } from '../web/components/button.tsx'
import { Code, CodeEnd } from '../web/components/code.tsx'
import { Kpis } from '../web/components/kpis.tsx'
import { Notice } from '../web/components/notice.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { DoorList } from './checking.ts'
import type { RecordedList } from './queries.ts'
import { type CheckedLine, canSayAgain, listColumns, numbersOf } from './rules.ts'
import { CellField } from './views.tsx'
import { paths, words } from './words.ts'

type CheckedProps = {
  language: Language
  upload: string
  site: { name: string }
  list: DoorList
  /** What was recorded a moment ago. */
  made: RecordedList | undefined
}
type Placed = CheckedLine & { index: number }

/** A form holds no more fields than a browser sends with ease. */
const mostShown = 100

const ticketsOf = (language: Language, line: CheckedLine) => {
  const numbers = numbersOf(line)
  if (!numbers) return '–'
  const companions = numbers.companions > 0 && desk[language].withCompanions(numbers.companions)
  return [useWords[language].tickets(numbers), companions].filter(Boolean).join(' + ')
}

const LinesTable = ({
  language,
  id,
  title,
  lines,
}: {
  language: Language
  id: string
  title: string
  lines: Placed[]
}) => {
  const t = words[language]
  const columns: Column<Placed>[] = [
    { label: t.line, header: true, cell: ({ number }) => t.row(number) },
    { label: t.card, cell: ({ tail }) => (tail === null ? '–' : <CodeEnd lastFour={tail} />) },
    { label: desk[language].tickets, cell: (line) => ticketsOf(language, line) },
    { label: t.time, cell: ({ time }) => time || t.noTime },
  ]
  return lines.length === 0 ? null : (
    <Table id={id} caption={title} columns={columns} rows={lines} empty="" shape="stack" />
  )
}

/** What can be said of the line, beside its problem: correcting it stands in the fields. */
const BadLine = ({ language, line }: { language: Language; line: Placed }) => {
  const t = words[language]
  const box = (name: string, label: string, checked: boolean) => (
    <label class="check">
      <input type="checkbox" name={`${name}-${line.index}`} value="yes" checked={checked} />
      <span>{label}</span>
    </label>
  )
  return (
    <>
      {canSayAgain(line.problem) && box('again', t.again, line.again)}
      {box('drop', t.drop, false)}
    </>
  )
}

const badColumns = (language: Language): Column<Placed>[] => {
  const t = words[language]
  return [
    {
      label: t.line,
      header: true,
      cell: (line) => (
        <>
          {t.row(line.number)}
          <br />
          {line.problem && <span class="problem">{t.lines[line.problem]}</span>}{' '}
          {line.meant && <Code>{t.meant(line.meant)}</Code>}
          <BadLine language={language} line={line} />
        </>
      ),
    },
    ...listColumns.map((name) => ({
      label: t.columns[name],
      cell: (line: Placed) => (
        <CellField
          name={`${name}-${line.index}`}
          label={`${t.row(line.number)}, ${t.columns[name]}`}
          value={line[name]}
          column={name}
        />
      ),
    })),
  ]
}

/** The lines with what the register says of each: good ones by their card's end, bad ones to be corrected. */
export const checkedPage = ({ language, upload, site, list, made }: CheckedProps): Page => {
  const t = words[language]
  const placed = list.lines.map((line, index) => ({ ...line, index }))
  const of = (state: CheckedLine['state']) => placed.filter((line) => line.state === state)
  const [good, bad, recorded, dropped] = [of('good'), of('bad'), of('recorded'), of('dropped')]
  const isDone = good.length === 0 && bad.length === 0
  const figure = (label: string, lines: unknown[]) => ({ label, value: t.number(lines.length) })
  return {
    title: t.checkTitle,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.list[language] }]}
          here={t.checkTitle}
        />
        {made && (
          <Notice kind="ok" title={t.done(made.useIds.length)}>
            <p>
              <a href={fill(paths.done[language], { list: made.id })}>{t.look}</a>
            </p>
          </Notice>
        )}
        <h1>{t.checkTitle}</h1>
        <p class="lead">{[site.name, t.on(list.day), list.event].filter(Boolean).join(', ')}</p>
        {recorded.length === 0 && <p>{t.checkLead}</p>}
        {isDone && <Notice kind="info" title={t.allDone} />}
        <Kpis
          figures={[
            figure(t.good, good),
            figure(t.bad, bad),
            figure(t.recorded, recorded),
            figure(t.dropped, dropped),
          ]}
        />
        {!isDone && (
          <form method="post" action={fill(paths.upload[language], { upload })} novalidate>
            {bad.length > 0 && (
              <>
                <p>{t.badLead}</p>
                {bad.length > mostShown && <p>{t.onlyFirst(t.number(mostShown))}</p>}
                <Table
                  id="bad-lines"
                  caption={t.bad}
                  columns={badColumns(language)}
                  rows={bad.slice(0, mostShown)}
                  empty=""
                  shape="stack"
                />
              </>
            )}
            <ButtonRow>
              {good.length > 0 && (
                <Button name="do" value="record">
                  {t.record(good.length)}
                </Button>
              )}
              {bad.length > 0 && (
                <Button name="do" value="check" secondary={good.length > 0}>
                  {t.recheck}
                </Button>
              )}
            </ButtonRow>
          </form>
        )}
        <LinesTable language={language} id="good-lines" title={t.good} lines={good} />
        <LinesTable language={language} id="recorded-lines" title={t.recorded} lines={recorded} />
      </>
    ),
  }
}
