import { type Day, dayOf } from '../lib/dates.ts'

/** One row of a table as the database tells it, by its columns' names. */
export type Told = Record<string, unknown>
export type LogRow = {
  /** An instant, ISO 8601. */
  at: string
  permission: string
  outcome: 'done' | 'refused'
  /** Looked only. */
  read: boolean
  /** From which place; null for what Kaiku's keepers or the program itself did. */
  place: string | null
  /** What a correction says of the old and new values; null of all else. */
  subject: Told | null
}
type LinkedCard = {
  /** Null when the card is another unit's. */
  id: number | null
  code_tail: string
  registered_on: Day | null
  newer: boolean
}
/** What `subject_data` (migration 0015) tells: every table that hangs on the card, its renewals and the log of it. */
export type SubjectData = Record<string, Told[]> & {
  card: Told[]
  linked_cards: LinkedCard[]
  log: LogRow[]
}

export type Deed =
  | 'looked'
  | 'told'
  | 'issued'
  | 'checked'
  | 'recorded'
  | 'undone'
  | 'corrected'
  | 'changed'
  | 'refused'

const byPermission: Record<string, Deed> = {
  'cards.issue': 'issued',
  'cards.check': 'checked',
  'uses.create': 'recorded',
  'uses.cancel': 'undone',
  'cards.correct': 'corrected',
  'subjects.read': 'told',
}

/** What was done to a card, in the few kinds that a holder needs. A new permission is told as a change. */
const deedOf = ({ permission, outcome, read }: Pick<LogRow, 'permission' | 'outcome' | 'read'>): Deed => {
  if (outcome === 'refused') return 'refused'
  if (permission === 'subjects.read') return 'told'
  return read ? 'looked' : (byPermission[permission] ?? 'changed')
}

export type Look = { day: Day; place: string | null; deed: Deed; times: number }

/** Who looked and when: by day and place. An hour would tell the worker on shift. */
export const looksOf = (log: readonly LogRow[]): Look[] => {
  const looks = new Map<string, Look>()
  for (const row of log) {
    const look = { day: dayOf(new Date(row.at)), place: row.place, deed: deedOf(row), times: 0 }
    const key = JSON.stringify([look.day, look.place, look.deed])
    const known = looks.get(key) ?? look
    known.times += 1
    looks.set(key, known)
  }
  return [...looks.values()].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
}

/** The corrections that the log kept the old values of. */
export const correctionsOf = (log: readonly LogRow[]) =>
  log.flatMap(({ at, subject }) => (subject ? [{ day: dayOf(new Date(at)), subject }] : []))

/** The tables that the page tells in words of its own; any other is told as it stands, so that none is kept silent. */
const toldInWords = [
  'card',
  'card_event',
  'card_renewal',
  'card_usage',
  'consent',
  'use',
  'use_cancellation',
  'arrival',
  'card_check',
  'unrecognised_use',
  'wellbeing_round',
  'wellbeing_answer',
  'wellbeing_mean_pair',
  'renewal_check',
]

/** The rows of every other table that hangs on the card. Empty tables are left out. */
export const otherTables = ({ linked_cards: _, log: __, ...tables }: SubjectData): [string, Told[]][] =>
  Object.entries(tables).filter(([name, rows]) => !toldInWords.includes(name) && rows.length > 0) as [
    string,
    Told[],
  ][]

/** What is handed over to be read by a program: every table as it stands, and who looked. */
export const exportOf = ({ linked_cards, log, ...tables }: SubjectData, made: Day) => ({
  format: 'kaiku-subject-data-1',
  made,
  ...tables,
  linked_cards: linked_cards.map(({ id: _, ...card }) => card),
  corrections: correctionsOf(log),
  looked_at: looksOf(log),
})
