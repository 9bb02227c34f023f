import { type Notice, noticeText } from '../exceptions/rules.ts'
import { formatDay, type Language, plural, translated } from '../i18n/translated.ts'
import type { Found } from './queries.ts'

/** Tickets in words: `1 aikuinen + 2 lasta`. */
const tickets = (language: Language, adult: [string, string], child: [string, string]) => {
  const adults = plural(language, { one: adult[0], other: adult[1] })
  const children = plural(language, { one: child[0], other: child[1] })
  return (use: { adults: number; children: number }) =>
    [use.adults > 0 && adults(use.adults), use.children > 0 && children(use.children)]
      .filter(Boolean)
      .join(' + ') || adults(0)
}

export const words = translated({
  fi: {
    tickets: tickets('fi', ['# aikuinen', '# aikuista'], ['# lapsi', '# lasta']),
    allowed: (until: string) => `Kortti on voimassa ${until} asti.`,
    malformed: 'Tämä ei ole kortin tunnus. Tunnus on kortissa.',
    identityCode: 'Tämä näyttää henkilötunnukselta. Sitä ei tallenneta. Kirjoita kortin tunnus.',
  },
  sv: {
    tickets: tickets('sv', ['# vuxen', '# vuxna'], ['# barn', '# barn']),
    allowed: (until: string) => `Kortet gäller till ${until}.`,
    malformed: 'Det här är inte en kortkod. Koden finns på kortet.',
    identityCode: 'Det här ser ut som en personbeteckning. Den sparas inte. Skriv kortets kod.',
  },
  en: {
    tickets: tickets('en', ['# adult', '# adults'], ['# child', '# children']),
    allowed: (until: string) => `The card is valid until ${until}.`,
    malformed: 'This is not a card code. The code is on the card.',
    identityCode: 'This looks like a personal identity code. It is not stored. Enter the card code.',
  },
})

/** An exception is told with its reason, and what is offered instead. */
const withNotice = (language: Language, text: string, exception: Notice | null) =>
  exception === null ? text : `${text} ${noticeText(exception, language)}`

export const validText = (language: Language, { card, exception }: Found): string =>
  withNotice(language, words[language].allowed(formatDay(language, card!.validUntil!)), exception)
