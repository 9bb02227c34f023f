import { formatDay, plural, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { localPath } from '../web/paths.ts'
import type { Problem } from './forms.ts'

export const paths = {
  list: localPath({ fi: '/kassa/varaukset', sv: '/kassa/bokningar', en: '/desk/bookings' }),
  cancel: localPath({
    fi: '/kassa/varaukset/:booking/peru',
    sv: '/kassa/bokningar/:booking/avboka',
    en: '/desk/bookings/:booking/cancel',
  }),
  arrive: localPath({
    fi: '/kassa/varaukset/:booking/saapui',
    sv: '/kassa/bokningar/:booking/anlande',
    en: '/desk/bookings/:booking/arrived',
  }),
}

const problems = (words: Record<Problem, string>) => words

export const words = translated({
  fi: {
    title: 'Varaukset',
    lead: 'Liput, jotka on annettu toiselle päivälle. Varauksen voi perua tapahtumapäivään asti.',
    caption: 'Tulevat varaukset',
    search: 'Kortin neljä viimeistä merkkiä tai tapahtuma',
    find: 'Hae varaus',
    showAll: 'Näytä kaikki varaukset',
    found: plural('fi', { one: '# varaus löytyi', other: '# varausta löytyi' }),
    none: 'Tulevia varauksia ei ole',
    noneWhy: 'Varaus tehdään kassalla, kun kortti on luettu: valitse Lippu toiselle päivälle.',
    nothingFound: 'Haulla ei löytynyt varausta',
    nothingFoundWhy: 'Tarkista merkit kortista. Tai hae tapahtuman nimellä.',
    onlyNearest: (count: string) => `Luettelossa on ${count} lähintä varausta. Hae muita.`,
    day: 'Päivä',
    event: 'Tapahtuma',
    tickets: 'Liput',
    site: 'Kohde',
    card: 'Kortti',
    state: 'Tila',
    arrived: 'Saapunut',
    arrive: 'Merkitse saapuneeksi',
    cancel: 'Peru varaus',
    cancelled: 'Varaus on peruttu.',
    marked: 'Merkitty saapuneeksi.',
    refused: {
      'not-today': 'Varaus ei ole tälle päivälle. Saapumisen voi merkitä tapahtumapäivänä.',
      'too-late': 'Varaus on jo mennyt, eikä sitä voi enää perua.',
      cancelled: 'Varaus on jo peruttu. Kirjaa uusi lippu kassalla.',
    },
    missed: (day: Day, booked: number, missed: number) =>
      `${formatDay('fi', day)}: ${plural('fi', { one: '# varaus', other: '# varausta' })(booked)}, joista ${missed} jäi merkitsemättä saapuneeksi.`,
    back: 'Lue kortti',
    problems: problems({
      'search-missing': 'Kirjoita neljä merkkiä kortista tai tapahtuman nimi.',
      'search-form': 'Hae vain kortin merkeillä tai tapahtuman nimellä.',
    }),
  },
  sv: {
    title: 'Bokningar',
    lead: 'Biljetter till en annan dag. En bokning kan avbokas till och med evenemangets dag.',
    caption: 'Kommande bokningar',
    search: 'Kortets fyra sista tecken eller evenemanget',
    find: 'Sök bokning',
    showAll: 'Visa alla bokningar',
    found: plural('sv', { one: '# bokning hittades', other: '# bokningar hittades' }),
    none: 'Det finns inga kommande bokningar',
    noneWhy: 'Boka i kassan när kortet har lästs: välj Biljett till en annan dag.',
    nothingFound: 'Ingen bokning hittades',
    nothingFoundWhy: 'Kontrollera tecknen på kortet. Eller sök med evenemangets namn.',
    onlyNearest: (count) => `Listan har de ${count} närmaste bokningarna. Sök efter andra.`,
    day: 'Dag',
    event: 'Evenemang',
    tickets: 'Biljetter',
    site: 'Ställe',
    card: 'Kort',
    state: 'Läge',
    arrived: 'Anlände',
    arrive: 'Markera som anländ',
    cancel: 'Avboka',
    cancelled: 'Bokningen är avbokad.',
    marked: 'Ankomsten är markerad.',
    refused: {
      'not-today': 'Bokningen är inte för i dag. Ankomsten kan markeras på evenemangets dag.',
      'too-late': 'Bokningens dag har gått. Den kan inte avbokas längre.',
      cancelled: 'Bokningen är redan avbokad. Registrera en ny biljett i kassan.',
    },
    missed: (day, booked, missed) =>
      `${formatDay('sv', day)}: ${plural('sv', { one: '# bokning', other: '# bokningar' })(booked)}, av dem ${missed} utan markerad ankomst.`,
    back: 'Läs av kortet',
    problems: problems({
      'search-missing': 'Skriv fyra tecken från kortet eller evenemangets namn.',
      'search-form': 'Sök bara med kortets tecken eller evenemangets namn.',
    }),
  },
  en: {
    title: 'Bookings',
    lead: 'Tickets given for another day. A booking can be cancelled until the day of the event ends.',
    caption: 'Coming bookings',
    search: 'The last four characters of the card, or the event',
    find: 'Find a booking',
    showAll: 'Show all bookings',
    found: plural('en', { one: '# booking found', other: '# bookings found' }),
    none: 'There are no coming bookings',
    noneWhy: 'Book at the desk once the card is read: choose A ticket for another day.',
    nothingFound: 'No booking was found',
    nothingFoundWhy: 'Check the characters on the card. Or search by the name of the event.',
    onlyNearest: (count) => `The list shows the ${count} nearest bookings. Search for others.`,
    day: 'Day',
    event: 'Event',
    tickets: 'Tickets',
    site: 'Site',
    card: 'Card',
    state: 'State',
    arrived: 'Arrived',
    arrive: 'Mark as arrived',
    cancel: 'Cancel the booking',
    cancelled: 'The booking is cancelled.',
    marked: 'Marked as arrived.',
    refused: {
      'not-today': 'The booking is not for today. Mark the arrival on the day of the event.',
      'too-late': 'The day of the booking has passed. It can no longer be cancelled.',
      cancelled: 'The booking is already cancelled. Record a new ticket at the desk.',
    },
    missed: (day, booked, missed) =>
      `${formatDay('en', day)}: ${plural('en', { one: '# booking', other: '# bookings' })(booked)}, ${missed} of them not marked as arrived.`,
    back: 'Scan the card',
    problems: problems({
      'search-missing': 'Enter four characters of the card, or the name of the event.',
      'search-form': 'Search only by characters of the card or by the event.',
    }),
  },
})
