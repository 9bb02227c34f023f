import type { BindingLanguage, Texts } from '../commitments/rules.ts'
import { paths as commitments } from '../commitments/words.ts'
import { formatDay, formatTime, type Language, plural, translated } from '../i18n/translated.ts'
import { type Day, dayOf } from '../lib/dates.ts'
import { fill, localPath } from '../web/paths.ts'
import type { Status } from './rules.ts'

export const paths = {
  /** For who signs with an account. */
  sign: localPath({
    fi: '/sitoumus/:commitment/allekirjoita/:party',
    sv: '/forbindelse/:commitment/underteckna/:party',
    en: '/commitment/:commitment/sign/:party',
  }),
  confirm: localPath({
    fi: '/sitoumus/:commitment/allekirjoita/:party/vahvista',
    sv: '/forbindelse/:commitment/underteckna/:party/bekrafta',
    en: '/commitment/:commitment/sign/:party/confirm',
  }),
  decline: localPath({
    fi: '/sitoumus/:commitment/kieltaydy/:party',
    sv: '/forbindelse/:commitment/avboj/:party',
    en: '/commitment/:commitment/decline/:party',
  }),
  signatory: localPath({
    fi: '/sitoumus/:commitment/allekirjoittaja/:party',
    sv: '/forbindelse/:commitment/undertecknare/:party',
    en: '/commitment/:commitment/signatory/:party',
  }),
  /** For keepers. */
  newLink: localPath({
    fi: '/sitoumus/:commitment/linkki/:party',
    sv: '/forbindelse/:commitment/lank/:party',
    en: '/commitment/:commitment/link/:party',
  }),
  paper: localPath({
    fi: '/sitoumus/:commitment/paperi/:party',
    sv: '/forbindelse/:commitment/papper/:party',
    en: '/commitment/:commitment/paper/:party',
  }),
  scan: localPath({
    fi: '/sitoumus/:commitment/paperi/:party/tiedosto',
    sv: '/forbindelse/:commitment/papper/:party/fil',
    en: '/commitment/:commitment/paper/:party/file',
  }),
  print: localPath({
    fi: '/sitoumus/:commitment/tulosta',
    sv: '/forbindelse/:commitment/skriv-ut',
    en: '/commitment/:commitment/print',
  }),
  withdraw: localPath({
    fi: '/sitoumus/:commitment/ota-takaisin',
    sv: '/forbindelse/:commitment/ta-tillbaka',
    en: '/commitment/:commitment/take-back',
  }),
}

/** For who signs by a link: each holds its token, so that no page of it is anybody else's. */
export const linkPaths = {
  link: localPath({ fi: '/allekirjoitus/:token', sv: '/underskrift/:token', en: '/signature/:token' }),
  sign: localPath({
    fi: '/allekirjoitus/:token/allekirjoita',
    sv: '/underskrift/:token/underteckna',
    en: '/signature/:token/sign',
  }),
  confirm: localPath({
    fi: '/allekirjoitus/:token/vahvista',
    sv: '/underskrift/:token/bekrafta',
    en: '/signature/:token/confirm',
  }),
  decline: localPath({
    fi: '/allekirjoitus/:token/kieltaydy',
    sv: '/underskrift/:token/avboj',
    en: '/signature/:token/decline',
  }),
  signatory: localPath({
    fi: '/allekirjoitus/:token/oikea-henkilo',
    sv: '/underskrift/:token/ratt-person',
    en: '/signature/:token/right-person',
  }),
}

/** What has just been done, as the address tells it. */
const deeds = ['signed', 'declined', 'withdrawn', 'paper', 'signatory', 'right-person'] as const
export type Done = (typeof deeds)[number]
export const doneOf = (query: URLSearchParams): Done | null =>
  deeds.find((one) => one === query.get('done')) ?? null
const done = (words: Record<Done, { title: string; text: string }>) => words

