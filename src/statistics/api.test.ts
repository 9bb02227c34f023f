import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeCard, makeMunicipality, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld('2026-05-04T21:30:00Z') // half past midnight in Finland: the day there is the fifth
})
afterEach(() => world.end())

const blank = { culture: null, education: null, science: null, sports: null }

it('answers an empty table for an empty register, without a key', async () => {
  const answer = await world.call('GET', '/api/v1/statistics/yearly', null)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/json')
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(await answer.json()).toEqual({ asOf: '2026-05-05', rows: [], publishedElsewhere: [] })
  const csv = await world.call('GET', '/api/v1/statistics/yearly.csv', null)
  expect(await csv.text()).toMatch(
    /^year,cards_registered,[a-z_,]+,uses_total,municipalities,source,as_of\n$/,
  )
})

it('answers the national table as JSON and as CSV', async () => {
  const { db, keys, call } = world
  const kajaani = await makeMunicipality(db)
  const unit = await makeUnit(db, { municipality: kajaani })
  const site = await makeSite(db, { municipality: kajaani, category: 'sports' })
  const card = await makeCard(db, keys, { unit, registeredOn: '2015-03-01', children: 2 })
  await makeCard(db, keys, { unit, type: 'community', registeredOn: '2016-01-01' })
  const usedAt = new Date('2026-05-04T15:00:00Z')
  await makeUse(db, { card, site, usedAt, adults: 1, children: 2, companions: 1 })

  const answer = await call('GET', '/api/v1/statistics/yearly', null)
  expect(await answer.text()).toBe(
    JSON.stringify({
      asOf: '2026-05-05',
      rows: [
        {
          year: 2015,
          cardsRegistered: 1,
          cardsTakenIntoUse: 1,
          adult: blank,
          child: blank,
          total: 0,
          municipalities: 1,
        },
        {
          year: 2026,
          cardsRegistered: 0,
          cardsTakenIntoUse: 0,
          adult: { ...blank, sports: 1 },
          child: { ...blank, sports: 2 },
          total: 3,
          municipalities: 1,
        },
      ],
      publishedElsewhere: [],
    }),
  )
  const csv = await call('GET', '/api/v1/statistics/yearly.csv', null)
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(await csv.text()).toBe(
    'year,cards_registered,cards_taken_into_use,' +
      'uses_adult_culture,uses_adult_education,uses_adult_science,uses_adult_sports,' +
      'uses_child_culture,uses_child_education,uses_child_science,uses_child_sports,' +
      'uses_total,municipalities,source,as_of\n' +
      '2015,1,1,,,,,,,,,0,1,,\n' +
      '2026,0,0,,,,1,,,,2,3,1,,\n',
  )
})

it('sends nothing again while nothing has changed', async () => {
  const first = await world.call('GET', '/api/v1/statistics/yearly', null)
  const again = (etag: string | null) =>
    world.call('GET', '/api/v1/statistics/yearly', null, undefined, { 'if-none-match': etag ?? '' })
  expect((await again(first.headers.get('etag'))).status).toBe(304)
  await makeCard(world.db, world.keys, { registeredOn: '2026-05-04' })
  expect((await again(first.headers.get('etag'))).status).toBe(200)
})

it('answers the same figures as series, of the whole country alone', async () => {
  const { db, keys, call } = world
  const kajaani = await makeMunicipality(db, { name: 'Kajaani' })
  const unit = await makeUnit(db, { municipality: kajaani })
  const site = await makeSite(db, { municipality: kajaani, category: 'sports' })
  const card = await makeCard(db, keys, { unit, registeredOn: '2025-03-01', children: 2 })
  const usedAt = new Date('2026-05-04T15:00:00Z')
  await makeUse(db, { card, site, usedAt, adults: 1, children: 2 })
  const rowsAt = async (path: string) => {
    const reply = await call('GET', `/api/v1/statistics/${path}`, null)
    const { rows, level, asOf } = (await reply.json()) as { rows: unknown[]; level: string; asOf: string }
    expect([level, asOf]).toEqual(['national', '2026-05-05'])
    return rows
  }
  const row = { category: 'sports', adults: 1, children: 2, total: 3 }
  expect(await rowsAt('uses')).toEqual([{ period: '2026', ...row }])
  expect(await rowsAt('uses?until=2025')).toEqual([])
  expect(await rowsAt('uses?groupBy=month&from=2026-05')).toEqual([
    { period: '2026-05', ...row, category: null },
  ])
  expect(await rowsAt('uses?groupBy=month')).toHaveLength(24)
  expect(await rowsAt('cards')).toEqual([
    { period: '2025', registered: 1, takenIntoUse: 1 },
    { period: '2026', registered: 0, takenIntoUse: 0 },
  ])
  for (const finer of ['area=1', 'groupBy=municipality'])
    expect(
      JSON.stringify(await (await call('GET', `/api/v1/statistics/uses?${finer}`, null)).json()),
    ).not.toContain('Kajaani')
})
