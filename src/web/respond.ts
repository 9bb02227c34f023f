import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { accepts } from './assets.ts'
import { newKeptBytes } from './kept-bytes.ts'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** No inline script or style anywhere, so no nonce that a cache could replay. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/** For a page that others may show in a frame: it has no form and no script, so that nobody can be led to press anything. */
export const embeddedPolicy = policy
  .replace("frame-ancestors 'none'", 'frame-ancestors *')
  .replace("form-action 'self'", "form-action 'none'")
  .replace("script-src 'self'", "script-src 'none'")

/** For a document that is styled by its attributes: it stands alone, in an origin of its own, and can do nothing. */
export const sheetPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"

/** For a PDF that the browser shows: its viewer is an object with a style of its own, which the page's policy forbids. */
export const paperPolicy =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

export const securityHeaders = (isHttps: boolean): Record<string, string> => ({
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
  ...(isHttps ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
})

/** Encoded once, for the hash and for the wire. */
const bytesOf = (body: string | Uint8Array) =>
  (typeof body === 'string' ? Buffer.from(body) : body) as Uint8Array<ArrayBuffer>

type Encoding = 'br' | 'gzip' | null
const encodingOf = (accepted: string | null): Encoding =>
  accepts(accepted, 'br') ? 'br' : accepts(accepted, 'gzip') ? 'gzip' : null

const encodingFor = (request: Request, body: Uint8Array, packed = false): Encoding =>
  packed || body.length <= 1_000 ? null : encodingOf(request.headers.get('accept-encoding'))

/** Compressing costs as much as rendering: brotli 4 is the best bargain, and public pages keep the result. */
const compress = (body: Uint8Array, encoding: 'br' | 'gzip') =>
  encoding === 'br' ? brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }) : zip(body)

/** Compressed public pages and files: a poster is a hundred times a page, and there is one for each place, size and language. */
const kept = newKeptBytes({ most: 500, mostBytes: 32_000_000 })

const compressKept = (body: Uint8Array, hash: string, encoding: 'br' | 'gzip') =>
  kept.of(`${encoding} ${hash}`, () => compress(body, encoding))

type Sent = {
  status: number
  type: string
  body: string | Uint8Array
  headers?: Record<string, string>
  /** Sent as it is. */
  packed?: boolean | undefined
}

/** A page or file that anyone may see: compressed once, and not sent again while it stays the same. */
export const respondPublic = async (request: Request, sent: Sent): Promise<Response> => {
  const body = bytesOf(sent.body)
  const hash = createHash('sha1').update(body).digest('base64url')
  const encoding = encodingFor(request, body, sent.packed)
  const headers = {
    'content-type': sent.type,
    'cache-control': 'public, no-cache',
    etag: `"${hash}${encoding ?? ''}"`,
    vary: 'accept-encoding, accept-language, cookie',
    ...sent.headers,
  }
  if (isUnchanged(request, headers.etag)) return new Response(null, { status: 304, headers })
  if (!encoding) return new Response(body, { status: sent.status, headers })
  return new Response(new Uint8Array(await compressKept(body, hash, encoding)), {
    status: sent.status,
    headers: { ...headers, 'content-encoding': encoding },
  })
}

/** Whether the asker has this very answer already. */
export const isUnchanged = (request: Request, etag: string): boolean =>
  (request.headers.get('if-none-match') ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
    .some((one) => one === etag || one === '*')

/** A page of one person: never kept by anyone. */
export const respondPrivate = async (request: Request, sent: Sent): Promise<Response> => {
  const body = bytesOf(sent.body)
  const encoding = encodingFor(request, body, sent.packed)
  const headers = {
    'content-type': sent.type,
    'cache-control': 'no-store',
    vary: 'accept-encoding',
    ...sent.headers,
  }
  if (!encoding) return new Response(body, { status: sent.status, headers })
  return new Response(new Uint8Array(await compress(body, encoding)), {
    status: sent.status,
    headers: { ...headers, 'content-encoding': encoding },
  })
}
