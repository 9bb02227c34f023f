import { describe, expect, test } from 'vitest'
import { monthName } from '../../i18n/common-words.ts'
import { BarChart, CellBar, type ChartData } from './chart.tsx'
import { ChartFigure } from './chart-figure.tsx'
import { labelEvery, niceTicks, textWidth } from './chart-scale.ts'

describe('niceTicks', () => {
  test.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [96, [0, 25, 50, 75, 100]],
    [11_260, [0, 4_000, 8_000, 12_000]],
    [1_000_000, [0, 250_000, 500_000, 750_000, 1_000_000]],
  ])('%i', (max, ticks) => {
    expect(niceTicks(max)).toEqual(ticks)
  })

  test('for every count: whole, even, from zero, just reaching the top, never crowded', () => {
    for (let max = 1; max < 40_000; max += max < 2_000 ? 1 : 37) {
      const ticks = niceTicks(max)
      const step = ticks[1]!
      expect(ticks[0]).toBe(0)
      expect(Number.isInteger(step)).toBe(true)
      expect(ticks.every((tick, index) => tick === index * step)).toBe(true)
      expect(ticks.at(-1)!).toBeGreaterThanOrEqual(max)
      expect(ticks.at(-1)! - step).toBeLessThan(max)
      expect(ticks.length).toBeLessThanOrEqual(5)
    }
  })
})

describe('labels', () => {
  test('are thinned out until none touches the next', () => {
    expect(labelEvery([20, 30], 40)).toBe(1)
    expect(labelEvery([20, 30], 20)).toBe(2)
    expect(labelEvery([20, 30], 10)).toBe(4)
    expect(labelEvery([], 10)).toBe(1)
  })

  test('digits are wider than the gap between thousands', () => {
    expect(textWidth('12 345')).toBeLessThan(textWidth('123456'))
  })

  test('months have short names without a point', () => {
    expect([1, 7, 12].map((month) => monthName('fi', month))).toEqual(['tammi', 'heinä', 'joulu'])
    expect([1, 12].map((month) => monthName('sv', month))).toEqual(['jan', 'dec'])
    expect(monthName('en', 1)).toBe('Jan')
  })
})

const data: ChartData = {
  categories: [
    { label: 'a', group: '2024' },
    { label: 'b', group: '2024' },
    { label: 'c', group: '2025' },
  ],
  series: [
    { name: 'Aikuiset', values: [10, 20, null] },
    { name: 'Lapset', values: [5, 0, null] },
  ],
}
const chart = (change: Partial<ChartData> = {}) =>
  String(<BarChart id="x" language="fi" title="Nousi <1>" summary="Luvut." data={{ ...data, ...change }} />)
const wide = (page: string) => page.slice(page.indexOf('class="chart wide"'))
type Bar = { series: number; y: number; height: number }
const bars = (page: string): Bar[] =>
  [...wide(page).matchAll(/<rect class="s(\d)"[^>]*?y="([\d.]+)"[^>]*?height="([\d.]+)"/g)].map(
    ([, series, y, height]) => ({ series: Number(series), y: Number(y), height: Number(height) }),
  )

describe('a bar chart', () => {
  test('draws heights in proportion and stacks series from the base up', () => {
    const drawn = bars(chart())
    expect(drawn.map(({ series }) => series)).toEqual([1, 2, 1])
    const [adults, children, second] = drawn as [Bar, Bar, Bar]
    expect(second.height / adults.height).toBeCloseTo(2, 1)
    expect(adults.height / children.height).toBeCloseTo(2, 1)
    expect(children.y + children.height).toBeCloseTo(adults.y, 1)
    expect(second.y + second.height).toBeCloseTo(adults.y + adults.height, 1)
  })

  test('writes the total on the bar, a dash where the number is not shown, and each group once', () => {
    const page = wide(chart())
    expect([...page.matchAll(/<text class="total"[^>]*>([^<]*)</g)].map(([, text]) => text)).toEqual([
      '15',
      '20',
      '–',
    ])
    expect([...page.matchAll(/<text class="group"[^>]*>([^<]*)</g)].map(([, text]) => text)).toEqual([
      '2024',
      '2025',
    ])
  })

  test('is drawn for phones and for wide screens, each named and described, with patterns of its own', () => {
    const page = chart()
    expect(page.match(/role="img"/g)).toHaveLength(2)
    expect(page).toContain('<title id="x-n-title">Nousi &lt;1&gt;</title>')
    expect(page).toContain('<desc id="x-w-summary">Luvut.</desc>')
    expect(page).toContain('fill="url(#x-w-2)"')
    expect(page).toContain('<pattern id="x-w-2"')
    expect(page).not.toMatch(/style=|<style/)
  })

  test('all zeros draw an axis and no bar', () => {
    const page = chart({ series: [{ name: 'a', values: [0, 0, 0] }] })
    expect(bars(page)).toEqual([])
    expect(page).toContain('class="base"')
    expect(page).not.toContain('NaN')
  })

  test('a bar in a cell is a share of the largest, also of zero', () => {
    expect(String(<CellBar value={25} max={100} />)).toContain('width="25"')
    expect(String(<CellBar value={0} max={0} />)).toContain('width="0"')
  })
})

describe('the figure around a chart', () => {
  const figure = (change: Partial<ChartData> = {}) =>
    String(
      <ChartFigure
        id="x"
        language="fi"
        finding="Käytöt kasvoivat"
        summary="Luvut."
        data={{ ...data, ...change }}
        table={<table />}
        downloads={[{ label: 'CSV (2 kt)', href: '/x.csv' }]}
      />,
    )
  test('holds the finding, a legend, the numbers and the files', () => {
    const page = figure()
    expect(page).toContain('<h2>Käytöt kasvoivat</h2>')
    expect(page.match(/class="legend"/g)).toHaveLength(1)
    expect(page).toMatch(/<details class="more"><summary>Näytä luvut taulukkona<\/summary><table>/)
    expect(page).toContain('<a href="/x.csv">CSV (2 kt)</a>')
  })

  test('one series needs no legend; no periods, no drawing', () => {
    expect(figure({ series: data.series.slice(0, 1) })).not.toContain('class="legend"')
    const empty = figure({ categories: [] })
    expect(empty).toContain('Lukuja ei vielä ole.')
    expect(empty).not.toContain('<svg')
  })
})

test('names that find no room side by side on a phone are all told, each over a bar lying down', () => {
  const ages = ['16–19', '20–29', '30–39', '40–49', '50–59', '60–69', '70–79', '80+']
  const values = ages.map((_, index) => (index === 3 ? null : index * 10))
  const drawn = String(
    <BarChart
      id="ages"
      language="fi"
      title="Kortit"
      summary="Kortit iän mukaan"
      data={{ categories: ages.map((label) => ({ label })), series: [{ name: 'Kortit', values }] }}
    />,
  )
  const narrow = drawn.split('</svg>')[0]!
  for (const age of ages) expect(narrow).toContain(`>${age}</text>`)
  // A hidden number has no bar, and neither has none.
  expect(narrow.match(/class="s1"/g)).toHaveLength(ages.length - 2)
  expect(narrow).toContain('>–</text>')
})
