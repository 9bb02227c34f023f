import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { putDatabase } from '../../test/made-database.ts'
import { makeCard } from '../../test/makers.ts'
import { newFolder } from '../../test/programs.ts'
import { makeRound } from '../../test/wellbeing.ts'
import { readConfig } from '../config.ts'
import { withdrawConsents } from '../consents/queries.ts'
import type { Pool } from '../db/db.ts'
import { dayOf } from '../lib/dates.ts'
import { openDatabase } from '../open-database.ts'
import { listDeletions, replayDeletions } from './deletion-queries.ts'
import { reconcileDeletions, startKeepingDeletions } from './keep-deletions.ts'

/** A copy of the embedded database that is put back brings back what was forgotten since. */
const now = new Date('2026-05-04T09:00:00Z')
let place: ReturnType<typeof newFolder>
beforeEach(async () => {
  place = newFolder()
  await putDatabase(join(place.folder, 'data'))
}, 120_000)
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
