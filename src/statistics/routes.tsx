import { listNoticesBetween } from '../exceptions/queries.ts'
import { publicPaths } from '../public-paths.ts'
import { file, page, type Route } from '../web/route.tsx'
import { countTicketsByMonth } from './queries.ts'
import { fillMonths, firstMonth, monthlyCsv } from './rules.ts'
import { readNationalTable, readTotals } from './total-queries.ts'
import { statisticsPage } from './views.tsx'
import { paths } from './words.ts'

export const routes: Route[] = [
  page(publicPaths.statistics, 'statistics.read', async ({ db, language, today }) => {
    const table = await readNationalTable(db)
    const totals = await readTotals(db, table.rows, today)
    const months = await countTicketsByMonth(db, firstMonth(today), today)
    const notices = await listNoticesBetween(db, firstMonth(today), today)
    return statisticsPage(language, today, table, totals, fillMonths(months, today), notices)
  }),
  file(paths.monthsCsv, 'statistics.read', async ({ db, today }) => {
    const months = await countTicketsByMonth(db, firstMonth(today), today)
    return {
      type: 'text/csv; charset=utf-8',
      name: `kaiku-${today}.csv`,
      body: monthlyCsv(fillMonths(months, today)),
    }
  }),
]
