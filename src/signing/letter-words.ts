import { paths as commitments } from '../commitments/words.ts'
import { formatDay, translated } from '../i18n/translated.ts'
import type { Letter } from '../mail/queries.ts'
import { fill } from '../web/paths.ts'
import type { AskingFacts, AskingLetters } from './asking-queries.ts'
import { linkPaths } from './words.ts'

type Asked = AskingFacts & { url: string }

/** The letters that ask to sign: by a link, whose code comes some other way, or with an account. */
const asking = translated<Record<'link' | 'account', (facts: Asked) => Letter>>({
  fi: {
    link: ({ title, party, from, answerUntil, url }) => ({
      subject: `Allekirjoita Kaikukortti-sitoumus: ${party}`,
      paragraphs: [
        'Hei,',
        `${from} pyytää sinua allekirjoittamaan sitoumuksen. Allekirjoitat tämän osapuolen puolesta: ${party}.`,
        `Sitoumus: ${title}. Allekirjoita viimeistään ${formatDay('fi', answerUntil)}.`,
        `Linkki avautuu koodilla. ${from} kertoo koodin sinulle muuten kuin sähköpostilla, esimerkiksi puhelimessa.`,
      ],
      link: { label: 'Avaa sitoumus', url },
      after: [
        'Linkki toimii 72 tuntia ja yhden kerran. Pyydä uusi, jos aika ehtii loppua.',
        'Jos et ole oikea henkilö, avaa linkki ja kerro, kuka on.',
      ],
    }),
    account: ({ title, party, from, answerUntil, url }) => ({
      subject: `Allekirjoita Kaikukortti-sitoumus: ${party}`,
      paragraphs: [
        'Hei,',
        `${from} pyytää allekirjoitusta tältä osapuolelta: ${party}.`,
        `Sitoumus: ${title}. Allekirjoita viimeistään ${formatDay('fi', answerUntil)}.`,
        'Kirjaudu Kaikukantaan omilla tunnuksillasi, lue sitoumus ja allekirjoita se.',
      ],
      link: { label: 'Avaa sitoumus', url },
      after: ['Allekirjoittajalla on oltava oikeus allekirjoittaa organisaationsa puolesta.'],
    }),
  },
  sv: {
    link: ({ title, party, from, answerUntil, url }) => ({
      subject: `Underteckna en Kaikukortsförbindelse: ${party}`,
      paragraphs: [
        'Hej,',
        `${from} ber dig underteckna en förbindelse. Du undertecknar för den här parten: ${party}.`,
        `Förbindelsen: ${title}. Underteckna senast ${formatDay('sv', answerUntil)}.`,
        `Länken öppnas med en kod. ${from} ger dig koden på annat sätt än per e-post, till exempel per telefon.`,
      ],
      link: { label: 'Öppna förbindelsen', url },
      after: [
        'Länken fungerar i 72 timmar och en gång. Be om en ny om tiden tar slut.',
        'Är du inte rätt person? Öppna länken och berätta vem som är det.',
      ],
    }),
    account: ({ title, party, from, answerUntil, url }) => ({
      subject: `Underteckna en Kaikukortsförbindelse: ${party}`,
      paragraphs: [
        'Hej,',
        `${from} ber om en underskrift av den här parten: ${party}.`,
        `Förbindelsen: ${title}. Underteckna senast ${formatDay('sv', answerUntil)}.`,
        'Logga in i Kaikukanta med ditt eget konto, läs förbindelsen och underteckna den.',
      ],
      link: { label: 'Öppna förbindelsen', url },
      after: ['Den som undertecknar ska ha rätt att underteckna på sin organisations vägnar.'],
    }),
  },
  en: {
    link: ({ title, party, from, answerUntil, url }) => ({
      subject: `Sign a Kaikukortti commitment: ${party}`,
      paragraphs: [
        'Hello,',
        `${from} asks you to sign a commitment. You sign for this party: ${party}.`,
        `The commitment: ${title}. Sign it by ${formatDay('en', answerUntil)}.`,
        `The link opens with a code. ${from} tells you the code some other way than by e-mail, such as by phone.`,
      ],
      link: { label: 'Open the commitment', url },
      after: [
        'The link works for 72 hours and once. Ask for a new one if the time runs out.',
        'If you are not the right person, open the link and tell who is.',
      ],
    }),
    account: ({ title, party, from, answerUntil, url }) => ({
      subject: `Sign a Kaikukortti commitment: ${party}`,
      paragraphs: [
        'Hello,',
        `${from} asks for a signature of this party: ${party}.`,
        `The commitment: ${title}. Sign it by ${formatDay('en', answerUntil)}.`,
        'Sign in to Kaikukanta with your own account, read the commitment and sign it.',
      ],
      link: { label: 'Open the commitment', url },
      after: ['Whoever signs must have the right to sign for their organisation.'],
    }),
  },
})

/** What `askParties` sends; handed to it, since queries know no words. */
export const askingLetters: AskingLetters = {
  link: (language, facts, { origin, token }) =>
    asking[language].link({ ...facts, url: origin + fill(linkPaths.link[language], { token }) }),
  account: (language, facts, { origin, commitmentId }) =>
    asking[language].account({
      ...facts,
      url: origin + fill(commitments.one[language], { commitment: commitmentId }),
    }),
}
