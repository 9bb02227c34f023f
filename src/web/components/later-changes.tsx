import { Table } from './table.tsx'

/** What came and went after a figure was told: all as text, with its signs. */
export type LaterChange = { figure: string; period: string; added: string; removed: string; told: string }

/** A table of what changed after something was told, and the note that belongs to it; nothing while nothing did. */
export const LaterChanges = (props: {
  changes: readonly LaterChange[]
  note: string
  /** The table's title, and what each column is called. */
  words: Record<'title' | 'none' | keyof LaterChange, string>
}) => {
  if (props.changes.length === 0) return null
  const { words: t } = props
  return (
    <>
      <Table
        id="corrections"
        shape="stack"
        caption={t.title}
        empty={t.none}
        rows={props.changes}
        columns={[
          { label: t.figure, header: true, cell: ({ figure }) => figure },
          { label: t.period, cell: ({ period }) => period },
          { label: t.added, number: true, cell: ({ added }) => added },
          { label: t.removed, number: true, cell: ({ removed }) => removed },
          { label: t.told, cell: ({ told }) => told },
        ]}
      />
      <p class="hint">{props.note}</p>
    </>
  )
}
