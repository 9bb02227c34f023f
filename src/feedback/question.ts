import type { Write } from '../db/db.ts'
import { queueMail } from '../mail/queries.ts'
import { fill } from '../web/paths.ts'
import type { Thread } from './keep-queries.ts'
import { addInside, askCentre, endQuestion } from './question-queries.ts'
import { type QuestionLetter, questionLetterWords } from './question-words.ts'
import { listAnswerers } from './remind-queries.ts'
import { mailEnd } from './tell.ts'
import { paths, words } from './words.ts'

type By = { actor: string; now: Date; origin: string }

/** Tells the other side: the centre that it is asked, or the area's coordinators that they have an answer. */
const tell = async (db: Write, thread: Thread, kind: QuestionLetter, { now, origin }: By) => {
  const readers = await listAnswerers(db, kind === 'feedback-asked' ? null : thread.areaId)
  for (const { email, language } of readers) {
    const letter = questionLetterWords[language][kind]({
      place: thread.areaName ?? words[language].centre,
      url: origin + fill(paths.one[language], { feedback: thread.id }),
    })
    await queueMail(db, { kind, to: email, language, letter, now, expiresAt: mailEnd(now) })
  }
}

/** An area asks the centre about somebody's feedback. @returns false when it is too late, or another question waits */
export const ask = async (db: Write, thread: Thread, text: string, by: By): Promise<boolean> => {
  if (!(await askCentre(db, thread, by.now))) return false
  await addInside(db, thread, { author: 'question', body: text }, by)
  await tell(db, thread, 'feedback-asked', by)
  return true
}

/** The centre answers what was asked, which ends the question. @returns false when none waits any more */
export const reply = async (db: Write, thread: Thread, text: string, by: By): Promise<boolean> => {
  if (!(await endQuestion(db, thread))) return false
  await addInside(db, thread, { author: 'reply', body: text }, by)
  await tell(db, thread, 'feedback-replied', by)
  return true
}
