import { createHash, randomBytes, randomUUID } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import type { Pool } from './db.ts'

/** The secret that card codes are hashed with. Losing it loses every card: keep two sealed copies. */
export type Keys = { version: number; cardCode: Buffer }

const flushed = (path: string, flags: string, write: (file: number) => void = () => {}) => {
  const file = openSync(path, flags, 0o600)
  try {
    write(file)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** The key is whole and on the disk before it has its name: a power cut must not lose what cards are hashed with. */
const make = (file: string) => {
  const folder = dirname(file)
  mkdirSync(folder, { recursive: true })
  const text = JSON.stringify({ version: 1, cardCode: randomBytes(32).toString('base64') })
  const made = `${file}.${randomUUID()}`
  try {
    flushed(made, 'wx', (open) => writeFileSync(open, `${text}\n`))
    linkSync(made, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // another process made it first
  } finally {
    rmSync(made, { force: true })
  }
  flushed(folder, 'r')
}

/**
 * Reads a key file that is there already.
 * @throws Error with a sentence for people when it is missing, empty or not a key file
 */
export const readOldKeys = (file: string): Keys => {
  const restore = 'Restore it from its sealed copy; never make a new one.'
  if (!existsSync(file)) throw new Error(`The key file ${file} is missing. ${restore}`)
  try {
    const { version, cardCode } = JSON.parse(readFileSync(file, 'utf8')) as {
      version: number
      cardCode: string
    }
    const key = Buffer.from(cardCode, 'base64')
    if (version !== 1 || key.length !== 32) throw new Error('not a key')
    return { version, cardCode: key }
  } catch {
    throw new Error(`The key file ${file} is empty or cannot be read. ${restore}`)
  }
}

/**
 * Reads the key file, made on first use with mode 0600. Only for a database that no key has claimed yet.
 * @throws Error with a sentence for people when the file is not a key file; it is left as it is
 */
export const readKeys = (file: string): Keys => {
  if (!existsSync(file)) make(file)
  return readOldKeys(file)
}

/** Tells one key from another without giving it away. */
const checkOf = (keys: Keys) =>
  createHash('sha256').update('kaiku-key-check\0').update(keys.cardCode).digest()

type Installation = { demo: boolean; key_check: Uint8Array }

/** How a database was first made; undefined for a new one. Asked before migrating, so the table may be missing. */
export const findInstallation = async (db: Pool): Promise<Installation | undefined> => {
  const { rows } = await sql<{
    made: boolean
  }>`select to_regclass('installation') is not null as made`.execute(db)
  if (!rows[0]?.made) return undefined
  return db.selectFrom('installation').select(['demo', 'key_check']).executeTakeFirst()
}

/**
 * A real Kaiku on the demo's database would let in everybody who has read the demo's passwords.
 * @throws Error with a sentence for people when demo and real data would mix
 */
export const refuseToMix = (made: Installation, demo: boolean) => {
  if (demo && !made.demo)
    throw new Error(
      'This database was not made by the demo, so the demo does not touch it. Set another DATA_DIR.',
    )
  if (!demo && made.demo)
    throw new Error(
      'This database was made by the demo: its passwords are public. Set another DATA_DIR (or DATABASE_URL), or remove this database to begin anew.',
    )
}

/**
 * A wrong key would make every card unknown without an error.
 * @throws Error with a sentence for people when the database was made with another key
 */
export const refuseOtherKeys = (made: Installation, keys: Keys) => {
  if (!Buffer.from(made.key_check).equals(checkOf(keys)))
    throw new Error('This database was made with another key file. Set KAIKU_KEY_FILE to that file.')
}

/**
 * Marks a new database as made with this key, and as a demo or not; later starts compare.
 * @throws Error with a sentence for people when it was marked before, with another key or as the other kind
 */
export const claimInstallation = async (db: Pool, keys: Keys, demo: boolean, now: Date): Promise<void> => {
  await db
    .insertInto('installation')
    .values({ demo, key_check: checkOf(keys), made_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const made = await db.selectFrom('installation').select(['demo', 'key_check']).executeTakeFirstOrThrow()
  refuseToMix(made, demo)
  refuseOtherKeys(made, keys)
}
