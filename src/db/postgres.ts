import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { actBy, type Connection, type Pool } from './db.ts'
import type { Database } from './schema.ts'

// Days stay text and counts stay numbers, as on the embedded database.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/**
 * A statement that opens with a comment that names it (or with `select` and that) is prepared once per connection under that
 * name: the hot statements skip parsing and planning. All others are sent as they are, since their texts vary.
 */
const nameOf = (text: string) => /^(?:select )?\/\* ([a-z.-]+) \*\//.exec(text)?.[1]

const texts = new Map<string, string>()
/** A second text under a name that is taken would be refused: it is sent without a name. */
const freeNameOf = (text: string): string | undefined => {
  const name = nameOf(text)
  if (name === undefined) return undefined
  if (!texts.has(name)) texts.set(name, text)
  return texts.get(name) === text ? name : undefined
}

type Query = (config: unknown, ...rest: unknown[]) => unknown
const prepareNamed = (client: pg.PoolClient) => {
  const query = client.query.bind(client) as Query
  const named: Query = (config, ...rest) => {
    const name = typeof config === 'string' ? freeNameOf(config) : undefined
    return name ? query({ name, text: config, values: rest[0] }) : query(config, ...rest)
  }
  client.query = named as typeof client.query
}

/**
 * Statements are run as they are: compiling one takes tens of milliseconds (LLVM), which PostgreSQL thinks well spent on a
 * statement that it believes to be large, however often it comes and however few rows it meets.
 */
const uncompiled = '-c jit=off'

const openPool = (connectionString: string, max: number, options = ''): { clients: pg.Pool; pool: Pool } => {
  const clients = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: 5_000,
    // A new connection knows none of the tables yet: the first page on one took 60 ms, where the next took 8.
    idleTimeoutMillis: 300_000,
    keepAlive: true,
    options: `${uncompiled} ${options}`,
  })
  clients.on('connect', (client) => {
    prepareNamed(client)
    // One that breaks between two statements of a transaction fails the next one; unheard, it would end the process.
    client.on('error', () => {})
  })
  clients.on('error', () => {}) // an idle connection that breaks is replaced at the next request
  return { clients, pool: new Kysely<Database>({ dialect: new PostgresDialect({ pool: clients }) }) }
}

/** The role that requests act in: it owns no table and cannot pass by row-level security (migration 0010). */
const asApp = '-c role=kaiku_app'

/**
 * Opens PostgreSQL 15 or newer: one pool for the owner of the tables and two for requests, of which the second can
 * only read. Public pages use that one without a transaction; whoever is signed in reads in one, under their own right.
 * @param url `postgres://user:password@host:port/database`
 * @param size connections of a pool
 * @param writers connections of the pool that records: more of them than the processors can serve only wait for each
 *   other's locks (on two cores six recorded a tenth more uses a second than ten, and ten a fifth more than twenty)
 * @throws when the server is older than 15 or does not answer
 */
export const connectPostgres = async (url: string, size = 10, writers = 6): Promise<Connection> => {
  const owner = openPool(url, size)
  const writer = openPool(url, writers, asApp)
  const reader = openPool(url, size, `${asApp} -c default_transaction_read_only=on`)
  const close = async () => {
    await Promise.all([owner.pool.destroy(), writer.pool.destroy(), reader.pool.destroy()])
  }
  const version = await owner.clients
    .query<{ v: number }>("select current_setting('server_version_num')::int as v")
    .catch(async (error: unknown) => {
      await close()
      throw error
    })
  if (version.rows[0]!.v < 150_000) {
    await close()
    throw new Error('PostgreSQL 15 or newer is needed')
  }
  const read: Connection['read'] = (run, proof = null) =>
    proof === null
      ? run(reader.pool)
      : reader.pool.transaction().execute(async (db) => {
          await actBy(db, proof)
          return run(db)
        })
  return { pool: owner.pool, app: writer.pool, read, engine: 'postgres', close }
}
