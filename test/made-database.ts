import { cpSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { migrate } from '../src/db/migrate.ts'
import { connectPGlite } from '../src/db/pglite.ts'

/**
 * Puts an embedded database in its newest form into a directory; nobody has claimed it yet. Making one takes seven
 * seconds of work, so that it is done once a run and copied from then on. What tests the making itself does without.
 */
export const putDatabase = async (directory: string): Promise<void> => {
  mkdirSync(dirname(directory), { recursive: true })
  cpSync(await findMade(), directory, { recursive: true })
}

const secondsForMaking = 100

const findMade = async (): Promise<string> => {
  const folder = process.env.TEST_RUN_FOLDER!
  const made = join(folder, 'made')
  if (isFirst(join(folder, 'making'))) {
    const making = join(folder, 'making', 'data')
    const connection = await connectPGlite(making)
    await migrate(connection)
    await connection.close()
    renameSync(making, made)
  }
  const deadline = Date.now() + secondsForMaking * 1_000
  while (!existsSync(made)) {
    if (Date.now() > deadline) throw new Error('Another test file was to make the database, and has not.')
    await sleep(50)
  }
  return made
}

/** Of all who ask, one is told so: a folder can be made once. */
const isFirst = (folder: string): boolean => {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}
