/** A register, a queue and a memory that are gone with the page: nothing that is practised is sent or stored. */
import type { Ground } from '../desk-app/open.ts'
import type { KeptRecord, Queue, QueueState } from '../desk-queue/types.ts'
import type { RecordAnswer } from '../desk-queue/wire.ts'
import { practiceAnswer, practiceCardOf } from './cards.ts'

/** A network that takes a moment, as the real one does. */
const answerMs = 150

export type PracticeWorld = Pick<Ground, 'memory' | 'queue' | 'net' | 'ask'> & {
  /** The network goes or comes back, as the practice wants it. */
  network: (on: boolean) => void
}

const soon = (run: () => void) => setTimeout(run, answerMs)

/** @param unit to whom the community card belongs */
export const newPracticeWorld = (unit: string): PracticeWorld => {
  let isOn = true
  let kept: KeptRecord[] = []
  const states = new Set<(state: QueueState) => void>()
  const answers = new Set<(answer: RecordAnswer) => void>()

  const stateNow = (): QueueState => {
    const oldest = kept.length > 0 ? Math.min(...kept.map(({ keptAt }) => keptAt)) : null
    return { waiting: kept.length, attention: 0, others: 0, oldest, net: isOn ? 'on' : 'off' }
  }
  const tell = () => {
    for (const listener of states) listener(stateNow())
  }
  const send = async () => {
    if (!isOn) return
    const sent = kept
    kept = []
    for (const { id, record } of sent) {
      if (!record) continue
      const { scannedAt, code } = record
      const answer = { state: 'recorded', id, usedAt: scannedAt, tail: code.slice(-4), flag: null } as const
      for (const listener of answers) listener(answer)
    }
    tell()
  }

  const queue: Queue = {
    keep: async (record) => {
      const [said, keptAt] = [null, Date.now()]
      kept = [...kept, { id: record.id, record, state: 'waiting', said, owner: '', keptAt, undoneAt: null }]
      tell()
      soon(() => void send())
    },
    undo: async (id) => {
      const wasThere = kept.some((one) => one.id === id)
      kept = kept.filter((one) => one.id !== id)
      tell()
      return wasThere ? 'removed' : 'kept'
    },
    list: async () => kept,
    state: async () => stateNow(),
    correct: async () => {},
    giveUp: async (id) => {
      kept = kept.filter((one) => one.id !== id)
      tell()
    },
    flush: send,
    onChange: (listener) => {
      states.add(listener)
      tell()
      return () => void states.delete(listener)
    },
    onAnswer: (listener) => {
      answers.add(listener)
      return () => void answers.delete(listener)
    },
  }

  return {
    queue,
    net: stateNow(),
    memory: { read: async () => null, write: async () => {} },
    ask: {
      check: async ({ code }) => {
        await new Promise<void>((done) => soon(done))
        return isOn ? practiceAnswer(practiceCardOf(code), new Date(), unit) : { failed: 'off' }
      },
      arrive: async ({ arrived }) => ({ state: arrived ? 'arrived' : 'taken-back' }),
    },
    network: (on) => {
      isOn = on
      tell()
      void send()
    },
  }
}
