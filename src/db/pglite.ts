import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { PGlite, types } from '@electric-sql/pglite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import type { Connection, Pool, Reading } from './db.ts'
import { lockDirectory } from './directory-lock.ts'
import type { Database } from './schema.ts'

/** PGlite has one connection: whoever comes next waits in this line. */
class Line {
  #last: Promise<void> = Promise.resolve()
  async enter(): Promise<() => void> {
    const before = this.#last
    let leave!: () => void
    this.#last = new Promise((done) => {
      leave = done
    })
    await before
    return leave
  }
}

class PGliteConnection implements DatabaseConnection {
  readonly database: PGlite
  leave: () => void = () => {}
  constructor(database: PGlite) {
    this.database = database
  }
  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const result = await this.database.query<Row>(sql, [...parameters])
    return { rows: result.rows, numAffectedRows: BigInt(result.affectedRows ?? 0) }
  }
  // biome-ignore lint/correctness/useYield: one connection cannot stream while others wait for it
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('The embedded database does not stream')
  }
}

class PGliteDriver implements Driver {
  readonly #line = new Line()
  readonly #database: PGlite
  constructor(database: PGlite) {
    this.#database = database
  }
  async init() {}
  async acquireConnection() {
    const connection = new PGliteConnection(this.#database)
    connection.leave = await this.#line.enter()
    return connection
  }
  async beginTransaction(connection: PGliteConnection, settings: TransactionSettings) {
    const mode = settings.accessMode ? ` ${settings.accessMode}` : ''
    const isolation = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : ''
    await connection.executeQuery(CompiledQuery.raw(`begin${isolation}${mode}`))
  }
  async commitTransaction(connection: PGliteConnection) {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }
  async rollbackTransaction(connection: PGliteConnection) {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }
  async releaseConnection(connection: PGliteConnection) {
    connection.leave()
  }
  async destroy() {
    await this.#database.close()
  }
}

/** Wraps an open PGlite in the same interface as PostgreSQL. */
export const poolOf = (database: PGlite) =>
  new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new PGliteDriver(database),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })

/** The one connection serves everybody, so each reading is a transaction of its own kind. */
export const readingOf =
  (pool: Pool): Reading =>
  (run) =>
    pool.transaction().setAccessMode('read only').execute(run)

/** Days stay text and counts stay numbers, as on PostgreSQL. */
export const parsers = {
  [types.DATE]: (day: string) => day,
  [types.INT8]: Number,
  [types.BYTEA]: (hex: string) => Buffer.from(hex.slice(2), 'hex'),
}

/**
 * Opens the embedded database in a directory, made when missing.
 * It survives a killed process, but it does not flush to the disk: a power cut can lose the latest entries.
 * @throws Error with a sentence for people when another process has the directory open
 */
export const connectPGlite = async (directory: string): Promise<Connection> => {
  const unlock = lockDirectory(directory)
  try {
    mkdirSync(dirname(directory), { recursive: true })
    const database = await PGlite.create({ dataDir: directory, parsers })
    const pool = poolOf(database)
    const close = async () => {
      await pool.destroy()
      unlock()
    }
    return { pool, read: readingOf(pool), engine: 'pglite', close }
  } catch (error) {
    unlock()
    throw error
  }
}
