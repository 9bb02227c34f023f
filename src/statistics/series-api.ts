import { z } from 'zod'
import { categories } from '../network/rules.ts'
import { AsOf, asJson } from '../web/answers.ts'
import { type Endpoint, openData } from '../web/endpoint.ts'
import { countTicketsByMonth, listYearCounts } from './queries.ts'
import { fillMonths, firstMonth, isWithin, monthlySeries, type YearlyRow, yearlyRow } from './rules.ts'

const Span = z
  .string()
  .regex(/^(19|20|21)\d\d(-(0[1-9]|1[0-2]))?$/, 'is neither YYYY nor YYYY-MM')
  .describe('A year or a month: YYYY or YYYY-MM.')
const span = { from: Span.optional(), until: Span.optional() }

const count = z.number().int()
const period = z.string().describe('A year or a month: YYYY or YYYY-MM.')
const Row = z.object({
  period,
  category: z.enum(categories).nullable().describe('Null where all fields are together.'),
  adults: count.nullable().describe('Tickets of adults; null where none was recorded.'),
  children: count.nullable().describe('Tickets of children; null where none was recorded.'),
  total: count.describe('All tickets.'),
})
const UsesAnswer = z.object({
  asOf: AsOf,
  level: z.literal('national').describe('Nothing finer is published here yet.'),
  rows: z.array(Row).describe('The series.'),
})
const CardsAnswer = z.object({
  asOf: AsOf,
  level: z.literal('national').describe('Nothing finer is published here yet.'),
  rows: z
    .array(
      z.object({
        period,
        registered: count.describe('Personal cards by the year in which they were registered.'),
        takenIntoUse: count.describe('Those of them that have been used at least once by now.'),
      }),
    )
    .describe('The series.'),
})

/** The national table as a series: a row for each field with a ticket in the year. */
const byYear = (years: readonly YearlyRow[]) =>
  years.flatMap(({ year, adult, child }) =>
    categories.flatMap((category) => {
      const [adults, children] = [adult[category], child[category]]
      if (adults === null && children === null) return []
      return [{ period: String(year), category, adults, children, total: (adults ?? 0) + (children ?? 0) }]
    }),
  )

/**
 * The figures of the page of statistics as series. Only what that page shows already: the national level. What is finer
 * needs protection against disclosure, which is not published piecemeal.
 */
export const endpoints: Endpoint[] = [
  openData({
    path: '/api/v1/statistics/uses',
    permission: 'statistics.read',
    summary: 'Tickets in the whole country, by year and field or by month of the last two years.',
    query: z.object({
      groupBy: z.enum(['year', 'month']).describe('What one row counts.').default('year'),
      ...span,
    }),
    answers: { 200: { what: 'The series, oldest first.', schema: UsesAnswer } },
    run: async ({ db, today, query }) => {
      const all =
        query.groupBy === 'year'
          ? byYear((await listYearCounts(db)).map(yearlyRow))
          : monthlySeries(fillMonths(await countTicketsByMonth(db, firstMonth(today), today), today))
      return asJson({
        asOf: today,
        level: 'national',
        rows: all.filter((row) => isWithin(row.period, query)),
      })
    },
  }),
  openData({
    path: '/api/v1/statistics/cards',
    permission: 'statistics.read',
    summary: 'Personal cards in the whole country, by the year of registration.',
    query: z.object(span),
    answers: { 200: { what: 'The series, oldest first.', schema: CardsAnswer } },
    run: async ({ db, today, query }) => {
      const all = (await listYearCounts(db)).map(yearlyRow).map((row) => ({
        ...{ period: String(row.year), registered: row.cardsRegistered, takenIntoUse: row.cardsTakenIntoUse },
      }))
      return asJson({
        asOf: today,
        level: 'national',
        rows: all.filter((row) => isWithin(row.period, query)),
      })
    },
  }),
]
