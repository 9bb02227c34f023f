import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaAndSite, putLiving } from '../../test/commitment-life.ts'
import { htmlProblems as allHtmlProblems } from '../../test/html.ts'
import { type MadeSite, makeMunicipality, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { listUses } from './queries.ts'
import { groupNames, groups, standingOf, standings } from './rules.ts'

/** A stacked table repeats its roles on purpose: browsers drop them with the layout. */
const htmlProblems = async (page: string) =>
  (await allHtmlProblems(page)).filter((problem) => !problem.startsWith('no-redundant-role'))

let world: World
let site: MadeSite
let other: MadeSite
type Browser = Awaited<ReturnType<World['as']>>
let centre: Browser
let keeper: Browser
let venue: Browser
beforeAll(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
  const kuhmo = await makeMunicipality(world.db, { name: 'Kuhmo' })
  site = await makeSite(world.db, { municipality: kuhmo, name: 'Kino Tervahöyry' })
  const elsewhere = await makeMunicipality(world.db, { area: 'Muualla' })
  other = await makeSite(world.db, { municipality: elsewhere, name: 'Toinen talo' })
  centre = await world.as({ role: 'centre' })
  keeper = await world.as({ role: 'coordinator', areaId: kuhmo.areaId })
  venue = await world.as({ role: 'venue', site })
})
afterAll(() => world.end())

const read = async (someone: Browser, path: string) => {
  const reply = await someone.get(path)
  const text = await reply.text()
  if (reply.status === 200) expect(await htmlProblems(text)).toEqual([])
  return text
}
const nameOf = async ({ id }: MadeSite) =>
  (
    await sql<{ name: string }>`select o.name from organisation o join site s on s.organisation_id = o.id
      where s.id = ${id}`.execute(world.db)
  ).rows[0]!.name

const leave = {
  ...{
    mark: 'both',
    purpose: 'web',
    place: 'https://kino.example/kaikukortti',
    grantedBy: 'toiminnanjohtaja',
  },
  ...{ grantedOn: '1.4.2026', recordNumber: 'KK/12/2026', from: '4.5.2026', until: '30.6.2026' },
  conditions: 'Värejä ei muuteta.',
}
const idIn = (reply: Response) => /\/(\d+)\?/.exec(reply.headers.get('location') ?? '')![1]!

