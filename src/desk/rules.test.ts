import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { secondsToWait } from '../accounts/rules.ts'
import { adultsProblem, childChips, daysToTell, isFresh, standing } from './rules.ts'

const at = (time: string) => new Date(`2026-05-04T${time}Z`)

test.each([
  ['a check just made', '12:00:00', true],
  ['a check of half an hour', '12:30:00', true],
  ['a second later', '12:30:01', false],
  ['a check from another clock', '11:59:00', true],
] as const)('%s holds or not', (_, now, expected) => expect(isFresh(at('12:00:00'), at(now))).toBe(expected))

test.each([
  ['a card of many months', '2027-03-14', null],
  ['a card of 31 days', '2026-06-04', null],
  ['a card of 30 days', '2026-06-03', 30],
  ['over the end of a month', '2026-05-16', 12],
  ['tomorrow', '2026-05-05', 1],
  ['today', '2026-05-04', 0],
  ['yesterday: that card gives no ticket anyway', '2026-05-03', null],
] as const)('%s: the days that the customer is told', (_, last, days) =>
  expect(daysToTell(last, '2026-05-04')).toBe(days),
)

test('the days are whole also when the clocks change', () =>
  expect(daysToTell('2026-03-30', '2026-03-28')).toBe(2))

test.each([
  [0, [0]],
  [1, [0, 1]],
  [4, [0, 1, 2, 3, 4]],
  [7, [0, 1, 2, 3, 4]],
])('a card of %i children has its chips', (registered, chips) =>
  expect(childChips(registered)).toEqual(chips),
)

test('a personal card brings one adult, a community card as many as there are', () => {
  expect(adultsProblem('personal', 0)).toBeNull()
  expect(adultsProblem('personal', 1)).toBeNull()
  expect(adultsProblem('personal', 2)).toBe('one-adult')
  expect(adultsProblem('community', 20)).toBeNull()
})

describe('waiting after wrong codes', () => {
  const bucket = (tokens: number) => ({ tokens, refilledAt: at('12:00:00') })
  test.each([
    ['who never missed', undefined, '12:00:00', 0],
    ['who has tries left', bucket(1), '12:00:00', 0],
    ['who has none: a twentieth of an hour', bucket(0), '12:00:00', 180],
    ['half of it later', bucket(0), '12:01:30', 90],
    ['and when it is over', bucket(0), '12:03:00', 0],
    ['who went on all the same', bucket(-1), '12:00:00', 360],
    ['who is a rounding short of one', bucket(1 - 5e-17 - 1e-16), '12:00:00', 0],
  ] as const)('%s', (_, one, now, seconds) => expect(secondsToWait(one, 20, at(now))).toBe(seconds))

  test('after the seconds that were said, the next try is open', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 20, noNaN: true }),
        fc.integer({ min: 1, max: 100 }),
        (tokens, perHour) => {
          const wait = secondsToWait(bucket(tokens), perHour, at('12:00:00'))
          const then = new Date(at('12:00:00').getTime() + wait * 1000)
          expect(secondsToWait(bucket(tokens), perHour, then)).toBe(0)
        },
      ),
    )
  })
})

describe('what a desk works for', () => {
  const [one, two] = [
    { id: 1, name: 'Teatteri' },
    { id: 2, name: 'Museo' },
  ]
  const choice = { siteId: 2, event: 'Lumikuningatar' }
  test.each([
    ['nothing without sites', [], undefined, null, undefined],
    ['the only site', [one], undefined, null, { site: one, event: null }],
    ['no guess among several', [one, two], undefined, null, undefined],
    ['the site and event chosen today', [one, two], choice, null, { site: two, event: 'Lumikuningatar' }],
    ['the site that the page named', [one, two], choice, 1, { site: one, event: null }],
    ['an event at its own site only', [one], choice, null, { site: one, event: null }],
    ['nothing at a site that is not theirs', [one], undefined, 2, undefined],
  ] as const)('%s', (_, sites, chosen, named, expected) =>
    expect(standing<{ id: number; name: string }>([...sites], chosen, named)).toEqual(expected),
  )
})
