import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openPairing, type Paired, pairPhone } from '../../test/devices.ts'
import { htmlProblems } from '../../test/html.ts'
import { type MadeSite, makeMunicipality, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { formatCode, newCode } from '../codes/rules.ts'
import { forgetPast } from '../sweep.ts'

let world: World
let site: MadeSite
let venue: Awaited<ReturnType<World['as']>>
beforeEach(async () => {
  world = await newWorld()
  site = await makeSite(world.db, { name: 'Esimerkkiteatteri' })
  venue = await world.as({ role: 'venue', site })
})
afterEach(() => world.end())

const textOf = async (visitor: { get: World['anyone']['get'] }, path: string) =>
  (await visitor.get(path)).text()
const devices = () => world.db.selectFrom('device').selectAll().execute()

describe('the list of a venue', () => {
  test('says when it is empty, and then who paired what and when it was used', async () => {
    expect(await textOf(venue, '/fi/laitteet')).toContain('Laitteita ei ole vielä liitetty')
    await pairPhone(world, site)
    const page = await textOf(venue, '/fi/laitteet')
    for (const words of ['Aulan puhelin', '4.5.2026, Aino Esimerkki', '4.5.2026<', 'Käytössä'])
      expect(page).toContain(words)
    expect((await htmlProblems(page)).filter((line) => !line.startsWith('no-redundant-role'))).toEqual([])
  })

  test('a device ends in one tap: it is out at once, and the page says how to take it back', async () => {
    const phone = await pairPhone(world, site)
    expect((await phone.get('/fi/kassa')).status).toBe(200)
    const ended = await venue.post(`/fi/laitteet/${phone.id}/poista`, {})
    expect(ended.status).toBe(303)
    expect((await phone.get('/fi/kassa')).headers.get('location')).toBe('/fi/laite?state=ended')
    expect(await world.db.selectFrom('session').select('id').where('kind', '=', 'device').execute()).toEqual(
      [],
    )
    const page = await textOf(venue, ended.headers.get('location')!)
    expect(page).toContain('Aulan puhelin on poistettu käytöstä')
    expect(page).toContain('Jos poistit väärän laitteen, liitä se uudelleen.')
    expect(page).toContain('Poistettu 4.5.2026')
    expect(page).not.toContain('/poista"')
    const [before] = await devices()
    world.later(1)
    expect((await venue.post(`/fi/laitteet/${phone.id}/poista`, {})).status).toBe(303)
    expect(await devices()).toEqual([before])
    const told = await world.db
      .selectFrom('audit')
      .selectAll()
      .where('permission', '=', 'devices.end')
      .execute()
    expect(told[0]).toMatchObject({ outcome: 'done', subject: { device: phone.id, site: site.id } })
  })

  test('is of one’s own site alone', async () => {
    const other = await makeSite(world.db, { name: 'Uimahalli' })
    const stranger = await world.as({ role: 'venue', site: other })
    const phone = await pairPhone(world, site)
    const { page } = await openPairing(venue)
    expect(await textOf(stranger, '/fi/laitteet')).not.toContain('Aulan puhelin')
    expect((await stranger.get(`/fi/laitteet?site=${site.id}`)).status).toBe(404)
    expect((await stranger.get(page)).status).toBe(404)
    expect((await stranger.post(`/fi/laitteet/${phone.id}/poista`, {})).status).toBe(404)
    expect((await phone.get('/fi/kassa')).status).toBe(200)
  })

  test.each(['x', '0', '-1', '99999999999', '1 or 1=1'])('has no site %s', async (id) =>
    expect((await venue.get(`/fi/laitteet?site=${encodeURIComponent(id)}`)).status).toBe(404),
  )
})

describe('those who keep the network', () => {
  const place = (areaId: number) => world.as({ role: 'coordinator', areaId })
  let phone: Paired
  beforeEach(async () => {
    phone = await pairPhone(world, site)
  })

  test('see the devices of their own area, end them, and pair none', async () => {
    const keeper = await place(site.municipality.areaId)
    expect(await textOf(keeper, '/fi/laitteet')).toMatch(
      new RegExp(`/fi/laitteet\\?site=${site.id}">Esimerkkiteatteri</a>.*1 laite käytössä`, 's'),
    )
    const page = await textOf(keeper, `/fi/laitteet?site=${site.id}`)
    expect(page).toContain('Aulan puhelin')
    expect(page).not.toContain('Liitä uusi laite')
    expect((await keeper.post('/fi/laitteet', { name: 'Kassa 2' })).status).toBe(403)
    expect((await keeper.post(`/fi/laitteet/${phone.id}/poista`, {})).headers.get('location')).toBe(
      `/fi/laitteet?site=${site.id}&ended=${phone.id}`,
    )
    expect((await phone.get('/fi/kassa')).status).toBe(303)
  })

  test('have nothing of another area', async () => {
    const { areaId } = await makeMunicipality(world.db, { area: 'Satakunta' })
    const stranger = await place(areaId)
    expect(await textOf(stranger, '/fi/laitteet')).toContain('Kohteilla ei ole vielä laitteita')
    expect((await stranger.get(`/fi/laitteet?site=${site.id}`)).status).toBe(404)
    expect((await stranger.post(`/fi/laitteet/${phone.id}/poista`, {})).status).toBe(404)
    expect((await phone.get('/fi/kassa')).status).toBe(200)
  })

  test('the centre sees all', async () => {
    const centre = await world.as({ role: 'centre' })
    expect(await textOf(centre, '/fi/laitteet')).toContain('Esimerkkiteatteri')
    expect(await textOf(centre, `/fi/laitteet?site=${site.id}`)).toContain('Aulan puhelin')
  })
})

describe('pairing, as the venue sees it', () => {
  test('the page shows a QR code, the link and a code; its own address and the database hold neither', async () => {
    const { page, html, link, code } = await openPairing(venue, '  Aulan\u0000 puhelin ')
    expect(page).toMatch(/^\/fi\/laitteet\/[0-9a-f-]{36}$/)
    expect(link).toMatch(/^\/fi\/laite\/[\w-]{43}$/)
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    expect(html).toContain('Lue koodi laitteella, jonka nimeksi tulee Aulan puhelin.')
    expect(html).toContain('localhost:3000/fi/laite ja kirjoita')
    expect(html).toMatch(/<svg class="qr" viewBox="0 0 \d+ \d+" [^>]*role="img"/)
    expect(html).not.toContain('http-equiv="refresh"')
    expect(await htmlProblems(html)).toEqual([])
    expect((await openAgain(page)).link).toBe(link)
    const kept = JSON.stringify([
      await world.db.selectFrom('device_pairing').selectAll().execute(),
      await world.db.selectFrom('audit').selectAll().execute(),
    ])
    for (const secret of [link.split('/').at(-1)!, code, code.replace('-', '')])
      expect(kept).not.toContain(secret)
  })
  const openAgain = async (page: string) => ({
    link: (await textOf(venue, page)).match(/\/fi\/laite\/[\w-]{43}/)?.[0],
  })

  test('the page tells when the phone is paired, and does not show the link any more', async () => {
    const { page, html, link } = await openPairing(venue)
    expect(html).toContain('data-waiting')
    await world.anyone.post(link, {})
    const after = await textOf(venue, page)
    expect(after).toContain('Aulan puhelin on nyt käytössä')
    expect(after).not.toMatch(/data-waiting|\/fi\/laite\//)
  })

  test('after ten minutes it offers a new link under the same name', async () => {
    const { page } = await openPairing(venue)
    world.later(10)
    const after = await textOf(venue, page)
    expect(after).toContain('Linkki vanheni')
    expect(after).not.toMatch(/data-waiting|\/fi\/laite\/|class="qr"/)
    expect(after).toContain('name="name" value="Aulan puhelin"')
    expect(await devices()).toEqual([])
  })

  test.each([
    ['nothing', ' ', 'Kirjoita laitteelle nimi.'],
    ['61 characters', 'x'.repeat(61), 'Kirjoita enintään 60 merkkiä.'],
    ['an identity code', 'Aino 131052-308T', 'Tekstissä näyttää olevan henkilötunnus.'],
    ['a card code', `Kassa ${formatCode(newCode())}`, 'Tämä näyttää kortin tunnukselta.'],
  ])('the name is not %s', async (_, name, words) => {
    const refused = await venue.post('/fi/laitteet', { name })
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain(words)
    expect(html).not.toContain('308T')
    expect(await world.db.selectFrom('device_pairing').selectAll().execute()).toEqual([])
  })

  test('a closed site pairs nothing', async () => {
    await world.db.updateTable('site').set({ closed_on: '2026-05-04' }).execute()
    expect(await textOf(venue, '/fi/laitteet')).toContain('Kohde on suljettu')
    expect((await venue.post('/fi/laitteet', { name: 'Aulan puhelin' })).status).toBe(422)
    expect(await world.db.selectFrom('device_pairing').selectAll().execute()).toEqual([])
  })

  test('old pairings are swept out, standing devices stay', async () => {
    await pairPhone(world, site)
    world.later(10 + 24 * 60 + 1)
    await forgetPast(world.db, world.now())
    expect(await world.db.selectFrom('device_pairing').selectAll().execute()).toEqual([])
    expect(await devices()).toHaveLength(1)
  })
})
