import type { Narrowed } from './list-queries.ts'
import { placeKinds } from './rules.ts'

/** What the keepers' list is asked to show; `done` false means those who have not confirmed. */
export type ListSearch = Narrowed & { done: boolean; page: number }

/** Nine digits fit the column. What is no number of ours narrows nothing. */
const numberIn = (text: string | null): number | null =>
  text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null

/** Reads what a form or an address narrows to; what is not ours is left out. */
export const readNarrowed = (kind: string | null, municipality: string | null): Narrowed => ({
  kind: placeKinds.find((known) => known === kind) ?? null,
  municipality: numberIn(municipality),
})

export const readListSearch = (query: URLSearchParams): ListSearch => ({
  ...readNarrowed(query.get('kind'), query.get('municipality')),
  done: query.get('show') === 'done',
  page: numberIn(query.get('page')) ?? 1,
})

/** What was just sent, as the redirect says; null when nobody says so. */
export const readSent = (query: URLSearchParams): { letters: number; places: number } | null => {
  const letters = numberIn(query.get('letters'))
  const places = numberIn(query.get('places'))
  return letters === null || places === null ? null : { letters, places }
}

/** The address that shows the same part of the list. */
export const addressOf = (path: string, { kind, municipality, done, page }: ListSearch): string => {
  const query = new URLSearchParams({
    ...(kind ? { kind } : {}),
    ...(municipality ? { municipality: String(municipality) } : {}),
    ...(done ? { show: 'done' } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  })
  return query.size > 0 ? `${path}?${query}` : path
}
