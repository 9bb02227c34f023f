import { formatDay, formatNumber, type Language, plural, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { Level } from '../publications/rules.ts'
import { publicationWords } from '../publications/words.ts'
import type { Change } from './figure-rules.ts'

/** `Kunta: Kajaani`, and of the country what it is: no name has to bend. */
export const placeLine = (language: Language, { level, name }: { level: Level; name: string }): string => {
  const { levels } = publicationWords[language]
  return level === 'country' ? levels.country : `${levels[level]}: ${name}`
}

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
    ...{ country: '', county: ' in the county', area: ' in the area' },
    ...{ municipality: ' in the municipality', unit: ' at a site', site: ' at the site' },
  },
})

/** The sentences of a text that is pasted into a board's papers: plain, at most 15 words each. */
export type Sentences = {
  /** @param when “tammi–maaliskuussa 2026” */
  tickets: (when: string, count: number, children: number) => string
  ticketsHidden: (when: string) => string
  sinceYear: (change: Change) => string
  sinceQuarter: (change: Change) => string
  /** Where the earlier number is too small for per cent. */
  yearBeforeWas: (count: number) => string
  /** Users, new audience, valid and expiring cards are told to the nearest five. */
  users: (count: number) => string
  newAudience: (count: number, level: Level) => string
  registered: (when: string, count: number) => string
  takenIntoUse: (count: number) => string
  valid: (count: number) => string
  renewed: (count: number) => string
  expiring: (count: number) => string
  community: (count: number) => string
  mostTickets: (category: string, count: number) => string
  mostCards: (age: string) => string
  mostValid: (age: string, count: number) => string
  purpose: string
  /** @param publications their numbers: of a year that of its last quarter too, where it told something */
  source: (publications: readonly number[], day: Day) => string
  hidden: (threshold: number) => string
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export const sentenceWords = translated<Sentences>({
  fi: {
    tickets: (when, count, children) =>
      count === 0
        ? `${capital(when)} Kaikukortilla ei hankittu lippuja eikä kurssipaikkoja.`
        : `${capital(when)} Kaikukortilla hankittiin ${plural('fi', { one: 'yksi lippu tai kurssipaikka', other: '# lippua tai kurssipaikkaa' })(count)}${children > 0 ? `, niistä ${formatNumber('fi', children)} lapsille` : ''}.`,
    ticketsHidden: (when) => `${capital(when)} hankittujen lippujen määrää ei näytetä.`,
    sinceYear: ({ kind, percent }) =>
      ({
        more: `Kasvua edellisvuodesta oli ${percent} %.`,
        fewer: `Laskua edellisvuodesta oli ${percent} %.`,
        same: 'Määrä oli suunnilleen sama kuin vuotta aiemmin.',
      })[kind],
    sinceQuarter: ({ kind, percent }) =>
      ({
        more: `Edellisestä neljänneksestä kasvua oli ${percent} %.`,
        fewer: `Edellisestä neljänneksestä laskua oli ${percent} %.`,
        same: 'Määrä oli suunnilleen sama kuin edellisellä neljänneksellä.',
      })[kind],
    yearBeforeWas: (count) => `Vuotta aiemmin luku oli ${formatNumber('fi', count)}.`,
    users: (count) => `Liput hankittiin noin ${formatNumber('fi', count)} eri kortilla.`,
    newAudience: (count, level) =>
      `Niistä noin ${formatNumber('fi', count)} käytettiin${here.fi[level]} ensimmäistä kertaa.`,
    registered: (when, count) =>
      count === 0
        ? `${capital(when)} ei rekisteröity uusia kortteja.`
        : `${capital(when)} rekisteröitiin ${plural('fi', { one: 'yksi uusi kortti', other: '# uutta korttia' })(count)}.`,
    takenIntoUse: (count) =>
      `Käyttöön otettiin ${plural('fi', { one: 'yksi kortti', other: '# korttia' })(count)}.`,
    valid: (count) => `Jakson lopussa voimassa oli noin ${formatNumber('fi', count)} korttia.`,
    renewed: plural('fi', {
      one: 'Niistä yksi annettiin aiemman kortin tilalle.',
      other: 'Niistä # annettiin aiemman kortin tilalle.',
    }),
    expiring: (count) => `Niistä noin ${formatNumber('fi', count)} vanhenee kolmen kuukauden kuluessa.`,
    community: (count) =>
      `Yhteisön Kaikukortilla hankittiin lisäksi ${plural('fi', { one: 'yksi lippu', other: '# lippua' })(count)}.`,
    mostTickets: (category, count) =>
      `Suurin ala oli ${category.toLowerCase()}: ${plural('fi', { one: '# lippu', other: '# lippua' })(count)}.`,
    mostCards: (age) => `Eniten uusia kortteja sai ikäryhmä ${age}.`,
    mostValid: (age, count) =>
      `Suurin ikäryhmä oli ${age}: noin ${formatNumber('fi', count)} voimassa olevaa korttia.`,
    purpose:
      'Kaikukortilla pienituloinen aikuinen ja hänen lapsensa saavat lippuja ja kurssipaikkoja maksutta.',
    source: (publications, day) =>
      `Lähde: Kaikukanta, ${publications.length > 1 ? 'julkaisut' : 'julkaisu'} ${publications.join(' ja ')}, tilanne ${formatDay('fi', day)}.`,
    hidden: (threshold) => `Alle ${threshold} kortin lukuja ei näytetä.`,
  },
  sv: {
    tickets: (when, count, children) =>
      count === 0
        ? `${capital(when)} skaffades inga biljetter eller kursplatser med Kaikukortet.`
        : `${capital(when)} skaffades ${plural('sv', { one: 'en biljett eller kursplats', other: '# biljetter eller kursplatser' })(count)} med Kaikukortet${children > 0 ? `, varav ${formatNumber('sv', children)} för barn` : ''}.`,
    ticketsHidden: (when) => `Antalet biljetter ${when} visas inte.`,
    sinceYear: ({ kind, percent }) =>
      ({
        more: `Antalet ökade med ${percent} % från året innan.`,
        fewer: `Antalet minskade med ${percent} % från året innan.`,
        same: 'Antalet var ungefär detsamma som året innan.',
      })[kind],
    sinceQuarter: ({ kind, percent }) =>
      ({
        more: `Från föregående kvartal ökade antalet med ${percent} %.`,
        fewer: `Från föregående kvartal minskade antalet med ${percent} %.`,
        same: 'Antalet var ungefär detsamma som föregående kvartal.',
      })[kind],
    yearBeforeWas: (count) => `Året innan var antalet ${formatNumber('sv', count)}.`,
    users: (count) => `Biljetterna skaffades med omkring ${formatNumber('sv', count)} olika kort.`,
    newAudience: (count, level) =>
      `Av dem användes omkring ${formatNumber('sv', count)}${here.sv[level]} för första gången.`,
    registered: (when, count) =>
      count === 0
        ? `${capital(when)} registrerades inga nya kort.`
        : `${capital(when)} registrerades ${plural('sv', { one: 'ett nytt kort', other: '# nya kort' })(count)}.`,
    takenIntoUse: (count) =>
      `Under perioden togs ${plural('sv', { one: 'ett kort', other: '# kort' })(count)} i bruk.`,
    valid: (count) => `I slutet av perioden gällde omkring ${formatNumber('sv', count)} kort.`,
    renewed: plural('sv', {
      one: 'Ett av dem ersatte ett tidigare kort.',
      other: 'Av dem ersatte # ett tidigare kort.',
    }),
    expiring: (count) => `Av dem går omkring ${formatNumber('sv', count)} ut inom tre månader.`,
    community: (count) =>
      `Med gemenskapens Kaikukort skaffades dessutom ${plural('sv', { one: 'en biljett', other: '# biljetter' })(count)}.`,
    mostTickets: (category, count) =>
      `Den största verksamheten var ${category.toLowerCase()}: ${plural('sv', { one: '# biljett', other: '# biljetter' })(count)}.`,
    mostCards: (age) => `Flest nya kort fick åldersgruppen ${age}.`,
    mostValid: (age, count) =>
      `Den största åldersgruppen var ${age}: omkring ${formatNumber('sv', count)} giltiga kort.`,
    purpose: 'Med Kaikukortet får vuxna med små inkomster och deras barn biljetter och kursplatser gratis.',
    source: (publications, day) =>
      `Källa: Kaikukanta, ${publications.length > 1 ? 'publikationerna' : 'publikation'} ${publications.join(' och ')}, läget ${formatDay('sv', day)}.`,
    hidden: (threshold) => `Siffror för färre än ${threshold} kort visas inte.`,
  },
  en: {
    tickets: (when, count, children) =>
      count === 0
        ? `${capital(when)}, no tickets or course places were obtained with the Kaikukortti.`
        : `${capital(when)}, Kaikukortti holders obtained ${plural('en', { one: 'one ticket or course place', other: '# tickets or course places' })(count)}${children > 0 ? `, ${formatNumber('en', children)} for children` : ''}.`,
    ticketsHidden: (when) => `The number of tickets ${when} is not shown.`,
    sinceYear: ({ kind, percent }) =>
      ({
        more: `The number grew by ${percent}% from the year before.`,
        fewer: `The number fell by ${percent}% from the year before.`,
        same: 'The number was about the same as the year before.',
      })[kind],
    sinceQuarter: ({ kind, percent }) =>
      ({
        more: `From the previous quarter, the number grew by ${percent}%.`,
        fewer: `From the previous quarter, the number fell by ${percent}%.`,
        same: 'The number was about the same as in the previous quarter.',
      })[kind],
    yearBeforeWas: (count) => `The year before, the number was ${formatNumber('en', count)}.`,
    users: (count) => `The tickets were obtained with about ${formatNumber('en', count)} different cards.`,
    newAudience: (count, level) =>
      `Of these, about ${formatNumber('en', count)} were used${here.en[level]} for the first time.`,
    registered: (when, count) =>
      count === 0
        ? `${capital(when)}, no new cards were registered.`
        : `${capital(when)}, ${plural('en', { one: 'one new card was', other: '# new cards were' })(count)} registered.`,
    takenIntoUse: (count) =>
      `In the period, ${plural('en', { one: 'one card was', other: '# cards were' })(count)} taken into use.`,
    valid: (count) => `At the end of the period, about ${formatNumber('en', count)} cards were valid.`,
    renewed: plural('en', {
      one: 'One of them replaced an earlier card.',
      other: 'Of these, # replaced an earlier card.',
    }),
    expiring: (count) => `Of these, about ${formatNumber('en', count)} expire within three months.`,
    community: (count) =>
      `With community cards people also obtained ${plural('en', { one: 'one ticket', other: '# tickets' })(count)}.`,
    mostTickets: (category, count) =>
      `The largest field was ${category.toLowerCase()}: ${plural('en', { one: '# ticket', other: '# tickets' })(count)}.`,
    mostCards: (age) => `The age group with the most new cards was ${age}.`,
    mostValid: (age, count) =>
      `The largest age group was ${age}: about ${formatNumber('en', count)} valid cards.`,
    purpose: 'The Kaikukortti gives adults on low incomes and their children free tickets and course places.',
    source: (publications, day) =>
      `Source: Kaikukanta, ${publications.length > 1 ? 'publications' : 'publication'} ${publications.join(' and ')}, as of ${formatDay('en', day)}.`,
    hidden: (threshold) => `Numbers for fewer than ${threshold} cards are not shown.`,
  },
})
