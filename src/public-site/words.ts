import { formatDay, plural, translated } from '../i18n/translated.ts'

const placesIn = {
  fi: plural('fi', { one: '# kohde', other: '# kohdetta' }),
  sv: plural('sv', { one: '# ställe', other: '# ställen' }),
  en: plural('en', { one: '# place', other: '# places' }),
}

/** The front page: what the card is, in the order in which somebody who has just heard of it asks. */
export const frontWords = translated({
  fi: {
    title: 'Kulttuuria ja liikuntaa maksutta',
    description: 'Kaikukortilla saat maksutta pääsylippuja ja kurssipaikkoja, kun rahasta on tiukkaa.',
    lead: 'Kaikukortilla saat pääsylippuja ja kurssipaikkoja maksutta, kun rahasta on tiukkaa.',
    where: 'Mihin kortilla pääsee?',
    how: 'Miten kortin saa?',
    demo: 'Kokeile jotakin roolia',
    demoWhy: 'Tämä on harjoitusaineisto. Ihmiset ja kortit ovat keksittyjä, joten voit kokeilla vapaasti.',
    what: 'Mikä Kaikukortti on?',
    whatText: [
      'Kaikukortti on oma, maksuton korttisi. Sillä pääset esimerkiksi teatteriin, museoon, konserttiin, uimahalliin ja kursseille.',
      'Kohteet tarjoavat liput hyvästä tahdosta. Kortti käy yleensä kaikissa Kaikukortti-kohteissa, missä päin Suomea tahansa.',
    ],
    whom: 'Kenelle kortti on?',
    whomLead: 'Voit saada kortin, kun nämä kaikki sopivat sinuun:',
    whomList: [
      'Olet 16-vuotias tai vanhempi, tai täytät 16 tänä vuonna.',
      'Kotikuntasi on mukana Kaikukortissa.',
      'Olet asiakkaana palvelussa tai järjestössä, joka jakaa korttia.',
      'Rahatilanteesi on niin tiukka, ettet voi ostaa lippuja.',
    ],
    areas: 'Katso, mitkä kunnat ovat mukana',
    getSteps: [
      'Pyydä korttia palvelusta, jonka asiakas olet: esimerkiksi sosiaalitoimistosta, nuorisotyöstä tai järjestöstä.',
      'Tulotodistuksia ei tarvita. Työntekijä arvioi tilanteen kanssasi.',
      'Työntekijä kysyy syntymävuotesi, postinumerosi ja lastesi määrän. Nimeäsi ei tallenneta.',
      'Saat kortin mukaasi. Se toimii heti, kun se on rekisteröity, ja on yleensä voimassa vuoden.',
    ],
    use: 'Näin käytät korttia',
    useSteps: [
      'Valitse kohde ja tarkista sieltä, mihin kortilla pääsee.',
      'Hanki lippu kohteen omasta lipunmyynnistä ja kerro kortin tunnus.',
      'Ota kortti mukaan. Kohde voi pyytää myös henkilötodistuksen.',
    ],
    useMore:
      'Saat liput myös alle 18-vuotiaille lapsillesi tai lapsenlapsillesi, kun menette yhdessä. Avustaja ja tulkki pääsevät aina maksutta.',
    numbers: 'Kaikukortti numeroina',
    asOf: (day: string) => `Tilanne ${formatDay('fi', day)}.`,
    sites: 'Kohteita',
    municipalities: 'Kuntia, joissa kortti on käytössä',
    tickets: (year: number) => `Lippuja ja kurssipaikkoja ${year}`,
    cards: (year: number) => `Kortteja rekisteröity ${year}`,
    statistics: 'Katso kaikki tilastot',
  },
  sv: {
    title: 'Kultur och motion utan kostnad',
    description: 'Med Kaikukortet får du gratis inträdesbiljetter och kursplatser när ekonomin är svår.',
    lead: 'Med Kaikukortet får du inträdesbiljetter och kursplatser gratis när ekonomin är svår.',
    where: 'Var kan du använda kortet?',
    how: 'Hur får du kortet?',
    demo: 'Prova en roll',
    demoWhy: 'Det här är övningsmaterial. Personerna och korten är påhittade, så du kan prova fritt.',
    what: 'Vad är Kaikukortet?',
    whatText: [
      'Kaikukortet är ditt eget kort och kostar ingenting. Med det kommer du till exempel på teater, museum, konsert, till simhallen och på kurser.',
      'Ställena ger biljetterna av god vilja. Kortet gäller i regel på alla Kaikukortti-ställen runt om i Finland.',
    ],
    whom: 'För vem är kortet?',
    whomLead: 'Du kan få kortet när allt det här stämmer in på dig:',
    whomList: [
      'Du har fyllt 16 eller fyller 16 i år.',
      'Din hemkommun är med i Kaikukortet.',
      'Du är klient hos en tjänst eller förening som delar ut kortet.',
      'Din ekonomi är så svår att du inte kan köpa biljetter.',
    ],
    areas: 'Se vilka kommuner som är med',
    getSteps: [
      'Be om kortet hos en tjänst där du är klient: till exempel socialbyrån, ungdomsarbetet eller en förening.',
      'Du behöver inga intyg om dina inkomster. De anställda bedömer situationen tillsammans med dig.',
      'Du får frågor om ditt födelseår, ditt postnummer och hur många barn du har. Ditt namn sparas inte.',
      'Du får kortet med dig. Det fungerar så snart det är registrerat och gäller i regel ett år.',
    ],
    use: 'Så använder du kortet',
    useSteps: [
      'Välj ett ställe och kontrollera där vad kortet ger rätt till.',
      'Skaffa biljetten i ställets egen biljettförsäljning och säg kortets kod.',
      'Ta med dig kortet. Stället kan också be om en identitetshandling.',
    ],
    useMore:
      'Du får biljetter också till dina barn eller barnbarn under 18 år när ni går tillsammans. Assistent och tolk kommer alltid in gratis.',
    numbers: 'Kaikukortet i siffror',
    asOf: (day: string) => `Läget ${formatDay('sv', day)}.`,
    sites: 'Ställen',
    municipalities: 'Kommuner där kortet är i bruk',
    tickets: (year: number) => `Biljetter och kursplatser ${year}`,
    cards: (year: number) => `Registrerade kort ${year}`,
    statistics: 'Se all statistik',
  },
  en: {
    title: 'Culture and sports free of charge',
    description: 'With the Kaikukortti you get free tickets and course places when money is tight.',
    lead: 'With the Kaikukortti you get admission tickets and course places free of charge when money is tight.',
    where: 'Where can you use the card?',
    how: 'How do you get the card?',
    demo: 'Try a role',
    demoWhy: 'This is practice data. The people and the cards are invented, so feel free to try anything.',
    what: 'What is the Kaikukortti?',
    whatText: [
      'The Kaikukortti is your own card and costs nothing. It takes you to the theatre, museums, concerts, the swimming hall and courses, for example.',
      'The places give the tickets out of goodwill. The card usually works at every Kaikukortti place anywhere in Finland.',
    ],
    whom: 'Who is the card for?',
    whomLead: 'You can get the card when all of this is true for you:',
    whomList: [
      'You are 16 or older, or turn 16 this year.',
      'Your home municipality takes part in the Kaikukortti.',
      'You are a client of a service or association that gives out the card.',
      'Money is so tight that you cannot buy tickets.',
    ],
    areas: 'See which municipalities take part',
    getSteps: [
      'Ask for the card at a service where you are a client: a social office, youth work or an association, for example.',
      'You need no papers about your income. A worker looks at the situation with you.',
      'The worker asks your year of birth, your postal code and how many children you have. Your name is not stored.',
      'You take the card with you. It works as soon as it is registered and is usually valid for a year.',
    ],
    use: 'How to use the card',
    useSteps: [
      'Choose a place and check there what the card covers.',
      'Get the ticket from the place’s own ticket sales and tell them the card’s code.',
      'Take the card with you. The place may also ask for proof of identity.',
    ],
    useMore:
      'You also get tickets for your children or grandchildren under 18 when you go together. An assistant and an interpreter always get in free.',
    numbers: 'The Kaikukortti in figures',
    asOf: (day: string) => `As of ${formatDay('en', day)}.`,
    sites: 'Places',
    municipalities: 'Municipalities where the card is in use',
    tickets: (year: number) => `Tickets and course places ${year}`,
    cards: (year: number) => `Cards registered ${year}`,
    statistics: 'See all statistics',
  },
})

/** The list of places. */
export const sitesWords = translated({
  fi: {
    title: 'Mihin kortilla pääsee?',
    description: 'Kaikki Kaikukortti-kohteet kunnittain: teatterit, museot, uimahallit, kurssit ja muut.',
    lead: 'Kirjoita kunta tai paikan nimi. Tarkan ohjelman kertoo kohde itse.',
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
