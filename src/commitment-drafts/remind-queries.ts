import { sql } from 'kysely'
import { addEvent, lockCommitment } from '../commitments/event-queries.ts'
import { findCommitment } from '../commitments/queries.ts'
import type { Commitment, Party } from '../commitments/rules.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import { addDays, type Day } from '../lib/dates.ts'
import { automatic, type ReminderKind } from './remind-rules.ts'

/** Commitments that wait and whose last day for signing is near, the nearest first. */
export const listNearTheirEnd = async (db: Pool, today: Day): Promise<number[]> => {
  const rows = await db
    .selectFrom('commitment')
    .select('id')
    .where('state', '=', 'waiting')
    .where('answer_until', '>=', today)
    .where('answer_until', '<=', addDays(today, automatic.week))
    .orderBy('answer_until')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Writes down that a party is reminded. @returns false when it has been already, so that no letter goes */
export const recordReminder = async (
  db: Write,
  { id, round }: Pick<Commitment, 'id' | 'round'>,
  { id: partyId }: Pick<Party, 'id'>,
  { kind, dueOn, now, by }: { kind: ReminderKind; dueOn: Day; now: Date; by: string },
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('commitment_reminder')
    .values({
      ...{ commitment_id: id, party_id: partyId, round, kind, due_on: dueOn },
      ...{ made_at: now, made_by: by },
    })
    .onConflict((conflict) => conflict.columns(['party_id', 'round', 'kind', 'due_on']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** When somebody was last reminded in this round; null when nobody was. */
export const findLatestReminder = async (
  db: Read,
  { id, round }: Pick<Commitment, 'id' | 'round'>,
): Promise<Date | null> => {
  const row = await db
    .selectFrom('commitment_reminder')
    .select((of) => of.fn.max('made_at').as('at'))
    .where('commitment_id', '=', id)
    .where('round', '=', round)
    .executeTakeFirst()
  return row?.at ?? null
}

/** Commitments that wait though their last day for signing is over. */
export const listOverdue = async (db: Pool, today: Day): Promise<number[]> => {
  const rows = await db
    .selectFrom('commitment')
    .select('id')
    .where('state', '=', 'waiting')
    .where('answer_until', '<', today)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** @returns the event and the commitment; null when it does not wait any more */
export const expire = async (
  db: Write,
  id: number,
  { now, today, actor }: { now: Date; today: Day; actor: string },
): Promise<{ commitment: Commitment; event: number; hash: string } | null> => {
  await lockCommitment(db, id)
  const commitment = await findCommitment(db, id)
  if (commitment?.state !== 'waiting' || commitment.answerUntil >= today) return null
  const added = await addEvent(db, id, { kind: 'expired', party: null, actor, at: now, details: {} })
  return { commitment, ...added }
}

export type Keeper = { email: string; language: Language }

/** Who sent it last, while they still keep it; else the coordinators of its area, or the centre. */
export const listKeepers = async (db: Write, id: number): Promise<Keeper[]> => {
  const { rows } = await sql<Keeper & { isSender: boolean }>`
    select distinct a.email, a.language, 'account:' || a.id = (select e.actor from commitment_event e
      where e.commitment_id = c.id and e.kind = 'sent' order by e.number desc limit 1) as "isSender"
    from commitment c join account_role r on r.ended_at is null
      and (r.role = 'centre' or (r.role = 'coordinator' and r.area_id = c.area_id))
    join account a on a.id = r.account_id and a.ended_at is null
    where c.id = ${id} and (r.role = 'coordinator' or c.area_id is null or 'account:' || a.id = (
        select e.actor from commitment_event e where e.commitment_id = c.id and e.kind = 'sent'
        order by e.number desc limit 1)
      or not exists (select from account_role k where k.role = 'coordinator' and k.area_id = c.area_id
        and k.ended_at is null))
    order by a.email`.execute(db)
  const sender = rows.filter(({ isSender }) => isSender)
  return (sender.length > 0 ? sender : rows).map(({ email, language }) => ({ email, language }))
}
