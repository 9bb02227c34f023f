import { accepts } from './assets.ts'
import { readerOf } from './paths.ts'
import { isUnchanged } from './respond.ts'

type Kept = {
  headers: Headers
  etag: string
  body: Uint8Array<ArrayBuffer>
  /** Milliseconds of the keeper's clock. */
  madeAt: number
  /** When somebody was last sent to make it anew. */
  askedAt: number
}

/** Milliseconds. A change in the register shows within a minute; most of that is left to those who look away. */
const fresh = 20_000
/** While one asker waits for a new one, the others read the old one, but no longer than this. */
const usable = 40_000
const [mostPages, largest, longestAddress] = [1_000, 300_000, 300]
/** Bytes of all together: any question mark makes another address, so that one asker could fill the memory. */
const mostBytes = 32_000_000

const encodingOf = (request: Request) => {
  const accepted = request.headers.get('accept-encoding')
  return accepts(accepted, 'br') ? 'br' : accepts(accepted, 'gzip') ? 'gzip' : 'plain'
}

/** Whoever brings a cookie may be somebody: pages are kept for those who bring none. */
const keyOf = (request: Request): string | null => {
  if (request.method !== 'GET' || request.headers.has('cookie')) return null
  const { pathname, search } = new URL(request.url)
  if (pathname.length + search.length > longestAddress) return null
  const reader = readerOf(pathname, request.headers.get('accept-language'))
  return `${encodingOf(request)} ${reader} ${pathname}${search}`
}

const isForAll = ({ status, headers }: Response) =>
  status === 200 &&
  headers.get('cache-control') === 'public, no-cache' &&
  (headers.get('content-type') ?? '').startsWith('text/html') &&
  !headers.has('set-cookie')

const answerTo = (request: Request, { headers, etag, body }: Kept) =>
  isUnchanged(request, etag)
    ? new Response(null, { status: 304, headers })
    : new Response(body, { status: 200, headers })

/**
 * Keeps public pages as they were sent, for a third of a minute, so that a page that many read at once is made once.
 * @param clock milliseconds, never going back
 */
export const newKeptPages = (clock: () => number = () => performance.now()) => {
  const pages = new Map<string, Kept>()
  let bytes = 0
  const forget = (key: string) => {
    bytes -= pages.get(key)?.body.length ?? 0
    pages.delete(key)
  }

  /** @returns the kept answer, or null when the page is to be made */
  const find = (request: Request): Response | null => {
    const key = keyOf(request)
    const kept = key === null ? undefined : pages.get(key)
    if (!kept) return null
    const now = clock()
    const age = now - kept.madeAt
    const isBeingMade = now - kept.askedAt < fresh
    if (age < fresh || (age < usable && isBeingMade)) return answerTo(request, kept)
    kept.askedAt = now
    return null
  }

  /** @returns the same answer, kept for the next asker where everyone may read it */
  const keep = async (request: Request, response: Response): Promise<Response> => {
    const key = keyOf(request)
    const etag = response.headers.get('etag')
    if (key === null || etag === null || !isForAll(response)) return response
    const body = new Uint8Array(await response.arrayBuffer())
    const kept = { headers: new Headers(response.headers), etag, body, madeAt: clock(), askedAt: clock() }
    forget(key)
    if (body.length <= largest) {
      pages.set(key, kept)
      bytes += body.length
    }
    while (pages.size > mostPages || bytes > mostBytes) forget(pages.keys().next().value!)
    return answerTo(request, kept)
  }
  return { find, keep }
}
