import { expect, test } from 'vitest'
import { type Acquisition, type UseFacts, useKinds } from '../uses/rules.ts'
import { canWait, isOffline } from './rules.ts'

const now = new Date('2026-05-04T15:00:00Z')
const stock = {
  type: 'personal',
  state: 'stock',
  registeredOn: null,
  validUntil: null,
  closedOn: null,
  children: 0,
} as const
const registered = {
  ...stock,
  state: 'registered',
  registeredOn: '2026-05-04',
  validUntil: '2027-05-03',
} as const
const site = {
  allowsOverride: true,
  areaId: 1,
  crossUse: true,
  isClosed: false,
  isPaused: false,
  kinds: useKinds,
}
const facts: UseFacts = { card: stock, site, home: null, recent: null, limit: null }
const wanted: Acquisition = {
  ...{ adults: 1, children: 0, companions: 0, kind: 'ticket', usedAt: now },
  ...{ overrideReason: null, confirmDuplicate: false },
}

test.each<[string, Partial<UseFacts>, Partial<Acquisition>, boolean]>([
  ['a card in stock', {}, {}, true],
  ['a code that no card has', { card: undefined }, {}, true],
  ['children of a card whose children nobody knows yet', {}, { children: 4 }, true],
  ['a card registered today, for today', { card: registered }, {}, false],
  [
    'a card registered today, for yesterday',
    { card: registered },
    { usedAt: new Date('2026-05-03T15:00:00Z') },
    false,
  ],
  ['an expired card', { card: { ...registered, validUntil: '2026-05-01' } }, {}, false],
  ['a lost card', { card: { ...registered, state: 'lost', closedOn: '2026-05-01' } }, {}, false],
  ['a closed site', { site: { ...site, isClosed: true } }, {}, false],
  ['a kind that the site does not give', { site: { ...site, kinds: ['course-place'] } }, {}, false],
  ['a paused site', { site: { ...site, isPaused: true } }, {}, false],
  ['more than thirty days ago', {}, { usedAt: new Date('2026-04-04T14:59:00Z') }, false],
  ['tomorrow', {}, { usedAt: new Date('2026-05-05T15:00:00Z') }, false],
  ['nobody', {}, { adults: 0 }, false],
])('%s', (_, known, asked, may) =>
  expect(canWait({ ...facts, ...known }, { ...wanted, ...asked }, now)).toBe(may),
)

test.each([
  ['now', 0, false],
  ['five minutes ago', 5, false],
  ['a little more', 5.1, true],
  ['a clock ahead', -8, false],
] as const)('%s', (_, minutes, offline) =>
  expect(isOffline(new Date(now.getTime() - minutes * 60_000), now)).toBe(offline),
)
