import type { z } from 'zod'
import { areaScopeOf } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { listPieces, moveStock } from './ledger-queries.ts'
import { SendForm } from './order-forms.ts'
import { tell } from './order-mail.ts'
import { findOrder, holdStock, type Order, stepOrder } from './order-queries.ts'
import { mayAnswer, sendProblem, suggestSerials } from './order-rules.ts'
import { SendPage } from './order-send-view.tsx'
import { type Problem, paths } from './order-words.ts'
import { countOf } from './rules.ts'
import { sideOf } from './stock-scope.ts'
import { listOwnStock } from './unit-queries.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnOrder = { params: { order: string } }

const orderOf = async ({ db, user, params }: SignedIn & { db: Read | Write } & OnOrder): Promise<Order> => {
  const order = await findOrder(db, areaScopeOf(user), rowId(params.order))
  if (!order) throw new NotFound()
  return order
}

const showSend = async (visit: Reading & OnOrder, typed: Typed) => {
  const { db, user, language } = visit
  const scope = areaScopeOf(user)
  const order = await orderOf(visit)
  const side = sideOf(scope)
  const own = await listOwnStock(db, scope)
  const boxes = own.filter(({ place, cardType }) => place === side && cardType === order.cardType)
  return SendPage({
    language,
    side,
    order,
    mayStill: mayAnswer(order.state, side),
    boxes,
    coming: own.filter(({ place, orderId }) => place === 'way' && orderId === order.id),
    suggested: suggestSerials(boxes, order.wanted),
    typed,
  })
}

/** Where the cards go: to the unit, or to the area whose coordinator sends them on. */
const destinationOf = ({ id, unitId, areaId }: Order, toArea: boolean) =>
  unitId === null || toArea
    ? ({ place: 'way', areaId, orderId: id } as const)
    : ({ place: 'way', unitId, orderId: id } as const)

const send = async (visit: Writing & OnOrder, asked: z.output<typeof SendForm>): Promise<Outcome> => {
  const { db, user, language, now } = visit
  const scope = areaScopeOf(user)
  const side = sideOf(scope)
  // From here on nobody else moves boxes: what is seen now is what is sent.
  await holdStock(db)
  const order = await orderOf(visit)
  if (!mayAnswer(order.state, side)) return { problems: { '': 'order-moved' satisfies Problem } }
  const serials = { first: asked.first, last: asked.last }
  const pieces = serials.last < serials.first ? [] : await listPieces(db, serials)
  const problem = sendProblem(serials, pieces, { cardType: order.cardType, areaId: scope.areaId })
  if (problem) return { problems: { [problem === 'serials-turned' ? 'last' : 'first']: problem } }
  const by = { actor: actorOf(user), now }
  const viaArea = side === 'centre' && asked.to === 'area' && order.unitId !== null
  if (!(await stepOrder(db, order.id, order.state, viaArea ? 'asked' : 'sent', by)))
    return { problems: { '': 'order-moved' satisfies Problem } }
  await moveStock(db, serials, destinationOf(order, viaArea), by)
  const sent = { ...order, wanted: countOf(serials) }
  if (viaArea) await tell(db, 'order-waits', { areaId: order.areaId }, order, visit)
  else
    await tell(
      db,
      'order-sent',
      order.unitId === null ? { areaId: order.areaId } : { unitId: order.unitId },
      sent,
      visit,
    )
  const redirect = `${fill(paths.one[language], { order: order.id })}?done=moved`
  return { redirect, subject: { order: order.id, ...serials } }
}

export const routes: Route[] = [
  page(paths.send, 'stock.answer', showSend),
  action(paths.send, 'stock.answer', SendForm, showSend, send),
]
