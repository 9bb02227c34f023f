import { expect, test } from 'vitest'
import { toldToday } from './memory.ts'

const group = { fi: 'a', sv: 'b', en: 'c' }
const state = {
  ...{ owner: 'x', formerOwners: [], sites: [], events: {} },
  today: { 1: { uses: 4, adults: 3, children: 2 } },
  groups: { 1: [group] },
  // Half an hour before midnight in Finland.
  now: Date.parse('2026-05-04T20:30:00Z'),
}

test('what the server told of a day holds on that day in Finland, and on no other', () => {
  const told = { counts: { uses: 4, adults: 3, children: 2 }, groups: [group] }
  expect(toldToday({ state }, 1, '2026-05-04')).toEqual(told)
  for (const day of ['2026-05-05', '2026-05-03', '2026-05-18'])
    expect(toldToday({ state }, 1, day)).toEqual({ counts: undefined, groups: [] })
})

test('of another site, and to a device that kept an earlier form, it tells no group', () => {
  expect(toldToday({ state }, 2, '2026-05-04').groups).toEqual([])
  const { groups: _, ...earlier } = state
  expect(toldToday({ state: earlier as typeof state }, 1, '2026-05-04').groups).toEqual([])
})
