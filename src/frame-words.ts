import { translated } from './i18n/translated.ts'

/** The words of the menu, and the people that the demo lets one be. */
export const frameWords = translated({
  fi: {
    menu: {
      issue: 'Anna kortti',
      cards: 'Kortit',
      desk: 'Kassa',
      today: 'Tänään',
      home: 'Oma sivu',
      sites: 'Mihin kortilla pääsee',
      areas: 'Alueet',
      statistics: 'Tilastot',
    },
    demoUsers: [
      { user: 'issuer', label: 'Kortinjakaja' },
      { user: 'venue', label: 'Kohde' },
      { user: 'intermediary', label: 'Lipunvälittäjä' },
      { user: 'coordinator-culture', label: 'Vastuuhenkilö, kulttuuri' },
      { user: 'coordinator-sote', label: 'Vastuuhenkilö, sote' },
      { user: 'centre', label: 'Kaikukeskus' },
      { user: 'auditor', label: 'Tarkastaja' },
    ],
  },
  sv: {
    menu: {
      issue: 'Dela ut ett kort',
      cards: 'Korten',
      desk: 'Kassan',
      today: 'I dag',
      home: 'Min sida',
      sites: 'Var kortet gäller',
      areas: 'Områden',
      statistics: 'Statistik',
    },
    demoUsers: [
      { user: 'issuer', label: 'Kortutdelare' },
      { user: 'venue', label: 'Besöksmål' },
      { user: 'intermediary', label: 'Biljettförmedlare' },
      { user: 'coordinator-culture', label: 'Ansvarsperson, kultur' },
      { user: 'coordinator-sote', label: 'Ansvarsperson, social och hälsa' },
      { user: 'centre', label: 'Kaikukeskus' },
      { user: 'auditor', label: 'Granskare' },
    ],
  },
  en: {
    menu: {
      issue: 'Issue a card',
      cards: 'Cards',
      desk: 'Desk',
      today: 'Today',
      home: 'My page',
      sites: 'Where the card takes you',
      areas: 'Areas',
      statistics: 'Statistics',
    },
    demoUsers: [
      { user: 'issuer', label: 'Card issuer' },
      { user: 'venue', label: 'Venue' },
      { user: 'intermediary', label: 'Ticket intermediary' },
      { user: 'coordinator-culture', label: 'Area coordinator, culture' },
      { user: 'coordinator-sote', label: 'Area coordinator, social and health' },
      { user: 'centre', label: 'Kaikukeskus' },
      { user: 'auditor', label: 'Auditor' },
    ],
  },
})
