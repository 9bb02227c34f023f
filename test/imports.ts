import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type ImportReport, runImport } from '../src/cli/import.ts'
import type { World } from './world.ts'

const silent = { show: () => {}, end: () => {} }

/** Imports a file as the command line does. `beside` holds other files of its folder by name. */
export const importFile = async (
  world: World,
  kind: string,
  content: string | Uint8Array,
  { dryRun = false, beside = {} }: { dryRun?: boolean; beside?: Record<string, string> } = {},
): Promise<ImportReport> => {
  const folder = mkdtempSync(join(tmpdir(), 'kaiku-import-test-'))
  try {
    const file = join(folder, `${kind}.csv`)
    writeFileSync(file, content)
    for (const [name, text] of Object.entries(beside)) writeFileSync(join(folder, name), text)
    const asked = { kind, file, dryRun, now: world.now(), progress: silent }
    const report = await runImport({ pool: world.db }, world.keys, asked)
    return { ...report, file: `${kind}.csv` }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What a report says of each bad line, without the reasons. */
export const placesOf = ({ problems }: ImportReport) => problems.map(({ line, column }) => [line, column])

/** Every row of every table, as one digest for each: equal before and after means that nothing was written. */
export const digestOf = async ({ db }: World): Promise<Record<string, string>> => {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db)
  const digests: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ digest: string }>`
      select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest
      from ${sql.table(name)} t`.execute(db)
    digests[name] = rows[0]!.digest
  }
  return digests
}
