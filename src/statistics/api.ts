import { z } from 'zod'
import { AsOf } from '../web/answers.ts'
import { type Endpoint, openData } from '../web/endpoint.ts'
import { listYearCounts } from './queries.ts'
import { yearlyCsv, yearlyRow } from './rules.ts'

const inField = z.number().int().nullable().describe('Null where none was recorded.')
const cells = z.object({ culture: inField, education: inField, science: inField, sports: inField })
const YearlyAnswer = z.object({
  asOf: AsOf,
  rows: z
    .array(
      z.object({
        year: z.number().int().describe('The calendar year.'),
        cardsRegistered: z.number().int().describe('Personal cards registered in the year.'),
        cardsTakenIntoUse: z
          .number()
          .int()
          .describe('Those of them that have been used at least once by now.'),
        adult: cells.describe('Tickets of adults, by field.'),
        child: cells.describe('Tickets of children, by field.'),
        total: z.number().int().describe('All tickets of the year.'),
        municipalities: z.number().int().describe('Municipalities that took part in the year.'),
      }),
    )
    .describe('The years, oldest first.'),
})

/** The national yearly table as open data. Every figure is defined on the page of statistics. */
export const endpoints: Endpoint[] = [
  openData({
    path: '/api/v1/statistics/yearly',
    permission: 'statistics.read',
    summary: 'The national yearly table.',
    answers: { 200: { what: 'A row for each year with something recorded.', schema: YearlyAnswer } },
    run: async ({ db, today }) => ({
      type: 'application/json',
      body: JSON.stringify({ asOf: today, rows: (await listYearCounts(db)).map(yearlyRow) }),
    }),
  }),
  openData({
    path: '/api/v1/statistics/yearly.csv',
    permission: 'statistics.read',
    summary: 'The national yearly table as CSV.',
    type: 'text/csv',
    answers: { 200: { what: 'The same columns in snake_case.', schema: z.string() } },
    run: async ({ db }) => ({
      type: 'text/csv; charset=utf-8',
      body: yearlyCsv((await listYearCounts(db)).map(yearlyRow)),
    }),
  }),
]
