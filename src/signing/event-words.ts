import type { CommitmentEvent } from '../commitments/event-queries.ts'
import type { SignedDetails } from '../commitments/event-rules.ts'
import { formatDay, type Language, translated } from '../i18n/translated.ts'

type Facts = { party: string; who: string; right: string; reason: string; on: string }

/** What happened to a commitment, one sentence an event. */
const sentences = translated({
  fi: {
    sent: () => 'Sitoumus lähetettiin allekirjoitettavaksi.',
    account: ({ party, who, right }: Facts) => `${party}: ${who} allekirjoitti tunnuksillaan. ${right}`,
    link: ({ party, who, right }: Facts) => `${party}: ${who} allekirjoitti linkillä. ${right}`,
    paper: ({ party, who, right, on }: Facts) => `${party}: ${who} allekirjoitti paperilla ${on}. ${right}`,
    declined: ({ party, reason }: Facts) => `${party} kieltäytyi. Syy: ${reason}`,
    delegated: ({ party, who }: Facts) => `${party}: allekirjoittajaksi vaihtui ${who}.`,
    withdrawn: ({ reason }: Facts) => `Sitoumus otettiin takaisin. Syy: ${reason}`,
    expired: () => 'Määräaika päättyi ennen kuin kaikki allekirjoittivat.',
    reopened: () => 'Sitoumus avattiin taas luonnokseksi.',
    cancelled: ({ reason }: Facts) => `Sitoumus peruttiin. Syy: ${reason}`,
    notice: ({ party, on }: Facts) => `${party} irtisanoi sitoumuksen. Se päättyy ${on}.`,
    'notice-withdrawn': () => 'Irtisanominen peruttiin.',
    'end-withdrawn': () => 'Sovittu päättyminen peruttiin.',
    'made-permanent': () => 'Sitoumus jatkuu toistaiseksi.',
    extended: ({ on }: Facts) => `Sitoumusta jatkettiin ${on} asti.`,
    succeeded: ({ who }: Facts) => `Osapuolen tilalle tuli ${who}.`,
    ended: ({ on }: Facts) => `Sitoumus päätettiin. Viimeinen päivä on ${on}.`,
    noReason: 'ei kerrottu',
    rights: { position: 'Oikeus perustuu asemaan', decision: 'Päätös: ', delegation: 'Valtuutus: ' },
  },
  sv: {
    sent: () => 'Förbindelsen skickades för underskrift.',
    account: ({ party, who, right }: Facts) => `${party}: ${who} undertecknade med sitt konto. ${right}`,
    link: ({ party, who, right }: Facts) => `${party}: ${who} undertecknade med länk. ${right}`,
    paper: ({ party, who, right, on }: Facts) => `${party}: ${who} undertecknade på papper ${on}. ${right}`,
    declined: ({ party, reason }: Facts) => `${party} avböjde. Orsak: ${reason}`,
    delegated: ({ party, who }: Facts) => `${party}: ny undertecknare är ${who}.`,
    withdrawn: ({ reason }: Facts) => `Förbindelsen togs tillbaka. Orsak: ${reason}`,
    expired: () => 'Tiden gick ut innan alla hade undertecknat.',
    reopened: () => 'Förbindelsen öppnades som utkast igen.',
    cancelled: ({ reason }: Facts) => `Förbindelsen avbröts. Orsak: ${reason}`,
    notice: ({ party, on }: Facts) => `${party} sade upp förbindelsen. Den upphör ${on}.`,
    'notice-withdrawn': () => 'Uppsägningen återtogs.',
    'end-withdrawn': () => 'Det avtalade slutet återtogs.',
    'made-permanent': () => 'Förbindelsen fortsätter tills vidare.',
    extended: ({ on }: Facts) => `Förbindelsen förlängdes till ${on}.`,
    succeeded: ({ who }: Facts) => `${who} trädde i partens ställe.`,
    ended: ({ on }: Facts) => `Förbindelsen avslutades. Sista dagen är ${on}.`,
    noReason: 'berättades inte',
    rights: { position: 'Rätten grundar sig på ställning', decision: 'Beslut: ', delegation: 'Fullmakt: ' },
  },
  en: {
    sent: () => 'The commitment was sent to be signed.',
    account: ({ party, who, right }: Facts) => `${party}: ${who} signed with an account. ${right}`,
    link: ({ party, who, right }: Facts) => `${party}: ${who} signed by a link. ${right}`,
    paper: ({ party, who, right, on }: Facts) => `${party}: ${who} signed on paper on ${on}. ${right}`,
    declined: ({ party, reason }: Facts) => `${party} declined. Reason: ${reason}`,
    delegated: ({ party, who }: Facts) => `${party}: the signatory is now ${who}.`,
    withdrawn: ({ reason }: Facts) => `The commitment was taken back. Reason: ${reason}`,
    expired: () => 'The time ran out before all had signed.',
    reopened: () => 'The commitment was made a draft again.',
    cancelled: ({ reason }: Facts) => `The commitment was cancelled. Reason: ${reason}`,
    notice: ({ party, on }: Facts) => `${party} gave notice. The commitment ends on ${on}.`,
    'notice-withdrawn': () => 'The notice was taken back.',
    'end-withdrawn': () => 'The agreed end was taken back.',
    'made-permanent': () => 'The commitment goes on until further notice.',
    extended: ({ on }: Facts) => `The commitment was extended until ${on}.`,
    succeeded: ({ who }: Facts) => `${who} took the place of a party.`,
    ended: ({ on }: Facts) => `The commitment was ended. Its last day is ${on}.`,
    noReason: 'not told',
    rights: {
      position: 'The right comes with the position',
      decision: 'Decision: ',
      delegation: 'Delegation: ',
    },
  },
})

/** In which right somebody signed, as a sentence. */
export const rightText = (language: Language, { basis, reference }: SignedDetails['right']): string => {
  const t = sentences[language].rights
  // What was written beside a position is signed too: who checks the answers reads it.
  if (basis === 'position') return `${[t.position, reference].filter(Boolean).join(': ')}.`
  return `${t[basis]}${reference ?? ''}.`
}

const said = (value: unknown): string => (typeof value === 'string' ? value : '')

/** One event in plain words. */
export const eventText = (
  language: Language,
  event: CommitmentEvent,
  /** What its party was called then. */
  party: string | null,
) => {
  const t = sentences[language]
  const { kind, way, partyId, details } = event
  const name = said(details.name)
  const title = said(details.title)
  const on = said(details.signedOn ?? details.endsOn ?? details.until)
  const facts: Facts = {
    party: party ?? '',
    who: title ? `${name} (${title})` : name,
    right: kind === 'signed' ? rightText(language, (details as unknown as SignedDetails).right) : '',
    reason: said(details.reason) || t.noReason,
    on: on && formatDay(language, on),
  }
  if (kind === 'notice-withdrawn') return t[partyId === null ? 'end-withdrawn' : kind]()
  return t[kind === 'signed' ? way! : kind](facts)
}
