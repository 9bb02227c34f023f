import { type RawBuilder, sql } from 'kysely'
import type { Write } from './db.ts'

type Value = string | number | boolean | Buffer | null | undefined
export type StagedRow<Column extends string> = Record<Column, Value>

const asText = (value: Value): string | null => {
  if (value === null || value === undefined) return null
  return Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : String(value)
}

/**
 * Makes a temporary table of this transaction and gives the function that adds rows to it, many in one statement.
 * Nothing of it outlives the transaction. Values travel as text, one array a column: the quickest way in that both
 * engines have.
 * @param columns SQL type of each column
 * @param filled columns that the database fills in itself: SQL type, and an expression over the others (`t.name`)
 */
export const makeStage = async <Column extends string>(
  db: Write,
  table: string,
  columns: Record<Column, string>,
  filled: Record<string, { type: string; as: string }> = {},
): Promise<(rows: readonly StagedRow<Column>[]) => Promise<void>> => {
  const names = Object.keys(columns) as Column[]
  const defined = [
    ...names.map((name) => `${name} ${columns[name]}`),
    ...Object.entries(filled).map(([name, { type }]) => `${name} ${type}`),
  ]
  await sql`create temp table ${sql.raw(table)} (${sql.raw(defined.join(', '))}) on commit drop`.execute(db)

  const into = sql.raw([...names, ...Object.keys(filled)].join(', '))
  const cast = sql.raw(names.map((name) => `c.${name}::${columns[name]} as ${name}`).join(', '))
  const more = sql.raw(
    Object.values(filled)
      .map(({ as }) => `, ${as}`)
      .join(''),
  )
  return async (rows) => {
    if (rows.length === 0) return
    const arrays: RawBuilder<unknown>[] = names.map(
      (name) => sql`${rows.map((row) => asText(row[name]))}::text[]`,
    )
    await sql`insert into ${sql.raw(table)} (${into})
      select t.*${more} from (select ${cast} from unnest(${sql.join(arrays)}) as c(${sql.raw(names.join(', '))})) t`.execute(
      db,
    )
  }
}

/** Runs `act` for the numbers 1 … `last` in pieces of `size`, in order. */
export const inPieces = async (
  last: number,
  size: number,
  act: (after: number, upTo: number) => Promise<unknown>,
): Promise<void> => {
  for (let after = 0; after < last; after += size) await act(after, Math.min(after + size, last))
}
