import { expect, test } from 'vitest'
import { readDay, writeDay } from './typed-day.ts'

test.each([
  ['1.3.2027', '2027-03-01'],
  ['1.3.27', '2027-03-01'],
  ['01. 03. 2027', '2027-03-01'],
  [' 2027-03-01 ', '2027-03-01'],
  ['\u200f31.12.2026', '2026-12-31'],
  ['29.2.2028', '2028-02-29'],
  ['29.2.2027', null],
  ['1.13.2027', null],
  ['1/3/2027', null],
  ['1.3.0027', null],
  ['9999-01-01', null],
  ['', null],
])('%j is %s', (typed, day) => expect(readDay(typed)).toBe(day))

test('what is written is read back', () => {
  expect(readDay(writeDay('2026-11-05'))).toBe('2026-11-05')
  expect(writeDay(null)).toBe('')
})
