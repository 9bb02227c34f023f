import { createReadStream, existsSync } from 'node:fs'
import type { Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import type { Day } from '../lib/dates.ts'
import type { ImportResult, ImportRun } from '../lib/import-file.ts'
import { importNetwork } from '../network/import-areas.ts'
import { importMunicipalities } from '../network/import-municipalities.ts'
import { importSites } from '../places/import.ts'

const folder = new URL('../../data/network/', import.meta.url)
const read = (name: string) => createReadStream(new URL(name, folder))

/**
 * Takes in the areas, municipalities and sites of data/network, the way `kaiku import` does.
 * @throws when one of the files has a bad line
 */
export const importRealNetwork = async (db: Write, keys: Keys, today: Day): Promise<void> => {
  const take = async (importer: (db: Write, run: ImportRun) => Promise<ImportResult>, name: string) => {
    const beside = (other: string) => (existsSync(new URL(other, folder)) ? read(other) : null)
    const run = { chunks: read(name), beside, keys, today, isTrial: false, progress: () => {} }
    const [problem] = (await importer(db, run)).problems
    if (problem) throw new Error(`data/network/${name}, line ${problem.line}: ${problem.reason}`)
  }
  await take(importMunicipalities, 'municipalities.csv')
  await take(importNetwork, 'municipalities_by_area.csv')
  await take(importSites, 'sites.csv')
}
