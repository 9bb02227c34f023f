import { formatDay, formatTime, type Language, translated } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { localPath } from '../web/paths.ts'
import type { DeliveryState, WebhookEvent } from './rules.ts'

const [fi, sv, en] = [
  '/lipunmyyntijarjestelmat/:program/ilmoitukset',
  '/biljettsystem/:program/meddelanden',
  '/ticketing-systems/:program/notifications',
] as const

export const paths = {
  list: localPath({ fi, sv, en }),
  resend: localPath({
    fi: `${fi}/:notice/laheta`,
    sv: `${sv}/:notice/skicka`,
    en: `${en}/:notice/send`,
  }),
  resume: localPath({
    fi: `${fi}/osoitteet/:webhook/jatka`,
    sv: `${sv}/adresser/:webhook/fortsatt`,
    en: `${en}/addresses/:webhook/resume`,
  }),
}

const moment = (language: Language, clock: string) => (at: Date) =>
  `${formatDay(language, dayOf(at))} ${clock} ${formatTime(language, at)}`
const events = (names: Record<WebhookEvent | 'test', string>) => names
const states = (names: Record<DeliveryState, string>) => names

export const words = translated({
  fi: {
    programs: 'Lipunmyyntijärjestelmät',
    title: 'Ilmoitukset',
    lead: 'Kaiku kertoo järjestelmälle itse, kun jokin muuttuu. Järjestelmä pyytää ilmoitukset rajapinnasta.',
    addresses: 'Osoitteet',
    address: 'Osoite',
    told: 'Mistä kerrotaan',
    state: 'Tila',
    active: 'Käytössä',
    paused: 'Keskeytetty',
    pausedTitle: 'Ilmoituksia ei ole saatu perille',
    pausedText: 'Osoite ei ole ottanut ilmoituksia vastaan kolmeen päivään. Korjaa se ja jatka.',
    resume: 'Jatka lähettämistä',
    resumed: 'Lähettäminen jatkuu',
    none: 'Järjestelmä ei ole pyytänyt ilmoituksia',
    noneWhy: 'Järjestelmä pyytää ne osoitteella POST /api/v1/webhooks.',
    latest: 'Viimeisimmät ilmoitukset',
    latestNone: 'Yhtään ilmoitusta ei ole vielä lähetetty.',
    event: 'Ilmoitus',
    made: 'Tehty',
    tries: 'Yrityksiä',
    answer: 'Vastaus',
    next: 'Seuraava yritys',
    soon: 'Heti',
    noAnswer: 'Ei vastausta',
    action: 'Toiminto',
    resend: 'Lähetä uudelleen',
    resent: 'Ilmoitus lähtee uudelleen',
    kept: 'Ilmoitukset säilyvät 30 päivää. Ne eivät kerro korteista eivätkä niiden haltijoista.',
    events: events({
      'use.cancelled': 'Käyttö kumottu',
      'use.recognised': 'Odottanut lippu kirjattu käytöksi',
      'use.dropped': 'Odottanut lippu jäi pois',
      'site.updated': 'Kohteen tiedot muuttuivat',
      'model.changed': 'Kortin säännöt muuttuivat',
      test: 'Koe',
    }),
    states: states({ waiting: 'Odottaa', delivered: 'Perillä', failed: 'Ei mennyt perille' }),
    at: moment('fi', 'klo'),
  },
  sv: {
    programs: 'Biljettsystem',
    title: 'Meddelanden',
    lead: 'Kaiku berättar själv för systemet när något ändras. Systemet ber om det i gränssnittet.',
    addresses: 'Adresser',
    address: 'Adress',
    told: 'Vad som berättas',
    state: 'Läge',
    active: 'I bruk',
    paused: 'Avbrutet',
    pausedTitle: 'Meddelanden har inte kommit fram',
    pausedText: 'Adressen har inte tagit emot meddelanden på tre dagar. Rätta till den och fortsätt.',
    resume: 'Fortsätt skicka',
    resumed: 'Meddelanden skickas igen',
    none: 'Systemet har inte bett om meddelanden',
    noneWhy: 'Systemet ber om dem på adressen POST /api/v1/webhooks.',
    latest: 'De senaste meddelandena',
    latestNone: 'Inget meddelande har skickats ännu.',
    event: 'Meddelande',
    made: 'Skapat',
    tries: 'Försök',
    answer: 'Svar',
    next: 'Nästa försök',
    soon: 'Genast',
    noAnswer: 'Inget svar',
    action: 'Åtgärd',
    resend: 'Skicka igen',
    resent: 'Meddelandet skickas igen',
    kept: 'Meddelanden sparas i 30 dagar. De berättar inget om kort eller om vem som har dem.',
    events: events({
      'use.cancelled': 'En användning ångrades',
      'use.recognised': 'En biljett som väntade blev en användning',
      'use.dropped': 'En biljett som väntade föll bort',
      'site.updated': 'Besöksmålets uppgifter ändrades',
      'model.changed': 'Kortets regler ändrades',
      test: 'Prov',
    }),
    states: states({ waiting: 'Väntar', delivered: 'Framme', failed: 'Kom inte fram' }),
    at: moment('sv', 'kl.'),
  },
  en: {
    programs: 'Ticketing systems',
    title: 'Notifications',
    lead: 'Kaiku tells the system by itself when something changes. The system asks for it in the API.',
    addresses: 'Addresses',
    address: 'Address',
    told: 'What is told',
    state: 'State',
    active: 'In use',
    paused: 'Paused',
    pausedTitle: 'Notifications have not arrived',
    pausedText: 'The address has taken no notifications for three days. Mend it and start again.',
    resume: 'Start sending again',
    resumed: 'Sending goes on',
    none: 'The system has not asked for notifications',
    noneWhy: 'The system asks for them at POST /api/v1/webhooks.',
    latest: 'Latest notifications',
    latestNone: 'No notification has been sent yet.',
    event: 'Notification',
    made: 'Made',
    tries: 'Tries',
    answer: 'Answer',
    next: 'Next try',
    soon: 'At once',
    noAnswer: 'No answer',
    action: 'Action',
    resend: 'Send again',
    resent: 'The notification is sent again',
    kept: 'Notifications are kept for 30 days. They tell nothing of cards or of who holds them.',
    events: events({
      'use.cancelled': 'A use was undone',
      'use.recognised': 'A waiting ticket became a use',
      'use.dropped': 'A waiting ticket was dropped',
      'site.updated': 'The venue’s details changed',
      'model.changed': 'The rules of the card changed',
      test: 'Test',
    }),
    states: states({ waiting: 'Waiting', delivered: 'Arrived', failed: 'Did not arrive' }),
    at: moment('en', 'at'),
  },
})

/** What the person is told for whom the program asked. */
export const refusalWords = translated({
  fi: {
    'webhook-exists': 'Tähän osoitteeseen lähetetään ilmoituksia jo.',
    'webhooks-too-many': 'Ilmoitusosoitteita ei voi olla enempää. Lopeta ensin jokin niistä.',
  },
  sv: {
    'webhook-exists': 'Till den här adressen skickas meddelanden redan.',
    'webhooks-too-many': 'Fler adresser för meddelanden går inte att ha. Avsluta först någon av dem.',
  },
  en: {
    'webhook-exists': 'Notifications are sent to this address already.',
    'webhooks-too-many': 'There can be no more addresses for notifications. End one of them first.',
  },
})
