import { addDays, type Day, isDay, lastDayOfMonths } from '../lib/dates.ts'

/** A time in which an area or municipality piloted or used the card, as a list of its history tells. */
export type HistoryRow = {
  /** Municipalities or areas. */
  names: string[]
  phase: 'pilot' | 'permanent'
  from: Day | null
  until: Day | null
  crossUse: boolean
}
export type Period = { phase: 'pilot' | 'permanent'; from: Day | null; until: Day | null; crossUse: boolean }

/** `2025`, `2025-04`, `2025-04-01`, with or without a remark after it: its first and its last day. */
const spanOf = (text: string): { first: Day; last: Day } | null => {
  const [, year, month, date] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?!\d)/.exec(text) ?? []
  const first = `${year}-${month ?? '01'}-${date ?? '01'}`
  if (!isDay(first)) return null
  if (date) return { first, last: first }
  return { first, last: lastDayOfMonths(first, month ? 1 : 12) }
}

const isBefore = (a: Day | null, b: Day | null) => (a ?? '') < (b ?? '')

/**
 * One row of `area_timeline.csv`. Partial days mean their first or last day.
 * @returns null when the row is not clear about a pilot or permanent use; such a row is left out
 */
export const historyRow = (row: {
  area: string
  phase: string
  start: string
  end: string
}): HistoryRow | null => {
  const phase = /^(pilot|permanent)\b/.exec(row.phase.toLowerCase())?.[1]
  const start = spanOf(row.start)
  const end = spanOf(row.end)
  const names = row.area
    .replace(/\([^)]*\)/g, '')
    .split(/,| and | ja | och |\//)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (!phase || !start || names.length === 0 || (row.end !== '' && !end)) return null
  if (end && end.last < start.first) return null
  return {
    names,
    phase: phase as HistoryRow['phase'],
    from: start.first,
    until: end?.last ?? null,
    crossUse: !/local only|no cross-use/i.test(row.phase),
  }
}

/** Told twice, as first planned and as extended later, a pilot is one. */
const merged = (pilots: readonly HistoryRow[]): HistoryRow[] => {
  const result: HistoryRow[] = []
  for (const pilot of [...pilots].sort((a, b) => (isBefore(a.from, b.from) ? -1 : 1))) {
    const last = result.at(-1)
    const isSame = last && (last.until === null || !isBefore(last.until, pilot.from))
    if (!isSame) result.push({ ...pilot })
    else {
      last.until = last.until === null || pilot.until === null ? null : [last.until, pilot.until].sort()[1]!
      last.crossUse = pilot.crossUse
    }
  }
  return result
}

/** A pilot whose end nobody wrote down counts as running for this many months, and as permanent use after that. */
const monthsOfOpenPilot = 24

/**
 * The phases of a municipality that uses the card on the day `asOf`. Our own choice, where the lists are silent:
 * permanent use follows a pilot from the next day on; a pilot without an end counts as running while it began less
 * than 24 months before `asOf`, else as permanent use since its start; without any history it is permanent use of
 * unknown age.
 */
export const periodsOf = (
  municipality: string,
  area: string,
  history: readonly HistoryRow[],
  asOf: Day,
): Period[] => {
  const rows = history.filter(({ names }) => names.includes(municipality) || names.includes(area))
  const pilots = merged(rows.filter(({ phase }) => phase === 'pilot'))
  const starts = rows.filter(({ phase }) => phase === 'permanent').map(({ from }) => from ?? '')
  const told = starts.sort()[0]
  const periods: Period[] = []
  for (const { from, until, crossUse } of pilots) {
    if (until !== null) periods.push({ phase: 'pilot', from, until, crossUse })
    else if (told && isBefore(from, told))
      periods.push({ phase: 'pilot', from, until: addDays(told, -1), crossUse })
    else if (from && lastDayOfMonths(from, monthsOfOpenPilot) >= asOf)
      return [...periods, { phase: 'pilot', from, until: null, crossUse }]
    else return [...periods, { phase: 'permanent', from, until: null, crossUse: true }]
  }
  const end = periods.at(-1)?.until ?? null
  if (end !== null && end >= asOf && !told) return periods
  const next = end === null ? null : addDays(end, 1)
  const from = told && (next === null || told > next) ? told : next
  return [...periods, { phase: 'permanent', from, until: null, crossUse: true }]
}
