import { categoryNames } from '../i18n/category-names.ts'
import type { Language } from '../i18n/translated.ts'
import { spreadsheetCsv } from '../lib/csv-write.ts'
import { municipalityName } from '../network/rules.ts'
import { listWords } from '../places/list-words.ts'
import { attentions } from '../places/rules.ts'
import { placeWords } from '../places/words.ts'
import type { ListedSite } from './list-queries.ts'
import { words } from './words.ts'

/** The list as a file, with the words of the page. */
export const sitesCsv = (language: Language, sites: readonly ListedSite[]): string => {
  const t = words[language]
  const p = placeWords[language]
  const l = listWords[language]
  return spreadsheetCsv([
    [
      ...[p.name, p.organisation, t.category, p.municipality, p.area, p.state, t.lastUsed],
      ...attentions.map((attention) => l.attentions[attention]),
    ],
    ...sites.map((site) => [
      ...[site.name, site.organisation, categoryNames[language][site.category]],
      ...[municipalityName(site, language), site.area, t.states[site.state], site.last],
      ...attentions.map((attention) => (site[attention] ? t.yes : t.no)),
    ]),
  ])
}
