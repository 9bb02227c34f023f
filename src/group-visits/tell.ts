import type { Write } from '../db/db.ts'
import { formatDay } from '../i18n/translated.ts'
import { queueMail } from '../mail/queries.ts'
import { fill } from '../web/paths.ts'
import { type LetterKind, letterWords } from './letter-words.ts'
import { type GroupVisit, listVisitReaders } from './queries.ts'
import { paths, words } from './words.ts'

/** Nobody acts on an older letter: the page tells by then. */
const lifeDays = 14

/** Tells those whose turn it is. Nobody there: nobody is told, and the page waits. */
export const tell = async (
  db: Write,
  kind: LetterKind,
  visit: GroupVisit,
  { now, origin }: { now: Date; origin: string },
) => {
  const isForSite = kind !== 'visit-answered'
  const readers = await listVisitReaders(db, isForSite ? { siteId: visit.siteId } : { unitId: visit.unitId })
  const expiresAt = new Date(now.getTime() + lifeDays * 86_400_000)
  for (const { email, language } of readers) {
    const t = words[language]
    const path = (isForSite ? paths.answer : paths.one)[language]
    const letter = letterWords[language][kind]({
      unit: visit.unitName,
      site: visit.siteName,
      day: formatDay(language, visit.visitOn),
      people: t.people(visit.clients, visit.under16, visit.workers),
      state: t.states[visit.state],
      url: origin + fill(path, { visit: visit.id }),
    })
    await queueMail(db, { kind, to: email, language, letter, now, expiresAt })
  }
}
