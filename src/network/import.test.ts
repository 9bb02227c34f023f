import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { digestOf, importFile, placesOf } from '../../test/imports.ts'
import { newWorld, type World } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
})
afterEach(() => world.end())

const data = (name: string) => readFileSync(new URL(`../../data/network/${name}`, import.meta.url), 'utf8')
const importList = () =>
  importFile(world, 'network', data('municipalities_by_area.csv'), {
    beside: { 'area_timeline.csv': data('area_timeline.csv') },
  })
const rowsOf = async (query: string) => (await sql.raw<Record<string, unknown>>(query).execute(world.db)).rows

test('the public list and its timeline become the network; again they change nothing', async () => {
  expect(await importList()).toMatchObject({ rows: 123, added: 123, unchanged: 0, problems: [] })
  expect(await rowsOf('select count(*)::int as areas from area')).toEqual([{ areas: 16 }])
  const phases = `select phase, preliminary, count(distinct municipality_id)::int as count from area_membership
    where coalesce(phase_until, '9999-01-01') > '2026-05-04' group by 1, 2 order by 1`
  expect(await rowsOf(phases)).toEqual([
    { phase: 'permanent', preliminary: false, count: 107 },
    { phase: 'pilot', preliminary: false, count: 2 },
    { phase: 'preparing', preliminary: true, count: 14 },
  ])
  const pilots = `select name_fi, phase_from::text, phase_until::text, cross_use from area_membership s
    join municipality m on m.id = s.municipality_id where name_fi in ('Kerava', 'Savonlinna') order by 1, 2`
  expect(await rowsOf(pilots)).toEqual([
    { name_fi: 'Kerava', phase_from: '2025-01-01', phase_until: null, cross_use: true },
    { name_fi: 'Savonlinna', phase_from: '2018-02-01', phase_until: '2018-12-31', cross_use: false },
    { name_fi: 'Savonlinna', phase_from: '2019-01-01', phase_until: null, cross_use: true },
  ])
  expect(await rowsOf("select name_sv, country from municipality where name_fi = 'Haaparanta'")).toEqual([
    { name_sv: 'Haparanda', country: 'SE' },
  ])
  const before = await digestOf(world)
  expect(await importList()).toMatchObject({ added: 0, unchanged: 123, problems: [] })
  expect(await digestOf(world)).toEqual(before)
})

test('the example sites follow; those in Helsinki, in no area, are pop-up sites', async () => {
  await importList()
  expect(await importFile(world, 'sites', data('sites.csv'))).toMatchObject({
    ...{ rows: 56, added: 56, exceptions: { 'municipality-made': 1 }, problems: [] },
  })
  expect(await rowsOf('select name from site where area_id is null order by 1')).toHaveLength(4)
  const before = await digestOf(world)
  expect(await importFile(world, 'sites', data('sites.csv'))).toMatchObject({ added: 0, unchanged: 56 })
  expect(await digestOf(world)).toEqual(before)
})

const networkHeader =
  'area,county,municipality_fi,municipality_sv,country,phase,phase_from,phase_until,cross_use\n'

test('our own columns say every time of a municipality; a repeated and a bad file change nothing', async () => {
  const good = `${networkHeader}Kainuu,Kainuun hyvinvointialue,Kuhmo,,FI,pilot,2016-01-01,2017-12-31,no
Kainuu,Kainuun hyvinvointialue,Kuhmo,,FI,permanent,2018-01-01,,yes
Ruotsi,,Haaparanta,Haparanda,SE,permanent,,,\n`
  expect(await importFile(world, 'network', good)).toMatchObject({ rows: 3, added: 3, problems: [] })
  const before = await digestOf(world)
  expect(await importFile(world, 'network', good)).toMatchObject({ added: 0, unchanged: 3 })
  const bad = `${networkHeader},,Kajaani,,FI,permanent,,,
Kainuu,,,,FI,permanent,,,
Kainuu,,Kajaani,,NO,permanent,,,
Kainuu,,Kajaani,,FI,maybe,,,
Kainuu,,Kajaani,,FI,pilot,2026-01-32,,
Kainuu,,Kajaani,,FI,pilot,2026-02-01,2026-01-31,
Kainuu,,Kajaani,,FI,pilot,,,perhaps
Kainuu,,Sotkamo,,FI,pilot,2016-01-01,2017-12-31,
Kainuu,,Sotkamo,,FI,permanent,2017-01-01,,
Kainuu,,Kuhmo,,FI,permanent,2017-06-01,,
Ruotsi,,Haaparanta,Torneå,FI,ended,,,\n`
  const report = await importFile(world, 'network', bad)
  expect(placesOf(report)).toEqual([
    ...[
      [2, 'area'],
      [3, 'municipality_fi'],
      [4, 'country'],
      [5, 'phase'],
      [6, 'phase_from'],
    ],
    ...[
      [7, 'phase_until'],
      [8, 'cross_use'],
      [10, 'municipality_fi'],
      [11, 'municipality_fi'],
    ],
    ...[
      [12, 'municipality_sv'],
      [12, 'country'],
      [12, 'municipality_fi'],
    ].sort((a, b) => networkHeader.indexOf(String(a[1])) - networkHeader.indexOf(String(b[1]))),
  ])
  expect(await digestOf(world)).toEqual(before)
})

