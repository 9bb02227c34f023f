import { formatDay, formatNumber, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Notice } from '../web/components/notice.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Forecast } from './forecast-rules.ts'
import type { Order } from './order-queries.ts'
import type { OrderState } from './order-rules.ts'
import { boxText, forecastText, paths, unitWords, words } from './order-words.ts'
import { countOf, type Serials } from './rules.ts'
import type { UnitStock } from './unit-queries.ts'

type Low = UnitStock & { forecast: Forecast }
type Missing = Serials & { cardType: Order['cardType']; whose: string | null }
type Props = {
  language: Language
  /** Those whose next step is the reader's. */
  mine: readonly Order[]
  others: readonly Order[]
  past: readonly Order[]
  low: readonly Low[]
  missing: readonly Missing[]
}

const tagKinds: Record<OrderState, TagKind> = {
  ...{ asked: 'wait', forwarded: 'wait', sent: 'wait', received: 'ok', declined: 'no', cancelled: 'off' },
}
export const StateTag = ({ language, state }: { language: Language; state: OrderState }) => (
  <Tag kind={tagKinds[state]}>{words[language].states[state]}</Tag>
)

export const whomOf = (language: Language, { unit, area }: Pick<Order, 'unit' | 'area'>) =>
  unit ?? words[language].toStock(area)

/** What waits for whoever reads, first; then who will need cards soon, and all else. */
export const OrdersPage = ({ language, mine, others, past, low, missing }: Props): Page => {
  const t = words[language]
  return {
    title: t.list,
    kind: 'staff',
    main: (
      <>
        <h1>{t.list}</h1>
        <p class="lead">{t.lead}</p>
        {mine.length > 0 ? (
          <Orders id="mine" caption={t.mine} language={language} orders={mine} />
        ) : (
          <Empty title={t.nothing}>
            <p>{t.nothingText}</p>
          </Empty>
        )}
        <ButtonRow>
          <LinkButton href={paths.make[language]}>{unitWords[language].order}</LinkButton>
          <LinkButton secondary href={paths.own[language]}>
            {t.ownStock}
          </LinkButton>
        </ButtonRow>
        {missing.length > 0 && <MissingCards language={language} missing={missing} />}
        <LowUnits language={language} low={low} />
        {others.length > 0 && <Orders id="others" caption={t.others} language={language} orders={others} />}
        <Orders id="past" caption={t.past} language={language} orders={past} />
      </>
    ),
  }
}

type OrdersProps = { id: string; caption: string; language: Language; orders: readonly Order[] }

const Orders = ({ id, caption, language, orders }: OrdersProps) => {
  const t = words[language]
  const columns: Column<Order>[] = [
    {
      label: t.who,
      header: true,
      cell: (order) => <a href={fill(paths.one[language], { order: order.id })}>{whomOf(language, order)}</a>,
    },
    {
      label: unitWords[language].kind,
      cell: ({ cardType, wanted }) => unitWords[language].cards[cardType](wanted),
    },
    { label: t.ordered, cell: ({ askedAt }) => formatDay(language, dayOf(askedAt)) },
    {
      label: unitWords[language].state,
      cell: ({ state }) => <StateTag language={language} state={state} />,
    },
  ]
  return <Table id={id} caption={caption} shape="stack" columns={columns} rows={orders} empty={t.none} />
}

const LowUnits = ({ language, low }: { language: Language; low: readonly Low[] }) => {
  const t = words[language]
  const columns: Column<Low>[] = [
    { label: t.who, header: true, cell: ({ name }) => name },
    { label: t.left, number: true, cell: ({ stock }) => formatNumber(language, stock) },
    { label: t.lasts, cell: ({ forecast }) => forecastText(unitWords[language].forecast, forecast) },
    {
      label: t.ordered,
      cell: ({ orderId, unitId, name }) =>
        orderId === null ? (
          <a href={`${paths.make[language]}?whom=unit-${unitId}`}>
            {unitWords[language].order}
            <span class="vh"> {name}</span>
          </a>
        ) : (
          <a href={fill(paths.one[language], { order: orderId })}>
            {t.orderedAlready}
            <span class="vh"> {name}</span>
          </a>
        ),
    },
  ]
  return (
    <Table id="low" caption={t.runningLow} shape="stack" columns={columns} rows={low} empty={t.noneLow} />
  )
}

const MissingCards = ({ language, missing }: { language: Language; missing: readonly Missing[] }) => {
  const t = words[language]
  return (
    <Notice kind="warn" title={t.missing}>
      <p>{t.missingText}</p>
      <ul>
        {missing.map((range) => (
          <li>
            {range.whose}: {boxText(language, range)} (
            {unitWords[language].cards[range.cardType](countOf(range))})
          </li>
        ))}
      </ul>
    </Notice>
  )
}
