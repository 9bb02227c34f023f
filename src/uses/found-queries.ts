import type { SiteScope } from '../access.ts'
import type { Read } from '../db/db.ts'
import { findUnrecognised, type UnrecognisedUse } from '../unrecognised/queries.ts'
import { findUse, type StandingUse } from './list-queries.ts'

/** What has become of what a program recorded. A ticket given up is no use: its registration did not cover it. */
export const foundStates = ['recorded', 'waiting', 'given-up', 'cancelled'] as const
export type FoundUse = StandingUse & { state: (typeof foundStates)[number] }

/** A use that stands, or was undone. */
export const foundUse = (use: StandingUse): FoundUse => ({
  ...use,
  state: use.cancelledAt ? 'cancelled' : 'recorded',
})

/** A ticket that is no use. Why it was given up is not told to programs: that would tell of the card. */
const foundTicket = (ticket: UnrecognisedUse): FoundUse => {
  const { state, why, decidedAt, siteName: _, useId: __, ...told } = ticket
  const isUndone = why === 'undone'
  return {
    ...told,
    ...{ arrivedAt: null, overrideReason: null, cancelledAt: isUndone ? decidedAt : null },
    state: isUndone ? 'cancelled' : state === 'waiting' ? 'waiting' : 'given-up',
  }
}

/**
 * What stands under an id that a program was given: of a ticket that waited, the use that it became, whatever id that
 * has. The ticket is asked first: where its registration was undone, a use of its id is there too, undone.
 */
export const findAny = async (db: Read, scope: SiteScope, id: string): Promise<FoundUse | undefined> => {
  const ticket = await findUnrecognised(db, scope, id)
  if (ticket && ticket.useId === null) return foundTicket(ticket)
  const use = await findUse(db, scope, ticket?.useId ?? id)
  return use && foundUse(use)
}
