import { words as cardWords } from '../cards/words.ts'
import { categoryNames } from '../i18n/category-names.ts'
import { type Language, translated } from '../i18n/translated.ts'
import { kindName } from '../units/words.ts'
import { isYear } from './period-rules.ts'
import type { Division, Level, Measure, Period } from './rules.ts'
import type { Unit } from './unit-rules.ts'

/** The name of a measure or division, and what it means: told beside each figure and in every file. */
export type Definition = { name: string; meaning: string }

const measures = (words: Record<Measure, Definition>) => words
const divisions = (words: Record<Division, Definition>) => words
const levels = (words: Record<Level, string>) => words
const units = (words: Record<Unit, string>) => words

/** Everything that a closed period publishes, by name and with its definition. */
export const publicationWords = translated({
  fi: {
    measures: measures({
      registered: {
        name: 'Rekisteröidyt kortit',
        meaning:
          'Henkilökohtaiset kortit, jotka rekisteröitiin jakson aikana. Kortti lasketaan sen antaneen yksikön paikkaan.',
      },
      'taken-into-use': {
        name: 'Käyttöön otetut kortit',
        meaning:
          'Henkilökohtaiset kortit, joita käytettiin ensimmäisen kerran jakson aikana. Kortti lasketaan sen antaneen yksikön paikkaan.',
      },
      valid: {
        name: 'Voimassa olevat kortit',
        meaning:
          'Henkilökohtaiset kortit, jotka olivat voimassa jakson viimeisenä päivänä. Luku on pyöristetty lähimpään viiteen, joten osien summa voi poiketa siitä.',
      },
      renewed: {
        name: 'Uusitut kortit',
        meaning: 'Jakson aikana rekisteröidyt kortit, jotka annettiin aiemman kortin tilalle.',
      },
      expiring: {
        name: 'Pian vanhenevat kortit',
        meaning:
          'Kortit, jotka olivat voimassa jakson viimeisenä päivänä ja vanhenevat kolmen kuukauden kuluessa siitä. Luku on pyöristetty lähimpään viiteen.',
      },
      tickets: {
        name: 'Liput ja kurssipaikat',
        meaning:
          'Yksi pääsylippu, kurssipaikka tai kausikortti on yksi. Äiti ja kaksi lasta on kolme. Lippu lasketaan kohteen paikkaan. Avustajan ja tulkin lippuja ei lasketa, eikä kumottuja kirjauksia.',
      },
      users: {
        name: 'Käyttäjät',
        meaning:
          'Eri kortit, joilla hankittiin lippu jakson aikana. Kahdessa paikassa käytetty kortti on kummassakin yksi käyttäjä, mutta koko maassa vain yksi. Luku on pyöristetty lähimpään viiteen.',
      },
      'new-audience': {
        name: 'Uusi yleisö',
        meaning:
          'Kortit, joita käytettiin tässä paikassa ensimmäisen kerran jakson aikana. Luku on pyöristetty lähimpään viiteen.',
      },
      'community-tickets': {
        name: 'Yhteisön kortin liput',
        meaning: 'Yhteisön Kaikukortilla hankitut liput. Ne eivät sisälly muihin lippuihin.',
      },
    }),
    divisions: divisions({
      all: { name: 'Kaikki', meaning: 'Lukua ei ole jaettu osiin.' },
      age: {
        name: 'Ikäryhmä',
        meaning: 'Kortinhaltijan ikä rekisteröintivuonna. Kymmenen vuoden ryhmät.',
      },
      gender: { name: 'Sukupuoli', meaning: 'Kortinhaltijan oma vastaus. Vastaaminen on vapaaehtoista.' },
      children: {
        name: 'Lapsia kortilla',
        meaning: 'Montako lasta tai lastenlasta kortin tiedoissa on rekisteröitäessä.',
      },
      situation: {
        name: 'Elämäntilanne',
        meaning: 'Kortinhaltijan oma vastaus rekisteröitäessä. Vastaaminen on vapaaehtoista.',
      },
      issuer: { name: 'Kortin antanut palvelu', meaning: 'Millainen yksikkö kortin antoi.' },
      audience: {
        name: 'Aikuiset ja lapset',
        meaning: 'Aikuisen lippu on kortinhaltijan oma, lapsen lippu hänen lapsensa tai lapsenlapsensa.',
      },
      category: { name: 'Ala', meaning: 'Kohteen ala, tai se ala, jonka kohde merkitsi käytölle.' },
      weekday: { name: 'Viikonpäivä', meaning: 'Päivä, jona lippu hankittiin.' },
      hour: { name: 'Kellonaika', meaning: 'Tunti, jolloin lippu hankittiin, Suomen aikaa.' },
      home: {
        name: 'Oma vai muu alue',
        meaning:
          'Onko kohde samalla alueella kuin yksikkö, josta kortti on. Pop up -kohteella ei ole aluetta.',
      },
      source: { name: 'Kirjaamistapa', meaning: 'Miten käyttö kirjattiin.' },
      month: { name: 'Kuukausi', meaning: 'Kuukausi, jona kortti rekisteröitiin tai lippu hankittiin.' },
    }),
    levels: levels({
      country: 'Koko maa',
      county: 'Hyvinvointialue',
      area: 'Kaikukortti-alue',
      municipality: 'Kunta',
      unit: 'Jakava yksikkö',
      site: 'Kohde',
    }),
    units: units({ cards: 'korttia', tickets: 'lippua' }),
    children: { '0': 'Ei lapsia', '1': '1 lapsi', '2': '2 lasta', '3+': '3 lasta tai enemmän' },
    audience: { adults: 'Aikuiset', children: 'Lapset' },
    weekdays: ['Maanantai', 'Tiistai', 'Keskiviikko', 'Torstai', 'Perjantai', 'Lauantai', 'Sunnuntai'],
    homes: { 'own-area': 'Oma alue', 'other-area': 'Muu alue', 'no-area': 'Pop up -kohde' },
    sources: {
      desk: 'Kassalla',
      offline: 'Ilman verkkoa',
      api: 'Lippujärjestelmässä',
      reconciled: 'Täsmäytyksessä',
      import: 'Tuotu tiedostosta',
    },
    unknown: 'Ei tietoa',
    otherIssuer: 'Muu palvelu',
    quarters: ['tammi–maaliskuu', 'huhti–kesäkuu', 'heinä–syyskuu', 'loka–joulukuu'],
    year: (year: string) => `vuosi ${year}`,
  },
  sv: {
    measures: measures({
      registered: {
        name: 'Registrerade kort',
        meaning:
          'Personliga kort som registrerades under perioden. Kortet räknas till platsen för enheten som delade ut det.',
      },
      'taken-into-use': {
        name: 'Kort som tagits i bruk',
        meaning:
          'Personliga kort som användes för första gången under perioden. Kortet räknas till platsen för enheten som delade ut det.',
      },
      valid: {
        name: 'Giltiga kort',
        meaning:
          'Personliga kort som var giltiga den sista dagen i perioden. Talet är avrundat till närmaste fem, så delarnas summa kan avvika.',
      },
      renewed: {
        name: 'Förnyade kort',
        meaning: 'Kort som registrerades under perioden och ersatte ett tidigare kort.',
      },
      expiring: {
        name: 'Kort som snart går ut',
        meaning:
          'Kort som gällde periodens sista dag och går ut inom tre månader efter den. Talet är avrundat till närmaste fem.',
      },
      tickets: {
        name: 'Biljetter och kursplatser',
        meaning:
          'En inträdesbiljett, en kursplats eller ett säsongskort är en. En mamma och två barn är tre. Biljetten räknas till ställets plats. Biljetter för assistenter och tolkar räknas inte, inte heller ångrade registreringar.',
      },
      users: {
        name: 'Användare',
        meaning:
          'Olika kort som gav en biljett under perioden. Ett kort som används på två platser är en användare på båda. I hela landet är det bara en. Talet är avrundat till närmaste fem.',
      },
      'new-audience': {
        name: 'Ny publik',
        meaning:
          'Kort som användes på den här platsen för första gången under perioden. Talet är avrundat till närmaste fem.',
      },
      'community-tickets': {
        name: 'Biljetter med gemenskapens kort',
        meaning: 'Biljetter som skaffats med gemenskapens Kaikukort. De ingår inte i de andra biljetterna.',
      },
    }),
    divisions: divisions({
      all: { name: 'Alla', meaning: 'Talet är inte delat.' },
      age: {
        name: 'Åldersgrupp',
        meaning: 'Kortinnehavarens ålder det år kortet registrerades. Tio år per grupp.',
      },
      gender: { name: 'Kön', meaning: 'Kortinnehavarens eget svar. Det är frivilligt att svara.' },
      children: {
        name: 'Barn på kortet',
        meaning: 'Hur många barn eller barnbarn kortets uppgifter hade vid registreringen.',
      },
      situation: {
        name: 'Livssituation',
        meaning: 'Kortinnehavarens eget svar vid registreringen. Det är frivilligt att svara.',
      },
      issuer: { name: 'Tjänst som gav kortet', meaning: 'Vilken sorts enhet som delade ut kortet.' },
      audience: {
        name: 'Vuxna och barn',
        meaning: 'Vuxenbiljetten är kortinnehavarens egen, barnbiljetten är för hens barn eller barnbarn.',
      },
      category: {
        name: 'Verksamhet',
        meaning: 'Ställets verksamhet, eller den som stället valde för användningen.',
      },
      weekday: { name: 'Veckodag', meaning: 'Dagen då biljetten skaffades.' },
      hour: { name: 'Klockslag', meaning: 'Timmen då biljetten skaffades, finsk tid.' },
      home: {
        name: 'Eget eller annat område',
        meaning:
          'Om stället finns i samma område som enheten som delade ut kortet. En pop up-plats hör inte till något område.',
      },
      source: { name: 'Sätt att registrera', meaning: 'Hur användningen registrerades.' },
      month: { name: 'Månad', meaning: 'Månaden då kortet registrerades eller biljetten skaffades.' },
    }),
    levels: levels({
      country: 'Hela landet',
      county: 'Välfärdsområde',
      area: 'Kaikukortsområde',
      municipality: 'Kommun',
      unit: 'Utdelande enhet',
      site: 'Ställe',
    }),
    units: units({ cards: 'kort', tickets: 'biljetter' }),
    children: { '0': 'Inga barn', '1': '1 barn', '2': '2 barn', '3+': '3 barn eller fler' },
    audience: { adults: 'Vuxna', children: 'Barn' },
    weekdays: ['Måndag', 'Tisdag', 'Onsdag', 'Torsdag', 'Fredag', 'Lördag', 'Söndag'],
    homes: { 'own-area': 'Eget område', 'other-area': 'Annat område', 'no-area': 'Pop up-plats' },
    sources: {
      desk: 'I kassan',
      offline: 'Utan nät',
      api: 'I biljettsystemet',
      reconciled: 'Vid avstämning',
      import: 'Från en fil',
    },
    unknown: 'Ingen uppgift',
    otherIssuer: 'Annan tjänst',
    quarters: ['januari–mars', 'april–juni', 'juli–september', 'oktober–december'],
    year: (year: string) => `år ${year}`,
  },
  en: {
    measures: measures({
      registered: {
        name: 'Cards registered',
        meaning:
          'Personal cards registered during the period. A card counts for the place of the unit that issued it.',
      },
      'taken-into-use': {
        name: 'Cards taken into use',
        meaning:
          'Personal cards used for the first time during the period. A card counts for the place of the unit that issued it.',
      },
      valid: {
        name: 'Valid cards',
        meaning:
          'Personal cards that were valid on the last day of the period. The number is rounded to the nearest five, so its parts may not add up.',
      },
      renewed: {
        name: 'Renewed cards',
        meaning: 'Cards registered during the period in place of an earlier card.',
      },
      expiring: {
        name: 'Cards that expire soon',
        meaning:
          'Cards valid on the period’s last day that expire within three months of it. The number is rounded to the nearest five.',
      },
      tickets: {
        name: 'Tickets and course places',
        meaning:
          'One admission ticket, course place or season pass is one. A mother with two children is three. A ticket counts for the place of the site. Tickets for assistants and interpreters are not counted, and neither are undone records.',
      },
      users: {
        name: 'Users',
        meaning:
          'Different cards that obtained a ticket during the period. A card used in two places is a user in both. In the whole country it is only one. The number is rounded to the nearest five.',
      },
      'new-audience': {
        name: 'New audience',
        meaning:
          'Cards used in this place for the first time during the period. The number is rounded to the nearest five.',
      },
      'community-tickets': {
        name: 'Tickets with community cards',
        meaning: 'Tickets obtained with a community Kaikukortti. They are not part of the other tickets.',
      },
    }),
    divisions: divisions({
      all: { name: 'All', meaning: 'The figure is not divided.' },
      age: {
        name: 'Age group',
        meaning: 'The cardholder’s age in the year of registration. Groups of ten years.',
      },
      gender: { name: 'Gender', meaning: 'The cardholder’s own answer. Answering is voluntary.' },
      children: {
        name: 'Children on the card',
        meaning: 'How many children or grandchildren the card had when it was registered.',
      },
      situation: {
        name: 'Life situation',
        meaning: 'The cardholder’s own answer at registration. Answering is voluntary.',
      },
      issuer: { name: 'Service that issued the card', meaning: 'What kind of unit issued the card.' },
      audience: {
        name: 'Adults and children',
        meaning: 'The adult ticket is the cardholder’s own, a child ticket their child’s or grandchild’s.',
      },
      category: {
        name: 'Field',
        meaning: 'The field of the site, or the one that the site chose for the use.',
      },
      weekday: { name: 'Weekday', meaning: 'The day on which the ticket was obtained.' },
      hour: { name: 'Time of day', meaning: 'The hour in which the ticket was obtained, in Finnish time.' },
      home: {
        name: 'Own or other area',
        meaning:
          'Whether the site is in the same area as the unit that issued the card. A pop-up site belongs to no area.',
      },
      source: { name: 'How it was recorded', meaning: 'How the use was recorded.' },
      month: {
        name: 'Month',
        meaning: 'The month in which the card was registered or the ticket obtained.',
      },
    }),
    levels: levels({
      country: 'Whole country',
      county: 'Wellbeing services county',
      area: 'Kaikukortti area',
      municipality: 'Municipality',
      unit: 'Issuing unit',
      site: 'Site',
    }),
    units: units({ cards: 'cards', tickets: 'tickets' }),
    children: { '0': 'No children', '1': '1 child', '2': '2 children', '3+': '3 children or more' },
    audience: { adults: 'Adults', children: 'Children' },
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    homes: { 'own-area': 'Own area', 'other-area': 'Another area', 'no-area': 'Pop-up site' },
    sources: {
      desk: 'At the desk',
      offline: 'Without a network',
      api: 'In a ticket system',
      reconciled: 'When reconciled',
      import: 'From a file',
    },
    unknown: 'Not known',
    otherIssuer: 'Another service',
    quarters: ['January–March', 'April–June', 'July–September', 'October–December'],
    year: (year: string) => year,
  },
})

