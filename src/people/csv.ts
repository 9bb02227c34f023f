import { roleNames, sideNames } from '../accounts/words.ts'
import type { Language } from '../i18n/translated.ts'
import { spreadsheetCsv } from '../lib/csv-write.ts'
import type { Listed } from './queries.ts'
import { words } from './words.ts'

/** The list as a file: one row a role, for a person may hold several. */
export const peopleCsv = (language: Language, people: readonly Listed[]): string => {
  const t = words[language]
  const header = [t.name, t.email, t.role, t.side, t.place, t.signedIn]
  const rows = people.flatMap(({ name, email, signedInOn, roles }) =>
    roles.map(({ role, side, place }) => [
      name,
      email,
      roleNames[language][role],
      side && sideNames[language][side],
      place,
      signedInOn,
    ]),
  )
  return spreadsheetCsv([header, ...rows])
}
