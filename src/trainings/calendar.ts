import type { Read } from '../db/db.ts'
import { type CalendarEvent, writeCalendar } from '../events/calendar-rules.ts'
import { derivedId } from '../lib/derived-id.ts'
import { saidIn } from '../materials/rules.ts'
import { pageList } from '../pages/page-list-words.ts'
import type { Visit } from '../web/visit.ts'
import { listOpenTrainings } from './queries.ts'
import { inGroup, type Training } from './rules.ts'
import { factLines, placeText, titleIn, whenText, words } from './words.ts'

type Reading = Visit & { db: Read }

const asEntry =
  ({ language, origin }: Reading) =>
  (training: Training): CalendarEvent => {
    const title = titleIn(language, training)
    const why = training.cancelledWhy && saidIn(training.cancelledWhy, language).text
    return {
      ...{ id: training.id, uid: derivedId(`${origin} training ${training.id}`) },
      ...{ name: title.text, lang: title.lang === language ? undefined : title.lang },
      ...{ startsAt: training.startsAt!, endsAt: training.endsAt, allDay: false },
      isCancelled: training.cancelledAt !== null,
      location: placeText(language, training),
      when: whenText(language, training),
      text: [why, saidIn(training.description, language).text, ...factLines(language, training)]
        .filter(Boolean)
        .join('\n'),
      url: `${origin}${pageList.trainings.path[language]}#training-${training.id}`,
      changedAt: training.changedAt,
    }
  }

/** Trainings to come, for a calendar that asks again and again; a cancelled one stays, and says so. */
export const makeCalendar = async (visit: Reading) => ({
  type: 'text/calendar; charset=utf-8',
  name: 'koulutukset.ics',
  open: 'changing' as const,
  body: writeCalendar(
    visit.origin,
    words[visit.language].groups.coming,
    inGroup(await listOpenTrainings(visit.db, visit.now), 'coming', visit.now).map(asEntry(visit)),
  ),
})
