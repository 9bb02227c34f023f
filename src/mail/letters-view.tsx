import type { Language } from '../i18n/translated.ts'
import { type Letter, renderLetter } from '../lib/letter.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { paths, words } from './words.ts'

/** Every letter as plain text; the HTML of each is a page of its own, since our pages allow no style of theirs. */
export const LettersPage = (
  language: Language,
  letters: readonly { kind: string; letter: Letter }[],
): Page => {
  const t = words[language]
  return {
    title: t.letters,
    kind: 'staff',
    main: (
      <>
        <h1>{t.letters}</h1>
        <p>{t.lettersLead}</p>
        {letters.map(({ kind, letter }) => (
          <section aria-labelledby={`letter-${kind}`}>
            <h2 id={`letter-${kind}`}>{letter.subject}</h2>
            <p>
              <a href={fill(paths.letter[language], { kind })}>
                {t.asHtml}
                <span class="vh">: {letter.subject}</span>
              </a>
            </p>
            <pre class="letter">{renderLetter(letter, language).text}</pre>
          </section>
        ))}
      </>
    ),
  }
}
