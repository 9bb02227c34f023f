import { formatNumber, type Language } from '../../i18n/translated.ts'
import type { ChartData } from './chart-data.ts'
import { fillOf, Patterns } from './chart-fill.tsx'
import { RowBars } from './chart-rows.tsx'
import { labelEvery, niceTicks, textWidth } from './chart-scale.ts'

export type { ChartData } from './chart-data.ts'

const round = (value: number) => Math.round(value * 10) / 10

const frames = {
  narrow: { width: 344, height: 270 },
  wide: { width: 720, height: 330 },
}

type BarsProps = {
  id: string
  language: Language
  data: ChartData
  size: 'narrow' | 'wide'
  title: string
  summary: string
}

const layoutOf = ({ language, data, size }: BarsProps) => {
  const { width, height } = frames[size]
  const totals = data.categories.map((_, index) =>
    data.series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0),
  )
  const ticks = niceTicks(Math.max(0, ...totals))
  const inset = Math.max(...ticks.map((tick) => textWidth(formatNumber(language, tick)))) + 8
  const base = height - (data.categories.some(({ group }) => group) ? 46 : 26)
  const top = 26
  const band = (width - inset) / Math.max(1, data.categories.length)
  const bar = Math.min(64, band * 0.7)
  const y = (value: number) => round(base - (value / ticks.at(-1)!) * (base - top))
  const middle = (index: number) => round(inset + band * (index + 0.5))
  return { width, height, totals, ticks, inset, base, band, bar, y, middle }
}

/** One drawing of stacked bars. Zero is always the base; each total stands on its bar where there is room. */
const Bars = (props: BarsProps) => {
  const { id, language, data, size, title, summary } = props
  const { width, height, totals, ticks, inset, base, band, bar, y, middle } = layoutOf(props)
  const every = labelEvery(
    data.categories.map(({ label }) => textWidth(label)),
    band,
  )
  const totalTexts = totals.map((total) => formatNumber(language, total))
  const roomForTotals = labelEvery(totalTexts.map(textWidth), band) === 1
  return (
    <svg
      class={`chart ${size}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-summary`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-summary`}>{summary}</desc>
      <Patterns id={id} />
      {ticks.map((tick) => (
        <>
          <path class={tick === 0 ? 'base' : 'grid'} d={`M${inset} ${y(tick)}H${width}`} />
          <text class="tick" x={inset - 8} y={y(tick) + 5}>
            {formatNumber(language, tick)}
          </text>
        </>
      ))}
      {data.categories.map(({ label, group }, index) => {
        let below = 0
        const hidden = data.series.every(({ values }) => values[index] === null)
        return (
          <>
            {data.series.map(({ values }, series) => {
              const value = values[index] ?? 0
              if (value === 0) return null
              const from = y(below)
              below += value
              const height = round(from - y(below))
              return (
                <rect
                  {...fillOf(id, series)}
                  x={round(middle(index) - bar / 2)}
                  y={y(below)}
                  width={round(bar)}
                  height={height}
                />
              )
            })}
            {(hidden || (roomForTotals && totals[index] !== 0)) && (
              <text class="total" x={middle(index)} y={y(totals[index]!) - 7}>
                {hidden ? '–' : totalTexts[index]}
              </text>
            )}
            {index % every === 0 && (
              <text x={middle(index)} y={base + 20}>
                {label}
              </text>
            )}
            {group && group !== data.categories[index - 1]?.group && (
              <text class="group" x={round(middle(index) - bar / 2)} y={base + 40}>
                {group}
              </text>
            )}
          </>
        )
      })}
    </svg>
  )
}

type BarChartProps = { id: string; language: Language; data: ChartData; title: string; summary: string }

/** Whether each name finds room under its bar on a phone. Months under their years may be told by every second one. */
const fitsPhone = (props: Omit<BarsProps, 'size'>) => {
  const { categories } = props.data
  if (categories.some(({ group }) => group)) return true
  const widths = categories.map(({ label }) => textWidth(label))
  return labelEvery(widths, layoutOf({ ...props, size: 'narrow' }).band) === 1
}

/** Bars over a row of periods, one series or several stacked. Drawn twice, so that text keeps its size on phones. */
export const BarChart = ({ id, ...rest }: BarChartProps) => (
  <>
    {fitsPhone({ id, ...rest }) ? (
      <Bars id={`${id}-n`} size="narrow" {...rest} />
    ) : (
      <RowBars id={`${id}-n`} {...rest} />
    )}
    <Bars id={`${id}-w`} size="wide" {...rest} />
  </>
)

/** A bar inside a table cell, for comparing places. The number stands beside it in its own cell. */
export const CellBar = ({ value, max }: { value: number; max: number }) => (
  <svg class="cellbar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect class="s1" width={max > 0 ? round((value / max) * 100) : 0} height="10" />
  </svg>
)
