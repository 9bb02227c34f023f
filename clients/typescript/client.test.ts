import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSiteKey } from '../../src/accounts/key-queries.ts'
import { keyScopes, lastKeyEnd } from '../../src/accounts/key-rules.ts'
import { listen } from '../../test/browser.ts'
import { makeCard, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import type { ListedUse } from './src/kaiku.ts'

/** The package as it is built, against the program itself over HTTP. */
let built: typeof import('./src/kaiku.ts')
let world: World
let server: Awaited<ReturnType<typeof listen>>
let siteId: number
let key: string
beforeAll(async () => {
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
  execFileSync(process.execPath, [tsc, '-p', import.meta.dirname], { stdio: 'inherit' })
  const made = './dist/kaiku.js'
  built = (await import(made)) as typeof built
  world = await newWorld()
  server = await listen(world)
  siteId = (await makeSite(world.db)).id
  const scopes = { scopes: keyScopes, expiresAt: lastKeyEnd(world.now()) }
  key = await createSiteKey(world.db, { siteId, name: 'Kauppa', ...scopes }, world.now())
})
afterAll(async () => {
  await server.close()
  await world.end()
})

/** A way to the program on which the answers that are named are lost or changed. */
type Fault = 'lost' | 'before' | Response
const wayWith = (...given: readonly Fault[]) => {
  const faults = [...given]
  const sent: { url: string; key: string | null }[] = []
  const way: typeof fetch = async (url, init) => {
    sent.push({ url: String(url), key: new Headers(init?.headers).get('idempotency-key') })
    const fault = faults.shift()
    if (fault === 'before') throw new TypeError('fetch failed')
    if (typeof fault === 'object') return fault
    const answer = await fetch(url, init)
    if (fault === 'lost') throw new TypeError('fetch failed')
    return answer
  }
  return { sent, fetch: way }
}
const clientOn = (way: Partial<ReturnType<typeof wayWith>> = {}) =>
  new built.Kaiku({
    url: `${server.origin}/`,
    key,
    patience: { firstWait: 1, timeout: 5_000 },
    ...(way.fetch ? { fetch: way.fetch } : {}),
  })
const uses = () => world.db.selectFrom('use').selectAll().execute()

describe('the client package', () => {
  test('says whose key it is', async () => {
    expect(await clientOn().me()).toMatchObject({ isTest: false, sites: [{ id: siteId }] })
  })

  test('checks, records, lists and cancels', async () => {
    const { code } = await makeCard(world.db, world.keys, { children: 2 })
    const kaiku = clientOn()
    const { allowed, children } = await kaiku.checkCard({ code, siteId, children: 2 })
    expect({ allowed, children }).toEqual({ allowed: true, children: 2 })
    const use = await kaiku.recordUse({ code, siteId, adults: 1, children: 2, event: 'Talvikonsertti' })
    const [item] = await kaiku.recordUses([
      { key: 'b', code, siteId, adults: 1, children: 0, event: 'Kevätkonsertti' },
    ])
    expect(item).toMatchObject({ status: 201, replayed: false })
    const listed: ListedUse[] = []
    for await (const one of kaiku.uses({ siteId, limit: 1 })) listed.push(one)
    expect(listed).toHaveLength(2)
    expect(listed.map(({ id }) => id)).toContain(use.id)
    expect(JSON.stringify(listed)).not.toContain(code)
    expect(await kaiku.use(use.id)).toMatchObject({ id: use.id, state: 'recorded', cancelledAt: null })
    await kaiku.cancelUse(use.id, 'Peruttu')
    await kaiku.cancelUse(use.id, 'Peruttu')
    expect((await kaiku.use(use.id)).state).toBe('cancelled')
    const cancelled = await world.db.selectFrom('use_cancellation').select('use_id').execute()
    expect(cancelled).toEqual([{ use_id: use.id }])
  })

  test.each([
    ['an answer lost after it was recorded', ['lost'], 2],
    ['a request lost on its way, then an answer', ['before', 'lost'], 3],
    ['a page of a network that wants a sign-in', [new Response('<html>', { status: 200 })], 2],
    ['a busy server', [new Response('', { status: 502 })], 2],
  ] as [string, Fault[], number][])('%s: the same key again, and one use', async (_, faults, times) => {
    const { code } = await makeCard(world.db, world.keys)
    const before = (await uses()).length
    const way = wayWith(...faults)
    await clientOn(way).recordUse({ code, siteId, adults: 1, children: 0 })
    expect(await uses()).toHaveLength(before + 1)
    expect(way.sent).toHaveLength(times)
    expect(new Set(way.sent.map((one) => one.key)).size).toBe(1)
    expect(way.sent.map(({ url }) => url).join()).not.toContain(code)
  })

  test('gives up with the key in hand, and with it the use is recorded later', async () => {
    const { code } = await makeCard(world.db, world.keys)
    const before = (await uses()).length
    const way = wayWith('lost', 'before', 'before', 'before')
    const use = { code, siteId, adults: 1, children: 0 }
    const failure: unknown = await clientOn(way)
      .recordUse(use)
      .catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(built.KaikuUnreachable)
    const { idempotencyKey } = failure as InstanceType<typeof built.KaikuUnreachable>
    await clientOn().recordUse(use, idempotencyKey!)
    expect(await uses()).toHaveLength(before + 1)
  })

  test('a refusal is thrown at once, with words for people', async () => {
    const { code } = await makeCard(world.db, world.keys, { validUntil: '2026-05-03' })
    const way = wayWith()
    const refusal: unknown = await clientOn(way)
      .recordUse({ code, siteId, adults: 1, children: 0 })
      .catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(built.KaikuProblem)
    expect(refusal).toMatchObject({ type: 'card-expired', status: 409 })
    expect((refusal as InstanceType<typeof built.KaikuProblem>).endUserMessage!.sv).toMatch(/\w/)
    expect(way.sent).toHaveLength(1)
  })

  test('a long wait is not slept through with a queue at the counter', async () => {
    const body = JSON.stringify({ type: 'https://x/problems/rate-limited', status: 429, title: 'x' })
    const headers = { 'content-type': 'application/problem+json', 'retry-after': '600' }
    const way = wayWith(new Response(body, { status: 429, headers }))
    await expect(clientOn(way).checkCard({ code: 'x', siteId })).rejects.toMatchObject({
      type: 'rate-limited',
    })
    expect(way.sent).toHaveLength(1)
  })

  test('a webhook is ours when signed lately with either secret', async () => {
    const body = '{"type":"use.cancelled"}'
    const t = 1_770_000_000
    const hex = (secret: string) => createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')
    const signature = `t=${t},v1=${hex('new')},v1=${hex('old')}`
    const at = { now: t * 1_000 + 60_000 }
    expect(await built.isOurWebhook(signature, body, 'old', at)).toBe(true)
    expect(await built.isOurWebhook(signature, `${body} `, 'old', at)).toBe(false)
    expect(await built.isOurWebhook(signature, body, 'other', at)).toBe(false)
    expect(await built.isOurWebhook(signature, body, 'old', { now: t * 1_000 + 600_000 })).toBe(false)
  })
})
