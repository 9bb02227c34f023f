import type { OwnCard } from '../cards/queries.ts'
import { cardPage, paths as consents } from '../consents/words.ts'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import type { Language } from '../i18n/translated.ts'
import { Button, ButtonRow } from '../web/components/button.tsx'
import { Checkbox } from '../web/components/choices.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { Select } from '../web/components/field.tsx'
import { fieldId } from '../web/components/field-ids.ts'
import { sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { RoundStanding } from './round-view.tsx'
import { type Round, ways } from './rules.ts'
import { paths, words } from './words.ts'

export type AskProps = {
  language: Language
  card: OwnCard
  /** The latest first. */
  rounds: readonly Round[]
  now: Date
  /** The link of an open round, whole. */
  link: string | null
  /** Null when nothing can be asked: the card is closed, or it is answered or open already. */
  form: FormProps | null
}

export type FormProps = {
  isPlaceholder: boolean
  languages: readonly HolderLanguage[]
  chosen: HolderLanguage
  said: string
  /** The same words in the worker's language, when that is another. */
  saidHere: string | null
  hasConsent: boolean
  typed: Typed
}

/** What the issuer sees of the questions of one card: how far they are, never what was answered. */
export const askPage = (props: AskProps): Page => {
  const { language, card, form } = props
  const t = words[language]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        {form && (
          <ProblemSummary language={language} problems={sayProblems(form.typed.problems, t.problems).list} />
        )}
        <h1>
          {t.title} <CodeEnd lastFour={card.tail} />
        </h1>
        <p class="lead">{t.lead}</p>
        <RoundStanding {...props} />
        {form && <AskForm language={language} card={card} {...form} />}
        {card.state !== 'registered' && <p>{t.problems['card-closed']}</p>}
        <p class="row">
          <a href={fill(cardPage[language], { card: card.id })}>{t.toCard}</a>
          <a href={fill(consents.consents[language], { card: card.id })}>{t.toConsents}</a>
        </p>
      </>
    ),
  }
}

const AskForm = (props: FormProps & { language: Language; card: OwnCard }) => {
  const { language, card, chosen, typed } = props
  const t = words[language]
  const { at } = sayProblems(typed.problems, t.problems)
  const action = fill(paths.ask[language], { card: card.id })
  const about = aboutLanguages[chosen]
  return (
    <>
      {props.isPlaceholder && (
        <Notice kind="info" title={t.placeholder}>
          <p>{t.placeholderText}</p>
        </Notice>
      )}
      <form method="get" action={action}>
        <Select
          name="language"
          label={t.language}
          value={chosen}
          problem={at('language')}
          options={props.languages.map((one) => ({
            value: one,
            label: aboutLanguages[one].name,
            lang: aboutLanguages[one].tag,
          }))}
        />
        <Button secondary>{t.change}</Button>
      </form>
      <form method="post" action={action} novalidate>
        <input type="hidden" name="language" value={chosen} />
        <h2>{t.consent}</h2>
        {props.hasConsent ? (
          <p>{t.hasAgreed}</p>
        ) : (
          <>
            <p class="hint">{t.consentHint}</p>
            <blockquote lang={about.tag} dir={about.direction}>
              {props.said}
            </blockquote>
            {props.saidHere && (
              <details>
                <summary>{t.consentHere}</summary>
                <blockquote>{props.saidHere}</blockquote>
              </details>
            )}
            <Checkbox
              name="consent"
              label={t.agrees}
              checked={typed.values.consent === 'yes'}
              problem={at('consent')}
            />
          </>
        )}
        <h2 id={fieldId('way')}>{t.way}</h2>
        <p class="hint">{t.waysHint}</p>
        <ButtonRow>
          {ways.map((way) => (
            <Button secondary={way === 'phone'} name="way" value={way}>
              {t.ways[way]}
            </Button>
          ))}
        </ButtonRow>
      </form>
    </>
  )
}
