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
import { actBy, type Connection, type Pool, type Reading } from './db.ts'
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

/** In which role the one connection acts at the moment: it is changed only when another one comes. */
type Shared = { line: Line; role: RoleName }
type RoleName = 'none' | 'kaiku_app'
const sharedOf = new WeakMap<PGlite, Shared>()

class PGliteDriver implements Driver {
  readonly #shared: Shared
  readonly #database: PGlite
  readonly #role: RoleName
  constructor(database: PGlite, role: RoleName) {
    this.#database = database
    this.#role = role
    this.#shared = sharedOf.get(database) ?? { line: new Line(), role: 'none' }
    sharedOf.set(database, this.#shared)
  }
  async init() {}
  async acquireConnection() {
    const connection = new PGliteConnection(this.#database)
    connection.leave = await this.#shared.line.enter()
    if (this.#shared.role !== this.#role) {
      await this.#database.exec(`set role ${this.#role}`)
      this.#shared.role = this.#role
    }
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

/**
 * Wraps an open PGlite in the same interface as PostgreSQL.
 * @param role `none` is the owner of the tables; requests act as `kaiku_app`
 */
const poolOf = (database: PGlite, role: RoleName) =>
  new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new PGliteDriver(database, role),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })

/** The one connection serves everybody, so each reading is a transaction of its own kind. */
const readingOf =
  (app: Pool): Reading =>
  (run, proof = null) =>
    app
      .transaction()
      .setAccessMode('read only')
      .execute(async (db) => {
        if (proof !== null) await actBy(db, proof)
        return run(db)
      })

/** The doors of an open PGlite. Closing one closes it. */
export const connectionOf = (database: PGlite): Omit<Connection, 'close'> => {
  const app = poolOf(database, 'kaiku_app')
  return { pool: poolOf(database, 'none'), app, read: readingOf(app), engine: 'pglite' }
}

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
    const connection = connectionOf(database)
    const close = async () => {
      await connection.pool.destroy()
      unlock()
    }
    return { ...connection, close }
  } catch (error) {
    unlock()
    throw error
  }
}
