import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../lib/dates.ts'
import {
  type AreaTerm,
  areaProblem,
  birthYearProblem,
  type CardFacts,
  childrenProblem,
  effectiveUntil,
  genders,
  isOldEnough,
  lifeSituations,
  mayUndo,
  ownUntil,
  type Policy,
  policyOn,
  postalCode,
  refusalOf,
  undoUntil,
  unitProblem,
} from './rules.ts'

const policy: Policy = {
  validFrom: '2025-02-26',
  validityMonths: 12,
  minimumAge: 16,
  childAge: 18,
  maximumChildren: 20,
  communityChildAge: 16,
  communityValidityMonths: 12,
  phoneCard: false,
}
const validUntil = (of: Policy, registeredOn: string, pilotUntil: string | null) =>
  effectiveUntil(ownUntil(of, registeredOn), pilotUntil, [])
const older: Policy = { ...policy, validFrom: '2015-01-01', childAge: 16 }
const coming: Policy = { ...policy, validFrom: '2027-01-01', validityMonths: 24 }

describe('the policy of a day', () => {
  const policies = [policy, coming, older]
  test.each([
    ['the first policy holds from its first day', '2015-01-01', older],
    ['and through the day before the next', '2025-02-25', older],
    ['the next holds from its first day', '2025-02-26', policy],
    ['a coming policy changes nothing yet', '2026-12-31', policy],
    ['and holds once it has begun', '2027-01-01', coming],
  ] as const)('%s', (_, day, expected) => {
    expect(policyOn(policies, day)).toBe(expected)
    expect(policyOn(policies.toReversed(), day)).toBe(expected)
  })

  test('a day before every policy is a bug, and says so', () => {
    expect(() => policyOn(policies, '2014-12-31')).toThrow('2014-12-31')
    expect(() => policyOn([], '2026-01-01')).toThrow()
  })
})

describe('the last day of a card', () => {
  test.each([
    ['a year counts the registration day as its first', '2026-03-15', null, '2027-03-14'],
    ['a card of New Year ends with the year', '2026-01-01', null, '2026-12-31'],
    ['a card of New Year’s Eve ends on the day before', '2026-12-31', null, '2027-12-30'],
    ['a card of the first of a month ends with the month before', '2026-05-01', null, '2027-04-30'],
    ['a card of 1 March ends on the leap day', '2027-03-01', null, '2028-02-29'],
    ['a card of 1 March ends on 28 February in other years', '2026-03-01', null, '2027-02-28'],
    ['a card of the leap day ends on 28 February', '2028-02-29', null, '2029-02-28'],
    ['a card of the 31st ends on the 30th', '2026-10-31', null, '2027-10-30'],
    ['a pilot that outlives the card changes nothing', '2026-03-15', '2027-12-31', '2027-03-14'],
    ['a pilot that ends with the card changes nothing', '2026-03-15', '2027-03-14', '2027-03-14'],
    ['a pilot that ends a day earlier ends the card', '2026-03-15', '2027-03-13', '2027-03-13'],
    ['a pilot of a calendar year ends the card with the year', '2020-09-01', '2020-12-31', '2020-12-31'],
    ['on the last day of a pilot, a card is good for that day', '2026-06-30', '2026-06-30', '2026-06-30'],
  ] as const)('%s', (_, registeredOn, pilotUntil, last) =>
    expect(validUntil(policy, registeredOn, pilotUntil)).toBe(last),
  )

  test('the policy’s own number of months counts', () =>
    expect(validUntil(coming, '2027-03-15', null)).toBe('2029-03-14'))

  const anyDay = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('2015-01-01', count))
  test('no card ends before it begins, none outlives its pilot or a year, later cards never end earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.option(fc.nat(800)), (registeredOn, left) => {
        const pilotUntil = left === null ? null : addDays(registeredOn, left)
        const last = validUntil(policy, registeredOn, pilotUntil)
        expect(last >= registeredOn).toBe(true)
        expect(last <= addDays(registeredOn, 365)).toBe(true)
        if (left !== 0) expect(validUntil(policy, addDays(registeredOn, 1), pilotUntil) >= last).toBe(true)
        if (pilotUntil !== null) expect(last <= pilotUntil).toBe(true)
      }),
    )
  })
})

