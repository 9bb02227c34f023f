import { describe, expect, test } from 'vitest'
import { childrenChoice, joinChildren } from './answer-rules.ts'
import {
  type Background,
  closeProblem,
  closingsOf,
  correctedProblems,
  correctionsOf,
  correctProblem,
  reopenProblem,
  standingOn,
} from './life-rules.ts'
import { ownUntil, type Policy } from './rules.ts'

const policy: Policy = {
  validFrom: '2025-02-26',
  validityMonths: 12,
  minimumAge: 16,
  childAge: 18,
  maximumChildren: 20,
  communityValidityMonths: 6,
  communityChildAge: 16,
  phoneCard: false,
}

// Soite: one year that counts the day of issue. The community card's months are a number of their own (policy).
test.each([
  ['a personal card has the months of personal cards', 'personal', '2027-05-03'],
  ['a community card has months of its own', 'community', '2026-11-03'],
] as const)('%s', (_, type, until) => expect(ownUntil(policy, '2026-05-04', type)).toBe(until))

// The thirty days are our own choice (docs/our-choices.md).
test.each([
  ['a card far from its end is valid', 'registered', '2026-06-04', 'valid'],
  ['thirty days before its end it expires soon', 'registered', '2026-06-03', 'expiring'],
  ['on its last day it still expires soon', 'registered', '2026-05-04', 'expiring'],
  ['the day after it has expired', 'registered', '2026-05-03', 'expired'],
  ['a lost card is lost, expired or not', 'lost', '2026-05-03', 'lost'],
  ['a replaced card is replaced', 'replaced', '2027-05-03', 'replaced'],
  ['a card in stock is in stock', 'stock', null, 'stock'],
] as const)('%s', (_, state, validUntil, expected) =>
  expect(standingOn({ state, validUntil }, '2026-05-04')).toBe(expected),
)

// The list of reasons is our own choice; nobody is the holder of a community card.
test('a personal card is closed for six reasons, a community card for three', () => {
  expect(closingsOf('personal')).toEqual(['lost', 'asked', 'no-longer-client', 'misuse', 'died', 'other'])
  expect(closingsOf('community')).toEqual(['lost', 'misuse', 'other'])
})

test.each([
  ['an open card, as it was seen', 'registered', 3, null],
  ['an open card that changed meanwhile', 'registered', 4, 'changed'],
  ['a lost card is closed already', 'lost', 3, 'not-open'],
  ['a withdrawn card is closed already', 'withdrawn', 3, 'not-open'],
  ['a replaced card is closed already', 'replaced', 3, 'not-open'],
  ['a card in stock is nobody’s to close', 'stock', 3, 'not-open'],
] as const)('closing: %s', (_, state, revision, expected) =>
  expect(closeProblem({ state, revision }, 3)).toBe(expected),
)

// Undo for 15 minutes, as everywhere (docs/our-choices.md).
const closedAt = new Date('2026-05-04T09:00:00Z')
test.each([
  ['at once', 'lost', null, 0, null],
  ['to the last second', 'lost', null, 15 * 60, null],
  ['not a second later', 'lost', null, 15 * 60 + 1, 'reopen-too-late'],
  ['a withdrawal too', 'withdrawn', 'asked', 60, null],
  ['a consent taken back keeps the card closed', 'withdrawn', 'consent-withdrawn', 60, 'reopen-too-late'],
  ['a card that another took the place of stays closed', 'replaced', null, 60, 'reopen-replaced'],
  ['an open card is open', 'registered', null, 60, 'reopen-not-closed'],
] as const)('reopening: %s', (_, state, reason, seconds, expected) =>
  expect(
    reopenProblem({ state }, { at: closedAt, reason }, new Date(closedAt.getTime() + seconds * 1000)),
  ).toBe(expected),
)
test('a card that an old list brought closed has no minutes to reopen it', () =>
  expect(reopenProblem({ state: 'lost' }, undefined, closedAt)).toBe('reopen-too-late'))

describe('correcting', () => {
  const before: Background = {
    birthYear: 1987,
    postalCode: '87100',
    children: 1,
    lifeSituation: null,
    gender: 'woman',
  }
  const after = { ...before, birthYear: 1987, postalCode: '87100' }
  test.each([
    ['nothing changed, nothing said', after, []],
    ['the number of children', { ...after, children: 2 }, [{ field: 'children', from: 1, to: 2 }]],
    ['an answer taken back', { ...after, gender: null }, [{ field: 'gender', from: 'woman', to: null }]],
    [
      'two at once, in the order of the form',
      { ...after, lifeSituation: 'student', birthYear: 1978 },
      [
        { field: 'birthYear', from: 1987, to: 1978 },
        { field: 'lifeSituation', from: null, to: 'student' },
      ],
    ],
  ] as const)('%s', (_, answers, expected) => expect(correctionsOf(before, answers)).toEqual(expected))

  test.each([
    ['a personal card in use', 'personal', 'registered', 3, null],
    ['one that changed meanwhile', 'personal', 'registered', 2, 'changed'],
    ['a closed one', 'personal', 'lost', 3, 'not-correctable'],
    ['a community card has no answers', 'community', 'registered', 3, 'not-correctable'],
  ] as const)('%s', (_, type, state, revision, expected) =>
    expect(correctProblem({ type, state, revision: 3 }, revision)).toBe(expected),
  )

  // Terms of use of 26.2.2025: 16 or turning 16 this year; the year is that of the registration.
  test.each([
    ['who turned 16 in the year of registration', 2009, 2, {}],
    ['who turned 16 only the year after', 2010, 2, { birthYear: 'too-young' }],
    ['a year that nobody living was born in', 1850, 2, { birthYear: 'birth-year-impossible' }],
    ['as many children as the rules take', 1987, 20, {}],
    ['one more', 1987, 21, { children: 'too-many-children' }],
  ] as const)('by the rules of the registration day: %s', (_, birthYear, children, expected) =>
    expect(correctedProblems({ birthYear, children }, policy, '2025-12-31')).toEqual(expected),
  )
})

describe('the chip and the field of children as one answer', () => {
  test.each([
    ['the chip', { children: '2' }, '2'],
    ['another number', { children: 'other', childrenOther: ' 7 ' }, '7'],
    ['a number beside the 0 that was chosen beforehand', { children: '0', childrenOther: '3' }, 'unclear'],
    [
      'a number beside the 2 that the register has',
      { children: '2', childrenOther: '3', childrenWas: '2' },
      'unclear',
    ],
    ['0 chosen in place of 2', { children: '0', childrenOther: '', childrenWas: '2' }, '0'],
  ])('%s', (_, fields, expected) => expect(joinChildren(fields)).toMatchObject({ children: expected }))

  test.each([
    ['what the register says has a chip', {}, 3, { value: '3', number: '' }],
    ['what it says has none', {}, 7, { value: 'other', number: '7' }],
    ['what was chosen last stays', { children: '1' }, 3, { value: '1', number: '' }],
    ['and what was written', { children: 'other', childrenOther: '8' }, 3, { value: 'other', number: '8' }],
  ])('%s', (_, values, known, expected) =>
    expect(childrenChoice({ values, problems: {} }, known)).toEqual(expected),
  )
})
