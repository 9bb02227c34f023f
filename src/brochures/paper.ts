import encodeQR from 'qr'
import { formatHolderDay } from '../i18n/holder-format.ts'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import type { Paper } from '../lib/pdf.ts'
import { type Edition, type Layout, printedName } from './rules.ts'
import { tellEdition } from './telling.ts'

/** One file a way of laying out; the three that are read page by page differ in measures alone. */
const templates: Record<Layout, URL> = {
  folded: new URL('./folded.typ', import.meta.url),
  booklet: new URL('./pages.typ', import.meta.url),
  large: new URL('./pages.typ', import.meta.url),
  simple: new URL('./pages.typ', import.meta.url),
}

/** An edition on paper. What it says comes from the edition alone: the same edition always has the same bytes. */
export const brochurePaper = (edition: Edition, language: HolderLanguage, layout: Layout): Paper => {
  const { content, publishedOn } = edition
  const words = content.words[language]!
  const told = tellEdition(content, language)
  const { tag, direction } = aboutLanguages[language]
  return {
    template: templates[layout],
    data: {
      ...{ title: `${words.title} – ${told.area}`, lang: tag, direction, layout },
      ...{ name: words.title, lead: words.lead, ...told },
      ...{ latest: words.latest, notes: words.notes ?? null },
      link: { url: told.address, shown: told.address.replace(/^https?:\/\//, ''), alt: words.scan },
      qr: encodeQR(told.address, 'svg', { ecc: 'medium', border: 2 }),
      edition: `${words.edition} ${printedName(edition)}`,
      day: formatHolderDay(language, publishedOn),
      note: words.unreviewed,
    },
  }
}
