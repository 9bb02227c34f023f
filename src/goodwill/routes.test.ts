import { readXlsx } from 'hucre/xlsx'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import {
  type MadeCard,
  type MadeSite,
  makeCard,
  makeMunicipality,
  makeSite,
  makeUnit,
  makeUse,
} from '../../test/makers.ts'
import { factsOf, hasPoppler, tagsOf, textOf } from '../../test/pdf.ts'
import { hideSmall } from '../../test/stand-in-protect.ts'
import { newWorld, type World } from '../../test/world.ts'
import { closeNext } from '../publications/closing.ts'

type Someone = Awaited<ReturnType<World['as']>>
let world: World
let site: MadeSite
let hall: MadeSite
let card: MadeCard
let venue: Someone
let keeper: Someone
const own = '/fi/oma-kohde/hyva-tahto'

beforeEach(async () => {
  world = await newWorld()
  const { db, keys } = world
  const municipality = await makeMunicipality(db, { name: 'Kajaani' })
  const unit = await makeUnit(db, { municipality })
  site = await makeSite(db, { municipality, name: 'Esimerkkiteatteri' })
  hall = await makeSite(db, { municipality, name: 'Esimerkkihalli', category: 'sports' })
  card = await makeCard(db, keys, { unit, registeredOn: '2026-01-02', children: 3 })
  venue = await world.as({ role: 'venue', site })
  keeper = await world.as({ role: 'coordinator', areaId: municipality.areaId })
})
afterEach(() => world.end())

