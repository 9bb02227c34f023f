import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessByHand, type Reach } from '../test/access-by-hand.ts'
import { type MatrixWorld, makeMatrixWorld, relations, type Visitor, visitors } from '../test/matrix-world.ts'
import { rolesOf } from './access.ts'
import { routes } from './app.tsx'
import { pathsOf } from './web/route.tsx'

/**
 * Every address × every role × {own place, its sibling in the area, another area}, asked of the running program and
 * compared with two tables: the declaration in `access.ts`, and one written by hand.
 */
const addresses = routes.flatMap((route) =>
  pathsOf(route)
    .filter(({ language }) => language === null || language === 'fi')
    .map(({ path }) => ({ ...route, path, address: `${route.method} ${path}` })),
)

let world: MatrixWorld
beforeAll(async () => {
  world = await makeMatrixWorld()
})
afterAll(() => world.end())

test('every address is in the table by hand, and the table has no other', () =>
  expect([...accessByHand.keys()].sort()).toEqual(addresses.map(({ address }) => address).sort()))

test.each(addresses)('$address is declared for the roles that the table names', ({ address, permission }) => {
  expect(rolesOf(permission).sort()).toEqual(Object.keys(accessByHand.get(address) ?? {}).sort())
})

/** What the answer means for who asked: a page or a form that came back is a yes. */
const verdictOf = (reply: Response): string => {
  // What a script asks for is never led elsewhere.
  if (reply.status === 401) return 'sign in'
  if (reply.status === 403) return 'never'
  if (reply.status === 404) return 'not there'
  const location = reply.headers.get('location') ?? ''
  if (reply.status === 303 && /^\/fi\/kirjaudu(\?|$)/.test(location)) return 'sign in'
  return [200, 303, 422].includes(reply.status) ? 'yes' : `status ${reply.status}`
}

const isReached = (reach: Reach, relation: (typeof relations)[number]) =>
  reach === 'all' || reach === 'yes' || relation === 'own' || (reach === 'area' && relation === 'sibling')

const expected = (address: string, visitor: Visitor, relation: (typeof relations)[number]): string => {
  const reach = accessByHand.get(address)!
  if (reach.everyone) return 'yes'
  if (visitor === 'everyone') return 'sign in'
  const own = reach[visitor]
  if (!own) return 'never'
  if (own === 'mine') return 'yes or not there'
  return isReached(own, relation) ? 'yes' : 'not there'
}

/** Rows whose owner matters to this visitor: the others are asked once. */
const relationsFor = (address: string, visitor: Visitor) => {
  const reach = visitor === 'everyone' ? undefined : accessByHand.get(address)?.[visitor]
  return reach === 'all' || reach === 'area' || reach === 'own' ? relations : (['own'] as const)
}

const closed = addresses.filter(({ address }) => !accessByHand.get(address)?.everyone)

test.each(closed)('$address answers each visitor as the table says', async ({ address, method, path }) => {
  world.logged().length = 0
  const found: Record<string, string> = {}
  const wanted: Record<string, string> = {}
  for (const visitor of visitors) {
    for (const relation of relationsFor(address, visitor)) {
      await world.restore()
      const reply = await world.ask(visitor, method, world.fill(path, visitor, relation))
      const asked = `${visitor}, ${relation}`
      wanted[asked] = expected(address, visitor, relation)
      const verdict = verdictOf(reply)
      const isEither = wanted[asked].split(' or ').includes(verdict)
      found[asked] = isEither ? wanted[asked] : verdict
    }
  }
  expect(found).toEqual(wanted)
  expect(world.logged()).toEqual([])
})

test('an address of nobody’s row is as little there as another’s', async () => {
  for (const path of ['/fi/jakajat/999999', '/fi/kohteet-yllapito/x', `/fi/ihmiset/${randomUUID()}`])
    expect((await world.ask('centre', 'GET', path)).status).toBe(404)
})
