import { plural, translated } from '../i18n/translated.ts'

const placesIn = {
  fi: plural('fi', { one: '# kohde', other: '# kohdetta' }),
  sv: plural('sv', { one: '# ställe', other: '# ställen' }),
  en: plural('en', { one: '# place', other: '# places' }),
}

/** Only where everything is invented: one may be anybody. */
export const demoWords = translated({
  fi: {
    title: 'Kokeile jotakin roolia',
    why: 'Tämä on harjoitusaineisto. Ihmiset ja kortit ovat keksittyjä, joten voit kokeilla vapaasti.',
  },
  sv: {
    title: 'Prova en roll',
    why: 'Det här är övningsmaterial. Personerna och korten är påhittade, så du kan prova fritt.',
  },
  en: {
    title: 'Try a role',
    why: 'This is practice data. The people and the cards are invented, so feel free to try anything.',
  },
})

/** The list of places. */
export const sitesWords = translated({
  fi: {
    title: 'Mihin kortilla pääsee?',
    description: 'Kaikki Kaikukortti-kohteet kunnittain: teatterit, museot, uimahallit, kurssit ja muut.',
    lead: 'Kirjoita kunta tai paikan nimi. Tarkan ohjelman kertoo kohde itse.',
    whoGivesIt: 'Kortin saat vain palvelusta, jonka asiakas olet.',
    paused: 'Tauolla',
    search: 'Kunta tai paikan nimi',
    show: 'Näytä kohteet',
    category: 'Ala',
    all: 'Kaikki',
    narrow: 'Rajaa kohteita',
    count: (sites: number, municipalities: number) =>
      `${placesIn.fi(sites)} ${plural('fi', { one: 'yhdessä kunnassa', other: '# kunnassa' })(municipalities)}`,
    popUp: 'Pop up',
    popUpWhy:
      'Pop up -kohde antaa kortilla oman etunsa, vaikka kunta ei olisi mukana. Pääset sisään näyttämällä korttia.',
    coming: 'Tulossa',
    none: 'Tällä haulla ei löytynyt kohteita',
    noneWhy: 'Kokeile naapurikuntaa tai katso kaikki kohteet.',
    noneYet: 'Kohteita ei ole vielä lisätty',
    noneYetWhy: 'Kohteet näkyvät tässä, kun ne on tuotu järjestelmään.',
    showAll: 'Näytä kaikki kohteet',
    areas: 'Katso, mitkä kunnat ovat mukana',
  },
  sv: {
    title: 'Var kan du använda kortet?',
    description: 'Alla Kaikukortti-ställen kommun för kommun: teatrar, museer, simhallar, kurser och andra.',
    lead: 'Skriv en kommun eller ett ställes namn. Det exakta programmet får du från stället.',
    whoGivesIt: 'Kortet får du bara från en service där du är kund.',
    paused: 'Pausat',
    search: 'Kommun eller ställets namn',
    show: 'Visa ställen',
    category: 'Verksamhet',
    all: 'Alla',
    narrow: 'Avgränsa',
    count: (sites: number, municipalities: number) =>
      `${placesIn.sv(sites)} i ${plural('sv', { one: 'en kommun', other: '# kommuner' })(municipalities)}`,
    popUp: 'Pop up',
    popUpWhy:
      'En pop up-plats ger en egen förmån med kortet, också där kommunen inte är med. Du kommer in genom att visa kortet.',
    coming: 'På väg',
    none: 'Sökningen gav inga ställen',
    noneWhy: 'Prova en grannkommun eller se alla ställen.',
    noneYet: 'Inga ställen har lagts till ännu',
    noneYetWhy: 'Ställena visas här när de har förts in i systemet.',
    showAll: 'Visa alla ställen',
    areas: 'Se vilka kommuner som är med',
  },
  en: {
    title: 'Where can you use the card?',
    description:
      'Every Kaikukortti place by municipality: theatres, museums, swimming halls, courses and more.',
    lead: 'Type a municipality or the name of a place. The place itself tells its exact programme.',
    whoGivesIt: 'You get the card only from a service whose client you are.',
    paused: 'Paused',
    search: 'Municipality or name of place',
    show: 'Show places',
    category: 'Field',
    all: 'All',
    narrow: 'Narrow down',
    count: (sites: number, municipalities: number) =>
      `${placesIn.en(sites)} in ${plural('en', { one: 'one municipality', other: '# municipalities' })(municipalities)}`,
    popUp: 'Pop-up',
    popUpWhy:
      'A pop-up place gives a benefit of its own with the card, even where the municipality does not take part. You get in by showing the card.',
    coming: 'Coming',
    none: 'No places were found',
    noneWhy: 'Try the next municipality or see all places.',
    noneYet: 'No places have been added yet',
    noneYetWhy: 'Places are shown here once they have been brought into the system.',
    showAll: 'Show all places',
    areas: 'See which municipalities take part',
  },
})

type DemoRoles = { user: string; label: string }[]

/** Who one may be in the demo, in the order of the card's own path: given, used, followed. */
export const demoRoles = translated({
  fi: [
    { user: 'issuer', label: 'Kortinjakaja' },
    { user: 'venue', label: 'Kohde' },
    { user: 'intermediary', label: 'Lipunvälittäjä' },
    { user: 'coordinator-culture', label: 'Vastuuhenkilö, kulttuuri' },
    { user: 'coordinator-sote', label: 'Vastuuhenkilö, sote' },
    { user: 'centre', label: 'Kaikukeskus' },
    { user: 'auditor', label: 'Tarkastaja' },
  ] satisfies DemoRoles,
  sv: [
    { user: 'issuer', label: 'Kortutdelare' },
    { user: 'venue', label: 'Besöksmål' },
    { user: 'intermediary', label: 'Biljettförmedlare' },
    { user: 'coordinator-culture', label: 'Ansvarsperson, kultur' },
    { user: 'coordinator-sote', label: 'Ansvarsperson, social och hälsa' },
    { user: 'centre', label: 'Kaikukeskus' },
    { user: 'auditor', label: 'Granskare' },
  ],
  en: [
    { user: 'issuer', label: 'Card issuer' },
    { user: 'venue', label: 'Venue' },
    { user: 'intermediary', label: 'Ticket intermediary' },
    { user: 'coordinator-culture', label: 'Area coordinator, culture' },
    { user: 'coordinator-sote', label: 'Area coordinator, social and health' },
    { user: 'centre', label: 'Kaikukeskus' },
    { user: 'auditor', label: 'Auditor' },
  ],
})
