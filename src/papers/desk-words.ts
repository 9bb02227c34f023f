import { translated } from '../i18n/translated.ts'

/** The card on a ticket desk: how a use is recorded, and what each answer means. For staff alone. */
export const deskCardWords = translated({
  fi: {
    title: 'Kaikukortti kassalla',
    steps: ['Lue kortti tai kirjoita tunnus.', 'Katso vastaus.', 'Kirjaa käyttö ja anna lippu.'],
    answers: 'Neljä vastausta',
    valid: {
      title: 'Kortti on voimassa',
      text: 'Kysy, montako lasta tulee mukaan. Kirjaa käyttö ja anna lippu.',
    },
    ended: {
      title: 'Vanhentunut tai suljettu',
      text: 'Lippua ei saa. Kerro ystävällisesti: kortin voi uusia siellä, mistä sen sai.',
    },
    waits: {
      title: 'Ei vielä rekisteröity',
      text: 'Asiakas voi pyytää kortinjakajaa rekisteröimään kortin. Sen jälkeen se käy heti.',
    },
    unknown: {
      title: 'Tunnusta ei löydy',
      text: 'Vertaa jokaista merkkiä korttiin ja kokeile uudelleen.',
    },
    notes: [
      'Avustaja ja tulkki pääsevät maksutta. Älä pyydä todistusta.',
      'Ilman verkkoa: katso kortista viimeinen päivä, kirjaa ja anna lippu. Kirjaus lähtee myöhemmin itse.',
      'Älä kysy, miksi asiakkaalla on kortti.',
    ],
    help: 'Ohje ja harjoittelu',
    helpText: 'Kokeile vastauksia rauhassa. Mitään ei tallennu, etkä tarvitse omaa tunnusta.',
    scan: 'QR-koodi, joka vie kassan harjoitteluun',
    printed: 'Tulostettu',
  },
  sv: {
    title: 'Kaikukortet i kassan',
    steps: ['Läs av kortet eller skriv koden.', 'Se svaret.', 'Registrera användningen och ge biljetten.'],
    answers: 'Fyra svar',
    valid: {
      title: 'Kortet gäller',
      text: 'Fråga hur många barn som kommer med. Registrera användningen och ge biljetten.',
    },
    ended: {
      title: 'Har gått ut eller är stängt',
      text: 'Det ger ingen biljett. Säg vänligt: kortet kan förnyas där det delades ut.',
    },
    waits: {
      title: 'Inte registrerat ännu',
      text: 'Kunden kan be kortutdelaren registrera kortet. Efter det fungerar det genast.',
    },
    unknown: { title: 'Koden finns inte', text: 'Jämför varje tecken med kortet och försök på nytt.' },
    notes: [
      'Assistent och tolk kommer in gratis. Be inte om intyg.',
      'Utan nät: se den sista dagen på kortet, registrera och ge biljetten. Registreringen skickas senare av sig själv.',
      'Fråga inte varför kunden har kortet.',
    ],
    help: 'Hjälp och övning',
    helpText: 'Prova svaren i lugn och ro. Inget sparas, och du behöver inget konto.',
    scan: 'QR-kod som leder till övningen för kassan',
    printed: 'Utskriven',
  },
  en: {
    title: 'The Kaikukortti at the desk',
    steps: ['Scan the card or type the code.', 'Look at the answer.', 'Record the use and give the ticket.'],
    answers: 'Four answers',
    valid: {
      title: 'The card is valid',
      text: 'Ask how many children are coming. Record the use and give the ticket.',
    },
    ended: {
      title: 'Expired or closed',
      text: 'It gives no ticket. Say kindly: the card can be renewed where it was given.',
    },
    waits: {
      title: 'Not registered yet',
      text: 'The customer can ask the issuer to register the card. After that it works at once.',
    },
    unknown: {
      title: 'We cannot find the code',
      text: 'Compare each character with the card and try again.',
    },
    notes: [
      'An assistant and an interpreter get in free. Do not ask for proof.',
      'Without a network: check the last day on the card, record and give the ticket. The record goes later by itself.',
      'Do not ask why the customer has the card.',
    ],
    help: 'Help and practice',
    helpText: 'Try the answers in peace. Nothing is stored, and you need no account.',
    scan: 'QR code that leads to the practice desk',
    printed: 'Printed',
  },
})