/** A period by name: `tammi–maaliskuu 2026`, `januari–mars 2026`, `January–March 2026`; `vuosi 2026`, `år 2026`, `2026`. */
export const periodName = (language: Language, period: Period): string => {
  const { quarters, year } = publicationWords[language]
  if (isYear(period)) return year(period)
  return `${quarters[Number(period.at(-1)) - 1]} ${period.slice(0, 4)}`
}

const monthNames = Object.fromEntries(
  (['fi', 'sv', 'en'] as const).map((language) => [
    language,
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      ...({ month: 'long', year: 'numeric', timeZone: 'UTC' } as const),
    }),
  ]),
) as Record<Language, Intl.DateTimeFormat>

const namesOf = (language: Language): Partial<Record<Division, Readonly<Record<string, string>>>> => {
  const t = publicationWords[language]
  return {
    ...{ gender: cardWords[language].genders, situation: cardWords[language].lives },
    ...{ children: t.children, audience: t.audience, category: categoryNames[language] },
    ...{ home: t.homes, source: t.sources },
  }
}

/** The name of a class of a division: `30–39`, `Liikunta`, `Maanantai`. One that we have no word for says itself. */
export const partName = (language: Language, division: Division, part: string): string => {
  const t = publicationWords[language]
  if (division === 'all') return t.divisions.all.name
  if (part === 'unknown') return t.unknown
  if (division === 'weekday') return t.weekdays[Number(part) - 1] ?? part
  if (division === 'month') return monthNames[language].format(new Date(`${part}-01T00:00:00Z`))
  if (division === 'issuer') return part === 'other' ? t.otherIssuer : kindName(language, part)
  return namesOf(language)[division]?.[part] ?? part.replace('-', '–')
}

/** What a table shows: `Liput ja kurssipaikat: ala`; of one that is not divided, the measure alone. */
export const tableName = (language: Language, measure: Measure, division: Division): string => {
  const { measures, divisions } = publicationWords[language]
  const { name } = measures[measure]
  return division === 'all' ? name : `${name}: ${divisions[division].name.toLowerCase()}`
}
