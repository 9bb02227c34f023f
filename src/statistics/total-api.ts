import { z } from 'zod'
import { AsOf, asJson } from '../web/answers.ts'
import { type Endpoint, openData } from '../web/endpoint.ts'
import { readNationalTable, readTotals } from './total-queries.ts'

const count = z.number().int()
const nowAndEver = (what: string) =>
  z
    .object({ now: count.describe('On the day.'), ever: count.describe('At any time until then.') })
    .describe(what)

const TotalsAnswer = z.object({
  asOf: AsOf,
  since: count.nullable().describe('The first year with anything; null while there is none.'),
  cards: count.describe('Personal cards registered.'),
  tickets: count.describe('Tickets of personal cards, of adults and children; companions are not counted.'),
  children: count.describe('Of the tickets: those of children.'),
  published: z
    .array(count)
    .describe('The years of which only totals published elsewhere are known. They are in the sums.'),
  incomplete: z.array(count).describe('Those of them that leave out some of the sums.'),
  units: nowAndEver('Units that issue cards.'),
  sites: nowAndEver('Sites that one can go to with the card.'),
  municipalities: nowAndEver('Municipalities in which the card is in use.'),
  counties: nowAndEver('Wellbeing services counties in which they lie.'),
})

/** Everything since the beginning, as the page of statistics tells it. */
export const endpoints: Endpoint[] = [
  openData({
    path: '/api/v1/statistics/totals',
    permission: 'statistics.read',
    summary: 'Cards, tickets and the network since the beginning.',
    answers: { 200: { what: 'The totals of the day.', schema: TotalsAnswer } },
    run: async ({ db, today }) => {
      const { rows } = await readNationalTable(db)
      return asJson({ asOf: today, ...(await readTotals(db, rows, today)) })
    },
  }),
]
