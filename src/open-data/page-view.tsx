import { formatDay, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { closingNotes } from '../publications/closing-words.ts'
import { threshold, thresholdOf } from '../publications/lattice-rules.ts'
import { type ClosingState, daysUntilClosed } from '../publications/period-rules.ts'
import type { Publication } from '../publications/rules.ts'
import { periodName } from '../publications/words.ts'
import { DataBlock } from '../web/components/data-block.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Hero } from '../web/components/hero.tsx'
import { Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { datasetOf } from './data-package.ts'
import { Definitions } from './definitions-view.tsx'
import { kilobytes } from './rules.ts'
import { licence, openDataWords, paths, yearlyPath } from './words.ts'

/** A publication, and how large the file of its figures is, in bytes. */
export type Sized = Publication & { size: number }

type Props = { origin: string; closing: ClosingState; publications: readonly Sized[] }
type Part = { language: Language }

const pageOf = (language: Language, publication: number) => fill(paths.publication[language], { publication })

/** When the next quarter is closed, or that one is being closed right now. */
const sayClosing = (language: Language, closing: ClosingState, say: (on: string) => string) =>
  closing.kind === 'coming' ? say(closing.on) : closingNotes[language](closing, false)

const Publications = ({ language, closing, publications }: Part & Props) => {
  const t = openDataWords[language]
  if (publications.length === 0)
    return (
      <Empty title={t.none}>
        <p>{sayClosing(language, closing, t.noneWhen)}</p>
      </Empty>
    )
  return (
    <>
      <Table
        id="publications"
        shape="stack"
        caption={t.publications}
        empty={t.none}
        rows={publications}
        columns={[
          {
            label: t.period,
            header: true,
            cell: ({ number, period }) => (
              <a href={pageOf(language, number)}>{periodName(language, period)}</a>
            ),
          },
          { label: t.number, number: true, cell: ({ number }) => String(number) },
          { label: t.asOf, cell: ({ asOf }) => formatDay(language, dayOf(asOf)) },
          {
            label: t.files,
            cell: ({ number, size }) => (
              <a href={fill(paths.figures, { publication: number })}>{t.figuresFile(kilobytes(size))}</a>
            ),
          },
          { label: t.digest, cell: ({ digest }) => <code>{digest.slice(0, 12)}…</code> },
        ]}
      />
      <p>{sayClosing(language, closing, t.next)}</p>
      <p class="downloads">
        <a href={paths.changes}>{t.changes}</a>
        <a href={paths.package}>{t.package}</a>
      </p>
    </>
  )
}

/** The sentence by which a publication is cited. */
export const Citation = ({
  language,
  origin,
  publication: { number, period, asOf, digest },
}: Part & { origin: string; publication: Publication }) => {
  const t = openDataWords[language]
  const address = origin + pageOf(language, number)
  return (
    <>
      <h2>{t.citeTitle}</h2>
      <blockquote>
        <p>{t.cite({ number, period: periodName(language, period), day: dayOf(asOf), digest, address })}</p>
      </blockquote>
    </>
  )
}

const HowItIsMade = ({ language }: Part) => {
  const t = openDataWords[language]
  return (
    <>
      <h2>{t.whenTitle}</h2>
      <p>{t.when(daysUntilClosed)}</p>
      <h2>{t.hiddenTitle}</h2>
      <ul>
        {t.hidden(threshold, thresholdOf('situation', 'municipality')).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <h2>{t.readTitle}</h2>
      <p>
        {t.zero} {t.overlapping}
      </p>
      <p>{t.digestText}</p>
    </>
  )
}

const Licence = ({ language }: Part) => {
  const t = openDataWords[language]
  return (
    <>
      <h2>{t.licenceTitle}</h2>
      <p>
        {t.licence}{' '}
        <a href={licence.url} rel="license">
          <span lang="en">{licence.title}</span>
        </a>
      </p>
    </>
  )
}

/** What there is, under which licence, how it is cited, what is hidden and what every figure means. */
export const openDataPage = (language: Language, props: Props): Page => {
  const t = openDataWords[language]
  const newest = props.publications[0]
  return {
    title: t.title,
    kind: 'public',
    description: t.description,
    main: (
      <>
        <Hero title={t.title}>
          <p class="lead">{t.lead}</p>
        </Hero>
        <Publications language={language} {...props} />
        <p>
          <a href={yearlyPath}>{t.yearly}</a>. {t.yearlyText}
        </p>
        <Licence language={language} />
        {newest && <Citation language={language} origin={props.origin} publication={newest} />}
        <HowItIsMade language={language} />
        <Definitions language={language} />
        <DataBlock data={datasetOf(language, props.origin, props.publications)} />
      </>
    ),
  }
}
