import { describe, expect, it } from 'vitest'
import { PriceForm, valuesOf } from './forms.ts'
import {
  arrangeLists,
  chosenYear,
  fromProblem,
  type Given,
  nothingGiven,
  type PriceList,
  readEuros,
  suggestedFrom,
  sumGiven,
  typedEuros,
  unpricedAmong,
  worthOf,
  yearsOf,
} from './rules.ts'
import { sayRoundly } from './words.ts'

describe('a price as people type it', () => {
  it.each([
    ['12', 1200],
    ['12,5', 1250],
    ['12.50 €', 1250],
    [' 1 000,00 ', 100_000],
    ['0', 0],
    ['12,505', null],
    ['-1', null],
    ['ilmainen', null],
    ['', null],
  ])('%s is %s cents', (typed, cents) => expect(readEuros(typed)).toBe(cents))

  it('is shown as it can be typed again', () => {
    for (const cents of [0, 5, 1250, 99_999]) expect(readEuros(typedEuros(cents))).toBe(cents)
  })
})

describe('a form of prices', () => {
  const problemsOf = (fields: Record<string, string>) => {
    const parsed = PriceForm.safeParse(fields)
    return parsed.success
      ? parsed.data
      : Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), message]))
  }
  it.each<[string, Record<string, string>, unknown]>([
    [
      'both prices of a kind',
      { 'ticket-adult': '10', 'ticket-child': '0' },
      { validFrom: '2026-01-01', prices: { ticket: { adult: 1000, child: 0 } } },
    ],
    ['nothing', {}, { 'ticket-adult': 'price-missing' }],
    ['one price of a kind', { 'course-place-child': '5' }, { 'course-place-adult': 'price-other' }],
    [
      'no price',
      { 'ticket-adult': 'x', 'ticket-child': '1000,01' },
      { 'ticket-adult': 'price-form', 'ticket-child': 'price-high' },
    ],
  ])('with %s', (_, fields, wanted) => expect(problemsOf({ from: '1.1.2026', ...fields })).toEqual(wanted))

  it('starts with a list as it can be sent again', () => {
    const list = { validFrom: '2026-03-01', prices: { 'season-pass': { adult: 5050, child: 0 } } }
    expect(PriceForm.parse(valuesOf(list))).toEqual(list)
  })
})

const list = (id: number, validFrom: string, takenBackAt: Date | null = null): PriceList => ({
  ...{ id, validFrom, prices: {}, takenBackAt },
})

describe('price lists', () => {
  it('hold from their day until the next one, but for those taken back', () => {
    const lists = [
      list(1, '2024-01-01'),
      list(2, '2026-01-01'),
      list(3, '2026-05-01', new Date(0)),
      list(4, '2027-01-01'),
    ]
    expect(arrangeLists(lists, '2026-05-04').map(({ id, time }) => [id, time])).toEqual([
      [4, 'coming'],
      [2, 'now'],
      [1, 'earlier'],
    ])
    expect(suggestedFrom(lists, '2026-05-04')).toBe('2026-05-01')
    expect(suggestedFrom([list(3, '2026-05-01', new Date(0))], '2026-05-04')).toBe('2026-01-01')
  })

  it.each([
    ['2014-12-31', 'from-early'],
    ['2015-01-01', null],
    ['2027-05-04', null],
    ['2027-05-05', 'from-far'],
  ])('beginning on %s: %s', (from, problem) => expect(fromProblem(from, '2026-05-04')).toBe(problem))
})

const given = (more: Partial<Given>): Given => ({ ...nothingGiven, ...more })

describe('what was given', () => {
  it('is worth what is known of it; unknown is not nothing', () => {
    expect(worthOf(given({ tickets: 3, unpriced: 3 }))).toBeNull()
    expect(worthOf(given({ tickets: 3, unpriced: 1, cents: 2000 }))).toBe(2000)
    expect(worthOf(given({ tickets: 3, cents: 0 }))).toBe(0)
    expect(worthOf(nothingGiven)).toBe(0)
  })

  it('adds up by year, and says how many lack prices', () => {
    const months = [
      { month: '2026-02-01', ...given({ tickets: 2, cents: 10 }) },
      { month: '2025-12-01', ...given({ tickets: 5, children: 1, unpriced: 5 }) },
      { month: '2026-01-01', ...given({ tickets: 1, community: 1, cents: 5 }) },
    ]
    expect(yearsOf(months)).toEqual([
      { year: 2026, ...given({ tickets: 3, community: 1, cents: 15 }) },
      { year: 2025, ...given({ tickets: 5, children: 1, unpriced: 5 }) },
    ])
    expect(sumGiven(months).tickets).toBe(8)
    expect(unpricedAmong(months)).toBe(1)
    expect(chosenYear('2025', [2026, 2025])).toBe(2025)
    expect(chosenYear('1999', [2026, 2025])).toBe(2026)
    expect(chosenYear(null, [])).toBeNull()
  })
})

describe('a sum at the head of a page', () => {
  it.each([
    ['fi', 5_300, '53,00 €'],
    ['fi', 1_684_350, '16 844 €'],
    ['sv', 1_600_100, '16 001 €'],
    ['en', 1_600_100, '€16,001'],
    ['en', null, 'not known'],
  ] as const)('%s %s', (language, cents, wanted) =>
    expect(sayRoundly(language, cents).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(wanted),
  )
})
