import { translated } from '../i18n/translated.ts'

/** Why a record or its undoing waits for a person, beside the refusals of `uses/words.ts`. */
export const syncWords = translated({
  fi: {
    oneAdult: 'Henkilökohtaisella kortilla saa yhden aikuisen lipun. Korjaa määrä.',
    typingError: 'Tunnusta ei löydy. Vertaa sitä korttiin ja korjaa se.',
    notAccepted: 'Kirjaus on jo tallessa toisin tiedoin. Katso tämän päivän kirjaukset.',
    refusedBefore:
      'Kirjausta ei otettu vastaan, kun se tuli ensi kerran. Tarkista tiedot ja lähetä uudelleen.',
    erased: 'Tunnusta ei löydy. Kirjausta ei voi tehdä.',
    undoTooLate: 'Kirjausta ei voi enää kumota. Pyydä apua vastuuhenkilöltä.',
    undoNotFound: 'Kumottavaa kirjausta ei löydy. Katso tämän päivän kirjaukset.',
  },
  sv: {
    oneAdult: 'Ett personligt kort ger en vuxenbiljett. Rätta antalet.',
    typingError: 'Koden finns inte. Jämför den med kortet och rätta den.',
    notAccepted: 'Registreringen finns redan med andra uppgifter. Se dagens registreringar.',
    refusedBefore:
      'Registreringen togs inte emot när den först kom. Kontrollera uppgifterna och skicka på nytt.',
    erased: 'Koden finns inte. Registreringen kan inte göras.',
    undoTooLate: 'Registreringen kan inte längre ångras. Be den ansvariga om hjälp.',
    undoNotFound: 'Registreringen som ska ångras finns inte. Se dagens registreringar.',
  },
  en: {
    oneAdult: 'A personal card gives one adult ticket. Correct the number.',
    typingError: 'We cannot find this code. Compare it with the card and correct it.',
    notAccepted: 'This record is already stored with other details. See the records of today.',
    refusedBefore: 'This record was not accepted when it first came. Check the details and send it again.',
    erased: 'We cannot find this code. It cannot be recorded.',
    undoTooLate: 'This record can no longer be undone. Ask your coordinator for help.',
    undoNotFound: 'We cannot find the record to undo. See the records of today.',
  },
})
