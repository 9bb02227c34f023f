import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button } from '../web/components/button.tsx'
import { CodeField } from '../web/components/field.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { paths, words } from './ledger-words.ts'

/** Where a card is asked for by its code, which stands in no address. */
export const findPage = (language: Language, typed: Typed): Page => {
  const t = words[language]
  const problems = sayProblems(typed.problems, t.problems)
  return {
    title: t.byCode,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={problems.list} />
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.stock[language] }]}
          here={t.byCode}
        />
        <h1>{t.byCode}</h1>
        <form method="post" action={paths.find[language]} novalidate>
          <CodeField
            name="code"
            label={t.code}
            hint={t.codeHint}
            value={typed.values.code}
            problem={problems.at('code')}
            first
          />
          <Button>{t.findCode}</Button>
        </form>
      </>
    ),
  }
}

/** A card that was registered before cards had numbers: nothing more is known of it here. */
export const foundOldPage = (language: Language): Page => {
  const t = words[language]
  return {
    title: t.foundOld,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.stock[language] }]}
          here={t.foundOld}
        />
        <Notice kind="info" title={t.foundOld} level={1}>
          <p>{t.foundOldWhy}</p>
        </Notice>
      </>
    ),
  }
}
