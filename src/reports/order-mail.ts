import { may } from '../access.ts'
import type { Pool, Write } from '../db/db.ts'
import { dayOf } from '../lib/dates.ts'
import { queueMail } from '../mail/queries.ts'
import { listPublications } from '../publications/queries.ts'
import type { Publication } from '../publications/rules.ts'
import { NotFound } from '../web/errors.tsx'
import { nameOf } from './names.ts'
import { dropOrder, forgetOrders, lockOrders, noteTold, type Order } from './order-queries.ts'
import { isNews, mailLifeDays, orderedKind } from './order-rules.ts'
import { chosenPath, reportLetter } from './order-words.ts'
import type { NamedPlace } from './place-queries.ts'
import { findReadable } from './reading.ts'
import { titleOf } from './report-words.ts'

/** The place of an order, as its owner may read it today; null where the right to it has ended. */
const placeOf = async (db: Write, { user, place }: Order): Promise<NamedPlace | null> => {
  if (!may(user, 'reports.read')) return null
  try {
    return await findReadable(db, user, place)
  } catch (error) {
    if (error instanceof NotFound) return null
    throw error
  }
}

const queueOne = (
  db: Write,
  { email, user: { language } }: Order,
  place: NamedPlace,
  { period }: Publication,
  { now, origin }: { now: Date; origin: string },
) => {
  const kind = orderedKind(period)
  const title = titleOf(language, { kind, period, place: { ...place, name: nameOf(language, place) } })
  return queueMail(db, {
    ...{ kind: 'report-ready', to: email, language, now },
    letter: reportLetter[language]({
      title,
      url: origin + chosenPath(language, { kind, place, period }),
    }),
    expiresAt: new Date(now.getTime() + mailLifeDays * 86_400_000),
  })
}

/**
 * Puts a mail in the queue for each order and each period closed since. It may be run as often as one likes: each is
 * told of once, and an order ends with the right to read what it is of.
 * @param origin the address that people use, without a slash at the end
 * @returns how many mails were put in the queue
 */
export const tellOfReports = (pool: Pool, now: Date, origin: string): Promise<number> =>
  pool.transaction().execute(async (db) => {
    await forgetOrders(db)
    const published = (await listPublications(db)).toReversed()
    const newest = published.at(-1)?.number ?? 0
    let mails = 0
    for (const order of await lockOrders(db)) {
      const place = await placeOf(db, order)
      if (!place) {
        await dropOrder(db, order.id)
        continue
      }
      const news = published.filter(
        ({ number, period }) => number > order.toldUntil && isNews(period, dayOf(now)),
      )
      for (const publication of news) await queueOne(db, order, place, publication, { now, origin })
      await noteTold(db, order.id, newest)
      mails += news.length
    }
    return mails
  })
