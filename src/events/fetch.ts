import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import {
  type Address,
  always,
  askDns,
  findAddress,
  nameOfFailure,
  type Resolve,
  timeUp,
} from '../lib/outgoing.ts'
import { hostOf, isLocal, urlProblem } from '../lib/outgoing-addresses.ts'
import { type FeedPage, readFeedPage } from './linked-events-rules.ts'
import { mostEvents } from './rules.ts'

/** Bytes of one page and of a whole feed, pages of one feed, milliseconds for one page and for the whole feed. */
const fetchLimits = {
  ...{ page: 3_000_000, feed: 15_000_000, pages: 25, pageTime: 10_000, feedTime: 60_000 },
} as const
type FetchLimits = { [Name in keyof typeof fetchLimits]: number }

/** `isWhole` is false where a limit cut the feed short: what is missing from it may still be on. */
type FeedRead = Pick<FeedPage, 'events' | 'skipped'> & { isWhole: boolean }
export type Fetched = FeedRead | { problem: string }
export type Fetcher = (url: string, now: Date) => Promise<Fetched>

class Failure extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

type Asked = { signal: AbortSignal; ca?: string; largest: number }

const ask = (url: URL, address: Address, { largest, ...given }: Asked): Promise<string> =>
  new Promise((done, failed) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      agent: false,
      lookup: always(address),
      ...given,
      headers: { accept: 'application/json', 'user-agent': 'Kaiku', connection: 'close' },
    })
    request.on('error', failed)
    request.on('response', (response) => {
      const { statusCode = 0 } = response
      if (statusCode !== 200) {
        response.destroy()
        failed(new Failure(statusCode >= 300 && statusCode < 400 ? 'REDIRECTED' : `STATUS_${statusCode}`))
        return
      }
      const chunks: Buffer[] = []
      let size = 0
      response.on('error', failed)
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > largest) response.destroy(new Failure('TOO_LARGE'))
        else chunks.push(chunk)
      })
      response.on('end', () => done(Buffer.concat(chunks).toString('utf8')))
    })
    request.end()
  })

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new Failure('NO_JSON')
  }
}

type Setting = { allowLocal: boolean; resolve?: Resolve; ca?: string; limits?: Partial<FetchLimits> }

/**
 * How a feed is read: page by page, no redirect followed, from public addresses alone, each looked up and checked
 * before it is called (`lib/outgoing.ts`), and no page from another server than the first.
 * @param allowLocal `http(s)://127.0.0.1:<port>` too: for a demo on one's own machine and for tests
 * @param ca authorities to trust instead of the system's (PEM)
 */
export const openFetcher = ({ allowLocal, resolve = askDns, ca, limits: given }: Setting): Fetcher => {
  const limits: FetchLimits = { ...fetchLimits, ...given }

  const readPage = async (text: string, whole: AbortSignal, largest: number): Promise<string> => {
    const problem = urlProblem(text, allowLocal)
    if (problem) throw new Failure(problem === 'url-private' ? 'PRIVATE_ADDRESS' : 'BAD_URL')
    const url = new URL(text)
    const signal = AbortSignal.any([whole, AbortSignal.timeout(limits.pageTime)])
    const address = isLocal(url)
      ? { address: '127.0.0.1', family: 4 }
      : await Promise.race([findAddress(hostOf(url), resolve), timeUp(signal)])
    return ask(url, address, { signal, largest, ...(ca && { ca }) })
  }

  return async (first, now) => {
    const whole = AbortSignal.timeout(limits.feedTime)
    const read: FeedRead = { events: [], skipped: 0, isWhole: true }
    const seen = new Set<string>()
    let bytes = 0
    try {
      for (let next: string | null = first; next !== null; ) {
        if (seen.size >= limits.pages || read.events.length > mostEvents) return { ...read, isWhole: false }
        seen.add(next)
        const text = await readPage(next, whole, Math.min(limits.page, limits.feed - bytes))
        bytes += Buffer.byteLength(text)
        const page = readFeedPage(parse(text), now)
        if (!page) throw new Failure('NO_EVENTS')
        read.events.push(...page.events)
        read.skipped += page.skipped
        next = page.next
        if (next !== null && (seen.has(next) || !isSameServer(first, next))) throw new Failure('BAD_NEXT')
      }
      return read
    } catch (error) {
      return { problem: nameOfFailure(error) }
    }
  }
}

const isSameServer = (first: string, next: string) =>
  URL.canParse(next) && new URL(next).origin === new URL(first).origin
