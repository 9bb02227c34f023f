import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectAgain } from '../../test/more-connections.ts'
import { newWorld, type World } from '../../test/world.ts'
import type { Connection } from '../db/db.ts'
import { sealAudit } from './queries.ts'
import { verifyAudit } from './verify.ts'

let world: World
let other: Connection
beforeEach(async () => {
  world = await newWorld()
  other = await connectAgain(world)
})
afterEach(async () => {
  await other.close()
  await world.end()
})

const insert = (actor: string) =>
  sql`insert into audit (done_at, actor, permission, outcome) values (${world.now()}, ${actor}, 'x', 'done')`

test('many sealers beside many writers make one chain without a gap', async () => {
  const write = async () => {
    for (let n = 0; n < 100; n++) await insert('writer').execute(other.pool)
  }
  const seal = async () => {
    for (let n = 0; n < 10; n++) await sealAudit(other.pool, world.now())
  }
  await Promise.all([write(), write(), seal(), seal(), seal()])
  await sealAudit(world.db, world.now())
  expect(await verifyAudit(world.db, [], world.now())).toEqual({ links: 200, findings: [], more: 0 })
})

test('a row that is committed behind others, with a lower number, is sealed too', async () => {
  await other.pool.transaction().execute(async (slow) => {
    await insert('slow').execute(slow)
    await insert('quick').execute(world.db)
    expect(await sealAudit(world.db, world.now())).toBe(1)
  })
  expect(await sealAudit(world.db, world.now())).toBe(1)
  const { rows } = await sql<{ audit_id: number }>`select audit_id from audit_link order by position`.execute(
    world.db,
  )
  expect(rows.map(({ audit_id }) => audit_id)).toEqual([2, 1])
  expect((await verifyAudit(world.db, [], world.now())).findings).toEqual([])
})
