import type { Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { queueMail } from '../mail/queries.ts'
import { fill } from '../web/paths.ts'
import { findReply, type Thread } from './keep-queries.ts'
import { answeredLetter } from './letter-words.ts'
import { hashOf, tokenOf } from './secret-rules.ts'
import { paths } from './words.ts'

/** An answer is sent for so long where the mail server is not there. */
const lifeDays = 14
export const mailEnd = (now: Date) => new Date(now.getTime() + lifeDays * 86_400_000)

type By = { now: Date; origin: string; keys: Keys }

/** Sends the answer to the address that was given; without one the page of the link tells it alone. */
export const tellWriter = async (db: Write, thread: Thread, answer: string, { now, origin, keys }: By) => {
  const { email, seed, secretHash } = await findReply(db, thread)
  if (email === null) return
  const token = tokenOf(keys.cardCode, seed)
  // With another key file the old link still works, but cannot be written anew.
  const isSame = hashOf(token).equals(secretHash)
  const url = isSame ? origin + fill(paths.thread[thread.language], { token }) : null
  const { language, letter } = answeredLetter(thread.language, { answer, url })
  await queueMail(db, {
    kind: 'feedback-answered',
    to: email,
    language,
    letter,
    now,
    expiresAt: mailEnd(now),
  })
}
