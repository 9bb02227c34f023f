import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Broken,
  brokenRequest,
  fits,
  type Known,
  type Operation,
  type Sent,
  untold,
  validRequest,
} from '../test/api-fuzz.ts'
import { digestOf } from '../test/imports.ts'
import { makeCard, makeMunicipality, makeSite, makeUnit, makeUse } from '../test/makers.ts'
import { newWorld, type World } from '../test/world.ts'
import { createApiClient, createApiKey } from './accounts/key-queries.ts'
import { type KeyScope, keyScopes } from './accounts/key-rules.ts'
import { endpoints } from './app.tsx'
import { templateOf } from './web/openapi.ts'

/**
 * Every operation of the printed document, asked as it says and otherwise: it answers only what is documented, in the
 * form that is documented, and what it refuses leaves nothing behind. `FUZZ=500` makes 500 valid and 1,500 broken
 * requests of each; `FUZZ_SEED` begins elsewhere.
 */
const valid = Number(process.env.FUZZ ?? 15)
const seed = Number(process.env.FUZZ_SEED ?? 1)
const seconds = 20 + valid * 8

let world: World
let operations: Map<string, Operation>
let everything: Known
let webhooks: string[]
const bearers: Record<Sent['by'], string | null> = {
  none: null,
  wrong: 'kk_live_00000000_x',
  live: '',
  test: '',
  powerless: '',
}

beforeAll(async () => {
  world = await newWorld()
  const { db, keys, now } = world
  const municipality = await makeMunicipality(db, { name: 'Kajaani' })
  const unit = await makeUnit(db, { municipality })
  const site = await makeSite(db, { municipality, name: 'Esimerkkiteatteri' })
  const other = await makeSite(db, { municipality, name: 'Esimerkkihalli', category: 'sports' })
  const foreign = await makeSite(db, { name: 'Esimerkkimuseo' })
  const card = (given: Parameters<typeof makeCard>[2]) => makeCard(db, keys, { unit, ...given })
  const open = await card({ children: 2 })
  const cards = [
    ...[open, await card({ type: 'community', children: 5 }), await card({ stock: true })],
    ...[await card({ registeredOn: '2024-01-02' }), await card({ state: 'lost', closedOn: '2026-03-01' })],
  ]
  const uses = await Promise.all([1, 2, 3].map(() => makeUse(db, { card: open, site, usedAt: now() })))
  const keyFor = async (scopes: readonly KeyScope[], isTest = false) => {
    const given = { name: 'Esimerkkilippu', siteIds: [site.id, other.id], isTest, actor: 'test' }
    const clientId = await createApiClient(db, given, now())
    const expiresAt = new Date(now().getTime() + 360 * 86_400_000)
    return createApiKey(db, { clientId, name: 'kassa', scopes: [...scopes], expiresAt }, now())
  }
  bearers.live = await keyFor(keyScopes)
  bearers.test = await keyFor(keyScopes, true)
  bearers.powerless = await keyFor([])
  await db
    .updateTable('site')
    .set({
      kinds: ['ticket', 'course-place'],
      keeps_unrecognised: true,
      keeps_unrecognised_from: '2026-01-01',
    })
    .execute()
  const made = async (path: string, by: string | null, body: object) => {
    const headers = { 'idempotency-key': randomUUID() }
    const answer = await world.call('POST', `/api/v1/${path}`, by, body, headers)
    return ((await answer.json()) as { id: string }).id
  }
  const webhook = { url: 'https://esimerkki.example/kaiku', events: ['use.cancelled'] }
  webhooks = [await made('webhooks', bearers.live, webhook), await made('webhooks', bearers.test, webhook)]
  const given = { siteId: site.id, adults: 1, children: 0, given: true }
  const waiting = await made('uses', bearers.live, { ...given, code: (await card({ stock: true })).code })
  const at = (minutes: number) => new Date(now().getTime() - minutes * 60_000).toISOString()
  everything = {
    code: [open, open, open, ...cards].map(({ code }) => code),
    siteId: [site.id, site.id, other.id, other.id, foreign.id],
    id: [site.id, other.id, 999_999, ...uses.map(({ id }) => id), waiting, randomUUID()],
    municipality: [municipality.id],
    area: [municipality.areaId],
    usedAt: [0, 5, 60, 60 * 24].map(at),
    adults: [0, 1],
    children: [0, 1, 2],
    companions: [0, 1],
    event: ['Lumikuningatar', 'Avoin sauna'],
    eventOn: ['2026-05-05', '2026-06-01'],
    kind: ['ticket', 'ticket', 'course-place', 'season-pass'],
    url: [1, 2, 3, 4, 5].map((number) => `https://esimerkki.example/kaiku/${number}`),
    soldAt: [5, 60 * 24].map(at),
    from: ['2015', '2026-01', '2026-01-01'],
    until: ['2026', '2026-05', '2026-05-04'],
  }
  const printed = await world.call('GET', '/api/v1/openapi.json', null)
  const { paths } = (await printed.json()) as { paths: Record<string, Record<string, Operation>> }
  operations = new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => {
        const given = { ...operation, method: method.toUpperCase(), path }
        return [`${given.method} ${path}`, given] as const
      }),
    ),
  )
}, 60_000)
afterAll(() => world.end())

