/**
 * Does the work for each of the items, at most so many at once; one that fails hinders no other.
 * @param isEnough asked before each: true begins no more
 * @throws the first failure, when all that was begun has ended
 */
export const eachAtMost = async <Item>(
  most: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
  isEnough: () => boolean = () => false,
): Promise<void> => {
  const left = items.values()
  const failures: unknown[] = []
  const worker = async () => {
    // All workers take from the one iterator, so that each item is taken once.
    for (const item of left) {
      if (isEnough()) return
      await work(item).catch((error: unknown) => failures.push(error))
    }
  }
  await Promise.all(Array.from({ length: most }, worker))
  if (failures.length > 0) throw failures[0]
}
