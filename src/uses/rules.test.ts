import { expect, test } from 'vitest'
import {
  type Acquisition,
  crossUseProblem,
  eventDayProblem,
  lastDayOf,
  mayCancel,
  refusalOf,
  type UseFacts,
  useKinds,
} from './rules.ts'

const now = new Date('2026-05-04T15:00:00Z')
const card = {
  type: 'personal',
  state: 'registered',
  registeredOn: '2026-01-10',
  validUntil: '2027-01-09',
  closedOn: null,
  children: 2,
} as const
const site = {
  allowsOverride: true,
  areaId: 1,
  crossUse: true,
  isClosed: false,
  isPaused: false,
  kinds: useKinds,
}
const home = { areaId: 1, crossUse: true }
const facts: UseFacts = { card, site, home, recent: null, limit: null }
const wanted: Acquisition = {
  adults: 1,
  children: 0,
  companions: 0,
  kind: 'ticket',
  usedAt: now,
  overrideReason: null,
  confirmDuplicate: false,
}
const week = {
  kind: 'ticket',
  volume: 2,
  period: 'week',
  days: { from: '2026-05-04', until: '2026-05-10' },
} as const
const recent = { adults: 1, children: 0, usedAt: new Date('2026-05-04T14:00:00Z') }

test.each<[string, Partial<UseFacts>, Partial<Acquisition>, string | null]>([
  ['one adult with a valid card gets a ticket', {}, {}, null],
  ['children up to the number in the register come along', {}, { children: 2 }, null],
  ['one child more is refused', {}, { children: 3 }, 'children-exceed-card'],
  [
    'unless the site lets them in and says why',
    {},
    { children: 3, overrideReason: 'Paperikortissa 3' },
    null,
  ],
  [
    'which not every site may',
    { site: { ...site, allowsOverride: false } },
    { children: 3, overrideReason: 'Paperikortissa 3' },
    'children-exceed-card',
  ],
  [
    'a reason does not revive an expired card',
    { card: { ...card, validUntil: '2026-05-03' } },
    { overrideReason: 'x' },
    'card-expired',
  ],
  ['a closed site records nothing', { site: { ...site, isClosed: true } }, {}, 'site-closed'],
  ['nor does a paused one', { site: { ...site, isPaused: true } }, {}, 'site-paused'],
  [
    'a card that works elsewhere only is refused',
    { home: { areaId: 2, crossUse: false } },
    {},
    'card-local-only',
  ],
  ['an unknown card is refused', { card: undefined }, {}, 'card-unknown'],
  [
    'a withdrawn card is refused',
    { card: { ...card, state: 'withdrawn', closedOn: '2026-05-01' } },
    {},
    'card-blocked',
  ],
  ['children alone may get tickets', {}, { adults: 0, children: 1 }, null],
  [
    'a companion alone may get one: the holder can have a season pass',
    {},
    { adults: 0, companions: 1 },
    null,
  ],
  ['nobody at all is no use', {}, { adults: 0 }, 'nothing-to-record'],
  ['the same card a moment ago is a question', { recent }, {}, 'duplicate-suspected'],
  ['answered by the desk', { recent }, { confirmDuplicate: true }, null],
  ['a clock ten minutes ahead is forgiven', {}, { usedAt: new Date('2026-05-04T15:10:00Z') }, null],
  ['more is not', {}, { usedAt: new Date('2026-05-04T15:11:00Z') }, 'recorded-in-future'],
  ['a desk offline for a month still counts', {}, { usedAt: new Date('2026-04-04T15:00:00Z') }, null],
  ['a minute longer does not', {}, { usedAt: new Date('2026-04-04T14:59:00Z') }, 'recorded-too-late'],
  [
    'a card that has expired since the scan counts',
    { card: { ...card, validUntil: '2026-05-01' } },
    { usedAt: new Date('2026-05-01T20:59:00Z') },
    null,
  ],
  [
    'and midnight is midnight in Finland',
    { card: { ...card, validUntil: '2026-05-01' } },
    { usedAt: new Date('2026-05-01T21:00:00Z') },
    'card-expired',
  ],
  [
    'a community card has no children in the register, and no limit',
    { card: { ...card, type: 'community', children: 0 } },
    { adults: 2, children: 9 },
    null,
  ],
  [
    'what the site does not give is not recorded there',
    { site: { ...site, kinds: ['course-place'] } },
    {},
    'ticket-type-not-offered',
  ],
  [
    'not even with a reason',
    { site: { ...site, kinds: ['ticket'] } },
    { kind: 'season-pass', overrideReason: 'agreed' },
    'ticket-type-not-offered',
  ],
  ['and what it gives is', { site: { ...site, kinds: ['course-place'] } }, { kind: 'course-place' }, null],
  ['a limit that is not reached', { limit: { ...week, used: 1 } }, {}, null],
  ['a limit that is', { limit: { ...week, used: 2 } }, {}, 'limit-reached'],
  [
    'children alone follow the ticket that was',
    { limit: { ...week, used: 2 } },
    { adults: 0, children: 2 },
    null,
  ],
  ['a limit set aside with a reason', { limit: { ...week, used: 2 } }, { overrideReason: 'agreed' }, null],
  [
    'which not every site may set aside',
    { limit: { ...week, used: 2 }, site: { ...site, allowsOverride: false } },
    { overrideReason: 'agreed' },
    'limit-reached',
  ],
  ['a course place for the holder', {}, { kind: 'course-place' }, null],
  ['and none for children', {}, { kind: 'course-place', children: 1 }, 'children-not-on-courses'],
  [
    'whatever the reason',
    {},
    { kind: 'course-place', children: 1, overrideReason: 'other' },
    'children-not-on-courses',
  ],
  [
    'an expired card is told as such before any limit',
    { limit: { ...week, used: 2 }, card: undefined },
    {},
    'card-unknown',
  ],
])('%s', (_, known, asked, refusal) =>
  expect(refusalOf({ ...facts, ...known }, { ...wanted, ...asked }, now)).toBe(refusal),
)

