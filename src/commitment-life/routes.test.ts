import { readXlsx } from 'hucre/xlsx'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { areaAndSite, putLiving } from '../../test/commitment-life.ts'
import { write } from '../../test/commitments.ts'
import { htmlProblems as allHtmlProblems } from '../../test/html.ts'
import { type MadeSite, makeMunicipality, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { listCommitments } from '../commitment-lists/queries.ts'
import { standingKinds, standingOf } from '../commitment-lists/rules.ts'
import { listEvents } from '../commitments/event-queries.ts'
import { chainFindings } from '../commitments/event-rules.ts'
import { findCommitment, listParties } from '../commitments/queries.ts'
import { withdraw } from '../commitments/sign-queries.ts'
import { listEnding } from './letter-queries.ts'
import { findNoticeMonths } from './queries.ts'

/** A stacked table repeats its roles on purpose: browsers drop them with the layout. */
const htmlProblems = async (page: string) =>
  (await allHtmlProblems(page)).filter((problem) => !problem.startsWith('no-redundant-role'))

let world: World
let site: MadeSite
let other: MadeSite
type Browser = Awaited<ReturnType<World['as']>>
let keeper: Browser
let venue: Browser
let centre: Browser
beforeAll(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
  const { db } = world
  const kuhmo = await makeMunicipality(db, { name: 'Kuhmo' })
  site = await makeSite(db, { municipality: kuhmo, name: 'Kino Tervahöyry' })
  other = await makeSite(db, {
    municipality: await makeMunicipality(db, { area: 'Muualla' }),
    name: 'Toinen talo',
  })
  keeper = await world.as({ role: 'coordinator', areaId: kuhmo.areaId })
  venue = await world.as({ role: 'venue', site })
  centre = await world.as({ role: 'centre' })
})
afterAll(() => world.end())

const page = async (someone: Browser, path: string) => {
  const reply = await someone.get(path)
  const text = await reply.text()
  if (reply.status === 200) expect(await htmlProblems(text)).toEqual([])
  return { status: reply.status, text }
}
const partyOf = async (id: number, side: string) =>
  String((await listParties(world.db, id)).find((party) => party.side === side)!.id)
const kinds = async (id: number) => (await listEvents(world.db, id)).map(({ kind }) => kind)
const auditOf = (id: number) =>
  world.db
    .selectFrom('audit')
    .select(['permission', 'subject'])
    .where('outcome', '=', 'done')
    .execute()
    .then((rows) => rows.filter(({ subject }) => (subject as { commitment?: number }).commitment === id))