test('a leave is given, seen by whose it is, ended once, and kept as a file', async () => {
  const name = await nameOf(site)
  const empty = await read(centre, '/fi/nimen-kaytto')
  expect(empty).toContain('Lupia ei ole vielä annettu')
  const wrong = await centre.post('/fi/nimen-kaytto/lupa', {
    ...{ ...leave, who: name, mark: '' },
    conditions: 'Soita 040 123 4567',
  })
  const told = await wrong.text()
  expect(wrong.status).toBe(422)
  for (const said of ['Valitse, mitä käytetään', 'puhelinnumero']) expect(told).toContain(said)
  expect(told).toContain('KK/12/2026')
  expect(told).not.toContain('040 123')
  const early = await centre.post('/fi/nimen-kaytto/lupa', { ...leave, who: name, until: '3.5.2026' })
  expect(await early.text()).toContain('Viimeinen päivä on ennen alkua')
  const given = await centre.post('/fi/nimen-kaytto/lupa', { ...leave, who: name.toUpperCase() })
  const one = `/fi/nimen-kaytto/${idIn(given)}`
  for (const someone of [centre, keeper]) {
    const page = await read(someone, one)
    for (const said of [name, 'toiminnanjohtaja', 'KK/12/2026', '4.5.2026–30.6.2026', 'Lupa päättyy pian'])
      expect(page).toContain(said)
    expect(page.includes('Päätä lupa')).toBe(someone === centre)
  }
  const elsewhere = await world.as({ role: 'coordinator', areaId: other.municipality.areaId })
  expect((await elsewhere.get(one)).status).toBe(404)
  expect(await read(elsewhere, '/fi/nimen-kaytto')).not.toContain('kino.example')
  expect((await keeper.post('/fi/nimen-kaytto/lupa', { ...leave, who: name })).status).toBe(403)
  expect((await venue.get('/fi/nimen-kaytto')).status).toBe(403)
  expect(await read(venue, '/fi/omat-sitoumukset')).toContain(
    'Kaikukeskus on antanut sinulle luvan käyttää nimeä ja logoa 30.6.2026 asti.',
  )
  expect(await read(venue, '/sv/egna-forbindelser')).toContain('tillstånd att använda namnet och logotypen')

  // Somebody outside the register is kept by name, and no coordinator's.
  const outsider = { ...leave, who: 'Esimerkkilehti', until: '', purpose: 'print', place: 'Kevään lehti' }
  const others = `/fi/nimen-kaytto/${idIn(await centre.post('/fi/nimen-kaytto/lupa', outsider))}`
  expect((await keeper.get(others)).status).toBe(404)
  const changed = await centre.post(`${others}/muuta`, { ...outsider, place: 'Kesän lehti' })
  expect(changed.status).toBe(303)
  expect(await read(centre, `${others}/muuta`)).toContain('value="Kesän lehti"')
  const csv = await (await centre.get('/fi/nimen-kaytto/luettelo.csv?q=esimerkkilehti')).text()
  expect(csv.split('\r\n')[1]).toContain('Esimerkkilehti;Nimi ja logo;Esite tai muu painotuote;Kesän lehti')

  // Over, and nobody knows whether it stopped: the list asks, until it is noted.
  world.later(60 * 24 * 60)
  centre = await world.as({ role: 'centre' })
  venue = await world.as({ role: 'venue', site })
  expect(await read(centre, '/fi/nimen-kaytto?group=lapsed')).toContain('Lupa ohi: kysy')
  expect(await read(centre, one)).toContain('Luvan aika on ohi')
  expect(await read(venue, '/fi/omat-sitoumukset')).not.toContain('lupa')
  const before = await centre.post(`${one}/paata`, { on: '3.5.2026', reason: 'Kampanja loppui' })
  expect(await before.text()).toContain('Päivä on liian aikainen')
  const end = { on: '2.7.2026', reason: 'Kampanja loppui' }
  expect((await centre.post(`${one}/paata`, end)).status).toBe(303)
  expect(await (await centre.post(`${one}/paata`, end)).text()).toContain('Lupa on jo päätetty')
  expect(await read(centre, '/fi/nimen-kaytto?group=over')).toContain(name)
})

test('a use without leave is followed in steps until it is settled', async () => {
  const found = { who: 'Esimerkkikauppa', mark: 'logo', purpose: 'product', place: 'Kangaskassi, Torikatu 1' }
  const coming = await centre.post('/fi/nimen-kaytto/ilman-lupaa', { ...found, noticedOn: '4.5.2030' })
  expect(await coming.text()).toContain('Päivä ei ole vielä tullut')
  const reply = await centre.post('/fi/nimen-kaytto/ilman-lupaa', { ...found, noticedOn: '2.7.2026' })
  const one = `/fi/nimen-kaytto/${idIn(reply)}`
  expect(await read(centre, '/fi/nimen-kaytto?group=without')).toContain('Ilman lupaa: kysy')
  const step = (given: string, on: string) =>
    centre.post(`${one}/vaihe`, { step: given, on, note: 'Kysyimme sähköpostilla.' })
  expect(await (await step('asked', '1.7.2026')).text()).toContain('Päivä on liian aikainen')
  for (const given of ['asked', 'answered', 'settled'])
    expect((await step(given, '2.7.2026')).status).toBe(303)
  expect(await (await step('asked', '2.7.2026')).text()).toContain('Asia on jo sovittu')
  const page = await read(centre, one)
  for (const said of ['Kysyttiin käyttäjältä', 'Käyttäjä vastasi', 'Asia on sovittu'])
    expect(page).toContain(said)
  expect((await centre.get(`${one}/paata`)).status).toBe(404)
  expect((await centre.post(`${one}/muuta`, { ...leave, who: 'x' })).status).toBe(404)
  await expect(sql`update name_use_step set note = 'muuta'`.execute(world.db)).rejects.toThrow('append-only')
})

