import { z } from 'zod'
import { type Endpoint, openData } from '../web/endpoint.ts'
import { listYearCounts } from './queries.ts'
import { yearlyCsv, yearlyRow } from './rules.ts'

const cells = z.object({
  culture: z.number().int().nullable(),
  education: z.number().int().nullable(),
  science: z.number().int().nullable(),
  sports: z.number().int().nullable(),
})
const YearlyAnswer = z.object({
  asOf: z.iso.date(),
  rows: z.array(
    z.object({
      year: z.number().int(),
      cardsRegistered: z.number().int(),
      cardsTakenIntoUse: z.number().int(),
      adult: cells,
      child: cells,
      total: z.number().int(),
      municipalities: z.number().int(),
    }),
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
