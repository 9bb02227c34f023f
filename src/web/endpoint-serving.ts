import { createHash, randomUUID } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { rolesOf } from '../access.ts'
import { actBy, type Write } from '../db/db.ts'
import { isDatabaseLost } from '../db/lost.ts'
import { dayOf } from '../lib/dates.ts'
import { writeAudit } from './audit.ts'
import type { Call, Client, Endpoint, Reply } from './endpoint.ts'
import { type Limits, limitHeaders, newLimits, type Turn } from './endpoint-limits.ts'
import { readSent } from './endpoint-reading.ts'
import { logFault } from './failing.tsx'
import { ApiProblem, printProblem, problem } from './problem.ts'
import { isUnchanged, respondPublic } from './respond.ts'
import type { Setting } from './setting.ts'

/** Told before anything is asked: what a program under test sends never reaches a real card. */
const isTestKey = (bearer: string) => bearer.startsWith('kk_test_')

type KeyLookup = (bearer: string, now: Date) => Promise<Client | null>
type Serving = { setting: Setting; whoseKey: KeyLookup; limits: Limits }

/** Mounts the rows of the public API, and answers for every other address under `/api/`. */
export const mountEndpoints = (app: Hono, endpoints: Endpoint[], setting: Setting, whoseKey: KeyLookup) => {
  const serving = { setting, whoseKey, limits: newLimits() }
  for (const row of endpoints) app.on(row.method, row.path, (c) => serve(c, row, serving))
  const patterns = endpoints.map(({ method, path }) => ({ method, at: patternOf(path) }))
  app.all('/api/*', (c) => {
    const methods = patterns.filter(({ at }) => at.test(c.req.path)).map(({ method }) => method)
    const allowed = [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))]
    const refusal = problem(allowed.length > 0 ? 'method-not-allowed' : 'not-found')
    return refuse(refusal, setting, allowed.length > 0 ? { allow: allowed.join(', ') } : {})
  })
}

/** Which addresses a path with names stands for. */
const patternOf = (path: string) =>
  new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`)

/** What is open to everyone is open to every key; all else only to a key that names it. */
const mayKey = ({ permissions }: Client, { permission }: Endpoint) =>
  permissions.includes(permission) || rolesOf(permission).includes('everyone')

const serve = async (
  c: Context,
  row: Endpoint,
  { setting, whoseKey, limits }: Serving,
): Promise<Response> => {
  const now = setting.clock()
  const bearer = bearerOf(c)
  let client: Client | null = null
  let turn: Turn | null = null
  const count = (taken: Turn | null) => {
    turn = taken
    if (taken && taken.wait > 0) throw problem('rate-limited', { retryAfter: taken.wait })
  }
  const admit = (holder: Client | null) => {
    if (!holder) throw problem('unauthorized')
    if (!turn) count(limits.takeFirst(bearer, holder.clientId, now))
    client = holder
    if (!mayKey(holder, row)) throw problem('forbidden')
    return holder
  }
  const ask = async () => admit(bearer === '' ? null : await whoseKey(bearer, now))
  try {
    const isKeyed = row.holder === 'api-key'
    const isTest = isKeyed && isTestKey(bearer)
    if (isKeyed) count(limits.takeKnown(bearer, now))
    if (isKeyed && (isTest || !row.findsKey)) await ask()
    if (isTest && !row.practise) throw problem('forbidden')
    const sent = await readSent(c, row, isTest).catch(async (error: unknown) => {
      // Whoever has no right to ask is told that, and not what was wrong with the question.
      if (row.findsKey && !isTest) await ask()
      throw error
    })
    const call: Call = {
      get client() {
        if (!client) throw new Error('Nobody has asked yet whose key this is')
        return client
      },
      ...{ bearer, admit },
      db: setting.pool,
      act: <T>(run: (db: Write) => Promise<T>) =>
        setting.pool.transaction().execute(async (db) => {
          await actBy(db, client?.proof ?? null)
          return run(db)
        }),
      now,
      today: dayOf(now),
      keys: setting.keys,
      localWebhooks: setting.localWebhooks ?? false,
      query: sent.query,
      params: sent.params,
      idempotencyKey: sent.idempotencyKey,
      bodyText: sent.bodyText,
      origin: setting.origin(),
    }
    const run = isTest ? row.practise! : row.run
    return await send(c, row, await run(call as Call<never, never>, sent.body as never), {
      ...limitHeaders(turn),
      ...ageHeaders(row, setting),
    })
  } catch (error) {
    if (client && error instanceof ApiProblem) await auditRefusal(setting, row, client, error, now)
    return refuse(error, setting, { ...limitHeaders(turn), ...ageHeaders(row, setting) })
  }
}

/** What a key may not do, what does not exist for it, what a rule forbids, and too many guesses; not a body misspelt. */
const audited = [403, 404, 409, 429]

const auditRefusal = async (
  { pool }: Setting,
  { permission }: Endpoint,
  { keyId }: Client,
  { problem: { type, status } }: ApiProblem,
  at: Date,
) => {
  if (!audited.includes(status)) return
  const by = { at, actor: `key:${keyId}`, role: null, permission }
  await writeAudit(pool, { ...by, outcome: 'refused', subject: { problems: type } })
}

/** Of an address that will go: since when one should not use it (RFC 9745), and when it goes (RFC 8594). */
const ageHeaders = ({ deprecated }: Endpoint, setting: Setting): Record<string, string> => {
  if (!deprecated) return {}
  const { since, until, instead } = deprecated
  return {
    deprecation: `@${Date.parse(since) / 1000}`,
    ...(until ? { sunset: new Date(until).toUTCString() } : {}),
    ...(instead ? { link: `<${setting.origin()}${instead}>; rel="successor-version"` } : {}),
  }
}

const send = (c: Context, row: Endpoint, reply: Reply, more: Record<string, string>) => {
  if (row.holder === 'everyone') {
    const { type, body } = reply.body as { type: string; body: string }
    const headers = { 'access-control-allow-origin': '*', ...more }
    return respondPublic(c.req.raw, { status: 200, type, body, headers })
  }
  const body = JSON.stringify(reply.body)
  const etag = `"${createHash('sha1').update(body).digest('base64url')}"`
  const headers = {
    'content-type': row.type,
    ...(row.method === 'GET'
      ? { etag, 'cache-control': 'private, no-cache', vary: 'authorization' }
      : { 'cache-control': 'no-store' }),
    ...more,
    ...reply.headers,
  }
  if (row.method === 'GET' && isUnchanged(c.req.raw, etag))
    return new Response(null, { status: 304, headers })
  return new Response(body, { status: reply.status, headers })
}

const bearerOf = (c: Context): string => {
  const [scheme, key] = (c.req.header('authorization') ?? '').split(' ')
  return scheme?.toLowerCase() === 'bearer' && key ? key : ''
}

/** A database that is away comes back: then the same request, with the same key, may be sent again. */
const faultOf = (error: unknown) =>
  isDatabaseLost(error) ? problem('unavailable', { retryAfter: 2 }) : problem('internal')

/** A refusal as problem+json; anything that is no refusal is a fault of ours, logged under the request's number. */
const refuse = (error: unknown, setting: Setting, more: Record<string, string>) => {
  const isProblem = error instanceof ApiProblem
  const refusal = isProblem ? error : faultOf(error)
  const instance = isProblem ? randomUUID() : logFault(error, setting)
  const { status, retryAfter } = refusal.problem
  return new Response(JSON.stringify(printProblem(refusal, setting.origin(), instance)), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...(retryAfter ? { 'retry-after': String(retryAfter) } : {}),
      ...more,
    },
  })
}
