import { translated } from '../i18n/translated.ts'
import type { Letter } from '../mail/queries.ts'
import type { LetterKind } from './rules.ts'

type Told = { title: string; when: string; url: string }
const letters = (words: Record<LetterKind, (told: Told) => Letter>) => words

/** To those who signed up for a training. */
export const letterWords = translated({
  fi: letters({
    seat: ({ title, when, url }) => ({
      subject: `Sait paikan: ${title}`,
      paragraphs: ['Hei,', 'Koulutuksesta vapautui sinulle paikka.', `${title}, ${when}.`],
      link: { label: 'Katso ilmoittautumisesi', url },
      after: ['Peru ilmoittautuminen, jos et pääse. Silloin paikan saa seuraava.'],
    }),
    tomorrow: ({ title, when, url }) => ({
      subject: `Huomenna: ${title}`,
      paragraphs: ['Hei,', 'Muistutamme huomisesta koulutuksesta.', `${title}, ${when}.`],
      link: { label: 'Katso ilmoittautumisesi', url },
      after: ['Peru ilmoittautuminen, jos et pääse. Silloin paikan saa seuraava.'],
    }),
    cancelled: ({ title, when, url }) => ({
      subject: `Peruttu: ${title}`,
      paragraphs: ['Hei,', 'Koulutus, johon ilmoittauduit, on peruttu.', `${title}, ${when}.`],
      link: { label: 'Lue syy', url },
    }),
    recording: ({ title, when, url }) => ({
      subject: `Tallenne: ${title}`,
      paragraphs: ['Hei,', 'Koulutuksen tallenne on nyt katsottavissa.', `${title}, ${when}.`],
      link: { label: 'Katso tallenne', url },
    }),
  }),
  sv: letters({
    seat: ({ title, when, url }) => ({
      subject: `Du fick en plats: ${title}`,
      paragraphs: ['Hej,', 'En plats på utbildningen blev ledig för dig.', `${title}, ${when}.`],
      link: { label: 'Se din anmälan', url },
      after: ['Ta tillbaka anmälan om du får förhinder. Då får följande din plats.'],
    }),
    tomorrow: ({ title, when, url }) => ({
      subject: `I morgon: ${title}`,
      paragraphs: ['Hej,', 'Vi påminner om utbildningen i morgon.', `${title}, ${when}.`],
      link: { label: 'Se din anmälan', url },
      after: ['Ta tillbaka anmälan om du får förhinder. Då får följande din plats.'],
    }),
    cancelled: ({ title, when, url }) => ({
      subject: `Inställd: ${title}`,
      paragraphs: ['Hej,', 'Utbildningen som du anmälde dig till är inställd.', `${title}, ${when}.`],
      link: { label: 'Läs orsaken', url },
    }),
    recording: ({ title, when, url }) => ({
      subject: `Inspelning: ${title}`,
      paragraphs: ['Hej,', 'Nu kan du se inspelningen av utbildningen.', `${title}, ${when}.`],
      link: { label: 'Se inspelningen', url },
    }),
  }),
  en: letters({
    seat: ({ title, when, url }) => ({
      subject: `You have a seat: ${title}`,
      paragraphs: ['Hello,', 'A seat came free for you in a training session.', `${title}, ${when}.`],
      link: { label: 'See your sign-up', url },
      after: ['Cancel your sign-up if you cannot come. Then the next one gets the seat.'],
    }),
    tomorrow: ({ title, when, url }) => ({
      subject: `Tomorrow: ${title}`,
      paragraphs: ['Hello,', 'This is a reminder of the training session tomorrow.', `${title}, ${when}.`],
      link: { label: 'See your sign-up', url },
      after: ['Cancel your sign-up if you cannot come. Then the next one gets the seat.'],
    }),
    cancelled: ({ title, when, url }) => ({
      subject: `Cancelled: ${title}`,
      paragraphs: [
        'Hello,',
        'The training session that you signed up for is cancelled.',
        `${title}, ${when}.`,
      ],
      link: { label: 'Read why', url },
    }),
    recording: ({ title, when, url }) => ({
      subject: `Recording: ${title}`,
      paragraphs: [
        'Hello,',
        'The recording of the training session can now be watched.',
        `${title}, ${when}.`,
      ],
      link: { label: 'Watch the recording', url },
    }),
  }),
})
