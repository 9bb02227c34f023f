import type { Language } from '../i18n/translated.ts'
import { looksLikeIdentityCode } from '../lib/identity-code.ts'
import { Button } from '../web/components/button.tsx'
import { CodeField } from '../web/components/field.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { lifePaths, lifeWords } from './life-words.ts'
import { words } from './words.ts'

/** A code leads to the card's page: the way in with the card in hand. */
export const findPage = ({ language, typed }: { language: Language; typed: Typed }): Page => {
  const t = lifeWords[language]
  const texts: Record<string, string> = {
    ...words[language].problems({ minimumAge: 0, latestBirthYear: 0, maximumChildren: 0, issuedOn: null }),
    'other-unit': t.otherUnit,
    'in-stock': t.inStock,
  }
  const slug = typed.problems.code
  const problem = slug === undefined ? undefined : (texts[slug] ?? slug)
  const { code = '' } = typed.values
  return {
    title: t.find,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={problem ? [{ name: 'code', text: problem }] : []} />
        <h1>{t.find}</h1>
        <p>{t.findLead}</p>
        <form method="post" action={lifePaths.find[language]} novalidate>
          <CodeField
            name="code"
            label={t.code}
            hint={t.codeHint}
            value={looksLikeIdentityCode(code) ? '' : code}
            problem={problem}
            first={!problem}
          />
          <Button>{t.find}</Button>
        </form>
      </>
    ),
  }
}
