import type { CommitmentEvent } from '../commitments/event-queries.ts'
import type { BindingLanguage, Commitment, Party } from '../commitments/rules.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { SentLink } from './queries.ts'
import type { Done } from './words.ts'

/** What the page of one commitment is made from. */
export type OneProps = {
  language: Language
  shown: BindingLanguage
  commitment: Commitment
  parties: readonly Party[]
  events: readonly CommitmentEvent[]
  /** The one that takes its place; null while none does. */
  laterId: number | null
  links: readonly SentLink[]
  today: Day
  now: Date
  isKeeper: boolean
  /** The parties that the reader may sign for, and that have not signed. */
  own: readonly Party[]
  done: Done | null
  /** Of a deed that was refused, in the reader's words. */
  problems: readonly string[]
}
