import { sql } from 'kysely'
import type { Pool, Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { Texts } from './rules.ts'

/**
 * Lets what is due leave: its readers see it, and who is to get it by mail is written down. Two processes may do so at
 * once; each message leaves by one.
 * @param byMail false where nobody is written to
 * @returns how many left
 */
export const letLeave = (pool: Pool, now: Date, byMail: boolean): Promise<number> =>
  pool.transaction().execute(async (db) => {
    const { rows } = await sql<{ id: number }>`
      select id from message where leaves_at <= ${now} and left_at is null
      order by id for update skip locked`.execute(db)
    for (const { id } of rows) {
      if (byMail)
        await sql`
          insert into message_mail (message_id, account_id)
          select distinct m.id, a.id from message m join message_audience(m.id) w on true
          join account a on a.id = w.account_id
          where m.id = ${id} and (a.news_by_mail = 'all' or (a.news_by_mail = 'important' and m.is_important))
          on conflict do nothing`.execute(db)
      await db.updateTable('message').set({ left_at: now }).where('id', '=', id).execute()
    }
    return rows.length
  })

export type WaitingMail = {
  messageId: number
  accountId: string
  email: string
  language: Language
  title: Texts
  body: Texts
  area: string | null
}

/** Takes some of those in hand who are still to be written to, until the transaction ends. Whoever has left since is passed by. */
export const takeWaiting = async (db: Write, limit: number): Promise<WaitingMail[]> => {
  await sql`
    delete from message_mail l using account a
    where a.id = l.account_id and l.queued_at is null and a.ended_at is not null`.execute(db)
  const { rows } = await sql<WaitingMail>`
    select l.message_id as "messageId", l.account_id as "accountId", c.email, c.language, a.name as area,
      json_build_object('fi', m.title_fi, 'sv', m.title_sv, 'en', m.title_en) as title,
      json_build_object('fi', m.body_fi, 'sv', m.body_sv, 'en', m.body_en) as body
    from message_mail l join message m on m.id = l.message_id join account c on c.id = l.account_id
    left join area a on a.id = m.area_id
    where l.queued_at is null order by l.message_id, l.account_id limit ${limit} for update of l skip locked`.execute(
    db,
  )
  return rows
}

/** Writes down that somebody's letter is in the queue of mail. */
export const markQueued = (db: Write, { messageId, accountId }: WaitingMail, mailId: string, now: Date) =>
  db
    .updateTable('message_mail')
    .set({ queued_at: now, mail_id: mailId })
    .where('message_id', '=', messageId)
    .where('account_id', '=', accountId)
    .execute()

/** Forgets messages so many months after the last day on which they were new, with who opened them. */
export const forgetMessages = (db: Pool, today: Day, months: number) =>
  sql`delete from message where left_at is not null
    and shown_until + make_interval(months => ${months}::int) <= ${today}::date`.execute(db)

/** Forgets drafts so many months after they were last written in. */
export const forgetDrafts = (db: Pool, now: Date, months: number) =>
  sql`delete from message where left_at is null and leaves_at is null
    and changed_at + make_interval(months => ${months}::int) <= ${now}`.execute(db)

/** Forgets who opened a message so many months after they did. */
export const forgetReads = (db: Pool, today: Day, months: number) =>
  sql`delete from message_read where read_on + make_interval(months => ${months}::int) <= ${today}::date`.execute(
    db,
  )
