/** Clocks of other time zones than Finland's, for which `local-time.ts` is. */

const day = 86_400_000
const clocks = new Map<string, Intl.DateTimeFormat | null>()

/** @returns null when there is no such zone */
const clockOf = (zone: string): Intl.DateTimeFormat | null => {
  const known = clocks.get(zone)
  if (known !== undefined) return known
  if (clocks.size > 500) clocks.clear()
  const made = makeClock(zone)
  clocks.set(zone, made)
  return made
}

const makeClock = (zone: string) => {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  } catch {
    return null
  }
}

/** Whether it is a name of the tz database, such as `Europe/Stockholm`. */
export const isZone = (zone: string): boolean =>
  /^[A-Za-z][\w+-]*(\/[\w+-]+){1,2}$/.test(zone) && clockOf(zone) !== null

/**
 * What the clocks of a zone show at an instant, as if it were UTC.
 * @param zone a name of the tz database
 * @param at milliseconds
 */
export const clockIn = (zone: string, at: number): number =>
  Date.parse(`${clockOf(zone)!.format(at).replace(' ', 'T')}Z`)

/**
 * The instant at which the clocks of a zone show a time. Where the clock is turned back it is the first of the two;
 * where it is turned forward, an hour that there is not is the one after it (RFC 5545 §3.3.5).
 * @param zone a name of the tz database
 * @param shown what they show, as if it were UTC, in milliseconds
 */
export const instantInZone = (zone: string, shown: number): Date => {
  const ahead = (at: number) => clockIn(zone, at) - at
  const [before, after] = [ahead(shown - day), ahead(shown + day)]
  const found = [before, after].find((offset) => ahead(shown - offset) === offset) ?? before
  return new Date(shown - found)
}
