/** Milliseconds for which a code that has left the picture still counts as the same showing of a card. */
const holdMs = 3000

/**
 * Tells a new showing of a card from one that is still in view. A camera sees the same code ten times a second, and
 * often misses it in a frame or two: each sighting holds it for three more seconds.
 * @returns whether a code seen now is to be reported; times are milliseconds of any steady clock
 */
export const newReadFilter = (): ((code: string, at: number) => boolean) => {
  const seen = new Map<string, number>()
  return (code, at) => {
    for (const [old, last] of seen) if (at - last > holdMs) seen.delete(old)
    const isNew = !seen.has(code)
    seen.set(code, at)
    return isNew
  }
}

/** Long enough to aim a card; then the holder is asked to bring it closer. */
const patienceMs = 3000

/** @param since when the camera began to look, or last read something */
export const shouldComeCloser = (since: number, now: number): boolean => now - since >= patienceMs

/** The longest side in which a code is looked for: more pixels cost time and find no more. */
const longestSide = 640

/** The size at which a picture is read, never larger than it is. */
export const readingSize = (width: number, height: number, longest = longestSide) => {
  const scale = Math.min(1, longest / Math.max(width, height, 1))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
