import { isDay } from '../lib/dates.ts'
import { type AuditSearch, readSubject } from './search-rules.ts'
import type { Problem } from './words.ts'

const fields = ['person', 'role', 'permission', 'outcome', 'from', 'until', 'subject'] as const
type Field = (typeof fields)[number]

export type TypedSearch = {
  search: AuditSearch
  /** As it was typed, for the form. */
  values: Record<Field, string>
  problems: Problem[]
}

/** Reads the search from the page's address. What cannot be read narrows nothing, and is told beside its field. */
export const readSearch = (query: URLSearchParams): TypedSearch => {
  const values = Object.fromEntries(
    fields.map((field) => [field, (query.get(field) ?? '').trim().slice(0, 200)]),
  ) as Record<Field, string>
  const day = (text: string) => (isDay(text) ? text : null)
  const before = query.get('before') ?? ''
  const { outcome } = values
  const search: AuditSearch = {
    person: values.person || null,
    role: values.role || null,
    permission: values.permission || null,
    outcome: outcome === 'done' || outcome === 'refused' ? outcome : null,
    from: day(values.from),
    until: day(values.until),
    subject: readSubject(values.subject),
    before: /^\d{1,15}$/.test(before) ? Number(before) : null,
  }
  const problems = (['from', 'until', 'subject'] as const).filter(
    (field) => values[field] !== '' && search[field] === null,
  )
  return { search, values, problems }
}

/** The search as it stands in an address, with what is different. */
export const queryOf = (values: TypedSearch['values'], more: Record<string, string> = {}): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...values, ...more })) if (value !== '') query.set(name, value)
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
