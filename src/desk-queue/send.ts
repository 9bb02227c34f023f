/** Sends what waits, one after another in the order in which it was kept. It knows neither browser nor clock. */
import { type Heard, type Reply, replyOf } from './replies.ts'
import type { Mark, QueueStore } from './store-types.ts'
import {
  type OwnedRecord,
  type RecordAnswer,
  type Said,
  type UndoAnswer,
  type UndoSent,
  wirePaths,
} from './wire.ts'
import { unreadable } from './words.ts'

export type Sending = {
  store: QueueStore
  /** Sends one request; null when nothing came back in time. */
  post: (path: string, body: OwnedRecord | UndoSent) => Promise<Heard>
  now: () => number
  /** Whose session this is, by the name under which its records are sent. */
  owner: string
  /** What is told of each answer. */
  answered: (answer: RecordAnswer) => void
}

/** How a pass ended: all was tried, the session has ended, or the network or server has. */
export type Ended = { how: 'done' | 'stop' } | { how: 'later'; seconds: number | null }

/** So many faults of the server in a row are no fault of a single record. */
const mostFaults = 3

const iso = (time: number) => new Date(time).toISOString()
const later: Ended = { how: 'later', seconds: null }

/** Null goes on to the next record. */
const endedBy = (reply: Reply<unknown>): Ended | 'fault' | null => {
  if (reply.kind === 'stop') return { how: 'stop' }
  if (reply.kind === 'later') return { how: 'later', seconds: reply.seconds }
  return reply.kind === 'fault' ? 'fault' : null
}

/** It is recorded, and so leaves; but an undoing that was asked for meanwhile, perhaps in another tab, stays. */
const recorded = (mark: Mark) => (mark.undoneAt === null ? null : mark)

/** What has been undone needs no one’s look: it goes on to be undone. */
const waitsForPerson = (mark: Mark): Mark => (mark.undoneAt === null ? { ...mark, state: 'attention' } : mark)

/** A record that the register refused is nowhere: when it has been undone, that is all there was to do. */
const refusedByRule = (mark: Mark) => (mark.undoneAt === null ? waitsForPerson(mark) : null)

/**
 * Sends a record, unless it was taken away meanwhile. Its key is its id, whatever happens: sent ten times, it is there
 * once.
 */
const sendRecord = async (
  { store, post, now, owner, answered }: Sending,
  id: string,
): Promise<Reply<unknown> | null> => {
  // Before it leaves: a crash must not forget that it may have arrived.
  const mark = await store.change(id, (kept) => (kept.tried ? kept : { ...kept, tried: true }))
  if (!mark || mark.state === 'attention') return null
  const secret = await store.secret(id)
  if (secret === 'unreadable') {
    await store.change(id, waitsForPerson, unreadable)
    return null
  }
  if (!secret?.record) return null
  const body = { ...secret.record, owner, sentAt: iso(now()) }
  const reply = replyOf<RecordAnswer>(await post(wirePaths.uses, body), ['recorded', 'waiting', 'attention'])
  if (reply.kind === 'refused') {
    await store.change(id, waitsForPerson, reply.said)
    answered({ state: 'attention', id, reason: 'not-accepted', said: reply.said })
  }
  if (reply.kind !== 'answer') return reply
  // Whatever names another record was not said to this one.
  if (reply.answer.id !== id) return { kind: 'later', seconds: null }
  const { answer } = reply
  if (answer.state === 'attention') await store.change(id, refusedByRule, answer.said)
  // A customer waits for the word, and not for the disk: what is not taken off it is sent and answered again.
  answered(answer)
  if (answer.state !== 'attention') await store.change(id, recorded)
  return reply
}

const sendUndo = async ({ store, post, now, owner }: Sending, mark: Mark): Promise<Reply<unknown>> => {
  const { id, undoneAt } = mark
  const body = { id, undoneAt: iso(undoneAt ?? now()), sentAt: iso(now()), owner }
  const reply = replyOf<UndoAnswer>(await post(wirePaths.undo, body), ['undone', 'attention'])
  const wait = (said: Said) => store.change(id, (kept) => ({ ...kept, state: 'attention' }), said)
  if (reply.kind === 'refused') await wait(reply.said)
  if (reply.kind === 'answer' && reply.answer.state === 'attention') await wait(reply.answer.said)
  if (reply.kind === 'answer' && reply.answer.state === 'undone') await store.change(id, () => null)
  return reply
}

/** The record first, then its undoing: one that is still on its way somewhere can then not arrive after it. */
const sendOne = async (sending: Sending, id: string): Promise<Ended | 'fault' | null> => {
  const sent = await sendRecord(sending, id)
  const ended = sent && endedBy(sent)
  if (ended) return ended
  const mark = await sending.store.change(id, (kept) => kept)
  return mark?.state === 'undoing' ? endedBy(await sendUndo(sending, mark)) : null
}

/** @param owners whose records go along: the present owner’s, and those of sites that have become its own */
export const sendAll = async (sending: Sending, owners: readonly string[]): Promise<Ended> => {
  const seen = new Set<string>()
  let faults = 0
  for (;;) {
    const marks = await sending.store.marks()
    const next = marks.filter(
      ({ id, owner, state }) => state !== 'attention' && owners.includes(owner) && !seen.has(id),
    )
    if (next.length === 0) return faults > 0 ? later : { how: 'done' }
    for (const { id } of next) {
      seen.add(id)
      const ended = await sendOne(sending, id)
      faults = ended === 'fault' ? faults + 1 : ended ? faults : 0
      if (faults >= mostFaults) return later
      if (ended && ended !== 'fault') return ended
    }
  }
}
