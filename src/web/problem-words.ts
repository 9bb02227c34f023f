import { translated } from '../i18n/translated.ts'

/** What the refusals that every address can give say to the person at the till, who can do little about most of them. */
export const generalMessages = translated({
  fi: {
    'malformed-json': 'Lippujärjestelmän viestiä ei voitu lukea. Ilmoita siitä järjestelmän ylläpitäjälle.',
    'validation-failed': 'Lippujärjestelmän viestissä on virhe. Ilmoita siitä järjestelmän ylläpitäjälle.',
    unauthorized: 'Lippujärjestelmän avain ei kelpaa. Pyydä ylläpitäjää hankkimaan uusi avain.',
    forbidden: 'Lippujärjestelmällä ei ole tähän lupaa. Pyydä lupaa kohteen vastuuhenkilöltä.',
    'not-found': 'Tätä ei löydy. Tarkista tiedot.',
    'method-not-allowed':
      'Lippujärjestelmä kutsui palvelua väärin. Ilmoita siitä järjestelmän ylläpitäjälle.',
    'not-acceptable': 'Lippujärjestelmä kutsui palvelua väärin. Ilmoita siitä järjestelmän ylläpitäjälle.',
    'unsupported-media-type':
      'Lippujärjestelmä kutsui palvelua väärin. Ilmoita siitä järjestelmän ylläpitäjälle.',
    'too-large': 'Lippujärjestelmä lähetti liian paljon kerralla. Ilmoita siitä järjestelmän ylläpitäjälle.',
    'rate-limited': 'Pyyntöjä tuli paljon peräkkäin. Odota hetki ja yritä uudelleen.',
    'idempotency-key-missing':
      'Lippujärjestelmä kutsui palvelua väärin. Ilmoita siitä järjestelmän ylläpitäjälle.',
    'idempotency-key-reused-with-other-body':
      'Lippujärjestelmä käytti samaa tunnusta kahdesti. Ilmoita siitä järjestelmän ylläpitäjälle.',
    internal: 'Vika on meillä. Yritä hetken päästä uudelleen.',
    unavailable: 'Palvelu ei vastaa juuri nyt. Yritä hetken päästä uudelleen.',
  },
  sv: {
    'malformed-json': 'Meddelandet från biljettsystemet kunde inte läsas. Meddela den som sköter systemet.',
    'validation-failed': 'Det finns ett fel i biljettsystemets meddelande. Meddela den som sköter systemet.',
    unauthorized: 'Biljettsystemets nyckel gäller inte. Be den som sköter systemet skaffa en ny.',
    forbidden: 'Biljettsystemet har inte lov till det här. Be stället om lov.',
    'not-found': 'Det här finns inte. Kontrollera uppgifterna.',
    'method-not-allowed': 'Biljettsystemet anropade tjänsten fel. Meddela den som sköter systemet.',
    'not-acceptable': 'Biljettsystemet anropade tjänsten fel. Meddela den som sköter systemet.',
    'unsupported-media-type': 'Biljettsystemet anropade tjänsten fel. Meddela den som sköter systemet.',
    'too-large': 'Biljettsystemet skickade för mycket på en gång. Meddela den som sköter systemet.',
    'rate-limited': 'Det kom många anrop i rad. Vänta en stund och försök igen.',
    'idempotency-key-missing': 'Biljettsystemet anropade tjänsten fel. Meddela den som sköter systemet.',
    'idempotency-key-reused-with-other-body':
      'Biljettsystemet använde samma kännetecken två gånger. Meddela den som sköter systemet.',
    internal: 'Felet är hos oss. Försök igen om en stund.',
    unavailable: 'Tjänsten svarar inte just nu. Försök igen om en stund.',
  },
  en: {
    'malformed-json': 'The ticket system’s message could not be read. Tell whoever looks after the system.',
    'validation-failed': 'The ticket system’s message has a mistake. Tell whoever looks after the system.',
    unauthorized: 'The ticket system’s key does not work. Ask whoever looks after it to get a new one.',
    forbidden: 'The ticket system may not do this. Ask the site’s contact person to allow it.',
    'not-found': 'This cannot be found. Check the details.',
    'method-not-allowed':
      'The ticket system called the service wrongly. Tell whoever looks after the system.',
    'not-acceptable': 'The ticket system called the service wrongly. Tell whoever looks after the system.',
    'unsupported-media-type':
      'The ticket system called the service wrongly. Tell whoever looks after the system.',
    'too-large': 'The ticket system sent too much at once. Tell whoever looks after the system.',
    'rate-limited': 'Many requests came in a row. Wait a moment and try again.',
    'idempotency-key-missing':
      'The ticket system called the service wrongly. Tell whoever looks after the system.',
    'idempotency-key-reused-with-other-body':
      'The ticket system used the same mark twice. Tell whoever looks after the system.',
    internal: 'The fault is ours. Try again in a moment.',
    unavailable: 'The service is not available right now. Try again in a moment.',
  },
})
