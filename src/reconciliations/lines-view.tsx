import { formatDay, formatTime, type Language } from '../i18n/translated.ts'
import type { StandingTicket } from '../uses/reconciled-queries.ts'
import { words as useWords } from '../uses/words.ts'
import { Busy } from '../web/components/busy.tsx'
import { Button, ButtonRow } from '../web/components/button.tsx'
import { Notice } from '../web/components/notice.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { fill } from '../web/paths.ts'
import type { Compared, Missing } from './comparing.ts'
import type { Export, Result } from './prepared.ts'
import type { SoldOnCard } from './sale-rules.ts'
import { shownEvent } from './shown-rules.ts'
import { paths, words } from './words.ts'

/** More rows than this are not looked through one by one; all of them can be added at once. */
export const mostShown = 300

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
    { label: t.tickets, cell: (row) => <span class="nb">{useWords[language].tickets(ticketsOf(row))}</span> },
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

type MissingProps = { language: Language; upload: string; body: Export; result: Result }

/** Sales that the register lacks, to be added all or some. */
export const MissingForm = ({ language, upload, body, result }: MissingProps) => {
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
        <Busy>{t.busy}</Busy>
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

/** What a person has to look at. */
export const Unclear = ({ language, compared }: { language: Language; compared: Compared }) => {
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

/** Uses that the till does not know. */
export const Unsold = ({ language, compared }: { language: Language; compared: Compared }) => {
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
