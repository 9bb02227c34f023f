import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCard, makeMunicipality, makeUnit } from '../../test/makers.ts'
import { hideNothing } from '../../test/stand-in-protect.ts'
import { newWorld, type World } from '../../test/world.ts'
import { unitKinds } from '../units/rules.ts'
import { closeNext } from './closing.ts'
import { nearest } from './lattice-rules.ts'
import { listAllFigures, listPublications } from './queries.ts'

/** A kind that somebody typed: it may name whoever goes there, so it is never published. */
const ownWords = 'Kellokosken potilaiden kerho'

/** Each unit registers six cards in the first quarter. */
const kinds = [
  'mental-health',
  'Päihde- ja mielenterveyspalvelut',
  unitKinds['senior-point'],
  'SENIORINEUVONTAPISTE (SENIORPUNKTEN)',
  ownWords,
  'x',
]
/** Twice as many are a multiple of five, to which states are told. */
const cardsEach = 5
let world: World
beforeAll(async () => {
  world = await newWorld('2026-04-15T09:00:00Z')
  const { db, keys } = world
  const municipality = await makeMunicipality(db, { name: 'Kajaani', area: 'Kainuu' })
  for (const kind of kinds) {
    const unit = await makeUnit(db, { municipality, kind })
    for (let n = 0; n < cardsEach; n++) await makeCard(db, keys, { unit, registeredOn: '2026-02-03' })
  }
  await closeNext(db, world.now(), hideNothing)
})
afterAll(() => world.end())

test('a unit counts as the kind that its word means, and in its own words as another kind', async () => {
  const [publication] = await listPublications(world.db)
  const figures = await listAllFigures(world.db, publication!.number)
  const inCountry = figures.filter(({ division, level }) => division === 'issuer' && level === 'country')
  expect(Object.fromEntries(inCountry.map(({ part, count }) => [part, count]))).toEqual({
    ...{ 'mental-health': nearest(2 * cardsEach), 'senior-point': nearest(2 * cardsEach) },
    other: nearest(2 * cardsEach),
  })
})

test('those words are in no closed count and no address of the figures', async () => {
  const stored = await world.db.selectFrom('publication_count').selectAll().execute()
  const [publication] = await listPublications(world.db)
  const told = await world.anyone.get(
    `/api/v1/statistics/publications/${publication!.number}/figures?level=country`,
  )
  for (const text of [JSON.stringify(stored), await told.text()]) {
    expect(text).toContain('senior-point')
    expect(text).not.toContain(ownWords)
  }
})
