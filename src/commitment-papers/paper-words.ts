import type { BindingLanguage } from '../commitments/rules.ts'
import { formatDay, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'

const names = (of: Record<BindingLanguage, string>) => of
const bases = (of: Record<'position' | 'decision' | 'delegation', string>) => of
const ways = (of: Record<'account' | 'link' | 'paper', string>) => of

/** What the signed paper says around the agreed text. */
export const paperWords = translated({
  fi: {
    signed: 'Allekirjoitettu sitoumus',
    binding: 'Tämä on sitova teksti.',
    translation: (language: BindingLanguage) =>
      `Tämä on käännös. Sitova teksti on ${{ fi: 'suomeksi', sv: 'ruotsiksi', en: 'englanniksi' }[language]}.`,
    languages: names({ fi: 'suomi', sv: 'ruotsi', en: 'englanti' }),
    facts: {
      ...{ kind: 'Sitoumus', number: 'Tunniste', model: 'Toimintamallin versio' },
      ...{ time: 'Voimassa', language: 'Sitova kieli' },
    },
    from: (from: Day, until: Day | null) =>
      until === null
        ? `${formatDay('fi', from)} alkaen toistaiseksi`
        : `${formatDay('fi', from)}–${formatDay('fi', until)}`,
    parties: 'Osapuolet',
    businessId: 'Y-tunnus',
    now: (name: string) => `Nyt: ${name}`,
    summary: 'Lyhyesti',
    clauses: 'Sovimme näin',
    additions: 'Tämän sitoumuksen lisäykset',
    signatures: 'Allekirjoitukset',
    signature: { name: 'Allekirjoittaja', right: 'Oikeus', at: 'Milloin', way: 'Miten' },
    bases: bases({ position: 'Asemansa perusteella', decision: 'Päätös', delegation: 'Valtuutus' }),
    ways: ways({
      account: 'Tunnuksilla Kaikukannassa',
      link: 'Sähköpostiin lähetetyllä linkillä ja koodilla',
      paper: 'Paperilla, jonka ylläpitäjä on tallentanut',
    }),
    signedOn: (day: Day) => `Paperin päiväys ${formatDay('fi', day)}`,
    later: 'Allekirjoittamisen jälkeen',
    events: {
      notice: (day: Day) => `Irtisanottu päättymään ${formatDay('fi', day)}`,
      noticeWithdrawn: 'Irtisanominen peruttu',
      endWithdrawn: 'Sovittu päättyminen peruttu',
      extended: (day: Day) => `Jatkettu ${formatDay('fi', day)} asti`,
      madePermanent: 'Voimassa toistaiseksi',
      succeeded: (name: string) => `Osapuolen tilalle tuli ${name}`,
      ended: (day: Day) => `Päättyy ${formatDay('fi', day)}`,
    },
    evidence: 'Näin tarkistat tämän tiedoston',
    howTo: [
      'Tiedosto on allekirjoitettu sähköisesti. Muutos missä tahansa kohdassa löytyy.',
      'Tarkista tiedosto tässä osoitteessa:',
    ],
    attached:
      'Tiedoston liitteenä on kaiku-evidence.json. Siinä ovat teksti, allekirjoitukset ja tapahtumat.',
    hashes: {
      ...{ version: 'Tekstin tunniste (SHA-256)', head: 'Viimeisen tapahtuman tunniste (SHA-256)' },
      ...{ key: 'Julkinen avain (Ed25519)', issued: 'Tiedosto tehty' },
    },
    at: (day: Day, time: string) => `${formatDay('fi', day)} klo ${time}`,
    notWritten: 'Tätä kohtaa ei ole käännetty.',
  },
  sv: {
    signed: 'Undertecknad förbindelse',
    binding: 'Det här är den bindande texten.',
    translation: (language: BindingLanguage) =>
      `Det här är en översättning. Den bindande texten är på ${{ fi: 'finska', sv: 'svenska', en: 'engelska' }[language]}.`,
    languages: names({ fi: 'finska', sv: 'svenska', en: 'engelska' }),
    facts: {
      ...{ kind: 'Förbindelse', number: 'Nummer', model: 'Version av verksamhetsmodellen' },
      ...{ time: 'Gäller', language: 'Bindande språk' },
    },
    from: (from: Day, until: Day | null) =>
      until === null
        ? `från ${formatDay('sv', from)} tills vidare`
        : `${formatDay('sv', from)}–${formatDay('sv', until)}`,
    parties: 'Parter',
    businessId: 'FO-nummer',
    now: (name: string) => `Nu: ${name}`,
    summary: 'I korthet',
    clauses: 'Vi kommer överens om detta',
    additions: 'Tillägg i den här förbindelsen',
    signatures: 'Underskrifter',
    signature: { name: 'Undertecknare', right: 'Rätt', at: 'När', way: 'Hur' },
    bases: bases({ position: 'I kraft av sin ställning', decision: 'Beslut', delegation: 'Fullmakt' }),
    ways: ways({
      account: 'Med konto i Kaikukanta',
      link: 'Med en länk till e-posten och en kod',
      paper: 'På papper som en administratör har sparat',
    }),
    signedOn: (day: Day) => `Papperet är daterat ${formatDay('sv', day)}`,
    later: 'Efter underskrifterna',
    events: {
      notice: (day: Day) => `Uppsagd, upphör ${formatDay('sv', day)}`,
      noticeWithdrawn: 'Uppsägningen har återtagits',
      endWithdrawn: 'Det avtalade slutet har återtagits',
      extended: (day: Day) => `Förlängd till ${formatDay('sv', day)}`,
      madePermanent: 'Gäller tills vidare',
      succeeded: (name: string) => `I stället för en part kom ${name}`,
      ended: (day: Day) => `Upphör ${formatDay('sv', day)}`,
    },
    evidence: 'Så kontrollerar du den här filen',
    howTo: [
      'Filen är elektroniskt undertecknad. En ändring på vilket ställe som helst upptäcks.',
      'Kontrollera filen på den här adressen:',
    ],
    attached: 'Till filen hör bilagan kaiku-evidence.json. Den har texten, underskrifterna och händelserna.',
    hashes: {
      ...{ version: 'Textens kontrollsumma (SHA-256)', head: 'Sista händelsens kontrollsumma (SHA-256)' },
      ...{ key: 'Offentlig nyckel (Ed25519)', issued: 'Filen är gjord' },
    },
    at: (day: Day, time: string) => `${formatDay('sv', day)} kl. ${time}`,
    notWritten: 'Den här punkten är inte översatt.',
  },
  en: {
    signed: 'Signed commitment',
    binding: 'This is the binding text.',
    translation: (language: BindingLanguage) =>
      `This is a translation. The binding text is in ${{ fi: 'Finnish', sv: 'Swedish', en: 'English' }[language]}.`,
    languages: names({ fi: 'Finnish', sv: 'Swedish', en: 'English' }),
    facts: {
      ...{ kind: 'Commitment', number: 'Number', model: 'Version of the operating model' },
      ...{ time: 'In force', language: 'Binding language' },
    },
    from: (from: Day, until: Day | null) =>
      until === null
        ? `from ${formatDay('en', from)} until further notice`
        : `${formatDay('en', from)} – ${formatDay('en', until)}`,
    parties: 'Parties',
    businessId: 'Business ID',
    now: (name: string) => `Now: ${name}`,
    summary: 'In short',
    clauses: 'We agree on this',
    additions: 'Added in this commitment',
    signatures: 'Signatures',
    signature: { name: 'Signed by', right: 'Right', at: 'When', way: 'How' },
    bases: bases({ position: 'By position', decision: 'By decision', delegation: 'By delegation' }),
    ways: ways({
      account: 'With an account in Kaikukanta',
      link: 'By a link sent by e-mail and a code',
      paper: 'On paper that a keeper has stored',
    }),
    signedOn: (day: Day) => `The paper is dated ${formatDay('en', day)}`,
    later: 'After the signatures',
    events: {
      notice: (day: Day) => `Notice given, ends on ${formatDay('en', day)}`,
      noticeWithdrawn: 'Notice taken back',
      endWithdrawn: 'Agreed end taken back',
      extended: (day: Day) => `Extended until ${formatDay('en', day)}`,
      madePermanent: 'In force until further notice',
      succeeded: (name: string) => `A party was succeeded by ${name}`,
      ended: (day: Day) => `Ends on ${formatDay('en', day)}`,
    },
    evidence: 'How to check this file',
    howTo: [
      'The file is signed electronically. A change in any place is found.',
      'Check the file at this address:',
    ],
    attached: 'The file carries kaiku-evidence.json. It holds the text, the signatures and the events.',
    hashes: {
      ...{ version: 'Hash of the text (SHA-256)', head: 'Hash of the last event (SHA-256)' },
      ...{ key: 'Public key (Ed25519)', issued: 'File made' },
    },
    at: (day: Day, time: string) => `${formatDay('en', day)} at ${time}`,
    notWritten: 'This part has not been translated.',
  },
})
