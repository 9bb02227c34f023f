import type { PageData } from '../desk/app-data.ts'
import type { Memory, Remembered, Standing } from '../desk-queue/memory.ts'
import type { Failed } from '../desk-queue/net.ts'
import type { Queue, QueueState } from '../desk-queue/types.ts'
import type {
  ArrivalAnswer,
  ArrivalSent,
  CheckAnswer,
  CheckAsked,
  DeskState,
  RecordSent,
  Said,
} from '../desk-queue/wire.ts'
import type { DeviceCode } from './rules.ts'
import type { Tickets } from './say.ts'
import type { AppWords } from './words.ts'

/** A code in hand, and what the register said of it: null when it could not be asked. */
export type Found = { read: DeviceCode; answer: CheckAnswer | null; scannedAt: string }

/** A card with its tickets, ready to be recorded. */
export type Entry = {
  found: Found
  tickets: Required<Tickets>
  kind: RecordSent['kind']
  overrideReason: string | null
  confirmDuplicate: boolean
}

/** A record of the time that this page has been open: the end of its code is in no other place. */
export type Done = {
  id: string
  tail: string
  tickets: Tickets
  at: string
  state: 'kept' | 'recorded' | 'waits' | 'attention' | 'undoing' | 'undone'
  /** Among the sums of the day that this screen shows. */
  isCounted?: boolean
  flag: 'repeat' | 'late' | null
  said: Said | null
}

export type Screen = {
  title: string
  nodes: readonly Node[]
  /** Takes the focus: what a screen reader says first. */
  focus: HTMLElement
  /** Keys that act on the whole screen. */
  onKey?: (event: KeyboardEvent) => void
  isReady?: boolean
  /** Called when an answer about a card takes so long that it has to be seen that one is on its way. */
  slow?: () => void
  /** Called again when what waits has changed. */
  refresh?: () => void
}

export type Desk = {
  t: AppWords
  page: PageData
  memory: Memory
  queue: Queue
  /** The register, or what plays it in practice. */
  ask: {
    check: (asked: CheckAsked) => Promise<CheckAnswer | Failed>
    arrive: (sent: ArrivalSent) => Promise<ArrivalAnswer | Failed>
  }
  net: QueueState
  remembered: Remembered
  standing: Standing | null
  basket: Entry[]
  session: Done[]
  /** What the strip tells of: recorded by the last tap. */
  last: Done[]
  /** By the server's clock, as far as it is known. */
  now: () => number
  today: () => string
  site: () => DeskState['sites'][number]
  show: (screen: Screen) => void
  /** Stands above the field until the next card, unless a record does. */
  tell: (node: HTMLElement) => void
  /** Said to a screen reader when it has finished what it says. */
  say: (text: string) => void
  remember: (changes: Partial<Remembered>) => void
  choose: (standing: Standing) => void
  record: (entries: readonly Entry[]) => Promise<void>
  undo: (records: readonly Done[]) => Promise<void>
  /** Marks that the holder of a booking has come; says in `told` when it could not be done. */
  arrive: (use: string, told: HTMLElement) => Promise<void>
  /** Whether a ticket on this card may wait for its registration here. */
  canWait: (found: Found) => boolean
  refresh: () => void
  /** Whether the next card may be read now. */
  isReady: () => boolean
  /** What a question just told of the network, before the queue has noticed. */
  heardOf: (net: 'on' | 'off') => void
  go: {
    ready: (problem?: ReadyProblem) => void
    check: (typed: string, given?: { isRight?: boolean }) => Promise<void>
    card: (found: Found) => void
    event: () => void
    list: () => void
    ended: () => void
  }
}

/** Why the code is asked for again. */
export type ReadyProblem = { text: string; typed: string; meant: string | null; mayBeRight: boolean }
