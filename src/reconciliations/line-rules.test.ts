import { expect, test } from 'vitest'
import { guessMapping, type Mapping } from './column-rules.ts'
import { likeness } from './event-rules.ts'
import { readLines, readMoment, readNumber } from './line-rules.ts'
import { salesOf } from './sale-rules.ts'

test.each([
  ['1', 1],
  ['0,00', 0],
  ['0.00 €', 0],
  ['1 234,50', 1234.5],
  ['1.234,50', 1234.5],
  ['1,234.50', 1234.5],
  ['−2', -2],
  ['2-', -2],
  ['2 kpl', 2],
  ['', null],
  ['kaksi', null],
])('the number %j', (typed, value) => expect(readNumber(typed)).toBe(value))

test.each([
  ['4.5.2026', '2026-05-04', null],
  ['4.5.2026 klo 19.30', '2026-05-04', '2026-05-04T16:30:00.000Z'],
  ['2026-05-04 19:30:15', '2026-05-04', '2026-05-04T16:30:15.000Z'],
  ['2026-05-04T23:30:00Z', '2026-05-05', '2026-05-04T23:30:00.000Z'],
  ['04/05/2026 9:05', '2026-05-04', '2026-05-04T06:05:00.000Z'],
  ['20260504', '2026-05-04', null],
])('the moment %j', (typed, day, at) => {
  const moment = readMoment(typed)!
  expect([moment.day, moment.at?.toISOString() ?? null]).toEqual([day, at])
})
test.each(['', '31.2.2026', 'eilen', '19.30'])('%j is no moment', (typed) =>
  expect(readMoment(typed)).toBeNull(),
)

test.each([
  ['Lumik.', 'Lumikuningatar', true],
  ['LUMIKUNINGATAR 4.5. klo 19', 'Lumikuningatar', true],
  ['Lmkngtr', 'Lumikuningatar', true],
  ['TPK', 'Talvipäivän piha konsertti', true],
  ['Talvip. kons.', 'Talvipäivän konsertti', true],
  ['Lumikunigatar', 'Lumikuningatar', true],
  ['Lumiukko', 'Lumikuningatar', false],
  ['Kalevala', 'Talvipäivän konsertti', false],
  ['Kaikukortti', 'Lumikuningatar', false],
])('%s and %s', (till, register, isSame) => expect(likeness(till, register) >= 0.6).toBe(isSame))

const header = ['Päivämäärä', 'Klo', 'Tuote', 'Kpl', 'Summa', 'Lipputyyppi', 'Kuittinro']
const rows = [
  ['4.5.2026', '18.00', 'Lumik.', '1', '0,00', 'Kaikukortti', '1'],
  ['4.5.2026', '18.00', 'Lumik.', '2', '0,00', 'Kaikukortti lapsi', '1'],
  ['4.5.2026', '18.00', 'Lumik.', '1', '0,00', 'Kaikukortti avustaja', '1'],
  ['4.5.2026', '18.05', 'Lumik.', '1', '12,00', 'Normaali', '2'],
  ['4.5.2026', '18.06', 'Lumik.', '3', '0,00', 'Kaikukortti', '3'],
  ['4.5.2026', '18.06', 'Lumik.', '3', '0,00', 'Kaikukortti', '3'],
  ['4.5.2026', '18.30', 'Lumik.', '-1', '0,00', 'Kaikukortti', '4'],
  ['4.5.2026', '18.40', 'Muu', '-1', '0,00', 'Kaikukortti', '5'],
  ['eilen', '18.40', 'Muu', '1', '0,00', 'Kaikukortti', '6'],
]
const sum = (mapping: Mapping, all = rows) => {
  const { lines, problems, others } = readLines(all, mapping, 2)
  const { sales, doubled, loose } = salesOf(lines)
  const told = sales.map((sale) => [sale.adults, sale.children, sale.companions, sale.number])
  return { told, doubled, loose, problems, others }
}

test('lines become sales: one receipt is one, doubles count once, what was given back does not', () =>
  expect(sum(guessMapping(header, rows))).toEqual({
    told: [
      [1, 2, 1, 2],
      [2, 0, 0, 6],
    ],
    doubled: 1,
    loose: [9],
    problems: [{ number: 10, why: 'day' }],
    others: 1,
  }))

test('without receipts, two lines of a kind at the same time are two sales, the second one a question', () => {
  const mapping = { ...guessMapping(header, rows), receipt: null }
  const twice = [rows[4]!, rows[5]!].map((cells) => cells.slice(0, 6))
  const { lines } = readLines(twice, mapping, 2)
  expect(salesOf(lines).sales.map(({ isRepeat }) => isRepeat)).toEqual([false, true])
})

test('where no line says the card’s name, a price of zero tells', () => {
  const unnamed = rows.map((cells) => cells.map((cell) => cell.replace('Kaikukortti', 'Vapaalippu')))
  expect(guessMapping(header, unnamed).rule).toBe('zero')
  expect(sum(guessMapping(header, unnamed), unnamed).others).toBe(1)
})
