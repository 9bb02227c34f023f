import { sql } from 'kysely'
import { connectPostgres } from '../src/db/postgres.ts'
import type { World } from './world.ts'

/** Another process on the world's PostgreSQL: a pool of eight connections as the owner of the tables. */
export const connectAgain = async ({ db }: World) => {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  const url = new URL(process.env.TEST_POSTGRES_URL!)
  url.pathname = `/${rows[0]!.name}`
  return connectPostgres(url.href, 32)
}
