import { expect, test } from 'vitest'
import { mergerProblem, searchMunicipalities } from './rules.ts'

const one = { id: 1, mergedOn: null }
const other = { id: 2, mergedOn: null }
const today = '2026-05-04'

test.each([
  ['merges into another in a coming year', one, other, 2027, null],
  ['not in this year, which has begun', one, other, 2026, { year: 'year-missing' }],
  ['not in a year too far away', one, other, 2032, { year: 'year-missing' }],
  ['not without a year', one, other, null, { year: 'year-missing' }],
  ['not into nothing', one, undefined, 2027, { into: 'into-missing' }],
  ['not into itself', one, one, 2027, { into: 'into-itself' }],
  [
    'not into one that merges itself',
    one,
    { ...other, mergedOn: '2027-01-01' },
    2028,
    { into: 'into-merged' },
  ],
  ['not twice', { ...one, mergedOn: '2027-01-01' }, other, 2028, { '': 'merged-already' }],
] as const)('a municipality %s', (_, from, into, year, problem) =>
  expect(mergerProblem(from, into, year, today)).toEqual(problem),
)

const all = [
  { nameFi: 'Äänekoski', nameSv: null, code: '992' },
  { nameFi: 'Helsinki', nameSv: 'Helsingfors', code: '091' },
  { nameFi: 'Hanko', nameSv: 'Hangö', code: '078' },
]
test.each([
  ['aane', ['Äänekoski']],
  ['fors', ['Helsinki']],
  ['09', ['Helsinki']],
  ['H', ['Helsinki', 'Hanko']],
  ['', ['Äänekoski', 'Helsinki', 'Hanko']],
  ['xyz', []],
])('the search for %j finds %j', (typed, names) =>
  expect(searchMunicipalities(all, typed).map(({ nameFi }) => nameFi)).toEqual(names),
)
