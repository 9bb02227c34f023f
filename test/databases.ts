import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { Connection } from '../src/db/db.ts'
import { migrate } from '../src/db/migrate.ts'
import { connectionOf, parsers } from '../src/db/pglite.ts'
import { connectPostgres } from '../src/db/postgres.ts'

/**
 * A fresh database for each test: the one of its worker, emptied. A new one would cost a second on the embedded
 * database and 120 ms on PostgreSQL; emptying costs a few.
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

const makeDatabase = async () => {
  const name = `world_${process.pid}`
  await asAdmin(`create database ${name}`)
  const connection = await connectPostgres(urlOf(name), 4)
  await migrate(connection)
  const admin = new pg.Client(urlOf(name))
  await admin.connect()
  return { connection, admin }
}

let database: ReturnType<typeof makeDatabase> | undefined
const freshPostgres = async (): Promise<Connection> => {
  database ??= makeDatabase()
  const { connection, admin } = await database
  await empty((statements) => admin.query(statements))
  return { ...connection, close: async () => {} }
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
const kept = [
  ...['migration', 'policy', 'induction_policy', 'consent_text', 'instrument', 'instrument_item'],
  ...[
    'operating_model_version',
    'operating_model_point',
    'signal_limit',
    'commitment_term',
    'retention_class',
  ],
]

/** Rows deleted stay on the disk as dead ones: so often the tables are cut down to nothing instead. */
const emptyingsUntilCut = 50
let emptyings = 0

type Run = (statements: string) => Promise<unknown>

/**
 * Everything but that. Deleting the few rows of a test takes 2 ms where cutting ninety tables takes 90; without
 * triggers and foreign keys, for nothing is to be counted or kept.
 */
const empty = async (run: Run) => {
  const isCut = emptyings++ % emptyingsUntilCut === 0
  await run(`
    set role none;
    set session_replication_role = replica;
    do $$
    declare
      cleared text[] := array(select quote_ident(relname) from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r' and (${isCut} or pg_relation_size(oid) > 0)
          and relname <> all(array['${kept.join("', '")}']));
      one text;
    begin
      if ${isCut} then
        execute 'truncate ' || array_to_string(cleared, ', ');
      else
        foreach one in array cleared loop
          execute 'delete from ' || one;
        end loop;
      end if;
      delete from instrument_item where instrument_id > 1;
      delete from instrument where id > 1;
      delete from policy where valid_from > '2025-02-26';
      delete from operating_model_point where version_number > 1;
      delete from operating_model_version where number > 1;
      delete from signal_limit where valid_from > '2015-01-01';
      delete from commitment_term where from_on > '2020-01-01';
      -- Not \`alter sequence … restart\`, which gives each a new file and leaves a dead row in the catalogue.
      perform setval(quote_ident(sequencename)::regclass, start_value, false)
        from pg_sequences where schemaname = 'public' and last_value is not null;
      perform setval(pg_get_serial_sequence('instrument', 'id'), 2, false);
    end $$;
    set session_replication_role = origin;`)
}

const freshPGlite = async (): Promise<Connection> => {
  embedded ??= makeEmbedded()
  const database = await embedded
  await empty((statements) => database.exec(statements))
  return embeddedConnection(database)
}
