import type { Write } from '../db/db.ts'
import { takeBack } from '../unrecognised/queries.ts'
import { cancelUse } from '../uses/list-queries.ts'
import { actorOf } from '../web/audit.ts'
import type { SignedIn } from '../web/visit.ts'
import type { findRecord } from './records.ts'

type Standing = NonNullable<Awaited<ReturnType<typeof findRecord>>>

/**
 * Undoes a record that stands: a use, or a ticket that waits.
 * @param find asks for it again: its card may have been registered this very moment, and then it is undone as a use
 */
export const takeBackRecord = async (
  { db, user, now }: SignedIn & { db: Write },
  use: Standing,
  find: () => Promise<Standing | undefined>,
): Promise<void> => {
  if (use.waits && (await takeBack(db, use.id, now))) return
  const standing = use.waits ? await find() : use
  if (standing && !standing.waits && !standing.cancelledAt)
    await cancelUse(db, standing, { actor: actorOf(user), now, reason: null })
}
