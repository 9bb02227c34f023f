import type { Read } from '../db/db.ts'
import { listNoticesBetween } from '../exceptions/queries.ts'
import { listPlaceNames } from '../open-data/queries.ts'
import { sizeOfFigures } from '../open-data/size-queries.ts'
import { publicPaths } from '../public-paths.ts'
import { listLateMonths, listTold } from '../publications/correction-queries.ts'
import { quartersIn } from '../publications/period-rules.ts'
import { listPublications } from '../publications/queries.ts'
import type { Publication } from '../publications/rules.ts'
import { findClosingState } from '../publications/state-queries.ts'
import { file, page, type Route } from '../web/route.tsx'
import type { ShownPeriod } from './period-charts-view.tsx'
import { listShownFigures } from './period-queries.ts'
import { countTicketsByMonth } from './queries.ts'
import { fillMonths, firstMonth, monthlyCsv } from './rules.ts'
import { readNationalTable, readTotals } from './total-queries.ts'
import { statisticsPage } from './views.tsx'
import { paths } from './words.ts'

/** The period that was asked for, or else the newest: an address may name one that is not closed yet. */
const chosen = async (
  db: Read,
  publications: readonly Publication[],
  period: string | null,
): Promise<ShownPeriod | null> => {
  const publication = publications.find((one) => one.period === period) ?? publications[0]
  if (!publication) return null
  return {
    publication,
    figures: await listShownFigures(db, publication.number),
    places: await listPlaceNames(db),
    size: await sizeOfFigures(db, publication),
    corrections: await listTold(db, quartersIn(publication.period), { level: 'country', placeId: null }),
  }
}

export const routes: Route[] = [
  page(publicPaths.statistics, 'statistics.read', async ({ db, language, today, demo, query }) => {
    const table = await readNationalTable(db)
    const totals = await readTotals(db, table.rows, today)
    const months = fillMonths(await countTicketsByMonth(db, firstMonth(today), today), today)
    const late = await listLateMonths(db)
    const notices = await listNoticesBetween(db, firstMonth(today), today)
    const publications = await listPublications(db)
    const closing = await findClosingState(db, publications, { today, demo })
    const shown = await chosen(db, publications, query.get('period'))
    return statisticsPage(language, {
      ...{ today, table, totals, months, late, notices, publications, closing, shown },
    })
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
