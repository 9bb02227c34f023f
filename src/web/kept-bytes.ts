/** How much is kept: so many things, and so many bytes of them together. */
type Room = { most: number; mostBytes: number }

/**
 * Keeps the newest of what is costly to make, by a key that tells its content: what changed has another key, so none is
 * stale. The oldest goes when there are too many, or all together are too large.
 */
export const newKeptBytes = ({ most, mostBytes }: Room) => {
  const kept = new Map<string, Uint8Array>()
  let bytes = 0
  const forgetOldest = () => {
    for (const [oldest, { length }] of kept) {
      if (kept.size <= most && bytes <= mostBytes) return
      kept.delete(oldest)
      bytes -= length
    }
  }
  /** What is kept under a key, else what is made now. */
  const of = async (key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    const known = kept.get(key)
    if (known) return known
    const made = await make()
    // Another may have made the same meanwhile.
    if (!kept.has(key)) {
      kept.set(key, made)
      bytes += made.length
      forgetOldest()
    }
    return made
  }
  return { of, size: () => ({ count: kept.size, bytes }) }
}
