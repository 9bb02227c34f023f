import { expect, test } from 'vitest'
import { dayOf } from '../lib/dates.ts'
import { daysFrom, instantAt } from './clock.ts'
import { randomFrom } from './random.ts'

const many = (seed: number, count = 1000) => {
  const random = randomFrom(seed)
  return Array.from({ length: count }, () => random.fraction())
}

test('a seed gives one row of numbers, another seed another', () => {
  expect(many(7)).toEqual(many(7))
  expect(many(7)).not.toEqual(many(8))
})

test('fractions lie from 0 to below 1 and fill every tenth about evenly', () => {
  const tenths = many(20150601, 20_000).map((fraction) => Math.floor(fraction * 10))
  const counts = Array.from({ length: 10 }, (_, tenth) => tenths.filter((one) => one === tenth).length)
  expect(counts.reduce((sum, count) => sum + count)).toBe(20_000)
  for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200)
})

test('whole numbers keep to their bounds, both ends come up', () => {
  const random = randomFrom(1)
  const drawn = new Set(Array.from({ length: 500 }, () => random.between(3, 6)))
  expect([...drawn].sort()).toEqual([3, 4, 5, 6])
})

test('what weighs nothing is never drawn, what weighs more comes oftener', () => {
  const random = randomFrom(2)
  const drawn = Array.from({ length: 3000 }, () => random.weighted([0, 1, 3], (weight) => weight))
  const times = (weight: number) => drawn.filter((one) => one === weight).length
  expect(times(0)).toBe(0)
  expect(times(3) / times(1)).toBeGreaterThan(2.5)
  expect(times(3) / times(1)).toBeLessThan(3.6)
})

test('nothing to choose from is a bug that says so', () => {
  const random = randomFrom(3)
  expect(() => random.pick([])).toThrow('Nothing to pick from')
  expect(() => random.weighted(['a'], () => 0)).toThrow('Nothing weighs anything')
})

test.each([
  ['2026-01-15', '2026-01-15T16:30:00.000Z'],
  ['2026-07-15', '2026-07-15T15:30:00.000Z'],
  ['2026-03-29', '2026-03-29T15:30:00.000Z'],
  ['2026-10-25', '2026-10-25T16:30:00.000Z'],
])('half past six in the evening of %s in Finland', (day, instant) => {
  const at = instantAt(day, 18 * 60 + 30)
  expect(at.toISOString()).toBe(instant)
  expect(dayOf(at)).toBe(day)
})

test('days run over the end of a month, both ends included', () => {
  expect(daysFrom('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01'])
  expect(daysFrom('2026-03-02', '2026-03-01')).toEqual([])
})