describe('the last day that counts', () => {
  const spring = { from: '2026-03-16', cardsUntil: '2026-07-31' }
  const summer = { from: '2026-07-01', cardsUntil: '2026-12-31' }
  test.each([
    ['is the card’s own', '2027-03-14', null, [], '2027-03-14'],
    ['is the pilot’s end when that is earlier', '2027-03-14', '2026-08-31', [], '2026-08-31'],
    ['is never after the card’s own for a longer pilot', '2027-03-14', '2028-01-31', [], '2027-03-14'],
    ['moves on by an exception that finds the card valid', '2026-04-01', null, [spring], '2026-07-31'],
    ['also on the very day the card ends', '2026-03-16', null, [spring], '2026-07-31'],
    ['but not for a card that had ended the day before', '2026-03-15', null, [spring], '2026-03-15'],
    ['never moves back', '2026-09-30', null, [spring], '2026-09-30'],
    ['moves past a pilot’s end too', '2027-03-14', '2026-05-31', [spring], '2026-07-31'],
    [
      'moves on by an exception that another one lets it reach',
      '2026-04-01',
      null,
      [summer, spring],
      '2026-12-31',
    ],
    ['does not reach it alone', '2026-04-01', null, [summer], '2026-04-01'],
  ] as const)('%s', (_, own, pilotEnd, exceptions, last) =>
    expect(effectiveUntil(own, pilotEnd, exceptions)).toBe(last),
  )
})

test('a closed unit hands out nothing, nor does a paused one; closed is said first', () => {
  const open = { term: null, isAgreed: true, isClosed: false, isPaused: false }
  expect(unitProblem(open)).toBeNull()
  expect(unitProblem({ ...open, isPaused: true })).toBe('unit-paused')
  expect(unitProblem({ ...open, isPaused: true, isClosed: true })).toBe('unit-closed')
})

describe('registering in a municipality', () => {
  const during = (phase: AreaTerm['phase'], from: string | null, until: string | null) => ({
    phase,
    from,
    until,
  })
  test.each([
    ['that never had a phase, nothing is refused', null, null],
    ['in permanent use, nothing is refused', during('permanent', null, null), null],
    ['on the first day of its use', during('permanent', '2026-05-04', null), null],
    ['the day before, it has not started', during('permanent', '2026-05-05', null), 'area-not-started'],
    ['on the last day of its use', during('permanent', null, '2026-05-04'), null],
    ['the day after, it has ended', during('permanent', null, '2026-05-03'), 'area-ended'],
    ['in a pilot without a known end', during('pilot', '2026-01-01', null), null],
    ['that is only interested, it has not started', during('interest', null, null), 'area-not-started'],
    ['on the last day of a pilot', during('pilot', null, '2026-05-04'), null],
    ['the day after a pilot', during('pilot', null, '2026-05-03'), 'pilot-ended'],
    ['before a pilot', during('pilot', '2026-05-05', '2026-12-31'), 'area-not-started'],
    ['that prepares', during('preparing', '2026-01-01', null), 'area-not-started'],
    ['that will prepare', during('preparing', '2026-06-01', null), 'area-not-started'],
    ['that prepared and began nothing', during('preparing', null, '2026-05-03'), 'area-ended'],
    ['that has left', during('ended', '2026-05-04', null), 'area-ended'],
    ['that has left, nobody knows when', during('ended', null, null), 'area-ended'],
    ['that will leave tomorrow', during('ended', '2026-05-05', null), 'area-not-started'],
  ] as const)('%s', (_, term, problem) => expect(areaProblem(term, '2026-05-04')).toBe(problem))
})

