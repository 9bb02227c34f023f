import { formatNumber, plural, translated } from '../i18n/translated.ts'

/** A text for the press, about the published figures of a place. `of` is the place and the period. */
export const pressWords = translated({
  fi: {
    title: (tickets: string, of: string) => `Kaikukortilla ${tickets}: ${of}`,
    untold: (name: string) => `Kaikukortti avaa ovia kulttuuriin ja liikuntaan: ${name}`,
    given: (tickets: string, of: string) => `Kaikukortilla annettiin ${tickets} (${of}).`,
    toChildren: plural('fi', { one: 'Niistä # oli lapselle.', other: 'Niistä # oli lapsille.' }),
    registered: plural('fi', {
      one: 'Samaan aikaan rekisteröitiin # uusi kortti.',
      other: 'Samaan aikaan rekisteröitiin # uutta korttia.',
    }),
    users: (count: number) => `Lippuja hankittiin noin ${formatNumber('fi', count)} kortilla.`,
    isNew: (count: number) =>
      `Noin ${formatNumber('fi', count)} korttia käytettiin täällä ensimmäistä kertaa.`,
    hidden: 'Osaa luvuista ei näytetä, jotta niistä ei voi tunnistaa ketään.',
    about:
      'Kaikukortti on maksuton kortti ihmisille, joiden rahatilanne on tiukka. Sillä pääsee esimerkiksi teatteriin, museoon, uimahalliin ja kursseille.',
    goodwill: 'Kohteet antavat liput hyvästä tahdosta. Kortinhaltijan nimeä ei tallenneta.',
    source: 'Lähde',
    more: 'Lisätietoa',
  },
  sv: {
    title: (tickets: string, of: string) => `Med Kaikukortet ${tickets}: ${of}`,
    untold: (name: string) => `Kaikukortet öppnar dörrar till kultur och motion: ${name}`,
    given: (tickets: string, of: string) => `Med Kaikukortet gavs ${tickets} (${of}).`,
    toChildren: plural('sv', { one: 'Av dem var # för barn.', other: 'Av dem var # för barn.' }),
    registered: plural('sv', {
      one: 'Samtidigt registrerades # nytt kort.',
      other: 'Samtidigt registrerades # nya kort.',
    }),
    users: (count: number) => `Biljetterna skaffades med omkring ${formatNumber('sv', count)} kort.`,
    isNew: (count: number) => `Omkring ${formatNumber('sv', count)} kort användes här för första gången.`,
    hidden: 'En del av siffrorna visas inte, så att ingen kan kännas igen.',
    about:
      'Kaikukortet är ett gratis kort för människor med stram ekonomi. Det gäller till exempel på teater, museum, i simhall och på kurser.',
    goodwill: 'Ställena ger biljetterna av god vilja. Kortinnehavarens namn sparas inte.',
    source: 'Källa',
    more: 'Mer information',
  },
  en: {
    title: (tickets: string, of: string) => `${tickets} with the Kaikukortti: ${of}`,
    untold: (name: string) => `The Kaikukortti opens doors to culture and sports: ${name}`,
    given: (tickets: string, of: string) => `The Kaikukortti gave ${tickets} (${of}).`,
    toChildren: plural('en', {
      one: '# of them was for a child.',
      other: '# of them were for children.',
    }),
    registered: plural('en', {
      one: 'In the same period, # new card was registered.',
      other: 'In the same period, # new cards were registered.',
    }),
    users: (count: number) => `The tickets were acquired with about ${formatNumber('en', count)} cards.`,
    isNew: (count: number) => `About ${formatNumber('en', count)} cards were used here for the first time.`,
    hidden: 'Some figures are not shown, so that nobody can be recognised from them.',
    about:
      'The Kaikukortti is a free card for people in a tight financial situation. It works at theatres, museums, swimming halls and courses, for example.',
    goodwill: 'The places give the tickets out of goodwill. The cardholder’s name is not stored.',
    source: 'Source',
    more: 'More information',
  },
})
