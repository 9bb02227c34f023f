import { keyEndsLetter } from '../api-clients/letter-words.ts'
import { expiredLetter, reminderLetter } from '../commitment-drafts/letter-words.ts'
import { lifeLetters } from '../commitment-life/letter-words.ts'
import { lifeKinds } from '../commitment-life/rules.ts'
import { copyLetter, copyPaths } from '../commitment-papers/copy-words.ts'
import { letterWords as reminderWords } from '../confirmations/words.ts'
import { answeredLetter, quietLetter, staffLetters, staffLetterWords } from '../feedback/letter-words.ts'
import { questionLetters, questionLetterWords } from '../feedback/question-words.ts'
import { visitLetters, letterWords as visitLetterWords } from '../group-visits/letter-words.ts'
import { words as visitWords } from '../group-visits/words.ts'
import { formatDay, type Language, translated } from '../i18n/translated.ts'
import { reminderLetter as inductionLetter } from '../induction/place-words.ts'
import { letterWords as interestWords } from '../joining/letter-words.ts'
import { messageLetter } from '../messages/letter-words.ts'
import { letterWords as modelLetter } from '../model/letter-words.ts'
import { letterWords as newcomerWords } from '../newcomers/letter-words.ts'
import { factorsForgottenLetter, invitationLetter } from '../people/words.ts'
import { surveyLetter } from '../pilots/letter-words.ts'
import { emailLetter, emailNoteLetter, passwordChangedLetter, resetLetter } from '../profile/words.ts'
import { linkedLetter } from '../providers/sign-in-words.ts'
import { reportLetter } from '../reports/order-words.ts'
import { titleOf } from '../reports/report-words.ts'
import { askingLetters, tellingKinds, tellingLetters } from '../signing/letter-words.ts'
import { letterKinds, letterWords as orderWords } from '../stock/order-letter-words.ts'
import { unitWords as cardWords, words as reasonWords } from '../stock/order-words.ts'
import { letterWords as trainingWords } from '../training-signups/letter-words.ts'
import { letterKinds as trainingLetters } from '../training-signups/rules.ts'
import { fill } from '../web/paths.ts'
import { pausedLetter } from '../webhooks/letter-words.ts'
import type { Letter } from './queries.ts'

/** One letter as the gallery shows it: real words, invented names and a link that opens nothing. */
export type Sample = { kind: string; letter: (language: Language) => Letter }

/** The shortest letter: nothing but its words. */
const test = translated<Letter>({
  fi: {
    subject: 'Koeviesti Kaikukannasta',
    paragraphs: [
      'Tämä viesti kertoo, että Kaikukannan sähköposti toimii.',
      'Sinun ei tarvitse tehdä mitään.',
    ],
  },
  sv: {
    subject: 'Provmeddelande från Kaikukanta',
    paragraphs: [
      'Det här meddelandet visar att e-posten från Kaikukanta fungerar.',
      'Du behöver inte göra något.',
    ],
  },
  en: {
    subject: 'A test message from Kaikukanta',
    paragraphs: ['This message tells that e-mail from Kaikukanta works.', 'You need not do anything.'],
  },
})

const news = translated({
  fi: {
    title: 'Kortteja annetaan nyt myös kirjastossa',
    lines: ['Kirjasto aloitti kortinjakajana.', 'Kerro siitä asiakkaillesi.'],
  },
  sv: {
    title: 'Kort delas nu ut också på biblioteket',
    lines: ['Biblioteket har börjat dela ut kort.', 'Berätta det för dina klienter.'],
  },
  en: {
    title: 'The library now issues cards too',
    lines: ['The library has begun to issue cards.', 'Tell your clients of it.'],
  },
})

