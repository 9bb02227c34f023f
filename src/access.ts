import type { Proof } from './db/db.ts'
import type { Language } from './i18n/translated.ts'

/** Whose work a person does here. A `device` is no person: the phone or till of one site, which can only record. */
export const roles = [
  'centre',
  'coordinator',
  'issuer',
  'venue',
  'intermediary',
  'auditor',
  'device',
] as const
export type Role = (typeof roles)[number]
export type PersonRole = Exclude<Role, 'device'>
export const personRoles = roles.filter((role): role is PersonRole => role !== 'device')

/** Each area has coordinators of two sides: of the sites (culture) and of the issuers (sote). */
export const sides = ['culture', 'sote'] as const
export type Side = (typeof sides)[number]

const desks = ['venue', 'intermediary', 'device'] as const
const keepers = ['centre', 'coordinator'] as const

/**
 * Who may do what, declared once. Every page, action and endpoint names one of these; leaving it out does not compile.
 * `everyone` needs no sign-in. A key of the public API holds the permissions written on it (its scopes).
 * Which rows, a scope says; the database holds both to it (row-level security, migration 0010).
 */
export const permissions = {
  'public.read': 'everyone',
  'statistics.read': 'everyone',
  'reports.read': [...keepers, 'issuer', 'venue', 'auditor'],
  'sessions.start': 'everyone',
  'sessions.end': 'everyone',
  'invitations.accept': 'everyone',
  'passwords.reset': 'everyone',
  'devices.accept': 'everyone',
  'demo.enter': 'everyone',

  'own-statistics.read': [...keepers, 'issuer', 'venue', 'intermediary'],

  'home.read': personRoles,
  'account.change': personRoles,

  'cards.issue': ['issuer'],
  'cards.read': ['issuer'],
  'cards.correct': ['issuer'],
  'cards.close': ['issuer'],
  'cards.renew': ['issuer'],
  /** From an old card to the one that took its place: apart from all else, since it ties two codes to one person. */
  'renewals.follow': ['issuer'],
  'community-cards.issue': ['issuer'],
  'practice.use': ['issuer'],
  'consents.withdraw': ['issuer'],
  'wellbeing.ask': ['issuer'],
  'wellbeing.answer': 'everyone',
  'instruments.read': ['centre'],
  'subjects.read': ['issuer'],
  'subjects.erase': ['issuer'],
  'holder.read': 'everyone',
  'guides.read': 'everyone',
  'papers.read': [...keepers, 'issuer', 'venue'],
  'feedback.write': 'everyone',
  /** By the secret link that its writer was given. */
  'feedback.follow': 'everyone',
  'feedback.read': keepers,
  'feedback.answer': keepers,
  'policies.read': keepers,
  'policies.change': ['centre'],

  'stock.read': [...keepers, 'issuer'],
  'stock.order': [...keepers, 'issuer'],
  'stock.answer': keepers,
  'stock.receive': [...keepers, 'issuer'],
  'stock.move': keepers,
  'stock.block': [...keepers, 'issuer'],
  'print-runs.make': ['centre'],

  'cards.check': desks,
  'uses.create': desks,
  'uses.read': desks,
  'uses.cancel': desks,
  'unrecognised.read': desks,
  'uses.reconcile': ['venue', 'intermediary'],
  'door-lists.import': ['venue', 'intermediary'],
  'bookings.arrive': desks,
  'group-visits.ask': ['issuer'],
  'group-visits.answer': ['venue'],
  'limits.change': ['venue'],

  'api-clients.read': ['venue', 'intermediary', 'centre'],
  'api-clients.make': ['venue', 'intermediary'],
  'api-clients.approve': ['venue'],
  'api-clients.end': ['venue', 'intermediary', 'centre'],
  'webhooks.manage': ['intermediary', 'venue'],
  'api.read': 'everyone',

  'areas.read': keepers,
  'areas.open': ['centre'],
  'areas.describe': keepers,
  'memberships.change': ['centre'],
  /** A municipality or county tells that it would like the card; the centre answers. */
  'interest.send': 'everyone',
  'interest.answer': ['centre'],
  /** A place asks to come in; its area's keepers or the centre answer, and follow its steps. */
  'newcomers.ask': 'everyone',
  'newcomers.answer': keepers,
  'joining.read': keepers,
  'joining.change': keepers,
  'materials.read': keepers,
  'materials.change': keepers,
  'municipalities.read': ['centre'],
  'municipalities.merge': ['centre'],
  'organisations.read': keepers,
  'organisations.change': keepers,
  'organisations.merge': ['centre'],
  'units.read': keepers,
  'units.propose': keepers,
  'units.answer': ['centre'],
  'units.change': keepers,
  /** What the public is told of coming there. */
  'units.describe': [...keepers, 'issuer'],
  'sites.read': keepers,
  'sites.create': keepers,
  'sites.change': keepers,
  'place.read': ['issuer', 'venue'],
  'pilots.read': keepers,
  'pilots.change': keepers,
  'pilots.decide': ['centre'],
  'pilots.answer': ['issuer', 'venue'],
  'place.confirm': ['issuer', 'venue'],
  'place.describe': ['venue'],
  'checklists.tick': ['issuer', 'venue'],
  'inductions.do': ['issuer', 'venue'],
  /** How many people of each kept place have done it: no names. */
  'inductions.read': keepers,
  'contacts.change': [...keepers, 'issuer', 'venue'],
  'exceptions.read': keepers,
  'exceptions.make': keepers,

  'people.read': [...keepers, 'issuer', 'venue'],
  'people.invite': [...keepers, 'issuer', 'venue'],
  'people.end': keepers,
  'devices.read': ['venue', ...keepers],
  'devices.pair': ['venue'],
  'devices.end': ['venue', ...keepers],
  'providers.read': ['centre'],
  'providers.change': ['centre'],

  /** The pages, news and stories of the public site. */
  'texts.read': ['centre'],
  'texts.write': ['centre'],
  'trainings.read': keepers,
  'trainings.change': keepers,
  'trainings.attend': personRoles,

  /** Partners see what they were sent; keepers their own area's, the centre all. */
  'commitments.read': [...keepers, 'issuer', 'venue'],
  /** The list of what one's own organisation is a party of. */
  'commitments.read-own': ['issuer', 'venue'],
  'commitments.keep': keepers,
  /** The texts that commitments are made from: the centre's for everyone. */
  'commitment-templates.read': keepers,
  'commitment-templates.change': ['centre'],
  'commitments.sign': [...keepers, 'issuer', 'venue'],
  /** By the link that a signatory was sent. */
  'commitments.sign-by-link': 'everyone',
  /** Signed files, for who signed by a link. */
  'commitments.take-by-link': 'everyone',
  /** What the keepers tell those who work in the network. */
  'messages.read': ['coordinator', 'issuer', 'venue', 'intermediary'],
  'messages.write': keepers,

  /** The versions of the operating model, who has committed to them and what follows. */
  'model.read': keepers,
  'model.change': ['centre'],
  'model.extend': keepers,

  /** What is noticed of places (`src/signals/`), and how: the latter is open to all whose place it may be about. */
  'signals.read': ['centre'],
  'signals.decide': ['centre'],
  'signals.limit': ['centre'],
  'signals.explain': [...keepers, 'issuer', 'venue', 'auditor'],
  /** Record numbers, times of keeping and packages. */
  'archive.read': keepers,
  'archive.keep': keepers,
  /** Who uses the registered name and logo, and with whose leave: the centre’s to give, shown to an area of its own partners. */
  'name-use.read': keepers,
  'name-use.keep': ['centre'],
  /** What holds for commitments from a coming day on, such as the notice period. */
  'commitment-terms.change': ['centre'],

  'audit.read': ['auditor'],
  'mail.read': ['centre'],
} as const satisfies Record<string, readonly Role[] | 'everyone'>
export type Permission = keyof typeof permissions

