import { formatNumber, type Language } from '../i18n/translated.ts'
import { type Day, yearOf } from '../lib/dates.ts'
import type { Paper } from '../lib/pdf.ts'
import { certificateWords } from './certificate-words.ts'
import { certified, type GivenYear } from './rules.ts'
import { formatEuros } from './words.ts'

type Wanted = { language: Language; site: string; municipality: string; given: GivenYear; today: Day }

/** One A4 that thanks a site for a year of tickets, with their value where prices are known. */
export const certificatePaper = ({ language, site, municipality, given, today }: Wanted): Paper => {
  const t = certificateWords[language]
  const { tickets, children, cents } = certified(given)
  const figure = (value: string, label: string) => ({ value, label })
  const priced = given.tickets - given.unpriced
  const hasValue = cents !== null && cents > 0
  return {
    template: new URL('./certificate.typ', import.meta.url),
    data: {
      ...{ title: t.title(given.year), lang: language, direction: 'ltr' },
      ...{ thanks: t.thanks, site, municipality, body: t.body, from: t.from, few: t.few },
      gave: t.gave(given.year, given.year === yearOf(today) ? today : null),
      figures: [
        ...(tickets === null ? [] : [figure(formatNumber(language, tickets), t.tickets)]),
        ...(children ? [figure(formatNumber(language, children), t.children)] : []),
        ...(hasValue
          ? [figure(formatEuros[language](cents), given.unpriced > 0 ? t.partValue(priced) : t.value)]
          : []),
      ],
      notes: [t.note(today), ...(hasValue ? [t.valueNote] : [])],
    },
  }
}
