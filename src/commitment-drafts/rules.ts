import type { Field } from '../commitment-templates/rules.ts'
import type { Commitment, Kind, NewParty, Party, Side, State } from '../commitments/rules.ts'
import { addDays, type Day } from '../lib/dates.ts'

/** A place of the register, or an area, that a commitment is made with. */
export type Partner = { kind: 'site' | 'unit' | 'area'; id: number }

/** A partner as a field has it, such as `site-12`. */
export const partnerField = ({ kind, id }: Partner): string => `${kind}-${id}`

/** With what a commitment of a kind is made: a pilot with whoever takes part in it. */
export const partnerKinds: Record<Kind, readonly Partner['kind'][]> = {
  area: ['area'],
  partnership: ['site'],
  issuer: ['unit'],
  venue: ['site'],
  pilot: ['site', 'unit'],
  'pop-up': ['site'],
}
/** A pop-up site has no coordinators of its own, and an area’s own commitment is with the centre (domain README §5). */
const centreKinds: readonly Kind[] = ['area', 'pop-up']
export const mayStart = (kind: Kind, isCentre: boolean): boolean => isCentre || !centreKinds.includes(kind)
/** Of which kind the next commitment is: after a pilot the partner's own. */
export const followOnKind = (kind: Kind, partner: Partner): Kind =>
  kind === 'pilot' ? (partner.kind === 'unit' ? 'issuer' : 'venue') : kind
/** What is only for a time has a last day (a pilot is a fixed period, a pop-up site too). */
export const needsLastDay = (kind: Kind): boolean => kind === 'pilot' || kind === 'pop-up'

/** What the register says of a partner and where it lies. Null or empty where it says nothing. */
export type RegisterFacts = {
  place: { kind: 'site' | 'unit'; id: number; name: string } | null
  area: { id: number; name: string; nameSv: string | null } | null
  municipality: { name: string; nameSv: string | null; country: 'FI' | 'SE' } | null
  county: { name: string; nameSv: string | null } | null
  organisation: { id: number; name: string; businessId: string | null } | null
  contact: { name: string; email: string | null } | null
  /** Whether somebody there can sign with an account. */
  hasAccount: boolean
  /** Of a pop-up site, the days on which it is one. */
  openFrom: Day | null
  openUntil: Day | null
}

/** Whose coordinators keep a commitment; null of a pop-up site's, which is the centre's. */
export const keptAreaOf = (kind: Kind, { area }: Pick<RegisterFacts, 'area'>): number | null =>
  kind === 'pop-up' ? null : (area?.id ?? null)

/** Where a value of a draft comes from, and so where it is mended. */
export type Source = 'place' | 'organisation' | 'contacts' | 'area' | 'draft' | 'model' | 'notice'
export const sourceOf: Record<Field, Source> = {
  area: 'area',
  county: 'place',
  municipality: 'place',
  organisation: 'organisation',
  site: 'place',
  unit: 'place',
  contactPerson: 'contacts',
  from: 'draft',
  until: 'draft',
  modelVersion: 'model',
  noticeMonths: 'notice',
}

const bare = { organisationId: null, unitId: null, siteId: null, businessId: null, signatory: null }
const atDesk = (side: Side, name: string): NewParty => ({ ...bare, side, name, way: 'account' })

/** The name of a place with its organisation's, for it is the organisation that commits itself. */
const partyName = (place: string, organisation: string | undefined) =>
  organisation === undefined || organisation === place ? place : `${organisation}, ${place}`

const partnerParty = (side: Side, facts: RegisterFacts): NewParty => {
  const { place, organisation, contact, hasAccount } = facts
  const isReachable = contact !== null && contact.email !== null
  const byLink = !hasAccount && isReachable
  return {
    side,
    organisationId: organisation?.id ?? null,
    unitId: place?.kind === 'unit' ? place.id : null,
    siteId: place?.kind === 'site' ? place.id : null,
    name: partyName(place?.name ?? '', organisation?.name),
    businessId: organisation?.businessId ?? null,
    signatory: byLink ? { name: contact!.name, title: null, email: contact!.email } : null,
    way: hasAccount ? 'account' : byLink ? 'link' : 'paper',
  }
}

