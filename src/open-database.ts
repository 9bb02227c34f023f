import type { Config } from './config.ts'
import type { Connection } from './db/db.ts'
import { claimInstallation, type Keys, readKeys } from './db/keys.ts'
import { migrate } from './db/migrate.ts'
import { connectPGlite } from './db/pglite.ts'
import { connectPostgres } from './db/postgres.ts'

export type OpenDatabase = {
  connection: Connection
  keys: Keys
  /** The migrations applied just now. */
  applied: string[]
  /** Whether the demo made this database. */
  isDemo: boolean
}

/** The address may hold a password, so only what went wrong is said of it. */
const connect = async (config: Config): Promise<Connection> => {
  if (config.databaseUrl === null) return connectPGlite(config.dataDirectory)
  try {
    return await connectPostgres(config.databaseUrl)
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    throw new Error(`The database of DATABASE_URL cannot be opened: ${message || code}.`)
  }
}

/**
 * Opens the database of the setting, brings it to the newest form and compares it with the key file.
 * @param demo true refuses a database that the demo did not make
 * @throws Error with a sentence for people when it is in use, does not answer or belongs to another key
 */
export const openDatabase = async (config: Config, demo: boolean, now: Date): Promise<OpenDatabase> => {
  const keys = readKeys(config.keyFile)
  const connection = await connect(config)
  try {
    const applied = await migrate(connection)
    const claimed = await claimInstallation(connection.pool, keys, demo, now)
    return { connection, keys, applied, isDemo: claimed.demo }
  } catch (error) {
    await connection.close()
    throw error
  }
}

/** One line about what went wrong; the place in our code too when the fault is ours. */
export const sentenceOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.constructor === Error ? error.message : (error.stack ?? error.message)
}
