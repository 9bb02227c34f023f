import { addDays, type Day } from '../lib/dates.ts'

const hourIn = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Helsinki',
  hour: '2-digit',
  hourCycle: 'h23',
})
const aheadOn = new Map<Day, number>()

/** Hours that Finland is ahead of UTC in the daytime: two in winter, three in summer. */
const aheadOf = (day: Day): number => {
  const known = aheadOn.get(day)
  if (known !== undefined) return known
  const ahead = Number(hourIn.format(new Date(`${day}T09:00:00Z`))) - 9
  aheadOn.set(day, ahead)
  return ahead
}

/** The instant at which clocks in Finland show this many minutes after midnight; right from 4 in the morning on. */
export const instantAt = (day: Day, minutes: number): Date =>
  new Date(Date.parse(`${day}T00:00:00Z`) + (minutes - aheadOf(day) * 60) * 60_000)

/** Every day from the first to the last, both included. */
export const daysFrom = (first: Day, last: Day): Day[] => {
  const days: Day[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}
