import { formatDay, formatNumber, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { correctionWords } from '../publications/correction-words.ts'
import type { Figure } from '../publications/rules.ts'
import { periodName, publicationWords, tableName } from '../publications/words.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { tableHref } from './data-package.ts'
import { Citation, type Sized } from './page-view.tsx'
import { figuresIn, kilobytes, publicTables, tableKey } from './rules.ts'
import { openDataWords, paths } from './words.ts'

/** One publication: by what it is known, and each of its tables as a file. */
export const publicationPage = (
  language: Language,
  { origin, publication, figures }: { origin: string; publication: Sized; figures: readonly Figure[] },
): Page => {
  const t = openDataWords[language]
  const words = publicationWords[language]
  const { number, period, asOf, publishedAt, digest, correctionsDigest, size } = publication
  const name = periodName(language, period)
  const title = t.publication(number, name)
  const rows = publicTables(period).map((table) => ({ ...table, figures: figuresIn(figures, table) }))
  return {
    title,
    kind: 'public',
    description: t.publicationDescription(name),
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.page[language] }]}
          here={title}
        />
        <h1>{title}</h1>
        <SummaryList
          rows={[
            { label: t.asOf, value: formatDay(language, dayOf(asOf)) },
            { label: t.published, value: formatDay(language, dayOf(publishedAt)) },
            { label: t.digest, value: <code>{digest}</code> },
            ...(correctionsDigest
              ? [{ label: correctionWords[language].digest, value: <code>{correctionsDigest}</code> }]
              : []),
          ]}
        />
        <p class="downloads">
          <a href={fill(paths.figures, { publication: number })}>
            {t.figuresOf(name)} ({t.figuresFile(kilobytes(size))})
          </a>
          {correctionsDigest && (
            <a href={fill(paths.corrections, { publication: number })}>{correctionWords[language].file}</a>
          )}
          <a href={fill(paths.ownPackage, { publication: number })}>{t.ownPackage}</a>
        </p>
        <Table
          id="tables"
          shape="stack"
          caption={t.tables}
          empty={t.none}
          rows={rows}
          columns={[
            {
              label: t.table,
              header: true,
              cell: ({ measure, division }) => tableName(language, measure, division),
            },
            { label: t.levels, cell: ({ levels }) => levels.map((level) => words.levels[level]).join(', ') },
            {
              label: t.figures,
              number: true,
              cell: ({ figures }) => formatNumber(language, figures.length),
            },
            {
              label: t.hiddenCount,
              number: true,
              cell: ({ figures }) =>
                formatNumber(language, figures.filter(({ count }) => count === null).length),
            },
            {
              label: t.files,
              cell: (table) => (
                <a href={tableHref(language, number, tableKey(table))}>
                  JSON-stat<span class="vh"> {tableName(language, table.measure, table.division)}</span>
                </a>
              ),
            },
          ]}
        />
        <Citation language={language} origin={origin} publication={publication} />
      </>
    ),
  }
}
