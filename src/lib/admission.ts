/** Admission control: how many requests are worked on at once, and how long the others may wait for their turn. */
export type AdmissionLimits = {
  /** So many are under way at once. */
  places: number
  /** So many wait at most; each holds what it has sent. */
  waiting: number
  /** Milliseconds that one may wait: a burst is taken in whole. */
  longWait: number
  /** The same while the line has not been empty for `longWait`: more comes than can be done, so none waits in vain. */
  shortWait: number
}

/** A request: `run` does the work, `refuse` says cheaply that it is not done. */
type Asker<Answer> = {
  run: () => Answer | Promise<Answer>
  refuse: () => Answer
  /** Whoever has hung up is not served. */
  hasGone?: () => boolean
}

const sweepEvery = 25

/**
 * A line in front of a bounded number of places, after CoDel as in "Fail at Scale" (ACM Queue, 2015): how long one may
 * wait follows from how long the line has stood, so it needs no measure of what the machine can do.
 * @param clock milliseconds, never going back
 */
export const newAdmission = <Answer>(limits: AdmissionLimits, clock = () => performance.now()) => {
  const line: (Asker<Answer> & { since: number; settle: (answer: Answer | Promise<Answer>) => void })[] = []
  let underWay = 0
  let emptyAt = clock()
  let sweeping: NodeJS.Timeout | null = null

  const begin = async ({ run }: Asker<Answer>): Promise<Answer> => {
    underWay++
    try {
      return await run()
    } finally {
      underWay--
      goOn()
    }
  }

  /** Sends away who has waited too long, the first in line first: the others came later. */
  const sendAway = () => {
    const now = clock()
    for (let first = line[0]; first; first = line[0]) {
      const longest = now - emptyAt > limits.longWait ? limits.shortWait : limits.longWait
      if (now - first.since <= longest && !first.hasGone?.()) break
      line.shift()
      first.settle(first.refuse())
    }
    if (line.length === 0) emptyAt = now
  }

  const goOn = () => {
    sendAway()
    while (underWay < limits.places && line.length > 0) {
      const first = line.shift()!
      first.settle(begin(first))
      sendAway()
    }
    if (line.length > 0 || !sweeping) return
    clearInterval(sweeping)
    sweeping = null
  }

  /** Answers at once where there is a place or no hope of one, else when its turn has come. */
  return (asker: Asker<Answer>): Answer | Promise<Answer> => {
    if (line.length === 0) emptyAt = clock()
    if (underWay < limits.places) return begin(asker)
    if (line.length >= limits.waiting) return asker.refuse()
    sweeping ??= setInterval(goOn, sweepEvery).unref()
    return new Promise((settle) => line.push({ ...asker, since: clock(), settle }))
  }
}
