import type { Read } from '../db/db.ts'
import { countNetwork } from '../network/queries.ts'
import { publicPaths } from '../public-paths.ts'
import { readNationalTable, readTotals } from '../statistics/total-queries.ts'
import { page, type Route } from '../web/route.tsx'
import type { Visit } from '../web/visit.ts'
import { frontPage } from './views.tsx'

const showFront = async ({ db, reader, today, demo }: Visit & { db: Read }) => {
  const network = await countNetwork(db, today)
  const { rows } = await readNationalTable(db)
  const latest = rows.findLast(({ published }) => published === null)
  const year = latest && { year: latest.year, tickets: latest.total ?? 0, cards: latest.cardsRegistered ?? 0 }
  const all = await readTotals(db, rows, today)
  return frontPage(reader, today, { ...network, year: year ?? null, all }, demo)
}

export const routes: Route[] = [
  // The bare address answers itself, in the reader's language: a redirect would cost a phone a second.
  page('/', 'public.read', showFront),
  page(publicPaths.front, 'public.read', showFront),
]
