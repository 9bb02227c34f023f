import type { Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'

/** A letter as its slice writes it: plain sentences, and at most one link. The mail room makes text and HTML of it. */
export type Letter = {
  subject: string
  paragraphs: string[]
  link?: { label: string; url: string }
  /** What stands below the link: until when it works, what to do when the letter came to the wrong person. */
  after?: string[]
}

export type NewMail = {
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
export const queueMail = (db: Write, { kind, to, language, letter, now, expiresAt }: NewMail) =>
  db
    .insertInto('mail')
    .values({
      kind,
      recipient: to,
      language,
      subject: letter.subject,
      text_body: [...letter.paragraphs, letter.link?.url ?? '', ...(letter.after ?? [])].join('\n\n'),
      html_body: null,
      made_at: now,
      due_at: now,
      expires_at: expiresAt,
    })
    .execute()
