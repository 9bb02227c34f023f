import { formatNumber, type Language } from '../i18n/translated.ts'
import type { Paper } from '../lib/pdf.ts'
import type { Told } from './certificate-rules.ts'
import { certificateWords } from './certificate-words.ts'
import { sayWholeEuros } from './words.ts'

type Wanted = {
  language: Language
  site: string
  municipality: string
  year: number
  /** Null where closed periods tell no number: then the certificate thanks without one. */
  told: Told | null
  cents: number | null
}

/** One A4 that thanks a site for a year of tickets, with their value where it is told. */
export const certificatePaper = ({ language, site, municipality, year, told, cents }: Wanted): Paper => {
  const t = certificateWords[language]
  const figure = (value: string, label: string) => ({ value, label })
  const children = told?.split?.children
  const hasValue = cents !== null && cents > 0
  const isWhole = !told || told.until === `${year}-12-31`
  return {
    template: new URL('./certificate.typ', import.meta.url),
    data: {
      ...{ title: t.title(year), lang: language, direction: 'ltr' },
      ...{ thanks: t.thanks, site, municipality, body: t.body, from: t.from, few: t.few },
      gave: t.gave(year, isWhole ? null : told.until),
      figures: [
        ...(told ? [figure(formatNumber(language, told.tickets), t.tickets)] : []),
        ...(children ? [figure(formatNumber(language, children), t.children)] : []),
        ...(hasValue ? [figure(sayWholeEuros(language, cents), t.value)] : []),
      ],
      notes: told ? [t.note(told.until, told.publications), ...(hasValue ? [t.valueNote] : [])] : [],
    },
  }
}