describe('age', () => {
  test.each([
    ['on New Year’s Eve, who turns 16 next year is too young', 2011, '2026-12-31', 'too-young'],
    ['on New Year’s Day, who turns 16 this year is not', 2011, '2027-01-01', null],
    ['who turns 16 only on New Year’s Eve has a card all year', 2010, '2026-01-01', null],
    ['who turns 16 this year may have one on its last day', 2010, '2026-12-31', null],
    ['who turned 16 last year may', 2009, '2026-01-01', null],
    ['a newborn is too young', 2026, '2026-06-01', 'too-young'],
    ['next year is impossible, not too young', 2027, '2026-12-31', 'impossible'],
    ['120 years is a great age', 1906, '2026-06-01', null],
    ['121 is impossible', 1905, '2026-06-01', 'impossible'],
    ['two digits are no year', 75, '2026-06-01', 'impossible'],
    ['half a year is no year', 1980.5, '2026-06-01', 'impossible'],
    ['nor is something that is no number', Number.NaN, '2026-06-01', 'impossible'],
  ] as const)('%s', (_, birthYear, today, problem) => {
    expect(birthYearProblem(policy, birthYear, today)).toBe(problem)
    if (problem !== 'impossible') expect(isOldEnough(policy, birthYear, today)).toBe(problem === null)
  })

  test('the policy’s own age counts', () => {
    expect(birthYearProblem({ ...policy, minimumAge: 18 }, 2009, '2026-06-01')).toBe('too-young')
    expect(birthYearProblem({ ...policy, minimumAge: 18 }, 2008, '2026-06-01')).toBeNull()
  })
})

describe('a use on a day', () => {
  const card: CardFacts = {
    type: 'personal',
    state: 'registered',
    registeredOn: '2026-03-15',
    validUntil: '2027-03-14',
    closedOn: null,
    children: 2,
  }
  const closed = (state: CardFacts['state'], closedOn = '2026-06-10') => ({ ...card, state, closedOn })
  const stock: CardFacts = { ...card, state: 'stock', registeredOn: null, validUntil: null, children: 0 }
  test.each([
    ['no card is unknown', undefined, '2026-05-04', 'card-unknown'],
    ['a card is good on the day of its registration', card, '2026-03-15', null],
    ['and on a day between', card, '2026-12-31', null],
    ['and on its last day', card, '2027-03-14', null],
    ['it has expired the day after', card, '2027-03-15', 'card-expired'],
    ['and years after', card, '2031-01-01', 'card-expired'],
    ['a day before its registration it was not registered', card, '2026-03-14', 'card-not-registered'],
    ['a card in stock is not registered', stock, '2026-05-04', 'card-not-registered'],
    ['a card for one day is good on it', { ...card, validUntil: '2026-03-15' }, '2026-03-15', null],
    ['and expired on the next', { ...card, validUntil: '2026-03-15' }, '2026-03-16', 'card-expired'],
    ['a replaced card says so', { ...card, state: 'replaced' }, '2026-05-04', 'card-replaced'],
    ['also when it has expired', { ...card, state: 'replaced' }, '2028-01-01', 'card-replaced'],
    ['a lost card says so', { ...card, state: 'lost' }, '2026-05-04', 'card-lost'],
    ['a withdrawn card is blocked', { ...card, state: 'withdrawn' }, '2026-05-04', 'card-blocked'],
    ['also when it has expired', { ...card, state: 'withdrawn' }, '2028-01-01', 'card-blocked'],
    ['a card lost from stock is lost', { ...stock, state: 'lost' }, '2026-05-04', 'card-lost'],
    ['a card is good until the day it is replaced', closed('replaced'), '2026-06-09', null],
    ['and replaced on that day', closed('replaced'), '2026-06-10', 'card-replaced'],
    ['and after it', closed('replaced'), '2026-06-11', 'card-replaced'],
    ['a card is good until the day it is lost', closed('lost'), '2026-06-09', null],
    ['and lost on that day', closed('lost'), '2026-06-10', 'card-lost'],
    ['a card is good until the day it is withdrawn', closed('withdrawn'), '2026-06-09', null],
    ['and blocked then', closed('withdrawn'), '2026-06-10', 'card-blocked'],
    ['a card closed later is judged by its days', closed('lost'), '2026-03-14', 'card-not-registered'],
    ['and had expired', closed('lost', '2027-06-10'), '2027-03-15', 'card-expired'],
    [
      'a card of the stock was not registered before it was lost',
      { ...stock, state: 'lost', closedOn: '2026-06-10' },
      '2026-06-09',
      'card-not-registered',
    ],
    ['a community card is good in its time', { ...card, type: 'community' }, '2026-05-04', null],
    ['and expires like others', { ...card, type: 'community' }, '2027-03-15', 'card-expired'],
    [
      'without a last day nothing is valid',
      { ...card, validUntil: null },
      '2026-05-04',
      'card-not-registered',
    ],
  ] as const)('%s', (_, aCard, day, refusal) => expect(refusalOf(aCard, day)).toBe(refusal))

  test.each([
    ['no child ticket is always right', 'personal', 0, 0, null],
    ['as many as in the register', 'personal', 2, 2, null],
    ['fewer than in the register', 'personal', 2, 1, null],
    ['one too many', 'personal', 2, 3, 'children-exceed-card'],
    ['one, when the register knows none', 'personal', 0, 1, 'children-exceed-card'],
    ['a community card brings clients that no register counts', 'community', 0, 12, null],
  ] as const)('child tickets: %s', (_, type, registered, children, problem) =>
    expect(childrenProblem({ type, children: registered }, children)).toBe(problem),
  )
})

