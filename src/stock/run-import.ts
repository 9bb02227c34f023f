import { sql } from 'kysely'
import type { CardType } from '../cards/rules.ts'
import { aCode, exactHashOf, hashOf, typedHash } from '../codes/import-rules.ts'
import { tailOf } from '../codes/rules.ts'
import type { Write } from '../db/db.ts'
import { makeStage, type StagedRow } from '../db/stage.ts'
import { formatDay } from '../i18n/translated.ts'
import {
  type Cells,
  type ImportResult,
  type ImportRun,
  newTable,
  readRows,
  refuse,
  refusedResult,
  type Table,
  textOf,
} from '../lib/import-file.ts'
import { type FindPlace, type NamedPlace, placesByName } from '../lib/place-names.ts'
import { oneOf, optional, required } from '../lib/readings.ts'
import { moveStock } from './ledger-queries.ts'
import { cardTypes, type Serials } from './rules.ts'
import { makeRun } from './run-queries.ts'

const columns = { required: ['code', 'type'], optional: ['unit'] } as const
type Column = (typeof columns)['required' | 'optional'][number]

/** What a row becomes before it is compared with the register. Hashes only: no code is put down anywhere. */
const stagedColumns = {
  line: 'int',
  hash: 'bytea',
  exact_hash: 'bytea',
  typed_hash: 'bytea',
  tail: 'text',
  style: 'text',
  type: 'text',
  unit_id: 'int',
}

type World = { cardCode: Uint8Array; findUnit: FindPlace<{ id: number }> }
const aType = oneOf<CardType>(cardTypes)

const readCard = (
  cells: Cells<Column>,
  { cardCode, findUnit }: World,
): StagedRow<keyof typeof stagedColumns> => {
  const code = required(cells, 'code', aCode)
  const type = required(cells, 'type', aType)
  const unit = optional(cells, 'unit', findUnit)
  return {
    line: cells.line,
    hash: hashOf(cardCode, code),
    exact_hash: exactHashOf(cardCode, code),
    typed_hash: code && typedHash(cardCode, textOf(cells, 'code')!),
    tail: code && tailOf(code.canonical),
    style: code?.isNew ? 'new' : 'legacy',
    type,
    unit_id: unit?.id,
  }
}

const worldOf = async (db: Write, run: ImportRun): Promise<World> => {
  const { rows } = await sql<NamedPlace & { id: number }>`
    select u.id, u.name, o.name as organisation, m.name_fi as municipality, m.name_sv as "municipalitySv"
    from issuing_unit u join organisation o on o.id = u.organisation_id
    join municipality m on m.id = u.municipality_id where u.merged_into_id is null`.execute(db)
  return { cardCode: run.keys.cardCode, findUnit: placesByName('unit', rows) }
}

/** The trace says when. */
type TimedRun = ImportRun & { now: Date }

/**
 * Takes cards that exist already, and that nobody has yet, into the stock: with serial numbers of their own, in a run
 * for each type, at the centre or straight at a unit. Refuses the whole file when a line is bad.
 */
export const importStock = async (db: Write, run: TimedRun): Promise<ImportResult> => {
  const table = newTable()
  const world = await worldOf(db, run)
  const add = await makeStage(db, 'import_stock', stagedColumns, {
    card_id: { type: 'bigint', as: 'null::bigint' },
  })
  for await (const rows of readRows(run.chunks, () => columns, table))
    await add(rows.map((cells) => readCard(cells, world)))

  run.progress('checking', 0)
  await sql`analyze import_stock`.execute(db)
  // Whoever registers a card meanwhile waits: between the check and the last row the stock stands still.
  if (!run.isTrial) await sql`select stock_hold(null)`.execute(db)
  for (const hash of ['hash', 'exact_hash'])
    await sql`update import_stock i set card_id = c.id from card c where c.code_hash = i.${sql.ref(hash)}`.execute(
      db,
    )
  await refuseTwins(db, table)
  await refuseChanged(db, table)
  if (table.problems.length > 0) return refusedResult(table)

  const { rows } = await sql<{ added: number; unchanged: number }>`
    select count(*) filter (where card_id is null)::int as added, count(card_id)::int as unchanged
    from import_stock`.execute(db)
  if (!run.isTrial) for (const type of cardTypes) await writeRun(db, run, type)
  return { rows: table.rows, ...rows[0]!, exceptions: {}, problems: [] }
}

const refuseTwins = async (db: Write, table: Table) => {
  const { rows } = await sql<{ line: number; earlier: number; alike: boolean }>`
    select line, earlier, typed_hash = earlier_typed as alike from (
      select line, typed_hash, first_value(line) over same as earlier, first_value(typed_hash) over same as earlier_typed
      from import_stock where hash is not null
      window same as (partition by coalesce(card_id::text, hash::text) order by line)
    ) card where line > earlier`.execute(db)
  for (const { line, earlier, alike } of rows)
    refuse(table, line, 'code', `is the code of line ${earlier}${alike ? '' : ', written in another way'}`)
}

/** A card that the register has, of another type or elsewhere. Where the file names no unit, it says nothing of where. */
const refuseChanged = async (db: Write, table: Table) => {
  const { rows } = await sql<{ line: number; column: string }>`
    select i.line, case when c.type <> i.type then 'type' else 'unit' end as column
    from import_stock i join card c on c.id = i.card_id
    left join stock_range r on c.state = 'stock' and int8range(r.first_serial, r.last_serial, '[]') @> c.serial
    where c.type <> i.type or (i.unit_id is not null and i.unit_id is distinct from coalesce(c.unit_id, r.unit_id))`.execute(
    db,
  )
  for (const { line, column } of rows)
    refuse(table, line, column, 'is another in the register; an import never overwrites')
}

/** The new cards of one type: numbers in the order of their units, so that each unit's lie side by side. */
const writeRun = async (db: Write, run: TimedRun, cardType: CardType) => {
  const { rows } = await sql<{ hash: Buffer; tail: string; style: string; unitId: number | null }>`
    select hash, tail, style, unit_id as "unitId" from import_stock where card_id is null and type = ${cardType}
    order by unit_id nulls first, line`.execute(db)
  if (rows.length === 0) return
  const by = { actor: 'import', now: run.now }
  const name = formatDay('fi', run.today)
  const codes = {
    hashes: rows.map(({ hash }) => hash),
    tails: rows.map(({ tail }) => tail),
    styles: rows.map(({ style }) => style),
  }
  const made = await makeRun(
    db,
    { name, cardType, origin: 'imported', keyVersion: run.keys.version },
    codes,
    by,
  )
  if (made === null)
    throw new Error('A card of the file has just been added by somebody else. Import it again.')
  const { rows: units } = await sql<Serials & { unitId: number }>`
    select i.unit_id as "unitId", min(c.serial)::float8 as first, max(c.serial)::float8 as last
    from import_stock i join card c on c.code_hash = i.hash
    where i.card_id is null and i.type = ${cardType} and i.unit_id is not null group by i.unit_id order by 2`.execute(
    db,
  )
  for (const [index, { unitId, first, last }] of units.entries()) {
    await moveStock(db, { first, last }, { place: 'unit', unitId }, by)
    run.progress('writing', (index + 1) / units.length)
  }
}
