import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeCard, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
import { newFolder } from '../../test/programs.ts'
import { newWorld, type World } from '../../test/world.ts'
import type { Pool } from '../db/db.ts'
import { dayOf } from '../lib/dates.ts'
import { readDeletions } from './deletion-file.ts'
import { listDeletions, replayDeletions } from './deletion-queries.ts'
import { reconcileDeletions, startKeepingDeletions } from './keep-deletions.ts'

const now = new Date('2026-05-04T09:00:00Z')
let place: ReturnType<typeof newFolder>
let file: string
beforeEach(() => {
  place = newFolder()
  file = join(place.folder, 'data.deletions')
})
afterEach(() => place.remove())

/** What `subject_erase` does, without a unit that asks. */
const erase = (db: Pool, cardId: number, at: Date) =>
  db.transaction().execute(async (write) => {
    await sql`insert into deletion (kind, hash, deleted_on, key_version)
      select 'card', deletion_hash(code_hash), ${dayOf(at)}::date, key_version from card where id = ${cardId}`.execute(
      write,
    )
    await sql`select cards_forget(array[${cardId}::bigint])`.execute(write)
  })
const cardsIn = async (db: Pool) =>
  (await db.selectFrom('card').select('id').orderBy('id').execute()).map(({ id }) => id)

describe('on either database', () => {
  let world: World
  beforeEach(async () => {
    world = await newWorld()
  })
  afterEach(() => world.end())

  test('an old file that brings an erased card back is forgotten again; a code registered anew stays', async () => {
    const { db, keys } = world
    const code = '7KPQ2X9D'
    const erased = await makeCard(db, keys, { code })
    const other = await makeCard(db, keys)
    await erase(db, erased.id, now)
    expect(await replayDeletions(db)).toBe(0)
    const back = await makeCard(db, keys, { code })
    await makeUse(db, { card: back, site: await makeSite(db), usedAt: now })
    expect(await reconcileDeletions(db, file)).toBe(1)
    expect(await cardsIn(db)).toEqual([other.id])
    const anew = await makeCard(db, keys, { code, registeredOn: '2026-06-01' })
    const stock = await makeCard(db, keys, { stock: true })
    expect(await reconcileDeletions(db, file)).toBe(0)
    expect(await cardsIn(db)).toEqual([other.id, anew.id, stock.id])
  })

  test('the file holds what the database holds, once, for its owner alone, and no code', async () => {
    const { db, keys } = world
    const card = await makeCard(db, keys)
    const keeping = startKeepingDeletions({
      pool: db,
      file,
      every: 3_600_000,
      onError: (error) => {
        throw error
      },
    })
    await erase(db, card.id, now)
    await keeping.stop()
    expect(readDeletions(file)).toMatchObject([{ keyVersion: keys.version }])
    await reconcileDeletions(db, file)
    await reconcileDeletions(db, file)
    expect(readDeletions(file)).toEqual(await listDeletions(db))
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8')).not.toContain(card.code)
  })

  test('what is counted of forgotten cards tells an age by twenty years, and children or none', async () => {
    const { db, keys } = world
    const unit = await makeUnit(db)
    for (const [birthYear, children] of [
      [1985, 1],
      [1969, 7],
      [1950, 0],
    ] as const)
      await erase(db, (await makeCard(db, keys, { unit, birthYear, children })).id, now)
    const counted = db.selectFrom('forgotten_card').select(['age_group', 'has_children', 'cards'])
    expect(await counted.orderBy('age_group').execute()).toEqual([
      { age_group: 40, has_children: true, cards: 2 },
      { age_group: 60, has_children: false, cards: 1 },
    ])
  })

  test('of several on a day neither rows nor lines tell the order, nor any instant', async () => {
    const { db, keys } = world
    const cards = [await makeCard(db, keys), await makeCard(db, keys), await makeCard(db, keys)]
    for (const { id } of cards) {
      await erase(db, id, now)
      await reconcileDeletions(db, file)
    }
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
    expect(lines).toHaveLength(3)
    expect(lines).toEqual([...lines].sort())
    expect(readFileSync(file, 'utf8')).not.toMatch(/\d\d:\d\d/)
    const { rows } = await sql<{ column: string; type: string }>`
      select column_name as column, data_type as type from information_schema.columns
      where table_name = 'deletion' order by 1`.execute(db)
    expect(rows.map(({ type }) => type).sort()).toEqual(['bytea', 'date', 'smallint', 'text'])
  })

  test('a line cut short by a power failure is no deletion; a broken one stops the start', async () => {
    const { db, keys } = world
    const [first, second] = [await makeCard(db, keys), await makeCard(db, keys)]
    await erase(db, first.id, now)
    await reconcileDeletions(db, file)
    const whole = readFileSync(file, 'utf8')
    writeFileSync(file, `${whole}{"kind":"ca`)
    await erase(db, second.id, now)
    await reconcileDeletions(db, file)
    expect(readDeletions(file)).toHaveLength(2)
    writeFileSync(file, `${whole}nonsense\n`)
    await expect(reconcileDeletions(db, file)).rejects.toThrow('Line 2 of')
  })
})
