import { randomUUID } from 'node:crypto'
import type { Pool } from '../db/db.ts'
import { startRounds } from '../lib/rounds.ts'
import { queueMail } from '../mail/queries.ts'
import { letterFor } from './letter.ts'
import { letLeave, markQueued, takeWaiting } from './send-queries.ts'

/** Days that the mail of a message is tried. */
const mailDays = 7

/**
 * `byMail` is false where nobody is written to. `atOnce`: letters put in the queue in one transaction; what is stopped in
 * the middle begins again with the next of them.
 */
type Sending = { pool: Pool; clock: () => Date; origin: string; byMail: boolean; atOnce?: number }

const queueSome = ({ pool, clock, origin, atOnce = 50 }: Sending): Promise<number> =>
  pool.transaction().execute(async (db) => {
    const now = clock()
    const waiting = await takeWaiting(db, atOnce)
    for (const mail of waiting) {
      const id = randomUUID()
      await queueMail(db, {
        ...{ id, kind: 'message', to: mail.email, language: mail.language, now },
        letter: letterFor(mail, origin),
        expiresAt: new Date(now.getTime() + mailDays * 86_400_000),
      })
      await markQueued(db, mail, id, now)
    }
    return waiting.length
  })

/**
 * Lets what is due leave, and puts a letter to each who wants one in the queue of mail: each once, however often it is
 * stopped, and whoever does it at the same time.
 * @param isEnough asked between some and the next
 * @returns how many messages left, and how many letters they made
 */
export const sendMessages = async (sending: Sending, isEnough: () => boolean = () => false) => {
  const { pool, clock, byMail } = sending
  const left = await letLeave(pool, clock(), byMail)
  let letters = 0
  while (!isEnough()) {
    const queued = await queueSome(sending)
    if (queued === 0) break
    letters += queued
  }
  return { left, letters }
}

/** Looks for what is due every `every` milliseconds. @returns how to stop: some that are in hand are finished */
export const startSendingMessages = (
  given: Sending & { every: number; onError: (error: unknown) => void },
): { stop: () => Promise<void> } =>
  startRounds({
    ...{ every: given.every, onError: given.onError },
    round: (isStopped) => sendMessages(given, isStopped),
  })
