import { formatDay, formatTime, type Language, translated } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import type { Letter } from '../mail/queries.ts'
import { localPath } from '../web/paths.ts'
import type { CopyRefusal } from './copy-rules.ts'

/** For who signed by a link: each holds its token, so that no page of it is anybody else's. */
export const copyPaths = {
  copy: localPath({ fi: '/kopio/:token', sv: '/kopia/:token', en: '/copy/:token' }),
  files: localPath({
    fi: '/kopio/:token/tiedostot',
    sv: '/kopia/:token/filer',
    en: '/copy/:token/files',
  }),
  file: localPath({
    fi: '/kopio/:token/tiedostot/:signedFile',
    sv: '/kopia/:token/filer/:signedFile',
    en: '/copy/:token/files/:signedFile',
  }),
}

const moment = (language: Language, at: Date) =>
  `${formatDay(language, dayOf(at))} ${formatTime(language, at)}`
type Told = { title: string; text: string; todo: string }
const refusals = (words: Record<CopyRefusal, Told>) => words

/** The pages of a link to the signed files. */
export const copyWords = translated({
  fi: {
    title: 'Allekirjoitettu sitoumus',
    lead: (party: string) =>
      `Kaikki ovat allekirjoittaneet. Allekirjoitit tämän osapuolen puolesta: ${party}.`,
    until: (at: Date) => `Linkki toimii ${moment('fi', at)} asti.`,
    here: 'Tiedostot avautuvat vain tähän selaimeen. Linkin voi avata viisi kertaa.',
    open: 'Avaa tiedostot',
    keep: 'Lataa tiedosto ja säilytä se. Linkki ei toimi myöhemmin.',
    refusals: refusals({
      unknown: {
        title: 'Linkkiä ei löydy',
        text: 'Linkki on jäänyt vajaaksi tai sitä ei ole.',
        todo: 'Avaa linkki uudelleen viestistä, tai kopioi koko osoite.',
      },
      expired: {
        title: 'Linkin aika on ohi',
        text: 'Linkki toimii 72 tuntia.',
        todo: 'Pyydä kopio siltä, joka pyysi sinua allekirjoittamaan.',
      },
      spent: {
        title: 'Linkki on avattu viisi kertaa',
        text: 'Linkki ei enää avaa tiedostoja uuteen selaimeen.',
        todo: 'Käytä selainta, jossa avasit linkin viimeksi. Tai pyydä kopio lähettäjältä.',
      },
    }),
    problems: {
      'copy-over': 'Linkki ei ole enää auki tässä selaimessa. Avaa se uudelleen.',
      'too-often': 'Tiedostoja on haettu monta kertaa. Odota hetki.',
    },
  },
  sv: {
    title: 'Undertecknad förbindelse',
    lead: (party) => `Alla har undertecknat. Du undertecknade för den här parten: ${party}.`,
    until: (at) => `Länken fungerar till ${moment('sv', at)}.`,
    here: 'Filerna öppnas bara i den här webbläsaren. Länken kan öppnas fem gånger.',
    open: 'Öppna filerna',
    keep: 'Ladda ner en fil och spara den. Länken fungerar inte senare.',
    refusals: refusals({
      unknown: {
        title: 'Länken hittas inte',
        text: 'Länken är ofullständig eller finns inte.',
        todo: 'Öppna länken på nytt i meddelandet, eller kopiera hela adressen.',
      },
      expired: {
        title: 'Länkens tid har gått ut',
        text: 'Länken fungerar i 72 timmar.',
        todo: 'Be om en kopia av den som bad dig underteckna.',
      },
      spent: {
        title: 'Länken har öppnats fem gånger',
        text: 'Länken öppnar inte längre filerna i en ny webbläsare.',
        todo: 'Använd webbläsaren där du senast öppnade länken. Eller be avsändaren om en kopia.',
      },
    }),
    problems: {
      'copy-over': 'Länken är inte längre öppen i den här webbläsaren. Öppna den på nytt.',
      'too-often': 'Filerna har hämtats många gånger. Vänta en stund.',
    },
  },
  en: {
    title: 'Signed commitment',
    lead: (party) => `Everybody has signed. You signed for this party: ${party}.`,
    until: (at) => `The link works until ${moment('en', at)}.`,
    here: 'The files open in this browser only. The link can be opened five times.',
    open: 'Open the files',
    keep: 'Download a file and keep it. The link does not work later.',
    refusals: refusals({
      unknown: {
        title: 'The link is not found',
        text: 'The link is cut short, or there is no such link.',
        todo: 'Open the link from the message again, or copy the whole address.',
      },
      expired: {
        title: 'The time of the link is over',
        text: 'The link works for 72 hours.',
        todo: 'Ask whoever asked you to sign for a copy.',
      },
      spent: {
        title: 'The link has been opened five times',
        text: 'The link opens the files in no new browser any more.',
        todo: 'Use the browser where you opened the link last. Or ask the sender for a copy.',
      },
    }),
    problems: {
      'copy-over': 'The link is no longer open in this browser. Open it again.',
      'too-often': 'The files have been fetched many times. Wait a moment.',
    },
  },
})

/** Tells who signed by a link that all have signed, and where their copy is. */
export const copyLetter = translated<(facts: { title: string; from: string; url: string }) => Letter>({
  fi: ({ title, from, url }) => ({
    subject: `Kaikki ovat allekirjoittaneet: ${title}`,
    paragraphs: [
      'Hei,',
      `Kaikki osapuolet ovat allekirjoittaneet sitoumuksen: ${title}.`,
      'Lataa oma kappaleesi ja säilytä se.',
    ],
    link: { label: 'Hae allekirjoitettu sitoumus', url },
    after: [
      'Linkki toimii 72 tuntia. Älä lähetä sitä eteenpäin.',
      `Saat kopion myöhemmin, kun pyydät: ${from}.`,
    ],
  }),
  sv: ({ title, from, url }) => ({
    subject: `Alla har undertecknat: ${title}`,
    paragraphs: [
      'Hej,',
      `Alla parter har undertecknat förbindelsen: ${title}.`,
      'Ladda ner ditt eget exemplar och spara det.',
    ],
    link: { label: 'Hämta den undertecknade förbindelsen', url },
    after: [
      'Länken fungerar i 72 timmar. Skicka den inte vidare.',
      `Du får en kopia senare när du ber om den: ${from}.`,
    ],
  }),
  en: ({ title, from, url }) => ({
    subject: `All have signed: ${title}`,
    paragraphs: [
      'Hello,',
      `All parties have signed the commitment: ${title}.`,
      'Download your own copy and keep it.',
    ],
    link: { label: 'Fetch the signed commitment', url },
    after: ['The link works for 72 hours. Do not pass it on.', `You get a copy later when you ask: ${from}.`],
  }),
})
