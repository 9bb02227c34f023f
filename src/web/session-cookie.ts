import { createHash, randomBytes } from 'node:crypto'

/** A sign-in's token: 256 random bits, of which the database keeps the hash. */
export const newToken = () => randomBytes(32).toString('base64url')
export const hashToken = (token: string) => createHash('sha256').update(token).digest()

/** A device's token says that it is one: so it can be told apart when it has ended and nobody knows it any more. */
export const newDeviceToken = () => `device-${newToken()}`
export const isOfDevice = (token: string | null) => token?.startsWith('device-') === true && token.length > 43

/** Browsers hold a cookie with this prefix to our own host, over https. Plain http has no such promise. */
const nameFor = (isHttps: boolean) => (isHttps ? '__Host-kaiku' : 'kaiku')

export const readSessionToken = (request: Request, isHttps: boolean): string | null => {
  const name = nameFor(isHttps)
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=')
    if (key === name && value && /^(device-)?[\w-]{43}$/.test(value)) return value
  }
  return null
}

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
