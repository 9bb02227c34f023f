/** Civil days are text, `YYYY-MM-DD`, and compare as text. Only this file turns instants into days. */
export type Day = string

const helsinki = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' })

/** The day that the instant belongs to in Finland: the day of every count and rule. */
export const dayOf = (at: Date): Day => {
  const hour = Math.floor(at.getTime() / 3_600_000)
  return hour >= 0 ? dayOfHour(hour) : helsinki.format(at)
}

/** Since 1970 Finland's clock has been whole hours from UTC: the day changes with the hour. Asking the calendar is slow. */
const days = new Map<number, Day>()
const dayOfHour = (hour: number): Day => {
  const known = days.get(hour)
  if (known !== undefined) return known
  if (days.size >= 1_000) days.clear()
  const day = helsinki.format(hour * 3_600_000)
  days.set(hour, day)
  return day
}

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** True for a day that exists: `2028-02-29` yes, `2027-02-29` no. */
export const isDay = (text: string): text is Day => {
  const match = pattern.exec(text)
  if (!match) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

const lastDateOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const two = (value: number) => String(value).padStart(2, '0')

export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)

/**
 * The last day of a period of whole months that counts its first day as day one.
 * @example lastDayOfMonths('2026-03-15', 12) // '2027-03-14'
 * A start on a date that the last month lacks ends on that month's last day: 29.2.2028 → 28.2.2029.
 */
export const lastDayOfMonths = (first: Day, months: number): Day => {
  const [, y, m, d] = pattern.exec(first)!.map(Number) as [number, number, number, number]
  const index = y * 12 + (m - 1) + months
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
  if (d === 1) return addDays(`${year}-${two(month)}-01`, -1)
  return `${year}-${two(month)}-${two(Math.min(d - 1, lastDateOf(year, month)))}`
}

/** The same date some months later, or the last day of a month that lacks it: 30.11. and three months → 28.2. */
export const addMonths = (day: Day, months: number): Day => {
  const [, y, m, d] = pattern.exec(day)!.map(Number) as [number, number, number, number]
  const index = y * 12 + (m - 1) + months
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
  return `${year}-${two(month)}-${two(Math.min(d, lastDateOf(year, month)))}`
}

export const yearOf = (day: Day) => Number(day.slice(0, 4))
/** First day of the day's month. */
export const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01`
