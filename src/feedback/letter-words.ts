import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import { formatDay, isLanguage, type Language, plural, translated } from '../i18n/translated.ts'
import type { Letter } from '../mail/queries.ts'

type Answer = { answer: string; url: string | null }
type AnswerWords = { subject: string; hello: string[]; more: string; link: string; after: string }

const answerWords = translated<AnswerWords>({
  fi: {
    subject: 'Vastaus palautteeseesi',
    hello: ['Hei,', 'kirjoitit meille Kaikukortista. Tässä on vastaus:'],
    more: 'Älä vastaa tähän viestiin. Voit kirjoittaa vielä kerran omalla sivullasi.',
    link: 'Avaa palautteesi',
    after: 'Poistamme sähköpostiosoitteesi 90 päivän päästä.',
  },
  sv: {
    subject: 'Svar på din respons',
    hello: ['Hej,', 'du skrev till oss om Kaikukortet. Här är svaret:'],
    more: 'Svara inte på det här meddelandet. Du kan skriva en gång till på din egen sida.',
    link: 'Öppna din respons',
    after: 'Vi raderar din e-postadress efter 90 dagar.',
  },
  en: {
    subject: 'An answer to your feedback',
    hello: ['Hello,', 'you wrote to us about the Kaikukortti. Here is the answer:'],
    more: 'Do not reply to this message. You can write once more on your own page.',
    link: 'Open your feedback',
    after: 'We delete your e-mail address after 90 days.',
  },
})

/** Lines of an answer, each a paragraph. */
const paragraphsOf = (text: string) => text.split(/\n+/).filter((line) => line !== '')

/** The languages of a letter to a writer: their own, else English and Finnish both. */
const letterLanguages = (reader: HolderLanguage): [Language, ...Language[]] => {
  if (isLanguage(reader)) return [reader]
  return reader === 'fi-simple' ? ['fi'] : ['en', 'fi']
}

/** The letter that brings the answer, and the language that it is sent in. */
export const answeredLetter = (
  reader: HolderLanguage,
  { answer, url }: Answer,
): { language: Language; letter: Letter } => {
  const languages = letterLanguages(reader)
  const all = languages.map((language) => answerWords[language])
  const [first] = languages
  return {
    language: first,
    letter: {
      subject: all.map(({ subject }) => subject).join(' / '),
      paragraphs: [
        ...all.flatMap(({ hello }) => hello),
        ...paragraphsOf(answer),
        ...(url ? all.map(({ more }) => more) : []),
      ],
      ...(url ? { link: { label: all.map(({ link }) => link).join(' / '), url } } : {}),
      after: all.map(({ after }) => after),
    },
  }
}

const quietWords = translated<{ subject: string; paragraphs: string[] }>({
  fi: {
    subject: 'Suljimme palautteesi',
    paragraphs: [
      'Hei,',
      'kirjoitit meille Kaikukortista. Palautteeseen ei ole tullut mitään uutta 90 päivään.',
      'Suljimme sen ja poistimme sähköpostiosoitteesi.',
      'Anteeksi, jos jäit vaille vastausta. Voit kirjoittaa meille uudelleen.',
    ],
  },
  sv: {
    subject: 'Vi stängde din respons',
    paragraphs: [
      'Hej,',
      'du skrev till oss om Kaikukortet. Inget nytt har kommit på 90 dagar.',
      'Vi stängde responsen och raderade din e-postadress.',
      'Förlåt om du blev utan svar. Du kan skriva till oss på nytt.',
    ],
  },
  en: {
    subject: 'We closed your feedback',
    paragraphs: [
      'Hello,',
      'you wrote to us about the Kaikukortti. Nothing new has come in 90 days.',
      'We closed the feedback and deleted your e-mail address.',
      'If you were left without an answer, you can write to us again.',
    ],
  },
})

/** The last letter to a writer whose thread ended by itself. */
export const quietLetter = (reader: HolderLanguage): { language: Language; letter: Letter } => {
  const languages = letterLanguages(reader)
  const all = languages.map((language) => quietWords[language])
  return {
    language: languages[0],
    letter: {
      subject: all.map(({ subject }) => subject).join(' / '),
      paragraphs: all.flatMap(({ paragraphs }) => paragraphs),
    },
  }
}

