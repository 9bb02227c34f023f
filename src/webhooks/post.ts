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

/** Milliseconds for the whole of a try: finding the address, speaking, and the first line of the answer. */
const wholeTry = 8_000
/** Bytes of an answer that are taken before the line is cut; none is kept. */
const readAtMost = 1024

type Sent = { status: number } | { problem: string }

export type Poster = (url: string, headers: Record<string, string>, body: string) => Promise<Sent>

const speak = (
  url: URL,
  address: Address,
  {
    headers,
    body,
    ...given
  }: { headers: Record<string, string>; body: string; signal: AbortSignal; ca?: string },
): Promise<number> =>
  new Promise((done, failed) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method: 'POST',
      agent: false,
      lookup: always(address),
      ...given,
      headers: { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' },
    })
    request.on('error', failed)
    request.on('response', (response) => {
      let size = 0
      response.on('error', () => {}) // the status is here; how the rest ends does not matter
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > readAtMost) response.destroy()
      })
      done(response.statusCode ?? 0)
    })
    request.end(body)
  })

type Setting = { allowLocal: boolean; resolve?: Resolve; within?: number; ca?: string }

/**
 * How events leave the house: one request, no redirect followed, to public addresses alone.
 * A receiver's certificate is checked as browsers do, and one that fails is never talked to.
 * @param allowLocal `http(s)://127.0.0.1:<port>` too: for a demo on one's own machine and for tests
 * @param within milliseconds for the whole of a try
 * @param ca authorities to trust instead of the system's (PEM); beside them: `NODE_EXTRA_CA_CERTS`
 */
export const openPoster =
  ({ allowLocal, resolve = askDns, within = wholeTry, ca }: Setting): Poster =>
  async (text, headers, body) => {
    const problem = urlProblem(text, allowLocal)
    if (problem) return { problem: problem === 'url-private' ? 'PRIVATE_ADDRESS' : 'BAD_URL' }
    const url = new URL(text)
    const signal = AbortSignal.timeout(within)
    try {
      const address = isLocal(url)
        ? { address: '127.0.0.1', family: 4 }
        : await Promise.race([findAddress(hostOf(url), resolve), timeUp(signal)])
      return { status: await speak(url, address, { headers, body, signal, ...(ca && { ca }) }) }
    } catch (error) {
      return { problem: nameOfFailure(error) }
    }
  }
