/** A card looked up by the desk's script: by the same limits and with the same marks as on the plain page. */
import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import { siteScopeOf, type User } from '../access.ts'
import { takeToken } from '../accounts/limit-queries.ts'
import { findBooking } from '../bookings/queries.ts'
import { type ReadCode, readCode } from '../codes/rules.ts'
import type { Write } from '../db/db.ts'
import type { CheckAnswer } from '../desk-queue/wire.ts'
import { noticeText } from '../exceptions/rules.ts'
import { type Explained, explain } from '../uses/explain-words.ts'
import { remainingTold } from '../uses/limit-rules.ts'
import type { SiteOfScope } from '../uses/list-queries.ts'
import { findForUse } from '../uses/queries.ts'
import { refusalOf, usualKindOf } from '../uses/rules.ts'
import { NotFound, TooMany } from '../web/errors.tsx'
import type { Told } from '../web/exchange-route.ts'
import { inEvery } from '../web/problem.ts'
import type { SignedIn } from '../web/visit.ts'
import { type CardCheck, findCheck, findWait, missBuckets, saveCheck } from './queries.ts'
import type { CheckAsked } from './sync-forms.ts'
import { findSiteNow } from './sync-queries.ts'

export type Writing = SignedIn & { db: Write }

/** The site that is meant, when it is one of this desk's and codes may be tried there now. */
export const openSite = async ({ db, user, now }: Writing, named: number): Promise<SiteOfScope> => {
  const site = await findSiteNow(db, siteScopeOf(user), named)
  if (!site) throw new NotFound()
  const wait = await findWait(db, user, site, now)
  if (wait > 0) throw new TooMany(wait)
  return site
}

/** A code that no card has is counted, so that codes cannot be guessed here faster than on the plain page. */
export const countMiss = async (db: Write, user: User, site: SiteOfScope, now: Date): Promise<void> => {
  for (const { bucket, perHour } of missBuckets(user, site)) {
    const seconds = await takeToken(db, bucket, perHour, perHour, now)
    if (seconds > 0) throw new TooMany(seconds)
  }
}

type Found = Awaited<ReturnType<typeof findForUse>>

/** What a desk learns of a card: how it ends, until when, how many children, and never more about its holder. */
const cardOf = ({ card }: Found, check: CardCheck): CheckAnswer['card'] =>
  card
    ? {
        ...{ type: card.type, tail: card.tail, unit: check.unit },
        validUntil: card.state === 'registered' ? card.validUntil : null,
        children: card.state === 'registered' ? card.children : 0,
        childAge: card.type === 'community' ? check.communityChildAge : check.childAge,
      }
    : null

type Reason = CheckAnswer['reason']

const explained = (reason: NonNullable<Reason>, found: Found): CheckAnswer['explained'] => {
  const said = (part: keyof Explained) => inEvery((language) => explain(language, reason, found)[part])
  return { what: said('what'), why: said('why'), still: said('still'), next: said('next') }
}

const answerOf = (found: Found, check: CardCheck, reason: Reason): CheckAnswer => ({
  ...{ allowed: reason === null, reason, card: cardOf(found, check), booking: null },
  remaining: remainingTold(found.limit, reason),
  recent: found.recent && {
    ...{ adults: found.recent.adults, children: found.recent.children },
    at: found.recent.usedAt.toISOString(),
  },
  explained: reason && explained(reason, found),
  notice: found.exception && inEvery((language) => noticeText(found.exception!, language)),
})

/**
 * A ticket got before for today: it was given while the card was good, and stands though the card has ended since. A
 * card that was taken out of use is told of first.
 */
const bookingOf = async (
  { db, user, today }: Writing,
  found: Found,
  site: SiteOfScope,
  reason: Reason,
): Promise<CheckAnswer['booking']> => {
  if (!found.card || (reason !== null && !['card-expired', 'limit-reached'].includes(reason))) return null
  const place = { cardId: found.card.id, siteId: site.id, day: today }
  const booking = await findBooking(db, siteScopeOf(user), place)
  if (!booking) return null
  const { id, adults, children, event } = booking
  return { id, adults, children, event }
}

const reasonOf = (found: Found & { site: NonNullable<Found['site']> }, code: ReadCode, now: Date): Reason => {
  if (code.legacy === '') return 'card-code-malformed'
  const kind = usualKindOf(found.site)
  const one = { adults: 1, children: 0, companions: 0, kind, usedAt: now }
  return refusalOf(found, { ...one, overrideReason: null, confirmDuplicate: true }, now)
}

export const checkCard = async (visit: Writing, asked: z.output<typeof CheckAsked>): Promise<Told> => {
  const { db, user, now, today, keys } = visit
  const site = await openSite(visit, asked.siteId)
  const code = readCode(asked.code)
  const about = { siteId: site.id, event: asked.event, kind: usualKindOf(site), at: now }
  const found = await findForUse(db, { code, keys }, siteScopeOf(user), about)
  if (!found.site) throw new NotFound()
  const id = newId({ msecs: now.getTime() })
  await saveCheck(db, { id, site, code, keys, checkedAt: now })
  const check = (await findCheck(db, user, id, today))!
  const reason = reasonOf({ ...found, site: found.site }, code, now)
  const booking = await bookingOf(visit, found, site, reason)
  const json = { ...answerOf(found, check, reason), booking }
  if (found.card) return { json, subject: { check: id, card: found.card.id, site: site.id } }
  if (reason === 'card-unknown') await countMiss(db, user, site, now)
  return { json, problems: { code: reason ?? 'card-unknown' }, keep: true }
}
