/**
 * Whether a write failed because another row has the name, the address or the place already (a unique index, SQLSTATE
 * 23505). The index has the last word: a look before the write could be overtaken. The transaction has failed with it.
 */
export const isTaken = (error: unknown): boolean => (error as { code?: string }).code === '23505'
