import { sql } from 'kysely'
import type { Pool, Read } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import { type MailState, mailStates } from './rules.ts'

export type ListedMail = {
  id: string
  kind: string
  recipient: string
  subject: string
  state: MailState
  madeAt: Date
  sentAt: Date | null
  expiresAt: Date
  /** When it is tried next; equals `expiresAt` when it is not. */
  dueAt: Date
  tries: number
  problem: string | null
}

const stateOn = (now: Date) => sql<MailState>`case
  when sent_at is not null then 'sent'
  when expires_at <= ${now} then 'expired'
  when problem is not null then 'failed'
  else 'waiting' end`

const mails = (db: Read, now: Date) =>
  db
    .selectFrom('mail')
    .select([
      'id',
      'kind',
      'recipient',
      'subject',
      stateOn(now).as('state'),
      'made_at as madeAt',
      'sent_at as sentAt',
      'expires_at as expiresAt',
      'due_at as dueAt',
      'tries',
      'problem',
    ])

/** How many mails are listed in each state. */
export const countMails = async (db: Read, now: Date): Promise<Record<MailState, number>> => {
  const { rows } = await sql<{ state: MailState; mails: number }>`
    select ${stateOn(now)} as state, count(*)::int as mails from mail group by 1`.execute(db as Pool)
  const counts = Object.fromEntries(mailStates.map((state) => [state, 0])) as Record<MailState, number>
  for (const { state, mails: count } of rows) counts[state] = count
  return counts
}

/** One page of the mails, the newest first. `page` is 1 or more; no state means every one. */
export const listMails = (
  db: Read,
  asked: { state: MailState | null; page: number; size: number },
  now: Date,
): Promise<ListedMail[]> =>
  mails(db, now)
    .$if(asked.state !== null, (query) => query.where(stateOn(now), '=', asked.state))
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .execute()

export type ShownMail = ListedMail & { language: Language; text: string | null }

/** One mail; its words are there only while it could still be sent. */
export const findMail = (db: Read, id: string, now: Date): Promise<ShownMail | undefined> =>
  mails(db, now)
    .select(['language', sql<string | null>`case when expires_at > ${now} then text_body end`.as('text')])
    .where('id', '=', id)
    .executeTakeFirst()
