import { sql } from 'kysely'
import type { KeptArea } from '../areas/queries.ts'
import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import type { Content, EditionName, WithdrawalReason } from './rules.ts'

export type Withdrawal = EditionName & { reason: WithdrawalReason; withdrawnOn: Day }

/** Why editions of the area were withdrawn: for its coordinators and the centre. */
export const listWithdrawals = async (db: Read, area: KeptArea): Promise<Withdrawal[]> => {
  const rows = await db
    .selectFrom('brochure_withdrawal')
    .select(['year', 'number', 'reason', 'withdrawn_on as withdrawnOn'])
    .where('area_id', '=', area.id)
    .orderBy('year', 'desc')
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, reason: row.reason as WithdrawalReason }))
}

/** @returns false when it had been withdrawn already, which stands as it was */
export const addWithdrawal = async (
  db: Write,
  area: KeptArea,
  { year, number, reason, withdrawnOn }: Withdrawal,
  { actor, now }: { actor: string; now: Date },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('brochure_withdrawal')
    .values({
      ...{ area_id: area.id, year, number, reason },
      ...{ withdrawn_on: withdrawnOn, withdrawn_at: now, withdrawn_by: actor },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** The withdrawn edition that said just this, if one did: what was wrong with it is then still there. */
export const findWithdrawnLike = async (
  db: Read,
  area: KeptArea,
  content: Content,
): Promise<EditionName | undefined> =>
  (
    await sql<EditionName>`
      select year, number from brochure_withdrawn_like(${area.id}, ${JSON.stringify(content)}::jsonb)`.execute(
      db,
    )
  ).rows[0]
