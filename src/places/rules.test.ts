import { describe, expect, test } from 'vitest'
import { changeProblems, closingProblem, isClosed, nextPause, pauseProblems } from './rules.ts'

const today = '2026-05-04'
const was = { name: 'Talo', organisationId: 1, municipalityId: 1, areaId: 1 }

describe('a change', () => {
  const asked = { from: today, begun: null, hasPending: false, today }
  test.each([
    ['a new name today', { name: 'Uusi' }, {}, {}],
    ['a new name long ago', { name: 'Uusi' }, { from: '2019-01-01' }, {}],
    ['a new organisation', { organisationId: 2 }, {}, {}],
    ['a move today', { municipalityId: 2 }, {}, { from: 'move-past' }],
    ['a move tomorrow', { municipalityId: 2 }, { from: '2026-05-05' }, {}],
    ['nothing', {}, {}, { '': 'nothing-changed' }],
    ['a second one', { name: 'Uusi' }, { hasPending: true }, { '': 'change-pending' }],
    [
      'one before the last',
      { name: 'Uusi' },
      { from: '2026-01-31', begun: '2026-02-01' },
      { from: 'before-history' },
    ],
    ['one on the day of the last', { name: 'Uusi' }, { from: '2026-02-01', begun: '2026-02-01' }, {}],
    ['a mistyped year', { name: 'Uusi' }, { from: '2062-05-04' }, { from: 'day-far' }],
  ])('%s', (_name, to, more, problems) =>
    expect(changeProblems(was, { ...was, ...to }, { ...asked, ...more })).toEqual(problems),
  )
})

const pause = (from: string, until: string | null, id = 1) => ({ id, from, until, reason: null })

describe('a pause', () => {
  const others = [pause('2026-06-01', '2026-06-30'), pause('2026-09-01', null, 2)]
  test.each([
    ['2026-05-04', '2026-05-31', {}],
    ['2026-05-04', '2026-06-01', { from: 'pause-overlap' }],
    ['2026-06-30', '2026-07-01', { from: 'pause-overlap' }],
    ['2026-07-01', '2026-08-31', {}],
    ['2026-07-01', null, { from: 'pause-overlap' }],
    ['2026-10-01', '2026-10-02', { from: 'pause-overlap' }],
    ['2026-05-03', '2026-05-31', { from: 'day-past' }],
    ['2026-05-10', '2026-05-09', { until: 'until-early' }],
    ['2026-05-10', '2026-05-10', {}],
  ])('%s to %s', (from, until, problems) =>
    expect(pauseProblems({ from, until }, others, today)).toEqual(problems),
  )

  test('the next one is the one that holds, else the first to come', () => {
    expect(nextPause(others, '2026-05-04')?.id).toBe(1)
    expect(nextPause(others, '2026-06-30')?.id).toBe(1)
    expect(nextPause(others, '2026-07-01')?.id).toBe(2)
    expect(nextPause([pause('2026-01-01', '2026-05-03')], today)).toBeUndefined()
  })
})

test('a place is closed from the day on', () => {
  expect(closingProblem('2026-05-03', today)).toBe('day-past')
  expect(closingProblem(today, today)).toBeNull()
  expect([isClosed('2026-05-05', today), isClosed(today, today), isClosed(null, today)]).toEqual([
    false,
    true,
    false,
  ])
})
