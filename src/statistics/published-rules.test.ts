import { describe, expect, it } from 'vitest'
import { nationalTable, type PublishedYear, yearlyCsv } from './published-rules.ts'
import { yearlyRow } from './rules.ts'
import { spansOf, totalsOf } from './total-rules.ts'

const counted = yearlyRow({
  year: 2021,
  registered: 7,
  takenIntoUse: 3,
  municipalities: 2,
  tickets: {
    culture: { adult: 4, child: 2 },
    education: { adult: 1, child: 0 },
    sports: { adult: 0, child: 5 },
  },
})
const blank = { culture: null, education: null, science: null, sports: null }
const published = (year: number, more: Partial<PublishedYear> = {}): PublishedYear => ({
  ...{ year, cardsRegistered: 100, cardsTakenIntoUse: null, adult: { ...blank, culture: 50 }, child: blank },
  ...{ total: 60, municipalities: null, source: 'Vuosiraportti', asOf: '2019-03-01' },
  ...more,
})

describe('the national table', () => {
  it('takes each year once, the oldest first, and marks those that were published elsewhere', () => {
    const { rows, superseded } = nationalTable([counted], [published(2016), published(2021)])
    expect(rows.map(({ year, total, published }) => [year, total, published?.source ?? null])).toEqual([
      [2016, 60, 'Vuosiraportti'],
      [2021, 12, null],
    ])
    expect(superseded.map(({ year }) => year)).toEqual([2021])
  })

  it('becomes lines whose blank cells are empty, and whose texts are no formulas', () => {
    const { rows } = nationalTable([counted], [published(2016, { source: '=1, "x"' })])
    expect(yearlyCsv(rows)).toBe(
      'year,cards_registered,cards_taken_into_use,' +
        'uses_adult_culture,uses_adult_education,uses_adult_science,uses_adult_sports,' +
        'uses_child_culture,uses_child_education,uses_child_science,uses_child_sports,' +
        'uses_total,municipalities,source,as_of\n' +
        '2016,100,,50,,,,,,,,60,,"\'=1, ""x""",2019-03-01\n' +
        '2021,7,3,4,1,,,2,,,5,12,2,,\n',
    )
  })
})

describe('totals since the beginning', () => {
  it('add up every year once, and say which were published elsewhere and what these leave out', () => {
    const whole = published(2017, { child: { ...blank, culture: 10 } })
    const { rows } = nationalTable([counted], [published(2016), whole, published(2021)])
    expect(totalsOf(rows)).toEqual({
      ...{ since: 2016, cards: 207, tickets: 132, children: 17 },
      ...{ published: [2016, 2017], incomplete: [2016] },
    })
  })

  it('are nothing, since no year, for an empty register', () =>
    expect(totalsOf([])).toMatchObject({ since: null, tickets: 0, published: [] }))

  it.each([
    [[], ''],
    [[2015], '2015'],
    [[2015, 2016, 2017, 2019], '2015–2017, 2019'],
  ])('years %j are written %s', (years, text) => expect(spansOf(years)).toBe(text))
})
