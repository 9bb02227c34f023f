import type { Read } from '../db/db.ts'
import { listNotices } from '../exceptions/queries.ts'
import { countNetwork, listSites } from '../network/queries.ts'
import { publicPaths } from '../public-paths.ts'
import { listYearCounts } from '../statistics/queries.ts'
import { yearlyRow } from '../statistics/rules.ts'
import { page, type Route } from '../web/route.tsx'
import type { Visit } from '../web/visit.ts'
import { readSearch } from './rules.ts'
import { sitesPage } from './sites-view.tsx'
import { frontPage } from './views.tsx'

const showFront = async ({ db, language, today, demo }: Visit & { db: Read }) => {
  const network = await countNetwork(db, today)
  const latest = (await listYearCounts(db)).map(yearlyRow).at(-1)
  const year = latest && { year: latest.year, tickets: latest.total, cards: latest.cardsRegistered }
  return frontPage(language, today, { ...network, year: year ?? null }, demo)
}

export const routes: Route[] = [
  // The bare address answers itself, in the reader's language: a redirect would cost a phone a second.
  page('/', 'public.read', showFront),
  page(publicPaths.front, 'public.read', showFront),
  page(publicPaths.sites, 'public.read', async ({ db, language, today, query }) =>
    sitesPage(language, await listSites(db, today), readSearch(query), await listNotices(db, today)),
  ),
]
