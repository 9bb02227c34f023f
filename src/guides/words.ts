import type { HolderLanguage } from '../i18n/holder-languages.ts'
import { translated } from '../i18n/translated.ts'
import { localPath } from '../web/paths.ts'

export const paths = {
  guides: localPath({ fi: '/ohje', sv: '/anvisning', en: '/guide' }),
  handOver: localPath({
    fi: '/luovutuslomake.pdf',
    sv: '/overlatelseblankett.pdf',
    en: '/hand-over-form.pdf',
  }),
} as const

/** One address in all languages: what it says is the holder's, whatever the language of who opens it. */
export const guideFile = '/ohje.pdf'

/**
 * Where the holder's guide is, as a PDF of one page.
 * @param municipalityId the client's home, whose nearest sites it names; null for a guide that is the same everywhere
 */
export const guidePath = (language: HolderLanguage, municipalityId: number | null): string =>
  `${guideFile}?language=${language}${municipalityId === null ? '' : `&municipality=${municipalityId}`}`

/** The page where anyone chooses a guide, and an issuer finds the paper form. */
export const words = translated({
  fi: {
    title: 'Ohje kortinhaltijalle',
    description: 'Yhden sivun ohje Kaikukortin käyttöön yhdeksällä kielellä, tulostettavaksi.',
    lead: 'Ohje kertoo yhdellä sivulla, miten korttia käytetään ja mihin sillä pääsee kodin lähellä.',
    language: 'Ohjeen kieli',
    municipality: 'Kotikunta',
    municipalityHint: 'Ohjeeseen tulevat kotikunnan ja sen alueen kohteet.',
    anywhere: 'Ei kuntaa, yleinen ohje',
    open: 'Avaa ohje (PDF)',
    print: 'Ohje avautuu selaimeen. Tulosta se siitä.',
    unreviewed:
      'Äidinkielinen lukija ei ole vielä tarkistanut kaikkia käännöksiä. Se lukee silloin ohjeessa.',
    forIssuers: 'Kortinjakajalle',
    handOver:
      'Luovutuslomake on sitä varten, että et voi rekisteröidä korttia heti. Rekisteröi kortti paperilta mahdollisimman pian, muuten se ei toimi.',
    openForm: 'Avaa luovutuslomake (PDF)',
  },
  sv: {
    title: 'Anvisning för kortinnehavaren',
    description: 'En anvisning på en sida om hur Kaikukortet används, på nio språk, att skriva ut.',
    lead: 'Anvisningen berättar på en sida hur kortet används och var det gäller nära hemmet.',
    language: 'Anvisningens språk',
    municipality: 'Hemkommun',
    municipalityHint: 'Anvisningen får med ställena i hemkommunen och dess område.',
    anywhere: 'Ingen kommun, allmän anvisning',
    open: 'Öppna anvisningen (PDF)',
    print: 'Anvisningen öppnas i webbläsaren. Skriv ut den därifrån.',
    unreviewed:
      'Alla översättningar är ännu inte granskade av någon med språket som modersmål. Då står det i anvisningen.',
    forIssuers: 'För kortutdelare',
    handOver:
      'Överlåtelseblanketten är till för när du inte kan registrera kortet genast. Registrera kortet från papperet så snart som möjligt, annars fungerar det inte.',
    openForm: 'Öppna överlåtelseblanketten (PDF)',
  },
  en: {
    title: 'Guide for the cardholder',
    description: 'A one-page guide to using the Kaikukortti, in nine languages, to print.',
    lead: 'The guide tells on one page how to use the card and where near home.',
    language: 'Language of the guide',
    municipality: 'Home municipality',
    municipalityHint: 'The guide names the places of the home municipality and its area.',
    anywhere: 'No municipality, general guide',
    open: 'Open the guide (PDF)',
    print: 'The guide opens in the browser. Print it from there.',
    unreviewed: 'Not all translations have been looked at by a native reader yet. The guide then says so.',
    forIssuers: 'For card issuers',
    handOver:
      'The hand-over form is for when you cannot register the card at once. Register the card from the paper as soon as possible, or it does not work.',
    openForm: 'Open the hand-over form (PDF)',
  },
})
