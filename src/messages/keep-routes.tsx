import type { z } from 'zod'
import { areaScopeOf } from '../access.ts'
import { listAreaNames } from '../areas/queries.ts'
import type { Read, Write } from '../db/db.ts'
import { addDays } from '../lib/dates.ts'
import { writeDay } from '../lib/typed-day.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { checkPage } from './check-view.tsx'
import { writePage } from './form-view.tsx'
import { MessageForm, SendForm, StateForm, typedOf } from './forms.ts'
import { keptPage, trailTo } from './keep-views.tsx'
import { type Done, doneOf, keepWords } from './keep-words.ts'
import { onePage } from './one-view.tsx'
import {
  addDraft,
  changeDraft,
  countMails,
  countReaders,
  endShowing,
  findKeptMessage,
  listKeptMessages,
  sendMessage,
  setRemoved,
  takeBack,
} from './queries.ts'
import { lacksOf, type Message, type MessageFacts, stateOf, usualDays } from './rules.ts'
import { paths } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }
type OnMessage = { params: { message: string } }
type Written = z.output<typeof MessageForm>

/** @throws NotFound for what somebody else keeps */
const ownMessage = async ({ db, user, params }: Reading & OnMessage): Promise<Message> => {
  const message = await findKeptMessage(db, areaScopeOf(user), rowId(params.message))
  if (!message) throw new NotFound()
  return message
}

const areasOf = ({ db, user }: Reading) => listAreaNames(db, areaScopeOf(user))
const namesOf = async (visit: Reading) =>
  new Map((await areasOf(visit)).map(({ id, name }): [number, string] => [id, name]))

/** Areas that are none are as if they had not been ticked. */
const withKnownAreas = async (visit: Reading, { isToCheck: _, ...facts }: Written): Promise<MessageFacts> => {
  if (facts.areaIds === null) return facts
  const names = await namesOf(visit)
  return { ...facts, areaIds: facts.areaIds.filter((id) => names.has(id)) }
}

const backTo = ({ language }: SignedIn, id: number, done: Done) =>
  `${fill(paths.one[language], { message: id })}?done=${done}`
const nextOf = (visit: SignedIn, id: number, { isToCheck }: Written) =>
  isToCheck ? fill(paths.send[visit.language], { message: id }) : backTo(visit, id, 'saved')

const showAdd = async (visit: Reading, typed: Typed) => {
  const { language, today, user } = visit
  const t = keepWords[language]
  const isAgain = Object.keys(typed.problems).length > 0
  const values = { areas: 'all', until: writeDay(addDays(today, usualDays)) }
  return writePage({
    ...{ language, title: t.write, trail: [{ label: t.title, href: paths.keep[language] }] },
    typed: isAgain ? typed : { ...typed, values },
    action: paths.add[language],
    areas: await areasOf(visit),
    ownArea: areaScopeOf(user).areaId === null ? null : user.place,
  })
}

const add = async (visit: Writing, written: Written): Promise<Outcome> => {
  const { db, user, now } = visit
  const facts = await withKnownAreas(visit, written)
  const id = await addDraft(db, areaScopeOf(user), facts, { actor: actorOf(user), now })
  return { redirect: nextOf(visit, id, written), subject: { message: id } }
}

const showOne = async (visit: Reading & OnMessage, typed: Typed) => {
  const { db, language, today, now, query } = visit
  const message = await ownMessage(visit)
  return onePage({
    ...{ language, message, today, now, typed, done: doneOf(query) },
    figures: await countReaders(db, message),
    progress: await countMails(db, message),
    names: await namesOf(visit),
  })
}

/** What is on its way is not written in any more: one then sees how it stands. */
const showChange = async (visit: Reading & OnMessage, typed: Typed) => {
  const { language, today } = visit
  const message = await ownMessage(visit)
  if (stateOf(message, today) !== 'draft') return showOne(visit, typed)
  const isAgain = Object.keys(typed.problems).length > 0
  return writePage({
    ...{ language, title: keepWords[language].change, trail: trailTo(language, message) },
    typed: isAgain ? typed : { ...typed, values: typedOf(message) },
    action: fill(paths.change[language], { message: message.id }),
    areas: await areasOf(visit),
    ownArea: message.area,
  })
}

const change = async (visit: Writing & OnMessage, written: Written): Promise<Outcome> => {
  const message = await ownMessage(visit)
  const facts = await withKnownAreas(visit, written)
  if (!(await changeDraft(visit.db, message, facts, visit.now))) return { problems: { '': 'sent-already' } }
  return { redirect: nextOf(visit, message.id, written), subject: { message: message.id } }
}

const showSend = async (visit: Reading & OnMessage, typed: Typed) => {
  const { db, language, today } = visit
  const message = await ownMessage(visit)
  if (stateOf(message, today) !== 'draft') return showOne(visit, typed)
  return checkPage({
    ...{ language, typed, message, lacks: lacksOf(message, today) },
    figures: await countReaders(db, message),
    names: await namesOf(visit),
  })
}

const send = async (visit: Writing & OnMessage, { seen }: z.output<typeof SendForm>): Promise<Outcome> => {
  const { db, user, now, today } = visit
  const message = await ownMessage(visit)
  if (Object.keys(lacksOf(message, today)).length > 0) return { problems: { '': 'not-whole' } }
  const isAsSeen = message.changedAt.getTime() === seen
  if (!isAsSeen || !(await sendMessage(db, message, { actor: actorOf(user), now })))
    return { problems: { '': 'sent-already' } }
  return { redirect: backTo(visit, message.id, 'sent'), subject: { message: message.id, state: 'sent' } }
}

const changeState = async (visit: Writing & OnMessage, { state }: z.output<typeof StateForm>) => {
  const { db, now, today } = visit
  const message = await ownMessage(visit)
  const subject = { message: message.id, state }
  if (state === 'past') {
    await endShowing(db, message, today)
    return { redirect: backTo(visit, message.id, state), subject }
  }
  const isDone =
    state === 'draft' ? await takeBack(db, message) : await setRemoved(db, message, state === 'removed', now)
  if (!isDone) return { problems: { '': state === 'draft' ? 'left-already' : 'sent-already' } }
  return { redirect: backTo(visit, message.id, state), subject }
}

export const keepRoutes: Route[] = [
  page(paths.keep, 'messages.write', async ({ db, user, language, today }) =>
    keptPage({ language, today, messages: await listKeptMessages(db, areaScopeOf(user)) }),
  ),
  page(paths.add, 'messages.write', showAdd),
  action(paths.add, 'messages.write', MessageForm, showAdd, add),
  page(paths.one, 'messages.write', showOne),
  page(paths.change, 'messages.write', showChange),
  action(paths.change, 'messages.write', MessageForm, showChange, change),
  page(paths.send, 'messages.write', showSend),
  action(paths.send, 'messages.write', SendForm, showSend, send),
  action(paths.state, 'messages.write', StateForm, showOne, changeState),
  // What was refused stands at this address: a reload then shows the message.
  page(paths.state, 'messages.write', showOne),
]
