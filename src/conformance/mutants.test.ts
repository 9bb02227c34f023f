import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { createSiteKey } from '../accounts/key-queries.ts'
import { keyScopes, lastKeyEnd } from '../accounts/key-rules.ts'
import { allChecks, runChecks } from './run.ts'

type Next = (request: Request) => Promise<Response>
/** What stands between the run and the program, and breaks one promise of it. */
type Mutant = (request: Request, next: Next) => Promise<Response>

const honest: Mutant = (request, next) => next(request)

let world: World
let key: string
let mutant = honest
const servers: Server[] = []
let elsewhere = 0

const open = async (fetch: (request: Request) => Promise<Response>) => {
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }) as Server
  servers.push(server)
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Asks for an answer that can be read and changed on the way: not a compressed one. */
const plainly: Next = async (request) => {
  const headers = new Headers(request.headers)
  headers.delete('accept-encoding')
  return world.app.fetch(new Request(request, { headers }))
}

let origin: string
let otherOrigin: string
beforeAll(async () => {
  world = await newWorld()
  const site = await makeSite(world.db, { category: 'culture' })
  await makeSite(world.db)
  const scopes = { scopes: keyScopes, expiresAt: lastKeyEnd(world.now()), isTest: true }
  key = await createSiteKey(world.db, { siteId: site.id, name: 'Esimerkkilippu', ...scopes }, world.now())
  origin = await open((request) => mutant(request, plainly))
  otherOrigin = await open(async () => {
    elsewhere += 1
    return Response.json({})
  })
})
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  await world.end()
})
beforeEach(async () => {
  mutant = honest
  await world.call('POST', '/api/v1/sandbox-resets', key, {})
})

const run = async (ids: readonly string[]) => {
  const checks = allChecks.filter(({ id }) => ids.includes(id))
  const report = await runChecks({ origin, key, at: world.now(), checks })
  return { report, failed: report.results.flatMap(({ id, outcome }) => (outcome === 'fail' ? [id] : [])) }
}

type Body = Record<string, unknown>
const isTo = ({ method, url }: Request, wanted: string, path: string) =>
  method === wanted && new URL(url).pathname === path

/** Changes the JSON of an answer. */
const changed = async (answer: Response, change: (body: Body) => unknown, status = answer.status) => {
  if (!/json/.test(answer.headers.get('content-type') ?? '')) return answer
  const body = change((await answer.json()) as Body)
  const headers = new Headers(answer.headers)
  return new Response(JSON.stringify(body), { status, headers })
}
const everyAnswer =
  (change: (body: Body) => unknown): Mutant =>
  async (request, next) =>
    changed(await next(request), change)
const everyRefusal =
  (change: (body: Body) => unknown): Mutant =>
  async (request, next) => {
    const answer = await next(request)
    return answer.status >= 400 ? changed(answer, change) : answer
  }
const answersTo =
  (method: string, path: string, change: (body: Body) => unknown): Mutant =>
  async (request, next) => {
    const answer = await next(request)
    return isTo(request, method, path) ? changed(answer, change) : answer
  }
const without =
  (...names: string[]): Mutant =>
  async (request, next) => {
    const answer = await next(request)
    const headers = new Headers(answer.headers)
    for (const name of names) headers.delete(name)
    return new Response(answer.body, { status: answer.status, headers })
  }
/** Changes what is asked: its headers, or its body. */
const asking =
  (headers: (all: Headers) => void, body: (text: string) => string = (text) => text): Mutant =>
  async (request, next) => {
    const all = new Headers(request.headers)
    headers(all)
    all.delete('content-length')
    const { method } = request
    const text = await request.text()
    return next(
      new Request(request.url, { method, headers: all, ...(text === '' ? {} : { body: body(text) }) }),
    )
  }
const sending = (body: (text: string) => string) => asking(() => {}, body)
const status =
  (from: number, to: number): Mutant =>
  async (request, next) => {
    const answer = await next(request)
    return answer.status === from
      ? new Response(answer.body, { status: to, headers: answer.headers })
      : answer
  }
const rows = (body: Body) => body.uses as Body[]

/** The second request with a key gets another one, as where two at once do not know of each other. */
const careless = (): Mutant => {
  const seen = new Set<string>()
  return async (request, next) => {
    const sent = request.headers.get('idempotency-key')
    if (sent === null || !seen.has(sent)) {
      seen.add(sent ?? '')
      return next(request)
    }
    return asking((all) => all.set('idempotency-key', `${sent}-second`))(request, next)
  }
}

const counting = (): Mutant => {
  let practised = 0
  return async (request, next) => {
    const answer = await next(request)
    if (isTo(request, 'POST', '/api/v1/uses') && answer.status === 201) practised += 1
    if (!isTo(request, 'GET', '/api/v1/statistics/uses')) return answer
    return changed(answer, (body) => ({ ...body, rows: [...(body.rows as Body[]), { total: practised }] }))
  }
}

