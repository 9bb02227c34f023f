import { translated } from './i18n/translated.ts'

/** The words of the menu. */
export const frameWords = translated({
  fi: {
    menu: {
      issue: 'Anna kortti',
      cards: 'Kortit',
      desk: 'Kassa',
      today: 'Tänään',
      units: 'Jakajat',
      keptSites: 'Kohteet',
      organisations: 'Organisaatiot',
      home: 'Oma sivu',
      sites: 'Mihin kortilla pääsee',
      areas: 'Alueet',
      statistics: 'Tilastot',
    },
  },
  sv: {
    menu: {
      issue: 'Dela ut ett kort',
      cards: 'Korten',
      desk: 'Kassan',
      today: 'I dag',
      units: 'Kortutdelare',
      keptSites: 'Ställen',
      organisations: 'Organisationer',
      home: 'Min sida',
      sites: 'Var kortet gäller',
      areas: 'Områden',
      statistics: 'Statistik',
    },
  },
  en: {
    menu: {
      issue: 'Issue a card',
      cards: 'Cards',
      desk: 'Desk',
      today: 'Today',
      units: 'Card issuers',
      keptSites: 'Sites',
      organisations: 'Organisations',
      home: 'My page',
      sites: 'Where the card takes you',
      areas: 'Areas',
      statistics: 'Statistics',
    },
  },
})