describe('a notice', () => {
  test('of a venue: checked first, then given, told to the log, and taken back', async () => {
    const id = await putLiving(world, site)
    const address = `/fi/sitoumus/${id}/irtisano`
    const form = await page(venue, address)
    expect(form.text).toContain('Viimeinen päivä on aikaisintaan 4.8.2026.')
    expect(form.text).toContain('value="4.8.2026"')
    const party = await partyOf(id, 'venue')
    const given = { party, endsOn: '3.8.2026', reason: 'Toiminta loppuu', came: '', right: 'yes' }
    const early = await venue.post(address, given)
    const told = await early.text()
    expect(early.status).toBe(422)
    expect(told).toContain('Päivä on liian aikainen.')
    expect(told).toContain('Toiminta loppuu')
    expect((await venue.post(address, { ...given, endsOn: '4.8.2026', right: '' })).status).toBe(422)
    const stranger = { ...given, party: await partyOf(id, 'area'), endsOn: '4.8.2026' }
    expect((await venue.post(address, stranger)).status).toBe(422)
    const check = await venue.post(address, { ...given, endsOn: '4.8.2026' })
    expect(check.status).toBe(200)
    const checked = await check.text()
    expect(checked).toContain('Tarkista irtisanominen')
    expect(await htmlProblems(checked)).toEqual([])
    expect(await kinds(id)).toEqual(['sent', 'signed', 'signed'])
    const done = await venue.post(`${address}/vahvista`, { ...given, endsOn: '4.8.2026' })
    expect(done.status).toBe(303)
    expect(done.headers.get('location')).toBe(`/fi/sitoumus/${id}/voimassaolo?done=notice`)
    expect((await findCommitment(world.db, id))!.endedOn).toBe('2026-08-04')
    const life = await page(venue, `/fi/sitoumus/${id}/voimassaolo?done=notice`)
    expect(life.text).toContain('Irtisanominen on kirjattu.')
    expect(life.text).toContain('Päättyy 4.8.2026')
    expect((await auditOf(id)).at(-1)!.subject).toMatchObject({ kind: 'notice', event: 4 })
    // Twice is refused, and what was typed stays.
    expect((await venue.post(`${address}/vahvista`, { ...given, endsOn: '4.8.2026' })).status).toBe(422)
    const back = await venue.post(`/fi/sitoumus/${id}/peru-paattyminen`, { reason: '' })
    expect(back.status).toBe(303)
    expect((await findCommitment(world.db, id))!.endedOn).toBeNull()
    expect(await kinds(id)).toEqual(['sent', 'signed', 'signed', 'notice', 'notice-withdrawn'])
    expect(chainFindings(await listEvents(world.db, id))).toEqual([])
  })

  test('that a keeper writes down for the venue tells how it came, and the venue may take it back', async () => {
    const id = await putLiving(world, site)
    const address = `/fi/sitoumus/${id}/irtisano`
    const given = { party: await partyOf(id, 'venue'), endsOn: '31.12.2026', reason: '', right: 'yes' }
    const bare = await keeper.post(`${address}/vahvista`, { ...given, came: '' })
    expect(bare.status).toBe(422)
    expect(await bare.text()).toContain('Kirjoita, miten irtisanominen tuli.')
    expect((await keeper.post(`${address}/vahvista`, { ...given, came: 'Kirje 30.4.' })).status).toBe(303)
    expect((await page(venue, `/fi/sitoumus/${id}/voimassaolo`)).text).toContain('Peru päättyminen')
    expect((await venue.post(`/fi/sitoumus/${id}/peru-paattyminen`, {})).status).toBe(303)
    expect((await venue.post(`/fi/sitoumus/${id}/peru-paattyminen`, {})).status).toBe(422)
  })

  test('is nobody else’s: another venue and another area find nothing, an issuer’s people neither', async () => {
    const id = await putLiving(world, site)
    const strangers = [
      await world.as({ role: 'venue', site: other }),
      await world.as({ role: 'coordinator', areaId: other.municipality.areaId }),
    ]
    for (const stranger of strangers) {
      expect((await stranger.get(`/fi/sitoumus/${id}/voimassaolo`)).status).toBe(404)
      expect((await stranger.post(`/fi/sitoumus/${id}/irtisano/vahvista`, {})).status).toBeGreaterThan(400)
    }
    expect((await venue.get(`/fi/sitoumus/${id}/paata`)).status).toBe(403)
    // Row-level security: the area's notice is not a venue's to take back.
    const given = { party: await partyOf(id, 'area'), endsOn: '31.12.2026', right: 'yes' }
    expect((await keeper.post(`/fi/sitoumus/${id}/irtisano/vahvista`, given)).status).toBe(303)
    expect((await venue.post(`/fi/sitoumus/${id}/peru-paattyminen`, {})).status).toBe(422)
  })
})

