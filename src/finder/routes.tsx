import { postalCode } from '../cards/rules.ts'
import type { Read } from '../db/db.ts'
import { sitesWithEvents } from '../events/queries.ts'
import { listNotices } from '../exceptions/queries.ts'
import { addDays, type Day } from '../lib/dates.ts'
import { instantOf } from '../lib/local-time.ts'
import { findHome } from '../postal-codes/queries.ts'
import { countryOf } from '../postal-codes/rules.ts'
import { publicPaths } from '../public-paths.ts'
import { fill } from '../web/paths.ts'
import { page, type Route } from '../web/route.tsx'
import type { Visit } from '../web/visit.ts'
import { type Asked, askedFor, placeNamed } from './place-rules.ts'
import { type FinderSite, listFinderSites } from './queries.ts'
import { daysOf, readSearch, type Search } from './search-rules.ts'
import { finderPage } from './views.tsx'

/** A postal code stands for its municipality; all else is looked for among names. */
const understand = async (db: Read, q: string, all: FinderSite[], day: Day): Promise<Asked<FinderSite>> => {
  const code = postalCode(q)
  if (code === null) return askedFor(q, all)
  const { home } = await findHome(db, { code, country: countryOf(q) }, { areaId: null, day })
  return home ? { kind: 'near', place: placeNamed(home) } : { kind: 'nowhere' }
}

/** The sites that have something on in the days that were asked for; null where any day will do. */
const listEvents = async (db: Read, { when }: Search, today: Day) => {
  const days = daysOf(when, today)
  if (!days) return null
  const [from, until] = [instantOf(days.from, 0), instantOf(addDays(days.until, 1), 0)]
  return new Set(await sitesWithEvents(db, from, until))
}

const show = async ({ db, reader, language, today, query }: Visit & { db: Read }) => {
  const search = readSearch(query)
  const all = await listFinderSites(db, today, language)
  return finderPage({
    reader,
    all,
    search,
    asked: await understand(db, search.q, all, today),
    withEvents: await listEvents(db, search, today),
    notices: await listNotices(db, today),
  })
}

/** An address as it is printed, without a language: it leads to the page in the reader's own. */
const printed = (path: string, to: (visit: Visit<never>) => string): Route => ({
  method: 'GET',
  path,
  permission: 'public.read',
  serve: async (visit) => ({ redirect: to(visit) }),
})

export const routes: Route[] = [
  page(publicPaths.sites, 'public.read', show),
  printed('/kohteet', ({ reader }) => publicPaths.sites[reader]),
  printed('/kohteet/:site', ({ reader, params }) =>
    fill(publicPaths.site[reader], { site: (params as { site: string }).site }),
  ),
]
