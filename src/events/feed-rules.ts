const hour = 3_600_000

/** Milliseconds from one reading of a feed that works to the next. */
export const betweenReadings = hour

/** The wait after each failure in a row; it grows no further than a day. */
const waits = [1, 2, 4, 8, 16, 24]

/**
 * Milliseconds until a feed is tried again: as usual after it was read, else longer with each failure in a row.
 * @param failures in a row, the last one too
 */
export const waitAfter = (failures: number): number =>
  failures === 0 ? betweenReadings : waits[Math.min(failures, waits.length) - 1]! * hour

/** Feeds of one address together, in the order in which the addresses first come. */
export const byAddress = <Feed extends { url: string }>(feeds: readonly Feed[]): Feed[][] => {
  const groups = new Map<string, Feed[]>()
  for (const feed of feeds) groups.set(feed.url, [...(groups.get(feed.url) ?? []), feed])
  return [...groups.values()]
}

/** A feed that had a programme and has none at all has rather broken than ended. */
export const isSuddenlyEmpty = (known: number, told: number): boolean => told === 0 && known >= 3