const languages = (words: Record<BindingLanguage, string>) => words
type StatusWords = {
  plain: Record<Exclude<Status['kind'], 'waiting' | 'coming' | 'ends'>, string>
  waiting: (missing: number) => string
  coming: (on: Day) => string
  ends: (on: Day) => string
}
const statuses = (words: StatusWords) => words
const day = (language: Language) => (on: Day) => formatDay(language, on)

/** The page of one commitment, for its keepers and its parties. */
export const words = translated({
  fi: {
    status: statuses({
      plain: {
        draft: 'Luonnos',
        declined: 'Kieltäydytty',
        expired: 'Määräaika ohi',
        cancelled: 'Peruttu',
        late: 'Määräaika ohi',
        'in-force': 'Voimassa',
        never: 'Ei tule voimaan',
        over: 'Päättynyt',
      },
      waiting: plural('fi', { one: 'Odottaa # allekirjoitusta', other: 'Odottaa # allekirjoitusta' }),
      coming: (on) => `Alkaa ${day('fi')(on)}`,
      ends: (on) => `Päättyy ${day('fi')(on)}`,
    }),
    says: statuses({
      plain: {
        draft: 'Sitoumusta ei ole vielä lähetetty allekirjoitettavaksi.',
        declined: 'Joku osapuolista on kieltäytynyt. Sitoumus ei tule voimaan tällaisenaan.',
        expired: 'Kaikki eivät allekirjoittaneet ajoissa. Vastuuhenkilö voi lähettää sitoumuksen uudelleen.',
        cancelled: 'Sitoumus on peruttu.',
        late: 'Allekirjoitusaika on ohi. Vastuuhenkilö voi lähettää sitoumuksen uudelleen.',
        'in-force': 'Kaikki ovat allekirjoittaneet. Sitoumus on voimassa.',
        never: 'Sitoumus päätettiin ennen kuin se alkoi. Se ei tule voimaan.',
        over: 'Sitoumuksen aika on päättynyt.',
      },
      waiting: plural('fi', {
        one: 'Yksi osapuoli ei ole vielä allekirjoittanut.',
        other: '# osapuolta ei ole vielä allekirjoittanut.',
      }),
      coming: (on) => `Kaikki ovat allekirjoittaneet. Sitoumus alkaa ${day('fi')(on)}.`,
      ends: (on) => `Sitoumus on voimassa ${day('fi')(on)} asti.`,
    }),
    done: done({
      signed: { title: 'Kiitos, sitoumus on allekirjoitettu', text: 'Allekirjoituksesi on tallessa.' },
      declined: { title: 'Olet kieltäytynyt', text: 'Kerroimme muille osapuolille ja vastuuhenkilölle.' },
      withdrawn: {
        title: 'Sitoumus on otettu takaisin',
        text: 'Se on taas luonnos. Kerroimme osapuolille, ja annetut allekirjoitukset raukesivat.',
      },
      paper: {
        title: 'Paperi on kirjattu',
        text: 'Allekirjoitus näkyy sitoumuksessa merkinnällä ”paperilla”.',
      },
      signatory: { title: 'Allekirjoittaja on vaihdettu', text: 'Vanha linkki ei enää toimi.' },
      'right-person': {
        title: 'Kiitos tiedosta',
        text: 'Kerroimme vastuuhenkilölle. Hän lähettää pyynnön oikealle henkilölle.',
      },
    }),
    allSigned: 'Kaikki ovat nyt allekirjoittaneet. Lähetimme siitä viestin osapuolille.',
    othersWait: 'Kerromme sähköpostilla, kun kaikki ovat allekirjoittaneet.',
    summary: 'Lyhyesti',
    text: 'Sitoumuksen teksti',
    additions: 'Lisäykset',
    additionsLead: 'Nämä kohdat on sovittu vain tässä sitoumuksessa.',
    binding: languages({
      fi: 'Sitova teksti on suomeksi. Muunkieliset tekstit ovat käännöksiä.',
      sv: 'Sitova teksti on ruotsiksi. Muunkieliset tekstit ovat käännöksiä.',
      en: 'Sitova teksti on englanniksi. Muunkieliset tekstit ovat käännöksiä.',
    }),
    readIn: 'Lue teksti kielellä',
    parties: 'Osapuolet',
    facts: 'Tiedot',
    state: 'Tila',
    kind: 'Laji',
    day: day('fi'),
    period: 'Voimassaolo',
    from: (from: Day) => `${day('fi')(from)} alkaen toistaiseksi`,
    between: (from: Day, until: Day) => `${day('fi')(from)}–${day('fi')(until)}`,
    answerUntil: 'Allekirjoita viimeistään',
    model: 'Toimintamallin versio',
    version: 'Tekstin tunniste',
    versionHint: 'Tunniste muuttuu, jos tekstistä muuttuu yksikin merkki.',
    signatory: 'Allekirjoittaja',
    way: 'Tapa',
    businessId: 'Y-tunnus',
    signedAt: (on: Day) => `Allekirjoitettu ${day('fi')(on)}`,
    notSigned: 'Ei vielä allekirjoittanut',
    declinedOn: (on: Day) => `Kieltäytyi ${day('fi')(on)}`,
    side: 'Osapuoli',
    moment: (on: Day, time: string) => `${day('fi')(on)} klo ${time}`,
    next: 'Mitä seuraavaksi',
    sign: 'Allekirjoita sitoumus',
    signFor: (party: string) => `Allekirjoita: ${party}`,
    decline: 'Kieltäydy allekirjoittamasta',
    wrongPerson: 'En ole oikea henkilö',
    yourTurn: 'Lue teksti ja allekirjoita. Jos et voi allekirjoittaa, kerro se.',
    print: 'Tulosta sitoumus',
    history: 'Tapahtumat',
    waitsForYou: plural('fi', {
      one: '# sitoumus odottaa allekirjoitustasi',
      other: '# sitoumusta odottaa allekirjoitustasi',
    }),
    waitsUntil: (title: string, until: Day) => `${title}, viimeistään ${day('fi')(until)}`,
  },
  sv: {
    status: statuses({
      plain: {
        draft: 'Utkast',
        declined: 'Avböjd',
        expired: 'Tiden har gått ut',
        cancelled: 'Avbruten',
        late: 'Tiden har gått ut',
        'in-force': 'I kraft',
        never: 'Träder inte i kraft',
        over: 'Avslutad',
      },
      waiting: plural('sv', { one: 'Väntar på # underskrift', other: 'Väntar på # underskrifter' }),
      coming: (on) => `Börjar ${day('sv')(on)}`,
      ends: (on) => `Upphör ${day('sv')(on)}`,
    }),
    says: statuses({
      plain: {
        draft: 'Förbindelsen har inte skickats för underskrift ännu.',
        declined: 'En av parterna har avböjt. Förbindelsen träder inte i kraft som sådan.',
        expired: 'Alla undertecknade inte i tid. Den ansvariga kan skicka förbindelsen på nytt.',
        cancelled: 'Förbindelsen är avbruten.',
        late: 'Tiden för underskrift har gått ut. Den ansvariga kan skicka förbindelsen på nytt.',
        'in-force': 'Alla har undertecknat. Förbindelsen är i kraft.',
        never: 'Förbindelsen avslutades innan den började. Den träder inte i kraft.',
        over: 'Förbindelsens tid har gått ut.',
      },
      waiting: plural('sv', {
        one: 'En part har inte undertecknat ännu.',
        other: '# parter har inte undertecknat ännu.',
      }),
      coming: (on) => `Alla har undertecknat. Förbindelsen börjar ${day('sv')(on)}.`,
      ends: (on) => `Förbindelsen är i kraft till ${day('sv')(on)}.`,
    }),
    done: done({
      signed: { title: 'Tack, förbindelsen är undertecknad', text: 'Din underskrift är sparad.' },
      declined: { title: 'Du har avböjt', text: 'Vi meddelade de andra parterna och den ansvariga.' },
      withdrawn: {
        title: 'Förbindelsen är återtagen',
        text: 'Den är ett utkast igen. Vi meddelade parterna, och underskrifterna gäller inte längre.',
      },
      paper: {
        title: 'Papperet är registrerat',
        text: 'Underskriften syns i förbindelsen med märket ”på papper”.',
      },
      signatory: { title: 'Undertecknaren är bytt', text: 'Den gamla länken fungerar inte längre.' },
      'right-person': {
        title: 'Tack för att du berättade',
        text: 'Vi meddelade den ansvariga, som skickar begäran till rätt person.',
      },
    }),
    allSigned: 'Alla har nu undertecknat. Vi meddelade parterna per e-post.',
    othersWait: 'Vi meddelar per e-post när alla har undertecknat.',
    summary: 'Kort sagt',
    text: 'Förbindelsens text',
    additions: 'Tillägg',
    additionsLead: 'De här punkterna gäller bara den här förbindelsen.',
    binding: languages({
      fi: 'Den bindande texten är på finska. Texter på andra språk är översättningar.',
      sv: 'Den bindande texten är på svenska. Texter på andra språk är översättningar.',
      en: 'Den bindande texten är på engelska. Texter på andra språk är översättningar.',
    }),
    readIn: 'Läs texten på',
    parties: 'Parter',
    facts: 'Uppgifter',
    state: 'Läge',
    kind: 'Slag',
    day: day('sv'),
    period: 'Giltighet',
    from: (from) => `från ${day('sv')(from)} tills vidare`,
    between: (from, until) => `${day('sv')(from)}–${day('sv')(until)}`,
    answerUntil: 'Underteckna senast',
    model: 'Modellens version',
    version: 'Textens kännetecken',
    versionHint: 'Kännetecknet ändras om ett enda tecken i texten ändras.',
    signatory: 'Undertecknare',
    way: 'Sätt',
    businessId: 'FO-nummer',
    signedAt: (on) => `Undertecknad ${day('sv')(on)}`,
    notSigned: 'Har inte undertecknat ännu',
    declinedOn: (on) => `Avböjde ${day('sv')(on)}`,
    side: 'Part',
    moment: (on, time) => `${day('sv')(on)} kl. ${time}`,
    next: 'Vad händer härnäst',
    sign: 'Underteckna förbindelsen',
    signFor: (party) => `Underteckna: ${party}`,
    decline: 'Avböj att underteckna',
    wrongPerson: 'Jag är inte rätt person',
    yourTurn: 'Läs texten och underteckna. Berätta om du inte kan underteckna.',
    print: 'Skriv ut förbindelsen',
    history: 'Händelser',
    waitsForYou: plural('sv', {
      one: '# förbindelse väntar på din underskrift',
      other: '# förbindelser väntar på din underskrift',
    }),
    waitsUntil: (title, until) => `${title}, senast ${day('sv')(until)}`,
  },
  en: {
    status: statuses({
      plain: {
        draft: 'Draft',
        declined: 'Declined',
        expired: 'Not signed in time',
        cancelled: 'Cancelled',
        late: 'Not signed in time',
        'in-force': 'In force',
        never: 'Does not begin',
        over: 'Ended',
      },
      waiting: plural('en', { one: 'Waits for # signature', other: 'Waits for # signatures' }),
      coming: (on) => `Begins ${day('en')(on)}`,
      ends: (on) => `Ends ${day('en')(on)}`,
    }),
    says: statuses({
      plain: {
        draft: 'The commitment has not been sent to be signed yet.',
        declined: 'One of the parties has declined. The commitment does not come into force as it is.',
        expired: 'Not all signed in time. The coordinator can send the commitment again.',
        cancelled: 'The commitment was cancelled.',
        late: 'The time for signing is over. The coordinator can send the commitment again.',
        'in-force': 'All have signed. The commitment is in force.',
        never: 'The commitment was ended before it began. It does not come into force.',
        over: 'The time of the commitment is over.',
      },
      waiting: plural('en', {
        one: 'One party has not signed yet.',
        other: '# parties have not signed yet.',
      }),
      coming: (on) => `All have signed. The commitment begins on ${day('en')(on)}.`,
      ends: (on) => `The commitment is in force until ${day('en')(on)}.`,
    }),
    done: done({
      signed: { title: 'Thank you, the commitment is signed', text: 'Your signature is stored.' },
      declined: { title: 'You have declined', text: 'We told the other parties and the coordinator.' },
      withdrawn: {
        title: 'The commitment was taken back',
        text: 'It is a draft again. We told the parties, and signatures given are void.',
      },
      paper: {
        title: 'The paper was recorded',
        text: 'The signature is marked “on paper” in the commitment.',
      },
      signatory: { title: 'The signatory was changed', text: 'The old link does not work any more.' },
      'right-person': {
        title: 'Thank you for telling us',
        text: 'We told the coordinator, who sends the request to the right person.',
      },
    }),
    allSigned: 'All have signed now. We told the parties by e-mail.',
    othersWait: 'We tell by e-mail when all have signed.',
    summary: 'In short',
    text: 'The text of the commitment',
    additions: 'Additions',
    additionsLead: 'These points were agreed on in this commitment alone.',
    binding: languages({
      fi: 'The binding text is in Finnish. Texts in other languages are translations.',
      sv: 'The binding text is in Swedish. Texts in other languages are translations.',
      en: 'The binding text is in English. Texts in other languages are translations.',
    }),
    readIn: 'Read the text in',
    parties: 'Parties',
    facts: 'Facts',
    state: 'State',
    kind: 'Kind',
    day: day('en'),
    period: 'Validity',
    from: (from) => `from ${day('en')(from)} until further notice`,
    between: (from, until) => `${day('en')(from)} – ${day('en')(until)}`,
    answerUntil: 'Sign by',
    model: 'Version of the operating model',
    version: 'Fingerprint of the text',
    versionHint: 'The fingerprint changes if a single character of the text changes.',
    signatory: 'Signatory',
    way: 'How it is signed',
    businessId: 'Business ID',
    signedAt: (on) => `Signed ${day('en')(on)}`,
    notSigned: 'Has not signed yet',
    declinedOn: (on) => `Declined ${day('en')(on)}`,
    side: 'Party',
    moment: (on, time) => `${day('en')(on)}, ${time}`,
    next: 'What comes next',
    sign: 'Sign the commitment',
    signFor: (party) => `Sign: ${party}`,
    decline: 'Decline to sign',
    wrongPerson: 'I am not the right person',
    yourTurn: 'Read the text and sign it. Tell us if you cannot sign.',
    print: 'Print the commitment',
    history: 'What has happened',
    waitsForYou: plural('en', {
      one: '# commitment waits for your signature',
      other: '# commitments wait for your signature',
    }),
    waitsUntil: (title, until) => `${title}, by ${day('en')(until)}`,
  },
})

/** A moment in words, in Finnish time. */
export const moment = (language: Language, at: Date): string =>
  words[language].moment(dayOf(at), formatTime(language, at))

/** @property lines each leads to what waits */
export type WaitingLines = { title: string; lines: readonly { text: string; href: string }[] }

/** What waits for the reader's own signature, for the pages where their work begins; null when nothing does. */
export const waitingLines = (
  language: Language,
  waiting: readonly { commitmentId: number; content: { title: Texts }; answerUntil: Day }[],
): WaitingLines | null =>
  waiting.length === 0
    ? null
    : {
        title: words[language].waitsForYou(waiting.length),
        lines: waiting.map(({ commitmentId, content, answerUntil }) => ({
          text: words[language].waitsUntil(content.title[language], answerUntil),
          href: fill(commitments.one[language], { commitment: commitmentId }),
        })),
      }