test('partners follow from commitments, and whose are over is asked until they have stopped', async () => {
  const [name, theirs] = [await nameOf(site), await nameOf(other)]
  await putLiving(world, site, { until: '2028-12-31' })
  const [area, organisation] = await areaAndSite(world, other)
  const county = { ...area!, side: 'county', name: 'Esimerkin hyvinvointialue' } as const
  await putLiving(world, other, { until: '2026-08-31', parties: [county, organisation!] })
  const list = await read(centre, '/fi/nimen-kaytto')
  expect(list).toContain('4 kumppania saa käyttää nimeä sitoumuksen perusteella.')
  expect(list).not.toContain('Peruste on päättynyt')
  const partners = await read(centre, '/fi/nimen-kaytto/sitoumuksella')
  for (const said of [name, theirs, '31.12.2028', '31.8.2026']) expect(partners).toContain(said)
  keeper = await world.as({ role: 'coordinator', areaId: site.municipality.areaId })
  const own = await read(keeper, '/fi/nimen-kaytto/sitoumuksella')
  expect([own.includes(name), own.includes(theirs)]).toEqual([true, false])
  const csv = await (await centre.get('/fi/nimen-kaytto/sitoumuksella.csv')).text()
  expect(csv).toContain(`${theirs};2026-07-03;2026-08-31\r\n`)
  expect(await read(venue, '/fi/omat-sitoumukset')).toContain('sitoumuksen perusteella 31.12.2028 asti')

  world.later(80 * 24 * 60)
  centre = await world.as({ role: 'centre' })
  const asked = await read(centre, '/fi/nimen-kaytto')
  expect(asked).toContain('Peruste on päättynyt: kysy')
  expect(asked).toContain('2 kumppania')
  const someone = await world.as({ role: 'venue', site: other })
  expect(await read(someone, '/fi/omat-sitoumukset')).toContain('Sinulla ei ole nyt lupaa')
  // Who still uses it is followed as a use without leave, and asked about there until it is settled.
  const keys = [...asked.matchAll(/loppunut\?who=([^"]+)"/g)].map(([, key]) => key!)
  expect(keys).toEqual(['party-esimerkin+hyvinvointialue', expect.stringMatching(/^organisation-\d+$/)])
  const found = {
    who: theirs,
    mark: 'name',
    purpose: 'web',
    place: 'https://talo.example',
    noticedOn: '15.9.2026',
  }
  const one = idIn(await centre.post('/fi/nimen-kaytto/ilman-lupaa', found))
  expect(await read(centre, '/fi/nimen-kaytto')).not.toContain(keys[1])
  const settled = { step: 'settled', on: '16.9.2026', note: 'Sivu poistetaan syyskuussa.' }
  await centre.post(`/fi/nimen-kaytto/${one}/vaihe`, settled)
  expect(await read(centre, '/fi/nimen-kaytto')).toContain(keys[1])

  const stop = (who: string, on: string) => centre.post('/fi/nimen-kaytto/loppunut', { who, on })
  expect(await (await stop(keys[1]!, '1.1.2030')).text()).toContain('Päivä ei ole vielä tullut')
  expect((await stop('organisation-999999', '1.9.2026')).status).toBe(422)
  for (const key of keys)
    expect((await stop(decodeURIComponent(key.replaceAll('+', ' ')), '1.9.2026')).status).toBe(303)
  expect(await read(centre, '/fi/nimen-kaytto')).not.toContain('Peruste on päättynyt')
  expect(await read(centre, `/fi/nimen-kaytto/loppunut?who=${keys[1]}`)).toContain('ei tarvitse kysyä enää')
  await centre.post('/fi/nimen-kaytto/ilman-lupaa', { ...found, who: 'Esimerkkikylä ry' })
})

test('the list tells the same state as the rules', async () => {
  const seen = new Set<string>()
  for (const today of ['2026-04-01', '2026-05-04', '2026-06-30', '2026-07-01', '2026-07-02', '2026-09-20'])
    for (const group of groupNames)
      for (const row of (await listUses(world.db as never, { words: [], group }, today, null)).rows) {
        const standing = standingOf(row, today)
        seen.add(standing)
        expect(groups[group]).toContain(standing)
      }
  expect(standings.filter((one) => !seen.has(one))).toEqual(['asked', 'answered', 'lapsed'])
})
