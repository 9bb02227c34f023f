import { formatNumber, type Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button } from '../web/components/button.tsx'
import { TextField } from '../web/components/field.tsx'
import { Pagination } from '../web/components/pagination.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import type { StockCount } from './ledger-list-queries.ts'
import { type PlaceKey, placeKeyOf } from './ledger-rules.ts'
import { Actions, type NamedRange, Ranges } from './ledger-views.tsx'
import { paths, words } from './ledger-words.ts'

const figures = ['personal', 'community', 'way', 'blocked'] as const

const linkTo = (language: Language, key: PlaceKey) => `${paths.stock[language]}?at=${placeKeyOf(key)}`
const keyOf = ({ kind, id }: StockCount): PlaceKey => (kind === 'centre' ? { kind } : { kind, id })
const nameOf = (language: Language, { kind, name }: StockCount) => {
  const t = words[language]
  if (kind === 'centre') return t.centre
  return kind === 'area' ? t.areaOwn(name) : name
}

const countColumns = (language: Language): Column<StockCount>[] => {
  const t = words[language]
  return [
    {
      label: t.place,
      header: true,
      cell: (row) => <a href={linkTo(language, keyOf(row))}>{nameOf(language, row)}</a>,
    },
    ...figures.map((name) => ({
      label: t.columns[name],
      number: true,
      cell: (row: StockCount) => formatNumber(language, row[name]),
    })),
  ]
}

const Search = ({ language }: { language: Language }) => {
  const t = words[language]
  return (
    <search>
      <form method="get" action={paths.numbers[language]}>
        <TextField
          name="first"
          label={t.number}
          hint={t.numberHint}
          width={12}
          numeric
          autocomplete="off"
          beside={<Button secondary>{t.search}</Button>}
        />
        <p>
          <a href={paths.find[language]}>{t.byCode}</a>
        </p>
      </form>
    </search>
  )
}

type StockProps = {
  language: Language
  counts: StockCount[]
  /** The one area whose units are shown; null for the whole country. */
  areaId: number | null
}

/** For the centre: the centre and the areas, each with what lies in its units. Of one area: its own stock and its units. */
export const stockPage = ({ language, counts, areaId }: StockProps): Page => {
  const t = words[language]
  const units = counts.filter(({ kind }) => kind === 'unit')
  const readyIn = (area: number) =>
    units
      .filter((unit) => unit.areaId === area)
      .reduce((sum, unit) => sum + unit.personal + unit.community, 0)
  const inUnits: Column<StockCount> = {
    label: t.inUnits,
    number: true,
    cell: (row) =>
      row.kind === 'area' ? (
        <a href={`${paths.stock[language]}?area=${row.id}`}>{formatNumber(language, readyIn(row.id))}</a>
      ) : (
        '–'
      ),
  }
  const columns = countColumns(language)
  const shared = counts.filter(
    ({ kind, id }) => kind === 'centre' || (kind === 'area' && (areaId ?? id) === id),
  )
  const area = counts.find(({ kind, id }) => kind === 'area' && id === areaId)
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <h1>{area ? `${t.title}: ${area.name}` : t.title}</h1>
        <p class="lead">{t.lead}</p>
        <Actions language={language} mayMove />
        <Search language={language} />
        <Table
          id="shared"
          caption={t.areas}
          shape="stack"
          empty={t.noRanges}
          rows={areaId === null ? shared : shared.filter(({ kind }) => kind === 'area')}
          columns={areaId === null ? [...columns, inUnits] : columns}
        />
        {areaId !== null && (
          <Table
            id="units"
            caption={t.units}
            shape="stack"
            empty={t.noUnits}
            rows={units.filter((unit) => unit.areaId === areaId)}
            columns={columns}
          />
        )}
      </>
    ),
  }
}

type PlaceProps = {
  language: Language
  count: StockCount
  ranges: NamedRange[]
  pages: { page: number; pages: number }
  mayMove: boolean
  isOwn: boolean
}

/** One place: what lies there by number. */
export const stockPlacePage = (props: PlaceProps): Page => {
  const { language, count, ranges, pages, mayMove, isOwn } = props
  const t = words[language]
  const title = isOwn ? t.title : nameOf(language, count)
  return {
    title,
    kind: 'staff',
    main: (
      <>
        {!isOwn && (
          <Breadcrumb
            language={language}
            trail={[{ label: t.title, href: paths.stock[language] }]}
            here={title}
          />
        )}
        <h1>{title}</h1>
        {isOwn && <p class="lead">{t.ownLead}</p>}
        <SummaryList
          rows={figures.map((name) => ({
            label: t.columns[name],
            value: formatNumber(language, count[name]),
          }))}
        />
        <Actions language={language} mayMove={mayMove} />
        <Search language={language} />
        <Ranges language={language} ranges={ranges} title={t.ranges} />
        <Pagination
          {...pages}
          language={language}
          href={(page) => `${linkTo(language, keyOf(count))}&page=${page}`}
        />
      </>
    ),
  }
}
