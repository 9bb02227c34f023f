import { formatDay, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { InductionRole } from './lesson-rules.ts'

const ofRoles = (words: Record<InductionRole, string>) => words

/** What the certificate of an induction says. */
export const certificateWords = translated({
  fi: {
    title: 'Todistus perehdytyksestä',
    did: ofRoles({
      issuer: 'on käynyt Kaikukortin perehdytyksen kortinjakajille',
      venue: 'on käynyt Kaikukortin perehdytyksen kohteille',
    }),
    day: 'Päivä',
    until: 'Voimassa',
    place: 'Paikka',
    lessons: 'Oppitunnit',
    practice: 'Harjoittelu',
    edition: (day: Day) =>
      `Oppituntien tekstit ${formatDay('fi', day)}. Tekijä on merkinnyt perehdytyksen tehdyksi itse.`,
    from: 'Kaikukortti',
  },
  sv: {
    title: 'Intyg över introduktion',
    did: ofRoles({
      issuer: 'har gått igenom Kaikukortets introduktion för kortutdelare',
      venue: 'har gått igenom Kaikukortets introduktion för besöksmål',
    }),
    day: 'Dag',
    until: 'Gäller till',
    place: 'Ställe',
    lessons: 'Lektioner',
    practice: 'Övning',
    edition: (day: Day) =>
      `Lektionernas texter ${formatDay('sv', day)}. Personen har själv markerat introduktionen som gjord.`,
    from: 'Kaikukortet',
  },
  en: {
    title: 'Certificate of induction',
    did: ofRoles({
      issuer: 'has gone through the Kaikukortti induction for card issuers',
      venue: 'has gone through the Kaikukortti induction for venues',
    }),
    day: 'Day',
    until: 'Valid until',
    place: 'Place',
    lessons: 'Lessons',
    practice: 'Practice',
    edition: (day: Day) =>
      `Texts of the lessons ${formatDay('en', day)}. The person marked the induction as done.`,
    from: 'Kaikukortti',
  },
})
