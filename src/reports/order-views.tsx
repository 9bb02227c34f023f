import type { Language } from '../i18n/translated.ts'
import { ButtonRow, PostButton } from '../web/components/button.tsx'
import { Notice } from '../web/components/notice.tsx'
import { nameLine } from './names.ts'
import { type OrderDeed, orderWords } from './order-words.ts'
import type { NamedPlace } from './place-queries.ts'
import { keyOf } from './rules.ts'
import { paths } from './words.ts'

/** The orders of whoever reads the page; null where nothing is chosen that could be ordered. */
export type Orders = {
  /** The place that the page shows, and whether its reports come by mail. */
  shown: { place: NamedPlace; isOrdered: boolean } | null
  others: readonly NamedPlace[]
  done: OrderDeed | null
  problem: string | null
  hasMailServer: boolean
}

type Part = { language: Language; orders: Orders }
type Wish = 'order' | 'end'

const WishButton = (props: {
  language: Language
  place: NamedPlace
  wish: Wish
  label: string
  secondary?: boolean
}) => (
  <PostButton
    action={paths.reports[props.language]}
    fields={{ place: keyOf(props.place), wish: props.wish }}
    secondary={props.secondary ?? true}
  >
    {props.label}
  </PostButton>
)

/** What has just been done, and the way back; or what was wrong. */
export const OrderNotices = ({ language, orders: { shown, done, problem } }: Part) => {
  const t = orderWords[language]
  const text = Object.entries(t.problems).find(([name]) => name === problem)?.[1]
  return (
    <>
      {problem !== null && <Notice kind="error" title={text ?? t.problems.wish} />}
      {done && (
        <Notice kind="ok" title={t.deeds[done]}>
          {shown && shown.isOrdered === (done === 'ordered') && (
            <>
              <p>{nameLine(language, shown.place)}</p>
              <WishButton
                {...{ language, place: shown.place }}
                wish={done === 'ordered' ? 'end' : 'order'}
                label={done === 'ordered' ? t.end : t.again}
              />
            </>
          )}
        </Notice>
      )}
    </>
  )
}

/** To be told of each new report of the place by mail, with one button, and to end that. */
export const OrderPart = ({ language, orders: { shown, others, hasMailServer } }: Part) => {
  const t = orderWords[language]
  if (!shown && others.length === 0) return null
  return (
    <section aria-labelledby="by-mail">
      <h2 id="by-mail">{t.title}</h2>
      {shown && (
        <>
          <p>{shown.isOrdered ? t.isOrdered : t.offer}</p>
          {!hasMailServer && <p class="hint">{t.noServer}</p>}
          <ButtonRow>
            <WishButton
              {...{ language, place: shown.place }}
              wish={shown.isOrdered ? 'end' : 'order'}
              label={shown.isOrdered ? t.end : t.order}
            />
          </ButtonRow>
        </>
      )}
      {others.length > 0 && (
        <>
          <h3>{t.others}</h3>
          <ul class="plain">
            {others.map((place) => (
              <li>
                <WishButton
                  {...{ language, place, wish: 'end' }}
                  label={t.endOf(nameLine(language, place))}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
