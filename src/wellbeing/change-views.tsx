import type { Child } from 'hono/jsx'
import type { Language } from '../i18n/translated.ts'
import { Button, LinkButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Select } from '../web/components/field.tsx'
import { Kpis } from '../web/components/kpis.tsx'
import { IntervalBar } from '../web/components/line-chart.tsx'
import { Notice } from '../web/components/notice.tsx'
import { Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import type { CountedYear } from './change-queries.ts'
import { type ShownChange, strata } from './change-rules.ts'
import { changePaths, changeWords, signed } from './change-words.ts'
import type { KeptInstrument } from './instrument-queries.ts'
import { textIn } from './rules.ts'

type ChangeProps = {
  language: Language
  years: readonly number[]
  areas: readonly { id: number; name: string }[]
  chosen: { year: number; areaId: number | null }
  /** What was counted of the year, by set of questions. */
  counted: readonly { of: CountedYear; instrument: KeptInstrument }[]
}

/** The change of answers between two cards, and what it does not prove. */
export const changePage = (props: ChangeProps): Page => {
  const { language, counted } = props
  const t = changeWords[language]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {counted.length === 0 ? (
          <Empty title={t.noneTitle}>
            <p>{t.none}</p>
          </Empty>
        ) : (
          <>
            <Choice {...props} />
            {counted.map((one) => (
              <OneSet {...props} {...one} />
            ))}
          </>
        )}
        <h2>{t.provesNot}</h2>
        <ul>
          {t.limits.map((limit) => (
            <li>{limit}</li>
          ))}
        </ul>
        <h2>{t.how}</h2>
        <p>{t.howText}</p>
        {counted.length > 0 && <LinkButton href={changePaths.csv[language]}>{t.download}</LinkButton>}
      </>
    ),
  }
}

const Choice = ({ language, years, areas, chosen }: ChangeProps) => {
  const t = changeWords[language]
  return (
    <form method="get" action={changePaths.change[language]}>
      <div class="row">
        <Select
          name="area"
          label={t.area}
          value={String(chosen.areaId ?? '')}
          options={[
            { value: '', label: t.country },
            ...areas.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
        <Select
          name="year"
          label={t.year}
          value={String(chosen.year)}
          options={years.map((year) => ({ value: String(year), label: String(year) }))}
        />
        <Button secondary>{t.show}</Button>
      </div>
    </form>
  )
}

type OneProps = ChangeProps & { of: CountedYear; instrument: KeptInstrument }

const OneSet = ({ language, chosen, of, instrument }: OneProps) => {
  const t = changeWords[language]
  const response = of.responses.find(({ areaId }) => areaId === chosen.areaId)
  const changes = of.changes.filter(({ areaId }) => areaId === chosen.areaId)
  const figure = (label: string, count: number | null | undefined) => ({
    label,
    value: t.persons(count ?? null),
  })
  return (
    <>
      <h2>{t.asOf(instrument.name, instrument.version, of.countedOn)}</h2>
      {instrument.isPlaceholder && (
        <Notice kind="warn" level={3} title={t.placeholder}>
          <p>{t.placeholderText}</p>
        </Notice>
      )}
      <Kpis
        figures={[
          figure(t.asked, response?.asked),
          figure(t.before, response?.before),
          figure(t.bothTimes, response?.bothTimes),
        ]}
      />
      <p class="hint">{t.responseNote}</p>
      {changes.length === 0 ? (
        <Empty title={t.smallTitle}>
          <p>{t.small}</p>
        </Empty>
      ) : (
        <>
          <p>{t.scale}</p>
          <Changes language={language} instrument={instrument} changes={changes} />
        </>
      )}
    </>
  )
}

type ChangesProps = { language: Language; instrument: KeptInstrument; changes: readonly ShownChange[] }

/** All of them together, then by how much they used the card, where any of that is shown. */
const Changes = ({ language, instrument, changes }: ChangesProps) => {
  const t = changeWords[language]
  const divided = changes.some(({ stratum }) => stratum !== 'all')
  const tableOf = (stratum: ShownChange['stratum'], caption: string) =>
    changes.some((one) => one.stratum === stratum) ? (
      <ChangeTable {...{ language, instrument, changes, stratum, caption }} />
    ) : (
      <p>
        <strong>{caption}.</strong> {t.small}
      </p>
    )
  return (
    <>
      {tableOf('all', t.changes)}
      {divided && (
        <>
          <h3>{t.byUse}</h3>
          {strata.map((stratum) => tableOf(stratum, t.strata[stratum]))}
        </>
      )}
    </>
  )
}

type TableProps = ChangesProps & { stratum: ShownChange['stratum']; caption: string }

const ChangeTable = ({ language, instrument, changes, stratum, caption }: TableProps) => {
  const t = changeWords[language]
  const total = instrument.scoring.total ? [{ item: 0, question: t.total }] : []
  const questions = instrument.items.map((texts, index) => ({
    item: index + 1,
    question: textIn(texts, language, language),
  }))
  const rows = [...questions, ...total].map(({ item, question }) => ({
    question,
    change: changes.find((one) => one.item === item && one.stratum === stratum),
  }))
  /** The same scale for every row of the page. */
  const max = Math.max(0.5, ...changes.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]))
  const cell =
    (tell: (change: ShownChange) => Child) =>
    ({ change }: { change: ShownChange | undefined }) =>
      change ? tell(change) : t.hidden
  return (
    <Table
      id={`changes-${stratum === '5+' ? '5' : stratum}`}
      shape="stack"
      caption={caption}
      empty={t.none}
      rows={rows}
      columns={[
        { label: t.question, header: true, cell: ({ question }) => question },
        { label: t.group, number: true, cell: cell(({ persons }) => String(persons)) },
        { label: t.mean, number: true, cell: cell(({ mean }) => signed(language, mean)) },
        {
          label: t.interval,
          number: true,
          cell: cell(({ low, high }) => t.from(signed(language, low), signed(language, high))),
        },
        { label: t.picture, cell: ({ change }) => (change ? <IntervalBar {...change} max={max} /> : '') },
      ]}
    />
  )
}