/** The name of the writer's language as that language has it. */
export const languageName = (reader: HolderLanguage): string => aboutLanguages[reader].name

export const staffLetters = ['feedback-waiting', 'feedback-due', 'feedback-overdue'] as const
export type StaffLetter = (typeof staffLetters)[number]
type Facts = { count: number; due: string; place: string; url: string }

/** What those are told who answer: how many and until when, never what was written. */
export const staffLetterWords = translated<Record<StaffLetter, (facts: Facts) => Letter>>({
  fi: {
    'feedback-waiting': ({ count, due, url }) => ({
      subject: plural('fi', { one: '# uusi palaute odottaa', other: '# uutta palautetta odottaa' })(count),
      paragraphs: [
        'Hei,',
        'alueellesi on tullut palautetta.',
        `Ensimmäinen määräpäivä on ${formatDay('fi', due)}.`,
      ],
      link: { label: 'Avaa palautteet', url },
    }),
    'feedback-due': ({ due, url }) => ({
      subject: `Vastaa saavutettavuuspalautteeseen viimeistään ${formatDay('fi', due)}`,
      paragraphs: [
        'Hei,',
        `saavutettavuuspalaute odottaa vastausta. Viimeinen päivä on ${formatDay('fi', due)}.`,
        'Laki (306/2019) antaa vastaukseen 14 päivää.',
      ],
      link: { label: 'Avaa palaute', url },
    }),
    'feedback-overdue': ({ due, place, url }) => ({
      subject: `Saavutettavuuspalautteen määräaika on mennyt: ${place}`,
      paragraphs: [
        'Hei,',
        `saavutettavuuspalautteeseen piti vastata viimeistään ${formatDay('fi', due)}.`,
        `Siihen vastaa ${place}. Voit vastata myös itse.`,
      ],
      link: { label: 'Avaa palaute', url },
    }),
  },
  sv: {
    'feedback-waiting': ({ count, due, url }) => ({
      subject: plural('sv', { one: '# ny respons väntar', other: '# nya responser väntar' })(count),
      paragraphs: [
        'Hej,',
        'ditt område har fått respons.',
        `Den första ska besvaras senast ${formatDay('sv', due)}.`,
      ],
      link: { label: 'Öppna responserna', url },
    }),
    'feedback-due': ({ due, url }) => ({
      subject: `Besvara responsen om tillgänglighet senast ${formatDay('sv', due)}`,
      paragraphs: [
        'Hej,',
        `en respons om tillgänglighet väntar på svar. Sista dagen är ${formatDay('sv', due)}.`,
        'Lagen (306/2019) ger 14 dagar för svaret.',
      ],
      link: { label: 'Öppna responsen', url },
    }),
    'feedback-overdue': ({ due, place, url }) => ({
      subject: `Tiden för en respons om tillgänglighet har gått ut: ${place}`,
      paragraphs: [
        'Hej,',
        `en respons om tillgänglighet skulle besvaras senast ${formatDay('sv', due)}.`,
        `Den besvaras av ${place}. Du kan också svara själv.`,
      ],
      link: { label: 'Öppna responsen', url },
    }),
  },
  en: {
    'feedback-waiting': ({ count, due, url }) => ({
      subject: plural('en', { one: '# new message is waiting', other: '# new messages are waiting' })(count),
      paragraphs: [
        'Hello,',
        'your area has received feedback.',
        `The first is due by ${formatDay('en', due)}.`,
      ],
      link: { label: 'Open the feedback', url },
    }),
    'feedback-due': ({ due, url }) => ({
      subject: `Answer feedback about accessibility by ${formatDay('en', due)}`,
      paragraphs: [
        'Hello,',
        `feedback about accessibility waits for an answer. The last day is ${formatDay('en', due)}.`,
        'The law (306/2019) gives 14 days for the answer.',
      ],
      link: { label: 'Open the feedback', url },
    }),
    'feedback-overdue': ({ due, place, url }) => ({
      subject: `Feedback about accessibility is overdue: ${place}`,
      paragraphs: [
        'Hello,',
        `feedback about accessibility was to be answered by ${formatDay('en', due)}.`,
        `${place} answers it. You can also answer it yourself.`,
      ],
      link: { label: 'Open the feedback', url },
    }),
  },
})
