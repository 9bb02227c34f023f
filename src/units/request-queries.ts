import { sql } from 'kysely'
import type { Read, Write } from '../db/db.ts'

type By = { now: Date; actor: string }

/** A coordinator asks the centre for a new issuer; asked again, the old answer gives way. */
export const askForUnit = async (db: Write, unitId: number, reason: string, by: By): Promise<void> => {
  const asked = {
    reason,
    asked_at: by.now,
    asked_by: by.actor,
    answer: null,
    answer_reason: null,
    answered_at: null,
    answered_by: null,
  }
  await db
    .insertInto('issuer_request')
    .values({ unit_id: unitId, ...asked })
    .onConflict((conflict) => conflict.column('unit_id').doUpdateSet(asked))
    .execute()
  await db.updateTable('issuing_unit').set({ state: 'proposed' }).where('id', '=', unitId).execute()
}

/** The centre answers. @returns false when somebody has answered already */
export const answerRequest = async (
  db: Write,
  unitId: number,
  { answer, reason }: { answer: 'approved' | 'declined'; reason: string | null },
  by: By,
): Promise<boolean> => {
  const answered = await db
    .updateTable('issuer_request')
    .set({ answer, answer_reason: reason, answered_at: by.now, answered_by: by.actor })
    .where('unit_id', '=', unitId)
    .where('answer', 'is', null)
    .returning('unit_id')
    .executeTakeFirst()
  if (!answered) return false
  const state = answer === 'approved' ? 'active' : 'declined'
  await db.updateTable('issuing_unit').set({ state }).where('id', '=', unitId).execute()
  return true
}

export type Request = {
  id: number
  name: string
  organisation: string
  nameFi: string
  nameSv: string | null
  area: string
  reason: string
  askedAt: Date
  answer: 'approved' | 'declined' | null
  answerReason: string | null
  answeredAt: Date | null
}

/** Proposals, those that wait first and the longest wait first of all; then the latest answers. */
export const listRequests = async (db: Read): Promise<Request[]> => {
  const { rows } = await sql<Request>`
    select u.id, u.name, o.name as organisation, m.name_fi as "nameFi", m.name_sv as "nameSv", a.name as area,
      q.reason, q.asked_at as "askedAt", q.answer, q.answer_reason as "answerReason", q.answered_at as "answeredAt"
    from issuer_request q
    join issuing_unit u on u.id = q.unit_id
    join organisation o on o.id = u.organisation_id
    join municipality m on m.id = u.municipality_id
    join area a on a.id = u.area_id
    order by q.answer is not null, case when q.answer is null then q.asked_at end, q.answered_at desc
    limit 200`.execute(db)
  return rows
}
