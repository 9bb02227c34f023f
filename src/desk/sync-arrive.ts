import type { z } from 'zod'
import { siteScopeOf } from '../access.ts'
import { markArrived, takeArrivalBack } from '../bookings/queries.ts'
import type { ArrivalAnswer } from '../desk-queue/wire.ts'
import { findUse } from '../uses/list-queries.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import type { Told } from '../web/exchange-route.ts'
import type { Writing } from './sync-check.ts'
import type { ArrivalSent } from './sync-forms.ts'

/** Marks on its day that the holder of a booking has come, or takes the mark back. A second time changes nothing. */
export const arrived = async (
  visit: Writing,
  { use, arrived }: z.output<typeof ArrivalSent>,
): Promise<Told> => {
  const { db, user, now, today } = visit
  const booking = await findUse(db, siteScopeOf(user), use)
  // What has been cancelled is no booking any more.
  if (!booking?.eventOn || booking.cancelledAt) throw new NotFound()
  if (booking.eventOn !== today)
    return { json: { state: 'not-today' } satisfies ArrivalAnswer, problems: { use: 'not-today' } }
  if (!arrived) {
    await takeArrivalBack(db, booking.id)
    const json = { state: 'taken-back' } satisfies ArrivalAnswer
    return { json, subject: { use: booking.id, takenBack: true } }
  }
  await markArrived(db, booking, { actor: actorOf(user), now })
  return { json: { state: 'arrived' } satisfies ArrivalAnswer, subject: { use: booking.id } }
}