/** What one operation has ended is there for the next. */
const standAgain = () =>
  world.db.updateTable('webhook').set({ ended_at: null }).where('id', 'in', webhooks).execute()

/** With a cursor of this very list, where it has one. */
const knownFor = async (operation: Operation): Promise<Known> => {
  const known = operation.path.startsWith('/api/v1/webhooks/') ? { ...everything, id: webhooks } : everything
  if (!operation.parameters.some(({ name }) => name === 'cursor')) return known
  const first = await world.call('GET', `${operation.path}?limit=1&siteId=${known.siteId![0]}`, bearers.live)
  const { nextCursor } = (await first.json()) as { nextCursor?: string | null }
  return nextCursor ? { ...known, cursor: [nextCursor] } : known
}

const ask = (operation: Operation, { path, query, headers, body, by }: Sent) => {
  world.later(0.1 / 60)
  const at = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(path[name]!.toWellFormed()),
  )
  return world.call(operation.method, `${at}?${new URLSearchParams(query)}`, bearers[by], body, headers)
}

/** Holds an answer to the document. @returns its status */
const judge = async (operation: Operation, reply: Response, sent: Sent | Broken) => {
  const { status } = reply
  const said = await reply.text()
  const told = JSON.stringify({ ...sent, status, said }).slice(0, 3000)
  expect(world.logged.splice(0), told).toEqual([])
  expect(Object.keys(operation.responses), told).toContain(String(status))
  expect(status, told).toBeLessThan(500)
  const documented = operation.responses[status]!
  const type = reply.headers.get('content-type')!.replace(/;.*/, '')
  expect(Object.keys(documented.content ?? {}), told).toEqual([type])
  if (type === 'text/csv') return status
  const answer = JSON.parse(said) as Record<string, unknown>
  if (documented['x-problem-types']) {
    expect(documented['x-problem-types'], told).toContain(String(answer.type).split('/').at(-1))
    expect(Object.keys(answer.endUserMessage ?? {}), told).toEqual(['fi', 'sv', 'en'])
    expect(answer.status, told).toBe(status)
    return status
  }
  const { schema } = documented.content![type]!
  expect(fits(schema, answer), told).toBe(true)
  expect(untold(schema, answer), told).toEqual([])
  return status
}

/** All that is kept, but for the log, the counters of misses, and the days on which keys were used. */
const kept = async () => {
  const { audit, rate_limit, api_key, ...rest } = await digestOf(world)
  return rest
}
const forgetMisses = () => world.db.deleteFrom('rate_limit').execute()

/** What was answered once is answered again, and is one thing all the same. */
const repeat = async (operation: Operation, sent: Sent, status: number) => {
  const state = await kept()
  const again = await ask(operation, sent)
  expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([status, 'true'])
  const { use } = await kept()
  expect(use).toEqual(state.use)
}

test('the document has every row, and no other', () =>
  expect([...operations.keys()].sort()).toEqual(
    endpoints.map(({ method, path }) => `${method} ${templateOf(path)}`).sort(),
  ))

const counts: Record<string, Record<number, number>> = {}
const tally = (name: string, status: number) => {
  counts[name] = { ...counts[name], [status]: (counts[name]?.[status] ?? 0) + 1 }
}
afterAll(() => {
  if (process.env.FUZZ) console.table(counts)
})

describe.each(endpoints.map((row) => ({ ...row, name: `${row.method} ${templateOf(row.path)}` })))(
  '$name',
  ({ name, method }) => {
    test(
      'asked as the document says, it answers as the document says, and a refusal writes nothing',
      async () => {
        const operation = operations.get(name)!
        await standAgain()
        const before = method === 'GET' ? await kept() : null
        for (const sent of fc.sample(validRequest(operation, await knownFor(operation)), {
          numRuns: valid,
          seed,
        })) {
          const state = method === 'GET' ? null : await kept()
          const status = await judge(operation, await ask(operation, sent), sent)
          tally(`${name} valid`, status)
          if (state && status >= 400) expect(await kept(), JSON.stringify(sent)).toEqual(state)
          if (status < 300 && 'idempotency-key' in sent.headers) await repeat(operation, sent, status)
          await forgetMisses()
        }
        if (before) expect(await kept()).toEqual(before)
      },
      seconds * 1000,
    )

    test(
      'asked otherwise, it refuses and writes nothing',
      async () => {
        const operation = operations.get(name)!
        await standAgain()
        const before = await kept()
        for (const sent of fc.sample(brokenRequest(operation, await knownFor(operation)), {
          numRuns: valid * 3,
          seed,
        })) {
          const status = await judge(operation, await ask(operation, sent), sent)
          tally(`${name} broken`, status)
          expect(status, JSON.stringify(sent).slice(0, 3000)).toBeGreaterThanOrEqual(400)
        }
        expect(await kept()).toEqual(before)
        await forgetMisses()
      },
      seconds * 1000,
    )
  },
)
