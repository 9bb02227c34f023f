import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Pool } from './db.ts'

/** The secret that card codes are hashed with. Losing it loses every card: keep two sealed copies. */
export type Keys = { version: number; cardCode: Buffer }

const make = (file: string) => {
  mkdirSync(dirname(file), { recursive: true })
  const text = JSON.stringify({ version: 1, cardCode: randomBytes(32).toString('base64') })
  try {
    writeFileSync(file, `${text}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // another process made it first
  }
}

/**
 * Reads the key file, made on first use with mode 0600.
 * @throws Error with a sentence for people when the file is not a key file
 */
export const readKeys = (file: string): Keys => {
  make(file)
  try {
    const { version, cardCode } = JSON.parse(readFileSync(file, 'utf8')) as {
      version: number
      cardCode: string
    }
    const key = Buffer.from(cardCode, 'base64')
    if (version !== 1 || key.length !== 32) throw new Error('not a key')
    return { version, cardCode: key }
  } catch {
    throw new Error(
      `The key file ${file} cannot be read. Restore it from its sealed copy; never make a new one.`,
    )
  }
}

/** Tells one key from another without giving it away. */
const checkOf = (keys: Keys) =>
  createHash('sha256').update('kaiku-key-check\0').update(keys.cardCode).digest()

/**
 * Marks a new database as made with this key, and as a demo or not; later starts compare.
 * A wrong key would make every card unknown without an error.
 * @throws Error with a sentence for people when the key is not the one, or demo and real data would mix
 */
export const claimInstallation = async (db: Pool, keys: Keys, demo: boolean, now: Date) => {
  const made = await db
    .insertInto('installation')
    .values({ demo, key_check: checkOf(keys), made_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('demo')
    .executeTakeFirst()
  const row = await db.selectFrom('installation').selectAll().executeTakeFirstOrThrow()
  if (!Buffer.from(row.key_check).equals(checkOf(keys)))
    throw new Error('This database was made with another key file. Set KAIKU_KEY_FILE to that file.')
  if (demo && !row.demo)
    throw new Error(
      'This database was not made by the demo, so the demo does not touch it. Set another DATA_DIR.',
    )
  return { isNew: made !== undefined, demo: row.demo }
}