test('a bad timeline beside the list refuses it', async () => {
  const report = await importFile(world, 'network', data('municipalities_by_area.csv'), {
    beside: { 'area_timeline.csv': 'area,phase,start\nEspoo,pilot,2015\n' },
  })
  expect(report.problems).toEqual([
    { line: 1, column: null, reason: 'area_timeline.csv, line 1, end: is missing from the header' },
  ])
})

const unitHeader = 'unit,organisation,kind,third_sector,municipality,area\n'

test('units: made with their organisation, in the area of the municipality unless the file says another', async () => {
  await importList()
  const good = `${unitHeader}Klubitalo,Tukiyhdistys ry,klubitalot,kyllä,Kuhmo,
Klubitalo,Tukiyhdistys ry,klubitalot,yes,Kronoby,Keski-Pohjanmaa\n`
  expect(await importFile(world, 'units', good)).toMatchObject({ added: 2, problems: [] })
  const units = `select m.name_fi as place, a.name as area, u.third_sector from issuing_unit u
    join municipality m on m.id = u.municipality_id join area a on a.id = u.area_id order by 1`
  expect(await rowsOf(units)).toEqual([
    { place: 'Kruunupyy', area: 'Keski-Pohjanmaa', third_sector: true },
    { place: 'Kuhmo', area: 'Kainuu', third_sector: true },
  ])
  const before = await digestOf(world)
  expect(await importFile(world, 'units', good)).toMatchObject({ added: 0, unchanged: 2 })
  const bad = `${unitHeader},Tukiyhdistys ry,klubitalot,no,Kuhmo,
Pesä,,klubitalot,no,Kuhmo,
Pesä,Tukiyhdistys ry,,no,Kuhmo,
Paja,Tukiyhdistys ry,työpaja,perhaps,Kuhmo,
Pesä,Tukiyhdistys ry,klubitalot,no,Helsinki,
Paja,Tukiyhdistys ry,työpaja,no,Kuhmo,Uusimaa
Klubitalo,Tukiyhdistys ry,työpaja,yes,Kuhmo,
Majakka,Seurakunta,diakonia,no,Kuhmo,
Majakka,Seurakunta,diakonia,no,Kuhmo,\n`
  expect(placesOf(await importFile(world, 'units', bad))).toEqual([
    ...[
      [2, 'unit'],
      [3, 'organisation'],
      [4, 'kind'],
      [5, 'third_sector'],
      [6, 'municipality'],
    ],
    // Line 7 is the place of line 5 again, beside its area that nobody knows.
    ...[
      [7, 'unit'],
      [7, 'area'],
      [8, 'unit'],
      [10, 'unit'],
    ],
  ])
  expect(await digestOf(world)).toEqual(before)
})

test('sites: each column wrong in its way, and a known one with other data', async () => {
  await importList()
  const header = 'site,organisation,municipality,area,category,intermediary\n'
  const good = `${header}Teatteri,Kuhmon kaupunki,Kuhmo,,culture,Lippu Oy | Toinen ry\nMuseo,Säätiö,Inari,,culture,\n`
  expect(await importFile(world, 'sites', good)).toMatchObject({
    added: 2,
    exceptions: { 'municipality-made': 1 },
  })
  const intermediaries = `select o.name from site_intermediary i join organisation o on o.id = i.organisation_id order by 1`
  expect(await rowsOf(intermediaries)).toEqual([{ name: 'Lippu Oy' }, { name: 'Toinen ry' }])
  const before = await digestOf(world)
  expect(await importFile(world, 'sites', good)).toMatchObject({ added: 0, unchanged: 2, exceptions: {} })
  const bad = `${header},Kuhmon kaupunki,Kuhmo,,culture,
Sali,,Kuhmo,,culture,
Sali,Kuhmon kaupunki,,,culture,
Sali,Kuhmon kaupunki,Kuhmo,Uusimaa,culture,
Sali,Kuhmon kaupunki,Utsjoki,Kainuu,culture,
Halli,Kuhmon kaupunki,Kuhmo,,urheilu,
Teatteri,Kuhmon kaupunki,Kuhmo,,culture,Kolmas ry
Teatteri,Kuhmon kaupunki,Kuhmo,,culture,\n`
  expect(placesOf(await importFile(world, 'sites', bad))).toEqual([
    ...[
      [2, 'site'],
      [3, 'organisation'],
      [4, 'municipality'],
      [5, 'area'],
      [6, 'municipality'],
    ],
    ...[
      [7, 'category'],
      [8, 'site'],
      [9, 'site'],
    ],
  ])
  expect(await digestOf(world)).toEqual(before)
})
