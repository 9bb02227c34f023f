import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import type { Database } from './db/schema.ts'
import { answersInTime, type Listening, listen } from './server.ts'

let server: Listening
afterEach(() => server.close(0))

const start = async () => {
  server = await listen('127.0.0.1', 0)
  return (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`)
}
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
  server.open({ fetch: () => new Response('here'), isHealthy: async () => healthy })
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
  server.open({ fetch: fetchSlowly, isHealthy: async () => true })
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
  server.open({ fetch: () => new Promise<Response>(() => {}), isHealthy: async () => true })
  const underWay = get('/fi').catch(() => 'cut off')
  await sleep(100)
  await server.close(200)
  expect(await underWay).toBe('cut off')
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
