import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { Connection } from '../src/db/db.ts'
import { migrate } from '../src/db/migrate.ts'
import { connectionOf, parsers } from '../src/db/pglite.ts'
import { connectPostgres } from '../src/db/postgres.ts'

/**
 * A fresh database for each test: on PostgreSQL a copy of a migrated template (about 20 ms),
 * on the embedded one the same database emptied (one a test file; a new one would cost a second).
 */
export const freshDatabase = (): Promise<Connection> =>
  process.env.TEST_ENGINE === 'postgres' ? freshPostgres() : freshPGlite()

const urlOf = (database: string) => {
  const url = new URL(process.env.TEST_POSTGRES_URL!)
  url.pathname = `/${database}`
  return url.href
}

const asAdmin = async (statement: string) => {
  const client = new pg.Client(process.env.TEST_POSTGRES_URL!)
  await client.connect()
  await client.query(statement)
  await client.end()
}

let template: Promise<string> | undefined
const makeTemplate = async () => {
  const name = `template_${process.pid}`
  await asAdmin(`create database ${name}`)
  const connection = await connectPostgres(urlOf(name), 1)
  await migrate(connection)
  await connection.close()
  return name
}

let made = 0
const freshPostgres = async (): Promise<Connection> => {
  template ??= makeTemplate()
  const name = `world_${process.pid}_${made++}`
  await asAdmin(`create database ${name} template ${await template}`)
  const connection = await connectPostgres(urlOf(name), 4)
  const close = async () => {
    await connection.close()
    await asAdmin(`drop database ${name} with (force)`)
  }
  return { ...connection, close }
}

const embeddedConnection = (database: PGlite): Connection => ({
  ...connectionOf(database),
  close: async () => {},
})

let embedded: Promise<PGlite> | undefined
const makeEmbedded = async () => {
  const database = await PGlite.create({ parsers })
  await migrate(embeddedConnection(database))
  return database
}

/** What the migrations themselves wrote. */
const kept = ['migration', 'policy', 'consent_text', 'instrument', 'instrument_item']

/** Everything but that. */
const empty = async (database: PGlite) => {
  const { rows } = await database.query<{ name: string }>(
    "select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> all($1)",
    [kept],
  )
  await database.exec(`
    set role none;
    alter table audit disable trigger user;
    alter table audit_link disable trigger user;
    truncate ${rows.map((row) => row.name).join(', ')} restart identity;
    delete from instrument_item where instrument_id > 1;
    delete from instrument where id > 1;
    alter table instrument alter id restart with 2;
    delete from policy where valid_from > '2025-02-26';
    alter table audit enable trigger user;
    alter table audit_link enable trigger user;`)
}

const freshPGlite = async (): Promise<Connection> => {
  embedded ??= makeEmbedded()
  const database = await embedded
  await empty(database)
  return embeddedConnection(database)
}
