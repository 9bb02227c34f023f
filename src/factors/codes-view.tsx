import { paths as accounts } from '../accounts/words.ts'
import type { Language } from '../i18n/translated.ts'
import { Button, PostButton } from '../web/components/button.tsx'
import { Code } from '../web/components/code.tsx'
import type { Page } from '../web/page.ts'
import { shownMinutes } from './rules.ts'
import { paths, words } from './words.ts'

type CodesProps = {
  language: Language
  email: string
  /** Codes that were just made: they can be read until they are said to be saved. */
  codes: string[]
  left: number
  next: string | null
}

export const CodesPage = ({ language, email, codes, left, next }: CodesProps): Page => {
  const t = words[language]
  const title = codes.length > 0 ? t.codesNew : t.codes
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{t.codesWhat}</p>
        {codes.length > 0 ? (
          <>
            <p>{t.codesNewHow(shownMinutes)}</p>
            <h2>{t.codesFor(email)}</h2>
            <ol>
              {codes.map((code) => (
                <li>
                  <code>
                    <Code>{code}</Code>
                  </code>
                </li>
              ))}
            </ol>
            <p hidden data-with-script="true">
              <button class="btn sec" type="button" data-print="true">
                {t.print}
              </button>
            </p>
            <form method="post" action={paths.codesSaved[language]}>
              {next && <input type="hidden" name="next" value={next} />}
              <Button>{t.saved}</Button>
            </form>
          </>
        ) : (
          <>
            <p>{t.codesLeft(left)}</p>
            <p>{t.makeCodesThen}</p>
            <PostButton action={paths.codes[language]}>{t.makeCodes}</PostButton>
            <p>
              <a href={accounts.secondFactor[language]}>{t.back}</a>
            </p>
          </>
        )}
      </>
    ),
  }
}