/** The permissions that nobody has to sign in for. */
export type OpenPermission = {
  [P in Permission]: (typeof permissions)[P] extends 'everyone' ? P : never
}[Permission]

/**
 * Whom a role may let in, always inside its own scope: nobody grants what they do not hold or keep. A coordinator keeps
 * the issuers and sites of the area; the centre keeps all.
 */
export const grants: Record<Role, readonly PersonRole[]> = {
  centre: personRoles,
  coordinator: ['coordinator', 'issuer', 'venue'],
  issuer: ['issuer'],
  venue: ['venue'],
  intermediary: [],
  auditor: [],
  device: [],
}

/** Who sees more than a desk proves it with a second factor too (ASVS 5.0, 6.3.2). */
export const needsSecondFactor = (role: Role): boolean =>
  role === 'centre' || role === 'coordinator' || role === 'issuer' || role === 'auditor'

/** Which rows: made only by `scopeOf`, so that a query on owned rows cannot be called with an id from a request. */
declare const proven: unique symbol
type Proven = { readonly [proven]: true }
export type UnitScope = Proven & { unitId: number }
export type SiteScope = Proven &
  ({ siteId: number } | { organisationId: number } | { clientId: string }) & {
    /** Of a key: said to the database in each statement, for these run without a transaction of their own. */
    proof?: Proof
  }
