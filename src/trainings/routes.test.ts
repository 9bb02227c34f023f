import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { type MadeMunicipality, makeMunicipality } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { fillPages } from '../pages/fill.ts'

let world: World
type Someone = Awaited<ReturnType<World['as']>>
let [centre, coordinator, other] = [] as unknown as [Someone, Someone, Someone]
let kuhmo: MadeMunicipality

beforeAll(async () => {
  world = await newWorld()
  kuhmo = await makeMunicipality(world.db, { name: 'Kuhmo', area: 'Kainuu' })
  const oulu = await makeMunicipality(world.db, { name: 'Oulu', area: 'Pohjois-Pohjanmaa' })
  await world.db.transaction().execute((db) => fillPages(db, world.now()))
  centre = await world.as({ role: 'centre' })
  coordinator = await world.as({ role: 'coordinator', areaId: kuhmo.areaId })
  other = await world.as({ role: 'coordinator', areaId: oulu.areaId })
})
afterAll(() => world.end())

const keep = '/fi/koulutukset-yllapito'
const first = {
  ...{ titleFi: 'Kortin antaminen', titleSv: 'Dela ut kort', descriptionFi: 'Opit antamaan kortin.' },
  ...{ 'audience-issuers': 'yes', 'language-fi': 'yes', area: '', remote: 'yes' },
  ...{ day: '13.5.2026', start: '13.00', end: '14.30', signUp: 'https://ilmoittaudu.esimerkki.example/a' },
}
const read = async (path: string, who: Pick<Someone, 'get'> = world.anyone) => (await who.get(path)).text()
const add = async (who: Someone, fields: Record<string, string>) => {
  const reply = await who.post(`${keep}/uusi`, fields)
  expect(reply.status).toBe(303)
  return /(\d+)\?done=added$/.exec(reply.headers.get('location')!)![1]!
}

test('a training is shown where it belongs, and each step can be taken back', async () => {
  expect(await read('/fi/koulutukset')).toContain('Koulutuksia ei ole nyt tiedossa.')
  expect(await read('/fi/kortinjakajille')).not.toContain('Seuraavat koulutukset')
  const id = await add(centre, first)
  const html = await read('/fi/koulutukset')
  expect(html).toMatch(/Tulevat koulutukset[\s\S]*ke 13\.5\.2026 klo 13\.00–14\.30[\s\S]*Etänä/)
  expect(html).toContain('<script type="application/ld+json">{"@context":"https://schema.org"')
  expect(html.indexOf('Tulevat koulutukset</h2>')).toBeLessThan(html.indexOf('Opi heti itse</h2>'))
  expect(await htmlProblems(html)).toEqual([])
  expect(await read('/sv/utbildningar')).toContain('<span>Dela ut kort</span>')
  expect(await read('/sv/utbildningar')).toContain('<span lang="fi">Opit antamaan kortin.</span>')
  expect(await read('/fi/kortinjakajille')).toContain(`<a href="/fi/koulutukset#training-${id}">`)
  expect(await read('/fi/kaikukortti-kohteille')).not.toContain('Seuraavat koulutukset')
  for (const [path, to] of [
    ['/fi/haku?q=korttia', `/fi/koulutukset#training-${id}`],
    ['/ru/search?q=kort', `/en/trainings#training-${id}`],
  ] as const)
    expect(await read(path)).toContain(`<a href="${to}">`)
  const calendar = await world.anyone.get('/sv/utbildningar.ics')
  expect(calendar.headers.get('content-type')).toContain('text/calendar')
  expect(await calendar.text()).toMatch(
    /DTSTART:20260513T100000Z\r\n[\s\S]*SUMMARY:Dela ut kort\r\n[\s\S]*CONFIRMED/,
  )

  const page = `${keep}/${id}`
  expect((await centre.post(`${page}/peru`, { whyFi: '' })).status).toBe(422)
  const cancelled = await centre.post(`${page}/peru`, { whyFi: 'Kouluttaja on estynyt.' })
  const after = await read(cancelled.headers.get('location')!, centre)
  expect(after).toMatch(/Koulutus on peruttu\.[\s\S]*name="state" value="planned"/)
  const shown = await read('/fi/koulutukset')
  expect(shown).toMatch(/Peruttu[\s\S]*Kouluttaja on estynyt\./)
  expect(shown).not.toContain('https://ilmoittaudu.esimerkki.example/a')
  expect(await read('/fi/koulutukset.ics')).toContain('STATUS:CANCELLED')
  expect(await read('/fi/kortinjakajille')).not.toContain('Seuraavat koulutukset')
  expect((await centre.get(`${page}/peru`)).status).toBe(404)

  await centre.post(`${page}/tila`, { state: 'planned' })
  expect(await read('/fi/koulutukset')).not.toContain('Kouluttaja on estynyt.')
  await centre.post(`${page}/tila`, { state: 'removed' })
  for (const path of ['/fi/koulutukset', '/fi/koulutukset.ics', '/fi/haku?q=antaminen'])
    for (const who of [world.anyone, centre]) expect(await read(path, who)).not.toContain(`training-${id}`)
  const { rows } = await sql`select from training where id = ${id}`.execute(world.requests)
  expect(rows).toHaveLength(0)
  await centre.post(`${page}/tila`, { state: 'kept' })
  expect(await read('/fi/koulutukset')).toContain(`id="training-${id}"`)
})

