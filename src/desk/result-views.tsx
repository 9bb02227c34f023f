import type { Child } from 'hono/jsx'
import type { CardRefusal } from '../cards/rules.ts'
import { formatTime, type Language } from '../i18n/translated.ts'
import { type ExplainFacts, explain } from '../uses/explain-words.ts'
import type { PlaceRefusal } from '../uses/rules.ts'
import { ActionBar, LinkButton } from '../web/components/button.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { Result } from '../web/components/result.tsx'
import type { Page } from '../web/page.ts'
import { checkMinutes } from './rules.ts'
import { ForClerk } from './turned-views.tsx'
import { turnedWords } from './turned-words.ts'
import { type CheckProps, type ShownUse, Standing, ticketsText, UndoButton } from './views.tsx'
import { WaitForm, WaitProblems, type WaitProps, WaitWhy } from './wait-views.tsx'
import { waitWords } from './wait-words.ts'
import { paths, words } from './words.ts'

/** The way on from a page that asks nothing. */
const Next = ({ language, label }: { language: Language; label: string }) => (
  <ActionBar>
    <LinkButton href={paths.desk[language]}>{label}</LinkButton>
  </ActionBar>
)

type RecordedProps = CheckProps & { use: ShownUse; turned: boolean }

/** A check that has led to a record, or to one undone: a tap on “back” ends here, and records nothing twice. */
export const recordedPage = ({ language, at, use, turned }: RecordedProps): Page => {
  const t = words[language]
  const said = use.waits && !turned ? waitWords[language] : t
  const title = use.cancelledAt ? t.undone : said.already
  return {
    title,
    kind: 'desk',
    main: (
      <>
        <Standing language={language} at={at} />
        <Result
          outcome={use.cancelledAt || use.waits ? 'hold' : 'ok'}
          title={title}
          action={use.mayUndo && <UndoButton language={language} use={use} />}
        >
          <p>
            {formatTime(language, use.usedAt)} · {ticketsText(language, use)} ·{' '}
            <CodeEnd lastFour={use.tail} />
          </p>
          {!use.cancelledAt && <p>{said.alreadyAdvice}</p>}
        </Result>
        <Next language={language} label={t.next} />
      </>
    ),
  }
}

export const stalePage = ({ language, at }: CheckProps): Page => {
  const t = words[language]
  return {
    title: t.stale,
    kind: 'desk',
    main: (
      <>
        <Standing language={language} at={at} />
        <Result outcome="hold" title={t.stale}>
          <p>{t.staleAdvice(checkMinutes)}</p>
        </Result>
        <Next language={language} label={t.again} />
      </>
    ),
  }
}

type RefusalProps = { language: Language; title: string; turned: string | null; children: Child }

/** What is refused; or, where the customer sees the screen, neutral words and the reason for the clerk alone. */
const Refusal = ({ language, title, turned, children }: RefusalProps) => (
  <Result outcome={turned === turnedWords[language].hold ? 'hold' : 'no'} title={turned ?? title}>
    {turned === null ? (
      children
    ) : (
      <>
        {turned === turnedWords[language].refused && <p>{turnedWords[language].ask}</p>}
        <ForClerk language={language} title={title}>
          {children}
        </ForClerk>
      </>
    )}
  </Result>
)

/** No ticket with this card: what is so, what to do, what still works, and by which rule. Never a word about the holder. */
export const refusedPage = ({
  language,
  at,
  check,
  refusal,
  facts,
  tail,
  wait,
  turned,
}: CheckProps & {
  refusal: CardRefusal | PlaceRefusal | 'limit-reached'
  facts: ExplainFacts
  tail: string | null
  /** The way to give the ticket all the same, where the site has chosen so. */
  wait: WaitProps | null
  /** The screen is turned to the customer. */
  turned: boolean
}): Page => {
  const t = words[language]
  const { what, why, still, next } = explain(language, refusal, facts)
  const { refused, hold } = turnedWords[language]
  const neutral = turned ? (wait ? hold : refused) : null
  return {
    title: neutral ?? what,
    kind: 'desk',
    main: (
      <>
        {wait && <WaitProblems {...wait} />}
        <Standing language={language} at={at} check={check} />
        <Refusal language={language} title={what} turned={neutral}>
          <p>{next}</p>
          <p>{still}</p>
          <p>{why}</p>
          {tail && (
            <p>
              {t.card} <CodeEnd lastFour={tail} />
            </p>
          )}
          {wait && turned && <WaitWhy {...wait} />}
        </Refusal>
        {wait && <WaitForm {...wait} turned={turned} />}
        <Next language={language} label={t.next} />
      </>
    ),
  }
}
