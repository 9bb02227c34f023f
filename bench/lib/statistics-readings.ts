import { sql } from 'kysely'
import type { Owner } from '../../src/contacts/queries.ts'
import type { Connection, Proof, Read } from '../../src/db/db.ts'
import { publishFirstUses } from '../../src/first-use/count-queries.ts'
import { listPlaces as listCohortPlaces, listCohorts, listCurves } from '../../src/first-use/queries.ts'
import { listGivenMonths, listGivingSites, listGivingYears } from '../../src/goodwill/queries.ts'
import { listQuietSites } from '../../src/goodwill/quiet-queries.ts'
import { listPlaceNames, listPublicFigures } from '../../src/open-data/queries.ts'
import { findHomes, listAudience, listClosedPlaces } from '../../src/own-statistics/closed-queries.ts'
import {
  listLateTickets,
  listSiteHours,
  listSiteMonths,
  listSiteRows,
  listSiteYears,
} from '../../src/own-statistics/site-queries.ts'
import {
  countStanding,
  listCardMonths,
  listCardYears,
  listHolders,
} from '../../src/own-statistics/unit-queries.ts'
import { listAllFigures, listFigures, listPublications } from '../../src/publications/queries.ts'
import { listPlaces, listWithin } from '../../src/reports/place-queries.ts'
import { listShownFigures } from '../../src/statistics/period-queries.ts'
import { countTicketsByMonth, listYearCounts } from '../../src/statistics/queries.ts'
import { firstMonth } from '../../src/statistics/rules.ts'
import { readTotals } from '../../src/statistics/total-queries.ts'
import { listChangeAreas, listChanges } from '../../src/wellbeing/change-queries.ts'
import { makePublications } from './many-publications.ts'
import type { Readers } from './statistics-readers.ts'

/** The bench's register ends in the midst of this month, whatever the clock says. */
const today = '2026-11-20'
const year = 2025
const quarter = { from: '2026-07-01', until: '2026-09-30' }

/** Numbers of the publications that are read: the newest quarter and year, and those that a report compares with. */
const last = { year: 60, quarter: 59, quarterBefore: 58, yearBefore: 54 }

type Ask = (db: Read) => Promise<unknown>
export type Reading = { name: string; proof: Proof | null; ask: Ask }

const everyone: Record<string, Ask> = {
  'national table': listYearCounts,
  'national months': (db) => countTicketsByMonth(db, firstMonth(today), today),
  'totals since the first year': (db) => readTotals(db, [], today),
  'all publications': listPublications,
  'a closed quarter for everybody': (db) => listShownFigures(db, last.quarter),
  'a closed quarter as open data': (db) => listPublicFigures(db, last.quarter),
  'names of places in open data': listPlaceNames,
  'change in wellbeing': async (db) => [await listChanges(db), await listChangeAreas(db)],
  'time to first use, a year of cards': async (db) => [
    await listCohorts(db),
    await listCohortPlaces(db, 'fi'),
    await listCurves(db, '2025', 'fi'),
  ],
}

const keepers = ({ scope }: Readers['centre']): Record<string, Ask> => ({
  'goodwill, a year': (db) => listGivingSites(db, scope, year),
  'years of goodwill': (db) => listGivingYears(db, scope),
  'quiet sites, a quarter': (db) => listQuietSites(db, scope, quarter),
  'a report with what it compares': async (db) => {
    const place = {
      level: scope.areaId === null ? ('country' as const) : ('area' as const),
      id: scope.areaId,
    }
    for (const number of [last.quarter, last.quarterBefore, last.yearBefore])
      await listFigures(db, number, { level: place.level, placeId: place.id })
    await listPlaces(db, scope, last.quarter)
    await listWithin(db, scope, {
      publication: last.quarter,
      period: '2025-Q4',
      lastDay: '2025-12-31',
      place,
    })
  },
})

const asCentre = (centre: Readers['centre']): Record<string, Ask> => ({
  'areas of a closed quarter': (db) =>
    listClosedPlaces(db, centre.scope, { number: last.quarter, level: 'area' }),
  'everything of a closed quarter': (db) => listAllFigures(db, last.quarter),
})

const asKeeper = ({ scope }: Readers['keeper']): Record<string, Ask> => ({
  'places of a closed quarter': async (db) => {
    for (const level of ['municipality', 'unit', 'site'] as const)
      await listClosedPlaces(db, scope, { number: last.quarter, level })
  },
})

const asVenue = ({ scope, siteId }: Readers['venue']): Record<string, Ask> => ({
  'goodwill by month': (db) => listGivenMonths(db, { kind: 'site', id: siteId } as Owner),
  'own years': (db) => listSiteYears(db, scope),
  'own months, two years': (db) => listSiteMonths(db, scope, year),
  'own hours, a year': (db) => listSiteHours(db, scope, year),
  'own late tickets, two years': (db) => listLateTickets(db, scope, year),
  'own audience and homes, closed': async (db) => [
    await listAudience(db, scope, year),
    await findHomes(db, scope, year),
  ],
})

const asIssuer = ({ scope }: Readers['issuer']): Record<string, Ask> => ({
  'own cards by year': (db) => listCardYears(db, scope),
  'own cards by month, two years': (db) => listCardMonths(db, scope, year),
  'own holders, a year': (db) => listHolders(db, scope, year),
  'own valid cards': (db) => countStanding(db, scope, today),
})

/** What each view of the statistics asks the database: the program's own queries, under the right of whoever asks. */
export const readings = ({ centre, keeper, venue, intermediary, issuer }: Readers): Reading[] => {
  const all: [string, Proof | null, Record<string, Ask>][] = [
    ['everybody', null, everyone],
    ['centre', centre.proof, { ...keepers(centre), ...asCentre(centre) }],
    ['keeper', keeper.proof, { ...keepers(keeper), ...asKeeper(keeper) }],
    ['site', venue.proof, asVenue(venue)],
    [
      ...(['intermediary', intermediary.proof] as const),
      { 'sites, two years': (db) => listSiteRows(db, intermediary.scope, year) },
    ],
    ['unit', issuer.proof, asIssuer(issuer)],
  ]
  return all.flatMap(([who, proof, asks]) =>
    Object.entries(asks).map(([name, ask]) => ({ name: `${who}: ${name}`, proof, ask })),
  )
}

/**
 * A price for each site, the time to first use of what has closed, as the hourly housekeeping counts it, and twelve years
 * of quarters and years as published.
 * @returns the figures published
 */
export const fillReadings = async (connection: Connection): Promise<number> => {
  const { pool } = connection
  await sql`insert into county (code, name, name_sv) select to_char(n, 'FM00'), 'Maakunta ' || n, null from generate_series(1, 18) n`.execute(
    pool,
  )
  await sql`update municipality set county_id = (id - 1) % 18 + (select min(id) from county)`.execute(pool)
  await sql`insert into price_list (site_id, valid_from, made_at) select id, '2017-01-01', now() from site`.execute(
    pool,
  )
  await sql`insert into price (list_id, kind, adult_cents, child_cents)
    select id, kind, 1200, 600 from price_list cross join unnest(array['ticket', 'course-place']) kind`.execute(
    pool,
  )
  await publishFirstUses(pool, today)
  return makePublications(connection, { first: 2014, last: 2025 })
}
