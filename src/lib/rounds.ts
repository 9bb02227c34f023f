import { setTimeout as wait } from 'node:timers/promises'

/** Work that comes round again while the program runs. */
export type Rounds = {
  /** One round; a long one asks now and then whether it should end early. */
  round: (isStopped: () => boolean) => Promise<unknown>
  /** Milliseconds from the start of a round to the next; one that is still running is not begun again. */
  every: number
  onError: (error: unknown) => void
  /** What stopping does: waits a little for the round in hand, or makes a last whole one so that nothing is left. */
  atEnd?: 'soon' | 'last-round'
}

/** Milliseconds that stopping waits for a round in hand. */
const patience = 3_000

/**
 * Begins a round at once, and then one each `every` milliseconds. It does not keep the program alive.
 * @returns how to stop
 */
export const startRounds = ({ round, every, onError, atEnd = 'soon' }: Rounds) => {
  let stopped = false
  let running: Promise<unknown> | null = null
  const begin = () => {
    running ??= round(() => stopped)
      .catch(onError)
      .finally(() => {
        running = null
      })
    return running
  }
  const timer = setInterval(begin, every)
  timer.unref()
  void begin()
  const stop = async (): Promise<void> => {
    clearInterval(timer)
    if (atEnd === 'last-round') {
      await running
      await begin()
      return
    }
    stopped = true
    await Promise.race([running, wait(patience, undefined, { ref: false })])
  }
  return { stop }
}
