import { afterEach, beforeEach, expect, test } from 'vitest'
import { putBatch } from '../../test/commitment-drafts.ts'
import { write } from '../../test/commitments.ts'
import { type MadeMunicipality, makeMunicipality, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { fill } from '../web/paths.ts'
import { makeBatches } from './make.ts'
import { startBatch } from './queries.ts'
import { paths, words } from './words.ts'

/** The codes of links are told by phone: they stand on one page once, and a look at its address takes none of them. */
const t = words.fi
const shown = /<strong class="nb">\d{3} \d{3}<\/strong>/g

let world: World
let municipality: MadeMunicipality
let codes: string
beforeEach(async () => {
  world = await newWorld()
  municipality = await makeMunicipality(world.db, { name: 'Kuhmo', area: 'Kainuu' })
  const sites = [await makeSite(world.db, { municipality }), await makeSite(world.db, { municipality })]
  const made_at = world.now()
  await world.db
    .insertInto('contact_person')
    .values(
      sites.map(({ id }) => ({ site_id: id, name: 'Oili', email: `o${id}@esimerkki.example`, made_at })),
    )
    .execute()
  const batch = await putBatch(world, sites)
  await write(world, (db) => startBatch(db, batch, world.now()))
  await makeBatches({ pool: world.db, keys: world.keys, origin: 'http://localhost:3000', clock: world.now })
  codes = fill(paths.codes.fi, { batch })
})
afterEach(() => world.end())

test('codes are shown once; opening the address takes none, and says so when they are gone', async () => {
  const keeper = await world.as({ role: 'coordinator', areaId: municipality.areaId })
  for (const _ of [1, 2]) {
    const looked = await (await keeper.get(codes)).text()
    expect(looked.match(shown)).toBeNull()
    expect(looked).toContain(t.codes)
    expect(looked).not.toContain(t.problems['codes-shown'])
  }
  expect((await (await keeper.post(codes, {})).text()).match(shown)).toHaveLength(2)
  const again = await keeper.post(codes, {})
  expect(again.status).toBe(422)
  for (const page of [await again.text(), await (await keeper.get(codes)).text()]) {
    expect(page.match(shown)).toBeNull()
    expect(page).toContain(t.problems['codes-shown'])
  }
})

test('the codes of another area do not exist', async () => {
  const { areaId } = await makeMunicipality(world.db, { name: 'Oulu', area: 'Pohjois-Pohjanmaa' })
  const other = await world.as({ role: 'coordinator', areaId })
  expect((await other.get(codes)).status).toBe(404)
  expect((await other.post(codes, {})).status).toBe(404)
})
