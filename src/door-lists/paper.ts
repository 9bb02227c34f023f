import type { Language } from '../i18n/translated.ts'
import type { Paper } from '../lib/pdf.ts'
import { listColumns } from './rules.ts'
import { words } from './words.ts'

/** As many lines as fit on one A4 with squares that can be written in. */
const linesOnPaper = 20

/** The empty list to take to a door; what is known of the night stands on it already. */
export const doorListPaper = (
  language: Language,
  night: { site: string; event: string; day: string },
): Paper => {
  const t = words[language]
  return {
    template: new URL('./door-list.typ', import.meta.url),
    data: {
      ...{ title: t.title, lang: language, direction: 'ltr', how: t.how, number: t.line },
      top: [
        { label: t.site, value: night.site },
        { label: t.event, value: night.event },
        { label: t.day, value: night.day },
      ],
      columns: listColumns.map((name) => t.columns[name]),
      lines: linesOnPaper,
    },
  }
}
