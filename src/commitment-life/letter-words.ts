import { formatDay, translated } from '../i18n/translated.ts'
import type { Letter } from '../mail/queries.ts'
import type { LifeKind } from './rules.ts'

/** @property parties whose commitment, in one line · @property day the last day that it is about; null where none is */
type Told = { parties: string; party: string; day: string | null; url: string }
type Ends = { parties: string; day: string; url: string }
type Letters = {
  event: Record<LifeKind, (told: Told) => Letter>
  /** To who has no account, in the place of a link. */
  ask: string
  /** To those who keep it: decide. To its parties: know. */
  keepersEnd: (ends: Ends) => Letter
  partiesEnd: (ends: Ends) => Letter
}

const say = (language: 'fi' | 'sv' | 'en', day: string | null) =>
  day === null ? '' : formatDay(language, day)

/** The letters about the life of a commitment. */
export const lifeLetters = translated<Letters>({
  fi: {
    ask: 'Jos haluat kysyä tästä, ota yhteyttä alueesi vastuuhenkilöön.',
    event: {
      notice: ({ parties, party, day, url }) => ({
        subject: `Sitoumus on irtisanottu: ${parties}`,
        paragraphs: [
          'Hei,',
          `${party} on irtisanonut sitoumuksen. Viimeinen päivä on ${say('fi', day)}.`,
          `Osapuolet: ${parties}.`,
        ],
        link: { label: 'Katso voimassaolo', url },
        after: ['Siihen asti kaikki jatkuu ennallaan.'],
      }),
      'notice-withdrawn': ({ parties, url }) => ({
        subject: `Sitoumus jatkuu: ${parties}`,
        paragraphs: [
          'Hei,',
          'sitoumuksen päättyminen on peruttu. Sitoumus jatkuu samoin ehdoin.',
          `Osapuolet: ${parties}.`,
        ],
        link: { label: 'Katso voimassaolo', url },
      }),
      ended: ({ parties, day, url }) => ({
        subject: `Sitoumus päättyy: ${parties}`,
        paragraphs: [
          'Hei,',
          `sitoumuksen päättymisestä on sovittu. Viimeinen päivä on ${say('fi', day)}.`,
          `Osapuolet: ${parties}.`,
        ],
        link: { label: 'Katso voimassaolo', url },
        after: ['Jos näin ei ole sovittu, ota heti yhteyttä vastuuhenkilöön.'],
      }),
      extended: ({ parties, day, url }) => ({
        subject: `Sitoumusta on pidennetty: ${parties}`,
        paragraphs: [
          'Hei,',
          `sitoumuksen uusi viimeinen päivä on ${say('fi', day)}. Teksti ei muuttunut.`,
          `Osapuolet: ${parties}.`,
        ],
        link: { label: 'Katso voimassaolo', url },
        after: ['Jos näin ei ole sovittu, ota heti yhteyttä vastuuhenkilöön.'],
      }),
      'made-permanent': ({ parties, url }) => ({
        subject: `Kokeilun sitoumus on vakinaistettu: ${parties}`,
        paragraphs: [
          'Hei,',
          'sitoumus on nyt voimassa toistaiseksi. Sinun ei tarvitse allekirjoittaa uutta.',
          `Osapuolet: ${parties}.`,
        ],
        link: { label: 'Katso voimassaolo', url },
      }),
      succeeded: ({ parties, party, url }) => ({
        subject: `Sitoumuksen osapuoli on vaihtunut: ${parties}`,
        paragraphs: [
          'Hei,',
          `osapuoli on nyt ${party}. Sitoumus jatkuu samoin ehdoin.`,
          `Osapuolet: ${parties}.`,
        ],
        link: { label: 'Katso voimassaolo', url },
      }),
    },
    keepersEnd: ({ parties, day, url }) => ({
      subject: `Sitoumus päättyy ${formatDay('fi', day)}: ${parties}`,
      paragraphs: [
        'Hei,',
        `sitoumuksen viimeinen päivä on ${formatDay('fi', day)}. Päätä, mitä sen jälkeen tehdään.`,
        'Voit pidentää sitä, tehdä uuden tai antaa sen päättyä.',
      ],
      link: { label: 'Avaa sitoumus', url },
    }),
    partiesEnd: ({ parties, day, url }) => ({
      subject: `Sitoumus päättyy ${formatDay('fi', day)}: ${parties}`,
      paragraphs: [
        'Hei,',
        `sitoumuksen viimeinen päivä on ${formatDay('fi', day)}.`,
        'Vastuuhenkilö kertoo, jos sitoumusta jatketaan. Voit myös kysyä häneltä.',
      ],
      link: { label: 'Katso voimassaolo', url },
    }),
  },
  sv: {
    ask: 'Vill du fråga något om det här, kontakta områdets ansvarsperson.',
    event: {
      notice: ({ parties, party, day, url }) => ({
        subject: `En förbindelse har sagts upp: ${parties}`,
        paragraphs: [
          'Hej,',
          `${party} har sagt upp förbindelsen. Sista dagen är ${say('sv', day)}.`,
          `Parter: ${parties}.`,
        ],
        link: { label: 'Se giltigheten', url },
        after: ['Fram till dess fortsätter allt som förut.'],
      }),
      'notice-withdrawn': ({ parties, url }) => ({
        subject: `Förbindelsen fortsätter: ${parties}`,
        paragraphs: [
          'Hej,',
          'förbindelsens avslut har tagits tillbaka. Förbindelsen fortsätter på samma villkor.',
          `Parter: ${parties}.`,
        ],
        link: { label: 'Se giltigheten', url },
      }),
      ended: ({ parties, day, url }) => ({
        subject: `Förbindelsen upphör: ${parties}`,
        paragraphs: [
          'Hej,',
          `parterna har kommit överens om slutet. Sista dagen är ${say('sv', day)}.`,
          `Parter: ${parties}.`,
        ],
        link: { label: 'Se giltigheten', url },
        after: ['Om det inte stämmer, kontakta genast ansvarspersonen.'],
      }),
      extended: ({ parties, day, url }) => ({
        subject: `Förbindelsen har förlängts: ${parties}`,
        paragraphs: [
          'Hej,',
          `förbindelsens nya sista dag är ${say('sv', day)}. Texten ändrades inte.`,
          `Parter: ${parties}.`,
        ],
        link: { label: 'Se giltigheten', url },
        after: ['Om det inte stämmer, kontakta genast ansvarspersonen.'],
      }),
      'made-permanent': ({ parties, url }) => ({
        subject: `Förbindelsen är nu permanent: ${parties}`,
        paragraphs: [
          'Hej,',
          'förbindelsen gäller nu tills vidare. Du behöver inte underteckna en ny.',
          `Parter: ${parties}.`,
        ],
        link: { label: 'Se giltigheten', url },
      }),
      succeeded: ({ parties, party, url }) => ({
        subject: `En part i förbindelsen har bytts: ${parties}`,
        paragraphs: [
          'Hej,',
          `parten är nu ${party}. Förbindelsen fortsätter på samma villkor.`,
          `Parter: ${parties}.`,
        ],
        link: { label: 'Se giltigheten', url },
      }),
    },
    keepersEnd: ({ parties, day, url }) => ({
      subject: `Förbindelsen upphör ${formatDay('sv', day)}: ${parties}`,
      paragraphs: [
        'Hej,',
        `förbindelsens sista dag är ${formatDay('sv', day)}. Bestäm vad som görs efter den.`,
        'Du kan förlänga den, göra en ny eller låta den upphöra.',
      ],
      link: { label: 'Öppna förbindelsen', url },
    }),
    partiesEnd: ({ parties, day, url }) => ({
      subject: `Förbindelsen upphör ${formatDay('sv', day)}: ${parties}`,
      paragraphs: [
        'Hej,',
        `förbindelsens sista dag är ${formatDay('sv', day)}.`,
        'Ansvarspersonen berättar om förbindelsen fortsätter. Du kan också fråga.',
      ],
      link: { label: 'Se giltigheten', url },
    }),
  },
  en: {
    ask: 'If you want to ask about this, contact the coordinator of your area.',
    event: {
      notice: ({ parties, party, day, url }) => ({
        subject: `Notice was given of a commitment: ${parties}`,
        paragraphs: [
          'Hello,',
          `${party} has given notice. The last day is ${say('en', day)}.`,
          `Parties: ${parties}.`,
        ],
        link: { label: 'See the validity', url },
        after: ['Until then everything goes on as before.'],
      }),
      'notice-withdrawn': ({ parties, url }) => ({
        subject: `The commitment goes on: ${parties}`,
        paragraphs: [
          'Hello,',
          'The end of the commitment was taken back. It goes on as before.',
          `Parties: ${parties}.`,
        ],
        link: { label: 'See the validity', url },
      }),
      ended: ({ parties, day, url }) => ({
        subject: `The commitment ends: ${parties}`,
        paragraphs: [
          'Hello,',
          `The parties have agreed on the end. The last day is ${say('en', day)}.`,
          `Parties: ${parties}.`,
        ],
        link: { label: 'See the validity', url },
        after: ['If this was not agreed, contact the coordinator at once.'],
      }),
      extended: ({ parties, day, url }) => ({
        subject: `The commitment was extended: ${parties}`,
        paragraphs: [
          'Hello,',
          `The new last day is ${say('en', day)}. The text did not change.`,
          `Parties: ${parties}.`,
        ],
        link: { label: 'See the validity', url },
        after: ['If this was not agreed, contact the coordinator at once.'],
      }),
      'made-permanent': ({ parties, url }) => ({
        subject: `Commitment now permanent: ${parties}`,
        paragraphs: [
          'Hello,',
          'The commitment is now in force until further notice. You need not sign a new one.',
          `Parties: ${parties}.`,
        ],
        link: { label: 'See the validity', url },
      }),
      succeeded: ({ parties, party, url }) => ({
        subject: `A party has changed: ${parties}`,
        paragraphs: [
          'Hello,',
          `The party is now ${party}. The commitment goes on as before.`,
          `Parties: ${parties}.`,
        ],
        link: { label: 'See the validity', url },
      }),
    },
    keepersEnd: ({ parties, day, url }) => ({
      subject: `Commitment ends ${formatDay('en', day)}: ${parties}`,
      paragraphs: [
        'Hello,',
        `The last day of the commitment is ${formatDay('en', day)}. Decide what is done after it.`,
        'You can extend it, make a new one or let it end.',
      ],
      link: { label: 'Open the commitment', url },
    }),
    partiesEnd: ({ parties, day, url }) => ({
      subject: `Commitment ends ${formatDay('en', day)}: ${parties}`,
      paragraphs: [
        'Hello,',
        `The last day of the commitment is ${formatDay('en', day)}.`,
        'The coordinator tells if it goes on. You can also ask.',
      ],
      link: { label: 'See the validity', url },
    }),
  },
})
