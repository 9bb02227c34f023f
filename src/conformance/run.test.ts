import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen } from '../../test/browser.ts'
import { makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { createSiteKey } from '../accounts/key-queries.ts'
import { keyScopes, lastKeyEnd } from '../accounts/key-rules.ts'
import { runChecks } from './run.ts'

let world: World
let server: Awaited<ReturnType<typeof listen>>
let key: string
beforeAll(async () => {
  world = await newWorld()
  server = await listen(world)
  const site = await makeSite(world.db, { category: 'culture' })
  await makeSite(world.db)
  const scopes = { scopes: keyScopes, expiresAt: lastKeyEnd(world.now()), isTest: true }
  key = await createSiteKey(world.db, { siteId: site.id, name: 'Esimerkkilippu', ...scopes }, world.now())
})
afterAll(async () => {
  await server.close()
  await world.end()
})

test('the program keeps its own contract', async () => {
  const report = await runChecks({ origin: server.origin, key, at: world.now() })
  console.log(JSON.stringify(report.results.filter(({ outcome }) => outcome !== 'pass'), null, 1), report.requests, world.logged)
  expect(report.results.filter(({ outcome }) => outcome !== 'pass')).toEqual([])
})
