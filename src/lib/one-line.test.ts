import { expect, test } from 'vitest'
import { oneLine } from './one-line.ts'

test.each([
  ['  Kajaanin   teatteri \r\n', 'Kajaanin teatteri'],
  ['Ka\u0308rki', 'Kärki'],
  ['a\u200bb\u202ec\u00a0d\0e', 'a b c d e'],
  ['\t\n', ''],
])('%j is one line', (typed, line) => expect(oneLine(typed)).toBe(line))
