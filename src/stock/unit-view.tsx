import { formatNumber, type Language } from '../i18n/translated.ts'
import { ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { NumberField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Kpis } from '../web/components/kpis.tsx'
import { Notice } from '../web/components/notice.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { type Forecast, isLow } from './forecast-rules.ts'
import type { Order } from './order-queries.ts'
import { countAll, type Side } from './order-rules.ts'
import { boxesText, boxText, forecastText, paths, unitWords, words } from './order-words.ts'
import { countOf, type StockRange } from './rules.ts'
import type { Receipt } from './unit-queries.ts'

type OwnProps = {
  language: Language
  side: Side
  place: string | null
  ranges: readonly StockRange[]
  /** Null where cards are not handed out. */
  forecast: Forecast | null
  /** Open ones for this stock. */
  orders: readonly Order[]
  /** What has just been received. */
  receipt: Receipt | null
}

/** What lies in one's own box, what is coming, and how to get more. */
export const OwnStockPage = (props: OwnProps): Page => {
  const { language, side, place, ranges, forecast, receipt } = props
  const t = unitWords[language]
  const ready = ranges.filter((range) => range.place === side)
  const count = (cardType: 'personal' | 'community') =>
    formatNumber(language, countAll(ready.filter((range) => range.cardType === cardType)))
  const where = side === 'centre' ? t.centre : side === 'area' ? t.areaStock(place ?? '') : place
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <p class="who">{where}</p>
        <h1>{t.title}</h1>
        {receipt && <Received language={language} side={side} receipt={receipt} />}
        <Deliveries {...props} />
        <Kpis
          figures={[
            { label: t.figures.personal, value: count('personal') },
            { label: t.figures.community, value: count('community') },
          ]}
        />
        {forecast && <Lasting {...props} forecast={forecast} />}
        {side !== 'centre' && (
          <ButtonRow>
            <LinkButton href={paths.make[language]}>{t.order}</LinkButton>
          </ButtonRow>
        )}
        {side === 'unit' && (
          <details class="more">
            <summary>{t.runOut}</summary>
            <ul>
              {t.runOutText.map((text) => (
                <li>{text}</li>
              ))}
            </ul>
          </details>
        )}
        <Boxes language={language} side={side} ranges={ranges} />
        <h2>{t.lost}</h2>
        <p>{t.lostText}</p>
        <p>
          <a href={paths.block[language]}>{t.lostLink}</a>
        </p>
      </>
    ),
  }
}

const Received = ({ language, side, receipt }: { language: Language; side: Side; receipt: Receipt }) => {
  const t = unitWords[language]
  const numbers = boxesText(language, receipt.came)
  return (
    <Notice kind="ok" title={t.received(receipt.cards)}>
      {receipt.cards > 0 && <p>{side === 'unit' ? t.receivedText(numbers) : t.receivedKept(numbers)}</p>}
      {receipt.missing > 0 && <p>{t.missing(receipt.missing)}</p>}
    </Notice>
  )
}

/** The numbers that were sent together. */
const deliveriesOf = (ranges: readonly StockRange[]): StockRange[][] => {
  const together = new Map<string, StockRange[]>()
  for (const range of ranges.filter(({ place }) => place === 'way')) {
    const name = range.orderId === null ? `number ${range.first}` : `order ${range.orderId}`
    together.set(name, [...(together.get(name) ?? []), range])
  }
  return [...together.values()]
}

const Deliveries = ({ language, ranges, orders }: OwnProps) => {
  const t = unitWords[language]
  const coming = deliveriesOf(ranges)
  // An order that is on its way is told of by its delivery.
  const waiting = orders.filter(({ state }) => state !== 'sent')
  return (
    <>
      {coming.map((delivery) => {
        const params = { delivery: delivery[0]!.first }
        const cards = t.cards[delivery[0]!.cardType](countAll(delivery))
        const about = <span class="vh"> {t.about(cards)}</span>
        return (
          <Notice kind="info" title={`${t.coming}: ${cards}`}>
            <p>{t.comingText(boxesText(language, delivery))}</p>
            <ButtonRow>
              <PostButton action={fill(paths.receive[language], params)}>
                {t.arrived}
                {about}
              </PostButton>
              <LinkButton secondary href={fill(paths.part[language], params)}>
                {t.arrivedPart}
                {about}
              </LinkButton>
            </ButtonRow>
          </Notice>
        )
      })}
      {waiting.map((order) => (
        <Notice kind="info" title={`${words[language].ordered}: ${t.cards[order.cardType](order.wanted)}`}>
          <p>{words[language].explain[order.state]}</p>
          <p>
            <a href={fill(paths.one[language], { order: order.id })}>{t.toOrder}</a>
          </p>
        </Notice>
      ))}
    </>
  )
}

const Lasting = ({ language, forecast, ranges, orders }: OwnProps & { forecast: Forecast }) => {
  const t = unitWords[language]
  const sentence = forecastText(t.forecast, forecast)
  const isComing = orders.length > 0 || ranges.some(({ place }) => place === 'way')
  if (!isLow(forecast)) return <p>{sentence}</p>
  return (
    <Notice kind="warn" title={t.low}>
      <p>{isComing ? sentence : `${sentence} ${t.lowOrder}`}</p>
    </Notice>
  )
}

const Boxes = ({ language, side, ranges }: Pick<OwnProps, 'language' | 'side' | 'ranges'>) => {
  const t = unitWords[language]
  const columns: Column<StockRange>[] = [
    { label: t.numbers, header: true, cell: (range) => boxText(language, range) },
    { label: t.kind, cell: ({ cardType }) => t.figures[cardType] },
    { label: t.count, number: true, cell: (range) => formatNumber(language, countOf(range)) },
    {
      label: t.state,
      cell: ({ place }) => {
        if (place === 'way') return <Tag kind="wait">{t.onWay}</Tag>
        return place === 'blocked' ? <Tag kind="no">{t.blocked}</Tag> : <Tag kind="ok">{t.ready}</Tag>
      },
    },
  ]
  const shown = ranges.filter(({ place }) => place === side || place === 'way' || place === 'blocked')
  return <Table id="boxes" caption={t.boxes} shape="stack" columns={columns} rows={shown} empty={t.noBoxes} />
}

type PartProps = { language: Language; delivery: readonly StockRange[]; typed: Typed }

/** Which of the numbers came. The others are blocked, so that whoever finds them cannot use them. */
export const PartPage = ({ language, delivery, typed }: PartProps): Page => {
  const t = unitWords[language]
  const { list, at } = sayProblems(typed.problems, t.problems)
  const value = (name: 'first' | 'last') =>
    typed.values[name] ?? String(name === 'first' ? delivery[0]!.first : delivery.at(-1)!.last)
  return formPage({
    language,
    title: t.partTitle,
    trail: [{ label: t.title, href: paths.own[language] }],
    lead: t.partLead(boxesText(language, delivery)),
    action: fill(paths.part[language], { delivery: delivery[0]!.first }),
    problems: list,
    button: t.partButton,
    children: (
      <>
        <ChipGroup
          name="came"
          label={t.came}
          value={typed.values.came ?? 'some'}
          problem={at('came')}
          choices={[
            { value: 'some', label: t.cameSome },
            { value: 'none', label: t.cameNone },
          ]}
        />
        <NumberField name="first" label={t.first} value={value('first')} width={12} problem={at('first')} />
        <NumberField
          name="last"
          label={t.last}
          value={value('last')}
          width={12}
          hint={t.numberHint}
          problem={at('last')}
        />
      </>
    ),
  })
}
