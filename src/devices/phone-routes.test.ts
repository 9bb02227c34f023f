import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cookieOf, openPairing, type Paired, pairPhone, phoneWith } from '../../test/devices.ts'
import { htmlProblems } from '../../test/html.ts'
import { type MadeSite, makeCard, makeSite, makeUse } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { rolesOf } from '../access.ts'
import { routes } from '../app.tsx'
import { newCode } from '../codes/rules.ts'
import { paths as deskPaths } from '../desk/words.ts'
import { fill } from '../web/paths.ts'
import { pathsOf } from '../web/route.tsx'
import { codeLimits } from './rules.ts'

let world: World
let site: MadeSite
let venue: Awaited<ReturnType<World['as']>>
beforeEach(async () => {
  world = await newWorld()
  site = await makeSite(world.db, { name: 'Esimerkkiteatteri' })
  venue = await world.as({ role: 'venue', site })
})
afterEach(() => world.end())

const standing = () => world.db.selectFrom('device').selectAll().where('ended_at', 'is', null).execute()
const sessions = () => world.db.selectFrom('session').selectAll().where('kind', '=', 'device').execute()
const ended = '/fi/laite?state=ended'

describe('pairing a phone', () => {
  test('by its link: it says where it belongs, and one button takes it to the desk', async () => {
    const { link } = await openPairing(venue)
    const page = await (await world.anyone.get(link)).text()
    for (const words of ['Aulan puhelin', 'Esimerkkiteatteri', 'Ota käyttöön tässä laitteessa'])
      expect(page).toContain(words)
    expect(await htmlProblems(page)).toEqual([])
    expect(await standing()).toEqual([])

    const taken = await world.anyone.post(link, {})
    expect(taken.status).toBe(303)
    expect(taken.headers.get('location')).toBe('/fi/kassa')
    const phone = phoneWith(world, cookieOf(taken)!)
    const desk = await (await phone.get('/fi/kassa')).text()
    expect(desk).toContain('Aulan puhelin · Esimerkkiteatteri')
    expect(desk).toContain('Poista laite käytöstä')
    expect(desk.match(/<nav class="nav".*?<\/nav>/s)![0].match(/href="[^"]+"/g)).toEqual([
      'href="/fi/kassa"',
      'href="/fi/kassa/tanaan"',
    ])
    expect(await standing()).toMatchObject([
      { name: 'Aulan puhelin', site_id: site.id, last_seen_on: '2026-05-04' },
    ])
    const audit = await world.db
      .selectFrom('audit')
      .selectAll()
      .where('permission', '=', 'devices.accept')
      .execute()
    expect(audit).toMatchObject([{ outcome: 'done', subject: { site: site.id } }])
  })

  test('by its code, in small letters and spaces', async () => {
    const { link, code } = await openPairing(venue)
    expect(await htmlProblems(await (await world.anyone.get('/fi/laite')).text())).toEqual([])
    const read = await world.anyone.post('/fi/laite', { code: code.toLowerCase().replace('-', ' ') })
    expect(read.headers.get('location')).toBe(link)
    expect((await world.anyone.post(link, {})).status).toBe(303)
    expect((await world.anyone.post('/fi/laite', { code })).status).toBe(422)
  })

  test('works once, also when two phones come at the same time', async () => {
    const { link } = await openPairing(venue)
    const both = await Promise.all([world.anyone.post(link, {}), world.anyone.post(link, {})])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await standing()).toHaveLength(1)
    const again = await world.anyone.get(link)
    expect(await again.text()).toContain('Linkki ei ole enää voimassa')
    expect(await sessions()).toHaveLength(1)
  })

  test('works for ten minutes, link and code alike', async () => {
    const { link, code } = await openPairing(venue)
    world.later(10)
    expect(await (await world.anyone.get(link)).text()).toContain('Pyydä kohteelta uusi linkki')
    expect((await world.anyone.post(link, {})).status).toBe(422)
    expect((await world.anyone.post('/fi/laite', { code })).status).toBe(422)
    expect(await standing()).toEqual([])
  })

  test.each([{ closed_on: '2026-05-04' }, { merged_into_id: 0, closed_on: null }])(
    'not at a site that was meanwhile closed or merged: %o',
    async (change) => {
      const { link, code } = await openPairing(venue)
      const into = await makeSite(world.db, { name: 'Uusi teatteri' })
      const to = 'merged_into_id' in change ? { merged_into_id: into.id } : change
      await world.db.updateTable('site').set(to).where('id', '=', site.id).execute()
      expect((await world.anyone.post(link, {})).status).toBe(422)
      expect((await world.anyone.post('/fi/laite', { code })).status).toBe(422)
      expect(await standing()).toEqual([])
    },
  )

  test('a person who is signed in is asked first, and signed out', async () => {
    const { link } = await openPairing(venue)
    const page = await (await venue.get(link)).text()
    expect(page).toContain('Tässä selaimessa on kirjautuneena Aino Esimerkki')
    expect(page).toContain('action="/fi/kirjaudu-ulos"')
    const asked = await venue.post(link, {})
    expect(asked.status).toBe(422)
    expect(await standing()).toEqual([])
    const taken = await venue.post(link, { anyway: 'yes' })
    expect(taken.status).toBe(303)
    expect((await venue.get('/fi/oma')).status).toBe(303)
    expect((await phoneWith(world, cookieOf(taken)!).get('/fi/kassa')).status).toBe(200)
  })

  test('a device that becomes another one ends', async () => {
    const phone = await pairPhone(world, site)
    const { link } = await openPairing(venue, 'Kassa 2')
    expect(await (await phone.get(link)).text()).toContain('Tämä laite on jo Aulan puhelin')
    expect(cookieOf(await phone.post(link))).not.toBeNull()
    expect((await standing()).map(({ name }) => name)).toEqual(['Kassa 2'])
    expect(await sessions()).toHaveLength(1)
  })
})