/**
 * Who the parties are, in their order, by what the register says. Who can sign with an account does; another by a link to
 * its contact person; one that nobody can write to on paper.
 */
export const partiesOf = (kind: Kind, facts: RegisterFacts): NewParty[] => {
  const area = facts.area ? [atDesk('area', facts.area.name)] : []
  const centre = atDesk('centre', 'Kaikukeskus')
  switch (kind) {
    case 'area':
      return [...area, centre]
    case 'partnership':
      return [
        ...(facts.county ? [atDesk('county', facts.county.name)] : []),
        ...(facts.municipality ? [atDesk('municipality', facts.municipality.name)] : []),
        partnerParty('culture', facts),
      ]
    case 'pop-up':
      return [centre, partnerParty('venue', facts)]
    default:
      return [...area, partnerParty(facts.place?.kind === 'unit' ? 'issuer' : 'venue', facts)]
  }
}

/** The parties as the register knows them now, each signing as it was chosen to. */
export const renewedParties = (now: readonly NewParty[], chosen: readonly NewParty[]): NewParty[] =>
  now.map((party) => {
    const earlier = chosen.find(({ side }) => side === party.side)
    return earlier ? { ...party, way: earlier.way, signatory: earlier.signatory } : party
  })

/** An addition binds in the binding language, and so has to be said in it, whatever language was chosen to bind later. */
export const lacksBinding = ({ content, bindingLanguage }: Pick<Commitment, 'content' | 'bindingLanguage'>) =>
  content.additions !== null && content.additions[bindingLanguage] === ''

/** How long partners have to answer unless the coordinator says otherwise (our choice). Days. */
const answerDays = 30

export type Terms = { from: Day; until: Day | null; answerUntil: Day; bindingLanguage: 'fi' | 'sv' | 'en' }

/**
 * What a new draft begins with; each of it can be changed.
 * @param earlierUntil the last day of the commitment that it takes the place of: the new one begins the day after
 */
export const firstTerms = (
  kind: Kind,
  facts: Pick<RegisterFacts, 'municipality' | 'openFrom' | 'openUntil'>,
  today: Day,
  earlierUntil: Day | null,
): Terms => {
  const isPopUp = kind === 'pop-up'
  const next = earlierUntil !== null && earlierUntil >= today ? addDays(earlierUntil, 1) : today
  const from = (isPopUp && facts.openFrom) || next
  const until = isPopUp ? facts.openUntil : null
  return {
    from,
    until: until !== null && until < from ? null : until,
    answerUntil: [addDays(today, answerDays), until ?? '9999'].sort()[0]!,
    bindingLanguage: facts.municipality?.country === 'SE' ? 'sv' : 'fi',
  }
}

/** What keeps a draft from being sent, besides its empty fields. */
export type SendProblem =
  | ('not-a-draft' | 'parties-missing' | 'answer-past' | 'fields-empty' | 'text-changed')
  | 'binding-text-missing'

/** Commitments that come back to be changed: a keeper opens them again as drafts. */
export const mayReopen = (state: State): boolean => ['declined', 'expired', 'cancelled'].includes(state)
export const mayCancel = (state: State): boolean => ['draft', 'declined', 'expired'].includes(state)

/** The codes of links beside whom to tell them: the signatory, and in whose name they sign. */
export const toldCodes = (
  parties: readonly Pick<Party, 'id' | 'name' | 'signatory'>[],
  codes: readonly { partyId: number; code: string }[],
): { party: string; code: string }[] =>
  codes.map(({ partyId, code }) => {
    const { name, signatory } = parties.find(({ id }) => id === partyId)!
    return { party: [signatory?.name, name].filter(Boolean).join(', '), code }
  })
