import { beforeEach, expect, test } from 'vitest'
import { newKeptPages } from './kept-pages.ts'

let now = 0
let made = 0
let pages = newKeptPages()
beforeEach(() => {
  ;[now, made] = [0, 0]
  pages = newKeptPages(() => now)
})

const asking = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://localhost${path}`, { headers })

const page = (changes: Record<string, string> = {}) =>
  new Response(`page ${made}`, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, no-cache',
      etag: `"${made}"`,
      'x-content-type-options': 'nosniff',
      ...changes,
    },
  })

/** As the server does: what is not kept is made. */
const get = async (request: Request, answer = page) => {
  const kept = pages.find(request)
  if (kept) return kept
  made += 1
  return pages.keep(request, answer())
}
const read = async (path: string, headers: Record<string, string> = {}, answer = page) =>
  (await get(asking(path, headers), answer)).text()

test('a page that many ask for is made once, with all its headers', async () => {
  expect(await read('/fi/kohteet')).toBe('page 1')
  const again = await get(asking('/fi/kohteet'))
  expect(await again.text()).toBe('page 1')
  expect(again.headers.get('x-content-type-options')).toBe('nosniff')
  expect((await get(asking('/fi/kohteet', { 'if-none-match': '"1"' }))).status).toBe(304)
})

test.each([
  ['another address', '/fi/kohteet?q=ii', {}],
  ['another encoding', '/fi/kohteet', { 'accept-encoding': 'br' }],
])('%s is another page', async (_, path, headers: Record<string, string>) => {
  await read('/fi/kohteet')
  expect(await read(path, headers)).toBe('page 2')
})

test('the bare address is kept for each language', async () => {
  await read('/', { 'accept-language': 'fi' })
  expect(await read('/', { 'accept-language': 'ar' })).toBe('page 2')
  expect(await read('/', { 'accept-language': 'fi-FI,fi;q=0.9' })).toBe('page 1')
})

test('a change shows within a minute, and one asker alone waits for it', async () => {
  await read('/fi')
  now = 19_000
  expect(await read('/fi')).toBe('page 1')
  now = 21_000
  expect(pages.find(asking('/fi'))).toBe(null)
  expect(await pages.find(asking('/fi'))?.text()).toBe('page 1')
  now = 59_000
  expect(await read('/fi')).toBe('page 2')
})

test.each([
  ['whoever brings a cookie', page, { cookie: 'kaiku=x' }],
  ['what is made for one person', () => page({ 'cache-control': 'no-store' }), {}],
  ['what sets a cookie', () => page({ 'set-cookie': 'a=b' }), {}],
  ['a file', () => page({ 'content-type': 'text/csv' }), {}],
])('%s: nothing is kept', async (_, answer, headers: Record<string, string>) => {
  await read('/fi', headers, answer)
  expect(await read('/fi', headers, answer)).toBe('page 2')
})

test('addresses without end push out only each other', async () => {
  await read('/fi')
  for (let nth = 0; nth < 1_200; nth += 1) await read(`/fi?q=${nth}`)
  expect(await read('/fi')).toBe('page 1202')
  expect(await read(`/fi?q=${'x'.repeat(400)}`)).toBe('page 1203')
  expect(await read(`/fi?q=${'x'.repeat(400)}`)).toBe('page 1204')
})

test('the oldest pages go when all together are large', async () => {
  const large = () => new Response('x'.repeat(290_000), { headers: page().headers })
  for (let nth = 0; nth < 120; nth++) await read(`/fi/kohteet?q=${nth}`, {}, large)
  expect(pages.find(asking('/fi/kohteet?q=119'))).not.toBeNull()
  expect(pages.find(asking('/fi/kohteet?q=11'))).not.toBeNull()
  expect(pages.find(asking('/fi/kohteet?q=9'))).toBeNull()
})
