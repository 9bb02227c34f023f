import { formatDay, formatTime, type Language } from '../i18n/translated.ts'
import type { StandingTicket } from '../uses/reconciled-queries.ts'
import { words as useWords } from '../uses/words.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Kpis } from '../web/components/kpis.tsx'
import { Notice } from '../web/components/notice.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Compared, Missing } from './comparing.ts'
import type { Export, Result } from './prepared.ts'
import type { Reconciliation } from './queries.ts'
import type { SoldOnCard } from './sale-rules.ts'
import { shownEvent } from './shown-rules.ts'
import { paths, words } from './words.ts'

type ResultProps = {
  language: Language
  upload: string
  site: { name: string }
  body: Export
  result: Result
  /** What was done a moment ago. */
  made: Reconciliation | undefined
}

/** More rows than this are not looked through one by one; all of them can be added at once. */
const mostShown = 300

const whenOf = (language: Language, { at, day, hasTime }: SoldOnCard) =>
  hasTime ? `${formatDay(language, day)} ${formatTime(language, at)}` : formatDay(language, day)

/** The columns that tell a sale. */
const saleColumns = <Row,>(
  language: Language,
  saleOf: (row: Row) => SoldOnCard,
  ticketsOf: (row: Row) => { adults: number; children: number },
): Column<Row>[] => {
  const t = words[language]
  return [
    { label: t.when, header: true, cell: (row) => whenOf(language, saleOf(row)) },
    { label: t.event, cell: (row) => shownEvent(saleOf(row).event) ?? t.noEvent },
    { label: t.tickets, cell: (row) => useWords[language].tickets(ticketsOf(row)) },
    { label: t.line, number: true, cell: (row) => t.number(saleOf(row).number) },
  ]
}

const MissingTable = ({
  language,
  body,
  compared,
}: {
  language: Language
  body: Export
  compared: Compared
}) => {
  const t = words[language]
  const saleOf = ({ index }: Missing) => compared.sales[index]!
  const refusalOf = (missing: Missing) => body.refused[saleOf(missing).number]
  const columns: Column<Missing>[] = [
    {
      label: t.chooseColumn,
      cell: (missing) => (
        <label class="check">
          <input type="checkbox" name={`l${missing.index}`} value="yes" checked />
          <span class="vh">{t.choose(t.number(saleOf(missing).number))}</span>
        </label>
      ),
    },
    ...saleColumns(language, saleOf, (missing: Missing) => missing),
    {
      label: t.whyColumn,
      cell: (missing) => {
        const refusal = refusalOf(missing)
        return refusal ? t.refusals[refusal] : t.why[missing.why]
      },
    },
  ]
  return (
    <Table
      id="missing-lines"
      caption={t.soldLines}
      columns={columns}
      rows={compared.missing.slice(0, mostShown)}
      empty={t.allMatch}
      shape="stack"
    />
  )
}

const MissingForm = ({ language, upload, body, result }: Omit<ResultProps, 'site' | 'made'>) => {
  const t = words[language]
  const { compared } = result
  const { missing, matched } = compared
  const action = fill(paths.add[language], { upload })
  if (missing.length === 0)
    return (
      <>
        {compared.unclear.length === 0 && (
          <Notice kind="ok" title={t.allMatch}>
            <p>{t.allMatchWhy}</p>
          </Notice>
        )}
        {matched.length > 0 && (
          <form method="post" action={action}>
            <Button name="which" value="none">
              {t.addNone}
            </Button>
          </form>
        )}
      </>
    )
  return (
    <section aria-labelledby="missing-title">
      <h2 id="missing-title">{t.missing}</h2>
      <p>{t.missingLead}</p>
      <p>{t.missingHow}</p>
      {missing.length > mostShown && <p>{t.onlyFirst(t.number(mostShown))}</p>}
      <form method="post" action={action}>
        <ButtonRow>
          <Button name="which" value="all">
            {t.addAll(missing.length)}
          </Button>
        </ButtonRow>
        <MissingTable language={language} body={body} compared={compared} />
        <ButtonRow>
          <Button name="which" value="chosen" secondary>
            {t.addChosen}
          </Button>
        </ButtonRow>
      </form>
    </section>
  )
}

