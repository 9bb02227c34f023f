import { sql } from 'kysely'
import type { AreaScope } from '../../src/access.ts'
import type { Owner } from '../../src/contacts/queries.ts'
import type { Connection } from '../../src/db/db.ts'
import { publishFirstUses } from '../../src/first-use/count-queries.ts'
import { listCohorts, listCurves, listPlaces } from '../../src/first-use/queries.ts'
import { listGivenMonths, listGivingSites, listGivingYears } from '../../src/goodwill/queries.ts'
import { listQuietSites } from '../../src/goodwill/quiet-queries.ts'
import { listPublications } from '../../src/publications/queries.ts'
import { countTicketsByMonth, listYearCounts } from '../../src/statistics/queries.ts'
import { firstMonth } from '../../src/statistics/rules.ts'
import { readTotals } from '../../src/statistics/total-queries.ts'
import { listChangeAreas, listChanges } from '../../src/wellbeing/change-queries.ts'

/** The bench's register ends in the midst of this month, whatever the clock says. */
const today = '2026-11-20'
const area = { areaId: 3 } as AreaScope
const everywhere = { areaId: null } as AreaScope

type Reading = [name: string, read: () => Promise<unknown>]

/** What each view of the statistics asks the database: the program's own queries, or what will be asked of its tables. */
export const readings = ({ pool }: Connection, busiest: number): Reading[] => {
  const site = { kind: 'site', id: busiest } as Owner
  const read = (text: string) => () => sql.raw(text).execute(pool)
  return [
    ['national table', () => listYearCounts(pool)],
    ['national months', () => countTicketsByMonth(pool, firstMonth(today), today)],
    ['totals since the first year', () => readTotals(pool, [], today)],
    ['goodwill of the busiest site', () => listGivenMonths(pool, site)],
    ['goodwill of an area, a year', () => listGivingSites(pool, area, 2025)],
    ['goodwill of the country, a year', () => listGivingSites(pool, everywhere, 2025)],
    ['years of goodwill of an area', () => listGivingYears(pool, area)],
    ['years of goodwill of the country', () => listGivingYears(pool, everywhere)],
    [
      'quiet sites of an area, a quarter',
      () => listQuietSites(pool, area, { from: '2026-07-01', until: '2026-09-30' }),
    ],
    [
      'quiet sites of the country, a quarter',
      () => listQuietSites(pool, everywhere, { from: '2026-07-01', until: '2026-09-30' }),
    ],
    [
      'time to first use, a year of cards',
      async () => [
        await listCohorts(pool),
        await listPlaces(pool, 'fi'),
        await listCurves(pool, '2025', 'fi'),
      ],
    ],
    ['change in wellbeing', async () => [await listChanges(pool), await listChangeAreas(pool)]],
    ['closed periods', () => listPublications(pool)],
    [
      'hours of the busiest site, a quarter',
      read(`select weekday, hour, sum(uses), sum(adults), sum(children) from statistics_use_hour
        where site_id = ${busiest} and quarter_from = '2026-07-01' group by 1, 2`),
    ],
    [
      'hours of an area, a quarter',
      read(`select h.weekday, h.hour, sum(h.uses), sum(h.adults), sum(h.children) from statistics_use_hour h
        join site s on s.id = h.site_id where s.area_id = 3 and h.quarter_from = '2026-07-01' group by 1, 2`),
    ],
    [
      'cards of a unit by year',
      read(
        'select year, card_type, sum(registered), sum(taken_into_use) from statistics_card_year where unit_id = 7 group by 1, 2',
      ),
    ],
  ]
}

/** A price for each site, and the time to first use of what has closed, as the hourly housekeeping counts it. */
export const fillReadings = async ({ pool }: Connection): Promise<void> => {
  await sql`insert into price_list (site_id, valid_from, made_at) select id, '2017-01-01', now() from site`.execute(
    pool,
  )
  await sql`insert into price (list_id, kind, adult_cents, child_cents)
    select id, kind, 1200, 600 from price_list cross join unnest(array['ticket', 'course-place']) kind`.execute(
    pool,
  )
  await publishFirstUses(pool, today)
}
