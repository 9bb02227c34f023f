import type { Read, Write } from '../db/db.ts'
import { forgetFactors } from '../factors/queries.ts'
import type { Language } from '../i18n/translated.ts'
import { endLinks } from './link-queries.ts'
import type { NewsChoice } from './rules.ts'
import { endSessions } from './session-queries.ts'

export type OwnAccount = {
  id: string
  name: string
  email: string
  language: Language
  newsByMail: NewsChoice
  /** Null for who signs in elsewhere: there is no password to change or to forget. */
  passwordHash: string | null
}

/** An account that stands, by its id. */
export const findOwnAccount = (db: Read, accountId: string): Promise<OwnAccount | undefined> =>
  db
    .selectFrom('account')
    .select([
      'id',
      'name',
      'email',
      'language',
      'password_hash as passwordHash',
      'news_by_mail as newsByMail',
    ])
    .where('id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

export const setLanguage = (db: Write, accountId: string, language: Language) =>
  db.updateTable('account').set({ language }).where('id', '=', accountId).execute()

export const setNewsByMail = (db: Write, accountId: string, choice: NewsChoice) =>
  db.updateTable('account').set({ news_by_mail: choice }).where('id', '=', accountId).execute()

/**
 * A new password ends whatever the old one opened: sessions, halves of sign-ins, and links that ask for another.
 * @param keep the session in which it was changed
 */
export const setPassword = async (db: Write, accountId: string, passwordHash: string, keep?: Buffer) => {
  await db
    .updateTable('account')
    .set({ password_hash: passwordHash })
    .where('id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
  await endSessions(db, accountId, keep)
  await endLinks(db, accountId, 'reset')
}

/**
 * A new address ends the links that were sent to the old one.
 * @throws a unique violation (23505) when another account has the address
 */
export const setEmail = async (db: Write, accountId: string, email: string) => {
  await db
    .updateTable('account')
    .set({ email })
    .where('id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute()
  await endLinks(db, accountId, 'reset')
  await endLinks(db, accountId, 'email')
}

/** Somebody who had left is invited again: the account stands anew, with nothing of what opened it before. */
export const reopenAccount = async (
  db: Write,
  accountId: string,
  given: { name: string; language: Language; passwordHash: string },
) => {
  await db
    .updateTable('account')
    .set({ ended_at: null, name: given.name, language: given.language })
    .where('id', '=', accountId)
    .execute()
  await setPassword(db, accountId, given.passwordHash)
  await forgetFactors(db, accountId)
  await endLinks(db, accountId, 'email')
}
