import type { Day } from '../lib/dates.ts'
import { limitOffline } from './rules.ts'

/** Clocks further apart than the network’s own delay are not the same clock. */
const sameClock = 2 * 60_000

/**
 * When something happened on a device, by our clock: the difference of the clocks at the sending corrects it. Never in
 * the future, whatever the device believes. Instants know no time zone, so the nights when clocks change matter to
 * nothing here.
 * @param happenedAt and `sentAt` by the device’s clock; `now` by ours, as the sending arrives
 */
export const correctedTime = (happenedAt: Date, sentAt: Date, now: Date): Date => {
  const skew = now.getTime() - sentAt.getTime()
  const corrected = happenedAt.getTime() + (Math.abs(skew) > sameClock ? skew : 0)
  return new Date(Math.min(corrected, now.getTime()))
}

/** An undoing that comes later than this is too late, whenever the device says that it was asked for. */
const undoDays = 30

/** The moment by which an undoing is judged: when it was asked for at the desk, unless that is too long ago. */
export const undoneWhen = (asked: Date, now: Date): Date =>
  now.getTime() - asked.getTime() > undoDays * 86_400_000 ? now : asked

/** The day of the event, where it is a later one than the day on which the ticket was got. */
export const laterDay = (eventOn: Day | null, usedOn: Day): Day | null =>
  eventOn !== null && eventOn > usedOn ? eventOn : null

/** What a ticket given without a network is marked with, where the site sets aside at all what only a reason can. */
export const offlineReasons = {
  'children-exceed-card': 'offline',
  'limit-reached': limitOffline,
} as const
