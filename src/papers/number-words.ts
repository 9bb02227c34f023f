import { formatDay, formatNumber, plural, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'

/** Published figures as a picture or a text says them. What is told to the nearest five says so. */
export const numberWords = translated({
  fi: {
    tickets: plural('fi', { one: 'lippu tai kurssipaikka', other: 'lippua ja kurssipaikkaa' }),
    withCard: 'Kaikukortilla',
    children: plural('fi', { one: '# lapselle', other: '# lapsille' }),
    adults: plural('fi', { one: '# aikuiselle', other: '# aikuisille' }),
    users: (count: number) => `noin ${formatNumber('fi', count)} käyttäjää`,
    registered: plural('fi', { one: '# uusi kortti', other: '# uutta korttia' }),
    source: (number: number, day: Day) => `Kaikukannan julkaisu ${number}, tilanne ${formatDay('fi', day)}`,
    country: 'koko maa',
  },
  sv: {
    tickets: plural('sv', { one: 'biljett eller kursplats', other: 'biljetter och kursplatser' }),
    withCard: 'Med Kaikukortet',
    children: plural('sv', { one: '# för barn', other: '# för barn' }),
    adults: plural('sv', { one: '# för vuxna', other: '# för vuxna' }),
    users: (count: number) => `omkring ${formatNumber('sv', count)} användare`,
    registered: plural('sv', { one: '# nytt kort', other: '# nya kort' }),
    source: (number: number, day: Day) => `Kaikukantas publikation ${number}, läget ${formatDay('sv', day)}`,
    country: 'hela landet',
  },
  en: {
    tickets: plural('en', { one: 'ticket or course place', other: 'tickets and course places' }),
    withCard: 'With the Kaikukortti',
    children: plural('en', { one: '# for a child', other: '# for children' }),
    adults: plural('en', { one: '# for an adult', other: '# for adults' }),
    users: (count: number) => `about ${formatNumber('en', count)} users`,
    registered: plural('en', { one: '# new card', other: '# new cards' }),
    source: (number: number, day: Day) => `Kaikukanta publication ${number}, as of ${formatDay('en', day)}`,
    country: 'whole country',
  },
})
