import { formatNumber, type Language } from '../../i18n/translated.ts'

/** What is drawn of one group: shares in per cent by day; null is a number that is not shown, and is passed over. */
export type Line = {
  name: string
  points: readonly { day: number; share: number | null; low: number | null; high: number | null }[]
}

type LineChartProps = {
  id: string
  language: Language
  /** At most two: the first with its interval, the other to compare with, as broken strokes. */
  lines: readonly Line[]
  /** Days that get a label; the last is the end of the axis. */
  days: readonly number[]
  title: string
  summary: string
}

const frames = {
  narrow: { width: 344, height: 290 },
  wide: { width: 720, height: 350 },
}
const marks = [0, 25, 50, 75, 100]
const inset = 60
const top = 14

const round = (value: number) => Math.round(value * 10) / 10

const scalesOf = (size: keyof typeof frames, lastDay: number) => {
  const { width, height } = frames[size]
  const base = height - 28
  return {
    ...{ width, height, base },
    x: (day: number) => round(inset + (day / lastDay) * (width - inset - 14)),
    y: (share: number) => round(base - (share / 100) * (base - top)),
  }
}
type Scales = ReturnType<typeof scalesOf>

const pathOf = (places: readonly (readonly [number, number])[]) =>
  places.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('')

/** The interval: it lies behind every line. */
const Band = ({ line, scales: { x, y } }: { line: Line; scales: Scales }) => {
  const sure = line.points.flatMap(({ day, low, high }) =>
    low === null || high === null ? [] : [{ at: x(day), low: y(low), high: y(high) }],
  )
  const around = [
    ...sure.map(({ at, high }) => [at, high] as const),
    ...sure.toReversed().map(({ at, low }) => [at, low] as const),
  ]
  return sure.length > 1 ? <path class="band" d={`${pathOf(around)}Z`} /> : null
}

/** The line from the first day on, and its marks. */
const OneLine = ({ line, isFirst, scales: { x, y } }: { line: Line; isFirst: boolean; scales: Scales }) => {
  const shown = line.points.flatMap(({ day, share }) => (share === null ? [] : [[x(day), y(share)] as const]))
  return (
    <>
      <path class={isFirst ? 'line' : 'line other'} d={pathOf([[x(0), y(0)], ...shown])} />
      {isFirst && shown.map(([cx, cy]) => <circle class="s1" cx={cx} cy={cy} r="4" />)}
    </>
  )
}

type LinesProps = LineChartProps & { size: keyof typeof frames }

const Lines = ({ id, language, lines, days, title, summary, size }: LinesProps) => {
  const scales = scalesOf(size, days.at(-1)!)
  const { width, height, base, x, y } = scales
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
      {lines[0] && <Band line={lines[0]} scales={scales} />}
      {marks.map((mark) => (
        <>
          <path class={mark === 0 ? 'base' : 'grid'} d={`M${inset} ${y(mark)}H${width}`} />
          <text class="tick" x={inset - 8} y={y(mark) + 5}>
            {`${formatNumber(language, mark)}${language === 'en' ? '%' : ' %'}`}
          </text>
        </>
      ))}
      {days.map((day) => (
        <>
          <path class="base" d={`M${x(day)} ${base}v6`} />
          <text x={x(day)} y={base + 22}>
            {day}
          </text>
        </>
      ))}
      {lines.toReversed().map((line, index) => (
        <OneLine line={line} isFirst={index === lines.length - 1} scales={scales} />
      ))}
    </svg>
  )
}

/** Which stroke is whose. */
const Legend = ({ lines }: { lines: readonly Line[] }) => (
  <ul class="legend">
    {lines.map(({ name }, index) => (
      <li>
        <svg class="stroke" viewBox="0 0 36 18" aria-hidden="true" focusable="false">
          <path class={index === 0 ? 'line' : 'line other'} d="M1 9H35" />
        </svg>
        {name}
      </li>
    ))}
  </ul>
)

/** Shares that grow with the days, for one or two groups. Drawn twice, so that text keeps its size on phones. */
export const LineChart = ({ id, ...rest }: LineChartProps) => (
  <>
    {rest.lines.length > 1 && <Legend lines={rest.lines} />}
    <Lines {...rest} id={`${id}-n`} size="narrow" />
    <Lines {...rest} id={`${id}-w`} size="wide" />
  </>
)

/** A mean with its interval in a table cell, on a scale from −`max` to `max` with zero in the middle. */
export const IntervalBar = ({
  mean,
  low,
  high,
  max,
}: {
  mean: number
  low: number
  high: number
  max: number
}) => {
  const x = (value: number) => round(50 + 48 * Math.max(-1, Math.min(1, value / max)))
  return (
    <svg class="cellbar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path class="zero" d="M50 0V10" />
      <path class="span" d={`M${x(low)} 5H${x(high)}`} />
      <rect class="s1" x={x(mean) - 1} y="1" width="2" height="8" />
    </svg>
  )
}
