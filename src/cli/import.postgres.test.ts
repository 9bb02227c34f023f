import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importFile } from '../../test/imports.ts'
import { makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
  await makeUnit(world.db, { name: 'Klubitalo' })
})
afterEach(() => world.end())

const cards =
  'code,type,unit,registered_on,valid_until,birth_year,postal_code,children,life_situation,gender\nKAI-1,personal,Klubitalo,2026-03-15,,1980,87100,0,,\n'
const sites = 'site,organisation,municipality,area,category,intermediary\nMuseo,Säätiö,Inari,,culture,\n'

/** Long enough for an import that does not wait to have ended. */
const soon = () => new Promise<'waits'>((done) => setTimeout(() => done('waits'), 700))

const waitersForCards = async () => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pg_locks where relation = 'card'::regclass and not granted`.execute(
    world.db,
  )
  return rows[0]!.count
}

test('a second import waits for the first, whatever they are of, and then both are done', async () => {
  const { both } = await world.db.transaction().execute(async (db) => {
    // Keeps the first import from ending.
    await sql`lock table card in row exclusive mode`.execute(db)
    const first = importFile(world, 'cards', cards)
    await expect.poll(waitersForCards).toBe(1)
    const second = importFile(world, 'sites', sites)
    expect(await Promise.race([second, soon()])).toBe('waits')
    return { both: Promise.all([first, second]) }
  })
  expect((await both).map(({ added, problems }) => ({ added, problems }))).toEqual([
    { added: 1, problems: [] },
    { added: 1, problems: [] },
  ])
})
