import { z } from 'zod'
import { areaScopeOf } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { forecastOf, isLow } from './forecast-rules.ts'
import { moveStock } from './ledger-queries.ts'
import { DeclineForm } from './order-forms.ts'
import { OrdersPage } from './order-list-view.tsx'
import { tell } from './order-mail.ts'
import {
  findOrder,
  findSentFrom,
  holdStock,
  listOnWay,
  listOpenOrders,
  listPastOrders,
  listSendings,
  listSteps,
  type Order,
  stepOrder,
} from './order-queries.ts'
import { mayAnswer, mayCancel, mayForward, mayTakeBack, type OrderState, turnOf } from './order-rules.ts'
import { DeclinePage, OrderPage } from './order-view.tsx'
import { type Problem, paths } from './order-words.ts'
import { sideOf, stockScopeOf } from './stock-scope.ts'
import { listMissing, listUnitStock } from './unit-queries.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnOrder = { params: { order: string } }

const orderOf = async ({ db, user, params }: SignedIn & { db: Read | Write } & OnOrder): Promise<Order> => {
  const order = await findOrder(db, stockScopeOf(user), rowId(params.order))
  if (!order) throw new NotFound()
  return order
}

const showList = async ({ db, user, language, today }: Reading) => {
  const scope = areaScopeOf(user)
  const side = sideOf(scope)
  const open = await listOpenOrders(db, scope)
  const units = await listUnitStock(db, scope, today)
  const low = units.map((unit) => ({ ...unit, forecast: forecastOf(unit.stock, unit, today) }))
  return OrdersPage({
    language,
    mine: open.filter((order) => turnOf(order) === side),
    others: open.filter((order) => turnOf(order) !== side),
    past: await listPastOrders(db, scope),
    low: low.filter(({ forecast }) => isLow(forecast)),
    missing: await listMissing(db, scope),
  })
}

const showOne = async (visit: Reading & OnOrder, { problems }: Typed) => {
  const { db, user, language, query } = visit
  const order = await orderOf(visit)
  const side = sideOf(stockScopeOf(user))
  return OrderPage({
    language,
    side,
    order,
    steps: await listSteps(db, order.id),
    sendings: await listSendings(db, order.id),
    mayTakeBack: mayTakeBack(order.state, side, await findSentFrom(db, order.id)),
    done: query.get('done'),
    problem: problems[''] as Problem | undefined,
  })
}

const moved: Outcome = { problems: { '': 'order-moved' satisfies Problem } }
const back = ({ language }: Writing, order: Order) => ({
  redirect: `${fill(paths.one[language], { order: order.id })}?done=moved`,
  subject: { order: order.id },
})

/** A step by one tap: done twice, the second finds it done. */
const stepTo = async (visit: Writing & OnOrder, to: OrderState, isAllowed: (order: Order) => boolean) => {
  const { db, user, now } = visit
  const order = await orderOf(visit)
  if (order.state === to) return { order, outcome: back(visit, order), isNew: false }
  const isNew =
    isAllowed(order) && (await stepOrder(db, order.id, order.state, to, { actor: actorOf(user), now }))
  return { order, outcome: isNew ? back(visit, order) : moved, isNew }
}

const cancel = async (visit: Writing & OnOrder): Promise<Outcome> => {
  const side = sideOf(stockScopeOf(visit.user))
  return (await stepTo(visit, 'cancelled', ({ state }) => mayCancel(state, side))).outcome
}

const forward = async (visit: Writing & OnOrder): Promise<Outcome> => {
  const { order, outcome, isNew } = await stepTo(visit, 'forwarded', ({ state }) => mayForward(state))
  if (isNew) await tell(visit.db, 'order-waits', 'centre', order, visit)
  return outcome
}

/** The cards go back to where they were sent from, and the order waits to be answered again. */
const takeBack = async (visit: Writing & OnOrder): Promise<Outcome> => {
  const { db, user, now } = visit
  const scope = areaScopeOf(user)
  await holdStock(db)
  const order = await orderOf(visit)
  const side = sideOf(scope)
  if (!mayTakeBack(order.state, side, await findSentFrom(db, order.id))) return moved
  const by = { actor: actorOf(user), now }
  const home =
    scope.areaId === null
      ? ({ place: 'centre' } as const)
      : ({ place: 'area', areaId: scope.areaId } as const)
  for (const range of await listOnWay(db, order.id)) await moveStock(db, range, home, by)
  await stepOrder(db, order.id, 'sent', side === 'area' ? 'asked' : 'forwarded', by)
  return back(visit, order)
}

const showDecline = async (visit: Reading & OnOrder, typed: Typed) => {
  const order = await orderOf(visit)
  const mayStill = mayAnswer(order.state, sideOf(areaScopeOf(visit.user)))
  return mayStill ? DeclinePage({ language: visit.language, order, typed }) : showOne(visit, gone)
}
const gone: Typed = { values: {}, problems: { '': 'order-moved' satisfies Problem } }

const decline = async (
  visit: Writing & OnOrder,
  { reason }: z.output<typeof DeclineForm>,
): Promise<Outcome> => {
  const { db, user, now } = visit
  const order = await orderOf(visit)
  const by = { actor: actorOf(user), now, reason }
  const isAllowed = mayAnswer(order.state, sideOf(areaScopeOf(user)))
  if (!isAllowed || !(await stepOrder(db, order.id, order.state, 'declined', by))) return moved
  const whose = order.unitId === null ? { areaId: order.areaId } : { unitId: order.unitId }
  await tell(db, 'order-declined', whose, order, { ...visit, reason })
  return back(visit, order)
}

const nothing = z.object({})

export const routes: Route[] = [
  page(paths.list, 'stock.answer', showList),
  page(paths.one, 'stock.order', showOne),
  action(paths.cancel, 'stock.order', nothing, showOne, cancel),
  action(paths.forward, 'stock.answer', nothing, showOne, forward),
  action(paths.takeBack, 'stock.answer', nothing, showOne, takeBack),
  page(paths.takeBack, 'stock.answer', showOne),
  // A refused step stands at its address: a reload then shows the order.
  page(paths.cancel, 'stock.order', showOne),
  page(paths.forward, 'stock.answer', showOne),
  page(paths.decline, 'stock.answer', showDecline),
  action(paths.decline, 'stock.answer', DeclineForm, showDecline, decline),
]
