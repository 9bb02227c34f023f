import { afterAll, beforeAll, expect, test } from 'vitest'
import { putLiving } from '../../test/commitment-life.ts'
import { putSigned, someParty } from '../../test/commitments.ts'
import { makeAccount, makeMunicipality, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { listParties } from '../commitments/queries.ts'
import { tellOfCommitments } from './tell.ts'

let world: World
beforeAll(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
})
afterAll(() => world.end())

const day = 24 * 60
const run = () => tellOfCommitments(world.db, world.now(), 'https://kaiku.example')
const subjects = async (kind: string) =>
  (
    await world.db.selectFrom('mail').select('subject').where('kind', '=', kind).orderBy('subject').execute()
  ).map(({ subject }) => subject)
const post = async (path: string, fields: Record<string, string>) => {
  const keeper = await world.as({ role: 'coordinator', areaId: areaId })
  expect((await keeper.post(path, fields)).status).toBe(303)
}
let areaId = 0

test('each is told once of what happens, never of what was taken back at once, and warned once before the last day', async () => {
  const { db } = world
  const kuhmo = await makeMunicipality(db, { name: 'Kuhmo' })
  areaId = kuhmo.areaId
  const site = await makeSite(db, { municipality: kuhmo, name: 'Kino Tervahöyry' })
  await makeAccount(db, world.now(), { role: 'coordinator', areaId: kuhmo.areaId })
  await makeAccount(db, world.now(), { role: 'venue', siteId: site.id })
  await makeAccount(db, world.now(), { role: 'venue', siteId: site.id, language: 'sv' })
  // Another site's people are told of nothing.
  await makeAccount(db, world.now(), {
    role: 'venue',
    siteId: (await makeSite(db, { municipality: kuhmo })).id,
  })

  const open = await putLiving(world, site)
  expect(await run()).toBe(0)
  const party = String((await listParties(db, open)).at(-1)!.id)
  const given = { party, endsOn: '31.12.2026', came: 'Kirje 2.5.', reason: '' }
  await post(`/fi/sitoumus/${open}/irtisano/vahvista`, given)
  await post(`/fi/sitoumus/${open}/peru-paattyminen`, {})
  // Nobody had been told of the notice: neither letter goes.
  expect(await run()).toBe(0)

  await post(`/fi/sitoumus/${open}/irtisano/vahvista`, given)
  // The coordinator who wrote it down is not told of it, the other two of the keepers are; and the site's two.
  const told = await run()
  expect(await run()).toBe(0)
  expect(told).toBeGreaterThanOrEqual(3)
  const letters = await subjects('commitment-notice')
  expect(letters).toHaveLength(told)
  expect(letters.filter((subject) => subject.startsWith('En förbindelse har sagts upp: '))).toHaveLength(1)
  const recipients = await db.selectFrom('mail').select('recipient').execute()
  expect(new Set(recipients.map(({ recipient }) => recipient)).size).toBe(recipients.length)

  // Warnings: half a year and two months before to who keeps it, two months before to the parties; each once.
  const timed = await putLiving(world, site, { until: '2026-12-31' })
  world.later(50 * day) // 23.6.2026
  expect(await run()).toBe(0)
  world.later(8 * day) // 1.7.2026
  const keepers = await run()
  expect(await subjects('commitment-ends')).toHaveLength(keepers)
  expect(keepers).toBeGreaterThan(0)
  expect(await run()).toBe(0)
  world.later(123 * day) // 1.11.2026
  expect(await run()).toBe(keepers + 2)
  expect(await run()).toBe(0)
  await post(`/fi/sitoumus/${timed}/pidenna/vahvista`, { until: '31.1.2027', reason: 'Kokous' })
  const extended = await run()
  expect(await subjects('commitment-extended')).toHaveLength(extended - keepers - 1)
  expect(await run()).toBe(0)
  const rows = await db
    .selectFrom('commitment_letter')
    .select(['months', 'audience', 'ends_on'])
    .where('commitment_id', '=', timed)
    .where('ends_on', 'is not', null)
    .orderBy('id')
    .execute()
  expect(rows).toEqual([
    { months: 6, audience: 'keepers', ends_on: '2026-12-31' },
    { months: 2, audience: 'keepers', ends_on: '2026-12-31' },
    { months: 2, audience: 'parties', ends_on: '2026-12-31' },
    { months: 6, audience: 'keepers', ends_on: '2027-01-31' },
  ])
})

