import { expect, test } from 'vitest'
import { learntOf, publishYear } from '../../test/published-year.ts'
import { hideSmall } from '../../test/stand-in-protect.ts'
import { protect } from '../disclosure/protect.ts'

test('of five publications of one year, an attack on all together learns nothing closer than five', async () => {
  for (const seed of [1, 2, 8, 9])
    expect(await learntOf(await publishYear(seed, protect)), `seed ${seed}`).toEqual([])
}, 60_000)

test('the attack is one: where only small counts are hidden, it learns many', async () => {
  expect((await learntOf(await publishYear(2, hideSmall))).length).toBeGreaterThan(10)
}, 20_000)