describe('undoing a registration', () => {
  const at = (text: string) => new Date(`${text}Z`)
  test.each([
    ['at once', '2026-05-04T10:00:00', '2026-05-04T10:00:00', true],
    ['after 14 minutes', '2026-05-04T10:00:00', '2026-05-04T10:14:59.999', true],
    ['at 15 minutes sharp', '2026-05-04T10:00:00', '2026-05-04T10:15:00', true],
    ['a blink later no more', '2026-05-04T10:00:00', '2026-05-04T10:15:00.001', false],
    ['a blink before', '2026-05-04T10:00:00', '2026-05-04T09:59:59.999', false],
    ['a registration of a later day', '2026-05-05T09:00:00', '2026-05-04T10:00:00', false],
    ['across midnight', '2026-12-31T21:55:00', '2026-12-31T22:05:00', true],
    ['a night when clocks go back gives no extra time', '2026-10-25T00:50:00', '2026-10-25T01:10:00', false],
  ] as const)('%s', (_, registeredAt, now, may) => expect(mayUndo(at(registeredAt), at(now))).toBe(may))

  test('the time is told, and the registration’s own is left alone', () => {
    const registeredAt = at('2026-05-04T10:00:00')
    expect(undoUntil(registeredAt)).toEqual(at('2026-05-04T10:15:00'))
    expect(registeredAt).toEqual(at('2026-05-04T10:00:00'))
  })
})

describe('postal codes', () => {
  test.each([
    ['87100', '87100'],
    ['00100', '00100'],
    [' 87100 ', '87100'],
    ['87 100', '87100'],
    ['FI-87100', '87100'],
    ['fi-87100', '87100'],
    ['FI 87100', '87100'],
    ['FI–87100', '87100'],
    ['FIN-87100', '87100'],
    ['AX-22100', '22100'],
    ['953 31', '95331'],
    ['953\u00a031', '95331'],
    ['95331', '95331'],
    ['SE-95331', '95331'],
    ['SE-953 31', '95331'],
    ['S-953 31', '95331'],
    ['８７１００', '87100'],
    ['99999', '99999'],
  ])('%s is %s', (typed, code) => expect(postalCode(typed)).toBe(code))

  test.each([
    ...['', ' ', '8710', '871000', '8710O', 'FI-', 'FI-8710', 'NO-87100', 'DE-10115', '-87100', '87-100'],
    ...['87100 Kajaani', '131052-308T', '\u000087100', '٨٧١٠٠', '\ud800'],
  ])('“%s” is none', (typed) => expect(postalCode(typed)).toBeNull())
})

test('what may be answered is a slug, and each only once', () => {
  for (const list of [lifeSituations, genders] as const) {
    expect(new Set(list).size).toBe(list.length)
    for (const slug of list) expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/)
  }
})
