import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { connectPostgres } from './postgres.ts'

test('a connection that breaks inside a transaction fails its next statement, and nothing else', async () => {
  const { pool, close } = await connectPostgres(process.env.TEST_POSTGRES_URL!, 2)
  const broken = pool.transaction().execute(async (db) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
    await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(pool)
    // Time to hear of it while no statement waits for an answer.
    await new Promise((done) => setTimeout(done, 200))
    await sql`select 1`.execute(db)
  })
  await expect(broken).rejects.toThrow()
  expect((await sql<{ one: number }>`select 1 as one`.execute(pool)).rows).toEqual([{ one: 1 }])
  await close()
})
