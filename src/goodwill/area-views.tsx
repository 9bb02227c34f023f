import { formatDay, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { municipalityName } from '../network/rules.ts'
import { placeAddress } from '../places/words.ts'
import { Empty } from '../web/components/empty.tsx'
import { Notice } from '../web/components/notice.tsx'
import { Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { Downloads, Figures, givenColumns, Meaning, Years } from './ledger-parts.tsx'
import type { GivingSite } from './queries.ts'
import type { QuietSite } from './quiet-queries.ts'
import { sumGiven, unpricedAmong } from './rules.ts'
import { paths, words } from './words.ts'

type Props = {
  language: Language
  today: Day
  years: readonly number[]
  /** Null where nothing has been given yet. */
  year: number | null
  sites: readonly GivingSite[]
  quiet: readonly QuietSite[]
}

const Sites = ({ language, today, years, year, sites }: Props & { year: number }) => {
  const t = words[language]
  const lacking = unpricedAmong(sites)
  const ledger = paths.kept.ledger[language]
  return (
    <>
      <Years language={language} years={years} year={year} ledger={paths.area.ledger[language]} />
      <Figures language={language} year={year} given={sumGiven(sites)} today={today} />
      {lacking > 0 && (
        <Notice kind="info" title={t.unpricedSites(lacking)}>
          <p>{t.unpricedSitesWhy}</p>
        </Notice>
      )}
      <Table
        id="sites"
        shape="scroll"
        caption={t.bySite(year)}
        empty={t.noneInArea}
        rows={sites}
        columns={[
          {
            label: t.site,
            header: true,
            cell: ({ id, name }) => <a href={`${fill(ledger, { site: id })}?year=${year}`}>{name}</a>,
          },
          ...givenColumns(language, sites),
          { label: t.municipality, cell: (site) => municipalityName(site, language) },
        ]}
      />
      <Downloads
        language={language}
        files={[`${paths.area.csv[language]}?year=${year}`, `${paths.area.workbook[language]}?year=${year}`]}
      />
    </>
  )
}

const Quiet = ({ language, year, quiet }: Props & { year: number }) => {
  const t = words[language]
  if (quiet.length === 0) return null
  return (
    <>
      <Table
        id="quiet"
        shape="stack"
        caption={t.quiet(year)}
        empty="–"
        rows={quiet}
        columns={[
          {
            label: t.site,
            header: true,
            cell: ({ id, name }) => <a href={placeAddress('site', language, id)}>{name}</a>,
          },
          { label: t.municipality, cell: (site) => municipalityName(site, language) },
          {
            label: t.lastUsed,
            cell: ({ lastUsedOn }) => (lastUsedOn ? formatDay(language, lastUsedOn) : t.never),
          },
        ]}
      />
      <p>{t.quietWhy}</p>
    </>
  )
}

/** What the kept sites gave in a year, whose prices are missing, and who recorded nothing. */
export const AreaPage = (props: Props): Page => {
  const { language, year } = props
  const t = words[language]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <h1>{t.title}</h1>
        <p class="lead">{t.areaLead}</p>
        {year === null ? (
          <Empty title={t.none}>
            <p>{t.noneInArea}</p>
          </Empty>
        ) : (
          <>
            <Sites {...props} year={year} />
            <Quiet {...props} year={year} />
          </>
        )}
        <Meaning language={language} />
      </>
    ),
  }
}
