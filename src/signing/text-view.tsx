import { type BindingLanguage, type Commitment, languages, type Texts } from '../commitments/rules.ts'
import { languageNames } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { linesOf, textIn } from './rules.ts'
import { words } from './words.ts'

type Props = {
  /** The page's. */
  language: Language
  /** The text's. */
  shown: BindingLanguage
  commitment: Pick<Commitment, 'content' | 'bindingLanguage'>
  /** The address of the page with the text in another language; null on paper. */
  addressOf: ((language: BindingLanguage) => string) | null
}

/** The language of the text that an address asks for; the page's own unless it does. */
export const shownLanguage = (query: URLSearchParams, language: Language): BindingLanguage =>
  languages.find((one) => one === query.get('text')) ?? language

const LanguageChoice = ({ language, shown, addressOf }: Props) =>
  addressOf && (
    <p>
      {words[language].readIn}:{' '}
      {languages.map((one, index) => (
        <>
          {index > 0 && ' · '}
          {one === shown ? (
            <strong lang={one}>{languageNames[one]}</strong>
          ) : (
            <a href={addressOf(one)} lang={one}>
              {languageNames[one]}
            </a>
          )}
        </>
      ))}
    </p>
  )

/** What is agreed on: five points first, the whole text, and apart from it what was added to this commitment alone. */
export const CommitmentText = (props: Props) => {
  const { language, shown, commitment } = props
  const t = words[language]
  const { content, bindingLanguage } = commitment
  const said = (texts: Texts) => textIn(texts, shown, bindingLanguage)
  const summary = said(content.summary)
  const additions = content.additions && said(content.additions)
  return (
    <>
      <h2>{t.summary}</h2>
      <ul lang={summary.lang}>
        {linesOf(summary.text).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <h2>{t.text}</h2>
      <LanguageChoice {...props} />
      <p class="hint">{t.binding[bindingLanguage]}</p>
      {content.clauses.map(({ number, heading, text }) => {
        const [head, body] = [said(heading), said(text)]
        return (
          <section class="clause">
            <h3 lang={head.lang}>
              {number}. {head.text}
            </h3>
            {linesOf(body.text).map((line) => (
              <p lang={body.lang}>{line}</p>
            ))}
          </section>
        )
      })}
      {additions && additions.text.trim() !== '' && (
        <section class="clause">
          <h2>{t.additions}</h2>
          <p class="hint">{t.additionsLead}</p>
          {linesOf(additions.text).map((line) => (
            <p lang={additions.lang}>{line}</p>
          ))}
        </section>
      )}
    </>
  )
}
