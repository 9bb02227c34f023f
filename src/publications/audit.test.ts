import { expect, test } from 'vitest'
import { randomFrom } from '../../test/disclosure-tables.ts'
import { subtractPairs } from '../../test/published-pairs.ts'
import { learntOf, publishYear } from '../../test/published-year.ts'
import { hideSmall } from '../../test/stand-in-protect.ts'
import { protect } from '../disclosure/protect.ts'

test('of five publications of one year, an attack on all together learns nothing closer than five', async () => {
  for (const seed of [1, 2, 9])
    expect(await learntOf(await publishYear(seed, protect)), `seed ${seed}`).toEqual([])
}, 60_000)

test('no difference of two shown figures, of one publication or of two, is what one to four cards did', async () => {
  const year = await publishYear(2, protect)
  const { pairs, isolated } = subtractPairs(year, randomFrom(2), 1_000)
  expect(pairs).toBe(1_000)
  expect(isolated).toEqual([])
  const careless = await publishYear(2, hideSmall)
  expect(subtractPairs(careless, randomFrom(2), 1_000).isolated).not.toEqual([])
}, 30_000)

test('the attack is one: where only small counts are hidden, it learns many', async () => {
  expect((await learntOf(await publishYear(2, hideSmall))).length).toBeGreaterThan(10)
}, 20_000)
