import { createHash } from 'node:crypto'
import { createReadStream, existsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { sql } from 'kysely'
import { importCards } from '../cards/import.ts'
import type { Connection, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { dayOf } from '../lib/dates.ts'
import type { ImportResult, ImportRun, Problem } from '../lib/import-file.ts'
import { importNetwork } from '../network/import-areas.ts'
import { importMunicipalities } from '../network/import-municipalities.ts'
import { importSites, importUnits } from '../places/import.ts'
import { importPostalCodes } from '../postal-codes/import.ts'
import { packagedCsv } from '../postal-codes/packaged.ts'
import { importYearly } from '../statistics/import.ts'
import { importStock } from '../stock/run-import.ts'
import { importUses } from '../uses/import.ts'
import { writeAudit } from '../web/audit.ts'
import { byHand, type Command } from './command.ts'
import { type Progress, progressOn } from './progress.ts'

type Importer = (db: Write, run: ImportRun & { now: Date }) => Promise<ImportResult>
const importers: Record<string, Importer> = {
  municipalities: importMunicipalities,
  network: importNetwork,
  units: importUnits,
  sites: importSites,
  cards: importCards,
  stock: importStock,
  uses: importUses,
  'postal-codes': importPostalCodes,
  yearly: importYearly,
}
/** What comes with the program, for the kinds that need no file. */
const packaged: Record<string, () => AsyncIterable<Uint8Array>> = { 'postal-codes': packagedCsv }
const kinds = Object.keys(importers)

/** What `--json` prints, in this order. */
export type ImportReport = {
  command: string
  file: string
  rows: number
  added: number
  unchanged: number
  exceptions: Record<string, number>
  problems: Problem[]
  dryRun: boolean
}

/** @property file null for the list that comes with the program */
type Asked = { kind: string; file: string | null; dryRun: boolean; now: Date; progress: Progress }

/** @throws Error with a sentence for people when there is no such file */
const sizeOf = (file: string): number => {
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat) throw new Error(`There is no file ${file}.`)
  if (!stat.isFile()) throw new Error(`${file} is no file.`)
  return stat.size
}

/** Any number that no other advisory lock of the program has. */
const importLock = 5_245_849

/** The rows of one piece go to the database in one statement: larger pieces gain little and cost memory. */
const chunkBytes = 64 * 1024

/**
 * Imports one file, all or nothing: every bad line of a refused file is in the report, and nothing is written.
 * A trial (`dryRun`) checks the same and writes nothing either. The audit row says which file it was, by its digest.
 */
export const runImport = async (
  { pool }: Pick<Connection, 'pool'>,
  keys: Keys,
  { kind, file, dryRun, now, progress }: Asked,
): Promise<ImportReport> => {
  const size = file === null ? Number.POSITIVE_INFINITY : sizeOf(file)
  const chunks = file === null ? packaged[kind]!() : createReadStream(file, { highWaterMark: chunkBytes })
  const digest = createHash('sha256')
  const read = async function* () {
    let bytes = 0
    for await (const chunk of chunks) {
      digest.update(chunk)
      bytes += chunk.length
      yield chunk as Uint8Array
      progress.show('reading', bytes / size)
    }
  }
  const beside = (name: string) => {
    const other = file === null ? '' : join(dirname(file), name)
    return existsSync(other) ? createReadStream(other) : null
  }
  const transaction = await pool.startTransaction().execute()
  try {
    // One import at a time: each locks its tables in an order of its own, and two could wait for each other.
    await sql`select pg_advisory_xact_lock(${importLock})`.execute(transaction)
    const run = {
      chunks: read(),
      beside,
      keys,
      today: dayOf(now),
      now,
      isTrial: dryRun,
      progress: progress.show,
    }
    const result = await importers[kind]!(transaction, run)
    const isDone = result.problems.length === 0 && result.added > 0 && !dryRun
    if (isDone) {
      const { rows, added, unchanged } = result
      const subject = { rows, added, unchanged, sha256: digest.digest('hex') }
      await writeAudit(transaction, { ...byHand(now), permission: `import ${kind}`, subject })
      await transaction.commit().execute()
    } else await transaction.rollback().execute()
    return { command: `import ${kind}`, file: file ?? `${kind} of the program`, ...result, dryRun }
  } catch (error) {
    // The connection may be gone; then the database has rolled back by itself.
    await transaction
      .rollback()
      .execute()
      .catch(() => {})
    throw withoutValues(error)
  } finally {
    progress.end()
  }
}

/** What a database says of an error may repeat a value of the file; its number is enough. */
const withoutValues = (error: unknown): unknown => {
  const state = String((error as { code?: unknown }).code)
  if (!/^(?=.*\d)[0-9A-Z]{5}$/.test(state)) return error
  return new Error(`The database did not take the import, and nothing was written (SQLSTATE ${state}).`)
}

const lineOf = (name: string, { line, column, reason }: Problem) =>
  `${name}, line ${line}${column === null ? '' : `, ${column}`}: ${reason}`

const rowsText = (count: number) => (count === 1 ? '1 row' : `${count} rows`)

const summaryOf = (name: string, { rows, added, unchanged, dryRun }: ImportReport) =>
  dryRun
    ? `${name}: ${rowsText(rows)}, ${added} to add, ${unchanged} unchanged. This was a trial: nothing was written.`
    : `${name}: ${rowsText(rows)}, ${added} added, ${unchanged} unchanged.`

export const importCommand: Command = {
  name: 'import',
  usage: `${kinds.join('|')} <file.csv> [--dry-run]`,
  what: 'Takes a CSV file into the register, all of it or nothing; --dry-run only checks it. The same file again changes nothing. Postal codes without a file are those that come with the program.',
  options: { 'dry-run': { type: 'boolean' } },
  needsDatabase: true,
  run: async ({ words, options, now, print, note, connection, keys }) => {
    const [kind = '', file, ...more] = words
    if (!kinds.includes(kind) || (file === undefined && !(kind in packaged)) || more.length > 0)
      throw new Error(`Say what to import and from which file: import ${importCommand.usage}`)
    const progress = progressOn(process.stderr)
    const dryRun = options['dry-run'] === true
    const report = await runImport(connection, keys, { kind, file: file ?? null, dryRun, now, progress })
    const { problems, exceptions } = report
    if (options.json) print(JSON.stringify(report))
    else {
      const name = basename(report.file)
      for (const problem of problems) note(lineOf(name, problem))
      if (problems.length > 0)
        note(`${name} is refused, and nothing was written: ${problems.length} problems.`)
      else print(summaryOf(name, report))
      for (const [exception, count] of Object.entries(exceptions))
        print(`taken as an exception: ${exception}, ${count}`)
    }
    return problems.length > 0 ? 1 : 0
  },
}
