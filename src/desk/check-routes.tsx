import { validate as isId, v7 as newId } from 'uuid'
import type { z } from 'zod'
import { takeToken } from '../accounts/limit-queries.ts'
import { findBooking } from '../bookings/queries.ts'
import { refusalOf as refusalOfCard } from '../cards/rules.ts'
import type { Read, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { keepsSince } from '../unrecognised/choice-queries.ts'
import { findWaitingNear, hashedCode } from '../unrecognised/queries.ts'
import { canWait } from '../unrecognised/rules.ts'
import { replayOf } from '../uses/answer-queries.ts'
import { bodyHashOf } from '../uses/answer-rules.ts'
import { limitProblem } from '../uses/limit-rules.ts'
import { findForUse } from '../uses/queries.ts'
import { recordUse } from '../uses/record-queries.ts'
import {
  type Acquisition,
  eventDayProblem,
  exceedsOf,
  placeRefusalOf,
  refusalOf,
  type UseFacts,
  type UseKind,
  usedOn,
  useKinds,
  usualKindOf,
} from '../uses/rules.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound, TooMany } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import type { Outcome } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { bookingPage } from './booking-views.tsx'
import { askPage } from './check-views.tsx'
import type { CheckForm, Recorded } from './forms.ts'
import {
  type CardCheck,
  findCheck,
  findDesk,
  findWait,
  missBuckets,
  rememberCode,
  saveCheck,
} from './queries.ts'
import { findRecord } from './records.ts'
import { recordedPage, refusedPage, stalePage } from './result-views.tsx'
import { adultsProblem, isFresh } from './rules.ts'
import type { WaitProps } from './wait-views.tsx'
import { anotherTicket, paths } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnCheck = { params: { check: string } }

/** Looks the code up and keeps that it was asked. The address of the answer has the check's id, never the code. */
export const check = async (visit: Writing, form: z.output<typeof CheckForm>): Promise<Outcome> => {
  const { db, user, language, now, today, keys } = visit
  const { scope, at } = await findDesk(db, user, today, form.site)
  if (!at) return { problems: { site: 'site-missing' } }
  const wait = await findWait(db, user, at.site, now)
  if (wait > 0) throw new TooMany(wait)
  const asked = { siteId: at.site.id, event: at.event, kind: 'ticket', at: now } as const
  const { card } = await findForUse(db, { code: form.code, keys }, scope, asked)
  if (!card) {
    for (const { bucket, perHour } of missBuckets(user, at.site)) {
      const seconds = await takeToken(db, bucket, perHour, perHour, now)
      if (seconds > 0) throw new TooMany(seconds)
    }
    // Only a sound new-style code is surely no slip of the finger: all others come back to be compared with the card.
    if (form.code.fresh === null) return { problems: { code: form.code.problem ?? 'not-found' }, keep: true }
  }
  const id = newId({ msecs: now.getTime() })
  await saveCheck(db, { id, site: at.site, code: form.code, keys, checkedAt: now })
  if (!card && (await keepsSince(db, at.site.id)) !== null)
    await rememberCode(db, id, hashedCode(keys, form.code))
  const redirect = fill(paths.check[language], { check: id })
  return { redirect, subject: { check: id, card: card?.id ?? null, site: at.site.id } }
}

/** One's own check, with the site it was made at. Of others' there is nothing, and it says so. */
export const ownCheck = async ({ db, user, today, params }: Reading & OnCheck) => {
  const found = isId(params.check) ? await findCheck(db, user, params.check, today) : undefined
  const desk = found && (await findDesk(db, user, today, found.siteId))
  if (!found || !desk?.at) throw new NotFound()
  return { check: found, scope: desk.scope, at: desk.at, turned: desk.turned }
}

/** The card of the check as it stands now. */
export const findCard = async (
  { db, now }: Reading,
  { check, scope, at }: Awaited<ReturnType<typeof ownCheck>>,
  { event, kind }: { event: string | null; kind: UseKind },
) => {
  // No card has a negative id: the statement then answers that there is none.
  const name = { cardId: check.cardId ?? -1 }
  const asked = { siteId: at.site.id, event, kind, at: now }
  const { card, site, home, exception, recent, limit } = await findForUse(db, name, scope, asked)
  if (!site) throw new NotFound()
  return { card, site, home, exception, recent, limit }
}

/** Also a community card in stock, which has no unit yet, has its own age. */
const childAgeOf = (check: CardCheck, type: 'personal' | 'community') =>
  type === 'community' ? check.communityChildAge : check.childAge

export const showCheck = async (visit: Reading & OnCheck, typed: Typed) => {
  const { db, language, now, today } = visit
  const own = await ownCheck(visit)
  const base = { language, at: own.at, check: own.check.id }
  const use = await findRecord(db, own.scope, own.check.id, today)
  if (use) return recordedPage({ ...base, use, turned: own.turned })
  if (!isFresh(own.check.checkedAt, now)) return stalePage(base)
  const kind = useKinds.find((known) => known === typed.values.kind) ?? usualKindOf(own.at.site)
  const wanted = { event: own.at.event, kind }
  const found = await findCard(visit, own, wanted)
  const { card, site, home, exception, recent, limit } = found
  const { kinds } = own.at.site
  const booking = await bookingOf(visit, own, card, typed)
  if (booking) return bookingPage({ ...base, booking })
  // Where the site gives nothing but tickets, and the card has had its own: the answer is known before any question.
  const isReached = kinds.length === 1 && limitProblem(limit, 1) !== null
  const refusal =
    refusalOfCard(card, today) ??
    placeRefusalOf({ site, home }) ??
    (isReached && !site.allowsOverride ? 'limit-reached' : null)
  if (refusal || !card)
    return refusedPage({
      ...base,
      refusal: refusal ?? 'card-unknown',
      facts: found,
      tail: card?.tail ?? null,
      turned: own.turned,
      wait: await waitOf(visit, own, { card, site, home, recent: null, limit }, typed),
    })
  const { unit } = own.check
  const childAge = childAgeOf(own.check, card.type)
  return askPage({
    ...base,
    card: { ...card, validUntil: card.validUntil! },
    ...{ unit, childAge, recent, today, typed, exception, limit, kinds, isReached },
    allowsOverride: site.allowsOverride,
    turned: own.turned,
  })
}

/**
 * A ticket got before for today, unless the desk has chosen to give another one. It was given while the card was good,
 * and stands though the card has ended since; a card that was taken out of use is told of first.
 */
const bookingOf = async (
  { db, today, query }: Reading,
  { scope, at }: Awaited<ReturnType<typeof ownCheck>>,
  card: Awaited<ReturnType<typeof findCard>>['card'],
  typed: Typed,
) => {
  const isAnother = query.has(anotherTicket) || Object.keys(typed.values).length > 0
  const refusal = refusalOfCard(card, today)
  if (!card || isAnother || (refusal !== null && refusal !== 'card-expired')) return undefined
  return findBooking(db, scope, { cardId: card.id, siteId: at.site.id, day: today })
}

/** What a site that has chosen so asks under a refusal that only the registration is missing from; else null. */
const waitOf = async (
  { db, language, now }: Reading & OnCheck,
  { check, at }: Awaited<ReturnType<typeof ownCheck>>,
  facts: UseFacts,
  typed: Typed,
): Promise<WaitProps | null> => {
  const one = {
    kind: usualKindOf(at.site),
    adults: 1,
    children: 0,
    companions: 0,
    usedAt: now,
    overrideReason: null,
    confirmDuplicate: false,
  }
  const isNamed = check.cardId !== null || check.code !== null
  if (!isNamed || !canWait(facts, one, now) || (await keepsSince(db, check.siteId)) === null) return null
  const asked = { check: check.id, code: check.code }
  const recent = await findWaitingNear(db, asked, { siteId: check.siteId, event: at.event, usedAt: now })
  const { type = 'personal' } = facts.card ?? {}
  const isUnknown = facts.card === undefined
  return { language, at, check: check.id, type, isUnknown, childAge: childAgeOf(check, type), recent, typed }
}

/** What must be equal in a request sent again. That a repeat was confirmed is no part of what is recorded. */
export const hashOf = (
  keys: Keys,
  { adults, children, companions, event, reason, kind, eventOn }: Recorded,
) => bodyHashOf(keys, JSON.stringify([adults, children, companions, event, reason, kind, eventOn]))

/** Why the tickets cannot be recorded, by field. About the card itself there is a page of its own. */
const problemsOf = (found: UseFacts, wanted: Acquisition, form: Recorded, now: Date) => {
  const badDay = form.eventOn !== null && eventDayProblem(form.eventOn, usedOn(wanted))
  if (badDay) return { 'event-on': badDay }
  const refusal = refusalOf(found, wanted, now)
  if (refusal === 'children-not-on-courses') return { children: refusal }
  if (refusal === 'limit-reached')
    return form.override && found.site.allowsOverride
      ? { '': refusal, reason: 'reason-missing' }
      : { '': refusal }
  if (refusal === 'children-exceed-card')
    return form.override && found.site.allowsOverride
      ? { children: refusal, reason: 'reason-missing' }
      : { children: refusal }
  if (refusal === 'duplicate-suspected') return { again: refusal }
  if (refusal === 'nothing-to-record') return { children: refusal }
  if (refusal) return { '': refusal }
  const tooMany = adultsProblem(found.card!.type, form.adults)
  return tooMany && { adults: tooMany }
}

/** Records the use under the check's id: a second tap, a reload or a resend finds it done. */
export const record = async (visit: Writing & OnCheck, form: Recorded): Promise<Outcome> => {
  const { db, user, language, now, today, keys } = visit
  const own = await ownCheck(visit)
  const { id, checkedAt, siteId } = own.check
  const by = { owner: `site:${siteId}`, key: id, bodyHash: hashOf(keys, form) }
  const done = { redirect: `${paths.desk[language]}?use=${id}`, subject: { use: id } }
  const differs = { redirect: fill(paths.check[language], { check: id }), subject: { use: id, again: true } }
  /** The known key is answered before any refusal: its own use looks like a repeat, and the card may have expired. */
  const refuse = async (problems: Record<string, string>): Promise<Outcome> => {
    const known = await replayOf(db, by.owner, by.key, by.bodyHash)
    if (!known) return { problems }
    return known.outcome === 'replayed' ? done : differs
  }
  if (!isFresh(checkedAt, now)) return refuse({ '': 'stale' })
  for (let attempt = 1; attempt <= 3; attempt++) {
    const { kind, event } = form
    const found = await findCard(visit, own, { event, kind })
    const exceeds = exceedsOf(found, form) !== null
    const { adults, children, companions, again } = form
    const overrideReason = exceeds ? form.reason : null
    const wanted = {
      kind,
      adults,
      children,
      companions,
      usedAt: now,
      overrideReason,
      confirmDuplicate: again,
    }
    // A ticket for today is no booking.
    const eventOn = form.eventOn === today ? null : form.eventOn
    const problems = problemsOf(found, wanted, form, now)
    if (problems) return refuse(problems)
    const kept = {
      id,
      siteId,
      event: form.event,
      category: found.site.category,
      card: found.card!,
      limit: found.limit,
    }
    const recorded = await recordUse(
      db,
      { ...wanted, ...kept, eventOn, source: 'desk' },
      {
        ...by,
        status: 303,
        answer: { id },
        now,
        actor: actorOf(user),
        role: user.role,
        audited: false,
        proof: null,
      },
    )
    if (recorded.outcome === 'key-reused') return differs
    const override = overrideReason && { override: overrideReason }
    if (recorded.outcome !== 'card-changed')
      return { ...done, subject: { use: id, card: found.card!.id, ...override } }
  }
  throw new Error('The card changed three times while a use of it was recorded')
}
