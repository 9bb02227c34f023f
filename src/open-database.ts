import type { Config } from './config.ts'
import type { Connection } from './db/db.ts'
import {
  claimInstallation,
  findInstallation,
  type Keys,
  readKeys,
  readOldKeys,
  refuseOtherKeys,
  refuseToMix,
} from './db/keys.ts'
import { migrate } from './db/migrate.ts'
import { connectPGlite } from './db/pglite.ts'
import { connectPostgres } from './db/postgres.ts'
import { reconcileDeletions } from './lifetimes/keep-deletions.ts'

export type OpenDatabase = {
  connection: Connection
  keys: Keys
  /** The migrations applied just now. */
  applied: string[]
  /** Cards that had been erased and came back with an older copy: erased again just now. */
  deletedAgain: number
}

/**
 * Connects and does nothing more. The address may hold a password, so only what went wrong is said of it.
 * @throws Error with a sentence for people
 */
export const connect = async (config: Config): Promise<Connection> => {
  if (config.databaseUrl === null) return connectPGlite(config.dataDirectory)
  try {
    return await connectPostgres(config.databaseUrl)
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    throw new Error(`The database of DATABASE_URL cannot be opened: ${message || code}.`)
  }
}

/**
 * Only a database that no key has claimed gets a new key. All is compared before anything is written.
 * The order matters when two start at once: the first makes its key before it claims.
 */
const readKeysFor = async ({ pool }: Connection, keyFile: string, demo: boolean): Promise<Keys> => {
  const made = await findInstallation(pool)
  if (!made) return readKeys(keyFile)
  refuseToMix(made, demo)
  const keys = readOldKeys(keyFile)
  refuseOtherKeys(made, keys)
  return keys
}

/**
 * Opens the database of the setting, compares it with the key file, brings it to the newest form and lets it forget
 * what was erased since it was copied.
 * @param demo whether the demo opens it: demo and real data never share a database
 * @throws Error with a sentence for people when it is in use, does not answer, belongs to another key,
 * to the demo or to a newer program
 */
export const openDatabase = async (config: Config, demo: boolean, now: Date): Promise<OpenDatabase> => {
  const connection = await connect(config)
  try {
    const keys = await readKeysFor(connection, config.keyFile, demo)
    const applied = await migrate(connection)
    await claimInstallation(connection.pool, keys, demo, now)
    const deletedAgain = await reconcileDeletions(connection.pool, config.deletionsFile)
    return { connection, keys, applied, deletedAgain }
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
