import { formatDay, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { Letter } from '../mail/queries.ts'

/** Asks a place how the pilot has gone. */
export const surveyLetter = translated({
  fi: (place: string, until: Day, url: string): Letter => ({
    subject: 'Miten Kaikukortin kokeilu on sujunut?',
    paragraphs: [`Vastaa lyhyeen kyselyyn: ${place}.`, `Kysely on auki ${formatDay('fi', until)} asti.`],
    link: { label: 'Vastaa kyselyyn', url },
    after: ['Kirjaudu omilla tunnuksillasi. Jokainen paikka vastaa kerran.'],
  }),
  sv: (place: string, until: Day, url: string): Letter => ({
    subject: 'Hur har försöket med Kaikukortet gått?',
    paragraphs: [`Svara på en kort enkät: ${place}.`, `Enkäten är öppen till ${formatDay('sv', until)}.`],
    link: { label: 'Svara på enkäten', url },
    after: ['Logga in med ditt eget konto. Varje ställe svarar en gång.'],
  }),
  en: (place: string, until: Day, url: string): Letter => ({
    subject: 'How has the pilot of the Kaikukortti gone?',
    paragraphs: [`Answer a short survey: ${place}.`, `It is open until ${formatDay('en', until)}.`],
    link: { label: 'Answer the survey', url },
    after: ['Sign in with your own account. Each place answers once.'],
  }),
})
