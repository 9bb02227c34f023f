import { expect, test } from 'vitest'
import { isOwnRequest } from './origin.ts'

const ours = 'https://kaiku.example'
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'] as const
const sites = [null, 'same-origin', 'same-site', 'cross-site', 'none'] as const
const origins = [null, ours, 'https://evil.example', 'null'] as const

/** Written by hand, apart from the code: what is let through when our cookie comes along. */
const letThrough = (method: string, site: string | null, origin: string | null) => {
  if (method === 'GET' || method === 'HEAD') return true
  if (site === 'same-origin') return true // the browser's own word, which no page can forge
  return site === null && origin === ours // an older browser
}

const ask = (
  method: string,
  headers: Record<string, string | null>,
  publicOrigin: string | null = ours,
  hasCookie = true,
) => {
  const given = Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== null)
  return isOwnRequest(new Request(`${ours}/fi/kassa`, { method, headers: given }), publicOrigin, hasCookie)
}

const cases = methods.flatMap((method) =>
  sites.flatMap((site) => origins.map((origin) => [method, site, origin] as const)),
)

test.each(cases)('%s with Sec-Fetch-Site %s and Origin %s', (method, site, origin) => {
  expect(ask(method, { 'sec-fetch-site': site, origin })).toBe(letThrough(method, site, origin))
})

test('of the hundred cases 55 are let through: 40 that only read, 15 that our own pages send', () => {
  const through = cases.filter(([method, site, origin]) => ask(method, { 'sec-fetch-site': site, origin }))
  expect(cases).toHaveLength(100)
  expect(through.filter(([method]) => ['GET', 'HEAD'].includes(method))).toHaveLength(40)
  expect(through.filter(([method]) => !['GET', 'HEAD'].includes(method))).toHaveLength(15)
})

test('a request that says nothing of where it comes from is refused with our cookie, and taken without', () => {
  expect(ask('POST', {}, ours, true)).toBe(false)
  expect(ask('POST', {}, ours, false)).toBe(true)
})

test('a foreign page is refused also without our cookie: it could sign somebody in as someone else', () => {
  expect(ask('POST', { 'sec-fetch-site': 'cross-site' }, ours, false)).toBe(false)
  expect(ask('POST', { origin: 'https://evil.example' }, ours, false)).toBe(false)
})

test.each([
  ['https://kaiku.example', 'kaiku.example', true],
  ['http://127.0.0.1:3000', '127.0.0.1:3000', true],
  ['http://127.0.0.1:3001', '127.0.0.1:3000', false],
  ['https://evil.example', 'kaiku.example', false],
  ['https://kaiku.example.evil.example', 'kaiku.example', false],
  ['null', 'kaiku.example', false],
])('where nobody said the address, Origin %s at host %s is ours: %s', (origin, host, own) => {
  const request = { method: 'POST', headers: new Headers({ origin }) } as Request
  request.headers.set('host', host)
  expect(isOwnRequest(request, null, true)).toBe(own)
})
