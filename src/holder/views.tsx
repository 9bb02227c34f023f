import { languageNames } from '../i18n/common-words.ts'
import { type Language, languages } from '../i18n/translated.ts'
import { clientScript } from '../web/assets.ts'
import { Button } from '../web/components/button.tsx'
import { CodeField, NumberField } from '../web/components/field.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { shown } from './forms.ts'
import { KeptCard } from './kept-views.tsx'
import { paths, words } from './words.ts'

export const script = clientScript(new URL('./holder.client.ts', import.meta.url))

type FormProps = {
  language: Language
  typed: Typed
  /** The QR code of a card led here: its code is behind the #, where only the browser sees it. */
  fromQr: boolean
  /** Whether sites take a card shown on a phone. */
  isAccepted: boolean
  /** Only in the demo: an invented card to try with. */
  practice: { code: string; birthYear: number } | null
}

/** The short address has no language of its own, so the page says which others there are. */
const OtherLanguages = ({ language }: { language: Language }) => (
  <p>
    {languages
      .filter((other) => other !== language)
      .map((other) => (
        <>
          <a href={paths.own[other]} lang={other} hreflang={other}>
            {languageNames[other]}
          </a>{' '}
        </>
      ))}
  </p>
)

const Form = ({ language, typed, fromQr, isAccepted, practice }: FormProps) => {
  const t = words[language]
  const { list, at } = sayProblems(typed.problems, t.problems)
  return (
    <>
      <ProblemSummary language={language} problems={list} />
      <h1>{t.title}</h1>
      <KeptCard language={language} isAccepted={isAccepted} />
      <p class="lead">{t.lead}</p>
      {fromQr && (
        <p data-came={t.codeCame} role="status">
          {t.typeIt}
        </p>
      )}
      {practice && <p>{t.practice(practice.code.replace('-', '\u2011'), practice.birthYear)}</p>}
      <form method="post" action={paths.own[language]} novalidate data-from-qr={fromQr ? 'yes' : undefined}>
        <CodeField
          name="code"
          label={t.code}
          hint={t.codeHint}
          value={shown(typed.values.code)}
          problem={at('code')}
        />
        <NumberField
          name="birthYear"
          label={t.birthYear}
          hint={t.birthYearHint}
          value={shown(typed.values.birthYear)}
          problem={at('birthYear')}
        />
        <p>{t.privacy}</p>
        <Button big>{t.submit}</Button>
      </form>
      {fromQr && <OtherLanguages language={language} />}
      <h2>{t.oldCards}</h2>
      <p>{t.oldCardsText}</p>
    </>
  )
}

/** A code and a birth year, both always; above them the card that this browser keeps, when it keeps one. */
export const formPage = (props: FormProps): Page => {
  const t = words[props.language]
  return {
    title: t.title,
    kind: 'public',
    description: t.description,
    scripts: [script],
    main: (
      <div class="reading">
        <Form {...props} />
      </div>
    ),
  }
}
