import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisationOf } from '../../test/commitments.ts'
import {
  type MadeSite,
  type MadeUnit,
  makeCard,
  makeMunicipality,
  makeSite,
  makeUnit,
} from '../../test/makers.ts'
import { putCommitment, putNextVersion, signOnPaper } from '../../test/model.ts'
import { newWorld, type World } from '../../test/world.ts'
import { tellOfModel } from './tell.ts'

let world: World
type Someone = Awaited<ReturnType<World['as']>>
let [unit, site, second] = [] as unknown as [MadeUnit, MadeSite, MadeSite]
let [issuer, venue] = [] as unknown as [Someone, Someone]
beforeAll(async () => {
  world = await newWorld() // Monday 4.5.2026, noon in Finland
  const municipality = await makeMunicipality(world.db, { name: 'Kuhmo', area: 'Kainuu' })
  unit = await makeUnit(world.db, { municipality, name: 'Aikuissosiaalityö' })
  site = await makeSite(world.db, { municipality, name: 'Kuhmon teatteri' })
  second = await makeSite(world.db, { municipality, name: 'Kuhmon museo' })
  const at = world.now()
  await world.db
    .insertInto('contact_person')
    .values([
      { unit_id: unit.id, name: 'Oili Esimerkki', email: 'oili@esimerkki.example', made_at: at },
      { site_id: site.id, name: 'Sven Exempel', email: 'sven@esimerkki.example', made_at: at },
      { site_id: second.id, name: 'Sven Exempel', email: 'Sven@esimerkki.example', made_at: at },
      { site_id: site.id, name: 'Ilman Osoitetta', email: null, made_at: at },
    ])
    .execute()
})
afterAll(() => world.end())

/** Days pass; a session of a person does not last so long. */
const onDay = async (day: string) => {
  world.later((new Date(`${day}T09:00:00Z`).getTime() - world.now().getTime()) / 60_000)
  issuer = await world.as({ role: 'issuer', unit })
  venue = await world.as({ role: 'venue', site })
}
const answers = async () => ({
  ...{ code: (await makeCard(world.db, world.keys, { unit, stock: true })).code, consent: 'yes' },
  ...{ birthYear: '1987', postalCode: '87100', children: '0', lifeSituation: '', gender: '', home: '87100' },
})
const register = async (path = '/fi/anna-kortti', more = {}) =>
  issuer.post(path, { ...(await answers()), ...more })
const event = { nameFi: 'Konsertti', day: '1.9.2026', start: '18.00' }
const pair = { name: 'Ovi' }
const doors = async () => [
  (await register()).status,
  (await venue.post('/fi/oma-kohde/tapahtumat/uusi', event)).status,
  (await venue.post('/fi/laitteet', pair)).status,
]
const stopped = 'Sitoudu ensin uuteen toimintamalliin. Pyydä sitoumus alueesi vastuuhenkilöltä.'
const open = [303, 303, 303]
const letters = async () =>
  (
    await world.db
      .selectFrom('mail')
      .select(['recipient', 'subject', 'text_body as text'])
      .orderBy((eb) => eb.fn('lower', ['recipient']))
      .orderBy('made_at')
      .execute()
  ).map(({ recipient, subject, text }) => ({
    to: recipient,
    subject,
    text: (text ?? '').replace(/\s+/g, ' '),
  }))
const tell = () => tellOfModel(world.db, world.now(), 'http://localhost:3000')

