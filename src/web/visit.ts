import type { User } from '../access.ts'
import type { Proof } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import type { HolderLanguage } from '../i18n/holder-languages.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { Upload } from './request-body.ts'

/** What every handler is handed. Handlers never read the clock, the headers or the environment themselves. */
export type Visit<Param extends string = never> = {
  user: User | null
  /** By whose right the database is asked; null while nobody is signed in. */
  proof: Proof | null
  /** What this browser was given when it left to sign in elsewhere (OpenID Connect `state`); null when it is not away. */
  state: string | null
  /** What ties a link that this browser opened to it; null when it has opened none. */
  bond: string | null
  /** A few words about the browser, for the list of one's own sessions. */
  browser: string
  language: Language
  /** The language of a page for holders; `language` is the nearest that staff have too. */
  reader: HolderLanguage
  now: Date
  /** The day in Finland. */
  today: Day
  params: Record<Param, string>
  query: URLSearchParams
  /** The file that a form sent, where the row takes one (`withFile`). */
  upload: Upload
  /** The address that people use, without a slash at the end. */
  origin: string
  /** The visitor's network, for limits: never stored beside anything else. */
  network: string
  /** Which machine of the network calls, as a keyed hash: for limits too, and no address can be had from it. */
  caller: string
  keys: Keys
  /** True where everything is invented, so that anyone may try every role. */
  demo: boolean
  /** Whether webhooks may go to this machine: a demo on one's own, and tests. */
  localWebhooks: boolean
  /** False where mail only waits in the outbox, and people hand its links on themselves. */
  hasMailServer: boolean
  /** Whether a path of ours is the address of a page: for links in what people write. */
  isAddress: (path: string) => boolean
}

/** A visit to a row whose permission nobody holds without signing in. */
export type SignedIn<Param extends string = never> = Visit<Param> & { user: User }

/** What was typed in a form that comes back, and what to say beside each field. */
export type Typed = { values: Record<string, string>; problems: Record<string, string> }
export const nothingTyped: Typed = { values: {}, problems: {} }
