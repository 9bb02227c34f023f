import { words as commitmentWords } from '../commitments/words.ts'
import type { Language } from '../i18n/translated.ts'
import { spreadsheetCsv } from '../lib/csv-write.ts'
import type { Day } from '../lib/dates.ts'
import { writeWorkbook } from '../lib/xlsx.ts'
import type { Listed } from './queries.ts'
import { lastDayOf, standingOf } from './rules.ts'
import { standingWords, words } from './words.ts'

/** The list as a table, with the words of the page; days as a spreadsheet reads them. */
const tableOf = (language: Language, rows: readonly Listed[], today: Day) => {
  const t = words[language]
  return {
    head: ['id', t.parties, t.kind, t.standing, t.days, t.ends, t.model, t.area],
    rows: rows.map((row) => [
      ...[row.id, row.parties.map(({ name }) => name).join(' · '), commitmentWords[language].kinds[row.kind]],
      ...[standingWords(language, standingOf(row, row.parties, today)), row.from],
      ...[lastDayOf(row), row.modelNumber, row.area],
    ]),
  }
}

export const commitmentsCsv = (language: Language, rows: readonly Listed[], today: Day): string => {
  const table = tableOf(language, rows, today)
  return spreadsheetCsv([table.head, ...table.rows])
}

const widths = [8, 50, 30, 24, 14, 14, 10, 24]

/** The same as the CSV, for those whose spreadsheet opens a workbook more readily. */
export const commitmentsWorkbook = (
  language: Language,
  rows: readonly Listed[],
  today: Day,
): Promise<Uint8Array> => {
  const table = tableOf(language, rows, today)
  const columns = table.head.map((header, index) => ({ header, width: widths[index] ?? 14 }))
  return writeWorkbook(words[language].title, columns, table.rows)
}
