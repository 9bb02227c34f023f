import { expect, test } from 'vitest'
import { dayOf } from './dates.ts'

const asked = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' })

test.each([
  ['the night the clock goes forward', '2027-03-27T20:00:00Z'],
  ['the night the clock goes back', '2027-10-30T20:00:00Z'],
  ['New Year', '2026-12-31T20:00:00Z'],
  ['summer time of 1981', '1981-03-28T20:00:00Z'],
  ['before 1970', '1969-12-31T18:00:00Z'],
  ['before Finland counted whole hours', '1920-06-01T18:00:00Z'],
])('the day of every quarter of an hour is what the calendar says: %s', (_, from) => {
  for (let quarter = -4; quarter < 96; quarter++) {
    const at = new Date(Date.parse(from) + quarter * 900_000 + (quarter % 2 === 0 ? 0 : 899_999))
    expect(dayOf(at), at.toISOString()).toBe(asked.format(at))
  }
})

test('what is no time is no day', () => {
  expect(() => dayOf(new Date(Number.NaN))).toThrow(RangeError)
})
