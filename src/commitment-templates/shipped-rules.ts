import { type Kind, kinds, type Texts } from '../commitments/rules.ts'
import {
  centre,
  contact,
  coordination,
  groupVisits,
  guidelines,
  induction,
  issuing,
  model,
  type Piece,
  popUp,
  privacy,
  supply,
  together,
  trial,
  validity,
} from './clause-rules.ts'
import type { Template } from './rules.ts'

/*
 * The six templates that Kaiku ships. What partners commit to is known: the national model, supply as for other discount
 * groups, instruction of staff, a named contact and its changes, internal guidelines (domain README §5); an issuer's
 * duties are of the checklist (§7). Validity, notice and the form of the sentences are our choice (docs/our-choices.md).
 */

const points = (fi: string[], sv: string[], en: string[]): Texts => ({
  fi: fi.join('\n'),
  sv: sv.join('\n'),
  en: en.join('\n'),
})

const shared = points(
  [
    'Noudatamme valtakunnallista toimintamallia.',
    'Perehdytämme henkilöstön joka vuosi.',
    'Nimeämme yhteyshenkilön ja kerromme, jos hän vaihtuu.',
    'Emme kirjaa kortinhaltijan nimeä mihinkään.',
  ],
  [
    'Vi följer den nationella verksamhetsmodellen.',
    'Vi introducerar personalen varje år.',
    'Vi utser en kontaktperson och meddelar om hen byts.',
    'Vi skriver inte kortinnehavarens namn någonstans.',
  ],
  [
    'We follow the national operating model.',
    'We induct our staff each year.',
    'We name a contact person and tell when it changes.',
    'We write the cardholder’s name nowhere.',
  ],
)

/** Five points: what this kind is about, then what all kinds share. */
const summaryOf = (fi: string, sv: string, en: string): Texts => ({
  fi: `${fi}\n${shared.fi}`,
  sv: `${sv}\n${shared.sv}`,
  en: `${en}\n${shared.en}`,
})

const atParty = [induction, contact, guidelines, privacy, validity]
const shippedTexts: Record<Kind, { title: Texts; summary: Texts; pieces: Piece[] }> = {
  area: {
    title: {
      fi: 'Kumppanuussitoumus: {{area}} ja Kaikukeskus',
      sv: 'Partnerskapsförbindelse: {{area}} och Kaikukeskus',
      en: 'Partnership commitment: {{area}} and Kaikukeskus',
    },
    summary: summaryOf(
      'Alue järjestää Kaikukortin toiminnan, ja Kaikukeskus tukee sitä.',
      'Området ordnar Kaikukortets verksamhet med stöd av Kaikukeskus.',
      'The area runs the Kaikukortti, and Kaikukeskus supports it.',
    ),
    pieces: [model, coordination, centre, ...atParty],
  },
  partnership: {
    title: {
      fi: 'Kumppanuussitoumus: {{county}}, {{municipality}} ja {{organisation}}',
      sv: 'Partnerskapsförbindelse: {{county}}, {{municipality}} och {{organisation}}',
      en: 'Partnership commitment: {{county}}, {{municipality}} and {{organisation}}',
    },
    summary: summaryOf(
      'Tarjoamme kortinhaltijoille maksuttomia lippuja yhdessä.',
      'Vi erbjuder kortinnehavare gratis biljetter tillsammans.',
      'Together we offer free tickets to cardholders.',
    ),
    pieces: [model, together, supply, ...atParty],
  },
  issuer: {
    title: {
      fi: 'Kortinjakajan kumppanuussitoumus: {{unit}}',
      sv: 'Kortutdelarens partnerskapsförbindelse: {{unit}}',
      en: 'Partnership commitment of a card issuer: {{unit}}',
    },
    summary: summaryOf(
      'Annamme Kaikukortin asiakkaille, jotka sitä tarvitsevat.',
      'Vi ger Kaikukortet till klienter som behöver det.',
      'We give the Kaikukortti to clients who need it.',
    ),
    pieces: [model, issuing, groupVisits, ...atParty],
  },
  venue: {
    title: {
      fi: 'Kohteen kumppanuussitoumus: {{site}}',
      sv: 'Besöksmålets partnerskapsförbindelse: {{site}}',
      en: 'Partnership commitment of a venue: {{site}}',
    },
    summary: summaryOf(
      'Annamme kortinhaltijalle lipun maksutta.',
      'Vi ger kortinnehavaren en biljett gratis.',
      'We give the cardholder a ticket free of charge.',
    ),
    pieces: [model, supply, ...atParty],
  },
  pilot: {
    title: {
      fi: 'Kokeilun kumppanuussitoumus: {{organisation}}',
      sv: 'Partnerskapsförbindelse för ett försök: {{organisation}}',
      en: 'Partnership commitment for a pilot: {{organisation}}',
    },
    summary: summaryOf(
      'Kokeilemme Kaikukorttia sovitun ajan.',
      'Vi prövar Kaikukortet en avtalad tid.',
      'We try the Kaikukortti for an agreed time.',
    ),
    pieces: [model, trial, ...atParty],
  },
  'pop-up': {
    title: {
      fi: 'Pop up -kohteen kumppanuussitoumus: {{site}}',
      sv: 'Pop-up-ställets partnerskapsförbindelse: {{site}}',
      en: 'Partnership commitment of a pop-up site: {{site}}',
    },
    summary: summaryOf(
      'Olemme Kaikukortin kohde sovitun ajan.',
      'Vi är ett besöksmål för Kaikukortet en avtalad tid.',
      'We are a Kaikukortti venue for an agreed time.',
    ),
    pieces: [model, popUp, supply, ...atParty],
  },
}

/** The first version of each kind. */
export const shippedTemplates: Record<Kind, Template> = Object.fromEntries(
  kinds.map((kind) => {
    const { title, summary, pieces } = shippedTexts[kind]
    const clauses = pieces.map((piece, index) => ({ number: String(index + 1), ...piece }))
    return [kind, { kind, version: 1, title, summary, clauses }]
  }),
) as Record<Kind, Template>
