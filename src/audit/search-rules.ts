import type { Day } from '../lib/dates.ts'

/** What the log is narrowed to; null is everything. */
export type AuditSearch = {
  /** Part of a name or an address, or a whole name of what is no person, such as `command-line`. */
  person: string | null
  role: string | null
  permission: string | null
  outcome: 'done' | 'refused' | null
  from: Day | null
  until: Day | null
  /** A row that deeds were about: `card` and `17`. */
  subject: { key: string; value: string } | null
  /** Only rows before this one: the next page. */
  before: number | null
}

/** `card=17` or `card 17`: a kind and an id. Anything else names no row. */
export const readSubject = (text: string): { key: string; value: string } | null => {
  const [, key, value] = /^\s*([A-Za-z][\w-]{0,40})\s*[=:\s]\s*(\S{1,100})\s*$/.exec(text) ?? []
  return key && value ? { key, value } : null
}

type Value = string | number
/** The same id may have been written as a number or as text: in both ways it is meant. */
export const subjectsOf = ({ key, value }: { key: string; value: string }): Record<string, Value>[] => [
  { [key]: value },
  ...(/^\d{1,15}$/.test(value) ? [{ [key]: Number(value) }] : []),
]
