import { validate as isId } from 'uuid'
import { z } from 'zod'
import { siteScopeOf } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { paths as desk } from '../desk/words.ts'
import { addDays } from '../lib/dates.ts'
import { cancelUse, findUse } from '../uses/list-queries.ts'
import { mayCancel } from '../uses/rules.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { nothingTyped, type SignedIn, type Typed } from '../web/visit.ts'
import { cancelPage } from './cancel-view.tsx'
import { SearchForm } from './forms.ts'
import { countArrivals, listComing, markArrived, type Sought, takeArrivalBack } from './queries.ts'
import { bookingsPage } from './views.tsx'
import { paths } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnBooking = { params: { booking: string } }

const refusals = ['not-today', 'too-late', 'cancelled', 'arrival-too-late'] as const

/** What the site is told of yesterday: a number, and only when somebody's arrival was not marked. */
const missedOn = async ({ db, user, today }: SignedIn & { db: Read | Write }) => {
  const day = addDays(today, -1)
  const { booked, arrived } = await countArrivals(db, siteScopeOf(user), day)
  return booked > arrived ? { day, booked, missed: booked - arrived } : null
}

const listPage = async (
  visit: SignedIn & { db: Read | Write },
  { sought, typed }: { sought: Sought | null; typed: Typed },
) => {
  const { db, user, language, today, query } = visit
  const scope = siteScopeOf(user)
  const done = (['cancelled', 'marked', 'unmarked'] as const).find((name) => query.has(name)) ?? null
  return bookingsPage({
    ...{ language, today, typed, done },
    bookings: await listComing(db, scope, today, sought),
    isSearch: sought !== null,
    isOneSite: 'siteId' in scope,
    missed: await missedOn(visit),
    refused: refusals.find((name) => typed.problems[''] === name) ?? null,
  })
}

const showList = (visit: Reading, typed: Typed) => listPage(visit, { sought: null, typed })

/** A search comes in a body: what stands on a card has no place in an address. */
const search = async (visit: Writing, { sought }: z.output<typeof SearchForm>): Promise<Outcome> => ({
  page: await listPage(visit, { sought, typed: { ...nothingTyped, values: { q: sought.event } } }),
  subject: { search: 'bookings' },
})

/** A booking of one's own site, cancelled or not. */
const find = async ({ db, user, params }: SignedIn & { db: Read | Write } & OnBooking) => {
  const use = isId(params.booking) ? await findUse(db, siteScopeOf(user), params.booking) : undefined
  return use && use.eventOn !== null ? { ...use, eventOn: use.eventOn } : null
}

const named = async (visit: Writing & OnBooking) => {
  const booking = await find(visit)
  if (!booking) throw new NotFound()
  return booking
}

/** Asks before a booking is cancelled; where there is nothing to ask about, the list says how things stand. */
const askCancel = async (visit: Reading & OnBooking, typed: Typed) => {
  const booking = await find(visit)
  const mayBe = booking && !booking.cancelledAt && mayCancel(booking.eventOn, visit.today)
  return mayBe ? cancelPage({ language: visit.language, booking }) : showList(visit, typed)
}

/** A booking stands until its day ends. A second tap finds it cancelled. */
const cancel = async (visit: Writing & OnBooking): Promise<Outcome> => {
  const { db, user, language, now, today } = visit
  const booking = await named(visit)
  const done = { redirect: `${paths.list[language]}?cancelled`, subject: { use: booking.id } }
  if (booking.cancelledAt) return done
  if (!mayCancel(booking.eventOn, today)) return { problems: { '': 'too-late' } }
  await cancelUse(db, booking, { actor: actorOf(user), now, reason: null })
  return done
}

const arrive = async (
  visit: Writing & OnBooking,
  { back }: z.output<typeof ArriveForm>,
): Promise<Outcome> => {
  const { db, user, language, now, today } = visit
  const booking = await named(visit)
  if (booking.cancelledAt) return { problems: { '': 'cancelled' } }
  if (booking.eventOn !== today) return { problems: { '': 'not-today' } }
  await markArrived(db, booking, { actor: actorOf(user), now })
  const redirect =
    back === 'list' ? `${paths.list[language]}?marked` : `${desk.desk[language]}?use=${booking.id}`
  return { redirect, subject: { use: booking.id } }
}

/** An arrival marked by mistake: the booking stands as before, until its day ends. A second tap finds it done. */
const takeBack = async (visit: Writing & OnBooking): Promise<Outcome> => {
  const { db, language, today } = visit
  const booking = await named(visit)
  if (booking.eventOn !== today) return { problems: { '': 'arrival-too-late' } }
  await takeArrivalBack(db, booking.id)
  return { redirect: `${paths.list[language]}?unmarked`, subject: { use: booking.id, takenBack: true } }
}

const NoForm = z.object({})
const ArriveForm = z.object({ back: z.string().default('') })

export const routes: Route[] = [
  page(paths.list, 'uses.read', showList),
  action(paths.list, 'uses.read', SearchForm, showList, search),
  action(paths.cancel, 'uses.cancel', NoForm, showList, cancel),
  page(paths.cancel, 'uses.read', askCancel),
  // A refused one stands at its address: a reload or another language then shows the list.
  action(paths.arrive, 'bookings.arrive', ArriveForm, showList, arrive),
  page(paths.arrive, 'uses.read', showList),
  action(paths.takeBack, 'bookings.arrive', NoForm, showList, takeBack),
  page(paths.takeBack, 'uses.read', showList),
]
