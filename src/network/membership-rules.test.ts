import { describe, expect, test } from 'vitest'
import { areaHistory, areaPhaseOn, type NewStage, phaseOn, pilotOn, pilotsOf } from './membership-rules.ts'
import type { Phase } from './rules.ts'

const stage = (phase: Phase, from: string | null, until: string | null, crossUse = true): NewStage => ({
  phase,
  from,
  until,
  crossUse,
})
const kuhmo = [
  stage('interest', '2025-03-01', '2025-05-31'),
  stage('preparing', '2025-06-01', '2025-12-31'),
  stage('pilot', '2026-01-01', '2026-12-31'),
  stage('permanent', '2027-01-01', null),
]
const paltamo = [stage('preparing', '2026-02-01', '2026-06-30'), stage('pilot', '2026-07-01', '2027-03-31')]

describe('a municipality', () => {
  test.each([
    ['has no phase before its first', '2025-02-28', null],
    ['has a phase from its first day', '2025-03-01', 'interest'],
    ['through its last', '2025-12-31', 'preparing'],
    ['pilots', '2026-12-31', 'pilot'],
    ['and goes on', '2030-01-01', 'permanent'],
  ] as const)('%s', (_, day, phase) => expect(phaseOn(kuhmo, day)).toBe(phase))
  test('has ended when its last row is over', () => {
    expect(phaseOn(paltamo, '2027-03-31')).toBe('pilot')
    expect(phaseOn(paltamo, '2027-04-01')).toBe('ended')
  })
})

describe('an area', () => {
  test.each([
    ['has no phase before any of its municipalities', '2025-02-28', null],
    ['is as far as its first one', '2025-07-01', 'preparing'],
    ['is as far as the most advanced one', '2026-02-01', 'pilot'],
    ['is permanent when one of them is', '2027-01-01', 'permanent'],
  ] as const)('%s', (_, day, phase) => expect(areaPhaseOn([kuhmo, paltamo], day)).toBe(phase))

  test('has ended only when all of them have', () => {
    expect(areaPhaseOn([paltamo, [stage('pilot', null, '2026-01-31')]], '2026-08-01')).toBe('pilot')
    expect(areaPhaseOn([paltamo, [stage('pilot', null, '2026-01-31')]], '2027-08-01')).toBe('ended')
  })

  test('has a history of eras that do not overlap, without turns that change nothing', () =>
    expect(areaHistory([kuhmo, paltamo])).toEqual([
      { phase: 'interest', from: '2025-03-01', until: '2025-05-31' },
      { phase: 'preparing', from: '2025-06-01', until: '2025-12-31' },
      { phase: 'pilot', from: '2026-01-01', until: '2026-12-31' },
      { phase: 'permanent', from: '2027-01-01', until: null },
    ]))

  test('ends and comes back, and may have begun nobody knows when', () =>
    expect(areaHistory([[stage('pilot', null, '2020-12-31')], [stage('pilot', '2026-01-01', null)]])).toEqual(
      [
        { phase: 'pilot', from: null, until: '2020-12-31' },
        { phase: 'ended', from: '2021-01-01', until: '2025-12-31' },
        { phase: 'pilot', from: '2026-01-01', until: null },
      ],
    ))
})

describe('a pilot', () => {
  test('ends its cards on its last day', () =>
    expect(pilotsOf(paltamo)).toEqual([
      { from: '2026-07-01', until: '2027-03-31', cardsUntil: '2027-03-31' },
    ]))
  test('ends no cards when permanent use follows at once', () =>
    expect(pilotOn(kuhmo, '2026-05-04')).toMatchObject({ until: '2026-12-31', cardsUntil: null }))
  test('does when permanent use follows later', () =>
    expect(
      pilotsOf([stage('pilot', '2026-01-01', '2026-06-30'), stage('permanent', '2026-07-02', null)])[0],
    ).toMatchObject({ cardsUntil: '2026-06-30' }))
  test('is one though cross-use changes in its midst', () => {
    const halves = [
      stage('pilot', '2026-05-01', '2026-12-31'),
      stage('pilot', '2026-01-01', '2026-04-30', false),
    ]
    expect(pilotsOf(halves)).toEqual([{ from: '2026-01-01', until: '2026-12-31', cardsUntil: '2026-12-31' }])
  })
  test('without a known end ends no cards', () =>
    expect(pilotOn([stage('pilot', '2026-01-01', null)], '2026-05-04')?.cardsUntil).toBeNull())
})