test('nothing follows until the centre says so; then it is told, bites after its grace, and the desk goes on', async () => {
  await onDay('2026-05-04')
  expect(await doors()).toEqual(open)
  const follows = [
    { side: 'issuers', kind: 'no-new-cards', graceDays: 29 },
    { side: 'venues', kind: 'no-new-events', graceDays: 29 },
    { side: 'venues', kind: 'no-new-pairings', graceDays: 29 },
  ] as const
  const version = await putNextVersion(world, '2026-06-01', follows)
  const home = await (await issuer.get('/fi/anna-kortti')).text()
  expect(home).toMatch(
    /Sitoudu uuteen toimintamalliin 29\.6\.2026 mennessä[\s\S]*Sen jälkeen uusia kortteja ei voi rekisteröidä\./,
  )
  for (const path of ['/fi/oma-paikka', '/fi/oma']) {
    expect(await (await venue.get(path)).text()).toMatch(
      /29\.6\.2026 mennessä[\s\S]*uusia tapahtumia ei voi lisätä\. Sen jälkeen uusia laitteita ei voi liittää\. Kassa toimii/,
    )
    expect(await (await issuer.get(path)).text()).toContain('href="/fi/toimintamalli/2/muutokset"')
  }
  // On its own day nobody is told: it can still be taken back.
  expect(await tell()).toBe(0)

  await onDay('2026-05-05')
  expect([await tell(), await tell()]).toEqual([2, 0])
  expect(await letters()).toMatchObject([
    { to: 'oili@esimerkki.example', text: expect.stringContaining('Sitoudu 29.6.2026 mennessä.') },
    { to: 'Sven@esimerkki.example', text: expect.stringContaining('Kuhmon museo, Kuhmon teatteri') },
  ])
  await onDay('2026-05-30')
  expect(await tell()).toBe(0)
  await onDay('2026-05-31')
  expect([await tell(), await tell()]).toEqual([2, 0])

  await onDay('2026-06-29')
  expect(await doors()).toEqual(open)
  // A venue commits for one of its sites: the letter that is left tells of the other.
  const party = { side: 'venue', name: site.name, organisationId: await organisationOf(world, site) } as const
  const id = await putCommitment(world, { model: version, kind: 'venue', from: '2026-06-29', party })
  expect(await (await venue.get('/fi/oma-paikka')).text()).toContain(`href="/fi/sitoumus/${id}"`)
  expect([await tell(), await tell()]).toEqual([2, 0])
  expect((await letters()).at(-1)).toMatchObject({
    subject: 'Muistutus: sitoudu toimintamalliin 29.6.2026 mennessä',
  })

  await onDay('2026-06-30')
  expect(await doors()).toEqual([422, 422, 422])
  for (const reply of [
    await register(),
    await venue.post('/fi/oma-kohde/tapahtumat/uusi', event),
    await venue.post('/fi/laitteet', pair),
  ])
    expect(await reply.text()).toContain(stopped)
  expect(await (await venue.post('/fi/oma-kohde/tapahtumat/uusi', event)).text()).toContain(
    'value="Konsertti"',
  )
  for (const path of ['/fi/oma-paikka', '/fi/oma'])
    expect(await (await venue.get(path)).text()).toContain('Sitoutuminen toimintamalliin puuttuu')
  // A card handed over on paper before that day is registered: its holder has it already.
  expect((await register('/fi/anna/paperilta', { handedOn: '29.6.2026' })).status).toBe(303)
  expect((await register('/fi/anna/paperilta', { handedOn: '30.6.2026' })).status).toBe(422)

  // What there is goes on: the desk, also by the public API, and renewing the card of a holder.
  const card = await makeCard(world.db, world.keys, { unit, registeredOn: '2025-08-01', birthYear: 1987 })
  const checked = await venue.post('/fi/kassa', { code: card.code })
  const answer = await (await venue.get(checked.headers.get('location')!)).text()
  expect(answer).toContain('id="result"')
  const inHand = await issuer.post('/fi/uusi-kortti', { code: card.code })
  expect(inHand.status).toBe(303)
  const renewed = { ...(await answers()), childrenWas: '0' }
  expect((await issuer.post(inHand.headers.get('location')!, renewed)).status).toBe(303)

  // More time opens the unit's door, and a signature the venue's.
  await world.db
    .insertInto('model_extension')
    .values({
      version_number: version,
      unit_id: unit.id,
      until_on: '2026-07-31',
      reason: 'x',
      made_at: world.now(),
      made_by: 'test',
    })
    .execute()
  expect(await doors()).toEqual([303, 422, 422])
  world.later(1)
  const again = await putCommitment(world, { model: version, kind: 'venue', from: '2026-06-30', party })
  await signOnPaper(world, again)
  expect(await doors()).toEqual(open)
  expect(await (await venue.get('/fi/oma-paikka')).text()).not.toContain(
    'Sitoutuminen toimintamalliin puuttuu',
  )
  await onDay('2026-08-01')
  expect((await doors())[0]).toBe(422)
})