describe('guessing codes', () => {
  const from = (network: string, code: string) =>
    Promise.resolve(
      world.app.request(
        '/fi/laite',
        {
          method: 'POST',
          body: new URLSearchParams({ code }),
          headers: { 'sec-fetch-site': 'same-origin' },
        },
        { incoming: { socket: { remoteAddress: `${network}.1` } } },
      ),
    )
  const wrong = () => newCode().slice(0, 8)
  const tries = async (count: number, network: string) => {
    const statuses: number[] = []
    for (let n = 0; n < count; n++) statuses.push((await from(network, wrong())).status)
    return statuses
  }

  test('ten from one network, and then one in six minutes; a right one costs nothing', async () => {
    const { code } = await openPairing(venue)
    for (let n = 0; n < 12; n++) expect((await from('10.0.0', code)).status).toBe(303)
    expect(await tries(10, '10.0.0')).toEqual(Array(10).fill(422))
    const waits = await from('10.0.0', code)
    expect(waits.status).toBe(429)
    expect(waits.headers.get('retry-after')).toBe('360')
    // The one who guesses from elsewhere has tries of their own.
    expect((await from('10.0.1', code)).status).toBe(303)
    world.later(6)
    expect((await from('10.0.0', wrong())).status).toBe(422)
    expect((await from('10.0.0', code)).status).toBe(429)
  })

  test('two hundred from everywhere together; the link works all the same', async () => {
    const [, all] = codeLimits('')
    const { link, code } = await openPairing(venue)
    await tries(1, '10.0.0')
    await world.db.updateTable('rate_limit').set({ tokens: 1 }).where('bucket', '=', all!.bucket).execute()
    expect(all).toMatchObject({ size: 200, perHour: 200 })
    expect(await tries(2, '10.0.1')).toEqual([422, 429])
    expect((await from('10.0.2', code)).status).toBe(429)
    expect((await world.anyone.post(link, {})).status).toBe(303)
  })

  test('what cannot be a code takes no try', async () => {
    for (let n = 0; n < 12; n++) expect((await from('10.0.0', 'K7PQ')).status).toBe(422)
    expect(await tries(1, '10.0.0')).toEqual([422])
  })

  test('the tries are told in the log without the code', async () => {
    const code = wrong()
    await from('10.0.0', code)
    const audit = await world.db.selectFrom('audit').selectAll().execute()
    expect(audit).toMatchObject([{ actor: 'anonymous', permission: 'devices.accept', outcome: 'refused' }])
    expect(JSON.stringify(audit)).not.toContain(code)
  })
})

