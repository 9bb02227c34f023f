import { sql } from 'kysely'
import type { Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { sealed, unsealed } from '../lib/sealed.ts'
import type { PlaceRef } from './queries.ts'
import type { ItemProblem } from './rules.ts'

export type Claimed = PlaceRef & { itemId: number; batchId: number }

/**
 * Takes the next partner in hand, held until the transaction ends: several processes never take the same one, and what
 * a process that dies had in hand is free again.
 */
export const claimItem = async (db: Write): Promise<Claimed | undefined> => {
  const { rows } = await sql<Claimed>`
    select i.id::int as "itemId", i.batch_id as "batchId", case when i.site_id is null then 'unit' else 'site' end as kind,
      coalesce(i.site_id, i.unit_id) as id
    from commitment_batch_item i join commitment_batch b on b.id = i.batch_id
    where i.done_at is null and b.started_at is not null and b.paused_at is null
    order by i.id limit 1 for update of i skip locked`.execute(db)
  return rows[0]
}

const boxOf = (itemId: number) => `code of a batch's link ${itemId}`

/** Writes down that a partner has been sent its commitment. @param code of its link, where it signs by one */
export const noteMade = (
  db: Write,
  { itemId }: Pick<Claimed, 'itemId'>,
  made: { commitmentId: number; code: string | null; keys: Keys; now: Date },
) =>
  db
    .updateTable('commitment_batch_item')
    .set({
      commitment_id: made.commitmentId,
      done_at: made.now,
      code_box: made.code === null ? null : sealed(made.keys, boxOf(itemId), Buffer.from(made.code)),
    })
    .where('id', '=', itemId)
    .execute()

export const noteProblem = (
  db: Write,
  { itemId }: Pick<Claimed, 'itemId'>,
  problem: ItemProblem,
  now: Date,
) =>
  db
    .updateTable('commitment_batch_item')
    .set({ problem, done_at: now })
    .where('id', '=', itemId)
    .where('done_at', 'is', null)
    .execute()

export type TakenCode = { name: string; code: string | null; over: 'used' | 'ended' | null }

/**
 * Opens the codes that nobody has seen yet, and forgets them: they are shown once.
 * @returns of a link that opens nothing any more what came of it, in the place of its code
 */
export const takeCodes = async (
  db: Write,
  { keys, now }: { keys: Keys; now: Date },
  batchId: number,
): Promise<TakenCode[]> => {
  const { rows } = await sql<{ itemId: number; name: string; box: Uint8Array; over: TakenCode['over'] }>`
    select i.id::int as "itemId", coalesce(s.name, u.name) as name, i.code_box as box,
      (select case when l.used_at is not null then 'used' when l.ended_at is not null or l.expires_at <= ${now}
          then 'ended' end
        from commitment_link l where l.commitment_id = i.commitment_id and l.made_at <= i.done_at) as over
    from commitment_batch_item i left join site s on s.id = i.site_id left join issuing_unit u on u.id = i.unit_id
    where i.batch_id = ${batchId} and i.code_box is not null order by name, i.id for update of i`.execute(db)
  await db
    .updateTable('commitment_batch_item')
    .set({ code_box: null })
    .where('batch_id', '=', batchId)
    .where('code_box', 'is not', null)
    .execute()
  return rows.map(({ itemId, name, box, over }) => ({
    ...{ name, over },
    code: over === null ? unsealed(keys, boxOf(itemId), box).toString() : null,
  }))
}
