import { createHash } from 'node:crypto'
import type { Limit } from '../accounts/rules.ts'

/** The roles that a group can give. The national ones are given by hand alone. */
export const groupRoles = ['coordinator', 'issuer', 'venue', 'intermediary'] as const
export type GroupRole = (typeof groupRoles)[number]

/** Who has gone to sign in elsewhere is waited for this long. */
export const requestMinutes = 10
export const requestEnd = (now: Date) => new Date(now.getTime() + requestMinutes * 60_000)

/** A sign-in that is begun costs a row and two calls to the provider: 600 at once from one network, then 600 an hour. */
export const startLimits = (network: string): Limit[] => [
  {
    bucket: `provider-start ${createHash('sha256').update(network).digest('base64url')}`,
    size: 600,
    perHour: 600,
  },
]

const isThisMachine = (host: string) => host === 'localhost' || host === '127.0.0.1'

/** Plain http is for a provider on this machine alone, such as one under test. */
export const isPlainHttp = (issuer: string) => new URL(issuer).protocol === 'http:'

/**
 * Whether the program may send requests to the issuer: to plain http only where it is tried out, in the demo or at a
 * plain http address of its own. Of an https issuer every endpoint is held to https (openid-client).
 */
export const mayAsk = (issuer: string, { demo, origin }: { demo: boolean; origin: string }): boolean =>
  !isPlainHttp(issuer) || demo || origin.startsWith('http:')

/** An issuer is an https address without a query or a fragment (OpenID Connect Core 1.0, 2). */
export const isAllowedIssuer = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, search, hash, username } = new URL(text)
  if (search || hash || username) return false
  return protocol === 'https:' || (protocol === 'http:' && isThisMachine(hostname))
}

/** What a provider says of a person, after its word has been verified. */
export type Claims = Readonly<Record<string, unknown>> & { sub: string }

/** A subject is at most 255 characters of ASCII (OpenID Connect Core 1.0, 2). */
export const isSubject = (sub: unknown): sub is string =>
  typeof sub === 'string' && /^[ -~]{1,255}$/.test(sub)

/** PostgreSQL keeps neither NUL nor half a surrogate in text, and a name has no use for either. */
const isStorable = (text: string) => !text.includes('\0') && text.isWellFormed()

/** The groups of the person: a list, or a single name. Anything else is none. */
export const groupsOf = (claims: Claims, claim: string): string[] => {
  const said = Object.hasOwn(claims, claim) ? claims[claim] : undefined
  const list = Array.isArray(said) ? said : [said]
  return list
    .filter((group) => typeof group === 'string' && group !== '' && isStorable(group))
    .slice(0, 1_000)
}

/** The name and address for a new account; null when the provider gave no address that it stands for. */
export const personOf = ({ name, email, email_verified: verified, sub }: Claims) => {
  const address =
    typeof email === 'string' && /^[^\s@]{1,64}@[^\s@]{1,189}$/.test(email) && isStorable(email)
      ? email
      : null
  const said = typeof name === 'string' && isStorable(name) ? [...name.trim()].slice(0, 100).join('') : ''
  return { name: said || (address ?? sub).slice(0, 100), email: verified === false ? null : address }
}

/** A role in one scope, as a group gives it and an account holds it. */
type RoleInScope = {
  role: string
  side?: string | null
  areaId?: number | null
  unitId?: number | null
  siteId?: number | null
  organisationId?: number | null
}
type Given = RoleInScope & { id: number }
type Held = RoleInScope & { id: string; groupId: number | null; providerId: number | null }

const keyOf = (one: RoleInScope) =>
  [one.role, one.side, one.areaId, one.unitId, one.siteId, one.organisationId]
    .map((part) => part ?? '')
    .join(' ')

/**
 * What has to change so that the account holds exactly what the provider's groups give. What was given by hand, or by
 * another provider, is not touched, and a role given by hand is not given twice.
 */
export const rolesToChange = <G extends Given>(
  given: readonly G[],
  held: readonly Held[],
  providerId: number,
): { give: G[]; end: string[] } => {
  const stays = (role: Held) => given.some(({ id }) => id === role.groupId)
  const end = held.filter((role) => role.providerId === providerId && !stays(role)).map(({ id }) => id)
  const kept = new Set(
    held
      .filter((role) => role.groupId === null || (role.providerId === providerId && stays(role)))
      .map(keyOf),
  )
  const give: G[] = []
  for (const one of given) {
    if (kept.has(keyOf(one))) continue
    kept.add(keyOf(one))
    give.push(one)
  }
  return { give, end }
}

/** The role that a sign-in through the provider acts in first: the oldest that its groups stand for. */
export const firstRole = <H extends Held>(given: readonly Given[], held: readonly H[]): H | undefined => {
  const wanted = new Set(given.map(keyOf))
  return held.find((role) => wanted.has(keyOf(role)))
}
