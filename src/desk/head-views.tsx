import type { Child } from 'hono/jsx'
import type { Notice as Exception } from '../exceptions/rules.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { explain } from '../uses/explain-words.ts'
import { remainingOf } from '../uses/limit-rules.ts'
import { limitText } from '../uses/limit-words.ts'
import type { RecentUse, SiteLimit, UseKind } from '../uses/rules.ts'
import { LinkButton } from '../web/components/button.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { Result } from '../web/components/result.tsx'
import type { Typed } from '../web/visit.ts'
import { daysToTell, fewLeft } from './rules.ts'
import { ForClerk } from './turned-views.tsx'
import { turnedWords } from './turned-words.ts'
import { type CheckProps, ticketsText } from './views.tsx'
import { paths, words } from './words.ts'

export type AskProps = CheckProps & {
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
  /** The screen is turned to the customer. */
  turned: boolean
  /** What the site gives with the card. */
  kinds: readonly UseKind[]
}

/** How many the site gives, and how many of them are left. */
const leftText = (language: Language, limit: SiteLimit) =>
  words[language].left(limitText(language, limit.kind, limit), remainingOf(limit)!)

/** The card has had what the site gives: said before any question, with the way to give one more. */
const Reached = ({ language, card, recent, limit, turned, children }: AskProps & { children: Child }) => {
  const { what, why, still, next } = explain(language, 'limit-reached', {
    card,
    recent,
    limit,
    exception: null,
  })
  const said = [next, still, why].map((text) => <p>{text}</p>)
  return (
    <Result outcome="hold" title={turned ? turnedWords[language].hold : what}>
      {turned ? (
        <ForClerk language={language} title={what}>
          {said}
        </ForClerk>
      ) : (
        said
      )}
      {children}
      <p>
        <LinkButton href={paths.desk[language]} secondary>
          {words[language].next}
        </LinkButton>
      </p>
    </Result>
  )
}

/** The answer about the card in hand, above the questions. */
export const Head = (props: AskProps) => {
  const { language, at, card, unit, recent, today, limit, turned } = props
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
  const repeated = <p>{t.repeated(earlier, recent.usedAt, at.event !== null)}</p>
  return (
    <Result outcome="hold" title={turned ? turnedWords[language].hold : t.repeat}>
      {turned ? (
        <ForClerk language={language} title={t.repeat}>
          {repeated}
        </ForClerk>
      ) : (
        repeated
      )}
      {standing}
      <p>
        <LinkButton href={paths.desk[language]} secondary>
          {turned ? t.next : t.recordNothing}
        </LinkButton>
      </p>
    </Result>
  )
}
