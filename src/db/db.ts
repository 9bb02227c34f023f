import type { Kysely, Transaction } from 'kysely'
import type { Database } from './schema.ts'

/** What a page is handed: it can only look. PostgreSQL holds it to that too (READ ONLY). */
export type Read = Pick<
  Kysely<Database>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'getExecutor'
>

/** What an action is handed: an open transaction, committed when the action succeeds. */
export type Write = Transaction<Database>

/** The database itself. Only `web/`, the command line and the start of the program hold it. */
export type Pool = Kysely<Database>

/** The two engines speak the same SQL; a few things (locks between processes) differ. */
export type Engine = 'postgres' | 'pglite'
/** Runs statements that can only look; the database itself refuses the others. */
export type Reading = <T>(run: (db: Read) => Promise<T>) => Promise<T>
export type Connection = { pool: Pool; read: Reading; engine: Engine; close: () => Promise<void> }