const say = (status: number, body: object, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers })

const mutants: [what: string, mutant: Mutant, found: string[]][] = [
  [
    'a refusal without words for people',
    everyRefusal(({ endUserMessage: _, ...body }) => body),
    ['refusal.message', 'document.answers'],
  ],
  [
    'a refusal in one language three times',
    everyRefusal((body) => ({ ...body, endUserMessage: { fi: 'Ei käy.', sv: 'Ei käy.', en: 'Ei käy.' } })),
    ['refusal.message'],
  ],
  [
    'a refusal without its number',
    everyRefusal(({ instance: _, ...body }) => body),
    ['refusal.form', 'document.answers'],
  ],
  [
    'a refusal that says another status',
    everyRefusal((body) => ({ ...body, status: 400 })),
    ['refusal.form'],
  ],
  [
    'pointers to where nothing was sent',
    everyRefusal(({ errors, ...body }) => ({
      ...body,
      ...(errors
        ? { errors: (errors as Body[]).map((one) => ({ ...one, pointer: `/body${one.pointer}` })) }
        : {}),
    })),
    ['request.form', 'refusal.pointers'],
  ],
  [
    'types without a page',
    async (request, next) =>
      new URL(request.url).pathname.startsWith('/problems/')
        ? new Response('', { status: 404 })
        : next(request),
    ['refusal.pages'],
  ],
  [
    'forgetting keys',
    asking((all) => all.has('idempotency-key') && all.set('idempotency-key', crypto.randomUUID())),
    ['idempotency.replay', 'idempotency.other-body', 'idempotency.cancelled', 'idempotency.at-once'],
  ],
  ['a replay that does not say so', without('idempotency-replayed'), ['idempotency.replay', 'batch.whole']],
  [
    'a key made up where none was sent',
    asking((all) => !all.has('idempotency-key') && all.set('idempotency-key', crypto.randomUUID())),
    ['idempotency.missing'],
  ],
  ['two at once recorded twice', careless(), ['idempotency.at-once']],
  [
    'a code in the body',
    answersTo('POST', '/api/v1/uses', (body) => ({ ...body, link: '/c/test0/001d5' })),
    ['privacy.codes'],
  ],
  [
    'a code in Location',
    async (request, next) => {
      const answer = await next(request)
      const headers = new Headers(answer.headers)
      if (answer.status === 201) headers.set('location', '/api/v1/cards/TESTO-OO1D5')
      return new Response(answer.body, { status: answer.status, headers })
    },
    ['privacy.codes'],
  ],
  ['409 as 200', status(409, 200), ['card.expired', 'card.limit', 'use.repeated']],
  [
    'every card taken when checked',
    answersTo('POST', '/api/v1/card-checks', (body) => ({ ...body, allowed: true, reason: null })),
    ['card.expired', 'card.unknown'],
  ],
  ['a slow card that is quick', sending((text) => text.replace('TEST0-012V8', 'TEST0-001D5')), ['card.slow']],
  ['503 without Retry-After', without('retry-after'), ['card.unavailable']],
  [
    'codes read letter by letter',
    async (request, next) => {
      const { code } = JSON.parse((await request.clone().text()) || '{}') as { code?: string }
      const isTyped = code !== undefined && !/^TEST\d-[0-9A-Z]{5}$/.test(code)
      return isTyped
        ? say(422, { type: 'https://kaiku.example/problems/card-code-malformed' })
        : next(request)
    },
    ['card.typed'],
  ],
  [
    'the last row of each page lost',
    answersTo('GET', '/api/v1/uses', (body) =>
      body.nextCursor ? { ...body, uses: rows(body).slice(0, -1) } : body,
    ),
    ['list.pages'],
  ],
  [
    'the first row of each further page twice',
    answersTo('GET', '/api/v1/uses', (body) =>
      body.nextCursor ? { ...body, uses: [...rows(body), rows(body)[0]] } : body,
    ),
    ['list.pages'],
  ],
  [
    'a recorded use that is in no list',
    answersTo('GET', '/api/v1/uses', (body) => ({
      ...body,
      uses: rows(body).filter((row) => row.event !== 'Lumikuningatar'),
    })),
    ['use.recorded'],
  ],
  [
    'a cancelled use listed as standing',
    answersTo('GET', '/api/v1/uses', (body) => ({
      ...body,
      uses: rows(body).map((row) => ({ ...row, cancelledAt: null })),
    })),
    ['cancel.once'],
  ],
  [
    'a second cancellation refused',
    (() => {
      const seen = new Set<string>()
      return async (request, next) => {
        const { pathname } = new URL(request.url)
        if (!pathname.endsWith('/cancellation') || !seen.has(pathname)) {
          seen.add(pathname)
          return next(request)
        }
        return say(410, { type: 'https://kaiku.example/problems/undo-too-late' })
      }
    })(),
    ['cancel.again'],
  ],
  ['no ETag', without('etag'), ['list.unchanged']],
  ['no RateLimit', without('ratelimit'), ['limits.headers']],
  ['anybody let in', asking((all) => all.set('authorization', `Bearer ${key}`)), ['key.none', 'key.wrong']],
  [
    'another’s site forbidden instead of unknown',
    status(404, 403),
    ['key.other-site', 'key.other-use', 'refusal.form'],
  ],
  [
    'unknown fields ignored',
    sending((text) => text.replace('"adluts":2', '"adults":2')),
    ['request.unknown-field'],
  ],
  ['any type of body', asking((all) => all.set('content-type', 'application/json')), ['request.type']],
  ['any type of answer', asking((all) => all.set('accept', '*/*')), ['request.accept']],
  [
    'half a batch recorded',
    sending((text) => text.replace('all-or-nothing', 'per-item')),
    ['batch.whole', 'batch.nothing'],
  ],
  [
    'a large batch that is not recorded',
    async (request, next) =>
      isTo(request, 'POST', '/api/v1/use-batches')
        ? say(201, { items: Array.from({ length: 500 }, () => ({ status: 201 })) })
        : next(request),
    ['batch.most'],
  ],
  [
    'a sandbox that is never emptied',
    async (request, next) =>
      isTo(request, 'POST', '/api/v1/sandbox-resets') ? say(200, { removed: 1 }) : next(request),
    ['sandbox.reset'],
  ],
  ['practice counted', counting(), ['sandbox.uncounted']],
  [
    'an older document',
    answersTo('GET', '/api/v1/openapi.json', (body) => ({ ...body, openapi: '3.0.3' })),
    ['document.version'],
  ],
  [
    'a document that leaves something out',
    answersTo('GET', '/api/v1/openapi.json', ({ paths, ...body }) => {
      const { '/api/v1/use-batches': _, ...rest } = paths as Body
      return { ...body, paths: rest }
    }),
    ['document.operations'],
  ],
  [
    'a field less than the document says',
    answersTo('POST', '/api/v1/uses', ({ usedOn: _, ...body }) => body),
    ['document.answers'],
  ],
  [
    'a redirect to another host',
    async (request, next) =>
      isTo(request, 'POST', '/api/v1/card-checks')
        ? Response.redirect(`${otherOrigin}/api/v1/card-checks`, 307)
        : next(request),
    ['card.valid', 'card.expired', 'transport.redirects'],
  ],
  [
    'secrets of webhooks told again',
    everyAnswer((body) => ('rows' in body ? { ...body, seen: secretSeen } : remember(body))),
    ['webhook.life'],
  ],
]

