import { createHash, randomBytes } from 'node:crypto'

/** A sign-in's token: 256 random bits, of which the database keeps the hash. */
export const newToken = () => randomBytes(32).toString('base64url')
export const hashToken = (token: string) => createHash('sha256').update(token).digest()

/** Browsers hold a cookie with this prefix to our own host, over https. Plain http has no such promise. */
const nameFor = (isHttps: boolean) => (isHttps ? '__Host-kaiku' : 'kaiku')

export const readSessionToken = (request: Request, isHttps: boolean): string | null => {
  const name = nameFor(isHttps)
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=')
    if (key === name && value && /^[\w-]{43}$/.test(value)) return value
  }
  return null
}

/** A header that keeps the token until the browser closes or the server ends it; null forgets it. */
export const sessionCookie = (token: string | null, isHttps: boolean) =>
  `${nameFor(isHttps)}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}${token === null ? '; Max-Age=0' : ''}`
