import { translated } from '../i18n/translated.ts'

/** What a script of ours may have to show when an exchange is refused, beside the words of the pages. */
export const exchangeWords = translated({
  fi: {
    'sign-in': 'Istunto on päättynyt. Kirjaudu uudelleen tai yhdistä laite uudelleen.',
    'no-json': 'Palvelu ei saanut tietoja selvästi. Yritä uudelleen.',
    'not-accepted': 'Tiedoissa on jotain, mitä palvelu ei ota vastaan. Tarkista ne.',
  },
  sv: {
    'sign-in': 'Sessionen är slut. Logga in på nytt eller anslut enheten på nytt.',
    'no-json': 'Tjänsten fick inte uppgifterna i läsbar form. Försök igen.',
    'not-accepted': 'Det finns något i uppgifterna som tjänsten inte tar emot. Kontrollera dem.',
  },
  en: {
    'sign-in': 'The session has ended. Sign in again, or pair the device again.',
    'no-json': 'The service could not read what was sent. Try again.',
    'not-accepted': 'There is something in the details that the service does not take. Check them.',
  },
})
