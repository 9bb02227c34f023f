import type { OwnAccount } from '../accounts/account-queries.ts'
import { emailLinkEnd } from '../accounts/rules.ts'
import type { Write } from '../db/db.ts'
import { queueMail } from '../mail/queries.ts'
import { passwordChangedLetter } from './words.ts'

/** Tells the owner, who may not be the one who changed it. */
export const queuePasswordChanged = (
  db: Write,
  { name, email, language }: Pick<OwnAccount, 'name' | 'email' | 'language'>,
  now: Date,
) =>
  queueMail(db, {
    kind: 'password-changed',
    to: email,
    language,
    letter: passwordChangedLetter(language, { name }),
    now,
    expiresAt: emailLinkEnd(now),
  })
