import { listKeepers } from '../api-clients/remind-queries.ts'
import type { Pool } from '../db/db.ts'
import { queueMail } from '../mail/queries.ts'
import { fill } from '../web/paths.ts'
import { pausedLetter } from './letter-words.ts'
import { findProgramOf } from './queries.ts'
import { paths } from './words.ts'

/** Nobody acts on an older letter: what waited has been forgotten by then. */
const lifeDays = 30

/** Tells the people of a program that its webhook has been paused. The path of its address may hold a secret: left out. */
export const tellOfPause = (
  pool: Pool,
  webhookId: string,
  { now, origin }: { now: Date; origin: string },
): Promise<void> =>
  pool.transaction().execute(async (db) => {
    const { clientId, program, url } = await findProgramOf(db, webhookId)
    const expiresAt = new Date(now.getTime() + lifeDays * 86_400_000)
    for (const { email, language } of await listKeepers(db, clientId)) {
      const page = origin + fill(paths.list[language], { program: clientId })
      const letter = pausedLetter[language]({ program, host: new URL(url).host, url: page })
      await queueMail(db, { kind: 'webhook-paused', to: email, language, letter, now, expiresAt })
    }
  })
