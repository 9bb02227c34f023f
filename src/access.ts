import type { Language } from './i18n/translated.ts'

export const roles = ['centre', 'coordinator', 'issuer', 'venue', 'intermediary', 'auditor'] as const
export type Role = (typeof roles)[number]

/**
 * Who may do what, declared once. Every page, action and endpoint names one of these; leaving it out does not compile.
 * `everyone` needs no sign-in. A key of the public API holds the permissions written on it (its scopes).
 */
export const permissions = {
  'public.read': 'everyone',
  'statistics.read': 'everyone',
  'sessions.start': 'everyone',
  'sessions.end': 'everyone',
  'invitations.accept': 'everyone',
  'demo.enter': 'everyone',
  'home.read': roles,
  'cards.issue': ['issuer'],
  'cards.read': ['issuer'],
  'cards.check': ['venue', 'intermediary'],
  'uses.create': ['venue', 'intermediary'],
  'uses.read': ['venue', 'intermediary'],
  'uses.cancel': ['venue', 'intermediary'],
} as const satisfies Record<string, readonly Role[] | 'everyone'>
export type Permission = keyof typeof permissions

/** Which rows: made only by `scopeOf`, so that a query on owned rows cannot be called with an id from a request. */
declare const proven: unique symbol
type Proven = { readonly [proven]: true }
export type UnitScope = Proven & { unitId: number }
export type SiteScope = Proven & ({ siteId: number } | { organisationId: number })

export type User = {
  accountRoleId: string
  accountId: string
  name: string
  role: Role
  language: Language
  /** The area, unit, site or organisation that the role is for, in words. Null for the national roles. */
  place: string | null
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

/** A venue records for its site, a ticket intermediary for the sites that chose it. */
export const siteScopeOf = (user: User): SiteScope => {
  if (user.siteId !== null) return { siteId: user.siteId } as SiteScope
  if (user.organisationId !== null) return { organisationId: user.organisationId } as SiteScope
  throw new Error(`A ${user.role} has no site`)
}

/** A key of the public API is bound to one site. */
export const siteScopeOfKey = (key: { siteId: number }): SiteScope => ({ siteId: key.siteId }) as SiteScope
