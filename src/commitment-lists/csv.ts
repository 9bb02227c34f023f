import { words as commitmentWords } from '../commitments/words.ts'
import type { Language } from '../i18n/translated.ts'
import { spreadsheetCsv } from '../lib/csv-write.ts'
import type { Day } from '../lib/dates.ts'
import type { Listed } from './queries.ts'
import { standingOf } from './rules.ts'
import { standingWords, words } from './words.ts'

/** The list as a file, with the words of the page; days as a spreadsheet reads them. */
export const commitmentsCsv = (language: Language, rows: readonly Listed[], today: Day): string => {
  const t = words[language]
  return spreadsheetCsv([
    ['id', t.parties, t.kind, t.standing, t.days, t.ends, t.model, t.area],
    ...rows.map((row) => [
      ...[row.id, row.parties.map(({ name }) => name).join(' · '), commitmentWords[language].kinds[row.kind]],
      ...[standingWords(language, standingOf(row, row.parties, today)), row.from],
      ...[
        [row.until, row.endedOn].filter((day) => day !== null).sort()[0] ?? null,
        row.modelNumber,
        row.area,
      ],
    ]),
  ])
}
