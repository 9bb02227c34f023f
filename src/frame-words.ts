import { translated } from './i18n/translated.ts'

/** The words of the menu. */
export const frameWords = translated({
  fi: {
    menu: {
      issue: 'Anna kortti',
      cards: 'Kortit',
      desk: 'Kassa',
      today: 'Tänään',
      ownPlace: 'Oma paikka',
      home: 'Oma sivu',
      confirmations: 'Vahvistukset',
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
      ownPlace: 'Mitt ställe',
      home: 'Min sida',
      confirmations: 'Bekräftelser',
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
      ownPlace: 'My place',
      home: 'My page',
      confirmations: 'Confirmations',
      sites: 'Where the card takes you',
      areas: 'Areas',
      statistics: 'Statistics',
    },
  },
})
