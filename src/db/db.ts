import { type Kysely, sql, type Transaction } from 'kysely'
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
/**
 * By whose right a statement runs: what hashes to the kept hash of a session's token or of a key. The database finds
 * out by itself what rows that opens (migration 0010), so a forgotten scope in a query shows nothing.
 */
export type Proof = `session:${string}` | `key:${string}` | `link:${string}` | `copy:${string}`
export const proofOfSession = (proof: Buffer): Proof => `session:${proof.toString('hex')}`
export const proofOfKey = (proof: Buffer): Proof => `key:${proof.toString('hex')}`
/** Of a link to sign by, what its code tied to the browser. */
export const proofOfLink = (proof: Buffer): Proof => `link:${proof.toString('hex')}`
/** Of a link to signed files, what opening it tied to the browser. */
export const proofOfCopy = (proof: Buffer): Proof => `copy:${proof.toString('hex')}`

/** Runs statements that can only look; the database itself refuses the others. Without a proof no owned row is seen. */
export type Reading = <T>(run: (db: Read) => Promise<T>, proof?: Proof | null) => Promise<T>

/** The owner of the tables: migrations, imports, sweeps and the command line. Requests never hold it. */
export type Connection = {
  pool: Pool
  /** What requests hold: a role that owns nothing and that row-level security binds. */
  app: Pool
  read: Reading
  engine: Engine
  close: () => Promise<void>
}

/** Says by whose right the transaction acts, until it ends. */
export const actBy = (db: Write | Read, proof: Proof | null) =>
  sql`select set_config('kaiku.proof', ${proof ?? ''}, true)`.execute(db as Pool)
