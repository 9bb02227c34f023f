import { formatNumber, type Language } from '../../i18n/translated.ts'
import type { ChartData } from './chart-data.ts'
import { fillOf, Patterns } from './chart-fill.tsx'

const [width, step, thickness] = [344, 46, 16]

type RowsProps = { id: string; language: Language; data: ChartData; title: string; summary: string }

/**
 * The same bars lying down, each under its own name with its number at the end of the line: for phones, where names
 * would not fit beside each other.
 */
export const RowBars = ({ id, language, data, title, summary }: RowsProps) => {
  const totals = data.categories.map((_, index) =>
    data.series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0),
  )
  const most = Math.max(1, ...totals)
  const isHidden = (index: number) => data.series.every(({ values }) => values[index] === null)
  return (
    <svg
      class="chart narrow rows"
      viewBox={`0 0 ${width} ${data.categories.length * step}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-summary`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-summary`}>{summary}</desc>
      <Patterns id={id} />
      {data.categories.map(({ label }, index) => {
        let from = 0
        return (
          <>
            <text class="group" x={0} y={index * step + 16}>
              {label}
            </text>
            <text class="tick" x={width} y={index * step + 16}>
              {isHidden(index) ? '–' : formatNumber(language, totals[index]!)}
            </text>
            {data.series.map(({ values }, series) => {
              const length = Math.round(((values[index] ?? 0) / most) * width * 10) / 10
              const x = from
              from += length
              return length === 0 ? null : (
                <rect {...fillOf(id, series)} x={x} y={index * step + 22} width={length} height={thickness} />
              )
            })}
            <path class="base" d={`M0 ${index * step + 22 + thickness}H${width}`} />
          </>
        )
      })}
    </svg>
  )
}
