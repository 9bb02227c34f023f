/** Where the queue keeps its records: in the browser IndexedDB, in the tests a disk that fails where it is told to. */
import type { KeptRecord } from './types.ts'
import type { Said } from './wire.ts'

/** What stands in clear on the device: ids, times and states. */
export type Mark = {
  id: string
  owner: string
  state: KeptRecord['state']
  /** It may have left the device: from then on only an answer, or a person, takes it away. */
  tried: boolean
  keptAt: number
  undoneAt: number | null
}

/** What is encrypted: it has the code of a card. */
export type Secret = { record: KeptRecord['record']; said: Said | null }

/** Each function is one transaction: when it resolves, it is on the disk; when it throws, nothing of it is. */
export type QueueStore = {
  /** All marks, in the order in which they were kept. */
  marks(): Promise<Mark[]>
  /** Null when there is none (any more); `unreadable` when the key or some of the text is lost. */
  secret(id: string): Promise<Secret | 'unreadable' | null>
  /** A second one of the same id changes nothing. */
  add(mark: Mark, secret: Secret): Promise<void>
  /**
   * Changes what is there at that moment, whatever another tab did before.
   * @param decide the mark as it shall be; null to take the record away
   * @returns the mark as it stands then; null when there is none
   */
  change(id: string, decide: (mark: Mark) => Mark | null, said?: Said): Promise<Mark | null>
  /** Puts another in the place of one that is as it must be for it. @returns false when it is not (any more) */
  replace(id: string, may: (kept: Mark) => boolean, mark: Mark, secret: Secret): Promise<boolean>
}
