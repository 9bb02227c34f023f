import type { Child } from 'hono/jsx'
import { commonWords } from '../../i18n/common-words.ts'
import type { Language } from '../../i18n/translated.ts'
import { BarChart, type ChartData } from './chart.tsx'
import { fillOf, Patterns } from './chart-fill.tsx'

type ChartFigureProps = {
  id: string
  language: Language
  /** What the chart shows, as a sentence: “Käytöt kasvoivat joka neljänneksellä”. */
  finding: string
  /** What is counted, when and where, and the same finding in numbers. */
  summary: string
  data: ChartData
  /** The numbers of the chart as a Table; never left out. */
  table: Child
  downloads: readonly { label: string; href: string }[]
  /** What to know of the numbers, such as that small ones are not shown. */
  note?: string
}

const Legend = ({ id, series }: { id: string; series: ChartData['series'] }) => (
  <ul class="legend">
    {series.map(({ name }, index) => (
      <li>
        <svg viewBox="0 0 18 18" aria-hidden="true" focusable="false">
          {index % 2 === 1 && <Patterns id={`${id}-l${index}`} />}
          <rect {...fillOf(`${id}-l${index}`, index)} x="1" y="1" width="16" height="16" />
        </svg>
        {name}
      </li>
    ))}
  </ul>
)

type FigureProps = Omit<ChartFigureProps, 'id' | 'data'> & {
  /** The drawing and what explains it; null where there is nothing to draw. */
  drawing: Child
}

/** What a reader needs of any drawing: the finding, the numbers as a table, and the files. */
export const Figure = ({ language, finding, summary, drawing, table, downloads, note }: FigureProps) => {
  const words = commonWords[language]
  return (
    <figure>
      <figcaption>
        <h2>{finding}</h2>
        <p>{summary}</p>
      </figcaption>
      {drawing === null ? (
        <p class="hint">{words.noNumbers}</p>
      ) : (
        <>
          {drawing}
          {note && <p class="hint">{note}</p>}
          <details class="more">
            <summary>{words.showAsTable}</summary>
            {table}
          </details>
          <p class="downloads">
            {words.download}:{' '}
            {downloads.map(({ label, href }) => (
              <a href={href}>{label}</a>
            ))}
          </p>
        </>
      )}
    </figure>
  )
}

/** A bar chart with everything a reader needs of it. Without periods it says so. */
export const ChartFigure = ({ id, data, ...props }: ChartFigureProps) => {
  const { language, finding, summary } = props
  const drawing = data.categories.length > 0 && (
    <>
      {data.series.length > 1 && <Legend id={id} series={data.series} />}
      <BarChart id={id} language={language} data={data} title={finding} summary={summary} />
    </>
  )
  return <Figure {...props} drawing={drawing || null} />
}
