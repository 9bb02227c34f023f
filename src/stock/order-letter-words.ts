import { translated } from '../i18n/translated.ts'
import type { Letter } from '../mail/queries.ts'

export const letterKinds = ['order-waits', 'order-sent', 'order-declined', 'order-missing'] as const
export type LetterKind = (typeof letterKinds)[number]

type Facts = { whom: string; cards: string; url: string; reason?: string }
type Letters = Record<LetterKind, (facts: Facts) => Letter>

/** The letters about an order. */
export const letterWords = translated<Letters>({
  fi: {
    'order-waits': ({ whom, cards, url }) => ({
      subject: `Korttitilaus odottaa vastaustasi: ${whom}`,
      paragraphs: ['Hei,', `${whom} tarvitsee kortteja: ${cards}.`, 'Avaa tilaus ja vastaa siihen.'],
      link: { label: 'Avaa tilaus', url },
    }),
    'order-sent': ({ whom, cards, url }) => ({
      subject: `Kortit ovat matkalla: ${whom}`,
      paragraphs: [
        'Hei,',
        `Tilauksesi on lähetetty: ${cards}.`,
        'Kuittaa kortit saapuneiksi, kun ne ovat kädessäsi. Vasta sitten niitä voi antaa.',
      ],
      link: { label: 'Avaa oma varasto', url },
    }),
    'order-declined': ({ whom, cards, reason, url }) => ({
      subject: `Korttitilausta ei hyväksytty: ${whom}`,
      paragraphs: ['Hei,', `Tilausta ei hyväksytty: ${cards}.`, `Syy: ${reason}`],
      link: { label: 'Avaa tilaus', url },
    }),
    'order-missing': ({ whom, cards, url }) => ({
      subject: `Kortteja puuttui lähetyksestä: ${whom}`,
      paragraphs: [
        'Hei,',
        `Tilauksesta puuttui kortteja: ${cards}. Tilaaja: ${whom}.`,
        'Puuttuvat kortit on suljettu. Selvitä, minne ne jäivät.',
      ],
      link: { label: 'Avaa tilaus', url },
    }),
  },
  sv: {
    'order-waits': ({ whom, cards, url }) => ({
      subject: `En kortbeställning väntar på ditt svar: ${whom}`,
      paragraphs: ['Hej,', `${whom} behöver kort: ${cards}.`, 'Öppna beställningen och svara på den.'],
      link: { label: 'Öppna beställningen', url },
    }),
    'order-sent': ({ whom, cards, url }) => ({
      subject: `Korten är på väg: ${whom}`,
      paragraphs: [
        'Hej,',
        `Din beställning är skickad: ${cards}.`,
        'Kvittera korten när du har dem i handen. Först då kan de delas ut.',
      ],
      link: { label: 'Öppna det egna lagret', url },
    }),
    'order-declined': ({ whom, cards, reason, url }) => ({
      subject: `Kortbeställningen godkändes inte: ${whom}`,
      paragraphs: ['Hej,', `Beställningen godkändes inte: ${cards}.`, `Orsak: ${reason}`],
      link: { label: 'Öppna beställningen', url },
    }),
    'order-missing': ({ whom, cards, url }) => ({
      subject: `Kort saknades i försändelsen: ${whom}`,
      paragraphs: [
        'Hej,',
        `Det saknades kort i beställningen: ${cards}. Beställare: ${whom}.`,
        'Korten som saknas är spärrade. Ta reda på var de blev.',
      ],
      link: { label: 'Öppna beställningen', url },
    }),
  },
  en: {
    'order-waits': ({ whom, cards, url }) => ({
      subject: `A card order is waiting for your answer: ${whom}`,
      paragraphs: ['Hello,', `${whom} needs cards: ${cards}.`, 'Open the order and answer it.'],
      link: { label: 'Open the order', url },
    }),
    'order-sent': ({ whom, cards, url }) => ({
      subject: `Cards are on their way: ${whom}`,
      paragraphs: [
        'Hello,',
        `Your order was sent: ${cards}.`,
        'Confirm the cards when you have them in your hands. Only then can they be issued.',
      ],
      link: { label: 'Open our stock', url },
    }),
    'order-declined': ({ whom, cards, reason, url }) => ({
      subject: `A card order was not approved: ${whom}`,
      paragraphs: ['Hello,', `The order was not approved: ${cards}.`, `Reason: ${reason}`],
      link: { label: 'Open the order', url },
    }),
    'order-missing': ({ whom, cards, url }) => ({
      subject: `Cards were missing from a delivery: ${whom}`,
      paragraphs: [
        'Hello,',
        `Cards were missing from an order: ${cards}. Ordered by: ${whom}.`,
        'The missing cards are blocked. Find out where they went.',
      ],
      link: { label: 'Open the order', url },
    }),
  },
})
