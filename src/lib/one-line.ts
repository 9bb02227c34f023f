/** What was typed, as one line: composed letters (NFC), and one space for any white space or invisible sign. */
export const oneLine = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
