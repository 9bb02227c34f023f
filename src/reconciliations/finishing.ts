import type { Write } from '../db/db.ts'
import { type Added, type Adder, addMissing, settledOf } from './adding.ts'
import type { Compared, Comparison, Missing } from './comparing.ts'
import { saveReconciliation, settleLines } from './queries.ts'

/** Adds what was chosen, and keeps what the comparison said and which sales are settled by it. */
export const finish = async (
  db: Write,
  comparison: Comparison,
  compared: Compared,
  made: { id: string; source: 'page' | 'api'; chosen: readonly Missing[] },
  by: Adder,
): Promise<Added> => {
  const { siteId } = comparison
  const { id, source, chosen } = made
  const added = await addMissing(db, comparison, compared, chosen, by)
  await saveReconciliation(db, {
    ...{ id, siteId, source, now: by.now, actor: by.actor },
    ...{ soldFrom: compared.days.from, soldUntil: compared.days.until },
    lines: compared.sales.length,
    matched: compared.matched.length + compared.settled,
    missing: compared.missing.length,
    added: added.settled.length,
    unclear: compared.unclear.length,
    unsold: compared.unsold.length,
  })
  await settleLines(db, siteId, id, [...settledOf(compared), ...added.settled])
  return added
}
