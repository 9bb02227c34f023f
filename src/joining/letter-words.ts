import { translated } from '../i18n/translated.ts'
import type { Letter } from '../mail/queries.ts'

/** The letters of an area's way in. */
export const letterWords = translated({
  fi: {
    told: (organisation: string, link: string): Letter => ({
      subject: 'Kaikukortista on kysytty',
      paragraphs: [`${organisation} on kiinnostunut Kaikukortista.`],
      link: { label: 'Avaa viesti', url: link },
      after: ['Sovi keskustelu lähettäjän kanssa.'],
    }),
    notNow: (reason: string): Letter => ({
      subject: 'Vastaus kiinnostukseesi Kaikukortista',
      paragraphs: ['Kiitos viestistäsi. Emme voi aloittaa juuri nyt.', reason],
      after: ['Voit kysyä uudelleen myöhemmin.'],
    }),
  },
  sv: {
    told: (organisation: string, link: string): Letter => ({
      subject: 'Någon har frågat om Kaikukortet',
      paragraphs: [`${organisation} är intresserad av Kaikukortet.`],
      link: { label: 'Öppna meddelandet', url: link },
      after: ['Kom överens om ett samtal med avsändaren.'],
    }),
    notNow: (reason: string): Letter => ({
      subject: 'Svar på ditt intresse för Kaikukortet',
      paragraphs: ['Tack för ditt meddelande. Vi kan inte börja just nu.', reason],
      after: ['Du kan fråga på nytt senare.'],
    }),
  },
  en: {
    told: (organisation: string, link: string): Letter => ({
      subject: 'Somebody has asked for the Kaikukortti',
      paragraphs: [`${organisation} is interested in the Kaikukortti.`],
      link: { label: 'Open the message', url: link },
      after: ['Agree on a talk with the sender.'],
    }),
    notNow: (reason: string): Letter => ({
      subject: 'Answer to your interest in the Kaikukortti',
      paragraphs: ['Thank you for your message. We cannot begin just now.', reason],
      after: ['You can ask again later.'],
    }),
  },
})
