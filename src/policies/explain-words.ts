import type { Policy } from '../cards/rules.ts'
import { policyOn } from '../cards/rules.ts'
import { formatDay, type Language, plural, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { lastDayOf, type SourcedPolicy } from './rules.ts'

const texts = translated({
  fi: {
    since: (day: Day, from: Day) =>
      `${formatDay('fi', day)} oli voimassa sääntö, joka alkoi ${formatDay('fi', from)}.`,
    ended: (until: Day) => `Sen viimeinen päivä on ${formatDay('fi', until)}.`,
    stands: 'Uudempaa sääntöä ei ole.',
    validity: plural('fi', {
      one: 'Kortti on voimassa # kuukauden rekisteröintipäivästä.',
      other: 'Kortti on voimassa # kuukautta rekisteröintipäivästä.',
    }),
    age: (age: number) => `Kortin voi saada, jos täyttää samana vuonna ${age} tai on vanhempi.`,
    children: (age: number, most: number) =>
      `Lapsi on alle ${age}-vuotias. Kortilla on enintään ${most} lasta.`,
    community: (months: number, age: number) =>
      `Yhteisön kortti on voimassa ${months} kk, ja lapsi on alle ${age}-vuotias.`,
    phone: { yes: 'Kortin saa näyttää kassalla puhelimesta.', no: 'Kassalla näytetään paperinen kortti.' },
    source: (source: string) => `Lähde: ${source}`,
  },
  sv: {
    since: (day: Day, from: Day) =>
      `${formatDay('sv', day)} gällde en regel som började ${formatDay('sv', from)}.`,
    ended: (until: Day) => `Dess sista dag är ${formatDay('sv', until)}.`,
    stands: 'Det finns ingen nyare regel.',
    validity: plural('sv', {
      one: 'Kortet gäller # månad från registreringsdagen.',
      other: 'Kortet gäller # månader från registreringsdagen.',
    }),
    age: (age: number) => `Man kan få kortet om man samma år fyller ${age} eller är äldre.`,
    children: (age: number, most: number) => `Ett barn är under ${age} år. Kortet har högst ${most} barn.`,
    community: (months: number, age: number) =>
      `Gemenskapens kort gäller ${months} mån, och ett barn är under ${age} år.`,
    phone: { yes: 'Kortet får visas på telefonen i kassan.', no: 'I kassan visas papperskortet.' },
    source: (source: string) => `Källa: ${source}`,
  },
  en: {
    since: (day: Day, from: Day) =>
      `On ${formatDay('en', day)} the rule that began on ${formatDay('en', from)} was in force.`,
    ended: (until: Day) => `Its last day is ${formatDay('en', until)}.`,
    stands: 'There is no newer rule.',
    validity: plural('en', {
      one: 'A card is valid for # month from its registration day.',
      other: 'A card is valid for # months from its registration day.',
    }),
    age: (age: number) => `One can get the card when turning ${age} in the same year, or older.`,
    children: (age: number, most: number) => `A child is under ${age}. A card has at most ${most} children.`,
    community: (months: number, age: number) =>
      `A community card is valid for ${months} months, and a child is under ${age}.`,
    phone: { yes: 'The card may be shown on a phone at a desk.', no: 'The paper card is shown at a desk.' },
    source: (source: string) => `Source: ${source}`,
  },
})

/** What the first two policies rest on, in each language; the table has them in English. Later ones are shown as written. */
const firstSources = translated<Record<Day, string>>({
  fi: {
    '2015-01-01':
      'Vanhat paikalliset sivut: alle 16-vuotiaat lapset. Lasten enimmäismäärä on oma varmistuksemme kirjoitusvirheitä vastaan.',
    '2025-02-26':
      'Käyttöehdot 26.2.2025: 12 kuukautta, 16 vuotta täyttänyt tai saman vuoden aikana täyttävä, alle 18-vuotiaat lapset.',
  },
  sv: {
    '2015-01-01':
      'Äldre lokala sidor: barn under 16 år. Största antalet barn är vårt eget skydd mot skrivfel.',
    '2025-02-26': 'Användarvillkor 26.2.2025: 12 månader, 16 år eller fyller 16 samma år, barn under 18 år.',
  },
  en: {
    '2015-01-01':
      'Earlier local pages: children under 16. The largest number of children is our own guard against typing errors.',
    '2025-02-26': 'Terms of use 26.2.2025: 12 months, 16 or turning 16 this year, children under 18.',
  },
})

export const sourceOf = (language: Language, { validFrom, source }: SourcedPolicy): string =>
  firstSources[language][validFrom] ?? source

/**
 * Which rule held on a day and what it said, so that an old decision is explained by the rule of its day.
 * @param policies every one there is; with their sources, the last sentence names that of the rule
 * @returns sentences in the order in which they are read
 */
export const explainPolicy = (
  language: Language,
  policies: readonly (Policy & { source?: string })[],
  day: Day,
): string[] => {
  const t = texts[language]
  const policy: Policy & { source?: string } = policyOn(policies, day)
  const until = lastDayOf(policies, policy)
  const { source } = policy
  return [
    t.since(day, policy.validFrom),
    until === null ? t.stands : t.ended(until),
    t.validity(policy.validityMonths),
    t.age(policy.minimumAge),
    t.children(policy.childAge, policy.maximumChildren),
    t.community(policy.communityValidityMonths, policy.communityChildAge),
    policy.phoneCard ? t.phone.yes : t.phone.no,
    ...(source === undefined ? [] : [t.source(sourceOf(language, { ...policy, source }))]),
  ]
}
