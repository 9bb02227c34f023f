import { randomUUID } from 'node:crypto'
import type { Context, Hono } from 'hono'
import type { z } from 'zod'
import type { Permission, SiteScope } from '../access.ts'
import { actBy, type Pool, type Proof, type Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { type Day, dayOf } from '../lib/dates.ts'
import { writeAudit } from './audit.ts'
import { logFault } from './failing.tsx'
import { ApiProblem, printProblem, problem } from './problem.ts'
import { readJson, readText } from './request-body.ts'
import { respondPublic } from './respond.ts'
import type { Setting } from './setting.ts'

/** A program that may act: by a key of the public API, for the sites that let it, with its permissions. */
type Client = {
  keyId: string
  clientId: string
  scope: SiteScope
  proof: Proof
  permissions: readonly string[]
}

export type Call = {
  /** Known once the key has been asked for: by the frame, or by the row itself. */
  readonly client: Client
  /** The key as it was sent; empty when none was. */
  bearer: string
  /** For a row that asks for the key with its own facts: takes in whose it is, or refuses. */
  admit: (holder: Client | null) => Client
  /** For statements that are whole transactions by themselves and say by whose right they run. */
  db: Pool
  /** For all others: a transaction that acts by the key's right. */
  act: <T>(run: (db: Write) => Promise<T>) => Promise<T>
  now: Date
  today: Day
  keys: Keys
  query: URLSearchParams
  params: Record<string, string>
  /** `Idempotency-Key`, 1 to 255 printable characters, when the row asks for one. */
  idempotencyKey: string
  /** The body as it came, for telling a replay from another request. */
  bodyText: string
}

export type Reply = { status: 200 | 201 | 202; body: unknown; headers?: Record<string, string> }

/** What an answer holds, for the document that describes the API; the tests hold the answers to it. */
export type Answer = { what: string; schema: z.ZodType }

/** What a row says of itself, all of it in the printed document (OpenAPI 3.1). */
type Described = {
  /** One sentence, in English. */
  summary: string
  /** The names in the path, such as `:id`, and what may stand there. */
  params?: z.ZodObject
  query?: z.ZodObject
  /** By status. */
  answers: Partial<Record<Reply['status'], Answer>>
  /** The refusals of the row itself; those that every row can give stand in `generalProblems`. */
  problems?: readonly string[]
}

export type Endpoint = Described & {
  method: 'GET' | 'POST'
  path: string
  permission: Permission
  /** `everyone` needs no key. */
  holder: 'everyone' | 'api-key'
  needsIdempotencyKey: boolean
  /** True when the row asks for the key in the statement that reads its facts: one round trip the less. */
  findsKey: boolean
  body: z.ZodType | null
  run: (call: Call, body: never) => Promise<Reply>
  /** What the row answers to a key of a program that is being built (`kk_test_…`); without it such a key may not. */
  practise?: (call: Call, body: never) => Promise<Reply>
}

type Keyed<Body extends z.ZodType> = Described & {
  path: string
  permission: Permission
  body: Body
  run: (call: Call, body: z.output<Body>) => Promise<Reply>
  practise?: (call: Call, body: z.output<Body>) => Promise<Reply>
  idempotent?: true
  findsKey?: true
}

/** A row of the public API that a key may call. Refusals are thrown as `ApiProblem`. */
export const endpoint = <Body extends z.ZodType>({
  idempotent,
  findsKey,
  ...row
}: Keyed<Body>): Endpoint => ({
  method: 'POST',
  holder: 'api-key',
  needsIdempotencyKey: idempotent ?? false,
  findsKey: findsKey ?? false,
  ...(row as Omit<Keyed<Body>, 'run' | 'practise'> & Pick<Endpoint, 'run' | 'practise'>),
})

/** A row that a key reads by. */
export const reading = (
  row: Described &
    Pick<Endpoint, 'path' | 'permission'> & { run: (call: Call) => Promise<Reply> } & {
      practise?: (call: Call) => Promise<Reply>
    },
): Endpoint => ({
  method: 'GET',
  holder: 'api-key',
  needsIdempotencyKey: false,
  findsKey: false,
  body: null,
  ...row,
})

/** Open data: no key, and the answer may be kept while it stays the same. */
export const openData = ({
  run,
  ...row
}: Described & {
  path: string
  permission: Permission
  run: (
    call: Omit<Call, 'client' | 'bearer' | 'admit' | 'idempotencyKey' | 'bodyText'>,
  ) => Promise<{ type: string; body: string }>
}): Endpoint => ({
  method: 'GET',
  holder: 'everyone',
  needsIdempotencyKey: false,
  findsKey: false,
  body: null,
  ...row,
  run: (async (call: Call) => ({ status: 200, body: await run(call) })) as Endpoint['run'],
})

/** Told before anything is asked: what a program under test sends never reaches a real card. */
const isTestKey = (bearer: string) => bearer.startsWith('kk_test_')

type KeyLookup = (bearer: string, now: Date) => Promise<Client | null>

export const mountEndpoints = (app: Hono, endpoints: Endpoint[], setting: Setting, whoseKey: KeyLookup) => {
  for (const row of endpoints) app.on(row.method, row.path, (c) => serve(c, row, setting, whoseKey))
  app.all('/api/*', (c) => {
    const methods = endpoints.filter((row) => row.path === c.req.path).map(({ method }) => method)
    const response = refuse(problem(methods.length > 0 ? 'method-not-allowed' : 'not-found'), setting)
    if (methods.length > 0) response.headers.set('allow', methods.join(', '))
    return response
  })
}

const serve = async (c: Context, row: Endpoint, setting: Setting, whoseKey: KeyLookup): Promise<Response> => {
  const now = setting.clock()
  const bearer = bearerOf(c)
  let client: Client | null = null
  const admit = (holder: Client | null) => {
    if (!holder) throw problem('unauthorized')
    client = holder
    if (!holder.permissions.includes(row.permission)) throw problem('forbidden')
    return holder
  }
  const ask = async () => admit(bearer === '' ? null : await whoseKey(bearer, now))
  try {
    const isTest = row.holder === 'api-key' && isTestKey(bearer)
    if (row.holder === 'api-key' && (isTest || !row.findsKey)) await ask()
    if (isTest && !row.practise) throw problem('forbidden')
    const sent = await readSent(c, row).catch(async (error: unknown) => {
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
      query: new URL(c.req.url).searchParams,
      params: c.req.param() as Record<string, string>,
      idempotencyKey: sent.idempotencyKey,
      bodyText: sent.bodyText,
    }
    const run = isTest ? row.practise! : row.run
    return await send(c, row, await run(call, sent.body as never))
  } catch (error) {
    if (client && error instanceof ApiProblem) await auditRefusal(setting, row, client, error, now)
    return refuse(error, setting)
  }
}

/** The question as it was sent, read and of the form that the row asks for. */
const readSent = async (c: Context, row: Endpoint) => {
  const bodyText = row.body ? await readBody(c) : ''
  const idempotencyKey = row.needsIdempotencyKey ? readIdempotencyKey(c) : ''
  return { bodyText, idempotencyKey, body: row.body ? parse(row.body, bodyText) : undefined }
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

const send = (c: Context, row: Endpoint, reply: Reply) => {
  if (row.holder === 'everyone') {
    const { type, body } = reply.body as { type: string; body: string }
    return respondPublic(c.req.raw, {
      status: 200,
      type,
      body,
      headers: { 'access-control-allow-origin': '*' },
    })
  }
  return new Response(JSON.stringify(reply.body), {
    status: reply.status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...reply.headers },
  })
}

const bearerOf = (c: Context): string => {
  const [scheme, key] = (c.req.header('authorization') ?? '').split(' ')
  return scheme?.toLowerCase() === 'bearer' && key ? key : ''
}

const readBody = async (c: Context) => {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json\b/i.test(type)) throw problem('unsupported-media-type')
  const text = await readText(c.req.raw)
  if (text === null) throw problem('too-large')
  return text
}

const readIdempotencyKey = (c: Context) => {
  const key = (c.req.header('idempotency-key') ?? '').replace(/^"(.*)"$/, '$1')
  if (!/^[\x20-\x7e]{1,255}$/.test(key)) throw problem('idempotency-key-missing')
  return key
}

const parse = (schema: z.ZodType, text: string) => {
  const json = readJson(text)
  if (json === undefined) throw problem('malformed-json')
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  // Only where and what kind: the value itself is never repeated, it may be a card's code.
  const errors = parsed.error.issues.map((issue) => ({
    pointer: issue.path
      .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
      .join(''),
    code: issue.code ?? 'invalid',
    detail: issue.message,
  }))
  throw problem('validation-failed', { errors })
}

/** A refusal as problem+json; anything that is no refusal is a fault of ours, logged under the request's number. */
const refuse = (error: unknown, setting: Setting) => {
  const isProblem = error instanceof ApiProblem
  const refusal = isProblem ? error : problem('internal')
  const instance = isProblem ? randomUUID() : logFault(error, setting)
  const { status, retryAfter } = refusal.problem
  return new Response(JSON.stringify(printProblem(refusal, setting.origin(), instance)), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...(retryAfter ? { 'retry-after': String(retryAfter) } : {}),
    },
  })
}
