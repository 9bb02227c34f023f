import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  birthYearProblem,
  type CardFacts,
  childrenProblem,
  effectiveUntil,
  ownUntil,
  type Policy,
  policyOn,
  refusalOf,
} from './rules.ts'

/*
 * The rules as they could be read to somebody at an office, a row each: what happens, and who says so. A row without
 * a public source names a line of docs/our-choices.md.
 */

const terms = 'Terms of use, 26.2.2025'
const seed002 = 'Seed 002, Kaikukeskus 1/2026'
const soite = 'Soite: one year, counting the day of issue'
const vaasa = 'Vaasa, pilot of 2020: to the end of the year'
const lappeenranta = 'Lappeenranta, pilot of 2017 extended to 2018 (seed 001)'
const nokia = 'Nokia and Forssa: children under 18, together to the same event'
const kainuu = 'Kainuu and older English pages: children under 16'
const training = 'Pereh-J: no use before registration'
const sites = 'Instructions for sites: the register wins over the paper card'
const leapDay = 'our choice: A card of 29 February'
const mostChildren = 'our choice: Largest number of children'
const exceptions = 'our choice: Cards prolonged by an exception'
const renewed = 'our choice: The last day of a renewed card'
const closing = 'our choice: A closed card on its last day'
const community = 'our choice: Validity of a community card'
const communityChildren = 'our choice: Children with a community card'
const dated = "our choice: Which day's rule counts"
const greatAge = 'our choice: Oldest birth year'

/** The policies as migrations 0003 and 0017 have them. */
const earlier: Policy = {
  ...{ validFrom: '2015-01-01', validityMonths: 12, minimumAge: 16, childAge: 16, maximumChildren: 20 },
  ...{ communityChildAge: 16, communityValidityMonths: 12, phoneCard: false },
}
const today: Policy = { ...earlier, validFrom: '2025-02-26', childAge: 18 }
/** Invented: what a later decision could bring. */
const later: Policy = {
  ...today,
  ...{ validFrom: '2028-01-01', validityMonths: 24, minimumAge: 15, maximumChildren: 6 },
}
const policies = [earlier, today, later]

const validity = [
  ['a card of 15 March is valid through 14 March', '2026-03-15', '2027-03-14', soite],
  ['the registration day is the first of its days', '2026-06-10', '2027-06-09', soite],
  ['a card of New Year’s Day ends with the year', '2026-01-01', '2026-12-31', soite],
  ['a card of New Year’s Eve ends on 30 December', '2026-12-31', '2027-12-30', soite],
  ['a card of the first of a month ends with the month before', '2026-05-01', '2027-04-30', soite],
  ['a card of the 31st ends on the 30th', '2026-10-31', '2027-10-30', soite],
  ['a card of 1 July ends on 30 June', '2026-07-01', '2027-06-30', soite],
  ['a card of 1 March ends on the leap day', '2027-03-01', '2028-02-29', leapDay],
  ['a card of 1 March ends on 28 February in a common year', '2026-03-01', '2027-02-28', soite],
  ['a card of the leap day ends on 28 February', '2024-02-29', '2025-02-28', leapDay],
  ['a card of 28 February before a leap day ends on the 27th', '2027-02-28', '2028-02-27', leapDay],
  ['a card of the last day of summer time counts days, not hours', '2026-10-25', '2027-10-24', soite],
  ['twelve months held before the present terms too', '2019-09-02', '2020-09-01', seed002],
] as const

const pilots = [
  ['a card of a pilot ends with the pilot', '2026-03-15', '2026-08-31', '2026-08-31', seed002],
  [
    'a pilot to the end of the year ends all its cards there',
    '2020-09-01',
    '2020-12-31',
    '2020-12-31',
    vaasa,
  ],
  ['also one given in January of that year', '2020-01-15', '2020-12-31', '2020-12-31', vaasa],
  ['a card of the pilot’s last day is good for that day', '2026-06-30', '2026-06-30', '2026-06-30', seed002],
  ['a pilot that outlives the card changes nothing', '2026-03-15', '2027-12-31', '2027-03-14', seed002],
  ['a pilot that ends with the card changes nothing', '2026-03-15', '2027-03-14', '2027-03-14', seed002],
  ['a pilot that ends a day earlier ends the card then', '2026-03-15', '2027-03-13', '2027-03-13', seed002],
  ['where the card is permanent, no pilot ends it', '2026-03-15', null, '2027-03-14', seed002],
  [
    'an extended pilot gives the card its own year back',
    '2017-06-15',
    '2018-12-31',
    '2018-06-14',
    lappeenranta,
  ],
  [
    'before the extension it ended with the old pilot',
    '2017-06-15',
    '2017-12-31',
    '2017-12-31',
    lappeenranta,
  ],
  ['a pilot extended by a little gives a little', '2017-06-15', '2018-03-31', '2018-03-31', lappeenranta],
] as const

