import { afterEach, beforeEach, expect, it } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { digestOf, importFile, placesOf } from '../../test/imports.ts'
import { makeCard, makeMunicipality, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})
afterEach(() => world.end())

const header =
  'year,cards_registered,cards_taken_into_use,uses_adult_culture,uses_adult_education,uses_adult_science,uses_adult_sports,uses_child_culture,uses_child_education,uses_child_science,uses_child_sports,uses_total,municipalities,source,as_of'
const fileOf = (...lines: string[]) => [header, ...lines].join('\n')
const of2015 = '2015,96,,412,,,,,,,,412,2,Vuosiraportti,2016-02-01'
const of2016 = '2016,350,120,900,40,,,210,,,,1150,5,Vuosiraportti,2017-02-01'
const read = async (path: string) => (await world.anyone.get(path)).text()

/** A year that the register counts itself: a card of 2018, used in 2026. */
const ownYears = async () => {
  const { db, keys } = world
  const municipality = await makeMunicipality(db)
  const unit = await makeUnit(db, { municipality })
  const site = await makeSite(db, { municipality })
  const card = await makeCard(db, keys, { unit, registeredOn: '2018-03-01', children: 1 })
  await makeUse(db, { card, site, usedAt: world.now(), adults: 1, children: 1 })
}

it('refuses bad lines one by one, and then takes nothing at all', async () => {
  await ownYears()
  const before = await digestOf(world)
  const report = await importFile(
    world,
    'yearly',
    fileOf(
      of2015,
      '2014,1,,,,,,,,,,1,1,X,2015-01-01',
      '2016,-1,,,,,,,,,,many,1,X,2030-01-01',
      '2017,1,,,,,,,,,,1,1,,',
      '2018,1,,,,,,,,,,1,1,X,2019-01-01',
      of2015,
    ),
  )
  expect(placesOf(report)).toEqual([
    [3, 'year'],
    [4, 'cards_registered'],
    [4, 'uses_total'],
    [4, 'as_of'],
    [5, 'source'],
    [5, 'as_of'],
    [6, 'year'],
    [7, 'year'],
  ])
  expect(await digestOf(world)).toEqual(before)
})

it('keeps blank apart from nothing, takes a year again in its place, and takes one away', async () => {
  const first = await importFile(world, 'yearly', fileOf(of2015, of2016))
  expect([first.problems, first.added, first.unchanged]).toEqual([[], 2, 0])
  const row = await world.db
    .selectFrom('published_year')
    .selectAll()
    .where('year', '=', 2015)
    .executeTakeFirst()
  expect(row).toMatchObject({ cards_taken_into_use: null, uses_adult_sports: null, uses_total: 412 })
  const again = await importFile(world, 'yearly', fileOf(of2015, of2016))
  expect([again.added, again.unchanged]).toEqual([0, 2])
  const newer = await importFile(world, 'yearly', fileOf(of2016.replace('1150', '1151')))
  expect([newer.added, newer.exceptions]).toEqual([1, { 'total differs from its parts': 1 }])
  expect((await importFile(world, 'yearly', fileOf(`2016${','.repeat(14)}`))).exceptions).toEqual({
    'year without figures taken away': 1,
  })
  const years = await world.db.selectFrom('published_year').select('year').execute()
  expect(years).toEqual([{ year: 2015 }])
})

it('shows the years marked, on the page, in the totals and in open data, which can be imported again', async () => {
  await ownYears()
  await importFile(world, 'yearly', fileOf(of2015, of2016))
  const page = await read('/fi/tilastot')
  expect(await htmlProblems(page)).toEqual([])
  expect(page).toContain('* 2015: vain muualla julkaistut luvut. Vuosiraportti, tilanne 1.2.2016.')
  expect(page).toContain('Mukana ovat myös muualla julkaistut luvut: 2015–2016.')
  const totals = await (await world.anyone.get('/api/v1/statistics/totals')).json()
  expect(totals).toEqual({
    ...{ asOf: '2026-05-04', since: 2015, cards: 447, tickets: 1564, children: 211 },
    ...{ published: [2015, 2016], incomplete: [2015] },
    ...{ units: { now: 1, ever: 1 }, sites: { now: 1, ever: 1 } },
    ...{ municipalities: { now: 1, ever: 1 }, counties: { now: 0, ever: 0 } },
  })
  expect(await read('/fi')).toContain('Vuodesta 2015')

  const csv = await read('/api/v1/statistics/yearly.csv')
  const marked = csv.split('\n').filter((line) => line.startsWith('year') || line.includes('Vuosiraportti'))
  expect(await importFile(world, 'yearly', marked.join('\n'))).toMatchObject({ problems: [], added: 0 })
})

it('lets the register be the year once it has rows of its own, and tells what was published first', async () => {
  await importFile(world, 'yearly', fileOf(of2015.replaceAll('2015', '2018')))
  await ownYears()
  const page = await read('/en/statistics')
  expect(page).toContain('2018 was published elsewhere before: 412 tickets.')
  expect(page).not.toContain('Figures published elsewhere are included')
  const { rows } = (await (await world.anyone.get('/api/v1/statistics/yearly')).json()) as { rows: unknown[] }
  expect(rows[0]).toMatchObject({ year: 2018, cardsRegistered: 1, total: 0 })
})
