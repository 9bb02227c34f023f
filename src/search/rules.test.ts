import { describe, expect, test } from 'vitest'
import { foundFrom, foundUntil, partsOf, readQuestion, searchPlaces } from './rules.ts'

const asked = (q: string) => readQuestion(new URLSearchParams({ q }))

test.each([
  ['  museo   Kuhmo ', 'museo Kuhmo'],
  ['', ''],
  ['%', ''],
  [' – ', ''],
  ['x'.repeat(300), 'x'.repeat(100)],
])('%j is asked as %j', (typed, question) => expect(asked(typed)).toBe(question))

const area = { id: 1, nameFi: 'Kainuu', nameSv: 'Kajanaland' }
const members = [
  { id: 1, nameFi: 'Kajaani', nameSv: 'Kajana', area },
  { id: 2, nameFi: 'Kuhmo', nameSv: null, area },
]
const sites = [
  { id: 7, name: 'Kuhmo-talo', nameFi: 'Kuhmo', nameSv: null },
  { id: 8, name: 'Kajaanin kaupunginteatteri', nameFi: 'Kajaani', nameSv: 'Kajana' },
]
const found = (question: string) =>
  searchPlaces(question, { sites, members }, ({ nameFi }) => nameFi).map(({ kind, id }) => `${kind} ${id}`)

describe('places', () => {
  test.each([
    ['kuhmo', ['municipality 2', 'site 7']],
    ['KAJANA', ['municipality 1', 'area 1', 'site 8']],
    ['teatteri kajaani', ['site 8']],
    ['kainuu', ['area 1']],
    ['turku', []],
    ['%', []],
  ])('%s', (question, places) => expect(found(question)).toEqual(places))
})

test('what was found is set apart, and the rest stays as it was', () => {
  expect(partsOf(`Näytä ${foundFrom}kortti${foundUntil} & <b>`)).toEqual([
    { text: 'Näytä ', isFound: false },
    { text: 'kortti', isFound: true },
    { text: ' & <b>', isFound: false },
  ])
  expect(partsOf('ei mitään')).toEqual([{ text: 'ei mitään', isFound: false }])
})