const spring = { from: '2026-03-16', cardsUntil: '2026-07-31' }
const summer = { from: '2026-07-01', cardsUntil: '2026-12-31' }
const exceptional = [
  ['an exception prolongs a card that is valid when it begins', '2026-04-01', null, [spring], '2026-07-31'],
  ['also one that ends on that very day', '2026-03-16', null, [spring], '2026-07-31'],
  ['but none that ended the day before', '2026-03-15', null, [spring], '2026-03-15'],
  ['it never takes days away', '2026-09-30', null, [spring], '2026-09-30'],
  ['it reaches past the end of a pilot', '2027-03-14', '2026-05-31', [spring], '2026-07-31'],
  ['two in a row carry a card from one to the other', '2026-04-01', null, [summer, spring], '2026-12-31'],
  ['the later one alone does not reach it', '2026-04-01', null, [summer], '2026-04-01'],
  ['without one the card’s own day stands', '2026-04-01', null, [], '2026-04-01'],
] as const

const ages = [
  ['who turned 16 last year can have a card', 2009, '2026-01-01', null, terms],
  ['who turns 16 on New Year’s Eve can have one all that year', 2010, '2026-01-01', null, terms],
  ['who turns 16 this year can have one on its last day', 2010, '2026-12-31', null, terms],
  ['who turns 16 next year is too young on New Year’s Eve', 2011, '2026-12-31', 'too-young', terms],
  ['and is old enough the day after', 2011, '2027-01-01', null, terms],
  ['a child of ten is too young', 2016, '2026-06-01', 'too-young', terms],
  ['a newborn is too young', 2026, '2026-06-01', 'too-young', terms],
  ['there is no upper age', 1926, '2026-06-01', null, terms],
  ['somebody of 120 is taken at the word', 1906, '2026-06-01', null, greatAge],
  ['121 years is a typing error', 1905, '2026-06-01', 'impossible', greatAge],
  ['a year to come is a typing error', 2027, '2026-12-31', 'impossible', greatAge],
  ['two digits are no year', 75, '2026-06-01', 'impossible', greatAge],
  ['a lower age counts from its own day on', 2013, '2028-01-01', null, dated],
  ['the day before, the higher age counts still', 2013, '2027-12-31', 'too-young', dated],
] as const

const children = [
  ['as many children as the register says get tickets', 'personal', 2, 2, null, sites],
  ['fewer may come', 'personal', 3, 1, null, sites],
  ['one more than the register says does not', 'personal', 2, 3, 'children-exceed-card', sites],
  ['without children in the register none gets a ticket', 'personal', 0, 1, 'children-exceed-card', sites],
  ['the holder may come alone', 'personal', 2, 0, null, nokia],
  ['clients of a unit are counted by no register', 'community', 0, 9, null, seed002],
  ['a community card is fine without children too', 'community', 0, 0, null, seed002],
] as const

const limits = [
  ['in 2026 a child is under 18', '2026-05-04', 'childAge', 18, nokia],
  ['since the terms of 26.2.2025', '2025-02-26', 'childAge', 18, terms],
  ['the day before a child was under 16', '2025-02-25', 'childAge', 16, kainuu],
  ['in 2019 a child was under 16', '2019-09-02', 'childAge', 16, kainuu],
  ['a card has at most 20 children', '2026-05-04', 'maximumChildren', 20, mostChildren],
  ['a later limit counts from its own day', '2028-01-01', 'maximumChildren', 6, dated],
  ['and not on the day before', '2027-12-31', 'maximumChildren', 20, dated],
  ['with a community card a child is under 16', '2026-05-04', 'communityChildAge', 16, seed002],
  ['although one’s own children are under 18', '2026-05-04', 'childAge', 18, communityChildren],
  [
    'no desk takes a card on a phone until the centre says so',
    '2026-05-04',
    'phoneCard',
    false,
    'our choice: A card on a phone',
  ],
] as const

const renewals = [
  ['a renewed card is valid twelve months from the renewal', '2027-03-01', '2028-02-29', renewed],
  ['also when the old one was valid still', '2027-02-14', '2028-02-13', renewed],
  ['a year after it ran out as well', '2028-03-15', '2030-03-14', dated],
  ['renewed the day before a new rule, the old rule counts', '2027-12-31', '2028-12-30', dated],
  ['renewed on the first day of a new rule, the new one counts', '2028-01-01', '2029-12-31', dated],
] as const

