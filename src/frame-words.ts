import { translated } from './i18n/translated.ts'

/** The words of the menu. */
export const frameWords = translated({
  fi: {
    menu: {
      issue: 'Anna kortti',
      cards: 'Kortit',
      desk: 'Kassa',
      today: 'Tänään',
      home: 'Oma sivu',
      keepAreas: 'Alueiden ylläpito',
      exceptions: 'Poikkeukset',
      municipalities: 'Kunnat',
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
      home: 'Min sida',
      keepAreas: 'Underhåll av områden',
      exceptions: 'Undantag',
      municipalities: 'Kommuner',
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
      home: 'My page',
      keepAreas: 'Manage areas',
      exceptions: 'Exceptions',
      municipalities: 'Municipalities',
      sites: 'Where the card takes you',
      areas: 'Areas',
      statistics: 'Statistics',
    },
  },
})