test.each([
  ['today', '2026-05-04', true],
  ['a ticket for tomorrow', '2026-05-05', true],
  ['yesterday', '2026-05-03', false],
] as const)('a use of %s', (_, day, may) => expect(mayCancel(day, '2026-05-04')).toBe(may))

test.each([
  ['any card works in its own area', [1, true], [1, true], null],
  ['a local-only card too', [1, false], [1, false], null],
  ['and at a neighbour’s of the same area that is open to all', [1, false], [1, true], null],
  ['a card works in another area when both are open', [1, true], [2, true], null],
  ['a local-only card does not', [1, false], [2, true], 'card-local-only'],
  [
    'an outsider’s card does not work where the pilot is local only',
    [1, true],
    [2, false],
    'card-local-only',
  ],
  ['nor when both are local only', [1, false], [2, false], 'card-local-only'],
  ['a pop-up site takes cards that work everywhere', [1, true], [null, true], null],
  ['and no local-only cards', [1, false], [null, true], 'card-local-only'],
  ['a pop-up site is open to all, whatever its municipality does', [1, true], [null, false], null],
] as const)('%s', (_, card, at, expected) =>
  expect(crossUseProblem({ areaId: card[0], crossUse: card[1] }, { areaId: at[0], crossUse: at[1] })).toBe(
    expected,
  ),
)

test('a booking can be undone until its own day', () => {
  expect(lastDayOf({ usedOn: '2026-05-04', eventOn: null })).toBe('2026-05-04')
  expect(lastDayOf({ usedOn: '2026-05-04', eventOn: '2026-05-09' })).toBe('2026-05-09')
})

test.each([
  ['today', '2026-05-04', null],
  ['a season ahead', '2027-05-04', null],
  ['yesterday', '2026-05-03', 'event-day-past'],
  ['two years ahead', '2028-05-04', 'event-day-far'],
] as const)('a ticket for %s', (_, day, problem) => expect(eventDayProblem(day, '2026-05-04')).toBe(problem))
