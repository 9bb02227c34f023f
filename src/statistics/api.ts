import { z } from 'zod'
import { AsOf } from '../web/answers.ts'
import { type Endpoint, openData } from '../web/endpoint.ts'
import { listPublishedYears } from './published-queries.ts'
import { yearlyCsv } from './published-rules.ts'
import { listYearCounts } from './queries.ts'
import { yearlyRow } from './rules.ts'
import { readNationalTable } from './total-queries.ts'

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
    .describe('The years that are counted here, oldest first.'),
  publishedElsewhere: z
    .array(
      z.object({
        year: z.number().int().describe('The calendar year.'),
        cardsRegistered: inField,
        cardsTakenIntoUse: inField,
        adult: cells.describe('Tickets of adults, by field.'),
        child: cells.describe('Tickets of children, by field.'),
        total: inField,
        municipalities: inField,
        source: z.string().describe('Where the figures were published.'),
        asOf: z.iso.date().describe('The day of which they were.'),
      }),
    )
    .describe(
      'Years of which only totals published elsewhere are known. Where a year is among `rows` too, that is what holds, and this is what was published first. Null where nothing was published.',
    ),
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
      body: JSON.stringify({
        asOf: today,
        rows: (await listYearCounts(db)).map(yearlyRow),
        publishedElsewhere: await listPublishedYears(db),
      }),
    }),
  }),
  openData({
    path: '/api/v1/statistics/yearly.csv',
    permission: 'statistics.read',
    summary: 'The national yearly table as CSV.',
    type: 'text/csv',
    answers: {
      200: {
        what: 'The same columns in snake_case; `source` and `as_of` mark a year published elsewhere.',
        schema: z.string(),
      },
    },
    run: async ({ db }) => ({
      type: 'text/csv; charset=utf-8',
      body: yearlyCsv((await readNationalTable(db)).rows),
    }),
  }),
]
