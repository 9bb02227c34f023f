import { translated } from './translated.ts'

/** What stands in every letter, whatever it is about. */
export const letterWords = translated({
  fi: {
    copyLink: 'Jos linkki ei avaudu, kopioi tämä osoite selaimeen:',
    sender: 'Tämän viestin lähetti Kaikukanta, Kaikukortin järjestelmä.',
    noPassword: 'Emme koskaan pyydä salasanaa sähköpostilla.',
  },
  sv: {
    copyLink: 'Om länken inte öppnas, kopiera den här adressen till webbläsaren:',
    sender: 'Det här meddelandet kommer från Kaikukanta, Kaikukortets system.',
    noPassword: 'Vi ber aldrig om ditt lösenord per e-post.',
  },
  en: {
    copyLink: 'If the link does not open, copy this address to your browser:',
    sender: 'This message comes from Kaikukanta, the system behind the Kaikukortti.',
    noPassword: 'We never ask for your password by e-mail.',
  },
})
