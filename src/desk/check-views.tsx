import type { Child } from 'hono/jsx'
import { type Notice as Exception, noticeText } from '../exceptions/rules.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { explain } from '../uses/explain-words.ts'
import { remainingOf } from '../uses/limit-rules.ts'
import { limitText } from '../uses/limit-words.ts'
import type { RecentUse, SiteLimit, UseKind } from '../uses/rules.ts'
import { clientScript } from '../web/assets.ts'
import { ActionBar, Button, LinkButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { Result } from '../web/components/result.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { Kinds, OtherDay } from './booking-questions.tsx'
import { amounts, shown } from './forms.ts'
import { Adults, Companions, problemTexts, question } from './questions.tsx'
import { childChips, daysToTell, fewLeft, limitReasons, overrideReasons } from './rules.ts'
import { type CheckProps, Standing, ticketsText } from './views.tsx'
import { paths, words } from './words.ts'

const labels = clientScript(new URL('./desk.client.ts', import.meta.url))

type AskProps = CheckProps & {
  card: { type: 'personal' | 'community'; children: number; validUntil: Day; tail: string }
  /** The unit of a community card. */
  unit: string | null
  childAge: number
  allowsOverride: boolean
  /** The same card, here and for this event, a moment ago. */
  recent: RecentUse | null
  today: Day
  typed: Typed
  exception: Exception | null
  /** The site's own limit for tickets. */
  limit: SiteLimit | null
  /** The card has had all that the site gives, and a reason is needed for more. */
  isReached: boolean
  /** What the site gives with the card. */
  kinds: readonly UseKind[]
}

/** How many the site gives, and how many of them are left. */
const leftText = (language: Language, limit: SiteLimit) =>
  words[language].left(limitText(language, limit.kind, limit), remainingOf(limit)!)

/** The card has had what the site gives: said before any question, with the way to give one more. */
const Reached = ({ language, card, recent, limit, children }: AskProps & { children: Child }) => {
  const { what, why, still, next } = explain(language, 'limit-reached', {
    card,
    recent,
    limit,
    exception: null,
  })
  return (
    <Result outcome="hold" title={what}>
      <p>{next}</p>
      <p>{still}</p>
      <p>{why}</p>
      {children}
      <p>
        <LinkButton href={paths.desk[language]} secondary>
          {words[language].next}
        </LinkButton>
      </p>
    </Result>
  )
}

const Head = (props: AskProps) => {
  const { language, at, card, unit, recent, today, limit } = props
  const t = words[language]
  const days = daysToTell(card.validUntil, today)
  const standing = (
    <>
      {unit && (
        <p>
          {unit}
          <br />
          {t.withClients}
        </p>
      )}
      <p>
        {t.until(card.validUntil)}
        <br />
        {t.card} <CodeEnd lastFour={card.tail} />
      </p>
      {days !== null && (
        <p>
          <strong>{t.soon(days)}</strong>
        </p>
      )}
    </>
  )
  if (props.isReached) return <Reached {...props}>{standing}</Reached>
  if (!recent)
    return (
      <Result outcome="ok" title={card.type === 'community' ? t.community : t.valid}>
        {standing}
        {limit && remainingOf(limit)! <= fewLeft && <p>{leftText(language, limit)}</p>}
      </Result>
    )
  const earlier = ticketsText(language, { ...recent, companions: 0 })
  return (
    <Result outcome="hold" title={t.repeat}>
      <p>{t.repeated(earlier, recent.usedAt, at.event !== null)}</p>
      {standing}
      <p>
        <LinkButton href={paths.desk[language]} secondary>
          {t.recordNothing}
        </LinkButton>
      </p>
    </Result>
  )
}

const isOverLimit = ({ isReached, typed }: AskProps) => isReached || typed.problems[''] === 'limit-reached'

/** The site has asked for more children than the register has, or more tickets than it gives, and may be let to. */
const isOver = (props: AskProps) => {
  const { allowsOverride, typed } = props
  const isTooMany = typed.problems.children === 'children-exceed-card' || isOverLimit(props)
  return allowsOverride && (isTooMany || typed.values.override === 'yes')
}

/** More than the register or the site's limit says, where the site may let them in: it says why. */
const Override = (props: AskProps) => {
  const { language, typed } = props
  const t = words[language]
  const isLimit = isOverLimit(props) && typed.problems.children === undefined
  return (
    <>
      <input type="hidden" name="override" value="yes" />
      <ChipGroup
        name="reason"
        label={isLimit ? t.limitReason : t.reason}
        choices={(isLimit ? limitReasons : overrideReasons).map((value) => ({
          value,
          label: t.reasons[value],
        }))}
        value={shown(typed.values.reason)}
        problem={problemTexts(props).find(({ name }) => name === 'reason')?.text}
      />
    </>
  )
}

const Children = (props: AskProps) => {
  const { language, card, childAge, recent } = props
  const t = words[language]
  if (card.type === 'community')
    return (
      <ChipGroup
        {...question(props, 'children', [0, 1, 2, 3, 4])}
        label={t.clients(childAge)}
        hint={t.clientsHint}
        big
      />
    )
  return (
    <ChipGroup
      {...question(props, 'children', childChips(card.children))}
      label={recent ? t.moreChildren : t.children}
      hint={t.childrenHint(card.children, childAge)}
      big
    />
  )
}

/** A card that gives tickets: how many, and one button. Nothing of the holder but until when and how many children. */
export const askPage = (props: AskProps): Page => {
  const { language, at, check, card, recent } = props
  const t = words[language]
  const label = isOver(props) ? t.recordAnyway : recent ? t.recordMore : t.record
  // That the limit is reached stands in its own box already.
  const problems = problemTexts(props).filter(({ name }) => name !== '' || !props.isReached)
  const order = [...amounts, 'event-on', 'other-event', 'reason', ''] as string[]
  problems.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
  return {
    title: recent ? t.repeat : card.type === 'community' ? t.community : t.valid,
    kind: 'desk',
    scripts: [labels],
    main: (
      <>
        <ProblemSummary language={language} problems={problems} />
        <Standing language={language} at={at} check={check} />
        {props.exception && (
          <Notice kind="info">
            <p>{noticeText(props.exception, language)}</p>
          </Notice>
        )}
        <form
          method="post"
          action={fill(paths.check[language], { check })}
          novalidate
          {...(!isOver(props) && !recent && { 'data-record': t.recordThis })}
          data-adults={JSON.stringify(t.adult)}
          data-children={JSON.stringify(t.child)}
        >
          <Head {...props} />
          <input type="hidden" name="event" value={at.event ?? ''} />
          {recent && <input type="hidden" name="again" value="yes" />}
          <Kinds {...props} />
          <Adults {...props} />
          <Children {...props} />
          {isOver(props) && <Override {...props} />}
          <Companions {...props} />
          <OtherDay {...props} until={card.validUntil} />
          <ActionBar>
            <Button>{label}</Button>
          </ActionBar>
        </form>
      </>
    ),
  }
}