const use = (
  day: string,
  more: { children?: number; companions?: number; at?: MadeSite; kind?: 'course-place' } = {},
) => {
  const { at = site, ...rest } = more
  return makeUse(world.db, { card, site: at, usedAt: new Date(`${day}T15:00:00Z`), ...rest })
}
const prices = (from: string, adult: string, child: string) => ({
  ...{ from, 'ticket-adult': adult, 'ticket-child': child },
})
const read = async (who: Someone, path: string) => {
  const answer = await who.get(path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}
/** The figures at the head of the page. */
const figures = (page: string) =>
  [...page.matchAll(/<dd>([^<]+)<\/dd>/g)].map(([, text]) => text!.replaceAll('\u00a0', ' '))
const listIds = async () => {
  const { rows } = await sql<{ id: number }>`select id from price_list order by id`.execute(world.db)
  return rows.map(({ id }) => id)
}

describe('the ledger of a site', () => {
  it('has no value without prices and says so; a month has the price of its first day', async () => {
    await use('2026-01-15', { children: 2, companions: 1 })
    await use('2026-02-02')
    await use('2026-02-03', { kind: 'course-place' })
    const blank = await read(venue, own)
    expect(figures(blank)).toEqual(['5', '2', 'ei tiedossa'])
    expect(blank).toContain('Hinta puuttuu 5 lipulta')

    const added = await venue.post(`${own}/hinnat/uudet`, prices('1.1.2026', '20', '5,50'))
    expect(added.headers.get('location')).toBe(`${own}/hinnat?done=added`)
    await venue.post(`${own}/hinnat/uudet`, prices('1.2.2026', '22,00 €', '6'))
    // Dearer from the middle of the month: not before the next one.
    await venue.post(`${own}/hinnat/uudet`, prices('2.2.2026', '99', '99'))
    const page = await read(venue, own)
    // 20 + 2 × 5.50 in January, 22 in February; the course place has no price.
    expect(figures(page)).toEqual(['5', '2', '53,00 €'])
    expect(page).toContain('Hinta puuttuu 1 lipulta')
    expect(await htmlProblems(page)).toEqual([])
  })

  it('counts what was merged into it, by its own prices, and what was undone no more', async () => {
    await use('2026-01-15', { at: hall })
    const { id } = await use('2026-01-16')
    await venue.post(`${own}/hinnat/uudet`, prices('1.1.2026', '10', '5'))
    await sql`update site set merged_into_id = ${site.id} where id = ${hall.id}`.execute(world.db)
    const undone = { use_id: id, used_on: '2026-01-16', cancelled_at: world.now(), cancelled_by: 'test' }
    await world.db.insertInto('use_cancellation').values(undone).execute()
    expect(figures(await read(venue, own))).toEqual(['1', '0', '10,00 €'])
  })

  it('can be kept as files whose cells are numbers, with what they mean', async () => {
    await use('2026-01-15', { children: 2 })
    await venue.post(`${own}/hinnat/uudet`, prices('1.1.2026', '20', '5,50'))
    const csv = await read(venue, `${own}/luettelo.csv`)
    expect(csv).toContain('Esimerkkiteatteri;2026-01;3;2;0;31;0\r\n')
    expect(csv).toContain('Arvo ei ole lasku eikä saatava.')
    const answer = await venue.get('/en/my-site/goodwill/list.xlsx')
    const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
    expect(sheets[0]!.rows[1]).toEqual(['Esimerkkiteatteri', '2026-01', 3, 2, 0, 31, 0])
  })
})

describe('prices', () => {
  it('are put right and taken back without a trace lost, and given back', async () => {
    await use('2026-01-15')
    await venue.post(`${own}/hinnat/uudet`, prices('1.1.2026', '200', '5'))
    const [wrong] = await listIds()
    const corrected = await venue.post(`${own}/hinnat/${wrong}/korjaa`, prices('1.1.2026', '20', '5'))
    expect(corrected.headers.get('location')).toBe(`${own}/hinnat?done=corrected`)
    const [, right] = await listIds()
    const page = await read(venue, `${own}/hinnat`)
    expect(page).toContain('Poistetut hinnat')
    expect(await htmlProblems(page)).toEqual([])

    // The wrong one cannot stand beside the right one.
    const refused = await venue.post(`${own}/hinnat/${wrong}/palauta`, {})
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Siitä päivästä alkaa jo hinnat.')
    await venue.post(`${own}/hinnat/${right}/poista`, {})
    expect(figures(await read(venue, own))).toEqual(['1', '0', 'ei tiedossa'])
    await venue.post(`${own}/hinnat/${right}/palauta`, {})
    expect(figures(await read(venue, own))).toEqual(['1', '0', '20,00 €'])
  })

  it('keep what was typed when something is wrong', async () => {
    await venue.post(`${own}/hinnat/uudet`, prices('1.1.2026', '20', '5'))
    for (const [from, adult, why] of [
      ['1.1.2026', '21,00', 'Siitä päivästä alkaa jo hinnat.'],
      ['1.1.2014', '21,00', 'Valitse päivä vuodesta 2015 alkaen.'],
      ['1.2.2026', 'paljon', 'Kirjoita hinta näin: 12,50.'],
    ] as const) {
      const answer = await venue.post(`${own}/hinnat/uudet`, prices(from, adult, '5'))
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain(why)
      expect(page).toContain(`value="${adult}"`)
    }
    expect(await listIds()).toHaveLength(1)
  })

  it('are those of the site and its keepers: of another place they are not there', async () => {
    await venue.post(`${own}/hinnat/uudet`, prices('1.1.2026', '20', '5'))
    const [id] = await listIds()
    const stranger = await world.as({ role: 'venue', site: hall })
    for (const deed of ['korjaa', 'poista', 'palauta'])
      expect(
        (await stranger.post(`${own}/hinnat/${id}/${deed}`, prices('1.1.2026', '1', '1'))).status,
        deed,
      ).toBe(404)
    const far = await makeMunicipality(world.db, { area: 'Lappi' })
    const foreigner = await world.as({ role: 'coordinator', areaId: far.areaId })
    const kept = `/fi/kohteet-yllapito/${site.id}/hyva-tahto`
    for (const path of [kept, `${kept}/hinnat`, `${kept}/todistus.pdf`])
      expect((await foreigner.get(path)).status, path).toBe(404)
    expect((await keeper.post(`${kept}/hinnat/${id}/korjaa`, prices('1.1.2026', '30', '5'))).status).toBe(303)
    const { rows } = await sql<{ seen: number }>`select count(*)::integer as seen from price_list`.execute(
      world.requests,
    )
    expect(rows[0]!.seen).toBe(0)
  })
})

it('tells keepers what their sites gave, whose prices are missing, and who recorded nothing', async () => {
  await use('2026-01-15', { children: 2 })
  await use('2026-03-15', { at: hall })
  const silent = await makeSite(world.db, { municipality: site.municipality, name: 'Hiljainen halli' })
  await makeSite(world.db, {
    municipality: await makeMunicipality(world.db, { area: 'Lappi' }),
    name: 'Muualla',
  })
  const paused = await makeSite(world.db, { municipality: site.municipality, name: 'Tauolla' })
  await sql`insert into pause (site_id, paused_from, made_at, made_by) values (${paused.id}, '2025-12-01', now(), 'x')`.execute(
    world.db,
  )
  await venue.post(`${own}/hinnat/uudet`, prices('1.1.2026', '20', '5'))
  // Dearer from the middle of February, when it had sold one ticket already: 25 from March.
  await use('2026-02-20')
  await use('2026-03-16')
  await venue.post(`${own}/hinnat/uudet`, prices('15.2.2026', '25', '5'))
  const page = await read(keeper, '/fi/hyva-tahto')
  expect(await htmlProblems(page)).toEqual([])
  expect(figures(page)).toEqual(['6', '2', '75,00 €'])
  expect(page).toContain('Hintoja puuttuu 1 kohteelta')
  const quiet = page.slice(page.indexOf('id="quiet"'))
  expect(quiet).toContain(silent.name)
  for (const name of ['Muualla', 'Tauolla', 'Esimerkkihalli']) expect(quiet).not.toContain(name)
  expect(await read(keeper, '/fi/hyva-tahto/luettelo.csv')).toContain(
    '2026;Esimerkkihalli;Kajaani;1;0;0;;1\r\n',
  )
})

const certificates = [
  [
    `${own}/todistus.pdf`,
    ['Kiitos', 'Todistus hyvästä tahdosta 2026', '12 lippua', '6 niistä lapsille', '150 €', 'julkaisu 1'],
  ],
  ['/sv/mitt-besoksmal/god-vilja/intyg.pdf', ['Tack', '12 biljetter', 'Det är ingen faktura.']],
  [
    '/en/my-site/goodwill/certificate.pdf?year=2026',
    ['Thank you', '12 tickets', '€150', '31 March 2026', 'It is not a bill.'],
  ],
] as const

describe.skipIf(!hasPoppler)('the certificate', () => {
  beforeEach(() => venue.post(`${own}/hinnat/uudet`, prices('1.1.2026', '20', '5')))
  const print = async (path: string) => new Uint8Array(await (await venue.get(path)).arrayBuffer())

  it('thanks a site on one page in each language, and bills nobody', async () => {
    const unit = await makeUnit(world.db, { municipality: site.municipality })
    for (let n = 1; n <= 6; n += 1) {
      card = await makeCard(world.db, world.keys, { unit, registeredOn: '2026-01-02', children: 3 })
      await use(`2026-01-1${n}`, { children: 1 })
    }
    expect(textOf(await print(certificates[0][0]))).not.toContain('12')
    await closeNext(world.db, world.now(), hideSmall)
    for (const [path, texts] of certificates) {
      const pdf = await print(path)
      expect(factsOf(pdf)).toMatchObject({ Tagged: 'yes', Pages: '1' })
      expect(tagsOf(pdf)).toContain('H1')
      for (const text of ['Esimerkkiteatteri', ...texts]) expect(textOf(pdf)).toContain(text)
    }
    expect((await venue.get(`${own}/todistus.pdf?year=2025`)).status).toBe(404)
  })

  it('counts cards: twelve tickets of one card are thanked for without a number, by keepers too', async () => {
    for (let day = 1; day <= 6; day += 1) await use(`2026-01-1${day}`, { children: 1 })
    await closeNext(world.db, world.now(), hideSmall)
    const kept = await keeper.get(`/fi/kohteet-yllapito/${site.id}/hyva-tahto/todistus.pdf`)
    for (const pdf of [await print(certificates[0][0]), new Uint8Array(await kept.arrayBuffer())]) {
      expect(textOf(pdf)).toContain('lippuja hyvästä tahdosta')
      expect(textOf(pdf)).not.toMatch(/12|150/)
    }
  })
})
