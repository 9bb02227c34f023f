import { validate as isId } from 'uuid'
import type { z } from 'zod'
import { may } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { listVisitsToday } from '../group-visits/queries.ts'
import { addDays } from '../lib/dates.ts'
import { listRepeats } from '../repeats/queries.ts'
import { listRecentEvents } from '../uses/list-queries.ts'
import { lastDayOf, mayCancel } from '../uses/rules.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { check, record, showCheck } from './check-routes.tsx'
import { eventPage, sitePage } from './event-views.tsx'
import { CheckForm, ChoiceForm, RecordForm, TurnForm, UndoForm } from './forms.ts'
import { countTicketsOn, type Desk, findDesk, saveChoice, saveTurned } from './queries.ts'
import { deskPage } from './ready-views.tsx'
import { findRecord, listRecordsOn } from './records.ts'
import { todayPage } from './today-views.tsx'
import { turnPath } from './turned-words.ts'
import { takeBackRecord } from './undoing.ts'
import type { ShownUse } from './views.tsx'
import { wait } from './wait-routes.tsx'
import { waitPath } from './wait-words.ts'
import { paths } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnUse = { params: { use: string } }

/** The use that the address names, when it is one of today's at a site of this desk, or for today. */
const namedUse = async ({ db, query, today }: Reading, { scope }: Desk): Promise<ShownUse | null> => {
  const id = query.get('use')
  const use = isId(id) ? await findRecord(db, scope, id as string, today) : undefined
  return use && (use.usedOn === today || use.eventOn === today) ? use : null
}

const showDesk = async (visit: Reading, typed: Typed) => {
  const { db, user, language, today } = visit
  const desk = await findDesk(db, user, today)
  if (!desk.at) return sitePage(language, desk.sites, typed)
  const { uses: count } = await countTicketsOn(db, desk.at.site, today)
  const mayPair = may(user, 'devices.pair')
  const { site } = desk.at
  const groups = (await listVisitsToday(db, desk.scope, today)).filter(({ siteId }) => siteId === site.id)
  const use = await namedUse(visit, desk)
  return deskPage({ language, at: desk.at, count, use, mayPair, groups, turned: desk.turned, typed })
}

const showEvent = async ({ db, user, language, today, query }: Reading, typed: Typed) => {
  const { sites, scope, at, turned } = await findDesk(db, user, today)
  if (!at) return sitePage(language, sites, typed)
  const recent = await listRecentEvents(db, scope, at.site.id, addDays(today, -30))
  const waiting = typed.values.check ?? query.get('check') ?? ''
  return eventPage({ language, at, sites, recent, check: isId(waiting) ? waiting : '', turned, typed })
}

const choose = async (
  { db, user, language, today }: Writing,
  form: z.output<typeof ChoiceForm>,
): Promise<Outcome> => {
  const { at } = await findDesk(db, user, today, form.site)
  if (!at) return { problems: { site: 'site-missing' } }
  await saveChoice(db, user, { site: at.site, event: form.event, today })
  const check = isId(form.check) ? form.check : null
  const redirect = check ? fill(paths.check[language], { check }) : paths.desk[language]
  return { redirect, subject: { site: at.site.id } }
}

/** Where nothing is chosen yet there is no screen to turn: the desk asks for the site first. */
const turn = async (
  { db, user, language, today }: Writing,
  { turned }: z.output<typeof TurnForm>,
): Promise<Outcome> => {
  const { at } = await findDesk(db, user, today)
  if (at) await saveTurned(db, user, { at, today, turned })
  return { redirect: (at ? paths.event : paths.desk)[language], subject: at ? { site: at.site.id } : {} }
}

const showToday = async (visit: Reading, typed: Typed) => {
  const { db, user, language, today } = visit
  const desk = await findDesk(db, user, today)
  if (!desk.at) return sitePage(language, desk.sites, typed)
  const { site } = desk.at
  const uses = await listRecordsOn(db, desk.scope, site.id, today)
  return todayPage({
    ...{ language, at: desk.at, uses },
    totals: await countTicketsOn(db, site, today),
    repeats: (await listRepeats(db, desk.scope)).length,
    undone: (await namedUse(visit, desk))?.cancelledAt != null,
    problem: typed.problems[''] === 'undo-too-late' ? 'undo-too-late' : null,
  })
}

/** Undo is an entry of its own; a second one finds it done. */
const undo = async (visit: Writing & OnUse, { back }: z.output<typeof UndoForm>): Promise<Outcome> => {
  const { db, user, language, today, params } = visit
  const { scope } = await findDesk(db, user, today)
  const find = () => findRecord(db, scope, params.use, today)
  const use = isId(params.use) ? await find() : undefined
  if (!use) throw new NotFound()
  const to = back === 'today' ? paths.today : paths.desk
  const done = { redirect: `${to[language]}?use=${use.id}`, subject: { use: use.id } }
  if (use.cancelledAt) return done
  if (!mayCancel(lastDayOf(use), today)) return { problems: { '': 'undo-too-late' } }
  await takeBackRecord(visit, use, find)
  return done
}

export const routes: Route[] = [
  page(paths.desk, 'cards.check', showDesk),
  action(paths.desk, 'cards.check', CheckForm, showDesk, check),
  page(paths.check, 'cards.check', showCheck),
  action(paths.check, 'uses.create', RecordForm, showCheck, record),
  action(waitPath, 'uses.create', RecordForm, showCheck, wait),
  // A refused one stands at this address: a reload or another language then shows the check.
  page(waitPath, 'cards.check', showCheck),
  page(paths.event, 'uses.create', showEvent),
  action(paths.event, 'uses.create', ChoiceForm, showEvent, choose),
  action(turnPath, 'uses.create', TurnForm, showEvent, turn),
  page(paths.today, 'uses.read', showToday),
  action(paths.undo, 'uses.cancel', UndoForm, showToday, undo),
  // A refused undo stands at this address: a reload or another language then shows the list.
  page(paths.undo, 'uses.read', showToday),
]
