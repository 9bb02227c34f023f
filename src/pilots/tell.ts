import type { Pool, Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import { addDays, dayOf } from '../lib/dates.ts'
import { queueMail } from '../mail/queries.ts'
import { surveyLetter } from './letter-words.ts'
import { listAddresses, listSurveysToTell, lockLetters, noteTold, type SurveyToTell } from './tell-queries.ts'
import { paths } from './words.ts'

/** Who has not answered is asked once more, so many days before the end. */
const remindDays = 3

const ask = async (
  db: Write,
  survey: SurveyToTell,
  onlyUnanswered: boolean,
  { now, origin }: { now: Date; origin: string },
): Promise<number> => {
  const people = await listAddresses(db, survey, onlyUnanswered, dayOf(now))
  for (const { email, language, place } of people)
    await queueMail(db, {
      kind: 'pilot-survey',
      to: email,
      language: language as Language,
      letter: surveyLetter[language](place, survey.closesOn, `${origin}${paths.answer[language]}`),
      now,
      expiresAt: new Date(`${addDays(survey.closesOn, 1)}T00:00:00Z`),
    })
  await noteTold(db, survey, onlyUnanswered ? 'reminded_at' : 'told_at', now)
  return people.length
}

/**
 * Asks the places of a pilot to answer its survey, and once more those that have not. It may be run as often as one likes.
 * @param origin the address that people use, without a slash at the end
 * @returns how many letters were put in the queue
 */
export const tellOfSurveys = (db: Pool, now: Date, origin: string): Promise<number> =>
  db.transaction().execute(async (write) => {
    await lockLetters(write)
    const today = dayOf(now)
    let letters = 0
    for (const survey of await listSurveysToTell(write, today)) {
      const isFirst = survey.toldAt === null
      if (!isFirst && today < addDays(survey.closesOn, -remindDays)) continue
      letters += await ask(write, survey, !isFirst, { now, origin })
    }
    return letters
  })
