import type { Day } from './dates.ts'

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Helsinki',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** How far Finland's clock is ahead of UTC at an instant, in milliseconds; of instants before 1970 two hours. */
const aheadAt = (at: number): number =>
  Date.parse(`${clock.format(at).replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000

const remembered = new Map<number, number>()
const hour = 3_600_000
/** The clock is turned at full hours, so that one answer holds for the hour. */
const aheadIn = (at: number): number => {
  const key = Math.floor(at / hour)
  const known = remembered.get(key)
  if (known !== undefined) return known
  if (remembered.size > 20_000) remembered.clear()
  const ahead = aheadAt(key * hour)
  remembered.set(key, ahead)
  return ahead
}

/**
 * The instant at which Finnish clocks show a time of a day. Where the clock is turned back it is the first of the two;
 * where it is turned forward, an hour that there is not is the one after it.
 * @param seconds since midnight, by the clock
 */
export const instantOf = (day: Day, seconds: number): Date => {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + seconds * 1000
  const summer = asUtc - 3 * hour
  return new Date(aheadIn(summer) === 3 * hour ? summer : asUtc - 2 * hour)
}

const time = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?$/

/** A time of day as people and programs write it: `19:30`, `19.30`, `klo 9.05`, `19:30:12`. Seconds since midnight. */
export const readTime = (typed: string): number | null => {
  const [, hours, minutes, seconds = '0'] = time.exec(typed.replace(/^(klo|kl)\.?\s*/i, '').trim()) ?? []
  if (hours === undefined) return null
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)] as const
  return h < 24 && m < 60 && s < 60 ? h * 3600 + m * 60 + s : null
}
