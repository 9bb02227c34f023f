import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { putDatabase } from '../test/made-database.ts'
import { newFolder } from '../test/programs.ts'
import { readConfig } from './config.ts'
import { claimInstallation, readKeys } from './db/keys.ts'
import { connectPGlite } from './db/pglite.ts'
import { openDatabase } from './open-database.ts'

const patience = 120_000
const place = newFolder()
afterAll(place.remove)

const now = new Date('2026-05-04T09:00:00Z')
const configOf = (name: string) => readConfig({ DATA_DIR: join(place.folder, name) })
const openAndClose = async (config: ReturnType<typeof configOf>, demo: boolean) => {
  const { connection } = await openDatabase(config, demo, now)
  await connection.close()
}

const fromTheDemo =
  'This database was made by the demo: its passwords are public. Set another DATA_DIR (or DATABASE_URL), or remove this database to begin anew.'
const notFromTheDemo =
  'This database was not made by the demo, so the demo does not touch it. Set another DATA_DIR.'

test(
  'a claimed database without its key file is refused in one sentence, and nothing is written',
  async () => {
    const config = configOf('real')
    const { dataDirectory, keyFile } = config
    await putDatabase(dataDirectory)
    await openAndClose(config, false)
    const key = readFileSync(keyFile)

    // A migration that is due would fail here, so the refusal shows that none was tried.
    const connection = await connectPGlite(dataDirectory)
    await sql`delete from migration where name = (select max(name) from migration)`.execute(connection.pool)
    await connection.close()

    rmSync(keyFile)
    await expect(openAndClose(config, false)).rejects.toThrow(
      `The key file ${keyFile} is missing. Restore it from its sealed copy; never make a new one.`,
    )
    expect(readdirSync(place.folder)).toEqual(['real'])

    writeFileSync(keyFile, '')
    await expect(openAndClose(config, false)).rejects.toThrow(`The key file ${keyFile} is empty or cannot`)
    expect(readFileSync(keyFile, 'utf8')).toBe('')

    rmSync(keyFile)
    readKeys(keyFile)
    await expect(openAndClose(config, false)).rejects.toThrow(
      'made with another key file. Set KAIKU_KEY_FILE',
    )

    writeFileSync(keyFile, key)
    await expect(openAndClose(config, true)).rejects.toThrow(notFromTheDemo)
  },
  patience,
)

test(
  'the demo opens its own database again; a real Kaiku is told so before anything else, and writes no key',
  async () => {
    const config = configOf('demo')
    await putDatabase(config.dataDirectory)
    await openAndClose(config, true)
    await openAndClose(config, true)
    await expect(openAndClose(config, false)).rejects.toThrow(fromTheDemo)
    const keyFile = join(place.folder, 'elsewhere.key')
    await expect(openAndClose({ ...config, keyFile }, false)).rejects.toThrow(fromTheDemo)
    expect(existsSync(keyFile)).toBe(false)
  },
  patience,
)

test(
  'of a demo and a real start on one new database, the later claim is refused',
  async () => {
    await putDatabase(join(place.folder, 'both'))
    const connection = await connectPGlite(join(place.folder, 'both'))
    const keys = readKeys(join(place.folder, 'both.key'))
    await claimInstallation(connection.pool, keys, true, now)
    await expect(claimInstallation(connection.pool, keys, false, now)).rejects.toThrow(fromTheDemo)
    await connection.close()
  },
  patience,
)
