import { formatDay, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'

/** The certificate thanks: what was given was given, and nobody owes anything. */
export const certificateWords = translated({
  fi: {
    title: (year: number) => `Todistus hyvästä tahdosta ${year}`,
    thanks: 'Kiitos',
    gave: (year: number, until: Day | null) =>
      until === null
        ? `antoi vuonna ${year} Kaikukortin haltijoille maksutta`
        : `antoi vuonna ${year}, ${formatDay('fi', until)} mennessä, Kaikukortin haltijoille maksutta`,
    few: 'lippuja hyvästä tahdosta',
    tickets: 'lippua ja kurssipaikkaa',
    children: 'niistä lapsille',
    value: 'olisi ollut niiden hinta',
    body: [
      'Jokainen lippu avasi oven jollekulle, jolla ei ollut varaa ostaa sitä itse.',
      'Liput annettiin lahjaksi, ilman korvausta.',
    ],
    from: 'Kaikukortti',
    note: (until: Day, numbers: number[]) =>
      `Luvut ovat Kaikukannan suljetuista tilastoista ${formatDay('fi', until)} asti (${numbers.length > 1 ? 'julkaisut' : 'julkaisu'} ${numbers.join(', ')}). Ne kertovat henkilökohtaisten korttien lipuista. Avustajien ja tulkkien lippuja ei lasketa.`,
    valueNote: 'Hinta on se, jonka muu kävijä maksaa. Se ei ole lasku.',
  },
  sv: {
    title: (year: number) => `Intyg över god vilja ${year}`,
    thanks: 'Tack',
    gave: (year: number, until: Day | null) =>
      until === null
        ? `gav år ${year} gratis till dem som har Kaikukortet`
        : `gav år ${year}, fram till ${formatDay('sv', until)}, gratis till dem som har Kaikukortet`,
    few: 'biljetter av god vilja',
    tickets: 'biljetter och kursplatser',
    children: 'av dem för barn',
    value: 'skulle de ha kostat',
    body: [
      'Varje biljett öppnade dörren för någon som inte hade råd att köpa den själv.',
      'Biljetterna gavs som gåva, utan ersättning.',
    ],
    from: 'Kaikukortet',
    note: (until: Day, numbers: number[]) =>
      `Siffrorna är ur Kaikukantas stängda statistik till och med ${formatDay('sv', until)} (${numbers.length > 1 ? 'publikationerna' : 'publikation'} ${numbers.join(', ')}). De gäller biljetter på personliga kort. Biljetter för assistenter och tolkar räknas inte.`,
    valueNote: 'Priset är det som andra besökare betalar. Det är ingen faktura.',
  },
  en: {
    title: (year: number) => `Certificate of goodwill ${year}`,
    thanks: 'Thank you',
    gave: (year: number, until: Day | null) =>
      until === null
        ? `gave to holders of the Kaikukortti, free of charge, in ${year}`
        : `gave to holders of the Kaikukortti, free of charge, in ${year} until ${formatDay('en', until)}`,
    few: 'tickets in goodwill',
    tickets: 'tickets and course places',
    children: 'of these for children',
    value: 'they would have cost',
    body: [
      'Each ticket opened a door to somebody who could not afford to buy it.',
      'The tickets were gifts, given without compensation.',
    ],
    from: 'Kaikukortti',
    note: (until: Day, numbers: number[]) =>
      `The figures are from the closed statistics of Kaikukanta up to ${formatDay('en', until)} (${numbers.length > 1 ? 'publications' : 'publication'} ${numbers.join(', ')}). They tell of tickets on personal cards. Tickets for assistants and interpreters are not counted.`,
    valueNote: 'The price is what other visitors pay. It is not a bill.',
  },
})
