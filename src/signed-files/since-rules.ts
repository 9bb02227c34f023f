import type { Day } from '../lib/dates.ts'

/** What has become of a commitment since a file of it was made. */
export type Since = { kind: 'same' | 'changed' | 'elsewhere' } | { kind: 'ended' | 'over'; day: Day }

/** @param found what the register holds; undefined when it never held the last event that the file tells */
export const sinceOf = (
  found: { until: Day | null; endedOn: Day | null; isLatest: boolean } | undefined,
  today: Day,
): Since => {
  if (!found) return { kind: 'elsewhere' }
  const { until, endedOn, isLatest } = found
  if (endedOn !== null) return { kind: 'ended', day: endedOn }
  if (until !== null && until < today) return { kind: 'over', day: until }
  return { kind: isLatest ? 'same' : 'changed' }
}
