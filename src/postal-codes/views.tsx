import { paths as homes } from '../homes/words.ts'
import type { Language } from '../i18n/translated.ts'
import { municipalityName } from '../network/rules.ts'
import { Button } from '../web/components/button.tsx'
import { NumberField } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import type { CodeList } from './queries.ts'
import type { FoundHome } from './rules.ts'
import { paths, words } from './words.ts'

type Props = {
  language: Language
  typed: string
  /** Null when nothing was asked, or what was asked is no postal code. */
  found: FoundHome | null
  sources: readonly CodeList[]
}

/** Where a postal code lies, and what the list is: source, terms, date. */
export const PostalCodesPage = ({ language, typed, found, sources }: Props): Page => {
  const t = words[language]
  const problem = typed.trim() !== '' && found === null ? t.form : undefined
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={problem ? [{ name: 'code', text: problem }] : []} />
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <form method="get" action={paths.list[language]}>
          <NumberField name="code" label={t.code} width={6} value={typed} problem={problem} />
          <p>
            <Button>{t.find}</Button>
          </p>
        </form>
        {found && <Answer language={language} found={found} />}
        <h2>{t.sources}</h2>
        {sources.length === 0 && <p>{t.none}</p>}
        {sources.map((list) => (
          <SummaryList
            rows={[
              { label: t.source, value: list.source },
              { label: t.licence, value: list.licence },
              { label: t.listed, value: t.day(list.listedOn) },
              { label: t.codes, value: t.number(list.codes) },
            ]}
          />
        ))}
        <p>{t.haparanda}</p>
        <p>
          <a href={homes.list[language]}>{t.homes}</a>
        </p>
      </>
    ),
  }
}

const Answer = ({ language, found: { home } }: { language: Language; found: FoundHome }) => {
  const t = words[language]
  if (home === null) return <Notice kind="info" title={t.unknown} />
  const name = municipalityName(home, language)
  return (
    <Notice kind={home.isServed ? 'ok' : 'info'} title={home.isServed ? t.inUse(name) : t.outside(name)} />
  )
}