test('the parties are told once that another organisation has come in the place of one', async () => {
  const { db } = world
  const kajaani = await makeMunicipality(db, { name: 'Kajaani' })
  areaId = kajaani.areaId
  const old = await makeSite(db, { municipality: kajaani, name: 'Vanha sali' })
  const heir = await makeSite(db, { municipality: kajaani, name: 'Uusi sali' })
  await makeAccount(db, world.now(), { role: 'coordinator', areaId })
  await makeAccount(db, world.now(), { role: 'venue', siteId: heir.id, language: 'sv' })
  const id = await putLiving(world, old)
  const party = String((await listParties(db, id)).at(-1)!.id)
  const { organisation_id: organisation } = await db
    .selectFrom('site')
    .select('organisation_id')
    .where('id', '=', heir.id)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('site')
    .set({ merged_into_id: heir.id, closed_on: '2026-05-01' })
    .where('id', '=', old.id)
    .execute()
  await run()
  await post(`/fi/sitoumus/${id}/seuraaja/vahvista`, {
    ...{ party, organisation: String(organisation), reason: 'Fuusio 1.5.' },
  })
  // The coordinator who wrote it down is not told of it; the other one is, and the heir's people in their language.
  const told = await run()
  expect(told).toBeGreaterThanOrEqual(2)
  const letters = await subjects('commitment-succeeded')
  expect(letters).toHaveLength(told)
  expect(letters.filter((subject) => subject.startsWith('En part'))).toHaveLength(1)
  expect(await run()).toBe(0)
})

/** Letters of a kind: to whom, and whether they lead to a page. */
const lettersOf = async (kind: string) => {
  const rows = await world.db
    .selectFrom('mail')
    .select(['recipient', 'text_body as text'])
    .where('kind', '=', kind)
    .execute()
  return Object.fromEntries(
    rows.map(({ recipient, text }) => [recipient, /\/(sitoumus|forbindelse|commitment)\//.test(text!)]),
  )
}

test('a contact person and who signed by a link are told too, and led to no page that is closed to them', async () => {
  const { db } = world
  const site = await makeSite(db, { municipality: await makeMunicipality(db, { name: 'Paltamo' }) })
  areaId = site.municipality.areaId
  await makeAccount(db, world.now(), { role: 'venue', siteId: site.id, email: 'lippu@sali.example' })
  const contact = { site_id: site.id, name: 'Tuuli', made_at: world.now() }
  await db
    .insertInto('contact_person')
    .values([
      { ...contact, email: 'tuuli@sali.example' },
      // The same person with an account is told once, and led to the page.
      { ...contact, email: 'Lippu@Sali.example' },
      { ...contact, email: 'entinen@sali.example', ended_at: world.now() },
    ])
    .execute()
  const { id } = await putSigned(world, site, { answerUntil: '2027-12-31' })
  await run()
  await db.deleteFrom('mail').execute()
  await post(`/fi/sitoumus/${id}/paata/vahvista`, { endsOn: '31.12.2026', reason: 'Kokous' })
  await run()
  const letters = Object.entries(await lettersOf('commitment-ended'))
  const told = letters.filter(([recipient]) => !recipient.endsWith('@esimerkki.example'))
  expect(Object.fromEntries(told)).toEqual({
    'lippu@sali.example': true,
    'tuuli@sali.example': false,
    'sari@esimerkkila.example': false,
  })
})

test('the centre is told of an area’s commitment, for it is a party', async () => {
  const { db } = world
  const site = await makeSite(db, { municipality: await makeMunicipality(db, { name: 'Sotkamo' }) })
  areaId = site.municipality.areaId
  await makeAccount(db, world.now(), { role: 'centre', email: 'keskus@kaiku.example' })
  const parties = [
    someParty({ side: 'area', name: 'Alue' }),
    someParty({ side: 'centre', name: 'Kaikukeskus' }),
  ]
  const own = await putLiving(world, site, { kind: 'area', parties })
  const others = await putLiving(world, site)
  await run()
  const end = (id: number) =>
    post(`/fi/sitoumus/${id}/paata/vahvista`, { endsOn: '31.12.2026', reason: 'Kokous' })
  await db.deleteFrom('mail').execute()
  await end(others)
  await run()
  expect(await lettersOf('commitment-ended')).not.toHaveProperty(['keskus@kaiku.example'])
  await end(own)
  await run()
  expect(await lettersOf('commitment-ended')).toMatchObject({ 'keskus@kaiku.example': true })
})