test('what changed in Finnish is told to who writes the others', async () => {
  const id = await add(centre, { ...first, titleFi: 'Toinen' })
  const page = `${keep}/${id}`
  await world.later(1)
  await centre.post(`${page}/muuta`, { ...first, titleFi: 'Kolmas' })
  expect(await read(page, centre)).toContain('Suomenkielinen teksti on muuttunut ruotsin jälkeen')
  expect(await read(`${page}/muuta`, centre)).toContain('name="agrees-sv"')
  await centre.post(`${page}/muuta`, { ...first, titleFi: 'Kolmas', 'agrees-sv': 'yes' })
  expect(await read(page, centre)).not.toContain('on muuttunut ruotsin jälkeen')
})

test('a coordinator keeps the own area’s, and nobody else’s', async () => {
  const own = { ...first, titleFi: 'Kainuun oma', area: String(kuhmo.areaId) }
  expect((await coordinator.post(`${keep}/uusi`, first)).status).toBe(422)
  expect((await other.post(`${keep}/uusi`, own)).status).toBe(422)
  const id = await add(coordinator, own)
  const [page, listed] = [
    `${keep}/${id}`,
    async (who: Someone) => (await read(keep, who)).includes('Kainuun oma'),
  ]
  expect([await listed(coordinator), await listed(centre), await listed(other)]).toEqual([true, true, false])
  for (const path of ['muuta', 'peru'])
    expect((await other.post(`${page}/${path}`, { ...own, whyFi: 'x' })).status).toBe(404)
  expect((await other.post(`${page}/tila`, { state: 'removed' })).status).toBe(404)
  // A coordinator cannot give it away either.
  expect((await coordinator.post(`${page}/muuta`, { ...own, area: '' })).status).toBe(422)
  expect(await read('/fi/koulutukset')).toContain('Järjestää: Kainuu')
})

test('a recording is there for good, what was held for a year, and its links lead somewhere', async () => {
  const recording = { ...first, titleFi: 'Tallennettu', day: '', start: '', end: '', remote: '', signUp: '' }
  const broken = await centre.post(`${keep}/uusi`, {
    ...recording,
    recording: '/fi/ei-ole',
    textLink: '/fi/alueet',
  })
  expect([broken.status, (await broken.text()).includes('Osoitteessa ei ole sivua.')]).toEqual([422, true])
  const id = await add(centre, { ...recording, recording: 'https://video.esimerkki.example/1', length: '42' })
  expect(await read(`${keep}/${id}`, centre)).toContain('Tallenteesta puuttuu tekstitys')
  expect(await read('/fi/koulutukset')).toMatch(
    /Tallenteet[\s\S]*Katso tallenne[\s\S]*42 min · Ei tekstitystä/,
  )
  world.later(30 * 24 * 60)
  expect(await read('/fi/koulutukset')).toMatch(/Menneet koulutukset[\s\S]*Kortin antaminen/)
  world.later(400 * 24 * 60)
  const late = await read('/fi/koulutukset')
  expect([late.includes('Kortin antaminen'), late.includes('Tallennettu')]).toEqual([false, true])
})
