import { raw } from 'hono/html'
import { formatCode } from '../codes/shape-rules.ts'
import { pageDataOf } from '../desk/app-view.tsx'
import { starts } from '../desk/forms.ts'
import { childChips } from '../desk/rules.ts'
import { ticketsText } from '../desk/views.tsx'
import { paths, words } from '../desk/words.ts'
import type { Language } from '../i18n/translated.ts'
import { explain } from '../uses/explain-words.ts'
import { clientScript } from '../web/assets.ts'
import { ActionBar, Button, LinkButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { EventBar } from '../web/components/event-bar.tsx'
import { Notice } from '../web/components/notice.tsx'
import { Result } from '../web/components/result.tsx'
import type { Page } from '../web/page.ts'
import {
  type PracticeCard,
  practiceAge,
  practiceCards,
  practiceChildren,
  practiceLastDay,
  practiceNames,
} from './cards.ts'
import { practicePaths, practiceWords } from './words.ts'

export const practiceScript = clientScript(new URL('./practice.client.ts', import.meta.url))

/** Where the walk is: no card yet, a card in hand, or its tickets. It stands in the address, and nowhere else. */
export type Walk = {
  card: PracticeCard | null
  done: { adults: number; children: number } | null
  undone: boolean
}

type Props = { language: Language; now: Date; walk: Walk }

const Buttons = ({ language }: { language: Language }) => {
  const t = practiceWords[language]
  return (
    <section aria-labelledby="practice-cards">
      <h2 id="practice-cards">{t.choose}</h2>
      <p class="hint">{t.chooseHint}</p>
      <div class="row buttons">
        {practiceNames.map((name) => (
          <a class="btn sec" href={`?card=${name}`} data-practice-card={practiceCards[name]}>
            {t.cards[name].label}
          </a>
        ))}
      </div>
      <p>
        <a href={paths.desk[language]}>{t.end}</a>
      </p>
    </section>
  )
}

const refusals = {
  expired: 'card-expired',
  replaced: 'card-replaced',
  'not-registered': 'card-not-registered',
} as const
type Refused = keyof typeof refusals

/** The same words as at the desk. */
const explained = (language: Language, now: Date, card: Refused) => {
  const facts = { recent: null, exception: null, limit: null }
  const known = { validUntil: practiceLastDay(card, now), children: 0 }
  return explain(language, refusals[card], { ...facts, card: known })
}

/** What the desk would answer, and what to do. */
const Refused = ({ language, now, card }: { language: Language; now: Date; card: PracticeCard }) => {
  if (!(card in refusals)) return <Result outcome="no" title={words[language].problems.check} />
  const { what, why, still, next } = explained(language, now, card as Refused)
  return (
    <Result outcome="no" title={what}>
      <p>{next}</p>
      <p>{still}</p>
      <p>{why}</p>
    </Result>
  )
}

const chips = (name: 'adults' | 'children', numbers: readonly number[]) => ({
  ...{ name, value: starts[name], big: true },
  choices: numbers.map((number) => ({ value: String(number), label: String(number) })),
})

/** A form without a sending: the answers go into the address of the next page. */
const Ask = ({ language, now, card }: { language: Language; now: Date; card: PracticeCard }) => {
  const t = words[language]
  const isCommunity = card === 'community'
  const isOffline = card === 'offline'
  const registered = card === 'children' ? practiceChildren : 0
  return (
    <form method="get">
      <input type="hidden" name="card" value={card} />
      <Result outcome={isOffline ? 'hold' : 'ok'} title={isCommunity ? t.community : t.valid}>
        <p>{isOffline ? practiceWords[language].offlineDone : t.until(practiceLastDay(card, now))}</p>
        <p>
          {t.card} <CodeEnd lastFour={practiceCards[card].slice(-4)} />
        </p>
      </Result>
      {isCommunity && <ChipGroup {...chips('adults', [1, 2, 3, 4])} label={t.workers} />}
      <ChipGroup
        {...chips('children', isCommunity ? [0, 1, 2, 3, 4] : childChips(registered))}
        label={isCommunity ? t.clients(practiceAge) : t.children}
        hint={isCommunity ? t.clientsHint : t.childrenHint(registered, practiceAge)}
      />
      <input type="hidden" name="done" value="yes" />
      <ActionBar>
        <Button>{t.record}</Button>
      </ActionBar>
    </form>
  )
}

const Done = ({ language, walk }: Props) => {
  const t = practiceWords[language]
  const { card, done, undone } = walk
  const again = `?card=${card}&done=yes&adults=${done!.adults}&children=${done!.children}&undone=yes`
  return (
    <Result
      outcome={undone || card === 'offline' ? 'hold' : 'ok'}
      title={undone ? words[language].undone : t.done}
      action={
        !undone && (
          <LinkButton href={again} secondary>
            {t.undo}
          </LinkButton>
        )
      }
    >
      <p>
        {ticketsText(language, { ...done!, companions: 0 })} ·{' '}
        <CodeEnd lastFour={practiceCards[card!].slice(-4)} />
      </p>
      {card === 'offline' && <p>{t.offlineDone}</p>}
    </Result>
  )
}

const isRefused = (card: PracticeCard) => ['expired', 'not-registered', 'replaced', 'typo'].includes(card)

const Step = (props: Props) => {
  const { language, now, walk } = props
  const { card, done } = walk
  if (!card) return <p>{practiceWords[language].start}</p>
  if (done) return <Done {...props} />
  return isRefused(card) ? <Refused {...{ language, now, card }} /> : <Ask {...{ language, now, card }} />
}

const Means = ({ language, card }: { language: Language; card: PracticeCard }) => {
  const t = practiceWords[language]
  return (
    <Notice kind="info" title={t.means}>
      <p>{t.cards[card].means}</p>
      <p>{formatCode(practiceCards[card])}</p>
    </Notice>
  )
}

/** With a script the desk itself stands in the middle, on a register of its own; without one the walk is pages. */
export const practicePage = (props: Props): Page => {
  const { language, walk, now } = props
  const t = practiceWords[language]
  const data = {
    page: { ...pageDataOf(language, null, false), modes: [] },
    practice: t,
    cards: practiceCards,
    explained: Object.fromEntries(
      (Object.keys(refusals) as Refused[]).map((card) => [card, explained(language, now, card)]),
    ),
  }
  return {
    title: t.title,
    kind: 'desk',
    bare: { home: paths.desk[language] },
    scripts: [practiceScript],
    main: (
      <>
        <Notice kind="warn" title={t.bar} level={2}>
          <p>{t.text}</p>
          <p hidden data-practice-net>
            <button class="btn sec" type="button">
              {t.netBack}
            </button>
          </p>
        </Notice>
        <div role="status" data-practice-means></div>
        <div data-practice>
          <EventBar title={words[language].hereToday} detail={t.site} />
          <h1>{t.title}</h1>
          {walk.card && !walk.done && <Means language={language} card={walk.card} />}
          <Step {...props} />
          {walk.card && (
            <p>
              <a href={practicePaths.practice[language]}>{t.another}</a>
            </p>
          )}
        </div>
        <Buttons language={language} />
        <script type="application/json" id="desk-practice">
          {raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}
        </script>
      </>
    ),
  }
}