describe('the session of a device', () => {
  test('is kept in a cookie for ninety days, on our own pages alone', async () => {
    const { link } = await openPairing(venue)
    const header = (await world.anyone.post(link, {})).headers.get('set-cookie')!
    expect(header).toMatch(/^kaiku=device-[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=7776000$/)
    expect(await sessions()).toMatchObject([
      { proof: 'device', expires_at: new Date('2026-08-02T09:00:00Z') },
    ])
  })

  test('does not idle out, and each day of use begins the ninety days anew, once', async () => {
    const phone = await pairPhone(world, site)
    world.later(11 * 60)
    expect((await phone.get('/fi/kassa')).headers.get('set-cookie')).toBeNull()
    world.later(89 * 24 * 60 + 60)
    const morning = await phone.get('/fi/kassa')
    expect(morning.status).toBe(200)
    expect(morning.headers.get('set-cookie')).toBe(
      `${phone.cookie}; Path=/; HttpOnly; SameSite=Strict; Max-Age=7776000`,
    )
    expect((await phone.get('/fi/kassa')).headers.get('set-cookie')).toBeNull()
    const [session] = await sessions()
    expect(session!.expires_at.getTime()).toBe(world.now().getTime() + 90 * 86_400_000)
    expect(await standing()).toMatchObject([{ last_seen_on: '2026-08-02' }])
    world.later(89 * 24 * 60)
    expect((await phone.get('/fi/kassa')).status).toBe(200)
  })

  test('ends after ninety days without use, and says whom to ask', async () => {
    const phone = await pairPhone(world, site)
    world.later(90 * 24 * 60)
    expect((await phone.get('/fi/kassa')).headers.get('location')).toBe(ended)
    const page = await (await phone.get(ended)).text()
    expect(page).toContain('Tämä laite ei ole enää käytössä')
    expect(page).toContain('Pyydä kohdetta liittämään laite uudelleen.')
    expect(await htmlProblems(page)).toEqual([])
    expect((await phone.get('/fi/tilastot')).status).toBe(200)
  })

  test.each([
    ['closed', { closed_on: '2026-05-04' }],
    ['merged', {}],
  ])('ends at once when its site is %s', async (_, change) => {
    const phone = await pairPhone(world, site)
    const into = await makeSite(world.db)
    await world.db
      .updateTable('site')
      .set('closed_on' in change ? change : { merged_into_id: into.id })
      .where('id', '=', site.id)
      .execute()
    expect((await phone.get('/fi/kassa')).headers.get('location')).toBe(ended)
    expect((await phone.post('/fi/kassa', { code: newCode() })).headers.get('location')).toBe(ended)
  })

  test('goes on until the day on which its site closes', async () => {
    const phone = await pairPhone(world, site)
    await world.db.updateTable('site').set({ closed_on: '2026-05-05' }).where('id', '=', site.id).execute()
    expect((await phone.get('/fi/kassa')).status).toBe(200)
    world.later(12 * 60)
    expect((await phone.get('/fi/kassa')).status).toBe(303)
  })

  test('is left by a page of its own, which asks first', async () => {
    const phone = await pairPhone(world, site)
    expect((await phone.post('/fi/kirjaudu-ulos')).headers.get('location')).toBe('/fi/poista-laite')
    const page = await (await phone.get('/fi/poista-laite')).text()
    expect(page).toContain('Poistetaanko Aulan puhelin käytöstä?')
    expect(await htmlProblems(page)).toEqual([])
    expect(await standing()).toHaveLength(1)
    const left = await phone.post('/fi/poista-laite')
    expect(left.headers.get('location')).toBe('/fi/laite?state=left')
    expect(left.headers.get('set-cookie')).toContain('kaiku=; ')
    expect([await standing(), await sessions()]).toEqual([[], []])
    expect(await (await world.anyone.get('/fi/laite?state=left')).text()).toContain(
      'Laite on poistettu käytöstä',
    )
    expect((await venue.get('/fi/poista-laite')).status).toBe(404)
    expect((await venue.post('/fi/poista-laite', {})).status).toBe(404)
  })
})

describe('what a device may do', () => {
  let phone: Paired
  beforeEach(async () => {
    phone = await pairPhone(world, site)
  })

  const record = async (visitor: Pick<Paired, 'get' | 'post'>, code: string, fields = {}) => {
    const checked = await visitor.post('/fi/kassa', { code, ...fields })
    const path = checked.headers.get('location')!
    return { checked, path, recorded: checked.status === 303 ? await visitor.post(path, {}) : checked }
  }
  const uses = () => world.db.selectFrom('use').selectAll().execute()

  test('it records and takes back for its site, under its own name', async () => {
    const { code } = await makeCard(world.db, world.keys)
    const { path, recorded } = await record(phone, code)
    expect(recorded.status).toBe(303)
    expect(await uses()).toMatchObject([
      { site_id: site.id, recorded_by: `device:${phone.id}`, source: 'desk' },
    ])
    expect((await phone.get(path)).status).toBe(200)
    // A check is of the one who made it: another device of the site has nothing there.
    const other = await pairPhone(world, site, 'Kassa 2')
    expect((await other.get(path)).status).toBe(404)
    const { id } = (await uses())[0]!
    expect(await (await other.get('/fi/kassa/tanaan')).text()).toContain(`•••${code.slice(-4)}`)
    expect((await other.post(fill(deskPaths.undo.fi, { use: id }), { back: 'today' })).status).toBe(303)
    expect(await world.db.selectFrom('use_cancellation').selectAll().execute()).toMatchObject([
      { use_id: id, cancelled_by: `device:${other.id}` },
    ])
  })

  test('what tickets are for is remembered for each device', async () => {
    const other = await pairPhone(world, site, 'Kassa 2')
    expect((await phone.post('/fi/kassa/tapahtuma', { event: 'Lumikuningatar' })).status).toBe(303)
    expect(await (await phone.get('/fi/kassa')).text()).toContain('Lumikuningatar')
    expect(await (await other.get('/fi/kassa')).text()).not.toContain('Lumikuningatar')
  })

  test('wrong codes are counted for each device', async () => {
    const other = await pairPhone(world, site, 'Kassa 2')
    for (let n = 0; n < 20; n++) expect((await phone.post('/fi/kassa', { code: newCode() })).status).toBe(303)
    expect((await phone.post('/fi/kassa', { code: newCode() })).status).toBe(429)
    expect((await other.post('/fi/kassa', { code: newCode() })).status).toBe(303)
  })

  test('it has no other site', async () => {
    const elsewhere = await makeSite(world.db, { name: 'Uimahalli' })
    const card = await makeCard(world.db, world.keys)
    const { checked } = await record(phone, card.code, { site: String(elsewhere.id) })
    expect(checked.status).toBe(422)
    const { id } = await makeUse(world.db, { card, site: elsewhere, usedAt: world.now() })
    expect((await phone.post(fill(deskPaths.undo.fi, { use: id }), {})).status).toBe(404)
    expect(await uses()).toHaveLength(1)
  })

  // One language of each is enough: what refuses does not ask which it is.
  const staffRows = routes
    .filter(({ permission }) => !rolesOf(permission).some((role) => role === 'everyone' || role === 'device'))
    .map((route) => ({ method: route.method, path: pathsOf(route)[0]!.path }))

  test('it gets no further than the desk: every other row of staff refuses it', async () => {
    expect(staffRows.length).toBeGreaterThan(20)
    for (const { method, path } of staffRows) {
      const filled = path.replaceAll(/:\w+/g, '1')
      const reply = await (method === 'GET' ? phone.get(filled) : phone.post(filled, { name: 'x' }))
      expect(`${reply.status} ${method} ${path}`).toBe(`403 ${method} ${path}`)
    }
    const page = await (await phone.get('/fi/laitteet')).text()
    expect(page).toContain('Tällä laitteella voi käyttää vain kassaa')
    expect(page).toContain('<a href="/fi/kassa">Siirry kassaan</a>')
    expect(await htmlProblems(page)).toEqual([])
  })

  test('whoever steals its session pairs nothing and invites nobody', async () => {
    const thief = phoneWith(world, phone.cookie)
    const invitations = await world.db.selectFrom('invitation').selectAll().execute()
    expect((await thief.post('/fi/laitteet', { name: 'Oma puhelin' })).status).toBe(403)
    expect((await thief.post(`/fi/laitteet/${phone.id}/poista`)).status).toBe(403)
    expect(await standing()).toHaveLength(1)
    expect(await world.db.selectFrom('device_pairing').selectAll().execute()).toHaveLength(1)
    expect(await world.db.selectFrom('invitation').selectAll().execute()).toEqual(invitations)
    for (const permission of ['people.invite', 'devices.pair', 'devices.end', 'people.read'] as const)
      expect(rolesOf(permission)).not.toContain('device')
  })

  test('another page on the same browser cannot send for it', async () => {
    const { cookie } = phone
    const sent = { method: 'POST', headers: { cookie, 'sec-fetch-site': 'cross-site' } }
    expect((await world.app.request('/fi/poista-laite', sent)).status).toBe(403)
    expect(await standing()).toHaveLength(1)
  })
})

test('the venue’s desk points to pairing, a device’s does not', async () => {
  const hint = 'Ovella jonoa? Liitä kohteen puhelin kassaksi.'
  expect(await (await venue.get('/fi/kassa')).text()).toContain(hint)
  const phone = await pairPhone(world, site)
  expect(await (await phone.get('/fi/kassa')).text()).not.toContain(hint)
})
