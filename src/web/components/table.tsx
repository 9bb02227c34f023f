import type { Child } from 'hono/jsx'

export type Column<Row> = {
  label: string
  cell: (row: Row) => Child
  /** Digits line up at the end edge. */
  number?: boolean
  /** The cell names its row. */
  header?: boolean
}

type TableProps<Row> = {
  id: string
  caption: string
  /** For ears alone, where a heading right above says the same. */
  isCaptionHeard?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** Said instead of an empty table body. */
  empty: string
  /**
   * plain: two or three short columns · stack: each row becomes a card on a phone ·
   * scroll: statistics, kept as a table and moved sideways
   */
  shape?: 'plain' | 'stack' | 'scroll'
}

const Cell = <Row,>({ column, row, stack }: { column: Column<Row>; row: Row; stack: boolean }) => {
  const css = column.number ? 'num' : undefined
  const label = stack && !column.header ? column.label : undefined
  if (column.header)
    return (
      <th scope="row" class={css} role={stack ? 'rowheader' : undefined}>
        {column.cell(row)}
      </th>
    )
  return (
    <td class={css} role={stack ? 'cell' : undefined} data-label={label}>
      {column.cell(row)}
    </td>
  )
}

/** Rows of the same kind, with a caption. A stacked table repeats its roles, which browsers drop with the layout. */
export const Table = <Row,>({
  id,
  caption,
  columns,
  rows,
  empty,
  shape = 'plain',
  isCaptionHeard,
}: TableProps<Row>) => {
  const stack = shape === 'stack'
  const table = (
    <table class={stack ? 'stack' : undefined} role={stack ? 'table' : undefined}>
      <caption id={id} class={isCaptionHeard ? 'vh' : undefined}>
        {caption}
      </caption>
      <thead role={stack ? 'rowgroup' : undefined}>
        <tr role={stack ? 'row' : undefined}>
          {columns.map(({ label, number }) => (
            <th scope="col" class={number ? 'num' : undefined} role={stack ? 'columnheader' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role={stack ? 'rowgroup' : undefined}>
        {rows.map((row) => (
          <tr role={stack ? 'row' : undefined}>
            {columns.map((column) => (
              <Cell column={column} row={row} stack={stack} />
            ))}
          </tr>
        ))}
        {rows.length === 0 && (
          <tr role={stack ? 'row' : undefined}>
            <td colspan={columns.length} role={stack ? 'cell' : undefined}>
              {empty}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
  if (shape !== 'scroll') return table
  return (
    <section class="scroll" aria-labelledby={id} tabindex={0}>
      {table}
    </section>
  )
}
