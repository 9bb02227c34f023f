import type { User } from '../access.ts'
import type { Pool, Reading } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import type { Day } from '../lib/dates.ts'
import type { Frame } from './frame.ts'
import type { LocalPath } from './paths.ts'

/** What the program hands to the web: nothing here is read from the environment again. */
export type Setting = {
  pool: Pool
  read: Reading
  keys: Keys
  demo: boolean
  hasMailServer?: boolean
  /** Lets webhooks go to `http://127.0.0.1` too: a demo on one's own machine, and tests. */
  localWebhooks?: boolean
  clock: () => Date
  /** Known once the server listens. */
  origin: () => string
  /** Set when somebody said which address people use: the one `Origin` that may change something. */
  publicOrigin: string | null
  frame: Frame
  /** `keepDays` when the browser is to keep its cookie anew: a device in use. */
  whoIs: (token: string, now: Date) => Promise<(User & { keepDays?: number | undefined }) | null>
  /** How many messages somebody has not opened, for the menu. */
  unreadOf?: (user: User, today: Day) => Promise<number>
  /** Whether somebody proved lately who they are; `graceMinutes` more are given to a form that was opened in time. */
  isProven: (user: User, now: Date, graceMinutes: number) => boolean
  log: (line: string) => void
  /**
   * Where an address that is none leads now, such as one printed on a leaflet; null for nowhere. One page in several
   * languages: the browser's best of them.
   */
  movedTo: (path: string) => string | LocalPath | null
  /** Whether a path of ours is the address of a page. */
  isAddress: (path: string) => boolean
}