/** The network that somebody keeps: one area, or all of it (`areaId` null). */
export type AreaScope = Proven & { areaId: number | null }
/** The one place that an issuer or venue works for. */
export type PlaceScope = Proven & ({ unitId: number } | { siteId: number })

export type User = {
  accountRoleId: string
  /** The account's id; of a device, the device's. */
  accountId: string
  name: string
  role: Role
  side: Side | null
  /** The second factor that the role needs is not there yet: nothing else can be done before. */
  needsSetUp: boolean
  language: Language
  /** The area, unit, site or organisation that the role is for, in words. Null for the national roles. */
  place: string | null
  areaId: number | null
  unitId: number | null
  siteId: number | null
  organisationId: number | null
}

const holdersOf = (permission: Permission): readonly Role[] | 'everyone' => permissions[permission]

export const may = (user: Pick<User, 'role'> | null, permission: Permission): boolean => {
  const holders = holdersOf(permission)
  return holders === 'everyone' || (user !== null && holders.includes(user.role))
}

/** The holders of a permission, written out for the printed table of access. */
export const rolesOf = (permission: Permission): string[] => {
  const holders = holdersOf(permission)
  return holders === 'everyone' ? ['everyone'] : [...holders]
}

/** @throws when the role has no unit: such a row named the wrong permission */
export const unitScopeOf = (user: User): UnitScope => {
  if (user.unitId === null) throw new Error(`A ${user.role} has no unit`)
  return { unitId: user.unitId } as UnitScope
}

/** A venue and its devices record for their site, a ticket intermediary for the sites that chose it. */
export const siteScopeOf = (user: User): SiteScope => {
  if (user.siteId !== null) return { siteId: user.siteId } as SiteScope
  if (user.organisationId !== null) return { organisationId: user.organisationId } as SiteScope
  throw new Error(`A ${user.role} has no site`)
}

/** A program reaches the sites that let it record for them, whichever of its keys it shows. */
export const siteScopeOfKey = (key: { clientId: string; proof: Proof }): SiteScope => key as SiteScope

export const proofIn = (scope: SiteScope): Proof | null => scope.proof ?? null

/** @throws when the role keeps no part of the network */
export const areaScopeOf = (user: User): AreaScope => {
  if (user.role === 'centre') return { areaId: null } as AreaScope
  if (user.areaId !== null) return { areaId: user.areaId } as AreaScope
  throw new Error(`A ${user.role} keeps no area`)
}

/** @throws when the role works for no unit or site */
export const placeScopeOf = (user: User): PlaceScope => {
  if (user.role === 'issuer' && user.unitId !== null) return { unitId: user.unitId } as PlaceScope
  if (user.role === 'venue' && user.siteId !== null) return { siteId: user.siteId } as PlaceScope
  throw new Error(`A ${user.role} has no place`)
}
