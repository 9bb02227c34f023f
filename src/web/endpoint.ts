import type { z } from 'zod'
import type { Permission, SiteScope } from '../access.ts'
import type { Pool, Proof, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import type { Day } from '../lib/dates.ts'

/** A program that may act: by a key of the public API, for the sites that let it, with its permissions. */
export type Client = {
  keyId: string
  clientId: string
  scope: SiteScope
  proof: Proof
  permissions: readonly string[]
}

/** What a row is called with; `params` and `query` as its own schemas read them. */
export type Call<Params = unknown, Query = unknown> = {
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
  query: Query
  params: Params
  /** `Idempotency-Key`, 1 to 255 printable characters, when the row asks for one. */
  idempotencyKey: string
  /** The body as it came, for telling a replay from another request. */
  bodyText: string
}

export type Reply = { status: 200 | 201 | 202; body: unknown; headers?: Record<string, string> }

/** What an answer holds, for the document that describes the API; the tests hold the answers to it. */
type Answer = { what: string; schema: z.ZodType; example?: unknown }

/** An address that will go: `since` and `until` are days, a year apart at least; `instead` is the path to use. */
type Deprecation = { since: Day; until?: Day; instead?: string }

type Shape = z.ZodObject
type None = z.ZodObject<Record<never, never>>

/** What a row says of itself, all of it in the printed document (OpenAPI 3.1). */
type Described<Params extends Shape = Shape, Query extends Shape = Shape> = {
  /** One sentence, in English. */
  summary: string
  /** The names in the path, such as `:id`, and what may stand there. */
  params?: Params
  query?: Query
  /** By status. */
  answers: Partial<Record<Reply['status'], Answer>>
  /** The refusals of the row itself; those that every row can give stand in `generalProblems`. */
  problems?: readonly string[]
  /** A body that could be sent; without it the document makes one from the schema. */
  example?: unknown
  deprecated?: Deprecation
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
  /** The media type of what is answered. */
  type: string
  run: (call: Call<never, never>, body: never) => Promise<Reply>
  /** What the row answers to a key of a program that is being built (`kk_test_…`); without it such a key may not. */
  practise?: (call: Call<never, never>, body: never) => Promise<Reply>
}

type CallOf<Params extends Shape, Query extends Shape> = Call<z.output<Params>, z.output<Query>>

type Keyed<Body extends z.ZodType, Params extends Shape, Query extends Shape> = Described<Params, Query> & {
  path: string
  permission: Permission
  body: Body
  run: (call: CallOf<Params, Query>, body: z.output<Body>) => Promise<Reply>
  practise?: (call: CallOf<Params, Query>, body: z.output<Body>) => Promise<Reply>
  idempotent?: true
  findsKey?: true
}

const json = 'application/json'

/** A row of the public API that a key may call. Refusals are thrown as `ApiProblem`. */
export const endpoint = <Body extends z.ZodType, Params extends Shape = None, Query extends Shape = None>({
  idempotent,
  findsKey,
  ...row
}: Keyed<Body, Params, Query>): Endpoint => ({
  method: 'POST',
  holder: 'api-key',
  needsIdempotencyKey: idempotent ?? false,
  findsKey: findsKey ?? false,
  type: json,
  ...(row as Omit<Keyed<Body, Params, Query>, 'run' | 'practise'> & Pick<Endpoint, 'run' | 'practise'>),
})

const asking = { method: 'GET', needsIdempotencyKey: false, findsKey: false, body: null, type: json } as const

/** A row that a key reads by. The answer has an ETag: nothing is sent again while it stays the same. */
export const reading = <Params extends Shape = None, Query extends Shape = None>(
  row: Described<Params, Query> &
    Pick<Endpoint, 'path' | 'permission'> & {
      run: (call: CallOf<Params, Query>) => Promise<Reply>
      practise?: (call: CallOf<Params, Query>) => Promise<Reply>
    },
): Endpoint => ({ ...asking, holder: 'api-key', ...row })

/** What is there without a key: whoever asks, nobody is acting. */
type OpenCall<Params extends Shape, Query extends Shape> = Omit<
  CallOf<Params, Query>,
  'client' | 'bearer' | 'admit' | 'idempotencyKey' | 'bodyText'
>

/** Open data: no key, and the answer may be kept while it stays the same. */
export const openData = <Params extends Shape = None, Query extends Shape = None>({
  run,
  ...row
}: Described<Params, Query> & {
  path: string
  permission: Permission
  /** The media type of what is answered; JSON unless said. */
  type?: string
  run: (call: OpenCall<Params, Query>) => Promise<{ type: string; body: string }>
}): Endpoint => ({
  ...asking,
  holder: 'everyone',
  ...row,
  run: async (call: Call<never, never>) => ({ status: 200, body: await run(call) }),
})
