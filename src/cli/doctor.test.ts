import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeCard } from '../../test/makers.ts'
import { newFolder } from '../../test/programs.ts'
import { newWorld, type World } from '../../test/world.ts'
import { sealAndKeepHead } from '../audit/seal.ts'
import { readConfig } from '../config.ts'
import { claimInstallation, readKeys } from '../db/keys.ts'
import { queueMail } from '../mail/queries.ts'
import { doctorCommand } from './doctor.ts'
import { examine } from './doctor-checks.ts'

let world: World
let place: ReturnType<typeof newFolder>
let config: ReturnType<typeof readConfig>
beforeEach(async () => {
  world = await newWorld(new Date().toISOString()) // the doctor compares the clocks
  place = newFolder()
  config = readConfig({ DATA_DIR: join(place.folder, 'data'), SMTP_URL: 'smtp://127.0.0.1' })
  await claimInstallation(world.db, readKeys(config.keyFile), false, world.now())
  await sql`insert into audit (done_at, actor, permission, outcome)
    select ${world.now()}, 'test', 'test', 'done' from generate_series(1, 9)`.execute(world.db)
  await sealAndKeepHead(world.db, config.auditHeadsFile, world.now())
})
afterEach(async () => {
  await sql`delete from migration where name = '9999_newer.sql'`.execute(world.db)
  await world.end()
  place.remove()
})

const connection = () => ({
  ...{ pool: world.db, app: world.requests, read: world.read, engine: world.engine },
  close: async () => {},
})
const examined = () => examine({ config, connection: connection(), now: world.now() })
const wrongs = async () =>
  (await examined()).flatMap(({ name, state, sentence }) =>
    state === 'wrong' ? [`${name}: ${sentence}`] : [],
  )
const forge = async (statement: string) => {
  await sql`alter table audit disable trigger user`.execute(world.db)
  await sql.raw(statement).execute(world.db)
  await sql`alter table audit enable trigger user`.execute(world.db)
}
const queue = () =>
  world.db.transaction().execute((db) =>
    queueMail(db, {
      ...{ kind: 'test', to: 'aino@esimerkki.example', language: 'fi', now: world.now() },
      ...{
        letter: { subject: 'x', paragraphs: [] },
        expiresAt: new Date(world.now().getTime() + 86_400_000),
      },
    }),
  )

test('a healthy Kaiku has nothing wrong, and says what it cannot know', async () => {
  const checks = await examined()
  expect(checks.filter(({ state }) => state === 'wrong')).toEqual([])
  expect(checks.find(({ name }) => name === 'audit chain')!.sentence).toBe('All 9 links hold.')
  expect(checks.filter(({ state }) => state === 'unknown').map(({ name }) => name)).toEqual(['backup'])
})

test('names the row that was changed and the row that is gone', async () => {
  await forge("update audit set actor = 'nobody' where id = 4")
  await forge('delete from audit where id = 7')
  expect(await wrongs()).toEqual([
    'audit chain: row 4 at position 4 is not what was sealed; row 7 at position 7 is gone.',
  ])
})

test('says what five rows stand for when more are wrong', async () => {
  await forge("update audit set actor = 'nobody'")
  expect((await wrongs())[0]).toMatch(/; and 4 more\.$/)
})

test.each<[string, () => unknown, RegExp]>([
  ['a missing second place', () => rmSync(config.auditHeadsFile), /^audit heads: .* is missing or empty/],
  ['a spoilt second place', () => writeFileSync(config.auditHeadsFile, 'x\n'), /^audit chain: Line 1 of/],
  [
    'a key file for all to read',
    () => chmodSync(config.keyFile, 0o644),
    /^key file: Others can read .*mode 644/,
  ],
  ['a missing key file', () => rmSync(config.keyFile), /^key file: .* is missing/],
  [
    'a newer database',
    () => sql`insert into migration (name, hash) values ('9999_newer.sql', 'x')`.execute(world.db),
    /^migrations: A newer Kaiku/,
  ],
  [
    'a count that is off',
    () =>
      sql`with place as (insert into organisation (name) values ('x') returning id), town as (
          insert into municipality (name_fi) values ('x') returning id), area as (insert into area (name) values ('x') returning id),
        made as (insert into site (organisation_id, municipality_id, area_id, name, category)
          select place.id, town.id, area.id, 'x', 'culture' from place, town, area returning id)
        insert into statistics_use_month (month, site_id, category, kind, card_type, source, uses, adults, children, companions)
        select '2026-01-01', id, 'culture', 'ticket', 'personal', 'desk', 1, 1, 0, 0 from made`.execute(
        world.db,
      ),
    /^rollups: statistics_use_month .*real nothing/,
  ],
  ['another clock', () => world.later(3), /^clock: .* differ by \d+ seconds/],
])('%s is wrong', async (_, spoil, sentence) => {
  await spoil()
  expect((await wrongs())[0]).toMatch(sentence)
})

test('mail that nobody sends is wrong after an hour, and at once when the server does not take it', async () => {
  await queue()
  expect(await wrongs()).toEqual([])
  await world.db.updateTable('mail').set({ problem: 'EAUTH 535' }).execute()
  expect(await wrongs()).toEqual(['mail: The mail server did not take 1 of 1. The outbox says why.'])
  await world.db.updateTable('mail').set({ problem: null }).execute()
  world.later(61)
  expect(await wrongs()).toContainEqual(expect.stringContaining('Is Kaiku running?'))
})

test('the command ends with 1 where there is no database, and makes none', async () => {
  const printed: string[] = []
  const command = doctorCommand(() => config)
  if (command.needsDatabase) throw new Error('it would make one')
  const code = await command.run({
    ...{ words: [], options: { json: true }, now: world.now(), origin: 'http://localhost:3000' },
    ...{ print: (line) => printed.push(line), note: () => {} },
  })
  expect(code).toBe(1)
  expect(JSON.parse(printed[0]!)).toMatchObject({ ok: false, checks: [{ name: 'database', state: 'wrong' }] })
  expect(existsSync(config.dataDirectory)).toBe(false)
})

test('cards in stock that lie nowhere, and numbers that are no card, are told by number', async () => {
  for (let index = 0; index < 3; index++) await makeCard(world.db, world.keys, { stock: true })
  const told = async () => (await examined()).find(({ name }) => name === 'stock')
  expect(await told()).toMatchObject({ state: 'ok', sentence: 'Each of 3 cards in stock lies in one place.' })
  await sql`update stock_range set first_serial = 11, last_serial = 11 where first_serial = 2`.execute(
    world.db,
  )
  expect(await told()).toMatchObject({
    state: 'wrong',
    sentence: 'cards that lie nowhere: number 2; numbers in stock that are no card there: 11.',
  })
})

test('before all migrations are applied the rollups are not looked at, and only the migrations are wrong', async () => {
  const last = await sql<{ name: string; hash: string }>`
    delete from migration where name = (select max(name) from migration) returning name, hash`.execute(
    world.db,
  )
  await sql`alter view recount_card_usage rename to recount_later`.execute(world.db)
  try {
    expect(await wrongs()).toEqual([expect.stringMatching(/^migrations: Not applied yet: .*kaiku migrate/)])
    expect((await examined()).find(({ name }) => name === 'rollups')).toMatchObject({ state: 'unknown' })
  } finally {
    await sql`alter view recount_later rename to recount_card_usage`.execute(world.db)
    const { name, hash } = last.rows[0]!
    await sql`insert into migration (name, hash) values (${name}, ${hash})`.execute(world.db)
  }
})
