import { createHash } from 'node:crypto'
import type { Pool, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { moveStock } from '../stock/ledger-queries.ts'
import type { Serials } from '../stock/rules.ts'
import { makePrintRun } from '../stock/run-make.ts'
import { findRun, markPrinted } from '../stock/run-queries.ts'
import type { WorldUnit } from './network.ts'

const day = 86_400_000
/** So that the same moment gives the same world: a real seed comes from nowhere. */
const seedOf = (name: string) => createHash('sha256').update(`demo ${name}`).digest()

type By = {
  keys: Keys
  units: readonly WorldUnit[]
  centre: string
  coordinator: string
  issuer: string
  now: Date
}

/** Makes a run some days ago. @returns a function that takes its next numbers, as one takes boxes from a shelf */
const makeShelf = async (
  db: Write,
  { keys, centre, now }: By,
  run: { name: string; cardType: 'personal' | 'community'; cards: number; daysAgo: number; printed: boolean },
) => {
  const { name, cardType, cards, daysAgo, printed } = run
  const at = new Date(now.getTime() - daysAgo * day)
  const wanted = { name, cardType, cards }
  const id = await makePrintRun(db, keys, wanted, { actor: centre, now: at }, undefined, () => seedOf(name))
  if (printed) await markPrinted(db, id, new Date(at.getTime() + 9 * day))
  const { first } = (await findRun(db, id))!
  let next = first
  return (count: number): Serials => {
    const taken = { first: next, last: next + count - 1 }
    next += count
    return taken
  }
}

/**
 * The stock of the demo: runs of three ages, boxes at the areas and units, one on its way to the demo's issuer, a
 * misprint and a lost box. All that the units hand out themselves comes with their cards.
 */
export const makeStock = async (db: Pool & Write, by: By): Promise<void> => {
  const { units, centre, coordinator, issuer, now } = by
  const ago = (days: number, actor: string) => ({ actor, now: new Date(now.getTime() - days * day) })
  const spring = await makeShelf(db, by, {
    ...{ name: 'Kevät', cardType: 'personal', cards: 1200, daysAgo: 190, printed: true },
  })
  const community = await makeShelf(db, by, {
    ...{ name: 'Yhteisökortit', cardType: 'community', cards: 150, daysAgo: 120, printed: true },
  })
  await makeShelf(db, by, {
    ...{ name: 'Syksyn lisäpainos', cardType: 'personal', cards: 500, daysAgo: 3, printed: false },
  })
  const home = units[0]!.areaId
  const areas = [...new Set(units.map(({ areaId }) => areaId))].sort(
    (a, b) => Number(b === home) - Number(a === home),
  )
  for (const [index, areaId] of areas.slice(0, 5).entries())
    await moveStock(db, spring(index === 0 ? 200 : 60), { place: 'area', areaId }, ago(150, centre))
  const neighbours = units.slice(1).filter(({ areaId }) => areaId === home)
  for (const { id } of neighbours.slice(0, 3))
    await moveStock(db, spring(25), { place: 'unit', unitId: id }, ago(60, coordinator))
  const lost = spring(10)
  await moveStock(db, lost, { place: 'unit', unitId: units[0]!.id }, ago(40, coordinator))
  await moveStock(db, lost, { place: 'blocked', reason: 'lost' }, ago(12, issuer))
  await moveStock(db, spring(3), { place: 'blocked', reason: 'misprinted' }, ago(149, centre))
  await moveStock(db, spring(25), { place: 'way', unitId: units[0]!.id, orderId: null }, ago(1, coordinator))
  await moveStock(db, community(20), { place: 'area', areaId: home }, ago(100, centre))
  await moveStock(db, community(5), { place: 'unit', unitId: units[0]!.id }, ago(90, coordinator))
}
