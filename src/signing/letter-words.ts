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
    link: ({ title, party, from, asker, answerUntil, url }) => ({
      subject: `Allekirjoita Kaikukortti-sitoumus: ${party}`,
      paragraphs: [
        'Hei,',
        `${from} pyytää sinua allekirjoittamaan sitoumuksen. Allekirjoitat tämän osapuolen puolesta: ${party}.`,
        `Sitoumus: ${title}. Allekirjoita viimeistään ${formatDay('fi', answerUntil)}.`,
        `Linkki avautuu koodilla. ${asker} kertoo koodin sinulle muuten kuin sähköpostilla, esimerkiksi puhelimessa.`,
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
    link: ({ title, party, from, asker, answerUntil, url }) => ({
      subject: `Underteckna en Kaikukortsförbindelse: ${party}`,
      paragraphs: [
        'Hej,',
        `${from} ber dig underteckna en förbindelse. Du undertecknar för den här parten: ${party}.`,
        `Förbindelsen: ${title}. Underteckna senast ${formatDay('sv', answerUntil)}.`,
        `Länken öppnas med en kod. ${asker} ger dig koden på annat sätt än per e-post, till exempel per telefon.`,
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
    link: ({ title, party, from, asker, answerUntil, url }) => ({
      subject: `Sign a Kaikukortti commitment: ${party}`,
      paragraphs: [
        'Hello,',
        `${from} asks you to sign a commitment. You sign for this party: ${party}.`,
        `The commitment: ${title}. Sign it by ${formatDay('en', answerUntil)}.`,
        `The link opens with a code. ${asker} tells you the code some other way than by e-mail, such as by phone.`,
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

export const tellingKinds = [
  'commitment-signed',
  'commitment-declined',
  'commitment-withdrawn',
  'commitment-right-person',
] as const
export type TellingKind = (typeof tellingKinds)[number]
/** @property url of the commitment's page; null for who has no account, and where there is nothing to see any more */
type Told = {
  title: string
  party: string
  who: string
  reason: string
  from: string
  url: string | null
}

const linked = (label: string, url: string | null) => (url === null ? {} : { link: { label, url } })

/** What the parties of a commitment and its keepers are told. */
export const tellingLetters = translated<Record<TellingKind, (told: Told) => Letter>>({
  fi: {
    'commitment-signed': ({ title, from, url }) => ({
      subject: `Kaikki ovat allekirjoittaneet: ${title}`,
      paragraphs: [
        'Hei,',
        `Kaikki osapuolet ovat allekirjoittaneet sitoumuksen: ${title}.`,
        url === null
          ? `Sitoumus on tallessa Kaikukannassa. Saat kopion, kun pyydät: ${from}.`
          : 'Sitoumus on tallessa Kaikukannassa.',
      ],
      ...linked('Avaa sitoumus', url),
    }),
    'commitment-declined': ({ title, party, reason, url }) => ({
      subject: `Sitoumuksesta on kieltäydytty: ${party}`,
      paragraphs: [
        'Hei,',
        `${party} ei allekirjoita sitoumusta: ${title}.`,
        `Syy: ${reason}`,
        'Sinun ei tarvitse nyt allekirjoittaa.',
      ],
      ...linked('Avaa sitoumus', url),
    }),
    'commitment-withdrawn': ({ title, reason, from }) => ({
      subject: `Sitoumus on otettu takaisin: ${title}`,
      paragraphs: [
        'Hei,',
        `${from} otti takaisin sitoumuksen: ${title}.`,
        `Syy: ${reason}`,
        'Annetut allekirjoitukset raukesivat. Saat uuden pyynnön, jos allekirjoitustasi tarvitaan.',
      ],
    }),
    'commitment-right-person': ({ title, party, who, reason, url }) => ({
      subject: `Allekirjoittaja vaihtui: ${party}`,
      paragraphs: [
        'Hei,',
        `Sitoumus: ${title}.`,
        `${party} kertoo, että oikea allekirjoittaja on ${who}.`,
        `Syy: ${reason}`,
        'Avaa sitoumus, lähetä uusi linkki ja kerro koodi hänelle.',
      ],
      ...linked('Avaa sitoumus', url),
    }),
  },
  sv: {
    'commitment-signed': ({ title, from, url }) => ({
      subject: `Alla har undertecknat: ${title}`,
      paragraphs: [
        'Hej,',
        `Alla parter har undertecknat förbindelsen: ${title}.`,
        url === null
          ? `Förbindelsen finns i Kaikukanta. Du får en kopia när du ber om den: ${from}.`
          : 'Förbindelsen finns i Kaikukanta.',
      ],
      ...linked('Öppna förbindelsen', url),
    }),
    'commitment-declined': ({ title, party, reason, url }) => ({
      subject: `En part har avböjt förbindelsen: ${party}`,
      paragraphs: [
        'Hej,',
        `${party} undertecknar inte förbindelsen: ${title}.`,
        `Orsak: ${reason}`,
        'Du behöver inte underteckna nu.',
      ],
      ...linked('Öppna förbindelsen', url),
    }),
    'commitment-withdrawn': ({ title, reason, from }) => ({
      subject: `Förbindelsen är återtagen: ${title}`,
      paragraphs: [
        'Hej,',
        `${from} tog tillbaka förbindelsen: ${title}.`,
        `Orsak: ${reason}`,
        'Underskrifterna gäller inte längre. Du får en ny begäran om din underskrift behövs.',
      ],
    }),
    'commitment-right-person': ({ title, party, who, reason, url }) => ({
      subject: `Ny undertecknare: ${party}`,
      paragraphs: [
        'Hej,',
        `Förbindelsen: ${title}.`,
        `${party} meddelar att rätt undertecknare är ${who}.`,
        `Orsak: ${reason}`,
        'Öppna förbindelsen, skicka en ny länk och ge koden till personen.',
      ],
      ...linked('Öppna förbindelsen', url),
    }),
  },
  en: {
    'commitment-signed': ({ title, from, url }) => ({
      subject: `All have signed: ${title}`,
      paragraphs: [
        'Hello,',
        `All parties have signed the commitment: ${title}.`,
        url === null
          ? `The commitment is kept in Kaikukanta. You get a copy when you ask: ${from}.`
          : 'The commitment is kept in Kaikukanta.',
      ],
      ...linked('Open the commitment', url),
    }),
    'commitment-declined': ({ title, party, reason, url }) => ({
      subject: `A commitment was declined: ${party}`,
      paragraphs: [
        'Hello,',
        `${party} does not sign the commitment: ${title}.`,
        `Reason: ${reason}`,
        'You need not sign now.',
      ],
      ...linked('Open the commitment', url),
    }),
    'commitment-withdrawn': ({ title, reason, from }) => ({
      subject: `A commitment was taken back: ${title}`,
      paragraphs: [
        'Hello,',
        `${from} took back the commitment: ${title}.`,
        `Reason: ${reason}`,
        'Signatures given are void. You get a new request if your signature is needed.',
      ],
    }),
    'commitment-right-person': ({ title, party, who, reason, url }) => ({
      subject: `The signatory has changed: ${party}`,
      paragraphs: [
        'Hello,',
        `The commitment: ${title}.`,
        `${party} tells that the right signatory is ${who}.`,
        `Reason: ${reason}`,
        'Open the commitment, send a new link and tell them the code.',
      ],
      ...linked('Open the commitment', url),
    }),
  },
})
