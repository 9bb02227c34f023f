import type { SiteScope } from '../access.ts'
import type { Read } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { findUnrecognised, listWaitingOn, type UnrecognisedUse } from '../unrecognised/queries.ts'
import { findUse, listUsesOn } from '../uses/list-queries.ts'
import { lastDayOf, mayCancel } from '../uses/rules.ts'
import { type ShownUse, shownUse } from './views.tsx'

const shownWaiting = (given: UnrecognisedUse, today: Day): ShownUse => ({
  ...given,
  ...{ overrideReason: null, arrivedAt: null },
  cancelledAt: given.state === 'dropped' ? given.decidedAt : null,
  waits: true,
  mayUndo: given.state === 'waiting' && mayCancel(lastDayOf(given), today),
})

/** What stands under an id: a use, or a ticket that waits for the registration of its card. */
export const findRecord = async (
  db: Read,
  scope: SiteScope,
  id: string,
  today: Day,
): Promise<(ShownUse & { usedOn: Day }) | undefined> => {
  const use = await findUse(db, scope, id)
  if (use && !use.cancelledAt) return { ...shownUse(use, today), usedOn: use.usedOn }
  const given = await findUnrecognised(db, scope, id)
  // A use that was taken back because its registration was: the ticket waits again.
  if (given && (!use || given.state === 'waiting'))
    return { ...shownWaiting(given, today), usedOn: given.usedOn }
  return use && { ...shownUse(use, today), usedOn: use.usedOn }
}

/** The day's records of a site, newest first: its uses, and the tickets that wait. */
export const listRecordsOn = async (
  db: Read,
  scope: SiteScope,
  siteId: number,
  today: Day,
): Promise<ShownUse[]> => {
  const uses = await listUsesOn(db, scope, siteId, today)
  const waiting = await listWaitingOn(db, scope, siteId, today)
  const all = [
    ...uses.map((use) => shownUse(use, today)),
    ...waiting.map((given) => shownWaiting(given, today)),
  ]
  return all.sort((a, b) => b.usedAt.getTime() - a.usedAt.getTime())
}
