import { expect, test } from 'vitest'
import { type Answer, isEvaluationDue, medianOf, pilotOf, resultsOf, shownDivision } from './rules.ts'

const answer = (mark: number | null, given: Partial<Answer> = {}): Answer => ({
  side: 'venues',
  marks: [mark, 5, 5, 5, 5],
  goesOn: 'yes',
  well: null,
  better: null,
  ...given,
})

test('four answers show nothing but their number; five show means, and a question that four answered does not', () => {
  const four = [1, 2, 3, 4].map((mark) => answer(mark))
  expect(resultsOf(four)[1]).toEqual({ side: 'venues', answers: 4, shown: null })
  const [issuers, venues] = resultsOf([...four, answer(null, { goesOn: 'no', better: 'Ohje kassalle' })])
  expect(issuers).toMatchObject({ answers: 0, shown: null })
  expect(venues!.shown).toEqual({
    means: [null, 5, 5, 5, 5],
    goesOn: { yes: 4, unsure: 0, no: 1 },
    well: [],
    better: ['Ohje kassalle'],
  })
  expect(resultsOf([1, 2, 3, 4, 4].map((mark) => answer(mark)))[1]!.shown!.means[0]).toBe(2.8)
})

test('the latest pilot that has begun, of the municipalities that are in it together', () => {
  const stage = (phase: 'pilot' | 'permanent', from: string, until: string | null) => ({
    phase,
    from,
    until,
    crossUse: true,
  })
  const old = {
    id: 1,
    stages: [stage('pilot', '2020-01-01', '2020-12-31'), stage('permanent', '2021-01-01', null)],
  }
  const both = [2, 3].map((id) => ({
    id,
    stages: [stage('pilot', '2026-01-01', id === 2 ? '2026-12-31' : '2027-01-31')],
  }))
  const open = { id: 4, stages: [stage('pilot', '2026-01-01', null)] }
  expect(pilotOf([old, ...both], '2026-05-04')).toEqual({
    ...{ from: '2026-01-01', until: '2027-01-31', municipalityIds: [2, 3] },
  })
  expect(pilotOf([old, ...both], '2025-05-04')).toMatchObject({ from: '2020-01-01', municipalityIds: [1] })
  expect(pilotOf([...both, open], '2026-05-04')).toMatchObject({ until: null, municipalityIds: [2, 3, 4] })
  expect(pilotOf([...both, open], '2019-05-04')).toBeNull()
})

test.each([
  ['in the midst of the pilot', '2026-03-01', [], null, false],
  ['two months before its end', '2026-03-02', [], null, true],
  ['not again before its end', '2026-04-30', ['2026-03-02'], null, false],
  ['the day after', '2026-05-01', [], null, true],
  ['once that day', '2026-05-01', ['2026-05-01'], null, false],
  ['before the late tickets', '2026-05-20', ['2026-05-01'], null, false],
  ['when they are in', '2026-05-31', ['2026-05-01'], null, true],
  ['and then no more', '2026-08-01', ['2026-05-01', '2026-05-31'], null, false],
  ['when the survey has closed', '2026-07-01', ['2026-05-01', '2026-05-31'], '2026-06-30', true],
  ['years later', '2028-05-01', [], null, false],
] as const)('%s it is counted or not', (_, today, counted, closed, expected) =>
  expect(isEvaluationDue({ from: '2026-01-01', until: '2026-04-30' }, counted, closed, today)).toBe(expected),
)

test('a division is shown whole or not at all', () => {
  const row = (cards: number) => ({ name: 'culture', tickets: 9, cards })
  expect(shownDivision([row(5), row(9)])).toHaveLength(2)
  expect(shownDivision([row(5), row(4)])).toBeNull()
  expect(shownDivision([])).toBeNull()
})

test('the median of fewer than five is nobody’s to know', () => {
  expect(medianOf([1, 2, 3, 4])).toBeNull()
  expect(medianOf([9, 1, 2, 3, 4])).toBe(3)
  expect(medianOf([1, 2, 3, 4, 5, 9])).toBe(3.5)
})
