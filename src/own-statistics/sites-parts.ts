import { formatNumber, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { Row, Statistics } from './part.ts'
import { largestOf, sumTickets, ticketsOf } from './rules.ts'
import type { SiteRow } from './site-queries.ts'
import { words as siteWords } from './site-words.ts'
import { words } from './words.ts'

/** The sites that an intermediary records for, each a row; none where no site has chosen it. */
export const sitesStatistics = (
  language: Language,
  { today, year }: { today: Day; year: number },
  sites: readonly SiteRow[],
): Statistics => {
  const [t, s] = [words[language], siteWords[language]]
  const total = sumTickets(sites)
  const most = largestOf(sites, ticketsOf)
  const figure = (label: string, count: number) => ({ label, value: formatNumber(language, count) })
  return {
    figures: [
      figure(t.inYear(s.tickets, year), ticketsOf(total)),
      figure(s.ofChildren, total.children),
      figure(
        s.byProgram,
        sites.reduce((sum, { byProgram }) => sum + byProgram, 0),
      ),
    ],
    parts:
      sites.length === 0
        ? []
        : [
            {
              id: 'sites',
              title: most ? t.most('tickets', most.name, ticketsOf(most)) : t.none,
              summary: `${s.sitesOf} ${t.asOf(today)}`,
              header: [s.site, t.total, t.adults, t.children, s.byProgram, s.community, s.before(year - 1)],
              rows: sites.map((site): Row => {
                const { name, adults, children, byProgram, community, before } = site
                return [name, ticketsOf(site), adults, children, byProgram, community, before]
              }),
              look: 'bars',
            },
          ],
  }
}
