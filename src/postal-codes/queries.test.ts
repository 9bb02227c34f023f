import { afterAll, beforeAll, expect, test } from 'vitest'
import { digestOf, importFile, placesOf } from '../../test/imports.ts'
import { makeMunicipality } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { runImport } from '../cli/import.ts'
import { fillPostalCodes } from './import.ts'
import { findHome, listSources } from './queries.ts'
import type { Country } from './rules.ts'

let world: World
let kainuu: number
let ids: Record<string, number>
beforeAll(async () => {
  world = await newWorld()
  const kajaani = await makeMunicipality(world.db, { name: 'Kajaani', nameSv: 'Kajana' })
  kainuu = kajaani.areaId
  const others = [
    await makeMunicipality(world.db, {
      name: 'Haaparanta',
      nameSv: 'Haparanda',
      country: 'SE',
      area: 'Ruotsi',
    }),
    await makeMunicipality(world.db, { name: 'Iitti', phase: 'preparing' }),
    await makeMunicipality(world.db, {
      name: 'Tervola',
      phase: 'pilot',
      from: '2026-01-01',
      until: '2026-06-30',
    }),
    await makeMunicipality(world.db, { name: 'Pertunmaa', from: '2020-01-01', until: '2026-12-31' }),
    await makeMunicipality(world.db, { name: 'Mäntyharju', from: '2027-01-01' }),
  ]
  ids = Object.fromEntries([kajaani, ...others].map(({ name, id }) => [name, id]))
  await world.db.updateTable('municipality').set({ code: '205' }).where('id', '=', kajaani.id).execute()
  // Renamed since the list was made: the official code finds it all the same.
  await world.db
    .updateTable('municipality')
    .set({ name_fi: 'Kajaanin kaupunki' })
    .where('id', '=', kajaani.id)
    .execute()
  await world.db
    .updateTable('municipality')
    .set({ merged_into_id: ids.Mäntyharju!, merged_on: '2027-01-01' })
    .where('name_fi', '=', 'Pertunmaa')
    .execute()
  await world.db.transaction().execute((db) => fillPostalCodes(db, world.keys, '2026-05-04'))
})
afterAll(() => world.end())

const home = async (code: string, country: Country | null = null, day = '2026-05-04') =>
  (await findHome(world.db, { code, country }, { areaId: kainuu, day })).home

test('the list of the program has its source, terms and date', async () => {
  const [list, ...more] = await listSources(world.db)
  expect(more).toEqual([])
  expect(list).toMatchObject({ listedOn: '2024-04-13', codes: 5033 })
  expect(list!.source).toContain('Posti')
  expect(list!.licence).toContain('MIT')
})

test.each([
  ['a home street', '87100', null, 'Kajaanin kaupunki', true],
  ['a post office box', '87401', null, 'Kajaanin kaupunki', true],
  ['a municipality known by name only', '47401', null, 'Iitti', false],
  ['a pilot that is running', '95330', null, 'Tervola', true],
  ['Haparanda in its own two parts', '95331', 'SE', 'Haaparanta', true],
  ['Haparanda by its digits alone, which no Finnish code has', '95331', null, 'Haaparanta', true],
  ['digits that both countries have are Finnish', '95330', 'FI', 'Tervola', true],
  ['unless they are written in the Swedish way', '95330', 'SE', 'Haaparanta', true],
  ['a municipality that the register does not have', '00100', null, 'Helsinki', false],
] as const)('%s: %s', async (_, code, country, nameFi, isServed) =>
  expect(await home(code, country)).toMatchObject({ nameFi, isServed }),
)

test.each([
  ['unknown to everyone', '12345', null],
  ['Swedish, but not Haparanda', '11455', 'SE'],
  ['953 xx, said to be Finnish', '95331', 'FI'],
] as const)('a code that is %s has no home', async (_, code, country) =>
  expect(await findHome(world.db, { code, country }, { areaId: kainuu, day: '2026-05-04' })).toEqual({
    isListed: true,
    home: null,
  }),
)

test('a pilot serves through its last day', async () => {
  expect(await home('95330', null, '2026-06-30')).toMatchObject({ isServed: true })
  expect(await home('95330', null, '2026-07-01')).toMatchObject({ isServed: false })
})

test('a merged municipality is the new one from the day of the merger', async () => {
  const before = { municipalityId: ids.Pertunmaa!, nameFi: 'Pertunmaa', isServed: true }
  const after = { municipalityId: ids.Mäntyharju!, nameFi: 'Mäntyharju', isServed: true }
  expect(await home('19430', null, '2026-12-31')).toMatchObject(before)
  expect(await home('19430', null, '2027-01-01')).toMatchObject(after)
})

test('a newer list overrides, leaves other codes as they are, and is told as another source', async () => {
  const csv = (day: string) =>
    `code,municipality_code,municipality,source,licence,listed_on\n99998,205,Kajaani,Oma luettelo,Vapaa,${day}\n`
  expect(await importFile(world, 'postal-codes', csv('2026-05-01'), { dryRun: true })).toMatchObject({
    added: 1,
  })
  expect(await home('99998')).toBeNull()
  expect(await importFile(world, 'postal-codes', csv('2026-05-01'))).toMatchObject({ added: 1, unchanged: 0 })
  expect(await importFile(world, 'postal-codes', csv('2026-05-01'))).toMatchObject({ added: 0, unchanged: 1 })
  expect(await home('99998')).toMatchObject({ nameFi: 'Kajaanin kaupunki' })
  expect((await listSources(world.db)).map(({ codes }) => codes)).toEqual([1, 5033])
})

test('the list of the program again changes nothing, and a first start fills only an empty register', async () => {
  const before = await digestOf(world)
  const asked = { kind: 'postal-codes', file: null, dryRun: false, now: world.now() }
  const progress = { show: () => {}, end: () => {} }
  const report = await runImport({ pool: world.db }, world.keys, { ...asked, progress })
  expect(report).toMatchObject({ rows: 5033, added: 0, unchanged: 5033, problems: [] })
  await world.db.transaction().execute((db) => fillPostalCodes(db, world.keys, '2026-05-04'))
  expect(await digestOf(world)).toEqual(before)
})

test('bad lines are told by line and column', async () => {
  const report = await importFile(
    world,
    'postal-codes',
    [
      'code,municipality_code,municipality,source,licence,listed_on',
      '8710,205,Kajaani,x,y,2026-05-01',
      '87100,20,Kajaani,x,y,2026-05-01',
      '87110,205,,x,y,2030-01-01',
      '87120,205,Kajaani,x,y,2026-05-01',
      '87120,205,Kajaani,x,y,2026-05-01',
    ].join('\n'),
  )
  expect(placesOf(report)).toEqual([
    [2, 'code'],
    [3, 'municipality_code'],
    [4, 'municipality'],
    [4, 'listed_on'],
    [6, 'code'],
  ])
})
