import type { Language } from '../i18n/translated.ts'
import { spreadsheetCsv } from '../lib/csv-write.ts'
import type { ListedOrganisation } from './list-queries.ts'
import { kindName, words } from './words.ts'

/** The list as a file, with the words of the page. */
export const organisationsCsv = (language: Language, rows: readonly ListedOrganisation[]): string => {
  const t = words[language]
  return spreadsheetCsv([
    [t.name, t.kind, t.businessId, t.units, t.sites],
    ...rows.map(({ name, kind, businessId, units, sites }) => [
      ...[name, kindName(language, kind), businessId, units, sites],
    ]),
  ])
}
