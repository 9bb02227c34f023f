/** What is counted. Its unit: cards, tickets, or users (cards used). */
export const measures = [
  'registered',
  'taken-into-use',
  'valid',
  'renewed',
  'expiring',
  'tickets',
  'users',
  'new-audience',
  'community-tickets',
] as const
export type Measure = (typeof measures)[number]

/** By what a count is divided; `all` is not divided. */
export const divisions = [
  'all',
  'age',
  'gender',
  'children',
  'situation',
  'issuer',
  'audience',
  'category',
  'weekday',
  'hour',
  'home',
  'source',
  'month',
] as const
export type Division = (typeof divisions)[number]

/** From the country down. Counties and areas both hold municipalities; units and sites lie in one. */
export const levels = ['country', 'county', 'area', 'municipality', 'unit', 'site'] as const
export type Level = (typeof levels)[number]

/** A whole quarter or year: `2026-Q1`, `2026`. */
export type Period = string

/** One figure as published; null where it is hidden. `part` is a class of the division, `all` where it is not divided. */
export type Figure = {
  measure: Measure
  division: Division
  part: string
  level: Level
  /** Null for the country. */
  placeId: number | null
  count: number | null
}

/** A publication: numbered, never changed, known by its digest. */
export type Publication = {
  number: number
  period: Period
  /** What was recorded by then is in it. */
  asOf: Date
  publishedAt: Date
  /** SHA-256 of its public figures as text, in hexadecimal. */
  digest: string
  /** The same of the corrections that it tells; null where it tells none. */
  correctionsDigest?: string | null
}

/**
 * What came between the closing before and this one and bears on a quarter closed before that: it is no part of what was
 * published. Null is not told: nothing, or too little to tell. A place that has none has no row.
 */
export type Correction = Omit<Figure, 'count'> & {
  /** The quarter that it corrects. */
  period: Period
  /** What came, and what was undone; exact of the country's exact figures, else to the nearest five. */
  added: number | null
  removed: number | null
}

/** A correction with the publication that tells it. */
export type Told = Correction & { publication: number; asOf: Date }
