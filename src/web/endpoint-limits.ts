import { createHash } from 'node:crypto'

/** What one program may ask for: `quota` requests at once, and as many again evenly over `seconds`. */
export const programLimit = { quota: 3000, seconds: 10 }
const perMillisecond = programLimit.quota / (programLimit.seconds * 1000)

/** Where a program stands after a request. `wait` is 0, or the seconds until the next one will be taken. */
export type Turn = { left: number; full: number; wait: number }

type Bucket = { tokens: number; at: number }

/** Takes one token, or none when there is none. */
const takeFrom = (bucket: Bucket | undefined, at: number): { bucket: Bucket; turn: Turn } => {
  const { quota } = programLimit
  const passed = bucket ? Math.max(0, at - bucket.at) : 0
  const tokens = Math.min(quota, (bucket?.tokens ?? quota) + passed * perMillisecond)
  const left = tokens >= 1 ? tokens - 1 : tokens
  const seconds = (missing: number) => Math.ceil(missing / perMillisecond / 1000)
  const turn = {
    left: Math.floor(left),
    full: seconds(quota - left),
    wait: tokens < 1 ? seconds(1 - tokens) : 0,
  }
  return { bucket: { tokens: left, at: Math.max(at, bucket?.at ?? at) }, turn }
}

const hashOf = (bearer: string) => createHash('sha256').update(bearer).digest('base64')

/**
 * The general limit of each program, counted in this process alone: recording a use should not cost a second round trip.
 * Behind a balancer a program gets as many times the limit as there are processes. What guards cards from guessing is
 * another limit, which the database counts.
 */
export const newLimits = () => {
  const buckets = new Map<string, Bucket>()
  /** Whose a key was when it last worked, by the key's hash: a flood is held before the database is asked. */
  const programs = new Map<string, string>()
  const take = (program: string, now: Date): Turn => {
    const { bucket, turn } = takeFrom(buckets.get(program), now.getTime())
    buckets.set(program, bucket)
    return turn
  }
  return {
    /** @returns null for a key that has not worked yet in this process */
    takeKnown: (bearer: string, now: Date): Turn | null => {
      const program = bearer === '' ? undefined : programs.get(hashOf(bearer))
      return program === undefined ? null : take(program, now)
    },
    takeFirst: (bearer: string, program: string, now: Date): Turn => {
      programs.set(hashOf(bearer), program)
      return take(program, now)
    },
  }
}
export type Limits = ReturnType<typeof newLimits>

/** As draft-ietf-httpapi-ratelimit-headers-11 has them: `r` requests are left, and in `t` seconds all are there again. */
export const limitHeaders = (turn: Turn | null): Record<string, string> =>
  turn
    ? {
        'ratelimit-policy': `"program";q=${programLimit.quota};w=${programLimit.seconds}`,
        ratelimit: `"program";r=${turn.left};t=${turn.full}`,
      }
    : {}
