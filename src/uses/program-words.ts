import { plural, translated } from '../i18n/translated.ts'

/** What the person at the till is told of what programs alone can run into. */
export const programWords = translated({
  fi: {
    inProgress: 'Samaa kirjausta käsitellään juuri. Yritä hetken päästä uudelleen.',
    batchRejected: plural('fi', {
      one: 'Erästä ei kirjattu mitään. Korjaa # rivi ja lähetä uudelleen.',
      other: 'Erästä ei kirjattu mitään. Korjaa # riviä ja lähetä uudelleen.',
    }),
    undoTooLate: 'Käytön päivä on ohi. Sitä ei voi enää perua.',
  },
  sv: {
    inProgress: 'Samma registrering behandlas just nu. Försök igen om en stund.',
    batchRejected: plural('sv', {
      one: 'Inget i partiet registrerades. Rätta # rad och skicka igen.',
      other: 'Inget i partiet registrerades. Rätta # rader och skicka igen.',
    }),
    undoTooLate: 'Dagen för användningen är förbi. Den kan inte ångras längre.',
  },
  en: {
    inProgress: 'The same record is being handled right now. Try again in a moment.',
    batchRejected: plural('en', {
      one: 'Nothing of the batch was recorded. Correct # row and send it again.',
      other: 'Nothing of the batch was recorded. Correct # rows and send it again.',
    }),
    undoTooLate: 'The day of the use is over. It can be cancelled no more.',
  },
})
