import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { Connection, Pool } from './db.ts'
import { holdsReissued, reissued, reissuedAs, reissueMends } from './reissued.ts'

const folder = new URL('./migrations/', import.meta.url)

/** Any number: the lock under which only one process migrates at a time. */
const migrationLock = 7_204_115

type Migration = { name: string; text: string; hash: string }

/** The numbered files in order. */
export const readMigrations = (): Migration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8')
      return { name, text, hash: createHash('sha256').update(text).digest('hex') }
    })

const appliedIn = async (db: Kysely<never> | Transaction<never>) => {
  await sql`create table if not exists migration (
    name text primary key, hash text not null, applied_at timestamptz not null default now()
  )`.execute(db)
  const { rows } = await sql<{ name: string; hash: string }>`select name, hash from migration`.execute(db)
  return new Map(rows.map((row) => [row.name, row.hash]))
}

/** A file holds several statements and functions with semicolons inside; both engines take one at a time here. */
export const statementsOf = (text: string): string[] => {
  const parts = text.split(/(\$\$[\s\S]*?\$\$|'[^']*'|--[^\n]*)/)
  const statements: string[] = []
  let open = ''
  for (const [index, part] of parts.entries()) {
    const isQuoted = index % 2 === 1
    if (isQuoted) {
      open += part.startsWith('--') ? '' : part
      continue
    }
    const pieces = part.split(';')
    for (const piece of pieces.slice(0, -1)) {
      statements.push(open + piece)
      open = ''
    }
    open += pieces.at(-1)
  }
  return [...statements, open].map((statement) => statement.trim()).filter((statement) => statement !== '')
}

/** Brings a database that holds reissued files to where every other is after 0028: what it lacks of it, and the hashes. */
const acknowledgeReissued = async (db: Transaction<never>, known: readonly Migration[]) => {
  for (const statement of reissueMends) await sql.raw(statement).execute(db)
  for (const { name, hash } of known.filter(({ name }) => name in reissued))
    await sql`update migration set hash = ${hash} where name = ${name}`.execute(db)
  for (const { name, hash } of known.filter(({ name }) => name === reissuedAs))
    await sql`insert into migration (name, hash) values (${name}, ${hash})`.execute(db)
}

/**
 * Brings the database to the newest form, in one transaction. Two processes that start at once migrate once.
 * @returns the names of the files applied now
 * @throws Error with a sentence for people when a newer program has changed the database,
 * or when a file that was applied before has changed since
 */
export const migrate = async ({ pool, engine }: Connection): Promise<string[]> =>
  pool.transaction().execute(async (transaction) => {
    const db = transaction as unknown as Transaction<never>
    if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(db)
    const known = readMigrations()
    if (holdsReissued(await appliedIn(db))) await acknowledgeReissued(db, known)
    const applied = await appliedIn(db)
    const unknown = [...applied.keys()].filter((name) => !known.some((migration) => migration.name === name))
    if (unknown.length > 0)
      throw new Error(
        `A newer Kaiku has changed this database (${unknown.sort().join(', ')}), so this one does not touch it. Start the newer one.`,
      )
    const now: string[] = []
    for (const { name, text, hash } of known) {
      const before = applied.get(name)
      if (before === hash) continue
      if (before)
        throw new Error(`Migration ${name} has changed since it was applied; make a new file instead.`)
      for (const statement of statementsOf(text)) await sql.raw(statement).execute(db)
      await sql`insert into migration (name, hash) values (${name}, ${hash})`.execute(db)
      now.push(name)
    }
    return now
  })

/** How the database's form differs from the one that this program knows; all empty when it does not. Changes nothing. */
export const compareMigrations = async (pool: Pool) => {
  const { rows: tables } = await sql<{
    made: boolean
  }>`select to_regclass('migration') is not null as made`.execute(pool)
  const { rows } = tables[0]?.made
    ? await sql<{ name: string; hash: string }>`select name, hash from migration`.execute(pool)
    : { rows: [] }
  const applied = new Map(rows.map(({ name, hash }) => [name, hash]))
  const known = readMigrations()
  const isRecognised = holdsReissued(applied)
  return {
    applied: applied.size,
    waiting: known.filter(({ name }) => !applied.has(name)).map(({ name }) => name),
    changed: known
      .filter(({ name, hash }) => applied.has(name) && applied.get(name) !== hash)
      .filter(({ name }) => !(isRecognised && name in reissued))
      .map(({ name }) => name),
    unknown: [...applied.keys()].filter((name) => !known.some((one) => one.name === name)).sort(),
  }
}
