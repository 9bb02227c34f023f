import type { User } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { NotFound } from '../web/errors.tsx'
import type { Outcome } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { addOrder, endOrder, listOrders } from './order-queries.ts'
import { mostOrders } from './order-rules.ts'
import type { Orders } from './order-views.tsx'
import { orderDeeds } from './order-words.ts'
import type { NamedPlace } from './place-queries.ts'
import { findReadable } from './reading.ts'
import { keyOf, type PlaceKey } from './rules.ts'
import { paths } from './words.ts'

/** The places of orders that may still be read; the others end by themselves. */
const listReadable = async (db: Read, user: User, ordered: readonly PlaceKey[]): Promise<NamedPlace[]> => {
  const places: NamedPlace[] = []
  for (const place of ordered) {
    try {
      places.push(await findReadable(db, user, place))
    } catch (error) {
      if (!(error instanceof NotFound)) throw error
    }
  }
  return places
}

/** What the page of reports shows of one's orders. @param place what it shows a report of */
export const readOrders = async (
  { db, user, query, hasMailServer }: SignedIn & { db: Read },
  place: NamedPlace | undefined,
  typed: Typed,
): Promise<Orders> => {
  const ordered = await listOrders(db, user)
  const isShown = (one: PlaceKey) => place !== undefined && keyOf(one) === keyOf(place)
  return {
    shown: place ? { place, isOrdered: ordered.some(isShown) } : null,
    others: await listReadable(
      db,
      user,
      ordered.filter((one) => !isShown(one)),
    ),
    done: orderDeeds.find((deed) => deed === query.get('done')) ?? null,
    problem: Object.values(typed.problems)[0] ?? null,
    hasMailServer,
  }
}

/**
 * Orders the reports of a place by mail, or ends that: once done, again changes nothing.
 * @throws NotFound where the place is not theirs to read, or was not ordered
 */
export const order = async (
  { db, user, language, now }: SignedIn & { db: Write },
  { place, wish }: { place: PlaceKey; wish: 'order' | 'end' },
): Promise<Outcome> => {
  const [done, subject] = [wish === 'order' ? 'ordered' : 'ended', { place: keyOf(place), wish }]
  const redirect = `${paths.reports[language]}?${new URLSearchParams({ place: keyOf(place), done })}`
  if (wish === 'end') {
    if (!(await endOrder(db, user, place))) throw new NotFound()
    return { redirect, subject }
  }
  await findReadable(db, user, place)
  const ordered = await listOrders(db, user)
  const isNew = !ordered.some((one) => keyOf(one) === keyOf(place))
  if (isNew && ordered.length >= mostOrders) return { problems: { wish: 'many' } }
  await addOrder(db, user, place, now)
  return { redirect, subject }
}
