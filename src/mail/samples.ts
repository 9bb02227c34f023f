import { type Language, translated } from '../i18n/translated.ts'
import type { Letter } from './queries.ts'

/** One letter as the gallery shows it: real words, invented names and a link that opens nothing. */
export type Sample = { kind: string; letter: (language: Language) => Letter }

/** The shortest letter: nothing but its words. */
const test = translated<Letter>({
  fi: {
    subject: 'Koeviesti Kaikukannasta',
    paragraphs: [
      'Tämä viesti kertoo, että Kaikukannan sähköposti toimii.',
      'Sinun ei tarvitse tehdä mitään.',
    ],
  },
  sv: {
    subject: 'Provmeddelande från Kaikukanta',
    paragraphs: [
      'Det här meddelandet visar att e-posten från Kaikukanta fungerar.',
      'Du behöver inte göra något.',
    ],
  },
  en: {
    subject: 'A test message from Kaikukanta',
    paragraphs: ['This message tells that e-mail from Kaikukanta works.', 'You need not do anything.'],
  },
})

const url = `https://kaiku.example/fi/lahtevat/${'0'.repeat(43)}`

/** All that a letter can have: several paragraphs, a link with a long address, and words below it. */
const everything = translated<Letter>({
  fi: {
    subject: 'Kaikukannassa on viesti, jota ei saatu perille',
    paragraphs: [
      'Hei, Aino Esimerkki.',
      'Viestiä osoitteeseen äiti.öhman@esimerkki.example ei saatu perille neljällä yrityksellä. Tarkista osoite ja lähetä kutsu uudelleen.',
    ],
    link: { label: 'Avaa lähtevät viestit', url },
    after: ['Jos viesti ei kuulu sinulle, sinun ei tarvitse tehdä mitään.'],
  },
  sv: {
    subject: 'Ett meddelande i Kaikukanta kom inte fram',
    paragraphs: [
      'Hej, Aino Esimerkki.',
      'Meddelandet till adressen äiti.öhman@esimerkki.example kom inte fram på fyra försök. Kontrollera adressen och skicka inbjudan på nytt.',
    ],
    link: { label: 'Öppna utgående meddelanden', url },
    after: ['Om meddelandet inte är till dig behöver du inte göra något.'],
  },
  en: {
    subject: 'A message in Kaikukanta did not arrive',
    paragraphs: [
      'Dear Aino Esimerkki,',
      'The message to äiti.öhman@esimerkki.example did not arrive in four tries. Check the address and send the invitation again.',
    ],
    link: { label: 'Open outgoing messages', url },
    after: ['If this message is not for you, you need not do anything.'],
  },
})

/** The letters of the gallery. A slice that writes letters adds its own here, from its words. */
export const samples: Sample[] = [
  { kind: 'test', letter: (language) => test[language] },
  { kind: 'undelivered', letter: (language) => everything[language] },
]
