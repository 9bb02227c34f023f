import { expect, test } from 'vitest'
import { readTypedDay } from './typed-day.ts'

test.each([
  ['1.3.2027', '2027-03-01'],
  ['1.3.27', '2027-03-01'],
  [' 01. 03. 2027 ', '2027-03-01'],
  ['2027-03-01', '2027-03-01'],
  ['29.2.2028', '2028-02-29'],
  ['29.2.2027', null],
  ['1.3', null],
  ['1/3/2027', null],
  ['2027-3-1', null],
  ['huomenna', null],
  ['', null],
])('%j is %j', (typed, day) => expect(readTypedDay(typed)).toBe(day))
