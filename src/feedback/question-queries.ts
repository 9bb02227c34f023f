import { sql } from 'kysely'
import type { Read, Write } from '../db/db.ts'
import type { Thread } from './keep-queries.ts'

/** An area asks the centre: one question at a time. @returns false when one waits already, or the thread has ended */
export const askCentre = async (db: Write, { id, areaId }: Thread, now: Date): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('feedback')
    .set({ asked_at: now })
    .where('id', '=', id)
    .where('area_id', '=', areaId)
    .where('asked_at', 'is', null)
    .where('state', 'in', ['new', 'working'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The centre's reply ends the question. @returns false when none waits */
export const endQuestion = async (db: Write, { id }: Thread): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('feedback')
    .set({ asked_at: null })
    .where('id', '=', id)
    .where('asked_at', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What is asked or replied. */
export const addInside = (
  db: Write,
  { id }: Thread,
  { author, body }: { author: 'question' | 'reply'; body: string },
  { actor, now }: { actor: string; now: Date },
) =>
  db
    .insertInto('feedback_message')
    .values({ feedback_id: id, author, body, written_at: now, written_by: actor })
    .execute()

export type Asked = { id: number; area: string; begins: string }

/** The questions that wait for the centre, the oldest first. */
export const listAsked = async (db: Read): Promise<Asked[]> => {
  const { rows } = await sql<Asked>`
    select f.id, a.name as area, coalesce((select left(q.body, 70) from feedback_message q
      where q.feedback_id = f.id and q.author = 'question' order by q.id desc limit 1), '–') as begins
    from feedback f join area a on a.id = f.area_id
    where f.asked_at is not null order by f.asked_at, f.id limit 20`.execute(db)
  return rows
}
