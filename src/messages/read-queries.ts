import { sql } from 'kysely'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { shownMessage } from './queries.ts'
import type { Message } from './rules.ts'

export type ReadableMessage = Message & { leftAt: Date; isRead: boolean }

/** Row-level security shows a reader what is for the own role and area; a writer's others are left out here. */
const isForMe = sql`m.left_at is not null and message_reaches(m, (select visit_role()))`

/** What left before somebody began waits for nobody to open it. */
const isRead = sql`(m.left_at < ((select visit_role())).created_at or exists (select from message_read d
  where d.message_id = m.id and d.account_id = (select visit_account()))) as "isRead"`

/** What somebody may read in the role that they act in, the newest first. */
export const listMessages = async (db: Read): Promise<ReadableMessage[]> => {
  const { rows } = await sql<ReadableMessage>`
    select ${shownMessage}, ${isRead} from message m left join area a on a.id = m.area_id
    where ${isForMe} order by m.left_at desc, m.id desc limit 200`.execute(db)
  return rows
}

export const findMessage = async (db: Read, id: number): Promise<ReadableMessage | undefined> => {
  const { rows } = await sql<ReadableMessage>`
    select ${shownMessage}, ${isRead} from message m left join area a on a.id = m.area_id
    where ${isForMe} and m.id = ${id}`.execute(db)
  return rows[0]
}

/** Writes down that somebody opened it: once, and only what is for them. */
export const markRead = async (db: Write, id: number, accountId: string, today: Day): Promise<void> => {
  await db
    .insertInto('message_read')
    .values({ message_id: id, account_id: accountId, read_on: today })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** How many somebody has not opened, in the role that they act in. */
export const countUnread = async (db: Pool, accountRoleId: string, today: Day): Promise<number> => {
  const { rows } = await sql<{ unread: number }>`
    select /* messages.unread */ message_unread(${accountRoleId}::uuid, ${today}::date) as unread`.execute(db)
  return rows[0]!.unread
}
