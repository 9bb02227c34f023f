import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newWorld, type World } from '../../test/world.ts'
import { rolesOf } from '../access.ts'
import { routes } from '../app.tsx'
import { pathsOf } from '../web/route.tsx'

/** Rows that change who may do what, join what cannot be parted again, or take a list out. */
const delicate = ['people.end', 'providers.change', 'organisations.merge', 'municipalities.merge']
const finnish = (route: (typeof routes)[number]) => pathsOf(route)[0]!.path
const isDelicate = (route: (typeof routes)[number]) =>
  delicate.includes(route.permission) ||
  // The door list to be filled in is empty: it holds nobody's data.
  (/(?<!\/ovilista)\.csv$/.test(finnish(route)) && !rolesOf(route.permission).includes('everyone')) ||
  /^\/fi\/(ihmiset\/kutsu|(jakajat|kohteet-yllapito)\/:\w+\/yhdista)$/.test(finnish(route))

const rows = routes
  .filter(isDelicate)
  .map((route) => ({ route, address: `${route.method} ${finnish(route)}` }))

test('the table has every kind of them', () => {
  expect(rows.length).toBeGreaterThan(25)
  for (const part of ['POST /fi/ihmiset/kutsu', 'yhdista', '.csv', 'GET /fi/ihmiset/kutsu'])
    expect(
      rows.some(({ address }) => address.includes(part)),
      part,
    ).toBe(true)
})

test.each(rows)('$address is for who proved lately who they are', ({ route }) =>
  expect(route.proven).toBe(true),
)

test('what everyone may take is not', () =>
  expect(routes.filter((row) => row.proven && rolesOf(row.permission).includes('everyone'))).toEqual([]))

describe('asked by the centre', () => {
  let world: World
  let centre: Awaited<ReturnType<World['as']>>
  beforeEach(async () => {
    world = await newWorld()
    centre = await world.as({ role: 'centre' })
  })
  afterEach(() => world.end())
  const locationOf = (reply: Response) => reply.headers.get('location')
  const invite = '/fi/ihmiset/kutsu'
  const prove = (next: string) => `/fi/oma/varmista?next=${encodeURIComponent(next)}`

  test('a page opens for ten minutes, and then leads to the proof and back with its search', async () => {
    world.later(9)
    expect((await centre.get(invite)).status).toBe(200)
    world.later(1)
    expect(locationOf(await centre.get(`${invite}?role=venue`))).toBe(prove(`${invite}?role=venue`))
    expect(locationOf(await centre.get('/en/people/invite'))).toContain('/en/home/confirm?next=')
    const csv = '/fi/ihmiset.csv?role=issuer'
    expect(locationOf(await centre.get(csv))).toBe(prove(csv))
    expect((await centre.get('/fi/ihmiset')).status).toBe(200)
    expect((await centre.get('/fi/tilastot')).status).toBe(200)
  })

  test('a form that was opened in time can be sent for twenty minutes more, and then nothing is done', async () => {
    world.later(29)
    expect((await centre.post(invite, {})).status).toBe(422)
    world.later(1)
    expect(locationOf(await centre.post(invite, {}))).toBe(prove(invite))
    expect(locationOf(await centre.post('/fi/palvelut/1/salaisuus', { clientSecret: 'x' }))).toBe(
      prove('/fi/alueet-yllapito'),
    )
  })

  test('in the demo nobody proves anything', async () => {
    await world.db.updateTable('session').set({ proof: 'demo' }).execute()
    world.later(25)
    expect((await centre.get(invite)).status).toBe(200)
  })

  test('what a role may never do is not offered for a proof', async () => {
    const auditor = await world.as({ role: 'auditor' })
    world.later(15)
    expect((await auditor.get(invite)).status).toBe(403)
  })
})
