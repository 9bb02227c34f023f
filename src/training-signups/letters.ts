import type { Pool } from '../db/db.ts'
import { addDays, dayOf } from '../lib/dates.ts'
import { queueMail } from '../mail/queries.ts'
import { findAnyTraining } from '../trainings/queries.ts'
import { titleIn, whenText } from '../trainings/words.ts'
import { fill } from '../web/paths.ts'
import { takeDue } from './letter-queries.ts'
import { letterWords } from './letter-words.ts'
import { letterKinds, letterLifeDays } from './rules.ts'
import { paths } from './words.ts'

/**
 * Tells those who signed up what has come: a seat, the day before, that it is cancelled, its recording. Each once, however
 * often it is run.
 * @param origin the address that people use, without a slash at the end
 * @returns how many letters were put in the queue
 */
export const tellOfTrainings = (db: Pool, now: Date, origin: string): Promise<number> =>
  db.transaction().execute(async (write) => {
    const tomorrow = addDays(dayOf(now), 1)
    let letters = 0
    for (const kind of letterKinds)
      for (const { trainingId, email, language } of await takeDue(write, kind, { now, tomorrow })) {
        const training = await findAnyTraining(write, trainingId)
        const own = `${origin}${fill(paths.one[language], { training: trainingId })}`
        const letter = letterWords[language][kind]({
          title: titleIn(language, training).text,
          when: whenText(language, training),
          url: kind === 'recording' ? new URL(training.recordingUrl!, origin).href : own,
        })
        const expiresAt = new Date(now.getTime() + letterLifeDays[kind] * 86_400_000)
        await queueMail(write, { kind: `training-${kind}`, to: email, language, letter, now, expiresAt })
        letters += 1
      }
    return letters
  })
