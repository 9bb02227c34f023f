import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newWorld, type World } from '../../test/world.ts'
import { migrate } from './migrate.ts'

let world: World
const future = '9999_from_a_newer_kaiku.sql'
beforeEach(async () => {
  world = await newWorld()
})
afterEach(async () => {
  await sql`delete from migration where name = ${future}`.execute(world.db) // on the embedded one it would stay
  await world.end()
})

const migrateAgain = () =>
  migrate({ pool: world.db, app: world.requests, read: world.read, engine: world.engine, close: world.end })

test('a database in the newest form is left as it is', async () => expect(await migrateAgain()).toEqual([]))

test('a database that a newer program has changed is refused in one sentence', async () => {
  await sql`insert into migration (name, hash) values (${future}, 'x')`.execute(world.db)
  await expect(migrateAgain()).rejects.toThrow(
    `A newer Kaiku has changed this database (${future}), so this one does not touch it. Start the newer one.`,
  )
})