const registered: CardFacts = {
  ...{ type: 'personal', state: 'registered', registeredOn: '2026-03-15', validUntil: '2027-03-14' },
  ...{ closedOn: null, children: 0 },
}
const replaced: CardFacts = { ...registered, state: 'replaced', closedOn: '2027-02-14' }
const uses = [
  ['a card works on the day it is registered', registered, '2026-03-15', null, soite],
  ['and on its last day', registered, '2027-03-14', null, soite],
  ['the day after, it has expired', registered, '2027-03-15', 'card-expired', seed002],
  [
    'the day before its registration it does not work',
    registered,
    '2026-03-14',
    'card-not-registered',
    training,
  ],
  [
    'a card in stock does not work',
    { ...registered, state: 'stock', registeredOn: null, validUntil: null },
    '2026-05-04',
    'card-not-registered',
    training,
  ],
  [
    'a renewed card’s old one is refused from the renewal on',
    replaced,
    '2027-02-14',
    'card-replaced',
    closing,
  ],
  ['a use of the day before counts, though it is recorded late', replaced, '2027-02-13', null, closing],
  [
    'a lost card is refused at once',
    { ...registered, state: 'lost', closedOn: '2026-09-01' },
    '2026-09-01',
    'card-lost',
    closing,
  ],
  [
    'a withdrawn card is refused too, and the site never learns why',
    { ...registered, state: 'withdrawn', closedOn: '2026-09-01' },
    '2026-12-01',
    'card-blocked',
    closing,
  ],
] as const satisfies readonly (readonly [string, CardFacts, string, string | null, string])[]

const communities = [
  ['a community card is valid twelve months', '2026-03-15', '2027-03-14', community],
  ['counted in the same way', '2026-01-01', '2026-12-31', community],
  ['also when personal cards have another time', '2028-01-01', '2028-12-31', community],
] as const

/** What a policy of the day says of a registration. */
const lastDay = (registeredOn: string) => ownUntil(policyOn(policies, registeredOn), registeredOn)

describe('how long a card is valid', () => {
  test.each(validity)('%s (%s → %s)', (_, registeredOn, last) => expect(lastDay(registeredOn)).toBe(last))
  test.each(pilots)('%s (%s, pilot until %s → %s)', (_, registeredOn, pilotEnd, last) =>
    expect(effectiveUntil(lastDay(registeredOn), pilotEnd, [])).toBe(last),
  )
  test.each(exceptional)('%s', (_, own, pilotEnd, found, last) =>
    expect(effectiveUntil(own, pilotEnd, found)).toBe(last),
  )
})

describe('who can have a card', () => {
  test.each(ages)('%s (born %s, on %s)', (_, birthYear, on, problem) =>
    expect(birthYearProblem(policyOn(policies, on), birthYear, on)).toBe(problem),
  )
})

describe('children', () => {
  test.each(children)('%s', (_, type, inRegister, wanted, refusal) =>
    expect(childrenProblem({ type, children: inRegister }, wanted)).toBe(refusal),
  )
  test.each(limits)('%s (%s)', (_, on, name, value) => expect(policyOn(policies, on)[name]).toBe(value))
})

describe('renewal', () => {
  test.each(renewals)('%s (%s → %s)', (_, renewedOn, last) => expect(lastDay(renewedOn)).toBe(last))
})

describe('a card on a day', () => {
  test.each(uses)('%s', (_, card, on, refusal) => expect(refusalOf(card, on)).toBe(refusal))
})

describe('community cards', () => {
  test.each(communities)('%s (%s → %s)', (_, registeredOn, last) =>
    expect(ownUntil(policyOn(policies, registeredOn), registeredOn, 'community')).toBe(last),
  )
})

const rows: readonly (readonly unknown[])[] = [
  ...[...validity, ...pilots, ...ages, ...children, ...limits, ...renewals, ...uses, ...communities],
  ...exceptional.map((row) => [...row, exceptions]),
]

test('there are sixty rules and more, no sentence twice, each with its source', () => {
  expect(rows.length).toBeGreaterThanOrEqual(60)
  expect(new Set(rows.map(([sentence]) => sentence)).size).toBe(rows.length)
  for (const row of rows) expect(row.at(-1), String(row[0])).toMatch(/\p{L}{3}/u)
})

test('what is our own choice stands in the list of our choices', () => {
  const choices = readFileSync('docs/our-choices.md', 'utf8')
  const ours = rows.map((row) => String(row.at(-1))).filter((source) => source.startsWith('our choice: '))
  for (const source of new Set(ours)) expect(choices).toContain(`| ${source.replace('our choice: ', '')} |`)
})
