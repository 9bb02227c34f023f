import { describe, expect, test } from 'vitest'
import type { CheckAnswer } from '../desk-queue/wire.ts'
import {
  counted,
  firstSettings,
  type Line,
  minutesSince,
  newGuard,
  readEntered,
  settingsOf,
  signOf,
  stepFor,
  withLine,
  withState,
} from './steps.ts'

const noon = Date.parse('2026-05-04T09:00:00Z')
const minutes = (count: number) => count * 60_000
const personal = {
  type: 'personal',
  tail: '9D4F',
  validUntil: '2027-03-14',
  childAge: 18,
  unit: null,
} as const
const valid: CheckAnswer = {
  ...{
    allowed: true,
    reason: null,
    booking: null,
    recent: null,
    remaining: null,
    explained: null,
    notice: null,
  },
  card: { ...personal, children: 0 },
}
const withChildren = (children: number): CheckAnswer => ({ ...valid, card: { ...personal, children } })
const community: CheckAnswer = {
  ...valid,
  card: { ...personal, type: 'community', children: 0, unit: 'Koti' },
}
const expired: CheckAnswer = { ...valid, allowed: false, reason: 'card-expired' }
const recent = (ago: number) => ({ adults: 1, children: 0, at: new Date(noon - minutes(ago)).toISOString() })
const booking = { id: 'b', adults: 1, children: 0, event: null }

describe('what the gate does', () => {
  const step = (answer: CheckAnswer | null, more: Partial<Parameters<typeof stepFor>[0]> = {}) =>
    stepFor({
      answer,
      last: null,
      now: noon,
      skew: 0,
      settings: firstSettings,
      isAnotherVisit: false,
      ...more,
    })
  const oneAdult = { do: 'record', adults: 1, children: 0 }

  test.each<[string, ReturnType<typeof step>, object]>([
    ['a valid card: one adult at once', step(valid), oneAdult],
    ['a card with children: how many come', step(withChildren(3)), { do: 'ask-children', most: 3 }],
    ['more children than keys', step(withChildren(12)), { do: 'ask-children', most: 9 }],
    [
      'with children, where it does not ask',
      step(withChildren(3), { settings: { ...firstSettings, asksChildren: false } }),
      oneAdult,
    ],
    ['a community card: how many workers', step(community), { do: 'ask-workers' }],
    ['an expired card: no ticket', step(expired), { do: 'refuse' }],
    ['an expired card just recorded: still none', step(expired, { last: noon }), { do: 'refuse' }],
    ['no network: let in, and kept', step(null), oneAdult],
    [
      'no network, the same card just now',
      step(null, { last: noon - minutes(2) }),
      { do: 'ask-again', minutes: 2 },
    ],
    ['the same card just now', step(valid, { last: noon - minutes(29) }), { do: 'ask-again', minutes: 29 }],
    ['the same card half an hour ago', step(valid, { last: noon - minutes(30) }), oneAdult],
    [
      'recorded here by another device',
      step({ ...valid, recent: recent(10) }),
      { do: 'ask-again', minutes: 10 },
    ],
    [
      'recorded by another device, and this one’s clock is an hour behind',
      step({ ...valid, recent: recent(10) }, { now: noon - minutes(60), skew: minutes(60) }),
      { do: 'ask-again', minutes: 10 },
    ],
    [
      'the later of the two counts',
      step({ ...valid, recent: recent(10) }, { last: noon - minutes(4) }),
      { do: 'ask-again', minutes: 4 },
    ],
    [
      'another device, when the register calls it a repeat',
      step({ ...valid, allowed: false, reason: 'duplicate-suspected', recent: recent(50) }),
      oneAdult,
    ],
    ['another visit, as a person said', step(valid, { last: noon, isAnotherVisit: true }), oneAdult],
    [
      'another visit with children',
      step(withChildren(2), { last: noon, isAnotherVisit: true }),
      { do: 'ask-children', most: 2 },
    ],
    [
      'a guard that is off',
      step(valid, { last: noon, settings: { ...firstSettings, guardMinutes: 0 } }),
      oneAdult,
    ],
    ['a ticket got before for today', step({ ...valid, booking }), { do: 'arrive', booking }],
  ])('%s', (_, done, expected) => expect(done).toEqual(expected))
})

