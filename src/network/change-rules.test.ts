import { describe, expect, test } from 'vitest'
import {
  afterPlan,
  type Change,
  type ChangeKind,
  changeProblem,
  changesOf,
  isTaken,
  pilotMoveOf,
  planOf,
} from './change-rules.ts'
import type { Stage } from './membership-rules.ts'
import type { Phase } from './rules.ts'

const today = '2026-05-04'
let ids = 0
const stage = (phase: Phase, from: string | null, until: string | null, crossUse = true): Stage => ({
  id: ++ids,
  phase,
  from,
  until,
  crossUse,
})
const change = (kind: ChangeKind, from: string | null, until: string | null = null): Change => ({
  kind,
  from,
  until,
  crossUse: true,
})

const interested = [stage('interest', '2026-01-01', null)]
const preparing = [stage('preparing', '2026-01-01', null)]
const piloting = [stage('preparing', '2025-01-01', '2025-12-31'), stage('pilot', '2026-01-01', '2026-08-31')]
const lapsed = [stage('pilot', '2025-01-01', '2026-04-30')]
const planned = [stage('preparing', '2026-01-01', '2026-08-31'), stage('pilot', '2026-09-01', '2027-08-31')]
const permanent = [stage('permanent', null, null)]
const gone = [stage('permanent', null, '2026-04-30')]

test.each([
  ['an interested one can prepare, or pilot at once', interested, ['prepare', 'pilot', 'end']],
  ['a preparing one can pilot or go straight to permanent use', preparing, ['pilot', 'permanent', 'end']],
  ['a pilot can be moved, made permanent, ended', piloting, ['pilot-end', 'permanent', 'cross-use', 'end']],
  ['a pilot that ran out can still be extended', lapsed, ['pilot-end']],
  ['a planned pilot can be moved, and all of it ended', planned, ['pilot-end', 'permanent', 'end']],
  ['permanent use can only end, or switch cross-use', permanent, ['cross-use', 'end']],
  ['one that has left may pilot anew', gone, ['pilot']],
] as const)('%s', (_, stages, kinds) => expect(changesOf(stages, today)).toEqual(kinds))

describe('a change', () => {
  test.each<[string, Stage[], Change, object | null]>([
    ['goes no phase back', permanent, change('prepare', today), { '': 'change-not-now' }],
    ['needs its first day', preparing, change('pilot', null, '2026-12-31'), { from: 'from-missing' }],
    ['a pilot needs its last day too', preparing, change('pilot', today), { until: 'until-missing' }],
    ['in that order', preparing, change('pilot', '2026-06-01', '2026-05-31'), { until: 'until-before' }],
    ['a pilot may have begun already', preparing, change('pilot', '2026-04-01', '2026-12-31'), null],
    [
      'but not before what it follows',
      preparing,
      change('pilot', '2025-12-31', '2026-12-31'),
      { from: 'from-before' },
    ],
    ['a pilot ends today at the earliest', piloting, change('pilot-end', null, '2026-05-04'), null],
    ['and not in the past', piloting, change('pilot-end', null, '2026-05-03'), { until: 'until-past' }],
    ['a lapsed one is extended', lapsed, change('pilot-end', null, '2026-12-31'), null],
    ['permanent use follows the pilot at once', piloting, change('permanent', '2026-09-01'), null],
    ['or cuts it short', piloting, change('permanent', '2026-05-04'), null],
    ['it leaves no gap', piloting, change('permanent', '2026-09-02'), { from: 'from-gap' }],
    ['it does not begin in the past', piloting, change('permanent', '2026-05-03'), { from: 'from-past' }],
    [
      'cross-use switches tomorrow at the earliest',
      permanent,
      change('cross-use', today),
      { from: 'from-past' },
    ],
    ['tomorrow it may', permanent, change('cross-use', '2026-05-05'), null],
    ['and within the pilot', piloting, change('cross-use', '2026-09-01'), { from: 'from-gap' }],
    ['use ends on a day to come', permanent, change('end', null, '2026-12-31'), null],
    [
      'what has not begun can be called off',
      [stage('pilot', '2027-01-01', '2027-12-31')],
      change('end', null, today),
      null,
    ],
  ])('%s', (_, stages, wanted, problems) => expect(changeProblem(stages, wanted, today)).toEqual(problems))

  const outcome = (stages: Stage[], wanted: Change) =>
    afterPlan(stages, planOf(stages, wanted, today)).map(({ phase, from, until, crossUse }) =>
      [phase, from, until, ...(crossUse ? [] : ['local'])].join(' '),
    )
  test.each<[string, Stage[], Change, string[]]>([
    [
      'preparing cuts the interest',
      interested,
      change('prepare', today),
      ['interest 2026-01-01 2026-05-03', 'preparing 2026-05-04 '],
    ],
    [
      'a pilot from the first day of preparing takes its place',
      preparing,
      change('pilot', '2026-01-01', '2026-12-31'),
      ['pilot 2026-01-01 2026-12-31'],
    ],
    [
      'a pilot’s end moves',
      piloting,
      change('pilot-end', null, '2026-12-31'),
      ['preparing 2025-01-01 2025-12-31', 'pilot 2026-01-01 2026-12-31'],
    ],
    [
      'permanent use ends the pilot the day before',
      piloting.slice(1),
      change('permanent', '2026-07-01'),
      ['pilot 2026-01-01 2026-06-30', 'permanent 2026-07-01 '],
    ],
    [
      'a switch splits the row',
      piloting.slice(1),
      change('cross-use', '2026-06-01'),
      ['pilot 2026-01-01 2026-05-31', 'pilot 2026-06-01 2026-08-31 local'],
    ],
    [
      'an end calls off what was planned',
      planned,
      change('end', null, '2026-06-30'),
      ['preparing 2026-01-01 2026-06-30'],
    ],
  ])('%s', (_, stages, wanted, rows) => expect(outcome(stages, wanted)).toEqual(rows))
})

describe('cards move', () => {
  const moveOf = (stages: Stage[], wanted: Change) => pilotMoveOf(stages, planOf(stages, wanted, today))
  const of = { firstDay: '2026-01-01', lastDay: '2026-08-31' }
  test('with the end of their pilot', () => {
    expect(moveOf(piloting, change('pilot-end', null, '2026-12-31'))).toEqual({ ...of, endsOn: '2026-12-31' })
    expect(moveOf(piloting, change('end', null, '2026-05-31'))).toEqual({ ...of, endsOn: '2026-05-31' })
  })
  test('to their own day when use becomes permanent', () =>
    expect(moveOf(piloting, change('permanent', '2026-06-01'))).toEqual({ ...of, endsOn: null }))
  test('not when cross-use switches, nor when permanent use ends', () => {
    expect(moveOf(piloting, change('cross-use', '2026-06-01'))).toBeNull()
    expect(moveOf(permanent, change('end', null, '2026-12-31'))).toBeNull()
  })
})

test('a municipality is in one area at a time', () => {
  const plan = planOf(gone, change('pilot', '2026-06-01', '2027-05-31'), today)
  expect(isTaken(plan, [stage('permanent', '2026-05-01', null)])).toBe(true)
  expect(isTaken(plan, [stage('permanent', null, '2026-05-31')])).toBe(false)
})
