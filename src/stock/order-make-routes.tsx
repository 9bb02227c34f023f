import type { z } from 'zod'
import { areaScopeOf } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { actorOf } from '../web/audit.ts'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { type Pace, suggestedOrder } from './forecast-rules.ts'
import { OrderForm } from './order-forms.ts'
import { tell } from './order-mail.ts'
import { MakeOrderPage } from './order-make-view.tsx'
import { findOpenOrder, findUnitArea, listTargets, makeOrder } from './order-queries.ts'
import { countAll } from './order-rules.ts'
import { type Problem, paths } from './order-words.ts'
import { sideOf, stockScopeOf } from './stock-scope.ts'
import { findPace, listOwnStock } from './unit-queries.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }

/** Those whom the order may be for: named `area-3` and `unit-9` in the form. */
const targetsOf = async ({ db, user, today }: SignedIn & { db: Read | Write }) => {
  const scope = stockScopeOf(user)
  if ('unitId' in scope) {
    const { areaId, name } = await findUnitArea(db, scope.unitId)
    return [{ value: '', areaId, unitId: scope.unitId, name }]
  }
  const { areas, units } = await listTargets(db, areaScopeOf(user), today)
  return [
    ...areas.map(({ id, name }) => ({ value: `area-${id}`, areaId: id, unitId: null, name })),
    ...units.map(({ id, name, areaId }) => ({ value: `unit-${id}`, areaId, unitId: id, name })),
  ]
}

/** How many of the unit's own cards there are and will be, and how fast they go; a keeper chooses by the list. */
const suggestion = async ({ db, user, today }: Reading): Promise<number | null> => {
  const scope = stockScopeOf(user)
  if (!('unitId' in scope)) return null
  const pace: Pace = await findPace(db, scope, today)
  const have = (await listOwnStock(db, scope)).filter(
    ({ place, cardType }) => place !== 'blocked' && cardType === 'personal',
  )
  return suggestedOrder(countAll(have), pace, today)
}

const showMake = async (visit: Reading, typed: Typed) => {
  const { db, user, language, query } = visit
  const targets = await targetsOf(visit)
  const whom = typed.values.whom ?? query.get('whom') ?? ''
  const target = targets.find(({ value }) => value === whom)
  const isOpen = typed.problems.cardType === ('order-open' satisfies Problem)
  const cardType = typed.values.cardType === 'community' ? 'community' : 'personal'
  return MakeOrderPage({
    language,
    side: sideOf(stockScopeOf(user)),
    targets,
    whom,
    suggested: await suggestion(visit),
    openOrder: isOpen && target ? ((await findOpenOrder(db, { ...target, cardType }))?.id ?? null) : null,
    typed,
  })
}

const make = async (visit: Writing, asked: z.output<typeof OrderForm>): Promise<Outcome> => {
  const { db, user, language, now } = visit
  const side = sideOf(stockScopeOf(user))
  const target = (await targetsOf(visit)).find(({ value }) => value === asked.whom)
  if (!target) return { problems: { whom: 'whom-missing' satisfies Problem } }
  const { cardType, wanted } = asked
  // What an area orders for itself, and what the centre orders for anyone, only the centre can answer.
  const state = side === 'centre' || target.unitId === null ? 'forwarded' : 'asked'
  const by = { actor: actorOf(user), now }
  const id = await makeOrder(db, { ...target, cardType, wanted }, state, by)
  if (id === undefined) return { problems: { cardType: 'order-open' satisfies Problem } }
  const order = {
    ...{ id, cardType, wanted, area: target.name },
    unit: target.unitId === null ? null : target.name,
  }
  // Whoever orders for others has the answer in their own hands.
  const next = state === 'forwarded' ? ('centre' as const) : { areaId: target.areaId }
  const isOwnTurn = (state === 'forwarded') === (side === 'centre') && side !== 'unit'
  if (!isOwnTurn) await tell(db, 'order-waits', next, order, visit)
  return { redirect: `${fill(paths.one[language], { order: id })}?done=made`, subject: { order: id } }
}

export const routes: Route[] = [
  page(paths.make, 'stock.order', showMake),
  action(paths.make, 'stock.order', OrderForm, showMake, make),
]
