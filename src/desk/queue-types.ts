/** What the pages of the desk see of the queue in which a device keeps its records until they are answered. */
import type { RecordAnswer, RecordSent, Said } from './wire.ts'

/** A record on the device. Once answered it is gone from there. */
export type KeptRecord = {
  record: Omit<RecordSent, 'sentAt'>
  /** `waiting` to be sent; `attention`: the server refused it, and a person decides; `undoing`: its undoing waits. */
  state: 'waiting' | 'attention' | 'undoing'
  /** Why it needs attention. */
  said: Said | null
  /** Whose session it was kept under: another person's records are sent in no other name. */
  owner: string
  keptAt: number
}

export type QueueState = {
  waiting: number
  attention: number
  /** When the oldest was kept, milliseconds since 1970: the desk warns well before it grows too old. */
  oldest: number | null
  /** `pair-again`: the session has ended; all is kept, and the device is to be paired anew. */
  net: 'on' | 'off' | 'pair-again'
}

export type Queue = {
  /** Resolves when the record is on the device's disk, encrypted: only then may the screen say that it is kept. */
  keep(record: Omit<RecordSent, 'sentAt'>): Promise<void>
  /** `removed` when it had never been sent; else its undoing is kept and sent in its turn. */
  undo(id: string): Promise<'removed' | 'kept'>
  list(): Promise<KeptRecord[]>
  /** A person has corrected what needed attention: it goes again, under a new id. */
  correct(id: string, changes: Partial<RecordSent>): Promise<void>
  /** A person has decided that it is not to be recorded. The only way by which a record leaves unanswered. */
  giveUp(id: string): Promise<void>
  /** Sends what waits, oldest first; harmless at any time. */
  flush(): Promise<void>
  /** Called after every change. @returns how to stop listening */
  onChange(listener: (state: QueueState) => void): () => void
  /** Called with each answer as it comes. */
  onAnswer(listener: (answer: RecordAnswer) => void): () => void
}

/** Opens the queue of this device, in `queue.client.ts`. @throws when the browser keeps nothing (private mode) */
export type OpenQueue = (owner: string) => Promise<Queue>
