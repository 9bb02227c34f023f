import { sql } from 'kysely'
import type { Write } from '../db/db.ts'
import { inPieces, makeStage } from '../db/stage.ts'
import { type Day, yearOf } from '../lib/dates.ts'
import {
  type ImportResult,
  type ImportRun,
  newTable,
  readRows,
  refuse,
  refusedResult,
  type Table,
} from '../lib/import-file.ts'
import { placesByName } from '../lib/place-names.ts'
import { day } from '../lib/readings.ts'
import {
  cardsByCode,
  type KnownSite,
  readUse,
  stagedColumns,
  type UseWorld,
  useColumns,
} from './import-row.ts'

/** A legacy code exactly as it stands wins over the new-style reading. */
const filledIn = {
  card_id: {
    type: 'bigint',
    as: 'coalesce((select id from card where code_hash = t.exact_hash), (select id from card where code_hash = t.hash))',
  },
}

const pieceOfUses = 20_000

/**
 * Imports uses in the open transaction. Refuses the whole file when a line is bad; validity, age and limits are the
 * business of the day itself: a use that breaks them happened all the same, and is taken and counted.
 * A use that the register has is left alone, so that a repeated file is harmless.
 */
export const importUses = async (db: Write, run: ImportRun): Promise<ImportResult> => {
  const table = newTable()
  const world = await worldOf(db, run)
  const add = await makeStage(db, 'import_use', stagedColumns, filledIn)
  for await (const rows of readRows(run.chunks, () => useColumns, table))
    await add(rows.map((cells) => readUse(cells, world)))

  run.progress('checking', 0)
  // Whoever records a use meanwhile waits. Their locks would cross ours in the rollups otherwise. Whoever registers
  // a card waits too: of a card and its first use, neither would be seen by the other's count.
  if (!run.isTrial) await sql`lock table card, use, use_cancellation in share row exclusive mode`.execute(db)
  await refuseUnknownCards(db, table)
  await refuseTwins(db, table)
  await nameUses(db)
  await refuseChanged(db, table)
  if (table.problems.length > 0) return refusedResult(table)

  const counts = await countUses(db, run.today)
  if (!run.isTrial && counts.added > 0) await writeUses(db, run)
  return { rows: table.rows, ...counts, problems: [] }
}

const worldOf = async (db: Write, run: ImportRun): Promise<UseWorld> => {
  const { rows: sites } = await sql<KnownSite>`
    select s.id, s.name, s.category, o.name as organisation, m.name_fi as municipality, m.name_sv as "municipalitySv"
    from site s
    join organisation o on o.id = s.organisation_id
    join municipality m on m.id = s.municipality_id`.execute(db)
  const { rows: policies } = await sql<{ first: Day }>`select min(valid_from) as first from policy`.execute(
    db,
  )
  return {
    findCard: cardsByCode(run.keys.cardCode),
    findSite: placesByName('site', sites),
    // The scheme's first day. Old lists hold bookings for later this year; a later year is a typing error.
    aDay: day(policies[0]!.first, `${yearOf(run.today)}-12-31`),
  }
}

type Found = { line: number; earlier: number; columns: string }

const refuseUnknownCards = async (db: Write, table: Table) => {
  const { rows } = await sql<Found>`
    select line from import_use where hash is not null and card_id is null`.execute(db)
  for (const { line } of rows) refuse(table, line, 'card_code', 'is no card in the register')
}

const refuseTwins = async (db: Write, table: Table) => {
  const { rows } = await sql<Found>`
    select line, earlier from (
      select line, first_value(line) over (partition by given_id order by line) as earlier
      from import_use where given_id is not null
    ) use where line > earlier`.execute(db)
  for (const { line, earlier } of rows) refuse(table, line, 'id', `is the id of line ${earlier}`)
}

/** All that a row says, in one text. The card's hash in it is keyed, so nobody can guess the rows of an id. */
const meaning = sql`sha256(hash || convert_to(concat_ws(chr(31), 'kk-import-use-v1', site_id, to_char(used_on, 'YYYY-MM-DD'),
  adults, children, companions, category, kind, coalesce(event, ''), to_char(recorded_on, 'YYYY-MM-DD')), 'UTF8'))`

/**
 * Gives every sound row its id. One without an id gets it from its meaning and its ordinal among the rows of the
 * same meaning, as a UUID of version 8 (RFC 9562): the file again makes the same ids, and two equal visits two.
 */
