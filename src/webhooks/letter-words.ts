import { translated } from '../i18n/translated.ts'
import type { Letter } from '../mail/queries.ts'

type Facts = { program: string; host: string; url: string }

/** The letter when a receiver has not answered for three days. @param host where events are sent, without its path */
export const pausedLetter = translated<(facts: Facts) => Letter>({
  fi: ({ program, host, url }) => ({
    subject: `Ilmoituksia ei saatu perille: ${program}`,
    paragraphs: [
      'Hei,',
      `järjestelmän ${program} osoite ${host} ei ole ottanut ilmoituksia vastaan kolmeen päivään.`,
      'Kaiku ei yritä enää. Korjaa vastaanotto ja jatka sitten lähettämistä.',
    ],
    link: { label: 'Avaa ilmoitukset', url },
    after: ['Odottavat ilmoitukset säilyvät 30 päivää.'],
  }),
  sv: ({ program, host, url }) => ({
    subject: `Meddelanden kom inte fram: ${program}`,
    paragraphs: [
      'Hej,',
      `adressen ${host} till systemet ${program} har inte tagit emot meddelanden på tre dagar.`,
      'Kaiku försöker inte längre. Rätta till mottagningen och fortsätt sedan att skicka.',
    ],
    link: { label: 'Öppna meddelandena', url },
    after: ['Meddelanden som väntar sparas i 30 dagar.'],
  }),
  en: ({ program, host, url }) => ({
    subject: `Notifications did not arrive: ${program}`,
    paragraphs: [
      'Hello,',
      `The address ${host} of the system ${program} has taken no notifications for three days.`,
      'Kaiku has stopped trying. Mend the receiver, then start sending again.',
    ],
    link: { label: 'Open the notifications', url },
    after: ['Notifications that wait are kept for 30 days.'],
  }),
})
