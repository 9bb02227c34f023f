import type { Owner } from '../contacts/queries.ts'
import { monthName } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { type Day, yearOf } from '../lib/dates.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Notice } from '../web/components/notice.tsx'
import { Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { Downloads, Figures, givenColumns, Meaning, Years } from './ledger-parts.tsx'
import { type GivenMonth, type GivenYear, yearsOf } from './rules.ts'
import type { Links } from './way.ts'
import { words } from './words.ts'

type Props = {
  language: Language
  today: Day
  site: Owner
  links: Links
  months: readonly GivenMonth[]
  /** Null where nothing has been given yet. */
  year: number | null
}

const Unpriced = ({ language, links, given }: { language: Language; links: Links; given: GivenYear }) => {
  const t = words[language]
  if (given.unpriced === 0) return null
  return (
    <Notice kind="info" title={t.unpriced(given.unpriced)}>
      <p>{t.unpricedWhy}</p>
      <p>
        <a href={links.to('prices')}>{t.toPrices}</a>
      </p>
    </Notice>
  )
}

const Year = ({ language, today, links, months, year }: Props & { year: number }) => {
  const t = words[language]
  const years = yearsOf(months)
  const given = years.find((one) => one.year === year)!
  const inYear = months.filter(({ month }) => yearOf(month) === year).toReversed()
  const columns = givenColumns(language, months)
  const query = `?year=${year}`
  return (
    <>
      <Years
        language={language}
        years={years.map((one) => one.year)}
        year={year}
        ledger={links.to('ledger')}
      />
      <Figures language={language} year={year} given={given} today={today} />
      <Unpriced language={language} links={links} given={given} />
      <ButtonRow>
        <LinkButton href={`${links.to('certificate')}${query}`}>{t.certificate(year)}</LinkButton>
        <LinkButton secondary href={links.to('prices')}>
          {t.toPrices}
        </LinkButton>
      </ButtonRow>
      <Table
        id="months"
        shape="scroll"
        caption={t.byMonth(year)}
        empty={t.none}
        rows={inYear}
        columns={[
          {
            label: t.month,
            header: true,
            cell: ({ month }) => monthName(language, Number(month.slice(5, 7))),
          },
          ...columns,
        ]}
      />
      <Table
        id="years"
        shape="scroll"
        caption={t.byYear}
        empty={t.none}
        rows={years}
        columns={[{ label: t.year, header: true, cell: (one) => String(one.year) }, ...columns]}
      />
      <Downloads language={language} files={[links.to('csv'), links.to('workbook')]} />
    </>
  )
}

/** What one site has given: a year's months, all years, and what it was worth where prices are known. */
export const LedgerPage = (props: Props): Page => {
  const { language, site, links, year } = props
  const t = words[language]
  const title = t.siteTitle(site.name)
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={links.trail} here={t.title} />
        <h1>{title}</h1>
        <p class="lead">{t.lead}</p>
        {year === null ? (
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
            <LinkButton secondary href={links.to('prices')}>
              {t.toPrices}
            </LinkButton>
          </Empty>
        ) : (
          <Year {...props} year={year} />
        )}
        <Meaning language={language} />
      </>
    ),
  }
}
