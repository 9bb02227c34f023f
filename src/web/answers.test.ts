import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCard, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.end())

test.each([
  ['/fi/kohteet/', '/fi/kohteet'],
  ['/fi/kohteet/?q=Kuhmo', '/fi/kohteet?q=Kuhmo'],
])('%s is the address without its slash', async (path, address) => {
  const answer = await world.anyone.get(path)
  expect([answer.status, answer.headers.get('location')]).toEqual([308, address])
})

// Browsers read a backslash as a slash and drop a tab: each of these would lead to another host.
test.each([
  '/%5Cevil.example/',
  '/%09/evil.example/',
  '//evil.example/',
  '/%2Fevil.example/',
  '/\\evil.example/',
])('%s leads nowhere else', async (path) => {
  const answer = await world.app.request(new Request(`http://localhost:3000${path}`))
  const to = answer.headers.get('location')
  if (to) expect(new URL(to, 'http://localhost:3000').host).toBe('localhost:3000')
  else expect(answer.status).toBe(404)
})

test('opening a single card leaves a row in the log; the list of cards does not', async () => {
  const unit = await makeUnit(world.db)
  const { id } = await makeCard(world.db, world.keys, { unit })
  const issuer = await world.as({ role: 'issuer', unit })
  const rows = () =>
    world.db.selectFrom('audit').select(['permission', 'outcome', 'subject']).orderBy('id', 'desc').execute()
  await issuer.get('/fi/kortit')
  expect(await rows()).toEqual([])
  expect((await issuer.get(`/fi/anna-kortti/${id}`)).status).toBe(200)
  expect(await rows()).toEqual([
    { permission: 'cards.issue', outcome: 'done', subject: { card: id, read: true } },
  ])
})

test('asking for another unit’s card is refused, and the log says who asked', async () => {
  const { id } = await makeCard(world.db, world.keys)
  const issuer = await world.as({ role: 'issuer', unit: await makeUnit(world.db) })
  expect((await issuer.get(`/fi/anna-kortti/${id}`)).status).toBe(404)
  const [row] = await world.db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(1).execute()
  expect(row).toMatchObject({
    ...{ role: 'issuer', permission: 'cards.issue', outcome: 'refused' },
    subject: { problems: 'not-found', card: String(id) },
  })
})
