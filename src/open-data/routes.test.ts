import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { makeCard, makeMunicipality, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
import { hideSmall } from '../../test/stand-in-protect.ts'
import { newWorld, type World } from '../../test/world.ts'
import { closeNext } from '../publications/closing.ts'

let world: World
beforeEach(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
})
afterEach(() => world.end())

const close = async () => {
  const { db, keys } = world
  const municipality = await makeMunicipality(db, { name: 'Kuhmo' })
  const unit = await makeUnit(db, { municipality })
  const site = await makeSite(db, { municipality, category: 'sports' })
  for (let index = 0; index < 2; index++) {
    const card = await makeCard(db, keys, { unit, registeredOn: '2026-01-10' })
    await makeUse(db, { card, site, usedAt: new Date('2026-02-10T15:00:00Z'), adults: 1, children: index })
  }
  expect(await closeNext(db, world.now(), hideSmall)).toBe('2026-Q1')
  return { unit, site }
}

it('says before the first closing when it comes', async () => {
  await makeCard(world.db, world.keys, { registeredOn: '2026-04-02' })
  for (const path of ['/fi/avoin-data', '/fi/tilastot']) {
    const page = await (await world.anyone.get(path)).text()
    expect(page).toContain('aikaisintaan 15.7.2026')
    expect(await htmlProblems(page)).toEqual([])
  }
  for (const path of ['/open-data/datapackage.json', '/fi/avoin-data/1', '/open-data/1/figures.csv'])
    expect((await world.anyone.get(path)).status).toBe(404)
})

it('publishes a closed period at addresses that last, the same for everyone', async () => {
  const { site } = await close()
  const venue = await world.as({ role: 'venue', site })
  const { number, digest } = (
    await world.db.selectFrom('publication').select(['number', 'digest']).execute()
  )[0]!

  const answer = await world.anyone.get(`/open-data/${number}/figures.csv`)
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  const etag = answer.headers.get('etag')!
  const again = await world.anyone.get(`/open-data/${number}/figures.csv`, { 'if-none-match': etag })
  expect(again.status).toBe(304)
  const text = await answer.text()
  const rows = text.trim().split('\r\n').slice(1)
  expect(rows).toContain('2026-Q1,tickets,all,all,country,,FI,Koko maa,Hela landet,3,false,tickets')
  expect(rows.some((row) => /,municipality,.*,Kuhmo,,,true,tickets$/.test(row))).toBe(true)
  expect(rows.some((row) => /,(unit|site),/.test(row))).toBe(false)
  const signedIn = await venue.get(`/open-data/${number}/figures.csv`)
  expect(signedIn.headers.get('cache-control')).toBe('no-store')
  expect(await signedIn.text()).toBe(text)

  // The digest, made again from nothing but the file and the change log, as its words say.
  const log = await (await world.anyone.get('/open-data/publications.csv')).text()
  const [, period, , asOf, , told] = log.split('\r\n')[1]!.split(',')
  const lines = rows.map((row) => {
    const cells = row.split(',')
    return [...cells.slice(1, 6), cells[9]].join('|')
  })
  const made = createHash('sha256')
    .update([period, asOf, ...lines.sort()].join('\n'))
    .digest('hex')
  expect([made, told]).toEqual([digest.toString('hex'), digest.toString('hex')])
})

it('shows it on its pages, each valid, with a data block that no policy needs to allow', async () => {
  await close()
  const pages = ['/fi/avoin-data', '/sv/oppna-data', '/en/open-data/1', '/fi/tilastot?period=2026-Q1']
  const [{ number }] = (await world.db.selectFrom('publication').select('number').execute()) as [
    { number: number },
  ]
  for (const path of pages) {
    const answer = await world.anyone.get(
      path.replace(/1$/, (one) => (path.endsWith('/1') ? String(number) : one)),
    )
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self';")
    const page = await answer.text()
    expect(page.length).toBeLessThan(80_000)
    // Stacked tables repeat their roles on purpose: browsers drop them with the layout.
    expect((await htmlProblems(page)).filter((one) => !one.startsWith('no-redundant-role'))).toEqual([])
    const scripts = [...page.matchAll(/<script(?![^>]*\ssrc=)([^>]*)>([^<]*)<\/script>/g)]
    for (const [, type, data] of scripts) {
      expect(type).toBe(' type="application/ld+json"')
      expect(JSON.parse(data!)).toMatchObject({ '@type': 'Dataset', version: String(number) })
    }
    expect(scripts).toHaveLength(/(avoin|oppna)-data$/.test(path) ? 1 : 0)
  }
  const shown = await (await world.anyone.get('/fi/tilastot?period=nothing')).text()
  expect(shown).toContain(`Julkaisu ${number}, tilanne 4.5.2026.`)
  const table = await world.anyone.get(`/sv/oppna-data/${number}/tickets-category.json`)
  expect(await table.json()).toMatchObject({ version: '2.0', dimension: { part: { label: 'Verksamhet' } } })
  expect((await world.anyone.get(`/sv/oppna-data/${number}/tickets-site.json`)).status).toBe(404)
})
