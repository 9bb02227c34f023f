import { formatNumber, type Language } from '../i18n/translated.ts'
import { CellBar } from '../web/components/chart.tsx'
import { ChartFigure } from '../web/components/chart-figure.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Cell, Part, Row } from './part.ts'
import { shadeOf } from './rules.ts'
import { words } from './words.ts'

const say = (language: Language, cell: Cell) =>
  cell === null ? '–' : typeof cell === 'number' ? formatNumber(language, cell) : cell

const numbersOf = (rows: readonly Row[]): number[] =>
  rows.flatMap(([, ...cells]) => cells.filter((cell) => typeof cell === 'number'))

const columnsOf = (language: Language, { header }: Part): Column<Row>[] =>
  header.map((label, index) => ({
    label,
    header: index === 0,
    number: index > 0,
    cell: (row) => say(language, row[index] ?? null),
  }))

/** The table of a part; where it has bars, one beside the first number of each row. */
const Numbers = ({ language, part, caption }: { language: Language; part: Part; caption: string }) => {
  const { id, rows, header, look } = part
  const firstOf = ([, count]: Row) => Number(count ?? 0)
  const max = Math.max(0, ...rows.map(firstOf))
  const columns = columnsOf(language, part)
  const bar: Column<Row> = {
    label: words[language].bar,
    cell: (row: Row) => <CellBar value={firstOf(row)} max={max} />,
  }
  return (
    <Table
      id={`${id}-table`}
      shape={header.length > 3 || look === 'bars' ? 'scroll' : 'plain'}
      caption={caption}
      empty={words[language].nothingIn}
      rows={rows}
      columns={look === 'bars' ? columns.toSpliced(2, 0, bar) : columns}
    />
  )
}

/** Numbers on a ground that is the stronger the larger they are; nothing is left blank. */
const Heat = ({ language, part }: { language: Language; part: Part }) => {
  const most = Math.max(0, ...numbersOf(part.rows))
  return (
    <section class="scroll" aria-labelledby={`${part.id}-table`} tabindex={0}>
      <table class="heat">
        <caption id={`${part.id}-table`}>{part.title}</caption>
        <thead>
          <tr>
            {part.header.map((label) => (
              <th scope="col">{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {part.rows.map(([name, ...counts]) => (
            <tr>
              <th scope="row">{name}</th>
              {counts.map((count) => (
                <td class={`heat-${shadeOf(Number(count), most)}`}>
                  {count === 0 ? '' : say(language, count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A finding, what it is of, its numbers as a drawing and as a table, and its file. */
export const PartFigure = ({ language, part, csv }: { language: Language; part: Part; csv: string }) => {
  const { id, title, summary, look, note } = part
  const downloads = [{ label: words[language].csv, href: csv }]
  if (typeof look === 'object')
    return (
      <ChartFigure
        {...{ id, language, summary, downloads }}
        {...(note ? { note } : {})}
        finding={title}
        data={look}
        table={<Numbers language={language} part={part} caption={title} />}
      />
    )
  return (
    <figure>
      <figcaption>
        <h2>{title}</h2>
        <p>{summary}</p>
      </figcaption>
      {look === 'heat' ? (
        <Heat language={language} part={part} />
      ) : (
        <Numbers language={language} part={part} caption={title} />
      )}
      {note && <p class="hint">{note}</p>}
      <p class="downloads">
        <a href={csv} aria-label={`${words[language].csv}: ${title}`}>
          {words[language].csv}
        </a>
      </p>
    </figure>
  )
}