const useText = (language: Language, use: StandingTicket | null) =>
  use === null
    ? '–'
    : `${formatDay(language, use.usedOn)} ${formatTime(language, use.usedAt)}, ${useWords[language].tickets(use)}`

const Unclear = ({ language, compared }: { language: Language; compared: Compared }) => {
  const t = words[language]
  type Row = Compared['unclear'][number]
  const saleOf = ({ index }: Row) => compared.sales[index]!
  return compared.unclear.length === 0 ? null : (
    <section aria-labelledby="unclear-title">
      <h2 id="unclear-title">{t.unclear}</h2>
      <p>{t.unclearLead}</p>
      <Table
        id="unclear-lines"
        caption={t.soldLines}
        columns={[
          ...saleColumns(language, saleOf, saleOf),
          { label: t.recorded, cell: ({ use }) => useText(language, use) },
          { label: t.whyColumn, cell: ({ why }) => t.why[why] },
        ]}
        rows={compared.unclear.slice(0, mostShown)}
        empty=""
        shape="stack"
      />
    </section>
  )
}

const Unsold = ({ language, compared }: { language: Language; compared: Compared }) => {
  const t = words[language]
  return compared.unsold.length === 0 ? null : (
    <section aria-labelledby="unsold-title">
      <h2 id="unsold-title">{t.unsold}</h2>
      <p>{t.unsoldLead}</p>
      <Table
        id="unsold-lines"
        caption={t.uses}
        columns={[
          {
            label: t.when,
            header: true,
            cell: (use) => `${formatDay(language, use.usedOn)} ${formatTime(language, use.usedAt)}`,
          },
          { label: t.event, cell: ({ event }) => event ?? t.noEvent },
          { label: t.tickets, cell: (use) => useWords[language].tickets(use) },
        ]}
        rows={compared.unsold.slice(0, mostShown)}
        empty=""
        shape="stack"
      />
    </section>
  )
}

const Notes = ({ language, body, result }: { language: Language; body: Export; result: Result }) => {
  const t = words[language]
  const { others, doubled, skipped } = result.prepared
  const { settled } = result.compared
  return (
    <>
      {Object.values(body.cards).includes('later') && (
        <Notice kind="warn">
          <p>{t.codesLater}</p>
        </Notice>
      )}
      {others > 0 && <p>{t.others(others)}</p>}
      {doubled > 0 && <p>{t.doubled(doubled)}</p>}
      {settled > 0 && <p>{t.settled(settled)}</p>}
      {skipped.length > 0 && (
        <details>
          <summary>
            {t.skippedTitle} ({t.number(skipped.length)})
          </summary>
          <ul>
            {skipped.slice(0, mostShown).map(({ number, why }) => (
              <li>
                {t.line} {t.number(number)}: {t.skipped[why]}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** What matches, what is missing, and what a person has to look at. */
export const resultPage = ({ language, upload, site, body, result, made }: ResultProps): Page => {
  const t = words[language]
  const { compared } = result
  const { from, until } = compared.days
  const figure = (label: string, value: number) => ({ label, value: t.number(value) })
  return {
    title: t.resultTitle,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.list[language] }]}
          here={t.resultTitle}
        />
        {made && (
          <Notice kind="ok" title={t.doneTitle}>
            <p>
              {t.doneAdded(made.added)}{' '}
              <a href={fill(paths.done[language], { reconciliation: made.id })}>{t.look}</a>
            </p>
          </Notice>
        )}
        <h1>{t.resultTitle}</h1>
        <p class="lead">
          {site.name}, {t.span(from, until)}
        </p>
        <Kpis
          figures={[
            figure(t.sold, compared.sales.length),
            figure(t.matched, compared.matched.length + compared.settled),
            figure(t.missing, compared.missing.length),
            figure(t.unclear, compared.unclear.length),
            figure(t.unsold, compared.unsold.length),
          ]}
        />
        <Notes language={language} body={body} result={result} />
        <MissingForm language={language} upload={upload} body={body} result={result} />
        <Unclear language={language} compared={compared} />
        <Unsold language={language} compared={compared} />
        <details>
          <summary>{t.howTitle}</summary>
          <ul>
            {t.how.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </details>
        <p>
          <LinkButton href={fill(paths.columns[language], { upload })} secondary>
            {t.change}
          </LinkButton>
        </p>
      </>
    ),
  }
}