describe('a keeper', () => {
  test('ends by agreement, takes that back, and extends', async () => {
    const id = await putLiving(world, site, { until: '2026-12-31' })
    const agreed = { endsOn: '4.5.2026', reason: 'Kokous 3.5.' }
    expect((await keeper.post(`/fi/sitoumus/${id}/paata`, { ...agreed, reason: '' })).status).toBe(422)
    const looked = await (await keeper.post(`/fi/sitoumus/${id}/paata`, agreed)).text()
    expect(looked).toContain('Miten asiasta sovittiin?')
    expect(looked).not.toContain('Mihin vaihto perustuu?')
    const changed = await keeper.post(`/fi/sitoumus/${id}/paata`, { ...agreed, again: 'yes' })
    expect(await changed.text()).toMatch(/value="4\.5\.2026"[\s\S]*Kokous 3\.5\./)
    expect((await keeper.post(`/fi/sitoumus/${id}/paata/vahvista`, agreed)).status).toBe(303)
    expect((await findCommitment(world.db, id))!.endedOn).toBe('2026-05-04')
    expect((await keeper.post(`/fi/sitoumus/${id}/peru-paattyminen`, {})).status).toBe(303)
    const more = { until: '30.6.2028', reason: 'Kokous 3.5.' }
    const back = await keeper.post(`/fi/sitoumus/${id}/pidenna`, { ...more, until: '31.12.2026' })
    expect(await back.text()).toContain('Valitse nykyistä myöhempi päivä.')
    expect((await keeper.post(`/fi/sitoumus/${id}/pidenna/vahvista`, more)).status).toBe(303)
    expect((await findCommitment(world.db, id))!.until).toBe('2028-06-30')
    const personal = await keeper.post(`/fi/sitoumus/${id}/pidenna`, {
      ...more,
      reason: 'Soita 040 123 4567',
    })
    expect(personal.status).toBe(422)
  })

  test('puts the organisation and the site that came instead in a party’s place, when the register says so', async () => {
    const { db } = world
    const old = await makeSite(db, { municipality: site.municipality, name: 'Vanha sali' })
    const heir = await makeSite(db, { municipality: site.municipality, name: 'Uusi sali' })
    const id = await putLiving(world, old)
    const [, was] = await areaAndSite(world, old)
    const [, now] = await areaAndSite(world, heir)
    await db
      .updateTable('organisation')
      .set({ name: 'Seuraaja ry' })
      .where('id', '=', now!.organisationId!)
      .execute()
    const address = `/fi/sitoumus/${id}/seuraaja`
    const party = await partyOf(id, 'venue')
    const given = { party, organisation: String(now!.organisationId), reason: 'Fuusio 1.5.' }
    if (was!.organisationId !== now!.organisationId) {
      const elsewhere = await keeper.post(address, given)
      expect(await elsewhere.text()).toContain('Paikka on vielä toisella organisaatiolla.')
    }
    expect((await page(keeper, `/fi/sitoumus/${id}/voimassaolo`)).text).not.toContain('Osapuoli on muuttunut')
    await db
      .updateTable('site')
      .set({ merged_into_id: heir.id, closed_on: '2026-05-01' })
      .where('id', '=', old.id)
      .execute()
    const life = await page(keeper, `/fi/sitoumus/${id}/voimassaolo`)
    expect(life.text).toContain('Osapuoli on muuttunut')
    expect(life.text).toContain(`seuraaja?party=${party}&amp;organisation=${now!.organisationId}`)
    expect((await page(keeper, '/fi/sitoumukset/paattyvat')).text).toContain('Osapuoli on yhdistetty toiseen')
    expect(await (await keeper.post(address, given)).text()).toContain('Uusi sali')
    expect((await keeper.post(`${address}/vahvista`, given)).status).toBe(303)
    expect((await listParties(db, id)).at(-1)).toMatchObject({
      ...{ organisationId: now!.organisationId, siteId: heir.id, name: 'Seuraaja ry' },
      signedAt: expect.any(Date),
    })
    expect((await findCommitment(db, id))!.document!.parties.at(-1)!.name).toBe(was!.name)
    // What happened bears the name of then: the successor did not sign, and gives notice under its own.
    const notice = { party, endsOn: '31.12.2026', reason: '', came: 'Kirje' }
    expect((await keeper.post(`/fi/sitoumus/${id}/irtisano/vahvista`, notice)).status).toBe(303)
    const told = await page(keeper, `/fi/sitoumus/${id}`)
    expect(told.text).toContain(`${was!.name}: Allekirjoittaja: ${was!.name}`)
    expect(told.text).not.toContain('Seuraaja ry: Allekirjoittaja')
    expect(told.text).toContain('Seuraaja ry irtisanoi sitoumuksen')
    const { text: life2 } = await page(keeper, `/fi/sitoumus/${id}/voimassaolo`)
    const rows = life2.slice(life2.indexOf('id="events"'))
    expect(rows.match(new RegExp(`>${was!.name}<`, 'g'))).toHaveLength(2)
    expect(chainFindings(await listEvents(db, id))).toEqual([])
  })

  test('makes a new one from the list of those that end, and is not warned of the old one any more', async () => {
    const { db } = world
    const place = await makeSite(db, { municipality: site.municipality, name: 'Jatkuva sali' })
    const old = await putLiving(world, place, { until: '2026-06-30' })
    const list = '/fi/sitoumukset/paattyvat'
    const rowOf = (text: string) =>
      text.slice(text.indexOf(`/fi/sitoumus/${old}/voimassaolo`)).split('</tr>')[0]!
    const before = rowOf((await page(keeper, list)).text)
    expect(before).toContain(`value="site-${place.id}"`)
    expect(before).toContain('Tee uusi sitoumus')
    const fields = { kind: 'venue', partner: `site-${place.id}`, earlier: String(old) }
    // The button belongs to its row, whatever else the partner has; pressed twice, it makes one draft.
    await putLiving(world, place, { from: '2026-06-01', until: '2027-06-30' })
    const [started, again] = await Promise.all(
      [1, 2].map(() => keeper.post('/fi/sitoumukset/luonnokset/uusi?kind=venue', fields)),
    )
    expect(started!.headers.get('location')).toBe(again!.headers.get('location'))
    const next = Number(/luonnokset\/(\d+)\/osapuolet$/.exec(started!.headers.get('location')!)![1])
    expect(await findCommitment(db, next)).toMatchObject({ earlierId: old, from: '2026-07-01', until: null })
    const drafted = rowOf((await page(keeper, list)).text)
    expect(drafted).toContain(`/fi/sitoumukset/luonnokset/${next}/tarkista`)
    expect(drafted).toContain('Uusi luonnos on tekeillä')
    const check = await page(keeper, `/fi/sitoumukset/luonnokset/${next}/tarkista`)
    expect(check.text).toMatch(new RegExp(`Jatkaa sitoumusta[\\s\\S]{0,80}<a href="/fi/sitoumus/${old}">`))

    // A draft takes nobody's place yet; what was sent does, and what was called off does not.
    const warned = async () =>
      (await write(world, (one) => listEnding(one, { months: 2, audience: 'keepers' }, '2026-05-04'))).some(
        ({ commitmentId }) => commitmentId === old,
      )
    expect(await warned()).toBe(true)
    await db
      .insertInto('contact_person')
      .values({ site_id: place.id, name: 'Tuuli', email: 'tuuli@sali.example', made_at: world.now() })
      .execute()
    const ready = await page(keeper, `/fi/sitoumukset/luonnokset/${next}/tarkista`)
    const seen = /name="seen" value="(\w+)"/.exec(ready.text)![1]!
    expect((await keeper.post(`/fi/sitoumukset/luonnokset/${next}/tarkista`, { seen })).status).toBe(200)
    expect(await warned()).toBe(false)
    expect(rowOf((await page(keeper, list)).text)).toContain('Uusi odottaa allekirjoitusta')
    expect((await page(keeper, `/fi/sitoumus/${next}`)).text).toContain(`<a href="/fi/sitoumus/${old}">`)
    await write(world, (one) => withdraw(one, next, null, { actor: 'account:test', now: world.now() }))
    expect(await warned()).toBe(true)
  })

  test('is warned again, and may begin anew, when what was to follow is ended before it begins', async () => {
    const place = await makeSite(world.db, { municipality: site.municipality, name: 'Peruttu sali' })
    const old = await putLiving(world, place, { until: '2026-06-30' })
    const next = await putLiving(world, place, { from: '2026-07-01', earlierId: old })
    const isWarned = async () =>
      (await write(world, (one) => listEnding(one, { months: 2, audience: 'keepers' }, '2026-05-04'))).some(
        ({ commitmentId }) => commitmentId === old,
      )
    const row = async () =>
      (await page(keeper, '/fi/sitoumukset/paattyvat')).text
        .split(`/fi/sitoumus/${old}/voimassaolo`)[1]!
        .split('</tr>')[0]!
    expect(await isWarned()).toBe(false)
    expect(await row()).toContain('Uusi on allekirjoitettu')
    const follows = `<a href="/fi/sitoumus/${next}">Avaa jatkava sitoumus</a>`
    expect((await page(keeper, `/fi/sitoumus/${old}`)).text).toContain(follows)
    const agreed = { endsOn: '4.5.2026', reason: 'Kokous 3.5.' }
    expect((await keeper.post(`/fi/sitoumus/${next}/paata/vahvista`, agreed)).status).toBe(303)
    expect(await isWarned()).toBe(true)
    expect((await page(keeper, `/fi/sitoumus/${old}`)).text).not.toContain(follows)
    expect((await page(keeper, `/fi/sitoumus/${next}`)).text).toContain('Ei tule voimaan')
    expect(await row()).toContain('Tee uusi sitoumus')
    // What is closed is not followed as it is.
    await world.db.updateTable('site').set({ closed_on: '2026-05-01' }).where('id', '=', place.id).execute()
    expect(await row()).not.toContain('Tee uusi sitoumus')
  })

  test('makes the pilots of an area that keeps the card permanent, in one action, and no other', async () => {
    const until = '2027-03-31'
    const kept = await putLiving(world, site, { kind: 'pilot', until })
    const left = await putLiving(world, site, { kind: 'pilot', until })
    const pilotSite = await makeSite(world.db, {
      municipality: await makeMunicipality(world.db, { area: 'Kokeiluala', phase: 'pilot' }),
    })
    const early = await putLiving(world, pilotSite, { kind: 'pilot', until })
    const list = await page(centre, '/fi/sitoumukset/vakinaista')
    expect(list.text).toContain(`name="commitment-${kept}"`)
    expect(list.text).not.toContain(`name="commitment-${early}"`)
    const decided = { reason: 'Hallitus 3.5.', [`commitment-${kept}`]: 'yes' }
    const strange = await centre.post('/fi/sitoumukset/vakinaista', {
      ...decided,
      [`commitment-${early}`]: 'yes',
    })
    expect(strange.status).toBe(422)
    expect((await findCommitment(world.db, kept))!.until).toBe(until)
    expect((await centre.post('/fi/sitoumukset/vakinaista', decided)).status).toBe(303)
    expect((await findCommitment(world.db, kept))!.until).toBeNull()
    expect((await findCommitment(world.db, left))!.until).toBe(until)
  })
})

