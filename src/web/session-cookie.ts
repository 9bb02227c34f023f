import { createHash, randomBytes } from 'node:crypto'

/** A sign-in's token: 256 random bits, of which the database keeps the hash. */
export const newToken = () => randomBytes(32).toString('base64url')
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
/** What the database is shown of a token: it keeps the hash of this, so what is read there proves nothing. */
export const proofOfToken = (token: string) => sha256(token)
export const hashToken = (token: string) => sha256(proofOfToken(token))

/** A device's token says that it is one: so it can be told apart when it has ended and nobody knows it any more. */
export const newDeviceToken = () => `device-${newToken()}`
export const isOfDevice = (token: string | null) => token?.startsWith('device-') === true && token.length > 43

/** Browsers hold a cookie with this prefix to our own host, over https. Plain http has no such promise. */
const nameFor = (isHttps: boolean) => (isHttps ? '__Host-kaiku' : 'kaiku')
const stateNameFor = (isHttps: boolean) => `${nameFor(isHttps)}-state`
const bondNameFor = (isHttps: boolean) => `${nameFor(isHttps)}-bond`

const readToken = (request: Request, name: string): string | null => {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=')
    if (key === name && value && /^(device-)?[\w-]{43}$/.test(value)) return value
  }
  return null
}

export const readSessionToken = (request: Request, isHttps: boolean) => readToken(request, nameFor(isHttps))

/** What this browser was given when it left to sign in elsewhere; null when it is not away. */
export const readState = (request: Request, isHttps: boolean) => readToken(request, stateNameFor(isHttps))

/** Ties a sign-in elsewhere to this browser for ten minutes, so that nobody's answer can be slipped into another's. */
export const stateCookie = (state: string | null, isHttps: boolean) =>
  `${stateNameFor(isHttps)}=${state ?? ''}; Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}; Max-Age=${state === null ? 0 : 600}`

/**
 * A header that keeps the token until the browser closes or the server ends it; null forgets it.
 * @param keepDays for a device: its cookie outlives the browser, and goes along on our own pages alone
 */
export const sessionCookie = (token: string | null, isHttps: boolean, keepDays?: number) => {
  const age = token === null ? 0 : keepDays && keepDays * 86_400
  const parts = [
    `${nameFor(isHttps)}=${token ?? ''}; Path=/; HttpOnly`,
    `SameSite=${keepDays ? 'Strict' : 'Lax'}`,
    ...(isHttps ? ['Secure'] : []),
    ...(age === undefined ? [] : [`Max-Age=${age}`]),
  ]
  return parts.join('; ')
}

/** What ties a link that was opened here to this browser; null when it has opened none. */
export const readBond = (request: Request, isHttps: boolean) => readToken(request, bondNameFor(isHttps))

/** Ties a link to the browser that opens it, for a day, so that the link alone shows nothing to the next one. */
export const bondCookie = (bond: string | null, isHttps: boolean) =>
  `${bondNameFor(isHttps)}=${bond ?? ''}; Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}; Max-Age=${bond === null ? 0 : 86_400}`
