import { sql } from 'kysely'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import { type Letter, renderLetter } from '../lib/letter.tsx'
import { mailsForgottenBefore, nextTryAt } from './rules.ts'

export type { Letter } from '../lib/letter.tsx'

export type NewMail = {
  /** A UUID, where somebody follows what becomes of it. */
  id?: string
  /** Which letter it is, such as `invitation`. */
  kind: string
  to: string
  language: Language
  letter: Letter
  now: Date
  /** After this it is not sent any more, and its words are emptied. */
  expiresAt: Date
}

/** Puts a letter in the queue, in the transaction of what it tells about: neither is kept without the other. */
export const queueMail = (db: Write, { id, kind, to, language, letter, now, expiresAt }: NewMail) => {
  const { text, html } = renderLetter(letter, language)
  return db
    .insertInto('mail')
    .values({
      ...(id === undefined ? {} : { id }),
      kind,
      recipient: to,
      language,
      subject: letter.subject,
      text_body: text,
      html_body: html,
      made_at: now,
      due_at: now,
      expires_at: expiresAt,
    })
    .execute()
}

export type DueMail = {
  id: string
  recipient: string
  language: Language
  subject: string
  text: string
  html: string | null
  /** This try counted. */
  tries: number
  expiresAt: Date
}

/** How long a sender may have a mail in hand, in milliseconds: longer than any try takes, so that none is sent twice. */
const claimTime = 120_000
const isFree = (now: Date) =>
  sql<boolean>`(claimed_at is null or claimed_at < ${new Date(now.getTime() - claimTime)})`

/**
 * Takes the mail that has waited longest in hand; undefined when none is due. Several senders never take the same one:
 * each passes by what another has locked. The next try is written down before this one begins, so a sender that dies
 * in the middle is like a try that failed.
 */
export const claimDueMail = (pool: Pool, now: Date): Promise<DueMail | undefined> =>
  pool.transaction().execute(async (db) => {
    const mail = await db
      .selectFrom('mail')
      .select(['id', 'recipient', 'language', 'subject', 'text_body', 'html_body', 'tries', 'expires_at'])
      .where('sent_at', 'is', null)
      .where('text_body', 'is not', null)
      .where('due_at', '<=', now)
      .where('expires_at', '>', now)
      .where(isFree(now))
      .orderBy('due_at')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!mail) return undefined
    const { id, recipient, language, subject, text_body, html_body, expires_at } = mail
    const tries = mail.tries + 1
    await db
      .updateTable('mail')
      .set({ tries, claimed_at: now, due_at: nextTryAt(tries, now) })
      .where('id', '=', id)
      .execute()
    const text = text_body ?? ''
    return { id, recipient, language, subject, text, html: html_body, tries, expiresAt: expires_at }
  })

/** A sent mail keeps its envelope; its words are gone, for they may hold a link that opens something. */
export const markSent = (pool: Pool, id: string, now: Date) =>
  pool
    .updateTable('mail')
    .set({ sent_at: now, problem: null, claimed_at: null, text_body: null, html_body: null })
    .where('id', '=', id)
    .execute()

/** @param gaveUp when it is not to be tried again by itself: it is then due only when it has expired */
export const markFailed = (pool: Pool, mail: DueMail, problem: string, gaveUp: boolean) =>
  pool
    .updateTable('mail')
    .set({ problem, claimed_at: null, ...(gaveUp ? { due_at: mail.expiresAt } : {}) })
    .where('id', '=', mail.id)
    .execute()

/**
 * Has a mail tried at once, whatever its place in line.
 * @returns whether it still waits and nobody has it in hand
 */
export const tryMailNow = async (db: Write, id: string, now: Date): Promise<boolean> => {
  const moved = await db
    .updateTable('mail')
    .set({ due_at: now })
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .where('expires_at', '>', now)
    .where(isFree(now))
    .returning('id')
    .executeTakeFirst()
  return moved !== undefined
}

/** Empties what is too old to be sent, and forgets that old mails ever were. */
export const forgetMails = async (db: Pool, now: Date) => {
  await db
    .updateTable('mail')
    .set({ text_body: null, html_body: null })
    .where('expires_at', '<=', now)
    .where('text_body', 'is not', null)
    .execute()
  await db.deleteFrom('mail').where('made_at', '<', mailsForgottenBefore(now)).execute()
}

/** What waits: how many mails, how many of them a server kept us from sending, and since when the first is due. */
export const countWaitingMails = async (db: Read, now: Date) => {
  const { rows } = await sql<{ waiting: number; blocked: number; dueAt: Date | null }>`
    select count(*)::int as waiting, min(due_at) filter (where claimed_at is null) as "dueAt",
      (count(*) filter (where problem !~ '^(EENVELOPE|EMESSAGE)'))::int as blocked
    from mail where sent_at is null and expires_at > ${now}`.execute(db as Pool)
  return rows[0]!
}
