import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  type MadeMunicipality,
  type MadeSite,
  makeCard,
  makeMunicipality,
  makeSite,
  makeUnit,
  makeUse,
} from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { keepHouse } from '../sweep.ts'
import { evaluatePilots } from './evaluate.ts'

let world: World
let municipality: MadeMunicipality
beforeEach(async () => {
  world = await newWorld()
  municipality = await makeMunicipality(world.db, {
    ...{ area: 'Esimerkkialue', phase: 'pilot', from: '2026-01-01', until: '2026-07-03' },
  })
})
afterEach(() => world.end())

const text = async (answer: Promise<Response>) => (await answer).text()
const house = () => keepHouse(world.db, world.now(), 'https://kaiku.example')
const one = async <Row>(query: ReturnType<typeof sql<Row>>) => (await query.execute(world.db)).rows[0]!
const marks = (mark: string) => ({ mark1: mark, mark2: mark, mark3: mark, mark4: mark, mark5: '' })

test('a pilot is asked about, counted by itself when it ends, and decided on', async () => {
  const unit = await makeUnit(world.db, { municipality })
  const sites: MadeSite[] = []
  for (let n = 0; n < 6; n++) sites.push(await makeSite(world.db, { municipality }))
  const elsewhere = await makeSite(world.db)
  for (const n of [0, 1, 2, 3, 4, 5]) {
    const card = await makeCard(world.db, world.keys, { unit, registeredOn: '2026-02-02' })
    await makeUse(world.db, {
      card,
      site: sites[0]!,
      usedAt: new Date('2026-03-02T10:00:00Z'),
      adults: 1,
      children: n === 0 ? 2 : 0,
    })
    await makeUse(world.db, { card, site: elsewhere, usedAt: new Date('2026-03-03T10:00:00Z'), adults: 1 })
  }
  await sql`insert into contact_person (site_id, name, email, made_at)
    values (${sites[0]!.id}, 'Oili Esimerkki', 'oili@teatteri.example', ${world.now()})`.execute(world.db)

  const page = `/fi/alueet-yllapito/${municipality.areaId}/kokeilu`
  const coordinator = await world.as({ role: 'coordinator', areaId: municipality.areaId })
  expect((await coordinator.post(`${page}/kysely`, { until: '1.5.2026' })).status).toBe(422)
  expect((await coordinator.post(`${page}/kysely`, { until: '1.5.2027' })).status).toBe(422)
  await Promise.all([1, 2].map(() => coordinator.post(`${page}/kysely`, { until: '20.5.2026' })))
  expect(await one(sql`select count(*)::int as count from pilot_survey`)).toEqual({ count: 1 })
  for (const _ of [1, 2]) await house()
  expect(await one(sql`select count(*)::int as count from mail where kind = 'pilot-survey'`)).toEqual({
    count: 1,
  })

  // Four places answer, and one of them again: nothing is told of so few. The fifth opens it, without a name.
  const venue = async (site: (typeof sites)[number]) => world.as({ role: 'venue', site })
  for (const n of [0, 1, 2, 3])
    await (await venue(sites[n]!)).post('/fi/kokeilukysely', { ...marks('4'), goesOn: 'yes' })
  const again = await venue(sites[0]!)
  expect((await again.post('/fi/kokeilukysely', { ...marks('4'), goesOn: '' })).status).toBe(422)
  await again.post('/fi/kokeilukysely', { ...marks('5'), goesOn: 'yes', well: 'Asiakkaat iloitsivat.' })
  expect(await text(again.get('/fi/kokeilukysely'))).toContain('Asiakkaat iloitsivat.')
  const few = await text(coordinator.get(page))
  expect(few).toContain('Kohteet: vastannut 4 paikkaa')
  expect(few).not.toContain('iloitsivat')
  await (await venue(sites[4]!)).post('/fi/kokeilukysely', {
    ...marks('3'),
    goesOn: 'no',
    better: 'Ohje kassalle.',
  })
  const enough = await text(coordinator.get(page))
  for (const shown of ['iloitsivat', 'Ohje kassalle.', 'class="num">4<', 'Ei jatka'])
    expect(enough).toContain(shown)
  expect(enough).not.toContain(sites[0]!.name)
  const stranger = await world.as({ role: 'venue', site: elsewhere })
  expect(await text(stranger.get('/fi/kokeilukysely'))).toContain('Kyselyä ei ole auki')
  expect((await stranger.post('/fi/kokeilukysely', { ...marks('1'), goesOn: 'no' })).status).toBe(422)

  // Two months before its end it is counted: six cards, eight tickets at the area's sites.
  expect(await evaluatePilots(world.db, world.now())).toBe(0)
  world.later(24 * 60)
  for (const _ of [1, 2]) await house()
  const evaluated = await one<{ number: number; content: Record<string, unknown> }>(
    sql`select number, content from pilot_evaluation`,
  )
  expect(evaluated).toMatchObject({
    number: 1,
    content: {
      cards: { registered: 6, used: 6, medianDays: 28 },
      tickets: { adults: 6, children: 2, companions: 0, cards: 6 },
      byMonth: [{ name: '2026-03', tickets: 8, cards: 6 }],
      ...{ units: { all: 1, registered: 1 }, sites: { all: 6, used: 1 } },
    },
  })
  await expect(sql`update pilot_evaluation set content = '{}'`.execute(world.db)).rejects.toThrow()

  // The centre decides, knowing what is missing; a slip can be taken back.
  const centre = await world.as({ role: 'centre' })
  const keeper = await world.as({ role: 'coordinator', areaId: municipality.areaId })
  const before = await text(centre.get(page))
  expect(before).toContain('Ennen päätöstä puuttuu: palautetapaaminen')
  expect(before).toContain('28 päivää')
  const decision = {
    kind: 'permanent',
    decided: '5.5.2026',
    reason: 'Kortti tavoitti ihmiset.',
    recordNumber: 'KK 12/2026',
  }
  expect((await centre.post(`${page}/paatos`, { ...decision, decided: '6.5.2026' })).status).toBe(422)
  await centre.post(`${page}/paatos`, decision)
  expect(await text(keeper.get(page))).toMatch(/Alue siirtyy pysyvään käyttöön[\s\S]*KK 12\/2026/)
  expect((await keeper.post(`${page}/paatos/kumoa`, {})).status).toBe(403)
  await centre.post(`${page}/paatos/kumoa`, {})
  expect(await text(centre.get(page))).toContain('Päätöstä ei ole vielä kirjattu.')

  // Late tickets and the closed survey are counted under a new number; the first stays as it was.
  world.later(100 * 24 * 60)
  await house()
  const { rows } = await sql<{ number: number }>`select number from pilot_evaluation order by number`.execute(
    world.db,
  )
  expect(rows).toEqual([{ number: 1 }, { number: 2 }])
})

test('of decisions written down at the same moment one stands, and the others are kept as taken back', async () => {
  const page = `/fi/alueet-yllapito/${municipality.areaId}/kokeilu/paatos`
  const centres = await Promise.all([1, 2, 3, 4].map(() => world.as({ role: 'centre' })))
  const answers = await Promise.all(
    centres.map((centre, at) =>
      centre.post(page, {
        ...{
          kind: at % 2 ? 'permanent' : 'ended',
          decided: '4.5.2026',
          reason: `Syy ${at}`,
          recordNumber: '',
        },
      }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303])
  expect(
    await one(sql`select count(*)::int as count, count(*) filter (where removed_at is null)::int as standing
      from pilot_decision`),
  ).toEqual({ count: 4, standing: 1 })
})
