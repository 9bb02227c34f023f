import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { StateTag, whomOf } from './order-list-view.tsx'
import type { Order, Step } from './order-queries.ts'
import { declineReasons, mayAnswer, mayCancel, mayForward, type Side } from './order-rules.ts'
import { boxesText, momentText, type Problem, paths, unitWords, words } from './order-words.ts'
import type { Serials } from './rules.ts'

type Sending = Serials & { from: string; to: string; cards: number; at: Date }
type Props = {
  language: Language
  side: Side
  order: Order
  steps: readonly Step[]
  sendings: readonly Sending[]
  /** Whether what was sent can be taken back. */
  mayTakeBack: boolean
  /** What has just been done. */
  done: string | null
  problem?: Problem | undefined
}

/** Where the way back leads: keepers have a list, a unit its own stock. */
const trailOf = (language: Language, side: Side) => [
  side === 'unit'
    ? { label: unitWords[language].title, href: paths.own[language] }
    : { label: words[language].list, href: paths.list[language] },
]

/** One order: its state in plain words, what can be done, and who did what when. */
export const OrderPage = (props: Props): Page => {
  const { language, side, order, steps, sendings, done, problem } = props
  const t = words[language]
  const u = unitWords[language]
  const title = t.title(String(order.id))
  const out = sendings.filter(({ to }) => to === 'way')
  // What was taken back, or went to the area first, is told by the steps.
  const sent = out.filter(({ at }) => at.getTime() === out.at(-1)!.at.getTime())
  const missing = sendings.filter(({ to }) => to === 'blocked').reduce((sum, { cards }) => sum + cards, 0)
  const said = done === 'made' ? t.made : done === 'moved' ? t.moved : null
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trailOf(language, side)} here={title} />
        {problem && <Notice kind="warn" title={u.problems[problem]} />}
        {said && !problem && <Notice kind="ok" title={said} />}
        <h1>{title}</h1>
        <SummaryList
          rows={[
            { label: t.who, value: whomOf(language, order) },
            { label: t.ordered, value: u.cards[order.cardType](order.wanted) },
            { label: u.state, value: <StateTag language={language} state={order.state} /> },
            ...(order.reason ? [{ label: t.reason, value: t.reasons[order.reason] }] : []),
            ...(sent.length > 0 ? [{ label: t.sent, value: boxesText(language, sent) }] : []),
          ]}
        />
        <p>{t.explain[order.state]}</p>
        {missing > 0 && <Notice kind="warn" title={u.missing(missing)} />}
        <Actions {...props} />
        <Timeline language={language} steps={steps} />
      </>
    ),
  }
}

const Actions = ({ language, side, order, mayTakeBack }: Props) => {
  const t = words[language]
  const params = { order: order.id }
  const answers = mayAnswer(order.state, side)
  return (
    <ButtonRow>
      {answers && <LinkButton href={fill(paths.send[language], params)}>{t.send}</LinkButton>}
      {side === 'area' && mayForward(order.state) && (
        <PostButton secondary action={fill(paths.forward[language], params)}>
          {t.forward}
        </PostButton>
      )}
      {answers && (
        <LinkButton secondary href={fill(paths.decline[language], params)}>
          {t.decline}
        </LinkButton>
      )}
      {mayCancel(order.state, side) && (
        <PostButton secondary action={fill(paths.cancel[language], params)}>
          {t.cancel}
        </PostButton>
      )}
      {mayTakeBack && (
        <PostButton secondary action={fill(paths.takeBack[language], params)}>
          {t.takeBack}
        </PostButton>
      )}
      {order.state === 'sent' && (side === 'unit' || (side === 'area' && order.unitId === null)) && (
        <LinkButton href={paths.own[language]}>{t.toReceive}</LinkButton>
      )}
    </ButtonRow>
  )
}

const sideOfRole = (role: string | null): Side | null =>
  role === 'issuer' ? 'unit' : role === 'coordinator' ? 'area' : role === 'centre' ? 'centre' : null

const Timeline = ({ language, steps }: { language: Language; steps: readonly Step[] }) => {
  const t = words[language]
  return (
    <>
      <h2>{t.history}</h2>
      <ol>
        {steps.map(({ state, at, name, role, place }, index) => {
          const side = sideOfRole(role)
          const who = [name, side && t.sides[side], side === 'centre' ? null : place].filter(Boolean)
          // Asked again: the centre sent the cards to the area, whose turn it is then, or they were taken back.
          const isTaken = steps[index - 1]?.state === 'sent' && (state === 'asked' || state === 'forwarded')
          const isViaArea = state === 'asked' && index > 0
          const what = isTaken ? t.tookBack : isViaArea ? t.viaArea : t.steps[state]
          return (
            <li>
              <strong>{what}</strong> {momentText(language, at)}
              {who.length > 0 && <div class="hint">{who.join(' · ')}</div>}
            </li>
          )
        })}
      </ol>
    </>
  )
}

type DeclineProps = { language: Language; order: Order; typed: Typed }

/** Asks why, from a fixed list, and says that the unit will read it. */
export const DeclinePage = ({ language, order, typed }: DeclineProps): Page => {
  const t = words[language]
  const { list, at } = sayProblems(typed.problems, unitWords[language].problems)
  const one = fill(paths.one[language], { order: order.id })
  return formPage({
    language,
    title: t.declineTitle,
    trail: [...trailOf(language, 'area'), { label: t.title(String(order.id)), href: one }],
    lead: t.declineLead,
    action: fill(paths.decline[language], { order: order.id }),
    problems: list,
    button: t.declineButton,
    children: (
      <ChipGroup
        name="reason"
        label={t.declineWhy}
        value={typed.values.reason}
        problem={at('reason')}
        choices={declineReasons.map((value) => ({ value, label: t.reasons[value] }))}
      />
    ),
  })
}
