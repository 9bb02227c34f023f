/** A new key beside the old, so that a program changes from one to the other without a break; never three. */
const aliveAtMost = 2

export type KeyFacts = { expiresAt: Date; endedAt: Date | null }

const keyStates = ['works', 'expired', 'ended'] as const
export type KeyState = (typeof keyStates)[number]

export const keyStateOf = ({ expiresAt, endedAt }: KeyFacts, now: Date): KeyState =>
  endedAt ? 'ended' : expiresAt <= now ? 'expired' : 'works'

/** Whether a program may get one more key. */
export const hasRoomForKey = (keys: readonly KeyFacts[], now: Date): boolean =>
  keys.filter((key) => keyStateOf(key, now) === 'works').length < aliveAtMost

/** For how many months a new key may work; twelve at most. */
export const keyMonths = [3, 6, 12] as const

/** When a key made now ends. A month that lacks the date ends on its last day, never later. */
export const keyEnd = (now: Date, months: number): Date => {
  const end = new Date(now)
  end.setUTCDate(1)
  end.setUTCMonth(end.getUTCMonth() + months)
  const lastDate = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate()
  end.setUTCDate(Math.min(now.getUTCDate(), lastDate))
  return end
}

/** Letters before the end of a key, in days before it. */
const reminderDays = [7, 30] as const
export const longestReminder = 30

/**
 * Which letter is due before a key ends. One that was missed is not sent late: the next says enough.
 * @param reminded the last one sent, in days before the end
 * @returns days before the end, or null when none is due
 */
export const dueReminder = (expiresAt: Date, reminded: number | null, now: Date): 7 | 30 | null => {
  const left = (expiresAt.getTime() - now.getTime()) / 86_400_000
  if (left <= 0) return null
  const due = reminderDays.find((days) => left <= days) ?? null
  return due !== null && (reminded === null || reminded > due) ? due : null
}

/** The part of a key that may be shown, as somebody typed or pasted it. A whole key is cut to it at once. */
export const readKeyStart = (typed: string): string | null =>
  /^kk_(?:live|test)_[0-9a-f]{8}/.exec(typed.trim().toLowerCase())?.[0] ?? null
