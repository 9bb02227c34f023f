import { formatDay, formatNumber, type Language, plural, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { Level } from '../publications/rules.ts'
import type { Change } from './figure-rules.ts'

/** What a place is, before its name: no name has to bend. */
const levelNames = translated<Record<Level, string>>({
  fi: {
    ...{ country: 'Koko maa', county: 'Hyvinvointialue', area: 'Kaikukortti-alue', municipality: 'Kunta' },
    ...{ unit: 'Toimipiste', site: 'Kohde' },
  },
  sv: {
    ...{ country: 'Hela landet', county: 'Välfärdsområde', area: 'Kaikukortsområde', municipality: 'Kommun' },
    ...{ unit: 'Verksamhetsställe', site: 'Ställe' },
  },
  en: {
    ...{ country: 'Whole country', county: 'Wellbeing county', area: 'Kaikukortti area' },
    ...{ municipality: 'Municipality', unit: 'Office', site: 'Place' },
  },
})

/** `Kunta: Kajaani`, and of the country what it is. */
export const placeLine = (language: Language, { level, name }: { level: Level; name: string }): string =>
  level === 'country' ? levelNames[language].country : `${levelNames[language][level]}: ${name}`

/** The name of the whole country, which no row has. */
export const countryName = (language: Language): string => levelNames[language].country

/** Where somebody came for the first time. */
const here = translated<Record<Level, string>>({
  fi: {
    ...{ country: '', county: ' hyvinvointialueella', area: ' alueella', municipality: ' kunnassa' },
    ...{ unit: ' kohteessa', site: ' kohteessa' },
  },
  sv: {
    ...{ country: '', county: ' i välfärdsområdet', area: ' i området', municipality: ' i kommunen' },
    ...{ unit: ' på ett ställe', site: ' på stället' },
  },
  en: {
    ...{ country: '', county: ' in the wellbeing county', area: ' in the area' },
    ...{ municipality: ' in the municipality', unit: ' at a place', site: ' at the place' },
  },
})

/** The sentences of a text that is pasted into a board's papers: plain, at most 15 words each. */
export type Sentences = {
  /** @param when “Tammi–maaliskuussa 2026” */
  tickets: (when: string, count: number, children: number) => string
  ticketsHidden: (when: string) => string
  sinceYear: (change: Change) => string
  sinceQuarter: (change: Change) => string
  /** Where the earlier number is too small for per cent. */
  yearBeforeWas: (count: number) => string
  users: (count: number) => string
  newAudience: (count: number, level: Level) => string
  registered: (when: string, count: number) => string
  takenIntoUse: (count: number) => string
  valid: (count: number) => string
  renewed: (count: number) => string
  expired: (count: number) => string
  community: (count: number) => string
  mostTickets: (category: string, count: number) => string
  mostCards: (age: string) => string
  purpose: string
  source: (publication: number, day: Day) => string
  hidden: string
}

export const sentenceWords = translated<Sentences>({
  fi: {
    tickets: (when, count, children) =>
      count === 0
        ? `${when} Kaikukortilla ei hankittu lippuja eikä kurssipaikkoja.`
        : `${when} Kaikukortilla hankittiin ${plural('fi', { one: 'yksi lippu tai kurssipaikka', other: '# lippua tai kurssipaikkaa' })(count)}${children > 0 ? `, niistä ${formatNumber('fi', children)} lapsille` : ''}.`,
    ticketsHidden: (when) => `${when} Kaikukortilla hankittujen lippujen määrää ei näytetä.`,
    sinceYear: ({ kind, percent }) =>
      ({
        more: `Kasvua edellisvuodesta oli ${percent} %.`,
        fewer: `Laskua edellisvuodesta oli ${percent} %.`,
        same: 'Määrä oli suunnilleen sama kuin vuotta aiemmin.',
      })[kind],
    sinceQuarter: ({ kind, percent }) =>
      ({
        more: `Kasvua edellisestä neljänneksestä oli ${percent} %.`,
        fewer: `Laskua edellisestä neljänneksestä oli ${percent} %.`,
        same: 'Määrä oli suunnilleen sama kuin edellisellä neljänneksellä.',
      })[kind],
    yearBeforeWas: (count) => `Vuotta aiemmin luku oli ${formatNumber('fi', count)}.`,
    users: (count) =>
      plural('fi', {
        one: 'Liput hankittiin yhdellä kortilla.',
        other: 'Liput hankittiin # eri kortilla.',
      })(count),
    newAudience: (count, level) =>
      plural('fi', {
        one: `Niistä yhtä käytettiin${here.fi[level]} ensimmäistä kertaa.`,
        other: `Niistä # käytettiin${here.fi[level]} ensimmäistä kertaa.`,
      })(count),
    registered: (when, count) =>
      count === 0
        ? `${when} ei rekisteröity uusia kortteja.`
        : `${when} rekisteröitiin ${plural('fi', { one: 'yksi uusi kortti', other: '# uutta korttia' })(count)}.`,
    takenIntoUse: (count) =>
      plural('fi', {
        one: 'Niistä yksi on otettu käyttöön.',
        other: 'Niistä # on otettu käyttöön.',
      })(count),
    valid: (count) =>
      `Jakson lopussa voimassa oli ${plural('fi', { one: 'yksi kortti', other: '# korttia' })(count)}.`,
    renewed: (count) =>
      `Jakson aikana uusittiin ${plural('fi', { one: 'yksi kortti', other: '# korttia' })(count)}.`,
    expired: (count) =>
      `Jakson aikana vanheni ${plural('fi', { one: 'yksi kortti', other: '# korttia' })(count)}.`,
    community: (count) =>
      `Yhteisön Kaikukortilla hankittiin lisäksi ${plural('fi', { one: 'yksi lippu', other: '# lippua' })(count)}.`,
    mostTickets: (category, count) =>
      `Suurin ala oli ${category.toLowerCase()}: ${plural('fi', { one: '# lippu', other: '# lippua' })(count)}.`,
    mostCards: (age) => `Kortteja oli eniten ikäryhmässä ${age}.`,
    purpose:
      'Kaikukortilla pienituloinen aikuinen ja hänen lapsensa saavat lippuja ja kurssipaikkoja maksutta.',
    source: (publication, day) =>
      `Lähde: Kaikukanta, julkaisu ${publication}, tilanne ${formatDay('fi', day)}.`,
    hidden: 'Alle 5 kortin lukuja ei näytetä.',
  },
  sv: {
    tickets: (when, count, children) =>
      count === 0
        ? `${when} skaffades inga biljetter eller kursplatser med Kaikukortet.`
        : `${when} skaffades ${plural('sv', { one: 'en biljett eller kursplats', other: '# biljetter eller kursplatser' })(count)} med Kaikukortet${children > 0 ? `, varav ${formatNumber('sv', children)} för barn` : ''}.`,
    ticketsHidden: (when) => `${when}: antalet biljetter med Kaikukortet visas inte.`,
    sinceYear: ({ kind, percent }) =>
      ({
        more: `Ökningen från året innan var ${percent} %.`,
        fewer: `Minskningen från året innan var ${percent} %.`,
        same: 'Antalet var ungefär detsamma som året innan.',
      })[kind],
    sinceQuarter: ({ kind, percent }) =>
      ({
        more: `Ökningen från föregående kvartal var ${percent} %.`,
        fewer: `Minskningen från föregående kvartal var ${percent} %.`,
        same: 'Antalet var ungefär detsamma som föregående kvartal.',
      })[kind],
    yearBeforeWas: (count) => `Året innan var antalet ${formatNumber('sv', count)}.`,
    users: (count) =>
      plural('sv', {
        one: 'Biljetterna skaffades med ett kort.',
        other: 'Biljetterna skaffades med # olika kort.',
      })(count),
    newAudience: (count, level) =>
      plural('sv', {
        one: `Av dem användes ett${here.sv[level]} för första gången.`,
        other: `Av dem användes #${here.sv[level]} för första gången.`,
      })(count),
    registered: (when, count) =>
      count === 0
        ? `${when} registrerades inga nya kort.`
        : `${when} registrerades ${plural('sv', { one: 'ett nytt kort', other: '# nya kort' })(count)}.`,
    takenIntoUse: (count) =>
      plural('sv', { one: 'Ett av dem har tagits i bruk.', other: '# av dem har tagits i bruk.' })(count),
    valid: (count) =>
      `I slutet av perioden gällde ${plural('sv', { one: 'ett kort', other: '# kort' })(count)}.`,
    renewed: (count) =>
      `Under perioden förnyades ${plural('sv', { one: 'ett kort', other: '# kort' })(count)}.`,
    expired: (count) =>
      `Under perioden gick ${plural('sv', { one: 'ett kort', other: '# kort' })(count)} ut.`,
    community: (count) =>
      `Med gemenskapens Kaikukort skaffades dessutom ${plural('sv', { one: 'en biljett', other: '# biljetter' })(count)}.`,
    mostTickets: (category, count) =>
      `Det största området var ${category.toLowerCase()}: ${plural('sv', { one: '# biljett', other: '# biljetter' })(count)}.`,
    mostCards: (age) => `Flest kort fanns i åldersgruppen ${age}.`,
    purpose: 'Med Kaikukortet får vuxna med små inkomster och deras barn biljetter och kursplatser gratis.',
    source: (publication, day) =>
      `Källa: Kaikukanta, publikation ${publication}, läget ${formatDay('sv', day)}.`,
    hidden: 'Siffror för färre än 5 kort visas inte.',
  },
  en: {
    tickets: (when, count, children) =>
      count === 0
        ? `${when} no tickets or course places were obtained with the Kaikukortti.`
        : `${when} Kaikukortti holders obtained ${plural('en', { one: 'one ticket or course place', other: '# tickets or course places' })(count)}${children > 0 ? `, ${formatNumber('en', children)} for children` : ''}.`,
    ticketsHidden: (when) => `${when}: the number of tickets obtained with the Kaikukortti is not shown.`,
    sinceYear: ({ kind, percent }) =>
      ({
        more: `The increase from the year before was ${percent}%.`,
        fewer: `The decrease from the year before was ${percent}%.`,
        same: 'The number was about the same as the year before.',
      })[kind],
    sinceQuarter: ({ kind, percent }) =>
      ({
        more: `The increase from the previous quarter was ${percent}%.`,
        fewer: `The decrease from the previous quarter was ${percent}%.`,
        same: 'The number was about the same as in the previous quarter.',
      })[kind],
    yearBeforeWas: (count) => `The year before, the number was ${formatNumber('en', count)}.`,
    users: (count) =>
      plural('en', {
        one: 'The tickets were obtained with one card.',
        other: 'The tickets were obtained with # different cards.',
      })(count),
    newAudience: (count, level) =>
      plural('en', {
        one: `One of them was used${here.en[level]} for the first time.`,
        other: `# of them were used${here.en[level]} for the first time.`,
      })(count),
    registered: (when, count) =>
      count === 0
        ? `${when} no new cards were registered.`
        : `${when} ${plural('en', { one: 'one new card was', other: '# new cards were' })(count)} registered.`,
    takenIntoUse: (count) =>
      plural('en', {
        one: 'One of them has been taken into use.',
        other: '# of them have been taken into use.',
      })(count),
    valid: (count) =>
      `At the end of the period ${plural('en', { one: 'one card was', other: '# cards were' })(count)} valid.`,
    renewed: (count) =>
      `During the period ${plural('en', { one: 'one card was', other: '# cards were' })(count)} renewed.`,
    expired: (count) =>
      `During the period ${plural('en', { one: 'one card', other: '# cards' })(count)} expired.`,
    community: (count) =>
      `With community cards people also obtained ${plural('en', { one: 'one ticket', other: '# tickets' })(count)}.`,
    mostTickets: (category, count) =>
      `The largest field was ${category.toLowerCase()}: ${plural('en', { one: '# ticket', other: '# tickets' })(count)}.`,
    mostCards: (age) => `The age group with the most cards was ${age}.`,
    purpose: 'The Kaikukortti gives adults on low incomes and their children free tickets and course places.',
    source: (publication, day) =>
      `Source: Kaikukanta, publication ${publication}, as of ${formatDay('en', day)}.`,
    hidden: 'Numbers for fewer than 5 cards are not shown.',
  },
})