const origin = 'https://kaiku.example'
const token = '0'.repeat(43)
const url = `${origin}/fi/kutsu/${token}`
const name = 'Aino Esimerkki'
const askingFacts = (language: Language) => ({
  title: { fi: 'Kumppanuussitoumus', sv: 'Partnerskapsförbindelse', en: 'Partnership commitment' }[language],
  party: 'Esimerkkilän kaupunki',
  from: 'Kainuu',
  asker: 'Kuura Mallinen',
  answerUntil: '2026-06-30',
})
const commitment = { parties: 'Kainuu · Kajaanin teatteri Tuohus', url }
const report = { kind: 'board', period: '2026-Q3', place: { level: 'area', name: 'Kainuu' } } as const

/** The letters of the gallery: every one that Kaiku sends. A slice that writes a new one adds it here, from its words. */
export const samples: Sample[] = [
  {
    kind: 'invitation',
    letter: (language) =>
      invitationLetter(language, {
        inviter: 'Kuura Mallinen',
        role: 'issuer',
        side: null,
        place: 'Aikuissosiaalityö Tervatupa',
        url,
      }),
  },
  { kind: 'reset', letter: (language) => resetLetter(language, { name, url }) },
  { kind: 'password-changed', letter: (language) => passwordChangedLetter(language, { name }) },
  { kind: 'email', letter: (language) => emailLetter(language, { name, url }) },
  {
    kind: 'email-note',
    letter: (language) => emailNoteLetter(language, { name, newEmail: 'aino.uusi@esimerkki.example' }),
  },
  { kind: 'factors-forgotten', letter: (language) => factorsForgottenLetter(language, { name }) },
  {
    kind: 'provider-linked',
    letter: (language) => linkedLetter(language, { name, provider: 'Esimerkkikaupunki' }),
  },
  {
    kind: 'confirmation-reminder',
    letter: (language) => reminderWords[language]('Kajaanin teatteri Tuohus', 2026, url),
  },
  ...(['model-published', 'model-reminder'] as const).map((kind) => ({
    kind,
    letter: (language: Language) =>
      modelLetter[language]({
        ...{ version: 2, from: '2026-06-01', places: ['Aikuissosiaalityö Tervatupa'], bites: '2026-07-01' },
        ...{ stops: ['no-new-cards'], isReminder: kind === 'model-reminder', url },
      }),
  })),
  ...lifeKinds.map((kind) => ({
    kind: `commitment-${kind}`,
    letter: (language: Language) =>
      lifeLetters[language].event[kind]({
        ...commitment,
        party: 'Kajaanin teatteri Tuohus',
        day: '2027-12-31',
      }),
  })),
  ...(['keepersEnd', 'partiesEnd'] as const).map((audience) => ({
    kind: `commitment-ends ${audience}`,
    letter: (language: Language) => lifeLetters[language][audience]({ ...commitment, day: '2027-12-31' }),
  })),
  ...letterKinds.map((kind) => ({
    kind,
    letter: (language: Language) =>
      orderWords[language][kind]({
        whom: 'Aikuissosiaalityö Tervatupa',
        cards: cardWords[language].cards.personal(50),
        reason: reasonWords[language].reasons['none-left'],
        url,
      }),
  })),
  ...visitLetters.map((kind) => ({
    kind,
    letter: (language: Language) =>
      visitLetterWords[language][kind]({
        unit: 'Aikuissosiaalityö Tervatupa',
        site: 'Kajaanin teatteri Tuohus',
        day: formatDay(language, '2026-06-12'),
        people: visitWords[language].people(4, 2, 1),
        state: visitWords[language].states.accepted,
        url,
      }),
  })),
  {
    kind: 'key-ends',
    letter: (language) =>
      keyEndsLetter[language]({
        program: 'Lippula',
        start: 'kk_live_1a2b3c4d',
        ends: '2026-09-01',
        days: 30,
        url,
      }),
  },
  {
    kind: 'webhook-paused',
    letter: (language) =>
      pausedLetter[language]({ program: 'Lippula', host: 'liput.esimerkki.example', url }),
  },
  {
    kind: 'report-ready',
    letter: (language) => reportLetter[language]({ title: titleOf(language, report), url }),
  },
  {
    kind: 'feedback-answered',
    letter: (language) => answeredLetter(language, { answer: 'Ovi on nyt auki.', url }).letter,
  },
  { kind: 'feedback-quiet', letter: (language) => quietLetter(language).letter },
  ...staffLetters.map((kind) => ({
    kind,
    letter: (language: Language) =>
      staffLetterWords[language][kind]({ count: 3, due: '2026-06-12', place: 'Kainuu', url }),
  })),
  {
    kind: 'interest',
    letter: (language) => interestWords[language].told('Esimerkkilän kaupunki', url),
  },
  {
    kind: 'interest-declined',
    letter: (language) => interestWords[language].notNow('Palataan asiaan keväällä.'),
  },
  {
    kind: 'place-request',
    letter: (language) => newcomerWords[language].told('site', 'Esimerkkiteatteri', url),
  },
  {
    kind: 'place-request-received',
    letter: (language) => newcomerWords[language].received('Esimerkkiteatteri'),
  },
  {
    kind: 'place-request-accepted',
    letter: (language) => newcomerWords[language].accepted('unit', 'Aikuissosiaalityö Tervatupa'),
  },
  {
    kind: 'place-request-declined',
    letter: (language) => newcomerWords[language].declined('Esimerkkiteatteri', 'Palataan asiaan keväällä.'),
  },
  {
    kind: 'newcomer-step',
    letter: (language) => newcomerWords[language].waits('desk', 'Esimerkkiteatteri', url),
  },
  {
    kind: 'pilot-survey',
    letter: (language) => surveyLetter[language]('Esimerkkiteatteri', '2026-06-12', url),
  },
  {
    kind: 'induction-reminder',
    letter: (language) =>
      inductionLetter[language]({ place: 'Aikuissosiaalityö Tervatupa', missing: 3, url }),
  },
  ...trainingLetters.map((kind) => ({
    kind: `training-${kind}`,
    letter: (language: Language) =>
      trainingWords[language][kind]({
        title: 'Kaikukanta',
        when: formatDay(language, '2026-06-12'),
        url,
      }),
  })),
  ...questionLetters.map((kind) => ({
    kind,
    letter: (language: Language) => questionLetterWords[language][kind]({ place: 'Kainuu', url }),
  })),
  {
    kind: 'message',
    letter: (language) =>
      messageLetter[language]({
        ...{ title: news[language].title, lines: news[language].lines },
        ...{ area: 'Kainuu', inOther: null, url },
      }),
  },
  {
    kind: 'commitment-link',
    letter: (language) => askingLetters.link(language, askingFacts(language), { origin, token }),
  },
  {
    kind: 'commitment-copy',
    letter: (language) => {
      const { title, from } = askingFacts(language)
      return copyLetter[language]({ title, from, url: origin + fill(copyPaths.copy[language], { token }) })
    },
  },
  {
    kind: 'commitment-sign',
    letter: (language) => askingLetters.account(language, askingFacts(language), { origin, commitmentId: 1 }),
  },
  ...tellingKinds.map((kind) => ({
    kind,
    letter: (language: Language) =>
      tellingLetters[language][kind]({
        ...askingFacts(language),
        who: 'Sari Esimerkki',
        reason: 'Lautakunta ei ole vielä päättänyt asiasta.',
        url,
      }),
  })),
  {
    kind: 'commitment-reminder',
    letter: (language) => {
      const facts = { ...askingFacts(language), way: 'account' } as const
      return reminderLetter(language, facts, { origin, commitmentId: 1 })
    },
  },
  {
    kind: 'commitment-expired',
    letter: (language) => expiredLetter(language, [askingFacts(language).title], origin),
  },
  { kind: 'test', letter: (language) => test[language] },
]
