import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder for the whole run, in `TEST_RUN_FOLDER`: what one test file has made there, the others find. */
const setup = (): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'kaiku-run-'))
  process.env.TEST_RUN_FOLDER = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

export default setup
