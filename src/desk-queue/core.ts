/** The queue of a desk: keeps each record until it is answered. Its disk, network and clock are handed in. */
import { type Ended, type Sending, sendAll } from './send.ts'
import type { Mark } from './store-types.ts'
import type { KeptRecord, Queue, QueueState } from './types.ts'
import type { RecordAnswer } from './wire.ts'
import { unreadable } from './words.ts'

export type Engine = Omit<Sending, 'answered'> & {
  formerOwners: readonly string[]
  newId: () => string
  isOnline: () => boolean
  /** Lets one tab of the browser send at a time. @returns false when another one is sending */
  alone: (run: () => Promise<void>) => Promise<boolean>
  /** Tells the other tabs that something has changed here, or which answer came: neither holds a code. */
  tellOthers: (answer: RecordAnswer | null) => void
  /** Wakes the queue again after so many milliseconds: what was asked before is forgotten. */
  wakeIn: (milliseconds: number) => void
}

const shortestWait = 3_000
const longestWait = 300_000

type Listeners<T> = { add: (listener: (news: T) => void) => () => void; tell: (news: T) => void }
const listeners = <T>(): Listeners<T> => {
  const all = new Set<(news: T) => void>()
  return {
    add: (listener) => {
      all.add(listener)
      return () => void all.delete(listener)
    },
    tell: (news) => {
      for (const listener of all) listener(news)
    },
  }
}

const stateOf = (marks: Mark[], owners: readonly string[], net: QueueState['net']): QueueState => {
  const own = marks.filter(({ owner }) => owners.includes(owner))
  const attention = own.filter(({ state }) => state === 'attention').length
  return {
    waiting: own.length - attention,
    attention,
    others: marks.length - own.length,
    oldest: own.length === 0 ? null : Math.min(...own.map(({ keptAt }) => keptAt)),
    net,
  }
}

/** A record that was refused; not one whose undoing was, for that one is recorded. */
const mayBeCorrected = ({ state, undoneAt }: Mark) => state === 'attention' && undoneAt === null

/** It never left, or was refused: nobody else knows of it. */
const isOnlyHere = (mark: Mark) => mayBeCorrected(mark) || (!mark.tried && mark.undoneAt === null)

export type OpenedQueue = Queue & {
  /** The browser says that its network came or went. */
  network: (isThere: boolean) => void
  heardFromOthers: (answer: RecordAnswer | null) => void
}

export const createQueue = (engine: Engine): OpenedQueue => {
  const { store, now, owner } = engine
  const owners = [owner, ...engine.formerOwners]
  const states = listeners<QueueState>()
  const answers = listeners<RecordAnswer>()
  let net: QueueState['net'] = engine.isOnline() ? 'on' : 'off'
  let wait = shortestWait

  // One reading of the disk at a time, and a last one after the last change.
  let isTelling = false
  let isStale = false
  const tell = async () => {
    isStale = true
    if (isTelling) return
    isTelling = true
    while (isStale) {
      isStale = false
      const marks = await store.marks().catch(() => null)
      if (marks) states.tell(stateOf(marks, owners, net))
    }
    isTelling = false
  }

  const settle = (ended: Ended) => {
    net = ended.how === 'done' ? 'on' : ended.how === 'stop' ? 'pair-again' : 'off'
    if (ended.how === 'done') wait = shortestWait
    else {
      const asked = ended.how === 'later' ? (ended.seconds ?? 0) * 1_000 : longestWait
      engine.wakeIn(Math.max(wait, asked))
      wait = Math.min(wait * 2, longestWait)
    }
    void tell()
  }

  const pass = async () => {
    const before = await store.marks()
    const hasWork = before.some((mark) => mark.state !== 'attention' && owners.includes(mark.owner))
    if (!hasWork) {
      if (net === 'off' && engine.isOnline()) net = 'on'
      void tell()
      return
    }
    let hasAnswers = false
    const answered = (answer: RecordAnswer) => {
      net = 'on'
      hasAnswers = true
      answers.tell(answer)
      engine.tellOthers(answer)
      void tell()
    }
    const ended = await sendAll({ ...engine, answered }, owners)
    // By now what was answered is off the disk too.
    if (hasAnswers) engine.tellOthers(null)
    settle(ended)
  }

  let sending: Promise<void> | null = null
  let isAskedAgain = false
  /** A disk that fails for a moment loses nothing: what is on it is sent next time. */
  const flush = (): Promise<void> => {
    isAskedAgain = true
    sending ??= (async () => {
      while (isAskedAgain) {
        isAskedAgain = false
        const isFree = await engine.alone(pass).catch(() => {
          settle({ how: 'later', seconds: null })
          return true
        })
        if (!isFree) engine.wakeIn(shortestWait)
      }
      sending = null
    })()
    return sending
  }
  const changed = () => {
    engine.tellOthers(null)
    void tell()
    void flush()
  }

  return {
    keep: async (record) => {
      const { id } = record
      // With a network it leaves at once: then the disk is written once, not twice.
      const mark = { id, owner, tried: net === 'on', keptAt: now(), undoneAt: null }
      await store.add({ ...mark, state: 'waiting' }, { record, said: null })
      changed()
    },
    undo: async (id) => {
      const undoneAt = now()
      let wasThere = false
      const mark = await store.change(id, (kept) => {
        wasThere = true
        if (isOnlyHere(kept)) return null
        return { ...kept, state: 'undoing', undoneAt: kept.undoneAt ?? undoneAt }
      })
      // Answered before, and so gone from here: its undoing is kept by itself.
      if (!wasThere) {
        const alone = { id, owner, state: 'undoing', tried: true, keptAt: undoneAt, undoneAt } as const
        await store.add(alone, { record: null, said: null })
      }
      changed()
      return mark || !wasThere ? 'kept' : 'removed'
    },
    list: async () => {
      const marks = await store.marks()
      const own = marks.filter((mark) => owners.includes(mark.owner))
      const listed = own.map(async ({ tried: _, ...mark }): Promise<KeptRecord[]> => {
        const secret = await store.secret(mark.id)
        if (secret === 'unreadable') return [{ ...mark, record: null, said: unreadable }]
        return secret ? [{ ...mark, ...secret }] : []
      })
      return (await Promise.all(listed)).flat()
    },
    state: async () => stateOf(await store.marks(), owners, net),
    correct: async (id, changes) => {
      const kept = await store.secret(id)
      if (!kept || kept === 'unreadable' || !kept.record) throw new Error('There is nothing to correct')
      const { sentAt: _, ...better } = changes
      const record = { ...kept.record, ...better, id: engine.newId() }
      const mark = { id: record.id, owner, tried: net === 'on', keptAt: now(), undoneAt: null }
      const another = { ...mark, state: 'waiting' } as const
      if (!(await store.replace(id, mayBeCorrected, another, { record, said: null })))
        throw new Error('The record does not wait for a correction')
      changed()
    },
    giveUp: async (id) => {
      await store.change(id, (kept) => (kept.state === 'attention' ? null : kept))
      engine.tellOthers(null)
      void tell()
    },
    flush,
    onChange: (listener) => {
      const stop = states.add(listener)
      void tell()
      return stop
    },
    onAnswer: answers.add,
    network: (isThere) => {
      if (!isThere) net = 'off'
      else if (net === 'off') net = 'on'
      if (isThere) wait = shortestWait
      void tell()
      if (isThere) void flush()
    },
    heardFromOthers: (answer) => {
      if (answer) answers.tell(answer)
      void tell()
    },
  }
}
