/**
 * `kaiku import` of a register of today's size (lib/history.ts), as people run it: a process for each file.
 * On both databases: seconds, peak memory of the process, the same files again (they change nothing), the yearly
 * table against the one counted while the files were written. Goals: 60 s and 300 MB on PostgreSQL, 180 s and 1 GB
 * on the embedded database. `tsx bench/import.ts [cards] [uses]` for another size.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import pg from 'pg'
import { startCluster } from '../scripts/lib/postgres.ts'
import { readConfig } from '../src/config.ts'
import { openDatabase } from '../src/open-database.ts'
import { listYearCounts } from '../src/statistics/queries.ts'
import { yearlyRow } from '../src/statistics/rules.ts'
import { today, writeHistory } from './lib/history.ts'
import type { ExpectedYear } from './lib/history-table.ts'
import { printTable } from './lib/table.ts'

const [cards = today.cards, uses = today.uses] = process.argv.slice(2).map(Number)
const files = ['network', 'units', 'sites', 'cards', 'uses'] as const
/** The two that hold the register's years; the others are small. */
const large: readonly string[] = ['cards', 'uses']
const mostMinutes = 20

type Goal = { seconds: number; megabytes: number }
const goals: Record<'postgres' | 'pglite', Goal> = {
  postgres: { seconds: 60, megabytes: 300 },
  pglite: { seconds: 180, megabytes: 1024 },
}

type Environment = Record<string, string>
type Run = { file: string; seconds: number; megabytes: number; added: number; unchanged: number }

/** The greatest memory that the process ever held, as its kernel tells; 0 once it has gone. */
const peakOf = (pid: number): number => {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Runs the command line on one file, in one process without a shell or a package manager around it. */
const importFile = async (folder: string, file: string, environment: Environment): Promise<Run> => {
  const words = ['--import', 'tsx', 'src/cli/main.ts', 'import', file, join(folder, `${file}.csv`), '--json']
  const start = performance.now()
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
    timeout: mostMinutes * 60_000,
  })
  let megabytes = 0
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, peakOf(child.pid!))
  }, 25)
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part
  })
  const [code] = await once(child, 'close')
  clearInterval(watch)
  const seconds = (performance.now() - start) / 1000
  if (code !== 0) throw new Error(`import ${file} ended with ${code}: ${text.slice(0, 500)}`)
  const { added, unchanged } = JSON.parse(text)
  return { file, seconds, megabytes, added, unchanged }
}

/** What the program says, with blank cells as 0 like the expected table. */
const readYears = async (environment: Environment): Promise<ExpectedYear[]> => {
  const { connection } = await openDatabase(readConfig(environment), false, new Date())
  try {
    return (await listYearCounts(connection.pool))
      .map(yearlyRow)
      .map(({ total: _, adult, child, ...row }) => ({
        ...row,
        adult: zeros(adult),
        child: zeros(child),
      }))
  } finally {
    await connection.close()
  }
}
const zeros = (cells: Record<keyof ExpectedYear['adult'], number | null>) =>
  Object.fromEntries(
    Object.entries(cells).map(([name, count]) => [name, count ?? 0]),
  ) as ExpectedYear['adult']

/** @returns whether everything held */
const measure = async (
  name: keyof typeof goals,
  folder: string,
  environment: Environment,
  expected: readonly ExpectedYear[],
): Promise<boolean> => {
  const first: Run[] = []
  for (const file of files) first.push(await importFile(folder, file, environment))
  const isExact = isDeepStrictEqual(await readYears(environment), expected)
  const again: Run[] = []
  for (const file of files) again.push(await importFile(folder, file, environment))
  const isStill =
    isDeepStrictEqual(await readYears(environment), expected) && again.every(({ added }) => added === 0)

  console.log(`\n${name}`)
  printTable(
    first.map((run, at) => ({
      file: run.file,
      added: run.added,
      seconds: run.seconds.toFixed(1),
      'peak MB': run.megabytes.toFixed(0),
      'again: added': again[at]!.added,
      unchanged: again[at]!.unchanged,
      's again': again[at]!.seconds.toFixed(1),
    })),
  )
  const goal = goals[name]
  const seconds = first.filter(({ file }) => large.includes(file)).reduce((sum, run) => sum + run.seconds, 0)
  const megabytes = Math.max(...[...first, ...again].map((run) => run.megabytes))
  console.log(
    `cards and uses in ${seconds.toFixed(1)} s (goal ${goal.seconds}), peak ${megabytes.toFixed(0)} MB (goal ${goal.megabytes})`,
  )
  console.log(
    `yearly table ${isExact ? 'equals' : 'DIFFERS FROM'} the counts of the files; the files again ${isStill ? 'change nothing' : 'CHANGE SOMETHING'}`,
  )
  return isExact && isStill && seconds <= goal.seconds && megabytes <= goal.megabytes
}

/** On a server that was given, too, the bench has a database of its own. */
const onPostgres = async (act: (url: string) => Promise<boolean>): Promise<boolean> => {
  const cluster = await startCluster({ durable: true })
  const name = `kaiku_bench_import_${process.pid}`
  const client = new pg.Client(cluster.url)
  await client.connect()
  try {
    await client.query(`create database ${name}`)
    const url = new URL(cluster.url)
    url.pathname = `/${name}`
    return await act(url.href)
  } finally {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.end()
    await cluster.stop()
  }
}

const folder = mkdtempSync(join(tmpdir(), 'kaiku-import-'))
try {
  const expected = await writeHistory(folder, { ...today, cards, uses })
  const environment = { DATA_DIR: join(folder, 'data'), KAIKU_KEY_FILE: join(folder, 'key') }
  const onServer = await onPostgres((url) =>
    measure('postgres', folder, { ...environment, DATABASE_URL: url }, expected),
  )
  const embedded = await measure('pglite', folder, { ...environment, DATABASE_URL: '' }, expected)
  if (!onServer || !embedded) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
