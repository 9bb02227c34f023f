import type { z } from 'zod'
import { areaScopeOf, may } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { actorOf } from '../web/audit.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { BlockForm, MoveForm, UnblockForm } from './ledger-forms.ts'
import { type Choice, findHeld, holdStock, listReceivers, nameRanges } from './ledger-list-queries.ts'
import { choosePage, confirmPage, type Step } from './ledger-move-views.tsx'
import { moveStock } from './ledger-queries.ts'
import {
  blockProblem,
  destinationOf,
  type Held,
  homeOf,
  type MoveProblem,
  moveProblem,
  readPlaceKey,
  stateOf,
  unblockProblem,
} from './ledger-rules.ts'
import { rangeQuery } from './ledger-views.tsx'
import { paths, words } from './ledger-words.ts'
import type { BlockReason, Serials } from './rules.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }

/** What was chosen, whatever the step; `to` is the key of a place. */
type Chosen = { serials: Serials; to?: string; reason?: BlockReason; expected: string }

const forms = { move: MoveForm, block: BlockForm, unblock: UnblockForm } as const

/** Where one may send cards: the own area and its units, or all of them and the centre itself. */
const receiversOf = async ({ db, user, language, today }: Reading): Promise<Choice[]> => {
  if (!may(user, 'stock.move')) return []
  const scope = areaScopeOf(user)
  const t = words[language]
  const places = (await listReceivers(db, scope, today)).map((choice) =>
    choice.key.startsWith('area') ? { ...choice, name: t.areaOwn(choice.name) } : choice,
  )
  return scope.areaId === null ? [{ key: 'centre', name: t.centre, areaId: 0 }, ...places] : places
}

const targetOf = ({ user }: SignedIn, { to }: Chosen) =>
  destinationOf(readPlaceKey(to ?? '')!, areaScopeOf(user).areaId)

const problemOf = (visit: SignedIn, step: Step, chosen: Chosen, held: Held): MoveProblem | null => {
  if (step === 'move') return moveProblem(held, targetOf(visit, chosen))
  return step === 'block' ? blockProblem(held) : unblockProblem(held)
}

const namesIn = ['first', 'last', 'to', 'reason'] as const
const typedIn = ({ query }: SignedIn): Record<string, string> =>
  Object.fromEntries(
    namesIn.flatMap((name) => (query.has(name) ? [[name, query.get(name)!.slice(0, 40)]] : [])),
  )

const show = (step: Step) => async (visit: Reading, sent: Typed) => {
  const { db, language, query } = visit
  const isSent = Object.keys(sent.values).length > 0
  const values = isSent ? sent.values : typedIn(visit)
  const receivers = step === 'move' ? await receiversOf(visit) : []
  const choose = (problems: Record<string, string>) =>
    choosePage({ language, step, typed: { values, problems }, receivers })
  // A link brings numbers along; that more is missing is said only when the form itself was sent.
  if (!isSent && !query.has('review')) return choose({})
  const parsed = forms[step].safeParse(values)
  if (!parsed.success)
    return choose(
      Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), message])),
    )
  const chosen: Chosen = parsed.data
  const receiver = receivers.find(({ key }) => key === chosen.to)
  if (step === 'move' && !receiver) return choose({ to: 'to-missing' })
  const held = await findHeld(db, chosen.serials)
  const problem = problemOf(visit, step, chosen, held)
  if (problem) return choose({ first: problem })
  const { '': general } = sent.problems
  if (general && general !== 'changed') return choose({ first: general })
  const t = words[language]
  return confirmPage({
    ...{ language, step, serials: chosen.serials, given: held.given, expected: stateOf(held) },
    pieces: await nameRanges(db, held.pieces),
    choice: receiver
      ? { name: 'to', value: receiver.key, label: receiver.name }
      : chosen.reason
        ? { name: 'reason', value: chosen.reason, label: t.reasonChoices[chosen.reason] }
        : null,
    goesByWay: step === 'move' && targetOf(visit, chosen).place === 'way',
    typed: { values, problems: sent.problems },
  })
}

const isForbidden = (error: unknown) => (error as { code?: string }).code === '42501'

/** Does it, when nothing has changed since it was shown. The database asks once more whose the cards are. */
const run =
  (step: Step) =>
  async (visit: Writing, chosen: Chosen): Promise<Outcome> => {
    const { db, user, language, now } = visit
    const { serials, expected, to = null, reason = null } = chosen
    if (step === 'move' && !(await receiversOf(visit)).some(({ key }) => key === to))
      return { problems: { to: 'to-missing' } }
    await holdStock(db)
    const held = await findHeld(db, serials)
    const problem = problemOf(visit, step, chosen, held)
    if (problem) return { problems: { '': problem } }
    if (stateOf(held) !== expected) return { problems: { '': 'changed' } }
    const by = { actor: actorOf(user), now }
    try {
      let cards = 0
      if (step === 'move') cards = await moveStock(db, serials, targetOf(visit, chosen), by)
      if (step === 'block') cards = await moveStock(db, serials, { place: 'blocked', reason: reason! }, by)
      if (step === 'unblock')
        for (const piece of held.pieces) cards += await moveStock(db, piece, homeOf(piece), by)
      const redirect = `${paths.numbers[language]}${rangeQuery(serials)}&done=${step}`
      return { redirect, subject: { ...serials, cards, to, reason } }
    } catch (error) {
      if (!isForbidden(error)) throw error
      return { problems: { '': 'not-yours' } }
    }
  }

const rowsOf = (step: Step, permission: 'stock.move' | 'stock.block', form: z.ZodType<Chosen>): Route[] => [
  page(paths[step], permission, show(step)),
  action(paths[step], permission, form, show(step), run(step)),
]

export const routes: Route[] = [
  ...rowsOf('move', 'stock.move', MoveForm),
  ...rowsOf('block', 'stock.block', BlockForm),
  ...rowsOf('unblock', 'stock.move', UnblockForm),
]
