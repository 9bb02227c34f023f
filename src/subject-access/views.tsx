import type { Child } from 'hono/jsx'
import { formatDay, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { CodeField } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { CardSections } from './card-view.tsx'
import type { Problem } from './forms.ts'
import { type Look, looksOf, type SubjectData } from './rules.ts'
import { paths, words } from './words.ts'

type AskProps = { language: Language; typed: Typed; erased: boolean }

export const AskPage = ({ language, typed, erased }: AskProps): Page => {
  const t = words[language]
  const problem = typed.problems.code && t.problems[typed.problems.code as Problem]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={problem ? [{ name: 'code', text: problem }] : []} />
        {erased && (
          <Notice kind="ok" title={t.erased}>
            <p>{t.erasedText}</p>
          </Notice>
        )}
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <form method="post" action={paths.ask[language]} novalidate>
          <CodeField
            name="code"
            label={t.code}
            hint={t.codeHint}
            value={typed.values.code}
            problem={problem || undefined}
            first
          />
          <Button>{t.show}</Button>
        </form>
        <h2>{t.beforeTitle}</h2>
        <ul>
          {t.before.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </>
    ),
  }
}

type SubjectProps = { language: Language; card: number; data: SubjectData; today: Day }

/** One page with all of it, to read together or to print. */
export const SubjectPage = ({ language, card, data, today }: SubjectProps): Page => {
  const t = words[language]
  const columns: Column<Look>[] = [
    { label: t.day, cell: ({ day }) => formatDay(language, day), header: true },
    { label: t.place, cell: ({ place }) => place ?? t.keepers },
    { label: t.whatDone, cell: ({ deed }) => t.deeds[deed] },
    { label: t.times, cell: ({ times }) => String(times), number: true },
  ]
  const title: Child = (
    <>
      {t.dataTitle} <CodeEnd lastFour={String(data.card[0]!.code_tail)} />
    </>
  )
  return {
    title: t.dataTitle,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.ask[language] }]}
          here={t.dataTitle}
        />
        <h1>{title}</h1>
        <p class="lead">{t.dataLead(formatDay(language, today))}</p>
        <ButtonRow>
          <LinkButton href={fill(paths.json[language], { card })}>{t.takeJson}</LinkButton>
          <LinkButton href={fill(paths.erase[language], { card })} secondary>
            {t.toErase}
          </LinkButton>
        </ButtonRow>
        <p class="hint">{t.printHint}</p>
        <CardSections language={language} data={data} />
        <Table
          id="looks"
          caption={t.looks}
          shape="stack"
          columns={columns}
          rows={looksOf(data.log)}
          empty={t.nothing}
        />
        <p>{t.looksText}</p>
        <h2>{t.notHere}</h2>
        <ul>
          {t.notHereList.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </>
    ),
  }
}
