import { expect, test } from 'vitest'
import { closedWhy, freeSeats, seatOf } from './rules.ts'

test.each([
  [0, 2, 'none'],
  [1, 2, 'seat'],
  [2, 2, 'seat'],
  [3, 2, 'waiting'],
  [900, null, 'seat'],
] as const)('number %s of %s seats: %s', (own, seats, wanted) => expect(seatOf(own, seats)).toBe(wanted))

test('free seats are never fewer than none, and unknown where there is room for everybody', () => {
  expect(freeSeats({ taken: 1 }, 3)).toBe(2)
  expect(freeSeats({ taken: 5 }, 3)).toBe(0)
  expect(freeSeats({ taken: 5 }, null)).toBeNull()
})

const now = new Date('2026-05-04T09:00:00Z')
const open = { takesSignUp: true, cancelledAt: null, startsAt: new Date('2026-05-04T09:00:01Z') }
test.each([
  ['is open until it begins', open, null],
  ['is closed from its first moment', { ...open, startsAt: now }, 'begun'],
  ['is closed when it is cancelled', { ...open, cancelledAt: now }, 'cancelled'],
  ['takes none where people sign up elsewhere', { ...open, takesSignUp: false }, 'elsewhere'],
] as const)('%s', (_, training, why) => expect(closedWhy(training, now)).toBe(why))
