import { type Language, translated } from '../i18n/translated.ts'
import type { Letter } from '../mail/queries.ts'
import type { Period } from '../publications/rules.ts'
import { type Kind, keyOf, type PlaceKey } from './rules.ts'
import { paths } from './words.ts'

/** The page of reports with one chosen: there the report stands, and so does the button that ends the mails. */
export const chosenPath = (
  language: Language,
  { kind, place, period }: { kind: Kind; place: PlaceKey; period: Period },
): string => `${paths.reports[language]}?${new URLSearchParams({ kind, place: keyOf(place), period })}`

/** What has just been done. */
export const orderDeeds = ['ordered', 'ended'] as const
export type OrderDeed = (typeof orderDeeds)[number]

const problems = (sentences: Record<'place' | 'wish' | 'many', string>) => sentences

export const orderWords = translated({
  fi: {
    title: 'Raportit sähköpostilla',
    offer:
      'Saat viestin, kun tämän paikan uusi neljännes tai vuosi on suljettu. Viestissä on linkki raporttiin, ei lukuja.',
    order: 'Tilaa raportit sähköpostiin',
    isOrdered: 'Saat viestin, kun uusi neljännes tai vuosi on suljettu.',
    end: 'Lopeta tilaus',
    endOf: (place: string) => `Lopeta tilaus: ${place}`,
    others: 'Muut tilauksesi',
    noServer: 'Sähköpostipalvelinta ei ole vielä. Viestit lähtevät, kun se on otettu käyttöön.',
    deeds: { ordered: 'Raportit on tilattu', ended: 'Tilaus on lopetettu' } satisfies Record<
      OrderDeed,
      string
    >,
    again: 'Tilaa uudelleen',
    problems: problems({
      place: 'Valitse paikka, jonka raportit haluat.',
      wish: 'Valitse, tilaatko raportit vai lopetatko tilauksen.',
      many: 'Sinulla on jo 50 tilausta. Lopeta ensin jokin niistä.',
    }),
  },
  sv: {
    title: 'Rapporter per e-post',
    offer:
      'Du får ett meddelande när platsens nästa kvartal eller år har stängts. Meddelandet har en länk till rapporten, inga siffror.',
    order: 'Beställ rapporterna per e-post',
    isOrdered: 'Du får ett meddelande när nästa kvartal eller år har stängts.',
    end: 'Avsluta beställningen',
    endOf: (place: string) => `Avsluta beställningen: ${place}`,
    others: 'Dina andra beställningar',
    noServer: 'Det finns ingen e-postserver ännu. Meddelandena skickas när den har tagits i bruk.',
    deeds: { ordered: 'Rapporterna har beställts', ended: 'Beställningen har avslutats' },
    again: 'Beställ på nytt',
    problems: problems({
      place: 'Välj den plats vars rapporter du vill ha.',
      wish: 'Välj om du beställer rapporterna eller avslutar beställningen.',
      many: 'Du har redan 50 beställningar. Avsluta först en av dem.',
    }),
  },
  en: {
    title: 'Reports by mail',
    offer:
      'You get a message when this place’s next quarter or year has been closed. It has a link to the report, and no figures.',
    order: 'Order the reports by mail',
    isOrdered: 'You get a message when the next quarter or year has been closed.',
    end: 'End the order',
    endOf: (place: string) => `End the order: ${place}`,
    others: 'Your other orders',
    noServer: 'There is no mail server yet. Messages are sent once there is one.',
    deeds: { ordered: 'The reports have been ordered', ended: 'The order has been ended' },
    again: 'Order again',
    problems: problems({
      place: 'Choose the place whose reports you want.',
      wish: 'Choose whether to order the reports or to end the order.',
      many: 'You already have 50 orders. End one of them first.',
    }),
  },
})

/** The mail about a new report. Others may read a mailbox: it has the report's title and a link, and no figures. */
export const reportLetter = translated<(told: { title: string; url: string }) => Letter>({
  fi: ({ title, url }) => ({
    subject: `Raportti on valmis: ${title}`,
    paragraphs: ['Hei,', 'jakso on suljettu, ja tilaamasi raportti on valmis:', title],
    link: { label: 'Avaa raportti', url },
    after: ['Voit lopettaa tilauksen samalla sivulla, kohdassa Raportit sähköpostilla.'],
  }),
  sv: ({ title, url }) => ({
    subject: `Rapporten är klar: ${title}`,
    paragraphs: ['Hej,', 'perioden har stängts, och rapporten som du beställt är klar:', title],
    link: { label: 'Öppna rapporten', url },
    after: ['Du kan avsluta beställningen på samma sida, under Rapporter per e-post.'],
  }),
  en: ({ title, url }) => ({
    subject: `The report is ready: ${title}`,
    paragraphs: ['Hello,', 'the period has been closed, and the report that you ordered is ready:', title],
    link: { label: 'Open the report', url },
    after: ['You can end the order on the same page, under Reports by mail.'],
  }),
})
