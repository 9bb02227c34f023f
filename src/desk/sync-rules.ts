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
