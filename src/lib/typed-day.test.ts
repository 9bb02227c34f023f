import { expect, test } from 'vitest'
import { readDay } from './typed-day.ts'

test.each([
  ['5.9.2026', '2026-09-05'],
  ['05.09.2026', '2026-09-05'],
  [' 5. 9. 2026 ', '2026-09-05'],
  ['5/9/2026', '2026-09-05'],
  ['2026-09-05', '2026-09-05'],
  ['29.2.2028', '2028-02-29'],
  ['29.2.2027', null],
  ['31.4.2026', null],
  ['5.9.26', null],
  ['syyskuussa', null],
  ['', null],
])('“%s” is %s', (text, day) => expect(readDay(text)).toBe(day))
