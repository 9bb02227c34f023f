import type { Language } from '../i18n/translated.ts'
import { spreadsheetCsv } from '../lib/csv-write.ts'
import type { Day } from '../lib/dates.ts'
import type { Partner } from './commitment-queries.ts'
import type { NameUse } from './queries.ts'
import { standingOf } from './rules.ts'
import { words } from './words.ts'

/** The list as a file, with the words of the page; days as a spreadsheet reads them. */
export const usesCsv = (language: Language, uses: readonly NameUse[], today: Day): string => {
  const t = words[language]
  return spreadsheetCsv([
    [
      ...['id', t.who, t.mark, t.purpose, t.place, t.standing, t.grantedBy, t.grantedOn, t.recordNumber],
      ...[t.from, t.until, t.conditions, t.endedOn, t.endReason, t.noticedOn],
    ],
    ...uses.map((use) => [
      ...[use.id, use.who, t.marks[use.mark], t.purposes[use.purpose], use.place],
      ...[t.standings[standingOf(use, today)], use.grantedBy, use.grantedOn, use.recordNumber],
      ...[use.from, use.until, use.conditions, use.endedOn, use.endedReason, use.noticedOn],
    ]),
  ])
}

export const partnersCsv = (language: Language, partners: readonly Partner[]): string => {
  const t = words[language]
  return spreadsheetCsv([
    [t.who, t.from, t.until],
    ...partners.map(({ who, from, until }) => [who, from, until]),
  ])
}
