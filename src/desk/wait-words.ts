import { formatTime, type Language, translated } from '../i18n/translated.ts'
import { localPath } from '../web/paths.ts'

/** Where a ticket is kept that was given on a card not yet registered. */
export const waitPath = localPath({
  fi: '/kassa/tarkistus/:check/odottamaan',
  sv: '/kassa/kontroll/:check/vanta',
  en: '/desk/checks/:check/wait',
})

const time = (language: Language, at: Date) => formatTime(language, at)

export const waitWords = translated({
  fi: {
    title: 'Voit silti antaa lipun',
    text: 'Lippu jää odottamaan. Siitä tulee käyttö, kun kortti rekisteröidään.',
    unknown: 'Vertaa tunnusta korttiin, ennen kuin annat lipun.',
    childrenHint: (age: number) => `Lasten pitää olla alle ${age}-vuotiaita.`,
    give: 'Anna lippu ja kirjaa odottamaan',
    giveMore: 'Kirjaa lisäliput odottamaan',
    repeated: (tickets: string, at: Date) =>
      `Tällä kortilla odottaa jo ${tickets} (kirjattu klo ${time('fi', at)}).`,
    done: 'Kirjattu odottamaan. Anna lippu.',
    already: 'Lippu odottaa kortin rekisteröintiä.',
    alreadyAdvice: 'Jos määrä on väärä, kumoa kirjaus ja lue kortti uudelleen.',
    tag: 'Odottaa rekisteröintiä',
    seeAll: 'Katso kaikki odottavat liput',
  },
  sv: {
    title: 'Du får ändå ge biljetten',
    text: 'Biljetten blir på vänt. Den räknas som användning när kortet registreras.',
    unknown: 'Jämför koden med kortet innan du ger biljetten.',
    childrenHint: (age: number) => `Barnen ska vara under ${age} år.`,
    give: 'Ge biljetten och sätt den på vänt',
    giveMore: 'Sätt tilläggsbiljetterna på vänt',
    repeated: (tickets: string, at: Date) =>
      `Med det här kortet väntar redan ${tickets} (registrerat kl. ${time('sv', at)}).`,
    done: 'Satt på vänt. Ge kunden biljetten.',
    already: 'Biljetten väntar på att kortet registreras.',
    alreadyAdvice: 'Om antalet är fel, ångra registreringen och läs av kortet på nytt.',
    tag: 'Väntar på registrering',
    seeAll: 'Se alla biljetter som väntar',
  },
  en: {
    title: 'You may still give the ticket',
    text: 'The ticket waits. It becomes a use when the card is registered.',
    unknown: 'Compare the code with the card before you give the ticket.',
    childrenHint: (age: number) => `The children should be under ${age}.`,
    give: 'Give the ticket and let it wait',
    giveMore: 'Let the extra tickets wait',
    repeated: (tickets: string, at: Date) =>
      `Already waiting with this card: ${tickets} (recorded at ${time('en', at)}).`,
    done: 'Recorded to wait. Hand over the ticket.',
    already: 'The ticket waits for the card to be registered.',
    alreadyAdvice: 'If the number is wrong, undo the record and read the card again.',
    tag: 'Waits for registration',
    seeAll: 'See all tickets that wait',
  },
})
