import { formatDay, formatNumber, type Language, plural, translated } from '../i18n/translated.ts'
import { localPath } from '../web/paths.ts'

export const paths = {
  firstUse: localPath({ fi: '/ensikaytto', sv: '/forsta-anvandning', en: '/first-use' }),
  csv: localPath({ fi: '/ensikaytto.csv', sv: '/forsta-anvandning.csv', en: '/first-use.csv' }),
}

const perCent = (language: Language) => (value: number) =>
  `${formatNumber(language, value)}${language === 'en' ? '%' : ' %'}`
const [fiCent, svCent, enCent] = [perCent('fi'), perCent('sv'), perCent('en')]

const weeks = {
  fi: plural('fi', { one: '# viikko', other: '# viikkoa' }),
  sv: plural('sv', { one: '# vecka', other: '# veckor' }),
  en: plural('en', { one: '# week', other: '# weeks' }),
}

/** `2026-Q1` → its year and number; a whole year has none. */
const partsOf = (cohort: string) => ({ year: cohort.slice(0, 4), quarter: cohort.slice(6) })

export const words = translated({
  fi: {
    title: 'Aika ensimmäiseen käyttöön',
    lead: 'Näet, kuinka moni kortti on otettu käyttöön ja kuinka pian rekisteröinnistä.',
    place: 'Kenen antamat kortit',
    country: 'Koko maa',
    levels: { country: 'Koko maa', area: 'Alue', municipality: 'Kunta', unit: 'Jakaja' },
    placeName: (level: string, name: string) => `${level}: ${name}`,
    cohort: 'Milloin rekisteröity',
    cohortName: (cohort: string) => {
      const { year, quarter } = partsOf(cohort)
      return quarter ? `${year}, ${quarter}. neljännes` : `Vuosi ${year}`
    },
    show: 'Näytä luvut',
    finding: {
      half: (count: number) => `Puolet korteista on otettu käyttöön: aikaa kului ${weeks.fi(count)}`,
      share: (share: number, day: number) => `${fiCent(share)} korteista on otettu käyttöön ${day} päivässä`,
      none: 'Osuuksia ei voi näyttää',
    },
    summary: (name: string, cohort: string, cards: number, asOf: string) =>
      `${name}: ${cohort.toLowerCase()}, vähintään ${formatNumber('fi', cards)} korttia. Tilanne ${formatDay('fi', asOf)}.`,
    within: (days: number) => `Käytössä ${days} päivässä`,
    median: 'Puolet otettu käyttöön',
    medianIn: (count: number) => `${weeks.fi(count)}`,
    notReached: 'ei vielä',
    ofCountry: (value: string) => `Koko maa: ${value}`,
    share: fiCent,
    hidden: 'ei näytetä',
    interval: (low: number, high: number) => `${formatNumber('fi', low)}–${fiCent(high)}`,
    byDay: 'Käyttöön otetut kortit päivien mukaan',
    day: 'Päivää rekisteröinnistä',
    used: 'Otettu käyttöön',
    sure: '95 prosentin väli',
    compare: 'Koko maa',
    note: 'Vaaka-akselilla ovat päivät rekisteröinnistä. Vaalea alue on 95 prosentin väli. Muutaman kortin muutosta ei näytetä.',
    csv: 'CSV, kaikki ryhmät',
    noneTitle: 'Lukuja ei vielä ole',
    noneText: 'Ajat lasketaan, kun ensimmäinen neljännes on päättynyt ja 15 päivää kulunut.',
    smallTitle: 'Tästä ryhmästä ei näytetä lukuja',
    small:
      'Ryhmässä on alle 20 korttia, tai sen luvusta selviäisi pienemmän ryhmän luku. Valitse suurempi ryhmä tai toinen vuosi.',
    quarterTitle: 'Neljännes näytetään vain koko maasta',
    quarter: 'Valitse vuosi, niin näet myös alueen, kunnan ja jakajan luvut.',
    levers: 'Näin kortti tulee käyttöön',
    leversLead: 'Kortin käyttö on aina vapaaehtoista. Nämä tavat madaltavat kynnystä.',
    lever: [
      [
        'Käykää ohje läpi yhdessä',
        'Anna ohje asiakkaan omalla kielellä. Katsokaa yhdessä, mihin kortilla pääsee.',
      ],
      [
        'Sopikaa ensimmäinen käynti',
        'Valitkaa yksi paikka ja päivä, joka asiakasta kiinnostaa. Ensimmäinen kerta on helpompi yhdessä.',
      ],
      [
        'Kerro lähellä olevista kohteista',
        'Lähetä tai tulosta lista kotikunnan kohteista. Kerro, miten lippu varataan.',
      ],
      [
        'Kysy matkasta ja seurasta',
        'Kysy, tarvitseeko asiakas kyydin, kaverin tai avustajan. Etsikää ratkaisu ennen käyntiä.',
      ],
      ['Menkää ryhmässä', 'Sovi kohteen kanssa ryhmäkäynti. Tutussa joukossa on helppo lähteä.'],
      [
        'Rekisteröi kortti heti',
        'Rekisteröi kortti, kun annat sen. Odottavat liput tulevat silloin heti käytöiksi.',
      ],
      [
        'Kysy, kun 60 päivää on kulunut',
        'Ota kortti puheeksi seuraavassa tapaamisessa. Kysy, mitä asiakas haluaisi tehdä.',
      ],
    ],
    guides: 'Avaa ohje kortinhaltijalle',
    tasks: 'Katso käyttämättä olevat kortit',
    how: 'Miten aika lasketaan',
    howText: [
      'Luku on osuus rekisteröidyistä henkilökohtaisista korteista, joilla on vähintään yksi käyttö. Rekisteröintipäivä on päivä 1.',
      'Korttia seurataan ensimmäiseen käyttöön asti. Seuranta päättyy myös laskentapäivään, viimeiseen voimassaolopäivään tai sulkemiseen.',
      'Osuus arvioidaan Kaplanin ja Meierin menetelmällä. Vajaan ajan seuratut kortit ovat siis mukana niin kauan kuin niistä tiedetään.',
      'Uusittu kortti on oma korttinsa. Yhteisöjen kortit eivät ole mukana.',
      'Luvut lasketaan, kun vuosi tai neljännes on sulkeutunut, ja kerran vielä vuoden päästä. Julkaistu luku ei muutu.',
    ],
    file: 'ensikaytto.csv',
    columns: {
      cohort: 'Rekisteröity',
      level: 'Taso',
      place: 'Ryhmä',
      asOf: 'Tilanne',
      cards: 'Kortteja vähintään',
      day: 'Päivä',
      share: 'Otettu käyttöön, %',
      low: 'Väli alkaa, %',
      high: 'Väli päättyy, %',
      note: 'Huomautus',
      hidden: 'ei näytetä: muutama kortti erottuisi',
    },
  },
  sv: {
    title: 'Tiden till första användningen',
    lead: 'Du ser hur många kort som har tagits i bruk och hur snart efter registreringen.',
    place: 'Vem som har delat ut korten',
    country: 'Hela landet',
    levels: { country: 'Hela landet', area: 'Område', municipality: 'Kommun', unit: 'Kortutdelare' },
    placeName: (level, name) => `${level}: ${name}`,
    cohort: 'När korten registrerades',
    cohortName: (cohort) => {
      const { year, quarter } = partsOf(cohort)
      return quarter ? `${year}, kvartal ${quarter}` : `År ${year}`
    },
    show: 'Visa siffrorna',
    finding: {
      half: (count) => `Hälften av korten har tagits i bruk: det tog ${weeks.sv(count)}`,
      share: (share, day) => `${svCent(share)} av korten har tagits i bruk inom ${day} dagar`,
      none: 'Andelarna kan inte visas',
    },
    summary: (name, cohort, cards, asOf) =>
      `${name}: ${cohort.toLowerCase()}, minst ${formatNumber('sv', cards)} kort. Läget ${formatDay('sv', asOf)}.`,
    within: (days) => `I bruk inom ${days} dagar`,
    median: 'Hälften har tagits i bruk',
    medianIn: (count) => `${weeks.sv(count)}`,
    notReached: 'inte än',
    ofCountry: (value) => `Hela landet: ${value}`,
    share: svCent,
    hidden: 'visas inte',
    interval: (low, high) => `${formatNumber('sv', low)}–${svCent(high)}`,
    byDay: 'Kort som har tagits i bruk, enligt dagar',
    day: 'Dagar från registreringen',
    used: 'Tagna i bruk',
    sure: '95 procents intervall',
    compare: 'Hela landet',
    note: 'På den vågräta axeln står dagarna från registreringen. Det ljusa fältet är 95 procents intervall. Ändringar på några få kort visas inte.',
    csv: 'CSV, alla grupper',
    noneTitle: 'Det finns inga siffror än',
    noneText: 'Tiderna räknas när det första kvartalet har tagit slut och 15 dagar har gått.',
    smallTitle: 'Siffror visas inte för den här gruppen',
    small:
      'Gruppen har under 20 kort, eller så skulle en mindre grupps siffra framgå. Välj en större grupp eller ett annat år.',
    quarterTitle: 'Kvartal visas bara för hela landet',
    quarter: 'Välj ett år, så ser du också siffror för område, kommun och kortutdelare.',
    levers: 'Så kommer kortet i bruk',
    leversLead: 'Det är alltid frivilligt att använda kortet. De här sätten sänker tröskeln.',
    lever: [
      [
        'Gå igenom anvisningen tillsammans',
        'Ge anvisningen på klientens eget språk. Se tillsammans efter vart man kommer med kortet.',
      ],
      [
        'Kom överens om ett första besök',
        'Välj ett ställe och en dag som intresserar klienten. Första gången är lättare tillsammans.',
      ],
      [
        'Berätta om ställen i närheten',
        'Skicka eller skriv ut en lista över hemkommunens ställen. Berätta hur man bokar biljett.',
      ],
      [
        'Fråga om resan och sällskapet',
        'Fråga om klienten behöver skjuts, en kamrat eller en assistent. Hitta en lösning före besöket.',
      ],
      ['Gå i grupp', 'Kom överens om ett gruppbesök med stället. Med bekanta är det lätt att komma i väg.'],
      [
        'Registrera kortet genast',
        'Registrera kortet när du delar ut det. Biljetter som väntar blir då genast användningar.',
      ],
      ['Fråga när 60 dagar har gått', 'Ta upp kortet vid nästa möte. Fråga vad klienten skulle vilja göra.'],
    ],
    guides: 'Öppna anvisningen för kortinnehavaren',
    tasks: 'Se korten som inte har använts',
    how: 'Hur tiden räknas',
    howText: [
      'Siffran är andelen av de registrerade personliga korten som har minst en användning. Registreringsdagen är dag 1.',
      'Ett kort följs till den första användningen. Det följs inte längre än till räkningens dag, sista giltighetsdagen eller stängningen.',
      'Andelen uppskattas med Kaplans och Meiers metod. Kort som har följts kortare är alltså med så länge man vet något om dem.',
      'Ett förnyat kort är ett eget kort. Gemenskapernas kort är inte med.',
      'Siffrorna räknas när året eller kvartalet har stängts, och en gång till efter ett år. En publicerad siffra ändras inte.',
    ],
    file: 'forsta-anvandning.csv',
    columns: {
      cohort: 'Registrerade',
      level: 'Nivå',
      place: 'Grupp',
      asOf: 'Läget',
      cards: 'Minst så många kort',
      day: 'Dag',
      share: 'Tagna i bruk, %',
      low: 'Intervallet börjar, %',
      high: 'Intervallet slutar, %',
      note: 'Anmärkning',
      hidden: 'visas inte: några få kort skulle framgå',
    },
  },
  en: {
    title: 'Time to first use',
    lead: 'See how many cards have been taken into use, and how soon after registration.',
    place: 'Cards given by',
    country: 'The whole country',
    levels: { country: 'The whole country', area: 'Area', municipality: 'Municipality', unit: 'Issuer' },
    placeName: (level, name) => `${level}: ${name}`,
    cohort: 'When they were registered',
    cohortName: (cohort) => {
      const { year, quarter } = partsOf(cohort)
      return quarter ? `${year}, quarter ${quarter}` : `Year ${year}`
    },
    show: 'Show the figures',
    finding: {
      half: (count) => `Half of the cards have been taken into use: it took ${weeks.en(count)}`,
      share: (share, day) => `${enCent(share)} of the cards have been taken into use within ${day} days`,
      none: 'The shares cannot be shown',
    },
    summary: (name, cohort, cards, asOf) =>
      `${name}: ${cohort.toLowerCase()}, at least ${formatNumber('en', cards)} cards. As of ${formatDay('en', asOf)}.`,
    within: (days) => `In use within ${days} days`,
    median: 'Half taken into use',
    medianIn: (count) => `${weeks.en(count)}`,
    notReached: 'not yet',
    ofCountry: (value) => `The whole country: ${value}`,
    share: enCent,
    hidden: 'not shown',
    interval: (low, high) => `${formatNumber('en', low)}–${enCent(high)}`,
    byDay: 'Cards taken into use, by day',
    day: 'Days from registration',
    used: 'Taken into use',
    sure: '95% interval',
    compare: 'The whole country',
    note: 'The horizontal axis shows days from registration. The pale band is the 95% interval. Changes of a few cards are not shown.',
    csv: 'CSV, all groups',
    noneTitle: 'There are no figures yet',
    noneText: 'The times are counted when the first quarter has ended and 15 days have passed.',
    smallTitle: 'No figures are shown for this group',
    small:
      'The group has under 20 cards, or its figure would give a smaller group’s away. Choose a larger group or another year.',
    quarterTitle: 'Quarters are shown for the whole country only',
    quarter: 'Choose a year to see the area, municipality and issuer too.',
    levers: 'How a card comes into use',
    leversLead: 'Using the card is always voluntary. These ways lower the threshold.',
    lever: [
      [
        'Go through the guide together',
        'Give the guide in the client’s own language. Look together where the card can be used.',
      ],
      [
        'Agree on a first visit',
        'Choose a place and a day that interest the client. The first time is easier together.',
      ],
      [
        'Tell about places nearby',
        'Send or print a list of places in the home municipality. Tell how to book a ticket.',
      ],
      [
        'Ask about the way and company',
        'Ask if the client needs a lift, a friend or an assistant. Find a way before the visit.',
      ],
      ['Go as a group', 'Arrange a group visit with a place. It is easy to set out with people one knows.'],
      [
        'Register the card at once',
        'Register the card when you give it. Tickets that wait then become uses at once.',
      ],
      [
        'Ask when 60 days have passed',
        'Bring the card up when you next meet. Ask what the client would like to do.',
      ],
    ],
    guides: 'Open the guide for cardholders',
    tasks: 'See the cards that have not been used',
    how: 'How the time is counted',
    howText: [
      'The figure is the share of registered personal cards that have at least one use. The day of registration is day 1.',
      'A card is followed until its first use. It is not followed past the day of counting, its last day, or its closing.',
      'The share is estimated by the method of Kaplan and Meier. Cards followed for less time are in it as long as something is known.',
      'A renewed card is a card of its own. Community cards are not included.',
      'The figures are counted when the year or quarter closes, and again a year later. A published figure does not change.',
    ],
    file: 'first-use.csv',
    columns: {
      cohort: 'Registered',
      level: 'Level',
      place: 'Group',
      asOf: 'As of',
      cards: 'Cards, at least',
      day: 'Day',
      share: 'Taken into use, %',
      low: 'Interval from, %',
      high: 'Interval to, %',
      note: 'Note',
      hidden: 'not shown: a few cards would stand out',
    },
  },
})