let secretSeen = ''
const remember = (body: Body) => {
  if (typeof body.secret === 'string') secretSeen = body.secret
  return body
}

/** What every one is tried with beside: an honest promise is not called broken. */
const beside = ['card.valid', 'card.expired', 'card.list', 'transport.redirects']

test.each(mutants)('%s is found', async (_, made, found) => {
  mutant = made
  elsewhere = 0
  const { failed } = await run([...beside, ...found])
  expect(failed.sort()).toEqual([...found].sort())
  expect(elsewhere).toBe(0)
})

test('the key stands in no report, also where an installation repeats it', async () => {
  mutant = everyAnswer((body) => ('allowed' in body ? { ...body, reason: `Bearer ${key}` } : body))
  const { report, failed } = await run(['card.valid'])
  expect(failed).toEqual(['card.valid'])
  expect(JSON.stringify(report)).toContain('(the key)')
  expect(JSON.stringify(report)).not.toContain(key)
})

test.each<[string, Mutant, RegExp]>([
  [
    'a key that the installation takes for a live one',
    answersTo('GET', '/api/v1/me', (body) => ({ ...body, isTest: false })),
    /does not call this a test key/,
  ],
  ['a key that is not known', status(200, 401), /not known/],
  [
    'a program without a site',
    answersTo('GET', '/api/v1/me', (body) => ({ ...body, sites: [] })),
    /No site has let/,
  ],
  [
    'a key without a scope',
    answersTo('GET', '/api/v1/me', (body) => ({ ...body, scopes: ['cards.check'] })),
    /lacks the scopes uses\.create/,
  ],
])('%s is tried with nothing', async (_, made, sentence) => {
  const asked: string[] = []
  mutant = (request, next) => {
    asked.push(request.method)
    return made(request, next)
  }
  await expect(run(beside)).rejects.toThrow(sentence)
  expect(asked).toEqual(['GET'])
})
