import { formatNumber, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import type { Paper } from '../lib/pdf.ts'
import { frontWords } from '../public-site/front-words.ts'
import { numberWords } from './number-words.ts'
import type { Told } from './queries.ts'
import { type PictureSize, pictureSizes } from './rules.ts'
import { figuresOf } from './texts.ts'

/** What a picture tells: what the card is, or what was given with it. */
export const pictureSubjects = ['card', 'numbers'] as const
export type PictureSubject = (typeof pictureSubjects)[number]

type Wanted = {
  language: Language
  size: PictureSize
  about: PictureSubject
  /** Whose picture it is, and whose figures: a site has its own name and the figures of its area. Empty for the country. */
  name: string
  place: string
  told: Told | null
  /** Without https:// */
  address: string
}

/** The figures of a picture; null where the tickets, which it is about, may not be told. */
const figuresIn = ({ language, told, place }: Wanted) => {
  const { tickets, children, users, registered } = told?.counts ?? {}
  if (!told || !tickets) return null
  const t = numberWords[language]
  // Where the children are told, so is the rest: the adults'.
  const adults = children === undefined ? undefined : tickets - children
  return {
    number: formatNumber(language, tickets),
    tickets: t.tickets(tickets),
    of: figuresOf(language, told, place),
    parts:
      children !== undefined && adults
        ? [
            { label: t.adults(adults), share: adults / tickets },
            { label: t.children(children), share: children / tickets },
          ]
        : [],
    more: [users && t.users(users), registered && t.registered(registered)].filter(Boolean),
    source: t.source(told.number, dayOf(told.asOf)),
  }
}

/** Whether there is such a picture: one of figures needs figures that may be told. */
export const isTellable = (wanted: Wanted): boolean => wanted.about === 'card' || figuresIn(wanted) !== null

/** What the picture says, for those who do not see it. */
export const altOf = (wanted: Wanted): string => {
  const { language, about, name, address } = wanted
  const figures = about === 'numbers' ? figuresIn(wanted) : null
  if (!figures) {
    const { title, lead } = frontWords[language]
    return [`${title}.`, lead, name && `${name}.`, address].filter(Boolean).join(' ')
  }
  const { number, tickets, of, parts, more, source } = figures
  const details = [...parts.map(({ label }) => label), ...more].join(', ')
  const sentence = `${numberWords[language].withCard} ${number} ${tickets} (${of})${details && `: ${details}`}.`
  return `${sentence} ${source}.`
}

/** A picture for social media, in our own look. */
export const picturePaper = (wanted: Wanted): Paper => {
  const { language, size, about, name, address } = wanted
  const { title, lead } = frontWords[language]
  return {
    template: new URL('./picture.typ', import.meta.url),
    data: {
      ...{ title: altOf(wanted), lang: language, direction: 'ltr' },
      ...{ size: pictureSizes[size], headline: title, lead, name, address },
      withCard: numberWords[language].withCard,
      figures: about === 'numbers' ? figuresIn(wanted) : null,
    },
  }
}
