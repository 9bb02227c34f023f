import { type Notice, noticeText } from '../exceptions/rules.ts'
import { formatDay, formatTime, type Language, plural, translated } from '../i18n/translated.ts'
import type { Found } from './queries.ts'
import type { UseRefusal } from './rules.ts'

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
    unknown: 'Tunnusta ei löydy. Tarkista, että kirjoitit sen oikein.',
    malformed: 'Tämä ei ole kortin tunnus. Tunnus on kortissa.',
    identityCode: 'Tämä näyttää henkilötunnukselta. Sitä ei tallenneta. Kirjoita kortin tunnus.',
    notRegistered: 'Korttia ei ole vielä rekisteröity. Asiakas voi pyytää kortinjakajaa rekisteröimään sen.',
    expired: (day: string) => `Kortin voimassaolo päättyi ${day}. Sen voi uusia siellä, mistä kortin sai.`,
    replaced: 'Tämän kortin tilalle on annettu uusi kortti. Pyydä asiakkaalta uusi kortti.',
    lost: 'Kortti on ilmoitettu kadonneeksi. Asiakas saa uuden kortin kortinjakajalta.',
    blocked: 'Kortti ei ole enää käytössä. Asiakas voi kysyä asiasta kortinjakajalta.',
    localOnly: 'Kortti ei käy tässä kohteessa. Kokeilussa kortti käy vain oman alueen kohteissa.',
    closed: 'Kohteessa ei käy Kaikukortti tänä päivänä.',
    paused: 'Kaikukortin käyttö on tauolla tässä kohteessa.',
    tooManyChildren: (count: string) => `Kortin tiedoissa on ${count}. Kortinjakaja voi korjata määrän.`,
    children: plural('fi', { one: '# lapsi', other: '# lasta' }),
    again: (what: string, time: string) => `Tälle kortille on jo kirjattu ${what} (klo ${time}).`,
    inFuture: 'Aika on tulevaisuudessa. Tarkista laitteen kello.',
    tooLate: 'Käytöstä on yli 30 päivää. Lähetä se tuontitiedostossa.',
    nothing: 'Kirjaa ainakin yksi lippu.',
  },
  sv: {
    tickets: tickets('sv', ['# vuxen', '# vuxna'], ['# barn', '# barn']),
    allowed: (until: string) => `Kortet gäller till ${until}.`,
    unknown: 'Koden finns inte. Kontrollera att du skrev rätt.',
    malformed: 'Det här är inte en kortkod. Koden finns på kortet.',
    identityCode: 'Det här ser ut som en personbeteckning. Den sparas inte. Skriv kortets kod.',
    notRegistered: 'Kortet är inte registrerat ännu. Kunden kan be den som gav kortet att registrera det.',
    expired: (day: string) => `Kortets giltighetstid gick ut ${day}. Kortet kan förnyas där det delades ut.`,
    replaced: 'Kortet har ersatts. Be kunden visa det nya kortet.',
    lost: 'Kortet är anmält som försvunnet. Kunden får ett nytt kort av kortutdelaren.',
    blocked: 'Kortet är inte längre i bruk. Kunden kan fråga kortutdelaren.',
    localOnly: 'Kortet gäller inte här. Under försöket gäller kortet bara på det egna områdets ställen.',
    closed: 'Kaikukortet gäller inte på det här stället den här dagen.',
    paused: 'Kaikukortet har paus på det här stället.',
    tooManyChildren: (count: string) =>
      `I kortets uppgifter finns ${count}. Kortutdelaren kan rätta antalet.`,
    children: plural('sv', { one: '# barn', other: '# barn' }),
    again: (what: string, time: string) => `Redan registrerat med det här kortet: ${what} (kl. ${time}).`,
    inFuture: 'Tiden ligger i framtiden. Kontrollera enhetens klocka.',
    tooLate: 'Användningen är över 30 dagar gammal. Skicka den i en importfil.',
    nothing: 'Registrera minst en biljett.',
  },
  en: {
    tickets: tickets('en', ['# adult', '# adults'], ['# child', '# children']),
    allowed: (until: string) => `The card is valid until ${until}.`,
    unknown: 'We cannot find this code. Check that it is typed correctly.',
    malformed: 'This is not a card code. The code is on the card.',
    identityCode: 'This looks like a personal identity code. It is not stored. Enter the card code.',
    notRegistered:
      'This card is not registered yet. The customer can ask the person who gave the card to register it.',
    expired: (day: string) => `The card expired on ${day}. It can be renewed where it was issued.`,
    replaced: 'This card was replaced. Ask for the new card.',
    lost: 'The card was reported lost. The customer can get a new one from a card issuer.',
    blocked: 'The card is no longer in use. The customer can ask a card issuer about it.',
    localOnly: 'The card does not work here. In this pilot a card works only at the places of its own area.',
    closed: 'This place does not take the Kaikukortti on this day.',
    paused: 'The Kaikukortti is paused at this place.',
    tooManyChildren: (count: string) => `The register says ${count}. A card issuer can correct the number.`,
    children: plural('en', { one: '# child', other: '# children' }),
    again: (what: string, time: string) => `Already recorded with this card: ${what} (at ${time}).`,
    inFuture: 'The time is in the future. Check the clock of the device.',
    tooLate: 'The use is more than 30 days old. Send it in an import file.',
    nothing: 'Record at least one ticket.',
  },
})

/** What to say to the person at the desk: what happened, and what still works. */
export const refusalText = (language: Language, refusal: UseRefusal, found: Found): string => {
  const { card, recent, exception } = found
  const t = words[language]
  switch (refusal) {
    case 'card-unknown':
      return t.unknown
    case 'card-not-registered':
      return t.notRegistered
    case 'card-expired':
      return t.expired(formatDay(language, card!.validUntil!))
    case 'card-replaced':
      return t.replaced
    case 'card-lost':
      return t.lost
    case 'card-blocked':
      return t.blocked
    case 'card-local-only':
      return t.localOnly
    case 'site-closed':
      return t.closed
    case 'site-paused':
      return withNotice(language, t.paused, exception)
    case 'children-exceed-card':
      return t.tooManyChildren(t.children(card!.children))
    case 'duplicate-suspected':
      return t.again(t.tickets(recent!), formatTime(language, recent!.usedAt))
    case 'recorded-in-future':
      return t.inFuture
    case 'recorded-too-late':
      return t.tooLate
    case 'nothing-to-record':
      return t.nothing
  }
}

/** An exception is told with its reason, and what is offered instead. */
const withNotice = (language: Language, text: string, exception: Notice | null) =>
  exception === null ? text : `${text} ${noticeText(exception, language)}`

export const validText = (language: Language, { card, exception }: Found): string =>
  withNotice(language, words[language].allowed(formatDay(language, card!.validUntil!)), exception)
