import { expect, test } from 'vitest'
import { IntervalBar, type Line, LineChart } from './line-chart.tsx'

const own: Line = {
  name: 'Oma',
  points: [
    { day: 30, share: 20, low: 10, high: 33 },
    { day: 90, share: null, low: null, high: null },
    { day: 365, share: 60, low: 45, high: 76 },
  ],
}
const country: Line = { name: 'Koko maa', points: [{ day: 30, share: 30, low: null, high: null }] }
const chart = (lines: Line[]) =>
  String(
    <LineChart id="x" language="fi" lines={lines} days={[30, 90, 365]} title="Nousi <1>" summary="Luvut." />,
  )
const wide = (page: string) => page.slice(page.indexOf('class="chart wide"'))

test('shares stand at their heights, and a number that is not shown is passed over', () => {
  const page = wide(chart([own]))
  const marks = [...page.matchAll(/<circle class="s1" cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, , y]) =>
    Number(y),
  )
  expect(marks).toHaveLength(2)
  const base = Number(/class="base" d="M\d+ ([\d.]+)H/.exec(page)![1])
  expect((base - marks[1]!) / (base - marks[0]!)).toBeCloseTo(3, 1)
  expect(/<path class="line" d="([^"]+)"/.exec(page)![1]!.match(/L/g)).toHaveLength(2)
  expect(page.match(/class="band"/g)).toHaveLength(1)
})

test('the one to compare with is broken, has no interval and no marks; a legend tells them apart', () => {
  const page = chart([own, country])
  expect(page.match(/class="legend"/g)).toHaveLength(1)
  expect(wide(page).match(/class="line other"/g)).toHaveLength(1)
  expect(wide(page).match(/class="band"/g)).toHaveLength(1)
  expect(chart([own])).not.toContain('class="legend"')
  expect(page).toContain('<title id="x-n-title">Nousi &lt;1&gt;</title>')
  expect(page).not.toMatch(/style=|NaN/)
})

test('an interval lies around its mean, and stays on its scale', () => {
  const page = String(<IntervalBar mean={0.5} low={-0.5} high={9} max={1} />)
  expect(page).toContain('d="M26 5H98"')
  expect(page).toContain('x="73"')
})
