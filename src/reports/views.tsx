import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { Period, Publication } from '../publications/rules.ts'
import { periodName } from '../publications/words.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, PostButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Select } from '../web/components/field.tsx'
import type { Page } from '../web/page.ts'
import { nameLine } from './names.ts'
import { OrderNotices, OrderPart, type Orders } from './order-views.tsx'
import type { InnerPlace, NamedPlace } from './place-queries.ts'
import type { Report } from './report-shape.ts'
import { ReportParts } from './report-views.tsx'
import { kindName } from './report-words.ts'
import { type Kind, keyOf, kindsFor } from './rules.ts'
import { paths, savedPath, words } from './words.ts'

export type Choices = {
  kind: Kind
  /** Undefined for a keeper while nothing is published. */
  place: NamedPlace | undefined
  publication: Publication | undefined
  /** Those that fit the kind, the latest first. */
  publications: readonly Publication[]
  places: readonly NamedPlace[]
}

const ChoiceForm = ({ language, choices }: { language: Language; choices: Choices }) => {
  const t = words[language]
  const { kind, place, publication, publications, places } = choices
  return (
    <form method="get" action={paths.reports[language]}>
      <div class="row">
        <Select
          name="kind"
          label={t.kind}
          value={kind}
          options={kindsFor(place?.level ?? 'area').map((value) => ({
            value,
            label: kindName(language, value, place?.level ?? 'area'),
          }))}
        />
        {places.length > 1 && (
          <Select
            name="place"
            label={t.place}
            value={place && keyOf(place)}
            options={places.map((one) => ({ value: keyOf(one), label: nameLine(language, one) }))}
          />
        )}
        {publications.length > 0 && (
          <Select
            name="period"
            label={t.period}
            value={publication?.period}
            options={publications.map(({ period }) => ({
              value: period,
              label: periodName(language, period),
            }))}
          />
        )}
        <Button secondary>{t.show}</Button>
      </div>
    </form>
  )
}

/** What is closed next and when; `note` where something is due already, and so on its way. */
type Closing = { period: Period; on: Day; note: string | null }

const NothingYet = ({ language, closing }: { language: Language; closing: Closing }) => {
  const t = words[language]
  const title = closing.note ? t.notYet : t.notClosed(closing.period)
  return (
    <Empty title={title.charAt(0).toUpperCase() + title.slice(1)}>
      <p>{closing.note ?? t.closesOn(closing.on)}</p>
      {closing.note === null && <p>{t.why}</p>}
    </Empty>
  )
}

/** The reports: the last closed period of one's own place is chosen already. */
export const reportsPage = (
  language: Language,
  { choices, closing, orders }: { choices: Choices; closing: Closing; orders: Orders },
  report: Report | null,
  inner: readonly InnerPlace[],
): Page => {
  const t = words[language]
  return {
    title: report?.title ?? t.title,
    kind: 'staff',
    main: (
      <>
        <OrderNotices {...{ language, orders }} />
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <ChoiceForm language={language} choices={choices} />
        {report ? (
          <>
            {closing.note && <p class="hint">{closing.note}</p>}
            <h2>{report.title}</h2>
            <ReportParts report={report} inner={inner}>
              <OrderPart {...{ language, orders }} />
            </ReportParts>
          </>
        ) : (
          <>
            <NothingYet language={language} closing={closing} />
            <OrderPart {...{ language, orders }} />
          </>
        )}
      </>
    ),
  }
}

/** A report at the address that stays, from which a keeper takes it into the archive. */
export const savedPage = (report: Report, inner: readonly InnerPlace[], mayArchive: boolean): Page => {
  const { language, title } = report
  const t = words[language]
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: words[language].title, href: paths.reports[language] }]}
          here={title}
        />
        <h1>{title}</h1>
        <ReportParts report={report} inner={inner} />
        {mayArchive && (
          <>
            <h2>{t.archiveTitle}</h2>
            <p>{t.archiveText}</p>
            <PostButton secondary action={savedPath(language, report, 'archive')}>
              {t.archive}
            </PostButton>
          </>
        )}
      </>
    ),
  }
}
