import { type Endpoint, openData } from '../web/endpoint.ts'
import { listYearCounts } from './queries.ts'
import { yearlyCsv, yearlyRow } from './rules.ts'

/** The national yearly table as open data. Every figure is defined on the page of statistics. */
export const endpoints: Endpoint[] = [
  openData('/api/v1/statistics/yearly', 'statistics.read', async ({ db, today }) => ({
    type: 'application/json',
    body: JSON.stringify({ asOf: today, rows: (await listYearCounts(db)).map(yearlyRow) }),
  })),
  openData('/api/v1/statistics/yearly.csv', 'statistics.read', async ({ db }) => ({
    type: 'text/csv; charset=utf-8',
    body: yearlyCsv((await listYearCounts(db)).map(yearlyRow)),
  })),
]
