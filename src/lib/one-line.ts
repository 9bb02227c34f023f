/** What was typed, as one line: composed letters (NFC), and one space for any white space or invisible sign. */
export const oneLine = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()

/**
 * What was typed, as lines: composed letters (NFC), without invisible signs or needless spaces, and with no more than one
 * empty line between two.
 */
export const tidyLines = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
