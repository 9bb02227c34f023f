import { commonWords } from '../../i18n/common-words.ts'
import type { Language } from '../../i18n/translated.ts'
import { fieldId } from './field-ids.ts'

type ProblemSummaryProps = {
  language: Language
  /** Field name and the same words that stand at the field; an empty name is a problem of the whole form. */
  problems: readonly { name: string; text: string }[]
  /** False where it is only shown, as in the gallery. */
  takesFocus?: boolean
}

/**
 * First thing in `<main>` when a form comes back. Each line leads to its field. No live region:
 * a script moves the focus here, and a box that is both would be read twice.
 */
export const ProblemSummary = ({ language, problems, takesFocus = true }: ProblemSummaryProps) =>
  problems.length === 0 ? null : (
    <section
      class="problems"
      aria-labelledby="problems-title"
      tabindex={-1}
      data-focus={takesFocus ? 'true' : undefined}
    >
      <h2 id="problems-title">{commonWords[language].checkThese}</h2>
      <ul>
        {problems.map(({ name, text }) => (
          <li>{name === '' ? text : <a href={`#${fieldId(name)}`}>{text}</a>}</li>
        ))}
      </ul>
    </section>
  )
