import type { Child } from 'hono/jsx'
import { cardPage } from '../consents/words.ts'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import type { Language } from '../i18n/translated.ts'
import { Button, ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Given } from './answer-queries.ts'
import { holderWords } from './holder-words.ts'
import { type Instrument, type LinkState, type OpenRound, textIn } from './rules.ts'
import { answerPaths, words } from './words.ts'

/** A page that is handed to the holder: one thing on it, no menu, nobody's name, kept by no browser. */
const handed = (language: HolderLanguage, title: string, main: Child): Page => {
  const { tag, direction } = aboutLanguages[language]
  return { title, kind: 'desk', main, handed: { lang: tag, direction } }
}

type StartProps = { language: HolderLanguage; token: string; state: 'fresh' | 'here'; count: number }

export const startPage = ({ language, token, state, count }: StartProps): Page => {
  const t = holderWords[language]
  const first = fill(answerPaths.question, { token, question: 1 })
  return handed(
    language,
    t.title,
    <>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <ul>
        {t.may.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p>
        {t.question} <bdi>1–{count}</bdi>
      </p>
      {state === 'here' ? (
        <LinkButton big href={first}>
          {t.begin}
        </LinkButton>
      ) : (
        <PostButton big action={fill(answerPaths.link, { token })}>
          {t.begin}
        </PostButton>
      )}
    </>,
  )
}

type QuestionProps = {
  language: HolderLanguage
  token: string
  instrument: Instrument
  question: number
  /** The answer so far, when there is one. */
  given: Given | undefined
  problem: boolean
}

/** One question, its answers as big buttons, and the ways past it. */
export const questionPage = (props: QuestionProps): Page => {
  const { language, token, instrument, question, given, problem } = props
  const t = holderWords[language]
  const { falls } = aboutLanguages[language]
  const text = textIn(instrument.items[question - 1]!, language, falls)
  const at = (number: number) => fill(answerPaths.question, { token, question: number })
  return handed(
    language,
    `${question}/${instrument.items.length} ${text}`,
    <>
      <p class="step">
        {t.question}{' '}
        <bdi>
          {question}/{instrument.items.length}
        </bdi>
      </p>
      <p>{textIn(instrument.lead, language, falls)}</p>
      <h1>{text}</h1>
      {problem && <p class="problem">{t.choose}</p>}
      <form method="post" action={at(question)}>
        <ul class="answers">
          {instrument.scale.map(({ points, labels }) => (
            <li>
              <Button big secondary={given?.points !== points} name="points" value={String(points)}>
                {textIn(labels, language, falls)}
                {given?.points === points && <span class="vh">. {t.chosen}</span>}
              </Button>
            </li>
          ))}
        </ul>
        <Button secondary name="points" value="skip">
          {t.skip}
          {given?.isAnswered === false && <span class="vh">. {t.skipped}</span>}
        </Button>
      </form>
      <ButtonRow>
        <LinkButton secondary href={question > 1 ? at(question - 1) : fill(answerPaths.link, { token })}>
          {t.back}
        </LinkButton>
        <LinkButton secondary href={fill(answerPaths.send, { token })}>
          {t.stop}
        </LinkButton>
      </ButtonRow>
    </>,
  )
}

type SendProps = {
  language: HolderLanguage
  token: string
  answered: number
  count: number
  /** The question to go back to. */
  last: number
}

/** After the last question, and for whoever stops before: hand in, or take back. */
export const sendPage = ({ language, token, answered, count, last }: SendProps): Page => {
  const t = holderWords[language]
  return handed(
    language,
    t.sendTitle,
    <>
      <h1>{t.sendTitle}</h1>
      <p>
        {t.answered}{' '}
        <bdi>
          {answered}/{count}
        </bdi>
      </p>
      <form method="post" action={fill(answerPaths.send, { token })}>
        <ul class="answers">
          <li>
            <Button big name="keep" value="yes">
              {t.send}
            </Button>
          </li>
          <li>
            <Button big secondary name="keep" value="no">
              {t.discard}
            </Button>
          </li>
        </ul>
      </form>
      <LinkButton secondary href={fill(answerPaths.question, { token, question: last })}>
        {t.back}
      </LinkButton>
    </>,
  )
}

type OverProps = {
  language: HolderLanguage
  state: Exclude<LinkState, 'fresh' | 'here'>
  round: OpenRound
  /** The language of the worker who is signed in here; null on the holder's own phone. */
  staff: Language | null
}

/** Thanks; or why the link shows nothing. On the office's screen with the way back, which shows no answers. */
export const overPage = ({ language, state, round, staff }: OverProps): Page => {
  const t = holderWords[language]
  const said = { finished: t.thanks, ended: t.ended, elsewhere: t.elsewhere }[state]
  const text = { finished: t.thanksText, ended: t.endedText, elsewhere: t.elsewhereText }[state]
  const isScreen = round.way === 'screen'
  const back = staff ?? aboutLanguages[language].falls
  return handed(
    language,
    said,
    <>
      <h1>{said}</h1>
      {state === 'finished' && isScreen && <p class="lead">{t.handBack}</p>}
      <p>{text}</p>
      {state === 'finished' && !isScreen && <p>{t.close}</p>}
      {isScreen && round.cardId !== null && (
        <p lang={back} dir="ltr">
          <a href={fill(cardPage[back], { card: round.cardId })}>{words[back].forStaff}</a>
        </p>
      )}
    </>,
  )
}
