/**
 * Writes `schema.ts`, the types of the tables, from a database that has just been migrated.
 * `--check` writes nothing and fails when the file differs from the database.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { readMigrations, statementsOf } from './migrate.ts'

type Column = { table: string; column: string; type: string; nullable: boolean; defaulted: boolean }

const typescript: Record<string, string> = {
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  text: 'string',
  uuid: 'string',
  date: 'string',
  bool: 'boolean',
  timestamptz: 'Date',
  bytea: 'Buffer',
  jsonb: 'unknown',
  tsvector: 'string',
  _text: 'string[]',
  _uuid: 'string[]',
  _int4: 'number[]',
}

const columnsOf = async (database: PGlite) => {
  const { rows } = await database.query<Column>(`
    select c.table_name as table, c.column_name as column, c.udt_name as type, c.is_nullable = 'YES' as nullable,
      c.column_default is not null or c.is_identity = 'YES'
        or c.is_generated = 'ALWAYS' as defaulted
    from information_schema.columns c
    where c.table_schema = 'public' order by c.table_name, c.ordinal_position`)
  return rows
}

/** `check (x in ('a', 'b'))` becomes the type `'a' | 'b'`. */
const choicesOf = async (database: PGlite) => {
  const { rows } = await database.query<{ table: string; rule: string }>(`
    select conrelid::regclass::text as table, pg_get_constraintdef(oid) as rule from pg_constraint where contype = 'c'`)
  const choices = new Map<string, string>()
  for (const { table, rule } of rows) {
    const match = /^CHECK \(\((\w+) = ANY \(ARRAY\[(.+)\]\)\)\)$/.exec(rule)
    if (!match) continue
    const names = [...match[2]!.matchAll(/'([^']+)'::text/g)].map(([, name]) => `'${name}'`)
    choices.set(`${table.replaceAll('"', '')}.${match[1]}`, names.join(' | '))
  }
  return choices
}

const print = (columns: Column[], choices: Map<string, string>) => {
  const tables = new Map<string, string[]>()
  for (const { table, column, type, nullable, defaulted } of columns) {
    const known = typescript[type]
    if (!known) throw new Error(`No TypeScript type for ${type} (${table}.${column})`)
    const value = (choices.get(`${table}.${column}`) ?? known) + (nullable ? ' | null' : '')
    const lines = tables.get(table) ?? tables.set(table, []).get(table)!
    lines.push(`    ${column}: ${defaulted ? `Generated<${value}>` : value}`)
  }
  const body = [...tables].map(([table, lines]) => `  ${table}: {\n${lines.join('\n')}\n  }`).join('\n')
  return `// Made from the migrations by src/db/generate-schema.ts. Do not edit.\nimport type { Generated } from 'kysely'\n\nexport type Database = {\n${body}\n}\n`
}

const file = new URL('./schema.ts', import.meta.url)
const database = await PGlite.create()
for (const { text } of readMigrations())
  for (const statement of statementsOf(text)) await database.query(statement)
const schema = print(await columnsOf(database), await choicesOf(database))
await database.close()

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== schema) {
    console.error('src/db/schema.ts differs from the migrations: run `npx tsx src/db/generate-schema.ts`.')
    process.exit(1)
  }
} else writeFileSync(file, schema)
