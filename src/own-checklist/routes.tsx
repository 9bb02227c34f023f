import type { z } from 'zod'
import { placeScopeOf } from '../access.ts'
import { findConfirmation } from '../confirmations/queries.ts'
import { paths as confirmations } from '../confirmations/words.ts'
import { findOwnPlace, listContacts, type Owner } from '../contacts/queries.ts'
import { contactsPath } from '../contacts/words.ts'
import type { Read, Write } from '../db/db.ts'
import { listColleagues, listPolicies } from '../induction/queries.ts'
import { isDue, standingOf } from '../induction/rules.ts'
import { paths as induction } from '../induction/words.ts'
import { yearOf } from '../lib/dates.ts'
import { findPlace } from '../own-place/queries.ts'
import { paths as terms } from '../terms/words.ts'
import { contactPath } from '../units/contact-words.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { TickForm, UntickForm } from './forms.ts'
import { listTicks, saysHow, tickPoint, untickPoint } from './queries.ts'
import { type ChecklistKind, type Facts, isTickable, pointStates } from './rules.ts'
import { listPage, type Mending, pointPage } from './views.tsx'
import { paths } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnPoint = { params: { point: string } }

const kindOf = ({ user }: SignedIn): ChecklistKind => (user.role === 'issuer' ? 'unit' : 'site')

const ownPlace = async ({ db, user }: Reading): Promise<Owner> => {
  const place = await findOwnPlace(db, placeScopeOf(user))
  if (!place) throw new NotFound()
  return place
}

/** What the register knows of the place. A unit that is not public has no visiting details to tell. */
const factsOf = async (visit: Reading, owner: Owner): Promise<Facts> => {
  const { db, user, today } = visit
  const scope = placeScopeOf(user)
  const isUnit = kindOf(visit) === 'unit'
  const policies = await listPolicies(db)
  const people = await listColleagues(db, scope)
  const place = await findPlace(db, scope, today)
  return {
    contact: (await listContacts(db, owner)).length > 0,
    confirmed: (await findConfirmation(db, owner, yearOf(today))) !== undefined,
    inducted: !people.some(({ doneOn }) => isDue(standingOf(doneOn, policies, today))),
    visiting: place?.isPublic !== true || place.contact !== null,
    terms: !isUnit && (await saysHow(db, owner.id)),
  }
}

const mendingOf = ({ language }: SignedIn, { kind, id }: Owner): Mending => ({
  contact: contactsPath(language, kind, id),
  confirmed: confirmations.confirm[language],
  inducted: induction.colleagues[language],
  visiting: fill(contactPath[language], { unit: id }),
  terms: terms.own[language],
})

const showList = async (visit: Reading) => {
  const { db, language } = visit
  const owner = await ownPlace(visit)
  const kind = kindOf(visit)
  const states = pointStates(kind, await factsOf(visit, owner), await listTicks(db, owner))
  return listPage({ language, kind, place: owner.name, states, mending: mendingOf(visit, owner) })
}

/** @throws NotFound for what is no point of the list, or is ticked by the register alone */
const tickable = (visit: SignedIn & OnPoint): string => {
  const { point } = visit.params
  if (!isTickable(kindOf(visit), point)) throw new NotFound()
  return point
}

const showPoint = async (visit: Reading & OnPoint, typed: Typed) =>
  pointPage({ language: visit.language, kind: kindOf(visit), point: tickable(visit), typed })

const backTo = ({ language }: SignedIn, point: string) => `${paths.list[language]}#point-${point}`

const tick = async (visit: Writing & OnPoint, { note }: z.output<typeof TickForm>): Promise<Outcome> => {
  const { db, user, now } = visit
  const point = tickable(visit)
  await tickPoint(db, await ownPlace(visit), { point, note, accountId: user.accountId, now })
  return { redirect: backTo(visit, point), subject: { point } }
}

const untick = async (visit: Writing & OnPoint): Promise<Outcome> => {
  const point = tickable(visit)
  await untickPoint(visit.db, await ownPlace(visit), point)
  return { redirect: backTo(visit, point), subject: { point } }
}

export const routes: Route[] = [
  page(paths.list, 'place.read', showList),
  page(paths.point, 'checklists.tick', showPoint),
  action(paths.point, 'checklists.tick', TickForm, showPoint, tick),
  action(paths.untick, 'checklists.tick', UntickForm, showPoint, untick),
]
