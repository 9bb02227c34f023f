import { translated } from './i18n/translated.ts'

/** The words of the menu. */
export const frameWords = translated({
  fi: {
    menu: {
      issue: 'Anna kortti',
      cards: 'Kortit',
      desk: 'Kassa',
      today: 'Tänään',
      people: 'Ihmiset',
      devices: 'Laitteet',
      home: 'Oma sivu',
      providers: 'Kirjautumispalvelut',
      outbox: 'Lähtevät viestit',
      log: 'Loki',
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
      people: 'Personer',
      devices: 'Enheter',
      home: 'Min sida',
      providers: 'Inloggningstjänster',
      outbox: 'Utgående',
      log: 'Logg',
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
      people: 'People',
      devices: 'Devices',
      home: 'My page',
      providers: 'Sign-in services',
      outbox: 'Outbox',
      log: 'Audit log',
      sites: 'Where the card takes you',
      areas: 'Areas',
      statistics: 'Statistics',
    },
  },
})
