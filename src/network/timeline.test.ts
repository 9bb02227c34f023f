import { expect, test } from 'vitest'
import { historyRow, periodsOf } from './timeline.ts'

const row = (area: string, phase: string, start: string, end = '') => historyRow({ area, phase, start, end })
const history = (...rows: Parameters<typeof row>[]) =>
  rows.map((each) => row(...each)).filter((each) => each !== null)
const asOf = '2026-01-27'
const told = (periods: ReturnType<typeof periodsOf>) =>
  periods.map(({ phase, from, until, crossUse }) => [phase, from, until, ...(crossUse ? [] : ['local'])])

test('partial days mean their first day as a start and their last as an end', () => {
  expect(row('Espoo', 'pilot', '2015', '2015-12')).toMatchObject({ from: '2015-01-01', until: '2015-12-31' })
  expect(row('Savonlinna', 'pilot', '2018-02', '2024-02')).toMatchObject({
    from: '2018-02-01',
    until: '2024-02-29',
  })
  expect(row('Oulu', 'pilot', '2018-06-25', '2019')).toMatchObject({
    from: '2018-06-25',
    until: '2019-12-31',
  })
  expect(row('Vantaa', 'pilot', '2025 early')).toMatchObject({ from: '2025-01-01', until: null })
})

test('a cell names one place or several, with remarks in brackets', () => {
  expect(row('Vantaa and Kerava', 'pilot', '2025')?.names).toEqual(['Vantaa', 'Kerava'])
  expect(row('Korsnäs, Mustasaari (Korsholm), Vöyri', 'pilot', '2021-09')?.names).toEqual([
    'Korsnäs',
    'Mustasaari',
    'Vöyri',
  ])
})

test.each([
  ['no clear phase', row('Mustasaari', 'in use', '2022 spring')],
  ['another event', row('Oulu region / Pohde', 'wellbeing services county joins coordination', '2023-01')],
  ['no start', row('Espoo', 'pilot', 'spring')],
  ['an unclear end', row('Espoo', 'pilot', '2015', 'later')],
  ['an impossible month', row('Espoo', 'pilot', '2015-13')],
  ['an end before its start', row('Espoo', 'pilot', '2016', '2015')],
])('%s is left out', (_, read) => {
  expect(read).toBeNull()
})

test('without history: permanent use of unknown age', () => {
  expect(told(periodsOf('Imatra', 'Etelä-Karjala', [], asOf))).toEqual([['permanent', null, null]])
})

test('permanent use follows a pilot from the next day on, told or not', () => {
  const rows = history(
    ['Oulu', 'pilot', '2018-06-25', '2019-12-31'],
    ['Espoo', 'pilot', '2015', '2015-12'],
    ['Espoo', 'permanent', '2016-01'],
  )
  expect(told(periodsOf('Oulu', 'Pohjois-Pohjanmaa', rows, asOf))).toEqual([
    ['pilot', '2018-06-25', '2019-12-31'],
    ['permanent', '2020-01-01', null],
  ])
  expect(told(periodsOf('Espoo', 'Länsi-Uusimaa', rows, asOf))).toEqual([
    ['pilot', '2015-01-01', '2015-12-31'],
    ['permanent', '2016-01-01', null],
  ])
})

test("an area's history is that of all its municipalities", () => {
  const rows = history(['Kainuu', 'pilot', '2016', '2017'], ['Kainuu', 'permanent', '2018'])
  expect(told(periodsOf('Kuhmo', 'Kainuu', rows, asOf))).toEqual([
    ['pilot', '2016-01-01', '2017-12-31'],
    ['permanent', '2018-01-01', null],
  ])
})

test('a pilot told twice, as planned and as extended, is one; a local one is local only while it lasts', () => {
  const rows = history(
    ['Lappeenranta', 'pilot (first planned to end 2017-12-31)', '2017-06-01', '2017-12-31'],
    ['Lappeenranta', 'pilot (extended)', '2017-06', '2018-12'],
    ['Savonlinna', 'pilot (local only: no cross-use)', '2018-02', '2018-12'],
  )
  expect(told(periodsOf('Lappeenranta', 'Etelä-Karjala', rows, asOf))).toEqual([
    ['pilot', '2017-06-01', '2018-12-31'],
    ['permanent', '2019-01-01', null],
  ])
  expect(told(periodsOf('Savonlinna', 'Etelä-Savo', rows, asOf))).toEqual([
    ['pilot', '2018-02-01', '2018-12-31', 'local'],
    ['permanent', '2019-01-01', null],
  ])
})

test('an open pilot runs for 24 months and counts as permanent use after that', () => {
  const rows = history(['Vantaa and Kerava', 'pilot', '2025 early'], ['Tampere', 'pilot', '2021-06'])
  expect(told(periodsOf('Kerava', 'Vantaan ja Keravan hyvinvointialue', rows, asOf))).toEqual([
    ['pilot', '2025-01-01', null],
  ])
  expect(told(periodsOf('Kerava', 'Vantaan ja Keravan hyvinvointialue', rows, '2026-12-31'))).toEqual([
    ['pilot', '2025-01-01', null],
  ])
  expect(told(periodsOf('Kerava', 'Vantaan ja Keravan hyvinvointialue', rows, '2027-01-01'))).toEqual([
    ['permanent', '2025-01-01', null],
  ])
  expect(told(periodsOf('Tampere', 'Pirkanmaa', rows, asOf))).toEqual([['permanent', '2021-06-01', null]])
})

test('a pilot that has not ended yet is still one', () => {
  const rows = history(['Espoo', 'pilot', '2025-09', '2026-06'])
  expect(told(periodsOf('Espoo', 'Länsi-Uusimaa', rows, asOf))).toEqual([
    ['pilot', '2025-09-01', '2026-06-30'],
  ])
})
