import { formatDay, translated } from '../i18n/translated.ts'
import { addDays, type Day } from '../lib/dates.ts'
import type { Letter } from '../mail/queries.ts'
import type { Stop } from './follow-rules.ts'

/**
 * @property places the reader's own, by name
 * @property bites the first day on which something follows; null when nothing does
 * @property stops what is stopped from that day on
 */
export type ModelLetter = {
  version: number
  from: Day
  places: readonly string[]
  bites: Day | null
  stops: readonly Stop[]
  isReminder: boolean
  url: string
}

const stops = (words: Record<Stop, string>) => words
const last = (bites: Day) => addDays(bites, -1)

export const letterWords = translated({
  fi: ({ version, from, places, bites, stops: stopped, isReminder, url }: ModelLetter): Letter => {
    const then = stops({
      'no-new-cards': 'Sen jälkeen uusia kortteja ei voi rekisteröidä.',
      'no-new-events': 'Sen jälkeen uusia tapahtumia ei voi lisätä.',
      'no-new-pairings': 'Sen jälkeen uusia laitteita ei voi liittää.',
    })
    return {
      subject:
        isReminder && bites
          ? `Muistutus: sitoudu toimintamalliin ${formatDay('fi', last(bites))} mennessä`
          : 'Kaikukortin toimintamalli muuttuu',
      paragraphs: [
        `Kaikukortin toimintamallin versio ${version} on voimassa ${formatDay('fi', from)} alkaen.`,
        `Sitoutuminen siihen puuttuu: ${places.join(', ')}.`,
        ...(bites ? [`Sitoudu ${formatDay('fi', last(bites))} mennessä.`] : []),
        ...stopped.map((stop) => then[stop]),
        'Alueesi vastuuhenkilö lähettää sitoumuksen allekirjoitettavaksi.',
      ],
      link: { label: 'Katso, mitä muuttuu', url },
      after: ['Kassa ja korttien uusiminen toimivat koko ajan.'],
    }
  },
  sv: ({ version, from, places, bites, stops: stopped, isReminder, url }: ModelLetter): Letter => {
    const then = stops({
      'no-new-cards': 'Efter det går det inte att registrera nya kort.',
      'no-new-events': 'Efter det går det inte att lägga till nya evenemang.',
      'no-new-pairings': 'Efter det går det inte att ansluta nya enheter.',
    })
    return {
      subject:
        isReminder && bites
          ? `Påminnelse: förbind dig till verksamhetsmodellen senast ${formatDay('sv', last(bites))}`
          : 'Kaikukortets verksamhetsmodell ändras',
      paragraphs: [
        `Version ${version} av Kaikukortets verksamhetsmodell gäller från och med ${formatDay('sv', from)}.`,
        `Förbindelsen till den saknas: ${places.join(', ')}.`,
        ...(bites ? [`Förbind dig senast ${formatDay('sv', last(bites))}.`] : []),
        ...stopped.map((stop) => then[stop]),
        'Områdets ansvarsperson skickar förbindelsen för underskrift.',
      ],
      link: { label: 'Se vad som ändras', url },
      after: ['Kassan och förnyandet av kort fungerar hela tiden.'],
    }
  },
  en: ({ version, from, places, bites, stops: stopped, isReminder, url }: ModelLetter): Letter => {
    const then = stops({
      'no-new-cards': 'After that no new cards can be registered.',
      'no-new-events': 'After that no new events can be added.',
      'no-new-pairings': 'After that no new devices can be paired.',
    })
    return {
      subject:
        isReminder && bites
          ? `Reminder: commit to the operating model by ${formatDay('en', last(bites))}`
          : 'The operating model of the Kaikukortti changes',
      paragraphs: [
        `Version ${version} of the Kaikukortti operating model is in force from ${formatDay('en', from)}.`,
        `A commitment to it is missing: ${places.join(', ')}.`,
        ...(bites ? [`Commit by ${formatDay('en', last(bites))}.`] : []),
        ...stopped.map((stop) => then[stop]),
        'Your area coordinator sends the commitment to be signed.',
      ],
      link: { label: 'See what changes', url },
      after: ['The desk and renewing cards work all the time.'],
    }
  },
})
