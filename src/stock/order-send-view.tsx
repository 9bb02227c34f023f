import { formatNumber, type Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { LinkButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Empty } from '../web/components/empty.tsx'
import { NumberField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { whomOf } from './order-list-view.tsx'
import type { Order } from './order-queries.ts'
import type { Side } from './order-rules.ts'
import { boxesText, boxText, paths, unitWords, words } from './order-words.ts'
import { countOf, type Serials } from './rules.ts'

type Props = {
  language: Language
  side: Side
  order: Order
  /** False when somebody has answered in the meantime. */
  mayStill: boolean
  /** What lies in one's own stock, of the kind that was ordered. */
  boxes: readonly Serials[]
  /** What the centre sent to the area for this order, and the area has not received yet. */
  coming: readonly Serials[]
  suggested: Serials | null
  typed: Typed
}

/** Which numbers go into the parcel: the first free ones are filled in, any of one's own can be typed. */
export const SendPage = (props: Props): Page => {
  const { language, side, order, mayStill, boxes, coming, suggested, typed } = props
  const t = words[language]
  const u = unitWords[language]
  const { list, at } = sayProblems(typed.problems, u.problems)
  const trail = [
    { label: t.list, href: paths.list[language] },
    { label: t.title(String(order.id)), href: fill(paths.one[language], { order: order.id }) },
  ]
  const isFirstLook = Object.keys(typed.values).length === 0
  if (!mayStill || (boxes.length === 0 && isFirstLook)) return nothingToSend(props, trail)
  return formPage({
    language,
    title: t.sendTitle,
    trail,
    lead: t.sendLead(u.cards[order.cardType](order.wanted), whomOf(language, order)),
    action: fill(paths.send[language], { order: order.id }),
    problems: list,
    button: t.sendButton,
    children: (
      <>
        {coming.length > 0 && (
          <Notice kind="info">
            <p>{t.areaFirst(boxesText(language, coming))}</p>
            <p>
              <a href={paths.own[language]}>{t.ownStock}</a>
            </p>
          </Notice>
        )}
        <Table
          id="boxes"
          caption={t.boxes}
          columns={[
            { label: u.numbers, header: true, cell: (box: Serials) => boxText(language, box) },
            { label: u.count, number: true, cell: (box) => formatNumber(language, countOf(box)) },
          ]}
          rows={boxes}
          empty={t.emptyStock}
        />
        <NumberField
          name="first"
          label={t.first}
          width={12}
          hint={t.suggestedBox}
          value={typed.values.first ?? String(suggested?.first ?? '')}
          problem={at('first')}
        />
        <NumberField
          name="last"
          label={t.last}
          width={12}
          value={typed.values.last ?? String(suggested?.last ?? '')}
          problem={at('last')}
        />
        {side === 'centre' && order.unitId !== null && (
          <ChipGroup
            name="to"
            label={t.to}
            value={typed.values.to ?? 'unit'}
            problem={at('to')}
            choices={[
              { value: 'unit', label: t.toUnit },
              { value: 'area', label: t.toArea },
            ]}
          />
        )}
      </>
    ),
  })
}

/** Somebody was faster, or the stock is empty: says which, and leads back to the other answers. */
const nothingToSend = (
  { language, side, order, mayStill, coming }: Props,
  trail: readonly { label: string; href: string }[],
): Page => {
  const t = words[language]
  const u = unitWords[language]
  const title = mayStill ? t.emptyStock : u.problems['order-moved']
  const isComing = mayStill && coming.length > 0
  return {
    title: t.sendTitle,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trail} here={t.sendTitle} />
        <h1>{t.sendTitle}</h1>
        <Empty title={title}>
          {mayStill && !isComing && <p>{side === 'centre' ? t.emptyStockCentre : t.emptyStockArea}</p>}
          {isComing && <p>{t.areaFirst(boxesText(language, coming))}</p>}
          <LinkButton href={isComing ? paths.own[language] : fill(paths.one[language], { order: order.id })}>
            {isComing ? t.ownStock : t.title(String(order.id))}
          </LinkButton>
        </Empty>
      </>
    ),
  }
}
