/** How a request is tried again. All times in milliseconds. */
export type Patience = {
  /** How often in all. */
  tries: number
  /** How long one try may take. */
  timeout: number
  /** The first wait; each next one is twice as long, with a little chance in it. */
  firstWait: number
  /** No wait is longer, whatever the server asks for: a queue of people is waiting. */
  longestWait: number
}

export const usualPatience: Patience = { tries: 4, timeout: 8_000, firstWait: 200, longestWait: 5_000 }

/** What may come out differently when the same is asked again: no answer, our own faults, too many, and a twin under way. */
export const mayChange = (status: number, type: string): boolean =>
  status === 429 || status === 502 || status === 503 || status === 504 || type === 'idempotency-in-progress'

/** @param asked seconds that the server asks to wait, if it does; null when that is longer than anybody can stand here */
export const waitBefore = (
  attempt: number,
  asked: number | null,
  { firstWait, longestWait }: Patience,
  random: () => number = Math.random,
): number | null => {
  if (asked !== null) return asked * 1_000 > longestWait ? null : asked * 1_000
  const doubled = Math.min(firstWait * 2 ** (attempt - 1), longestWait)
  return doubled * (0.5 + random() / 2)
}
