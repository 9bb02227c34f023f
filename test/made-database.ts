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
  const made = await findMade()
  if (made) cpSync(made, directory, { recursive: true })
  else await makeDatabase(directory)
}

const makeDatabase = async (directory: string) => {
  const connection = await connectPGlite(directory)
  await migrate(connection)
  await connection.close()
}

const secondsForMaking = 60

/** @returns null when whoever was to make it has not, on a machine that is far too busy: each then makes its own */
const findMade = async (): Promise<string | null> => {
  const folder = process.env.TEST_RUN_FOLDER!
  const made = join(folder, 'made')
  if (isFirst(join(folder, 'making'))) {
    const making = join(folder, 'making', 'data')
    await makeDatabase(making)
    renameSync(making, made)
  }
  const deadline = Date.now() + secondsForMaking * 1_000
  while (!existsSync(made)) {
    if (Date.now() > deadline) return null
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
