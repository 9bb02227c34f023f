import { plural, translated } from '../i18n/translated.ts'
import type { Letter } from '../mail/queries.ts'

/** What an area and the centre read of what the one asks the other about somebody's feedback. */
export const questionWords = translated({
  fi: {
    question: 'Kysymys Kaikukeskukselle',
    reply: 'Kaikukeskuksen vastaus',
    waits: 'Kysymys odottaa',
    askTitle: 'Kysy Kaikukeskukselta',
    askHint:
      'Vain vastuuhenkilöt ja Kaikukeskus näkevät tämän. Palaute pysyy sinulla, ja vastaat itse kirjoittajalle.',
    ask: 'Lähetä kysymys',
    asked: 'Kysymyksesi odottaa Kaikukeskuksen vastausta.',
    replyTitle: 'Vastaa alueen kysymykseen',
    replyHint: 'Vastaus menee alueen vastuuhenkilöille. Kirjoittaja ei näe sitä.',
    sendReply: 'Vastaa alueelle',
    waiting: plural('fi', {
      one: '# alueen kysymys odottaa vastaustasi',
      other: '# alueen kysymystä odottaa vastaustasi',
    }),
    done: { asked: 'Kysymys on lähetetty', replied: 'Vastaus on lähetetty alueelle' },
    problems: {
      'question-missing': 'Kirjoita kysymys.',
      'question-long': 'Lyhennä kysymys 3 000 merkkiin.',
      'reply-missing': 'Kirjoita vastaus.',
      'reply-long': 'Lyhennä vastaus 3 000 merkkiin.',
    },
  },
  sv: {
    question: 'Fråga till Kaikukeskus',
    reply: 'Svar från Kaikukeskus',
    waits: 'En fråga väntar',
    askTitle: 'Fråga Kaikukeskus',
    askHint:
      'Bara ansvarspersonerna och Kaikukeskus ser det här. Responsen blir kvar hos dig, och du svarar skribenten själv.',
    ask: 'Skicka frågan',
    asked: 'Din fråga väntar på svar från Kaikukeskus.',
    replyTitle: 'Svara på områdets fråga',
    replyHint: 'Svaret går till områdets ansvarspersoner. Skribenten ser det inte.',
    sendReply: 'Svara området',
    waiting: plural('sv', {
      one: '# fråga från ett område väntar på ditt svar',
      other: '# frågor från områden väntar på ditt svar',
    }),
    done: { asked: 'Frågan har skickats', replied: 'Svaret har skickats till området' },
    problems: {
      'question-missing': 'Skriv en fråga.',
      'question-long': 'Förkorta frågan till 3 000 tecken.',
      'reply-missing': 'Skriv ett svar.',
      'reply-long': 'Förkorta svaret till 3 000 tecken.',
    },
  },
  en: {
    question: 'Question to Kaikukeskus',
    reply: 'Answer of Kaikukeskus',
    waits: 'A question waits',
    askTitle: 'Ask Kaikukeskus',
    askHint:
      'Only coordinators and Kaikukeskus see this. The feedback stays with you, and you answer its writer yourself.',
    ask: 'Send the question',
    asked: 'Your question waits for an answer of Kaikukeskus.',
    replyTitle: 'Answer the question of the area',
    replyHint: 'The answer goes to the coordinators of the area. The writer does not see it.',
    sendReply: 'Answer the area',
    waiting: plural('en', {
      one: '# question of an area waits for your answer',
      other: '# questions of areas wait for your answer',
    }),
    done: { asked: 'The question was sent', replied: 'The answer was sent to the area' },
    problems: {
      'question-missing': 'Write a question.',
      'question-long': 'Shorten the question to 3,000 characters.',
      'reply-missing': 'Write an answer.',
      'reply-long': 'Shorten the answer to 3,000 characters.',
    },
  },
})

export const questionLetters = ['feedback-asked', 'feedback-replied'] as const
export type QuestionLetter = (typeof questionLetters)[number]
type Facts = { place: string; url: string }

/** That something was asked or answered, never what. */
export const questionLetterWords = translated<Record<QuestionLetter, (facts: Facts) => Letter>>({
  fi: {
    'feedback-asked': ({ place, url }) => ({
      subject: `Alue kysyy palautteesta: ${place}`,
      paragraphs: ['Hei,', `${place} kysyy Kaikukeskukselta neuvoa palautteeseen.`],
      link: { label: 'Avaa palaute', url },
    }),
    'feedback-replied': ({ url }) => ({
      subject: 'Kaikukeskus vastasi kysymykseesi',
      paragraphs: [
        'Hei,',
        'Kaikukeskus vastasi alueesi kysymykseen palautteesta. Vastaa nyt kirjoittajalle.',
      ],
      link: { label: 'Avaa palaute', url },
    }),
  },
  sv: {
    'feedback-asked': ({ place, url }) => ({
      subject: `Ett område frågar om en respons: ${place}`,
      paragraphs: ['Hej,', `${place} ber Kaikukeskus om råd om en respons.`],
      link: { label: 'Öppna responsen', url },
    }),
    'feedback-replied': ({ url }) => ({
      subject: 'Kaikukeskus svarade på din fråga',
      paragraphs: ['Hej,', 'Kaikukeskus har svarat på områdets fråga om en respons. Svara nu skribenten.'],
      link: { label: 'Öppna responsen', url },
    }),
  },
  en: {
    'feedback-asked': ({ place, url }) => ({
      subject: `An area asks about feedback: ${place}`,
      paragraphs: ['Hello,', `${place} asks Kaikukeskus for advice about feedback.`],
      link: { label: 'Open the feedback', url },
    }),
    'feedback-replied': ({ url }) => ({
      subject: 'Kaikukeskus answered your question',
      paragraphs: ['Hello,', 'Kaikukeskus answered the question of your area. Now answer the writer.'],
      link: { label: 'Open the feedback', url },
    }),
  },
})
