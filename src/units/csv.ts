import type { Language } from '../i18n/translated.ts'
import { spreadsheetCsv } from '../lib/csv-write.ts'
import { municipalityName } from '../network/rules.ts'
import { listWords } from '../places/list-words.ts'
import { attentions } from '../places/rules.ts'
import { placeWords } from '../places/words.ts'
import type { ListedUnit } from './list-queries.ts'
import { kindName, words } from './words.ts'

/** The list as a file, with the words of the page. */
export const unitsCsv = (language: Language, units: readonly ListedUnit[]): string => {
  const t = words[language]
  const p = placeWords[language]
  const l = listWords[language]
  const yes = (is: boolean) => (is ? t.yes : t.no)
  return spreadsheetCsv([
    [
      ...[p.name, p.organisation, t.kind, t.thirdSector, p.municipality, p.area, p.state, t.isPublic],
      ...[t.lastRegistered, ...attentions.map((attention) => l.attentions[attention])],
    ],
    ...units.map((unit) => [
      ...[unit.name, unit.organisation, kindName(language, unit.kind), yes(unit.thirdSector)],
      ...[municipalityName(unit, language), unit.area, t.states[unit.state], yes(unit.isPublic), unit.last],
      ...attentions.map((attention) => yes(unit[attention])),
    ]),
  ])
}
