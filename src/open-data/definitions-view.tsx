import type { Language } from '../i18n/translated.ts'
import { divisions, measures } from '../publications/rules.ts'
import { unitOf } from '../publications/unit-rules.ts'
import { publicationWords } from '../publications/words.ts'
import { openDataWords } from './words.ts'

/** What every measure counts, in which unit, and how it is divided. */
export const Definitions = ({ language }: { language: Language }) => {
  const t = openDataWords[language]
  const words = publicationWords[language]
  return (
    <>
      <h2 id="definitions">{t.definitions}</h2>
      <dl>
        {measures.map((measure) => (
          <>
            <dt>
              <strong>{words.measures[measure].name}</strong> <code>{measure}</code>
            </dt>
            <dd>
              {words.measures[measure].meaning} {t.unit}: {words.units[unitOf(measure)]}.
            </dd>
          </>
        ))}
      </dl>
      <h2>{t.divisions}</h2>
      <dl>
        {divisions.map((division) => (
          <>
            <dt>
              <strong>{words.divisions[division].name}</strong> <code>{division}</code>
            </dt>
            <dd>{words.divisions[division].meaning}</dd>
          </>
        ))}
      </dl>
    </>
  )
}
