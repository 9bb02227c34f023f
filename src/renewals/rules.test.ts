import { describe, expect, test } from 'vitest'
import type { Policy, UnitFacts } from '../cards/rules.ts'
import { answerProblems, isInHand, newCardProblem, renewalRefusal } from './rules.ts'

// "Renewal: at the same unit that issued it" (terms of use); what can be renewed is our own reading.
test.each([
  ['a valid or expired card', 'personal', 'registered', false, null],
  ['a lost card', 'personal', 'lost', false, null],
  ['a withdrawn card is not', 'personal', 'withdrawn', false, 'withdrawn'],
  ['a replaced card is not, twice', 'personal', 'replaced', true, 'replaced'],
  ['an expired card that another followed, as old lists have it', 'personal', 'registered', true, 'replaced'],
  ['a replaced card whose new one nobody wrote down', 'personal', 'replaced', false, 'replaced'],
  ['a community card has a page of its own', 'community', 'registered', false, 'not-personal'],
] as const)('renewing: %s', (_, type, state, isRenewed, expected) =>
  expect(renewalRefusal({ type, state, isRenewed })).toBe(expected),
)

const stock = { own: true, id: 2, type: 'personal', state: 'stock' } as const
test.each([
  ['a personal card of the unit’s own stock', stock, null],
  ['another unit’s card', { own: false } as const, 'new-other-unit'],
  ['the old card itself', { ...stock, id: 1, state: 'registered' } as const, 'new-is-old'],
  ['a card that somebody has', { ...stock, state: 'registered' } as const, 'new-in-use'],
  ['a closed card', { ...stock, state: 'lost' } as const, 'new-closed'],
  ['a community card', { ...stock, type: 'community' } as const, 'new-community'],
] as const)('the new card: %s', (_, card, expected) =>
  expect(newCardProblem(card, { id: 1, type: 'personal' })).toBe(expected),
)

const at = new Date('2026-05-04T09:00:00Z')
test.each([
  ['to the last second of the hour', 3600, true],
  ['and then it is read again', 3601, false],
])('a card is in hand %s', (_, seconds, expected) =>
  expect(isInHand(at, new Date(at.getTime() + seconds * 1000))).toBe(expected),
)

describe('the answers, by the policy of the day of renewal', () => {
  const policy: Policy = {
    validFrom: '2025-02-26',
    validityMonths: 12,
    minimumAge: 16,
    childAge: 18,
    maximumChildren: 20,
    communityValidityMonths: 12,
    communityChildAge: 16,
    phoneCard: false,
  }
  const open: UnitFacts = { term: null, isAgreed: true, isClosed: false, isPaused: false }
  const ended: UnitFacts = { ...open, term: { phase: 'pilot', from: '2025-01-01', until: '2026-04-30' } }
  test.each([
    ['all is well', 1987, 1987, 2, open, {}],
    ['a year that the register lacks is asked', null, null, 2, open, { birthYear: 'birth-year-form' }],
    ['and judged', 2012, null, 2, open, { birthYear: 'too-young' }],
    ['what the register has is not judged anew', 2012, 2012, 2, open, {}],
    ['too many children', 1987, 1987, 21, open, { children: 'too-many-children' }],
    ['a closed unit', 1987, 1987, 2, { ...open, isClosed: true }, { '': 'unit-closed' }],
    ['a paused unit', 1987, 1987, 2, { ...open, isPaused: true }, { '': 'unit-paused' }],
    ['a pilot that has ended', 1987, 1987, 2, ended, { '': 'pilot-ended' }],
  ] as const)('%s', (_, birthYear, known, children, unit, expected) =>
    expect(
      answerProblems({ birthYear, children }, { birthYear: known }, { policy, today: '2026-05-04', unit }),
    ).toEqual(expected),
  )
})
