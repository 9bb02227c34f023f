import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeCard, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
import { newFolder } from '../../test/programs.ts'
import { makeRound } from '../../test/wellbeing.ts'
import { newWorld, type World } from '../../test/world.ts'
import { readConfig } from '../config.ts'
import { withdrawConsents } from '../consents/queries.ts'
import type { Pool } from '../db/db.ts'
import { dayOf } from '../lib/dates.ts'
import { openDatabase } from '../open-database.ts'
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

/** A card whose holder has agreed to both, and has answered. */
const makeAgreed = async (db: Pool, card: { id: number }) => {
  for (const kind of ['register', 'wellbeing'])
    await sql`insert into consent (card_id, kind, text_version, given_on, given_at, unit_id)
      select id, ${kind}, '2025-01', '2026-02-01', '2026-02-01T10:00:00Z', unit_id from card where id = ${card.id}`.execute(
      db,
    )
  await makeRound(db, { cardId: card.id, wave: 0, points: [1, 2], at: now })
}
/** What the page of the consents does, without a unit that asks. */
const withdraw = (db: Pool, cardId: number, kind: 'register' | 'wellbeing') =>
  db.transaction().execute(async (write) => {
    await sql`select wellbeing_forget(${cardId}::bigint, ${now}::timestamptz)`.execute(write)
    if (kind === 'register')
      await sql`update card set state = 'withdrawn', closed_on = '2026-05-04', closed_reason = 'consent-withdrawn'
        where id = ${cardId}`.execute(write)
    await withdrawConsents(write, cardId, now, kind === 'register' ? undefined : kind)
  })
const standing = async (db: Pool) => {
  const { rows } = await sql<{ card: number; kind: string; answers: number }>`
    select k.card_id as card, k.kind, (select count(*)::int from wellbeing_answer a join wellbeing_round r
      on r.id = a.round_id where r.card_id = k.card_id) as answers
    from consent k where k.withdrawn_at is null order by 1, 2`.execute(db)
  return rows
}

test('an old copy brings back consents that were withdrawn: they are again, with answers and card', async () => {
  const DATA_DIR = join(place.folder, 'data')
  const config = readConfig({ DATA_DIR })
  const open = () => openDatabase(config, false, now)
  let opened = await open()
  const { keys } = opened
  const [all, some, stays] = [
    await makeCard(opened.connection.pool, keys, { registeredOn: '2026-02-01' }),
    await makeCard(opened.connection.pool, keys, { registeredOn: '2026-02-01' }),
    await makeCard(opened.connection.pool, keys, { registeredOn: '2026-02-01' }),
  ]
  for (const card of [all, some, stays]) await makeAgreed(opened.connection.pool, card)
  await opened.connection.close()
  cpSync(DATA_DIR, join(place.folder, 'copy'), { recursive: true })

  opened = await open()
  await withdraw(opened.connection.pool, all.id, 'register')
  await withdraw(opened.connection.pool, some.id, 'wellbeing')
  const left = [
    { card: some.id, kind: 'register', answers: 0 },
    { card: stays.id, kind: 'register', answers: 2 },
    { card: stays.id, kind: 'wellbeing', answers: 2 },
  ]
  expect(await standing(opened.connection.pool)).toEqual(left)
  await reconcileDeletions(opened.connection.pool, config.deletionsFile)
  await opened.connection.close()

  rmSync(DATA_DIR, { recursive: true })
  cpSync(join(place.folder, 'copy'), DATA_DIR, { recursive: true })
  opened = await open()
  const { pool } = opened.connection
  expect(opened.deletedAgain).toBeGreaterThan(0)
  expect(await standing(pool)).toEqual(left)
  const cards = await pool
    .selectFrom('card')
    .select(['state', 'closed_on', 'closed_reason'])
    .orderBy('id')
    .execute()
  const isOpen = { state: 'registered', closed_on: null, closed_reason: null }
  expect(cards).toEqual([
    { state: 'withdrawn', closed_on: '2026-05-04', closed_reason: 'consent-withdrawn' },
    ...[isOpen, isOpen],
  ])
  const events = await pool.selectFrom('card_event').select(['card_id', 'event', 'reason']).execute()
  expect(events).toEqual([{ card_id: all.id, event: 'withdrawn', reason: 'consent-withdrawn' }])
  expect(await replayDeletions(pool)).toBe(0)
  // Asked anew on a later day, the holder agrees: that one stands.
  await sql`insert into consent (card_id, kind, text_version, given_on, unit_id)
    select id, 'wellbeing', '2025-01', '2026-05-05', unit_id from card where id = ${some.id}`.execute(pool)
  expect(await replayDeletions(pool)).toBe(0)
  await opened.connection.close()
}, 120_000)

test('an old copy of the whole directory is put back: at its next start it forgets again', async () => {
  const DATA_DIR = join(place.folder, 'data')
  const config = readConfig({ DATA_DIR })
  const open = () => openDatabase(config, false, now)
  let opened = await open()
  const card = await makeCard(opened.connection.pool, opened.keys, { registeredOn: '2026-02-01' })
  const stays = await makeCard(opened.connection.pool, opened.keys)
  await opened.connection.close()
  cpSync(DATA_DIR, join(place.folder, 'copy'), { recursive: true })

  opened = await open()
  const keeping = startKeepingDeletions({
    ...{ pool: opened.connection.pool, file: config.deletionsFile, every: 3_600_000 },
    onError: (error) => {
      throw error
    },
  })
  await erase(opened.connection.pool, card.id, now)
  await keeping.stop()
  await opened.connection.close()

  rmSync(DATA_DIR, { recursive: true })
  cpSync(join(place.folder, 'copy'), DATA_DIR, { recursive: true })
  opened = await open()
  expect(opened.deletedAgain).toBe(1)
  expect(await cardsIn(opened.connection.pool)).toEqual([stays.id])
  expect(await listDeletions(opened.connection.pool)).toHaveLength(1)
  await opened.connection.close()

  opened = await open()
  expect(opened.deletedAgain).toBe(0)
  await opened.connection.close()
}, 120_000)