describe('the guard', () => {
  test('remembers the last time, and forgets what was undone', () => {
    const guard = newGuard()
    guard.remember('A', noon)
    guard.remember('A', noon - minutes(5))
    expect(guard.last('A')).toBe(noon)
    expect(guard.last('B')).toBeNull()
    guard.forget('A')
    expect(guard.last('A')).toBeNull()
  })
  test('keeps nothing longer than it can ask about', () => {
    const guard = newGuard()
    guard.remember('A', noon)
    guard.remember('B', noon + minutes(121))
    expect(guard.last('A')).toBeNull()
  })
  test('a clock set back asks rather than lets through', () =>
    expect(minutesSince(noon + minutes(5), noon, 30)).toBe(0))
})

describe('what was entered', () => {
  test.each([
    ['k7pq2-x9d4f', { problem: null, code: 'K7PQ2X9D4F' }],
    ['https://kaiku.example/k#K7PQ2-X9D4F', { problem: null, code: 'K7PQ2X9D4F' }],
    [' ös–0012 ', { problem: null, code: 'ÖS0012', isSound: false, tail: '0012' }],
    ['  ', { problem: 'empty' }],
    ['010190-123A', { problem: 'identity-code' }],
    ['010190A123A', { problem: 'identity-code' }],
    ['9'.repeat(41), { problem: 'too-long' }],
  ])('%s', (typed, entered) => expect(readEntered(typed)).toMatchObject(entered))
  test('the same card is the same code, however it was read', () =>
    expect(readEntered('k7pq2 x9d4f')).toEqual(readEntered('K7PQ2X9D4F')))
})

describe('the day', () => {
  const line: Line = { id: '1', at: noon, code: 'A', tail: 'A', adults: 1, children: 2, state: 'kept' }
  test('counts what the register has, and not below nothing', () => {
    const once = counted({ uses: 4, adults: 4, children: 0 }, line, 1)
    expect(once).toEqual({ uses: 5, adults: 5, children: 2 })
    expect(counted(once, line, -1)).toEqual({ uses: 4, adults: 4, children: 0 })
    expect(counted({ uses: 0, adults: 0, children: 0 }, line, -1)).toEqual({
      uses: 0,
      adults: 0,
      children: 0,
    })
  })
  test.each([
    ['kept', 'recorded', 1],
    ['recorded', 'undone', -1],
    ['kept', 'undone', 0],
    ['kept', 'attention', 0],
    ['kept', 'waits', 0],
    ['waits', 'undone', 0],
    ['recorded', 'recorded', 0],
  ] as const)('%s → %s counts %i', (from, to, sign) => expect(signOf(from, to)).toBe(sign))
  test('five lines, the newest first, each with its own state', () => {
    const lines = ['1', '2', '3', '4', '5', '6'].reduce<Line[]>(
      (all, id) => withLine(all, { ...line, id }),
      [],
    )
    expect(lines.map(({ id }) => id)).toEqual(['6', '5', '4', '3', '2'])
    expect(withState(lines, '5', 'undone').map(({ state }) => state)).toEqual([
      'kept',
      'undone',
      'kept',
      'kept',
      'kept',
    ])
  })
})

describe('settings', () => {
  test.each([[null], ['{'], ['[]'], ['{"guardMinutes":7,"sound":"yes"}']])(
    '%s gives those of a new device',
    (text) => expect(settingsOf(text)).toEqual(firstSettings),
  )
  test('what was chosen stays', () => {
    const chosen = { siteId: 7, asksChildren: false, guardMinutes: 60, sound: false, camera: true }
    expect(settingsOf(JSON.stringify(chosen))).toEqual(chosen)
  })
})
