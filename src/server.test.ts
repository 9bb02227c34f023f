import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import type { Database } from './db/schema.ts'
import type { AdmissionLimits } from './lib/admission.ts'
import { answersInTime, type Listening, listen } from './server.ts'

let server: Listening
afterEach(() => server.close(0))

const start = async (limits?: AdmissionLimits) => {
  server = await listen('127.0.0.1', 0, limits)
  return (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${server.port}${path}`, init)
}
const busy = () => new Response('busy', { status: 503, headers: { 'retry-after': '2' } })
const isHealthy = async () => true
const sleep = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

test('while it starts everything is answered with 503', async () => {
  const get = await start()
  const health = await get('/health')
  expect(health.status).toBe(503)
  expect(await health.json()).toEqual({ status: 'starting' })
  const page = await get('/fi')
  expect(page.status).toBe(503)
  expect(page.headers.get('retry-after')).toBe('1')
})

test('once open, requests reach the program, and its health is asked each time', async () => {
  const get = await start()
  let healthy = true
  server.open({ fetch: () => new Response('here'), busy, isHealthy: async () => healthy })
  expect(await (await get('/fi')).text()).toBe('here')
  expect(await (await get('/health')).json()).toEqual({ status: 'ok' })
  healthy = false
  const health = await get('/health')
  expect(health.status).toBe(503)
  expect(await health.json()).toEqual({ status: 'unavailable' })
})

test('closing answers the request under way, and takes no new one', async () => {
  const get = await start()
  const fetchSlowly = () => sleep(300).then(() => new Response('still here'))
  server.open({ fetch: fetchSlowly, busy, isHealthy })
  const underWay = get('/fi')
  await sleep(100)
  const closing = server.close(5_000)
  await expect(get('/fi')).rejects.toThrow()
  expect(await (await underWay).text()).toBe('still here')
  const started = performance.now()
  await closing
  expect(performance.now() - started).toBeLessThan(2_000)
})

test('closing waits no longer than it was told', async () => {
  const get = await start()
  server.open({ fetch: () => new Promise<Response>(() => {}), busy, isHealthy })
  const underWay = get('/fi').catch(() => 'cut off')
  await sleep(100)
  await server.close(200)
  expect(await underWay).toBe('cut off')
})

const onePlace = { places: 1, waiting: 1, longWait: 100, shortWait: 50 }
/** Answers what was sent, after a while where the address says so. */
const echo = async (request: Request) => {
  const text = await request.text()
  if (request.url.endsWith('/slow')) await sleep(300)
  return new Response(`said ${text}`)
}

test('where there is no place a request waits a little, then is refused; health and scripts are not', async () => {
  const get = await start(onePlace)
  server.open({ fetch: echo, busy, isHealthy })
  const underWay = get('/slow')
  await sleep(50)
  const started = performance.now()
  const refused = await get('/fi')
  expect(refused.status).toBe(503)
  expect(refused.headers.get('retry-after')).toBe('2')
  expect(performance.now() - started).toBeLessThan(220)
  expect((await get('/health')).status).toBe(200)
  expect((await get('/assets/x.css')).status).toBe(200)
  expect((await underWay).status).toBe(200)
  expect((await get('/fi')).status).toBe(200)
})

test('whoever sends slowly holds no place; what comes in parts is read as it was sent', async () => {
  const get = await start(onePlace)
  server.open({ fetch: echo, busy, isHealthy })
  const slow = connect(server.port, '127.0.0.1')
  slow.write('POST /fi HTTP/1.1\r\nhost: x\r\ncontent-length: 6\r\n\r\nfoo')
  await sleep(50)
  expect(await (await get('/fi', { method: 'POST', body: 'bär' })).text()).toBe('said bär')
  slow.write('bar')
  const [answer] = await once(slow, 'data')
  expect(String(answer)).toMatch(/^HTTP\/1.1 200.*said foobar$/s)
  slow.destroy()
})

test('few large bodies are taken in at once, and whoever hangs up gives the place back', async () => {
  const get = await start()
  server.open({ fetch: echo, busy, isHealthy })
  const sockets = Array.from({ length: 8 }, () => connect(server.port, '127.0.0.1'))
  for (const socket of sockets)
    socket.write('POST /fi HTTP/1.1\r\nhost: x\r\ncontent-length: 100000\r\n\r\nfoo')
  await sleep(50)
  const large = () => get('/fi', { method: 'POST', body: 'x'.repeat(100_000) })
  expect((await large()).status).toBe(503)
  expect((await get('/fi', { method: 'POST', body: 'small' })).status).toBe(200)
  for (const socket of sockets) socket.destroy()
  await sleep(50)
  expect((await large()).status).toBe(200)
})

test('a port in use and an address that is not ours are said in a sentence', async () => {
  await start()
  await expect(listen('127.0.0.1', server.port)).rejects.toThrow(
    `127.0.0.1:${server.port} is in use by another program. Stop that program, or set PORT to another number.`,
  )
  await expect(listen('192.0.2.1', 0)).rejects.toThrow('is not an address of this machine')
})

test('a database that never answers is given up after two seconds, one that refuses at once', async () => {
  await start()
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  const poolAt = (at: number) =>
    new Kysely<Database>({
      dialect: new PostgresDialect({
        pool: new pg.Pool({ host: '127.0.0.1', port: at, connectionTimeoutMillis: 5_000 }),
      }),
    })
  const started = performance.now()
  expect(await answersInTime(poolAt(port))).toBe(false)
  expect(performance.now() - started).toBeGreaterThan(1_900)
  expect(performance.now() - started).toBeLessThan(4_000)
  silent.close()
  expect(await answersInTime(poolAt(1))).toBe(false)
})
