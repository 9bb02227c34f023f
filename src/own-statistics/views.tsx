import { paths as cardPaths } from '../cards/words.ts'
import { paths as goodwill } from '../goodwill/words.ts'
import type { Language } from '../i18n/translated.ts'
import { type Day, yearOf } from '../lib/dates.ts'
import { Empty } from '../web/components/empty.tsx'
import type { Page } from '../web/page.ts'
import { Shown, StatisticsPage, Years } from './page-view.tsx'
import type { Statistics } from './part.ts'
import { words as siteWords } from './site-words.ts'
import { words as unitWords } from './unit-words.ts'
import { words } from './words.ts'

type Props = {
  language: Language
  today: Day
  name: string
  years: readonly number[]
  /** What is shown; null where there is nothing yet. */
  shown: { year: number; statistics: Statistics } | null
}

const OfYear = ({ language, years, shown, noneWhy }: Props & { noneWhy: string }) =>
  shown === null ? (
    <Empty title={words[language].none}>
      <p>{noneWhy}</p>
    </Empty>
  ) : (
    <>
      <Years language={language} years={years} year={shown.year} />
      <Shown language={language} statistics={shown.statistics} query={{ year: String(shown.year) }} />
    </>
  )

/** A site's own tickets. */
export const SitePage = (props: Props): Page => {
  const { language, today, name } = props
  const s = siteWords[language]
  return StatisticsPage({
    ...{ language, today, name, lead: s.lead },
    children: (
      <>
        <OfYear {...props} noneWhy={s.noneWhy} />
        <p>{s.merged}</p>
        <p>
          <a href={goodwill.own.ledger[language]}>{s.goodwill}</a>
        </p>
      </>
    ),
  })
}

/** A unit's own cards, with the lists where they can be renewed. */
export const UnitPage = (props: Props): Page => {
  const { language, today, name } = props
  const u = unitWords[language]
  const list = cardPaths.cards[language]
  return StatisticsPage({
    ...{ language, today, name, lead: u.lead },
    children: (
      <>
        <p>{u.own}</p>
        <OfYear {...props} noneWhy={u.noneWhy} />
        <p class="downloads">
          <a href={`${list}?state=expiring`}>{u.expiringList}</a>
          <a href={`${list}?state=valid`}>{u.validList}</a>
        </p>
      </>
    ),
  })
}

/** The sites that an intermediary records for. */
export const SitesPage = ({
  language,
  today,
  name,
  year,
  statistics,
}: Pick<Props, 'language' | 'today' | 'name'> & { year: number; statistics: Statistics }): Page => {
  const s = siteWords[language]
  const last = yearOf(today)
  return StatisticsPage({
    ...{ language, today, name, lead: s.sitesLead },
    children:
      statistics.parts.length === 0 ? (
        <Empty title={s.noSites}>
          <p>{s.noSitesWhy}</p>
        </Empty>
      ) : (
        <>
          <Years language={language} years={[last, last - 1, last - 2]} year={year} />
          <Shown language={language} statistics={statistics} query={{ year: String(year) }} />
        </>
      ),
  })
}
