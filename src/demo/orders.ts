import { newCode } from '../codes/rules.ts'
import type { Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { addDays, type Day, dayOf } from '../lib/dates.ts'
import { listPieces, moveStock } from '../stock/ledger-queries.ts'
import { makeOrder, stepOrder } from '../stock/order-queries.ts'
import type { DeclineReason, OrderState } from '../stock/order-rules.ts'
import { makeBox } from './boxes.ts'
import { instantAt } from './clock.ts'
import type { WorldUnit } from './network.ts'
import { randomFrom } from './random.ts'

type Actors = { issuer: string; coordinator: string; centre: string }
type Given = { keys: Keys; now: Date; units: readonly WorldUnit[]; actors: Actors }

/** Another series than the world's own, so that these cards change nothing else of it. */
const seed = 20_260_301

/**
 * A box at the centre and one in the area; an order on its way to the demo issuer's unit and one of its orders that
 * was declined in spring; one of another unit that waits for the coordinator, and one that waits for the centre.
 */
export const makeOrders = async (db: Write, { keys, now, units, actors }: Given): Promise<void> => {
  const random = randomFrom(seed)
  const codes = Array.from({ length: 500 }, () => newCode(random.whole))
  const today = dayOf(now)
  /** Mid-morning so many days ago. */
  const ago = (days: number, actor: string) => ({ actor, now: instantAt(addDays(today, -days), 10 * 60) })
  const at = ago(60, actors.centre).now
  const box = await makeBox(db, keys, { name: 'Demokortit', type: 'personal', codes, at })
  const unit = units[0]!
  const { areaId } = unit
  const forArea = { first: box.first, last: box.first + 199 }
  await moveStock(db, forArea, { place: 'area', areaId }, ago(50, actors.centre))

  /** An order with its steps, each a day after the one before. */
  const order = async (
    unitId: number | null,
    wanted: number,
    days: number,
    steps: readonly (readonly [OrderState, string])[],
    reason?: DeclineReason,
  ) => {
    const [[first, asker], ...rest] = steps as [readonly ['asked' | 'forwarded', string], ...typeof steps]
    const made = { areaId, unitId, cardType: 'personal' as const, wanted }
    const id = await makeOrder(db, made, first, ago(days, asker))
    let before: OrderState = first
    for (const [index, [state, actor]] of rest.entries()) {
      const by = { ...ago(days - index - 1, actor), ...(state === 'declined' && reason ? { reason } : {}) }
      await stepOrder(db, id!, before, state, by)
      before = state
    }
    return id!
  }

  const declined = [
    ['asked', actors.issuer],
    ['declined', actors.coordinator],
  ] as const
  await order(unit.id, 500, 80, declined, 'enough-left')
  const sent = await order(unit.id, 50, 3, [
    ['asked', actors.issuer],
    ['sent', actors.coordinator],
  ])
  const parcel = { first: forArea.first, last: forArea.first + 49 }
  const onWay = { place: 'way', unitId: unit.id, orderId: sent } as const
  await moveStock(db, parcel, onWay, ago(2, actors.coordinator))
  const neighbours = units.filter((one) => one.areaId === areaId && one.id !== unit.id)
  const neighbour = await findBusiest(db, neighbours, addDays(today, -84))
  if (neighbour) {
    // It has lent all but one of its cards back to the area, and is running out.
    const own = (await listPieces(db, { first: 1, last: box.first })).filter(
      ({ place, unitId, cardType }) => place === 'unit' && unitId === neighbour.id && cardType === 'personal',
    )
    for (const { first, last } of own)
      if (first < last)
        await moveStock(db, { first: first + 1, last }, { place: 'area', areaId }, ago(9, actors.coordinator))
    await order(neighbour.id, 25, 1, [['asked', 'demo']])
  }
  await order(null, 200, 4, [['forwarded', actors.coordinator]])
}

/** The unit that handed out the most cards of late. */
const findBusiest = (db: Write, units: readonly WorldUnit[], from: Day) =>
  db
    .selectFrom('card')
    .select('unit_id as id')
    .where(
      'unit_id',
      'in',
      units.map(({ id }) => id),
    )
    .where('registered_on', '>=', from)
    .groupBy('unit_id')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy('unit_id')
    .executeTakeFirst()
