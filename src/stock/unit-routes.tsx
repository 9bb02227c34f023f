import { z } from 'zod'
import type { Read, Write } from '../db/db.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { forecastOf } from './forecast-rules.ts'
import { moveStock } from './ledger-queries.ts'
import { PartForm } from './order-forms.ts'
import { tell } from './order-mail.ts'
import { findOrder, holdStock, listOpenOrders, stepOrder } from './order-queries.ts'
import { countAll, partProblem, splitDelivery } from './order-rules.ts'
import { paths } from './order-words.ts'
import type { Serials } from './rules.ts'
import { sideOf, stockScopeOf } from './stock-scope.ts'
import { findDelivery, findPace, findReceipt, listOwnStock } from './unit-queries.ts'
import { OwnStockPage, PartPage } from './unit-view.tsx'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnDelivery = { params: { delivery: string } }

/** Any number of a delivery names it. */
const serialOf = (text: string | null) => {
  if (text === null || !/^[1-9]\d{0,11}$/.test(text)) throw new NotFound()
  return Number(text)
}

/** @param received a number of what has just been received, which the page then tells of */
const ownPage = async ({ db, user, language, today }: Reading, received: number | null) => {
  const scope = stockScopeOf(user)
  const ranges = await listOwnStock(db, scope)
  const ready = ranges.filter(({ place, cardType }) => place === 'unit' && cardType === 'personal')
  const pace = 'unitId' in scope ? await findPace(db, scope, today) : null
  return OwnStockPage({
    language,
    side: sideOf(scope),
    place: user.place,
    ranges,
    forecast: pace && forecastOf(countAll(ready), pace, today),
    orders: (await listOpenOrders(db, scope)).filter(
      ({ unitId }) => 'unitId' in scope || (scope.areaId !== null && unitId === null),
    ),
    receipt: received === null ? null : ((await findReceipt(db, scope, received)) ?? null),
  })
}

const showOwn = (visit: Reading) => {
  const received = visit.query.get('received')
  return ownPage(visit, received === null ? null : serialOf(received))
}

/** The delivery, or what it brought when it has been received already: by a double click, or by a colleague. */
const hold = async ({ db, user, language, params }: Writing & OnDelivery) => {
  const scope = stockScopeOf(user)
  const serial = serialOf(params.delivery)
  await holdStock(db)
  const delivery = await findDelivery(db, scope, serial)
  const redirect = `${paths.own[language]}?received=${serial}`
  if (delivery.length === 0 && !(await findReceipt(db, scope, serial))) throw new NotFound()
  return { scope, delivery, redirect }
}

type Held = Awaited<ReturnType<typeof hold>>

/** Takes what came into the own stock, blocks what did not, and ends the order it was for. */
const takeIn = async (
  { db, user, now, origin }: Writing,
  { scope, delivery, redirect }: Held,
  { came, missing }: { came: Serials[]; missing: Serials[] },
): Promise<Outcome> => {
  const by = { actor: actorOf(user), now }
  const to =
    'unitId' in scope
      ? ({ place: 'unit', unitId: scope.unitId } as const)
      : ({ place: 'area', areaId: scope.areaId! } as const)
  for (const range of came) await moveStock(db, range, to, by)
  for (const range of missing) await moveStock(db, range, { place: 'blocked', reason: 'missing' }, by)
  const orderId = delivery[0]!.orderId
  const order = orderId === null ? undefined : await findOrder(db, scope, orderId)
  // Cards that the centre sent to the area for a unit: the order goes on to the unit.
  const isForSelf = order && 'unitId' in scope === (order.unitId !== null)
  if (order && isForSelf) await stepOrder(db, order.id, 'sent', 'received', by)
  if (order && missing.length > 0)
    await tell(
      db,
      'order-missing',
      'unitId' in scope ? { areaId: order.areaId } : 'centre',
      { ...order, wanted: countAll(missing) },
      { now, origin },
    )
  return { redirect, subject: { order: orderId, cards: countAll(came), missing: countAll(missing) } }
}

const receive = async (visit: Writing & OnDelivery): Promise<Outcome> => {
  const held = await hold(visit)
  if (held.delivery.length === 0) return { redirect: held.redirect, subject: { again: true } }
  return takeIn(visit, held, { came: held.delivery, missing: [] })
}

const showPart = async (visit: Reading & OnDelivery, typed: Typed) => {
  const { db, user, language, params } = visit
  const scope = stockScopeOf(user)
  const serial = serialOf(params.delivery)
  const delivery = await findDelivery(db, scope, serial)
  if (delivery.length > 0) return PartPage({ language, delivery, typed })
  // A colleague has received it in the meantime: the page then tells what came.
  if (!(await findReceipt(db, scope, serial))) throw new NotFound()
  return ownPage(visit, serial)
}

const receivePart = async (visit: Writing & OnDelivery, came: Serials | null): Promise<Outcome> => {
  const held = await hold(visit)
  if (held.delivery.length === 0) return { redirect: held.redirect, subject: { again: true } }
  const problem = came && partProblem(held.delivery, came)
  if (problem) return { problems: { [problem === 'serials-turned' ? 'last' : 'first']: problem } }
  return takeIn(visit, held, splitDelivery(held.delivery, came))
}

export const routes: Route[] = [
  page(paths.own, 'stock.read', showOwn),
  action(paths.receive, 'stock.receive', z.object({}), showOwn, receive),
  page(paths.part, 'stock.receive', showPart),
  action(paths.part, 'stock.receive', PartForm, showPart, receivePart),
]
