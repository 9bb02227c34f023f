/**
 * What may stand before a pattern. These patterns go to browsers too, and Safari before 16.4 cannot look behind: so the
 * sign before is matched with them, as their first group.
 */
export const afterNoLetter = String.raw`(^|[^\p{L}])`
export const afterNoSign = String.raw`(^|[^\p{L}\p{N}])`
export const afterNoDigit = String.raw`(^|[^\p{L}\d])`
/** Nor after a digit and a mark, which would be the end of a longer number. */
export const afterNoNumber = String.raw`(^|[^\p{L}\p{N}.,:/-]|(?:^|[^\p{N}])[.,:/-])`

export type Match = {
  /** Without what stands before. */
  found: string
  /** Its groups but the first. */
  parts: (string | undefined)[]
  /** Where it begins. */
  index: number
}

/**
 * Every match of a pattern that begins with one of the above; what ends one may stand before the next.
 * @param pattern with the flag `g`
 */
export const findAll = (text: string, pattern: RegExp): Match[] => {
  const matches: Match[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole, before, ...parts] = match
    const skipped = before!.length
    matches.push({ found: whole.slice(skipped), parts, index: match.index + skipped })
    pattern.lastIndex -= 1
  }
  return matches
}
