import { afterAll, beforeAll, expect, test } from 'vitest'
import { putLiving } from '../../test/commitment-life.ts'
import { someParty } from '../../test/commitments.ts'
import { makeMunicipality, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import type { Kind } from '../commitments/rules.ts'
import { findEarlier } from './earlier-queries.ts'
import { findFacts } from './register-queries.ts'

let world: World
beforeAll(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
})
afterAll(() => world.end())

test('a new commitment takes the place of its partner’s latest of the same kind, a pilot’s too', async () => {
  const site = await makeSite(world.db, { municipality: await makeMunicipality(world.db, { name: 'Kuhmo' }) })
  const neighbour = await makeSite(world.db, { municipality: site.municipality })
  const facts = (await findFacts(world.db, { kind: 'site', id: site.id }))!
  const earlier = (kind: Kind) => findEarlier(world.db, kind, facts)
  expect(await earlier('venue')).toBeNull()
  await putLiving(world, neighbour)
  expect(await earlier('venue')).toBeNull()

  const pilot = await putLiving(world, site, { kind: 'pilot', from: '2025-01-01', until: '2026-12-31' })
  expect(await earlier('venue')).toEqual({ id: pilot, lastOn: '2026-12-31' })
  expect(await earlier('pilot')).toEqual({ id: pilot, lastOn: '2026-12-31' })
  expect(await earlier('partnership')).toBeNull()
  const venue = await putLiving(world, site, { from: '2026-02-01' })
  await putLiving(world, site, { from: '2025-02-01' })
  expect(await earlier('venue')).toEqual({ id: venue, lastOn: null })

  const parties = [
    someParty({ side: 'area', name: 'Alue' }),
    someParty({ side: 'centre', name: 'Kaikukeskus' }),
  ]
  const area = await putLiving(world, site, { kind: 'area', parties })
  const areaFacts = (await findFacts(world.db, { kind: 'area', id: site.municipality.areaId }))!
  expect(await findEarlier(world.db, 'area', areaFacts)).toEqual({ id: area, lastOn: null })
  // One that was chosen is the one, while it is among the partner's own.
  expect(await findEarlier(world.db, 'venue', facts, pilot)).toEqual({ id: pilot, lastOn: '2026-12-31' })
  expect(await findEarlier(world.db, 'venue', facts, area)).toEqual({ id: venue, lastOn: null })
  // A place that another was merged into goes on with what that one had.
  const heir = await makeSite(world.db, { municipality: site.municipality })
  const heirFacts = (await findFacts(world.db, { kind: 'site', id: heir.id }))!
  expect(await findEarlier(world.db, 'venue', heirFacts)).toBeNull()
  await world.db
    .updateTable('site')
    .set({ merged_into_id: heir.id, closed_on: '2026-05-01' })
    .where('id', '=', site.id)
    .execute()
  expect(await findEarlier(world.db, 'venue', heirFacts)).toEqual({ id: venue, lastOn: null })
  // Another area's is another's.
  const other = { ...facts, area: { ...facts.area!, id: facts.area!.id + 1 } }
  expect(await findEarlier(world.db, 'venue', other)).toBeNull()
})
