import { toldToday } from '../desk-queue/memory.ts'
import { newId } from '../desk-queue/new-id.ts'
import type { RecordAnswer, RecordSent } from '../desk-queue/wire.ts'
import type { Desk, Done, Entry } from './desk.ts'
import { bar, button, code, heading, line, make, result } from './dom.ts'
import { ticketsText } from './say.ts'
import { stripText } from './strip.ts'

type Kept = Omit<RecordSent, 'sentAt'>

const recordOf = (
  { standing }: Desk,
  { found, tickets, kind, overrideReason, confirmDuplicate }: Entry,
): Kept => ({
  ...{ id: newId(Date.now()), code: found.read.code, ...standing!, kind, ...tickets },
  ...{ scannedAt: found.scannedAt, overrideReason, confirmDuplicate, wasOffline: found.answer === null },
})

/** Nothing could be written down here: the one way left is paper, and the screen stays until that is done. */
const paperScreen = (desk: Desk, entries: readonly Entry[]) => {
  const { t } = desk
  const title = heading(t.notKept)
  const lines = entries.map(({ found, tickets }) =>
    line(code(found.read.code), ` · ${ticketsText(t, tickets)}`),
  )
  const told = make('div', { role: 'alert' }, result('no', title, [line(t.notKeptWhy), ...lines]))
  return {
    title: t.notKept,
    focus: title,
    nodes: [told, bar(button(t.next, () => desk.go.ready(), { plain: true }))],
  }
}

/** A tap too many is no second record: the first one is still being written. */
let isKeeping = false

/**
 * Keeps the tickets of one tap: of each card a use of its own, with nothing that ties them together. Only what is on
 * the disk counts as kept.
 */
export const recordEntries = async (desk: Desk, entries: readonly Entry[]): Promise<void> => {
  if (isKeeping) return
  isKeeping = true
  const kept: Done[] = []
  const left = [...entries]
  desk.basket = []
  try {
    while (left[0]) {
      const record = recordOf(desk, left[0])
      const { id, scannedAt: at } = record
      const tail = left[0].found.answer?.card?.tail ?? record.code.slice(-4)
      const done: Done = { id, tail, tickets: left[0].tickets, at, state: 'kept', flag: null, said: null }
      // Before it is kept: the answer may come while the disk is still being written.
      desk.session.push(done)
      kept.push(done)
      await desk.queue.keep(record).catch((error) => {
        desk.session.splice(desk.session.indexOf(done), 1)
        kept.pop()
        throw error
      })
      left.shift()
    }
  } catch {
    desk.last = kept
    desk.show(paperScreen(desk, left))
    return
  } finally {
    isKeeping = false
  }
  desk.last = kept
  desk.go.ready()
  // The answer mostly comes at once: then it is said, rather than both that it is saved and that it is recorded.
  setTimeout(() => {
    if (desk.last === kept) desk.say(stripText(desk))
  }, 400)
}

/** Adds a record to the sums of the day, or takes it off again. */
const count = (desk: Desk, done: Done, sign: 1 | -1) => {
  const today = toldToday(desk.remembered, desk.standing?.siteId ?? 0, desk.today()).counts
  if (!today || (done.isCounted ?? false) === (sign === 1)) return
  done.isCounted = sign === 1
  today.uses += sign
  today.adults += sign * done.tickets.adults
  today.children += sign * done.tickets.children
}

/** Takes in what the server said of a record. */
export const takeAnswer = (desk: Desk, answer: RecordAnswer): void => {
  const done = desk.session.find(({ id }) => id === answer.id)
  if (!done || done.state === 'undone' || done.state === 'undoing') return
  if (answer.state === 'attention') {
    Object.assign(done, { state: answer.state, said: answer.said })
    if (desk.last.includes(done)) desk.say(stripText(desk))
  } else {
    const state = answer.state === 'waiting' ? 'waits' : 'recorded'
    Object.assign(done, { state, flag: answer.flag, tail: answer.tail })
    if (state === 'recorded') count(desk, done, 1)
  }
  desk.refresh()
}

/** Undoes at once what was never sent; the undoing of the rest is kept and sent in its turn. */
export const undoRecords = async (desk: Desk, records: readonly Done[]): Promise<void> => {
  for (const one of records) {
    const before = one.state
    one.state = 'undoing'
    try {
      if ((await desk.queue.undo(one.id)) === 'removed') one.state = 'undone'
    } catch {
      one.state = before
    }
  }
  await settleUndone(desk)
  desk.refresh()
  desk.say(stripText(desk))
}

/** An undoing that the queue has no more is done; one that was refused is told of. */
export const settleUndone = async (desk: Desk): Promise<void> => {
  const undoing = desk.session.filter(({ state }) => state === 'undoing')
  if (undoing.length === 0) return
  const kept = await desk.queue.list()
  for (const one of undoing) {
    const waiting = kept.find(({ id }) => id === one.id)
    if (!waiting) {
      one.state = 'undone'
      count(desk, one, -1)
    } else if (waiting.state === 'attention') Object.assign(one, { state: 'attention', said: waiting.said })
  }
}
