import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeAccount, makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { demoEmail, demoUsers } from './people.ts'

let world: World
beforeEach(async () => {
  world = await newWorld(undefined, { demo: true })
})
afterEach(() => world.end())

/** The accounts alone: what else the demo world holds has its own tests. */
const makeDemoAccounts = async () => {
  const municipality = await makeMunicipality(world.db)
  const unit = await makeUnit(world.db, { municipality })
  const site = await makeSite(world.db, { municipality })
  const { id: organisationId } = await world.db
    .selectFrom('organisation')
    .select('id')
    .executeTakeFirstOrThrow()
  for (const { user, role, name } of demoUsers)
    await makeAccount(world.db, world.now(), {
      ...{ email: demoEmail(user), name, role },
      areaId: role === 'coordinator' ? municipality.areaId : null,
      unitId: role === 'issuer' ? unit.id : null,
      siteId: role === 'venue' ? site.id : null,
      organisationId: role === 'intermediary' ? organisationId : null,
    })
}
const enter = (fields: Record<string, string>, more?: Record<string, string>, path = '/demo/sign-in') =>
  world.anyone.post(path, fields, more)
const cookieOf = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0]!

test.each(demoUsers)(
  '$user comes in without a password and lands on a page that opens',
  async ({ user, name }) => {
    await makeDemoAccounts()
    for (const language of ['fi', 'sv', 'en']) {
      const response = await enter({ user, language })
      expect(response.status).toBe(303)
      const location = response.headers.get('location')!
      expect(location).toMatch(new RegExp(`^/${language}/`))
      const page = await world.anyone.get(location, { cookie: cookieOf(response) })
      expect(page.status, location).toBe(200)
      expect(await page.text()).toContain(name)
    }
  },
)

test('the language is the account’s own, unless the form or its address says another', async () => {
  await makeDemoAccounts()
  const landing = async (fields: object, path?: string) =>
    (await enter({ user: 'centre', ...fields }, {}, path)).headers.get('location')
  expect(await landing({})).toBe('/fi/alueet-yllapito')
  expect(await landing({ language: 'xx' })).toBe('/fi/alueet-yllapito')
  expect(await landing({ language: 'sv' })).toBe('/sv/omraden-underhall')
  expect(await landing({}, '/demo/sign-in?language=en')).toBe('/en/manage-areas')
})

test('changing role ends the session before', async () => {
  await makeDemoAccounts()
  const cookie = cookieOf(await enter({ user: 'centre' }))
  await enter({ user: 'auditor' }, { cookie })
  expect((await world.anyone.get('/fi/oma', { cookie })).status).toBe(303)
  expect(await world.db.selectFrom('session').select('seen_at').execute()).toHaveLength(1)
})

test('a role that is not there is answered with those that are', async () => {
  await makeDemoAccounts()
  for (const fields of [{}, { user: '' }, { user: 'root' }, { user: 'constructor' }]) {
    const response = await enter(fields as Record<string, string>)
    expect(response.status).toBe(422)
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(await response.text()).toContain('value="coordinator-sote"')
  }
})

test('before its world is made the demo has no facts and nobody to be', async () => {
  expect((await world.anyone.get('/demo/facts.json')).status).toBe(404)
  expect((await enter({ user: 'issuer' })).status).toBe(422)
})

test('the facts come as they were stored, without a sign-in', async () => {
  const facts = {
    siteId: 1,
    apiKey: 'kk_live_x',
    cards: { valid: 'K7PQ2-X9D4F' },
    pages: { venue: ['/fi/kassa'] },
  }
  await world.db
    .insertInto('demo_facts')
    .values({ facts: JSON.stringify(facts) })
    .execute()
  const response = await world.anyone.get('/demo/facts.json')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/json')
  expect(await response.json()).toEqual(facts)
})

test('outside the demo none of this is there', async () => {
  const real = await newWorld()
  expect((await real.anyone.post('/demo/sign-in', { user: 'centre' })).status).toBe(404)
  expect((await real.anyone.get('/demo/facts.json')).status).toBe(404)
  await real.end()
})