describe('the lists', () => {
  test('have what is kept by each, narrow, and tell the same state as the rules', async () => {
    const { db } = world
    await putLiving(world, other, { until: '2026-06-15' })
    const coming = await putLiving(world, site, { from: '2026-09-01' })
    const all = await page(centre, '/fi/sitoumukset')
    expect(all.text).toContain('Voimassa 1.9.2026 alkaen')
    expect(all.text).toContain('Päättyy 15.6.2026')
    const own = await page(keeper, '/fi/sitoumukset')
    expect(own.text).not.toContain('Päättyy 15.6.2026')
    expect((await page(keeper, '/fi/sitoumukset?standing=coming')).text).toContain(`/fi/sitoumus/${coming}"`)
    expect((await page(centre, '/fi/sitoumukset?ends=3&q=esimerkkialue')).text).toContain('Päättyy 15.6.2026')
    expect((await page(centre, '/fi/sitoumukset?q=eioleolemassa')).text).toContain('Haulla ei löytynyt')
    expect((await page(keeper, '/sv/forbindelser/som-upphor')).text).toContain('Förbindelser som upphör')
    const file = await (await keeper.get('/fi/sitoumukset/luettelo.csv?standing=coming')).text()
    const workbook = await keeper.get('/fi/sitoumukset/luettelo.xlsx?standing=coming')
    const { sheets } = await readXlsx(new Uint8Array(await workbook.arrayBuffer()))
    // The same rows as the CSV, with numbers that are numbers.
    expect(sheets[0]!.rows.map((cells) => cells.map((cell) => cell ?? '').join(';'))).toEqual(
      file.replace('\uFEFF', '').trimEnd().split('\r\n'),
    )
    const at = file.split('\r\n').findIndex((line) => line.startsWith(`${coming};`))
    expect(sheets[0]!.rows[at]![0]).toBe(coming)
    expect(file.split('\r\n')[at]).toContain('Voimassa 1.9.2026 alkaen;2026-09-01')
    const filter = { words: [], area: '', kind: '', model: '', ends: '' } as const
    const everything = { areaId: null } as never
    for (const standing of standingKinds)
      for (const row of (await listCommitments(db, everything, { ...filter, standing }, '2026-05-04', null))
        .rows)
        expect([row.id, standingOf(row, row.parties, '2026-05-04').kind]).toEqual([row.id, standing])
  })

  test('a partner sees what waits for them first, and no draft', async () => {
    const mine = await page(venue, '/fi/omat-sitoumukset')
    expect(mine.text).toContain('Omat sitoumukset')
    expect(mine.text).toContain('Voimassa')
    expect((await keeper.get('/fi/omat-sitoumukset')).status).toBe(403)
    expect((await venue.get('/fi/sitoumukset')).status).toBe(403)
    const stranger = await world.as({ role: 'venue', site: await makeSite(world.db) })
    expect((await page(stranger, '/fi/omat-sitoumukset')).text).toContain('Sinulla ei ole vielä sitoumuksia')
  })
})
test('the centre sets a notice period from a coming day on; what was sent keeps its own', async () => {
  const id = await putLiving(world, site)
  const address = '/fi/sitoumukset/irtisanomisaika'
  const given = { months: '6', from: '1.7.2026', source: 'Johtoryhmän päätös 4/2026' }
  expect((await keeper.post(address, given)).status).toBe(403)
  expect((await page(keeper, address)).text).not.toContain('Aseta uusi')
  const today = await centre.post(address, { ...given, from: '4.5.2026' })
  expect(await today.text()).toContain('Päivä on liian aikainen')
  expect(await (await centre.post(address, { ...given, months: '25' })).text()).toContain('Enintään 24')
  for (const months of ['5', '6']) expect((await centre.post(address, { ...given, months })).status).toBe(303)
  const shown = (await page(centre, address)).text
  for (const said of [
    '1.7.2026',
    '6 kuukautta · tulossa',
    '3 kuukautta · voimassa nyt',
    'Johtoryhmän päätös',
  ])
    expect(shown).toContain(said)
  expect(shown).not.toContain('5 kuukautta')
  expect(await findNoticeMonths(world.db as never, '2026-06-30')).toBe(3)
  expect(await findNoticeMonths(world.db as never, '2026-07-01')).toBe(6)
  // Whatever a program would ask, nothing changes under what was sent.
  const past = sql`update commitment_term set notice_months = 1 where from_on = '2020-01-01'`
  await expect(past.execute(world.db)).rejects.toThrow('under other terms')
  expect((await findCommitment(world.db, id))?.sentAt).not.toBeNull()
})
