import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newFolder } from '../../test/programs.ts'
import { newWorld, type World } from '../../test/world.ts'
import { readHeads } from './heads.ts'
import { countAudit, findBase, sealAudit } from './queries.ts'
import { sealAndKeepHead } from './seal.ts'
import { verifyAudit } from './verify.ts'

let world: World
let place: ReturnType<typeof newFolder>
let file: string
beforeEach(async () => {
  world = await newWorld()
  place = newFolder()
  file = join(place.folder, 'data.audit-heads')
})
afterEach(async () => {
  await world.end()
  place.remove()
})

const write = (at: string, count = 3) =>
  sql`insert into audit (done_at, actor, permission, outcome, subject)
    select ${at}::timestamptz + n * interval '1 second', 'test', 'cards.read', 'done', '{}' from generate_series(1, ${count}::int) n`.execute(
    world.db,
  )
/** Two days of deeds, and the seal at the morning of each day and of the next. */
const makeDays = async () => {
  await write('2026-05-04T08:00:00Z')
  await sealAndKeepHead(world.db, file, new Date('2026-05-04T09:00:00Z'))
  await write('2026-05-04T15:00:00Z')
  await sealAndKeepHead(world.db, file, new Date('2026-05-05T09:00:00Z'))
  await write('2026-05-05T15:00:00Z')
  await sealAndKeepHead(world.db, file, new Date('2026-05-06T09:00:00Z'))
}
const verify = async (now: string) =>
  (await verifyAudit(world.db, readHeads(file), new Date(now))).findings.map(({ kind, position }) => ({
    kind,
    position,
  }))

test('rows are forgotten five years after the head of their day, not a day before; the chain still holds', async () => {
  await makeDays()
  await sealAndKeepHead(world.db, file, new Date('2031-05-03T09:00:00Z'))
  expect(await countAudit(world.db)).toBe(9)
  await sealAndKeepHead(world.db, file, new Date('2031-05-04T09:00:00Z'))
  expect(await countAudit(world.db)).toBe(6)
  expect(await findBase(world.db)).toMatchObject({ position: 3 })
  await write('2031-05-04T10:00:00Z')
  await sealAndKeepHead(world.db, file, new Date('2031-05-05T09:00:00Z'))
  expect(await countAudit(world.db)).toBe(6)
  expect(await findBase(world.db)).toMatchObject({ position: 6 })
  expect(await verify('2031-05-05T09:30:00Z')).toEqual([])
})

test('when all has been forgotten, the chain goes on where it was', async () => {
  await makeDays()
  await sealAndKeepHead(world.db, file, new Date('2033-05-04T09:00:00Z'))
  expect(await countAudit(world.db)).toBe(0)
  await write('2033-05-04T10:00:00Z')
  await sealAudit(world.db, new Date('2033-05-04T11:00:00Z'))
  expect(await verify('2033-05-04T11:00:00Z')).toEqual([])
  const { rows } = await sql<{ position: number }>`select min(position) as position from audit_link`.execute(
    world.db,
  )
  expect(rows).toEqual([{ position: 10 }])
})

test('a younger beginning than the kept heads allow is told, and so is a false one', async () => {
  await makeDays()
  await sql`select audit_forget(3, '2030-01-01', now())`.execute(world.db)
  expect(await verify('2026-05-06T09:30:00Z')).toEqual([{ kind: 'forgotten-early', position: 3 }])
  expect(await verify('2031-05-06T09:30:00Z')).toEqual([])
  await sql`update audit_base set hash = sha256('x')`.execute(world.db)
  expect((await verify('2031-05-06T09:30:00Z')).map(({ kind }) => kind)).toContain('forgotten-early')
})

test('the database itself refuses to forget rows that are too young, and every other deletion', async () => {
  await makeDays()
  await expect(sql`select audit_forget(6, '2026-05-04T12:00:00Z', now())`.execute(world.db)).rejects.toThrow(
    'too young',
  )
  await expect(sql`delete from audit`.execute(world.db)).rejects.toThrow('append-only')
  expect(await countAudit(world.db)).toBe(9)
})
