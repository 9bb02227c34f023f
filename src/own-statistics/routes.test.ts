import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import {
  type MadeCard,
  type MadeMunicipality,
  type MadeSite,
  type MadeUnit,
  makeCard,
  makeMunicipality,
  makeSite,
  makeUnit,
  makeUse,
} from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

type Someone = Awaited<ReturnType<World['as']>>
let world: World
let municipality: MadeMunicipality
let site: MadeSite
let unit: MadeUnit
let card: MadeCard
const own = '/fi/omat-tilastot'

beforeEach(async () => {
  world = await newWorld()
  municipality = await makeMunicipality(world.db, { name: 'Kajaani' })
  unit = await makeUnit(world.db, { municipality })
  site = await makeSite(world.db, { municipality, name: 'Esimerkkiteatteri' })
  card = await makeCard(world.db, world.keys, {
    ...{ unit, registeredOn: '2025-06-01', birthYear: 1990, children: 2 },
  })
})
afterEach(() => world.end())

const read = async (who: Someone, path: string) => {
  const answer = await who.get(path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}
/** The figures at the head of a page. */
const figures = (page: string) =>
  [...page.matchAll(/<dd>([^<]+)<\/dd>/g)].map(([, text]) => text!.replaceAll('\u00a0', ' '))
/** The first rows of a file: what stands above the empty line. */
const table = async (who: Someone, query: string) =>
  (await read(who, `${own}/taulukko.csv?${query}`))
    .split('\r\n;')[0]!
    .split('\r\n\r\n')[0]!
    .trim()
    .split('\r\n')

describe('the statistics of a site', () => {
  it('are its own tickets by month, hour, field and source; late ones are told, undone ones not counted', async () => {
    const use = (usedAt: string, more: object = {}) =>
      makeUse(world.db, { card, site, usedAt: new Date(usedAt), source: 'desk', ...more })
    await use('2026-03-06T15:30:00Z', { children: 2 })
    await use('2026-03-31T15:00:00Z', { source: 'api' })
    const late = await use('2026-02-10T10:00:00Z', { source: 'offline' })
    const undone = await use('2026-02-11T10:00:00Z')
    await use('2025-02-11T10:00:00Z', { source: 'import' })
    const hall = await makeSite(world.db, { municipality, name: 'Esimerkkihalli' })
    await use('2026-03-06T15:30:00Z', { site: hall })
    const community = await makeCard(world.db, world.keys, {
      unit,
      type: 'community',
      registeredOn: '2026-01-02',
    })
    await use('2026-03-07T15:30:00Z', { card: community, children: 5 })
    for (const { id } of [late, undone])
      await sql`update use set received_at = '2026-03-02T10:00:00Z' where id = ${id}`.execute(world.db)
    const cancelled = {
      use_id: undone.id,
      used_on: '2026-02-11',
      cancelled_at: world.now(),
      cancelled_by: 'test',
    }
    await world.db.insertInto('use_cancellation').values(cancelled).execute()

    const venue = await world.as({ role: 'venue', site })
    const page = await read(venue, own)
    expect(figures(page)).toEqual(['5', '2', '6', '1'])
    expect(await htmlProblems(page)).toEqual([])
    expect(page.length).toBeLessThan(80_000)
    const months = await table(venue, 'table=months')
    expect(months).toContain('helmikuu 2026;1;0;1;1')
    expect(months).toContain('maaliskuu 2026;2;2;4;0')
    expect(months).toContain('helmikuu 2025;1;0;1;0')
    expect(await table(venue, 'table=sources&year=2026')).toEqual(
      expect.arrayContaining([
        'Kassalla;3;1;2',
        'Lippujärjestelmässä;1;1;0',
        'Ilman verkkoa tai ovilistalta;1;1;0',
      ]),
    )
    // On Friday at 17.30 in Finland, three; the community card on Saturday.
    expect(await table(venue, 'table=hours')).toContain('17–18;0;0;0;0;3;6;0')
    expect(figures(await read(venue, `${own}?year=2025`))).toEqual(['1', '0', '0'])
    expect((await venue.get(`${own}/taulukko.csv?table=ages`)).status).toBe(404)
  })

  it('tell of cards only what was published of a closed quarter; what is hidden stays hidden', async () => {
    await makeUse(world.db, { card, site, usedAt: new Date('2026-03-06T15:30:00Z') })
    await publish([
      ['users', 'all', 'all', 'site', site.id, 7],
      ['new-audience', 'all', 'all', 'site', site.id, null],
    ])
    await publish(
      [
        ['tickets', 'home', 'own-area', 'area', municipality.areaId, 40],
        ['tickets', 'home', 'other-area', 'area', municipality.areaId, null],
      ],
      '2025',
    )
    const venue = await world.as({ role: 'venue', site })
    expect(await table(venue, 'table=audience')).toContain('"2026, 1. neljännes";7;;20.4.2026')
    expect(await table(venue, 'table=homes')).toEqual(expect.arrayContaining(['Oma alue;40', 'Muu alue;']))
    const other = await makeSite(world.db, { municipality, name: 'Esimerkkihalli' })
    await makeUse(world.db, { card, site: other, usedAt: new Date('2026-03-06T15:30:00Z') })
    expect(await table(await world.as({ role: 'venue', site: other }), 'table=audience')).toContain(
      '"2026, 1. neljännes";0;0;20.4.2026',
    )
  })
})

type Figure = [
  measure: string,
  division: string,
  part: string,
  level: string,
  place: number | null,
  count: number | null,
]
/** A closed first quarter of 2026 with these figures. */
const publish = async (shown: Figure[], period = '2026-Q1') => {
  const { rows } = await sql<{ number: number }>`
    insert into publication (period, counted_at, published_at, digest)
    values (${period}, '2026-04-20T09:00:00Z', '2026-04-20T09:00:00Z', sha256('x')) returning number`.execute(
    world.db,
  )
  for (const [measure, division, part, level, place, count] of shown)
    await sql`insert into publication_figure (publication, measure, division, part, level, place_id, count, is_public)
      values (${rows[0]!.number}, ${measure}, ${division}, ${part}, ${level}, ${place}, ${count},
        ${level !== 'unit' && level !== 'site'})`.execute(world.db)
}

describe('the statistics of a unit', () => {
  it('are its own cards; what was not told is a class, and so is what has been forgotten', async () => {
    const { db, keys } = world
    const young = await makeCard(db, keys, {
      unit,
      registeredOn: '2026-02-01',
      validUntil: '2027-01-31',
      birthYear: 2008,
    })
    await makeCard(db, keys, {
      unit,
      registeredOn: '2026-03-01',
      validUntil: '2026-07-01',
      birthYear: 1950,
      children: 4,
    })
    const gone = await makeCard(db, keys, { unit, registeredOn: '2026-03-02', validUntil: '2027-03-01' })
    await makeCard(db, keys, { unit: await makeUnit(db, { municipality }), registeredOn: '2026-03-01' })
    await makeUse(db, { card: young, site, usedAt: new Date('2026-03-06T15:30:00Z') })
    await sql`insert into card_renewal (new_card_id, old_card_id) values (${young.id}, ${card.id})`.execute(
      db,
    )
    await sql`select cards_forget(array[${gone.id}]::bigint[])`.execute(db)

    const issuer = await world.as({ role: 'issuer', unit })
    const page = await read(issuer, own)
    // Valid are the young one, the one that ends in July and the first card of the world; three were registered this year.
    expect(figures(page)).toEqual(['3', '2', '3', '1', '1'])
    expect(await htmlProblems(page)).toEqual([])
    expect(await table(issuer, 'table=months')).toContain('helmikuu 2026;1;1;1')
    const ages = await table(issuer, 'table=ages')
    expect(ages).toEqual(
      expect.arrayContaining(['16–19 vuotta;1', '70–79 vuotta;1', 'Jo poistettu rekisteristä;1']),
    )
    expect(await table(issuer, 'table=situations')).toContain('Ei kerrottu;2')
    expect(await table(issuer, 'table=children')).toContain('3 lasta tai enemmän;1')
    expect(await table(issuer, 'table=years')).toEqual(expect.arrayContaining(['2026;3;1', '2025;1;0']))
  })
})

describe('the statistics of those who keep or record for many', () => {
  it('show a coordinator the own area as it was published, and the centre all; nothing is counted anew', async () => {
    await makeUse(world.db, { card, site, usedAt: new Date('2026-03-06T15:30:00Z'), children: 1 })
    const lapland = await makeMunicipality(world.db, { name: 'Rovaniemi', area: 'Lappi' })
    const far = await makeUnit(world.db, { municipality: lapland, name: 'Kaukainen yksikkö' })
    await publish([
      ['registered', 'all', 'all', 'area', municipality.areaId, 12],
      ['valid', 'age', '30-39', 'area', municipality.areaId, null],
      ['valid', 'age', '40-49', 'area', municipality.areaId, 10],
      ['registered', 'all', 'all', 'unit', unit.id, null],
      ['registered', 'all', 'all', 'unit', far.id, 9],
      ['registered', 'all', 'all', 'country', null, 21],
    ])
    const keeper = await world.as({ role: 'coordinator', areaId: municipality.areaId })
    const page = await read(keeper, own)
    expect(figures(page).slice(0, 4)).toEqual(['2', '1', '0', '12'])
    expect(await htmlProblems(page)).toEqual([])
    expect(await table(keeper, 'table=valid-age')).toEqual(
      expect.arrayContaining(['30–39 vuotta;', '40–49 vuotta;10']),
    )
    const units = await table(keeper, 'table=unit-places')
    expect(units.filter((row) => row.startsWith('Aikuis'))).toEqual([expect.stringMatching(/;;0;0$/)])
    expect(units.join()).not.toContain('Kaukainen')
    expect((await keeper.get(`${own}?period=2025-Q1`)).status).toBe(404)
    // An area in the address is the centre's choice alone.
    expect(await read(keeper, `${own}?area=`)).not.toContain('Kaukainen')
    expect((await keeper.get(`${own}?area=${lapland.areaId}`)).status).toBe(404)
    const centre = await world.as({ role: 'centre' })
    expect(figures(await read(centre, own))[3]).toBe('21')
    expect(await read(centre, `${own}?area=${lapland.areaId}`)).toContain('Kaukainen')
    expect((await centre.get(`${own}?area=99999`)).status).toBe(404)
  })

  it('show an intermediary the sites that chose it, those without a ticket too', async () => {
    const chosen = await makeSite(world.db, {
      municipality,
      name: 'Esimerkkisali',
      intermediary: 'Lippu Esimerkki',
    })
    await makeSite(world.db, { municipality, name: 'Hiljainen sali', intermediary: 'Lippu Esimerkki' })
    await makeUse(world.db, { card, site: chosen, usedAt: new Date('2026-03-06T15:30:00Z'), source: 'api' })
    await makeUse(world.db, { card, site: chosen, usedAt: new Date('2026-03-07T15:30:00Z'), source: 'desk' })
    await makeUse(world.db, { card, site, usedAt: new Date('2026-03-06T15:30:00Z') })
    const { id } = await world.db
      .selectFrom('organisation')
      .select('id')
      .where('name', '=', 'Lippu Esimerkki')
      .executeTakeFirstOrThrow()
    const rows = await table(await world.as({ role: 'intermediary', organisationId: id }), 'table=sites')
    expect(rows.slice(1)).toEqual(['Esimerkkisali;2;2;0;1;0;0', 'Hiljainen sali;0;0;0;0;0;0'])
  })
})
