/** What the pages of the desk see of the queue in which a device keeps its records until they are answered. */
import type { RecordAnswer, RecordSent, Said } from './wire.ts'

/** A record on the device. Once answered it is gone from there. */
export type KeptRecord = {
  id: string
  /** Null for the undoing of a record that was answered before, and for one that this device can no longer read. */
  record: Omit<RecordSent, 'sentAt'> | null
  /** `waiting` to be sent; `attention`: the server refused it, and a person decides; `undoing`: its undoing waits. */
  state: 'waiting' | 'attention' | 'undoing'
  /** Why it needs attention. */
  said: Said | null
  /** Whose session it was kept under: another person's records are sent in no other name. */
  owner: string
  keptAt: number
  /** When its undoing was asked for; null while it was not. */
  undoneAt: number | null
}

export type QueueState = {
  /** To be sent, undoings too. */
  waiting: number
  attention: number
  /** Kept by somebody else on this device: they wait until that person, or a device of that site, is here again. */
  others: number
  /** When the oldest was kept, milliseconds since 1970: the desk warns well before it grows too old. */
  oldest: number | null
  /** `pair-again`: the session has ended; all is kept, and the device is to be paired anew. */
  net: 'on' | 'off' | 'pair-again'
}

export type Queue = {
  /** Resolves when the record is on the device's disk, encrypted: only then may the screen say that it is kept. */
  keep(record: Omit<RecordSent, 'sentAt'>): Promise<void>
  /** `removed` when it had never been sent, or was refused; else its undoing is kept and sent in its turn. */
  undo(id: string): Promise<'removed' | 'kept'>
  list(): Promise<KeptRecord[]>
  /**
   * What is on the disk now: asked before a page says for the first time that nothing waits.
   * @throws when the disk cannot be read
   */
  state(): Promise<QueueState>
  /**
   * A person has corrected what needed attention: it goes again, under a new id.
   * @throws when it does not wait for a correction (any more), or when the browser could not keep it
   */
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

/**
 * Opens the queue of this device, in `queue.client.ts`.
 * @param owner of `DeskState`; records of the former ones are sent too
 * @throws when the browser keeps nothing (private mode)
 */
export type OpenQueue = (owner: string, formerOwners?: readonly string[]) => Promise<Queue>
