/** A sign-in ends after half an hour without a touch, and in any case after a working day. */
const idleMinutes = 30
const longestHours = 12

export const sessionIdleFrom = (now: Date) => new Date(now.getTime() - idleMinutes * 60_000)
export const sessionEnd = (now: Date) => new Date(now.getTime() + longestHours * 3_600_000)
