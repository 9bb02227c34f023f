import { expect, test } from 'vitest'
import { eventsMeant, newComparison } from './event-rules.ts'
import { type Line, readMoment } from './line-rules.ts'
import { salesOf } from './sale-rules.ts'

/** As many lines as an export may have, made to cost as much as can be. Each took a minute or more. */
const most = 8_000
const lines = (of: (index: number) => Partial<Line>): Line[] =>
  Array.from({ length: most }, (_, index) => ({
    ...{ number: index, day: '2026-05-04', at: new Date('2026-05-04T12:00:00Z'), hasTime: true, event: 'x' },
    ...{ quantity: 1, kind: 'adult', type: '', code: null, receipt: null, whole: `${index}` },
    ...of(index),
  }))
const word = (of: number) => Array.from(String(of), (digit) => 'aeioukstlm'[Number(digit)]).join('')
const name = (of: number) => Array.from({ length: 12 }, (_, at) => word(of * 31 + at * 7 + 70_000)).join(' ')

test.each([
  ['a cell that is nearly a day', () => readMoment(`${'T'.repeat(5_000)}${' '.repeat(5_000)}x`)],
  ['all lines at one moment', () => salesOf(lines(() => ({})))],
  ['all lines of one receipt', () => salesOf(lines(() => ({ receipt: '1' })))],
  ['every second line given back', () => salesOf(lines((at) => ({ quantity: at % 2 ? -1 : 100 })))],
  [
    'a name on each line',
    () =>
      eventsMeant(
        Array.from({ length: most }, (_, at) => name(at)),
        Array.from({ length: 100 }, (_, at) => name(-at)),
      ),
  ],
  [
    'a name on each line, asked one by one',
    () => {
      const isOneEvent = newComparison()
      const others = Array.from({ length: 20 }, (_, at) => name(-at))
      for (let at = 0; at < 1_000; at++) {
        const till = name(at)
        for (const other of others) isOneEvent(till, other)
      }
    },
  ],
])('%s keeps nobody waiting', (_, run) => {
  const before = performance.now()
  run()
  expect(performance.now() - before).toBeLessThan(10_000)
})

test('lines of two kinds at one moment are one sale, of one kind two', () => {
  const few = lines((at) => ({ kind: at % 3 === 2 ? 'child' : 'adult' })).slice(0, 3)
  const { sales } = salesOf(few)
  expect(sales.map(({ adults, children }) => [adults, children])).toEqual([
    [1, 1],
    [1, 0],
  ])
})
