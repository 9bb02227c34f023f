import type { Pool } from '../db/db.ts'
import { queueMail } from '../mail/queries.ts'
import { fill } from '../web/paths.ts'
import { listCentre, listUntold, noteTold } from './interest-queries.ts'
import { letterWords } from './letter-words.ts'
import { paths } from './words.ts'

const lifeDays = 14

/**
 * Tells the centre of new interests, each once. It may be run as often as one likes.
 * @param origin the address that people use, without a slash at the end
 */
export const tellOfInterests = (db: Pool, now: Date, origin: string): Promise<void> =>
  db.transaction().execute(async (write) => {
    const untold = await listUntold(write)
    if (untold.length === 0) return
    for (const { email, language } of await listCentre(write))
      for (const { id, organisation } of untold)
        await queueMail(write, {
          kind: 'interest',
          to: email,
          language,
          letter: letterWords[language].told(
            organisation,
            `${origin}${fill(paths.one[language], { interest: id })}`,
          ),
          now,
          expiresAt: new Date(now.getTime() + lifeDays * 86_400_000),
        })
    await noteTold(
      write,
      untold.map(({ id }) => id),
      now,
    )
  })
