import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newWorld, type World } from '../../test/world.ts'
import { compareMigrations, migrate, readMigrations } from './migrate.ts'
import { reissued, reissuedAs } from './reissued.ts'

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

/** The database as the rewritten files left it: their hashes, no 0028, and the one plan of it not kept. */
const makeReissued = async () => {
  for (const [name, hash] of Object.entries(reissued))
    await sql`update migration set hash = ${hash} where name = ${name}`.execute(world.db)
  await sql`delete from migration where name = ${reissuedAs}`.execute(world.db)
  await sql`alter function municipality_crosses(integer, date) reset plan_cache_mode`.execute(world.db)
}

/** The state that a new database has: what the files are, and how the plan of a home's rule is kept. */
const asNew = {
  hashes: readMigrations().map(({ name, hash }) => ({ name, hash })),
  settings: ['search_path=public, pg_temp', 'plan_cache_mode=force_generic_plan'],
}
const stateNow = async () => {
  const { rows: hashes } = await sql`select name, hash from migration order by name`.execute(world.db)
  const { rows } = await sql<{ settings: string[] }>`
    select proconfig as settings from pg_proc where proname = 'municipality_crosses'`.execute(world.db)
  return { hashes, settings: rows[0]!.settings }
}

test('a database made with the rewritten migrations is recognised, mended and goes on as every other', async () => {
  await makeReissued()
  expect(await compareMigrations(world.db)).toMatchObject({ changed: [], waiting: [reissuedAs] })
  expect(await migrateAgain()).toEqual([])
  expect(await stateNow()).toEqual(asNew)
})

test('a database with any other change in one of those files is refused, and left as it was', async () => {
  const [first] = Object.keys(reissued)
  await makeReissued()
  await sql`update migration set hash = 'x' where name = ${first}`.execute(world.db)
  const before = await stateNow()
  await expect(migrateAgain()).rejects.toThrow(`Migration ${first} has changed since it was applied`)
  expect(await stateNow()).toEqual(before)

  await makeReissued() // and back to the newest form, for the tests to come
  expect(await migrateAgain()).toEqual([])
})
