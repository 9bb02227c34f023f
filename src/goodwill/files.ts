import type { Language } from '../i18n/translated.ts'
import { spreadsheetCsv } from '../lib/csv-write.ts'
import type { Day } from '../lib/dates.ts'
import { writeWorkbook } from '../lib/xlsx.ts'
import { municipalityName } from '../network/rules.ts'
import type { MadeFile } from '../web/route.tsx'
import type { GivingSite } from './queries.ts'
import { type Given, type GivenMonth, worthOf } from './rules.ts'
import { words } from './words.ts'

type Cell = string | number | null
type Sheet = { name: string; header: string[]; rows: Cell[][]; notes: string[] }

/** Euros, not cents; a blank cell where the value is not known. */
const cellsOf = (given: Given): Cell[] => {
  const cents = worthOf(given)
  return [given.tickets, given.children, given.community, cents === null ? null : cents / 100, given.unpriced]
}

const headings = (language: Language) => {
  const t = words[language]
  return [t.tickets, t.children, t.community, `${t.value} (EUR)`, t.unpricedTickets]
}

/** What the figures mean goes with them, below the table. */
const notesOf = (language: Language, today: Day) => {
  const t = words[language]
  return [t.asOf(today), ...t.meanings]
}

/** A site's months as a table. */
export const monthsSheet = (
  language: Language,
  site: string,
  months: readonly GivenMonth[],
  today: Day,
): Sheet => {
  const t = words[language]
  return {
    name: t.title,
    header: [t.site, t.month, ...headings(language)],
    rows: months.toReversed().map(({ month, ...given }) => [site, month.slice(0, 7), ...cellsOf(given)]),
    notes: notesOf(language, today),
  }
}

/** A year of the kept sites as a table. */
export const sitesSheet = (
  language: Language,
  year: number,
  sites: readonly GivingSite[],
  today: Day,
): Sheet => {
  const t = words[language]
  return {
    name: `${t.title} ${year}`,
    header: [t.year, t.site, t.municipality, ...headings(language)],
    rows: sites.map((site) => [year, site.name, municipalityName(site, language), ...cellsOf(site)]),
    notes: notesOf(language, today),
  }
}

const rowsOf = ({ rows, notes }: Sheet): Cell[][] => [...rows, [], ...notes.map((note) => [note])]

export const csvFile = (name: string, sheet: Sheet): MadeFile => ({
  type: 'text/csv; charset=utf-8',
  name: `${name}.csv`,
  body: spreadsheetCsv([sheet.header, ...rowsOf(sheet)]),
})

export const workbookFile = (name: string, sheet: Sheet): MadeFile => ({
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  name: `${name}.xlsx`,
  body: () =>
    writeWorkbook(
      sheet.name,
      sheet.header.map((header) => ({ header, width: Math.max(14, header.length + 2) })),
      rowsOf(sheet),
    ),
})
