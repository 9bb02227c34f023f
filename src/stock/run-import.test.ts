import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { digestOf, importFile, placesOf } from '../../test/imports.ts'
import { makeCard, makeMunicipality, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { newCode } from '../codes/rules.ts'
import { findStockFaults } from './check-queries.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
  const municipality = await makeMunicipality(world.db, { name: 'Kuhmo' })
  await makeUnit(world.db, { name: 'Klubitalo', municipality })
  await makeUnit(world.db, { name: 'Diakonia', municipality })
})
afterEach(() => world.end())

const fileOf = (...lines: string[]) => ['code,type,unit', ...lines, ''].join('\n')
const fresh = newCode()
const good = fileOf(
  'KAI-0001,personal,Klubitalo',
  `${fresh},personal,`,
  'KAI-0002,personal,Diakonia',
  'YHT-1,community,',
  'KAI-0003,personal,Klubitalo',
)
const lying = async () => {
  const { rows } = await sql<{ where: string }>`
    select concat_ws(' ', r.card_type, r.place, u.name, r.last_serial - r.first_serial + 1) as where
    from stock_range r left join issuing_unit u on u.id = r.unit_id order by first_serial`.execute(world.db)
  return rows.map((row) => row.where)
}

test('cards get numbers, at the centre or at their unit, with a trace; the same file again changes nothing', async () => {
  expect(await importFile(world, 'stock', good)).toMatchObject({
    rows: 5,
    added: 5,
    unchanged: 0,
    problems: [],
  })
  expect(await lying()).toEqual([
    'personal centre 1',
    'personal unit Klubitalo 2',
    'personal unit Diakonia 1',
    'community centre 1',
  ])
  const runs = await world.db.selectFrom('print_run').select(['name', 'origin', 'sealed_seed']).execute()
  expect(runs).toEqual(Array(2).fill({ name: '4.5.2026', origin: 'imported', sealed_seed: null }))
  const moves = await world.db
    .selectFrom('stock_movement')
    .select(['from_place', 'to_place'])
    .orderBy('id')
    .execute()
  expect(moves.map(({ from_place, to_place }) => `${from_place} ${to_place}`)).toEqual([
    ...['made centre', 'centre unit', 'centre unit', 'made centre'],
  ])
  expect(await findStockFaults(world.db)).toEqual({ cards: 5, nowhere: [], nobody: [] })
  const before = await digestOf(world)
  expect(await importFile(world, 'stock', good)).toMatchObject({ added: 0, unchanged: 5, problems: [] })
  expect(await digestOf(world)).toEqual(before)
})

test('a trial checks the same and writes nothing', async () => {
  const before = await digestOf(world)
  expect(await importFile(world, 'stock', good, { dryRun: true })).toMatchObject({ added: 5, problems: [] })
  expect(await digestOf(world)).toEqual(before)
})

test('the unit may be left out for all, and an imported card is given out as any', async () => {
  await importFile(world, 'stock', `type;code\npersonal;${fresh}\n`)
  expect(await lying()).toEqual(['personal centre 1'])
  const unit = await makeUnit(world.db, { name: 'Neuvola' })
  await importFile(world, 'stock', fileOf('KAI-0009,personal,Neuvola'))
  const issuer = await world.as({ role: 'issuer', unit })
  const answers = { consent: 'yes', birthYear: '1950', postalCode: '87100', children: '0' }
  expect((await issuer.post('/fi/anna-kortti', { code: 'kai 0009', ...answers })).status).toBe(303)
  expect(await importFile(world, 'stock', fileOf('KAI-0009,personal,Neuvola'))).toMatchObject({
    unchanged: 1,
  })
})

test('every bad line is told by line and column, nothing is written, and no code is repeated', async () => {
  const known = await makeCard(world.db, world.keys, {
    unit: await makeUnit(world.db, { name: 'Toimisto' }),
    stock: true,
  })
  const before = await digestOf(world)
  const report = await importFile(
    world,
    'stock',
    fileOf(
      'KAI-0001,personal,Klubitalo',
      'kai 0001,personal,Klubitalo',
      ',personal,',
      'KAI-0002,gold,',
      'KAI-0003,personal,Olematon',
      `${known.code},community,`,
      `${known.code.toLowerCase()},personal,Klubitalo`,
      '131052-308T,personal,',
      '1.23E+11,personal,',
      'KAI-0004,personal',
    ),
  )
  expect(placesOf(report)).toEqual([
    ...[
      [3, 'code'],
      [4, 'code'],
      [5, 'type'],
      [6, 'unit'],
      [7, 'type'],
      [8, 'code'],
      [8, 'unit'],
      [9, 'code'],
    ],
    ...[
      [10, 'code'],
      [11, null],
    ],
  ])
  expect(report).toMatchObject({ added: 0, unchanged: 0 })
  expect(JSON.stringify(report.problems)).not.toMatch(new RegExp(`${known.code}|KAI|0001|131052`, 'i'))
  expect(await digestOf(world)).toEqual(before)
})