const nameUses = async (db: Write) => {
  await sql`
    create temp table import_named on commit drop as
    select row_number() over (order by i.used_on, i.line) as number, i.*, u.id is not null as is_known
    from (
      select m.*, coalesce(given_id, encode(
        set_byte(set_byte(made, 6, get_byte(made, 6) & 15 | 128), 8, get_byte(made, 8) & 63 | 128), 'hex')::uuid) as id
      from (
        select *, substring(
          sha256(meaning || int4send((row_number() over (partition by meaning order by line))::int)) for 16) as made
        from (
          select *, case when given_id is null then ${meaning} end as meaning
          from import_use where not bad and card_id is not null
        ) sound
      ) m
    ) i left join use u on u.id = i.id`.execute(db)
  await sql`create index on import_named (number)`.execute(db)
  await sql`analyze import_named`.execute(db)
}

/** Noon in Helsinki: the file says the day alone. */
const noonOf = (day: string) => sql`(${sql.ref(day)} + time '12:00') at time zone 'Europe/Helsinki'`

const refuseChanged = async (db: Write, table: Table) => {
  const { rows } = await sql<Found>`
    select line, columns from (
      select i.line, concat_ws(', ',
        case when u.card_id <> i.card_id then 'card_code' end,
        case when u.site_id <> i.site_id then 'site' end,
        case when u.used_on <> i.used_on then 'used_on' end,
        case when u.adults <> i.adults then 'adults' end,
        case when u.children <> i.children then 'children' end,
        case when u.companions <> i.companions then 'companions' end,
        case when u.category <> i.category then 'category' end,
        case when u.kind <> i.kind then 'kind' end,
        case when u.event is distinct from i.event then 'event' end,
        case when u.source = 'import' and u.received_at <> ${noonOf('i.recorded_on')} then 'recorded_on' end
      ) as columns
      from import_named i join use u on u.id = i.id
    ) known where columns <> ''`.execute(db)
  for (const { line, columns } of rows)
    refuse(table, line, 'id', `is in the register with other data: ${columns}`)
}

const countUses = async (db: Write, today: Day) => {
  const { rows } = await sql<{ added: number; unchanged: number } & Record<string, number>>`
    select count(*) filter (where not is_known) as added, count(*) filter (where is_known) as unchanged,
      count(*) filter (where not is_known and c.state = 'stock') as "card-not-registered",
      count(*) filter (where not is_known and i.used_on < c.registered_on) as "before-registration",
      count(*) filter (where not is_known and i.used_on > c.valid_until) as "card-expired",
      count(*) filter (where not is_known and i.used_on >= c.closed_on) as "card-closed",
      count(*) filter (where not is_known and c.type = 'personal' and i.children > c.children)
        as "children-exceed-card",
      count(*) filter (where not is_known and i.adults = 0) as "no-adults",
      count(*) filter (where not is_known and i.used_on > ${today}::date) as "in-the-future"
    from import_named i join card c on c.id = i.card_id`.execute(db)
  const { added, unchanged, ...kinds } = rows[0]!
  return {
    added,
    unchanged,
    exceptions: Object.fromEntries(Object.entries(kinds).filter(([, count]) => count > 0)),
  }
}

/**
 * In pieces, since a statement's counts for the statistics are gathered in memory; by day, so that the rows of a
 * piece share few months.
 */
const writeUses = async (db: Write, run: ImportRun) => {
  const { rows } = await sql<{ last: number }>`select max(number) as last from import_named`.execute(db)
  const last = rows[0]!.last
  await inPieces(last, pieceOfUses, async (after, upTo) => {
    await sql`
      insert into use (id, used_on, card_id, site_id, event, used_at, received_at, adults, children, companions,
        category, kind, source, recorded_by)
      select id, used_on, card_id, site_id, event, ${noonOf('used_on')}, ${noonOf('recorded_on')}, adults, children,
        companions, category, kind, 'import', 'import'
      from import_named where not is_known and number > ${after} and number <= ${upTo} order by number`.execute(
      db,
    )
    run.progress('writing', upTo / last)
  })
  // The embedded database never gathers its planner's statistics by itself.
  await sql`analyze use, card_usage, statistics_use_month, statistics_use_year`.execute(db)
}
