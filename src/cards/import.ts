import { sql } from 'kysely'
import { writeImportedConsents } from '../consents/queries.ts'
import type { Write } from '../db/db.ts'
import { inPieces, makeStage } from '../db/stage.ts'
import { yearOf } from '../lib/dates.ts'
import {
  type ImportResult,
  type ImportRun,
  newTable,
  readRows,
  refuse,
  refusedResult,
  type Table,
} from '../lib/import-file.ts'
import { type NamedPlace, placesByName } from '../lib/place-names.ts'
import { day } from '../lib/readings.ts'
import { type CardWorld, cardColumns, type KnownUnit, readCard, stagedColumns } from './import-row.ts'
import { listPolicies } from './queries.ts'

const pieceOfCards = 10_000

/**
 * Imports cards in the open transaction. Refuses the whole file when a line is bad; what breaks only a rule of its
 * day is taken and counted. Cards that the register has as the file says are left alone.
 */
export const importCards = async (db: Write, run: ImportRun): Promise<ImportResult> => {
  const table = newTable()
  const world = await worldOf(db, run)
  const add = await makeStage(db, 'import_card', stagedColumns, {
    card_id: { type: 'bigint', as: 'null::bigint' },
    renewed_id: { type: 'bigint', as: 'null::bigint' },
  })
  for await (const rows of readRows(run.chunks, () => cardColumns, table))
    await add(rows.map((cells) => readCard(cells, world)))

  run.progress('checking', 0)
  await sql`analyze import_card`.execute(db)
  // Whoever registers a card meanwhile waits: between the check and the last row the register stands still.
  if (!run.isTrial) await sql`lock table card in share row exclusive mode`.execute(db)
  await findCards(db)
  await refuseTwins(db, table)
  await refuseChanged(db, table)
  await refuseRenewals(db, table)
  if (table.problems.length > 0) return refusedResult(table)

  const counts = await countCards(db)
  if (!run.isTrial && counts.added > 0) await writeCards(db, run)
  return { rows: table.rows, ...counts, problems: [] }
}

type UnitRow = NamedPlace & KnownUnit

const worldOf = async (db: Write, run: ImportRun): Promise<CardWorld> => {
  const policies = await listPolicies(db)
  const { rows: units } = await sql<UnitRow>`
    select u.id, u.name, o.name as organisation, m.name_fi as municipality, m.name_sv as "municipalitySv",
      coalesce((
        select json_agg(json_build_object('from', p.pilot_from, 'until', p.pilot_until, 'cardsUntil', p.cards_until))
        from pilot p where p.municipality_id = u.municipality_id), '[]') as pilots
    from issuing_unit u
    join organisation o on o.id = u.organisation_id
    join municipality m on m.id = u.municipality_id`.execute(db)
  return {
    cardCode: run.keys.cardCode,
    policies,
    findUnit: placesByName('unit', units),
    // Before the scheme's first rules there were no cards. Old lists hold plans for later this year; a later year is
    // a typing error.
    aDay: day(policies[0]!.validFrom, `${yearOf(run.today)}-12-31`),
    today: run.today,
  }
}

/** The register's card of each row: a legacy code exactly as it stands wins over the new-style reading. */
const findCards = async (db: Write) => {
  for (const hash of ['hash', 'exact_hash'])
    await sql`update import_card i set card_id = c.id from card c
      where c.code_hash = i.${sql.ref(hash)}`.execute(db)
  for (const hash of ['renewed_hash', 'renewed_exact_hash'])
    await sql`update import_card i set renewed_id = c.id from card c
      where c.code_hash = i.${sql.ref(hash)}`.execute(db)
}

type Found = { line: number; earlier: number; alike: boolean; columns: string }

const refuseTwins = async (db: Write, table: Table) => {
  const { rows } = await sql<Found>`
    select line, earlier, typed_hash = earlier_typed as alike from (
      select line, typed_hash, first_value(line) over same as earlier, first_value(typed_hash) over same as earlier_typed
      from import_card where hash is not null
      window same as (partition by coalesce(card_id::text, hash::text) order by line)
    ) card where line > earlier`.execute(db)
  for (const { line, earlier, alike } of rows)
    refuse(
      table,
      line,
      'code',
      alike ? `is the code of line ${earlier}` : `is the code of line ${earlier}, written in another way`,
    )
}

/** A known card whose data differ. Left open in the file, the last day, the consent and the renewal say nothing. */
const refuseChanged = async (db: Write, table: Table) => {
  const { rows } = await sql<Found>`
    select line, columns from (
      select i.line, concat_ws(', ',
        case when c.type <> i.type then 'type' end,
        case when i.unit_id is distinct from coalesce(c.unit_id, r.unit_id) then 'unit' end,
        case when c.registered_on is distinct from i.registered_on then 'registered_on' end,
        case when i.valid_said and c.valid_until is distinct from i.valid_until then 'valid_until' end,
        case when c.birth_year is distinct from i.birth_year then 'birth_year' end,
        case when c.postal_code is distinct from i.postal_code then 'postal_code' end,
        case when c.children <> i.children then 'children' end,
        case when c.life_situation is distinct from i.life_situation then 'life_situation' end,
        case when c.gender is distinct from i.gender then 'gender' end,
        case when c.closed_on is distinct from i.closed_on then 'closed_on' end,
        case when c.state <> i.state and i.registered_on = c.registered_on then 'closed_reason' end,
        case when i.renewed_hash is not null and n.old_card_id is distinct from i.renewed_id then 'renewed_from' end,
        case when i.consent_on is not null and not exists (
          select from consent k where k.card_id = c.id and k.kind = 'register'
            and k.given_on = i.consent_on and k.text_version = i.consent_version) then 'consent_on' end
      ) as columns
      from import_card i join card c on c.id = i.card_id left join card_renewal n on n.new_card_id = c.id
      left join stock_range r on int8range(r.first_serial, r.last_serial, '[]') @> c.serial
      where not i.bad
    ) known where columns <> ''`.execute(db)
  for (const { line, columns } of rows)
    refuse(table, line, 'code', `is in the register with other data: ${columns}`)
}

const refuseRenewals = async (db: Write, table: Table) => {
  const { rows: unknown } = await sql<Found>`
    select line from import_card i where renewed_hash is not null and renewed_id is null
      and not exists (select from import_card o where o.hash = i.renewed_hash)`.execute(db)
  for (const { line } of unknown)
    refuse(table, line, 'renewed_from', 'is no card in the register or in this file')
  const { rows: twice } = await sql<Found>`
    select line, earlier from (
      select line, first_value(line) over (
        partition by coalesce(renewed_id::text, renewed_hash::text) order by line) as earlier
      from import_card where renewed_hash is not null
    ) renewal where line > earlier`.execute(db)
  for (const { line, earlier } of twice)
    refuse(table, line, 'renewed_from', `is renewed on line ${earlier} already`)
  const { rows: renewed } = await sql<Found>`
    select i.line from import_card i join card_renewal r on r.old_card_id = i.renewed_id
    where i.card_id is null`.execute(db)
  for (const { line } of renewed)
    refuse(table, line, 'renewed_from', 'is renewed by another card of the register')
}

const countCards = async (db: Write) => {
  const { rows: counts } = await sql<{ added: number; unchanged: number }>`
    select count(*) filter (where card_id is null) as added, count(card_id) as unchanged from import_card`.execute(
    db,
  )
  const { rows } = await sql<{ kind: string; count: number }>`
    select kind, count(*) from import_card, string_to_table(exceptions, ' ') kind
    where card_id is null and kind <> '' group by kind order by kind`.execute(db)
  return { ...counts[0]!, exceptions: Object.fromEntries(rows.map(({ kind, count }) => [kind, count])) }
}

/** Noon in Helsinki: the file says the day alone. */
const noonOf = (day: string) => sql`(${sql.ref(day)} + time '12:00') at time zone 'Europe/Helsinki'`

/** In pieces, since a statement's counts for the statistics are gathered in memory. */
const writeCards = async (db: Write, run: ImportRun) => {
  const { rows } = await sql<{ last: number }>`select max(line) as last from import_card`.execute(db)
  const last = rows[0]!.last
  await inPieces(last, pieceOfCards, async (after, upTo) => {
    await sql`
      insert into card (code_hash, code_tail, code_style, key_version, type, unit_id, state, registered_on,
        registered_at, own_until, valid_until, birth_year, postal_code, children, life_situation, gender, closed_on)
      select hash, tail, style, ${run.keys.version}, type, unit_id, state, registered_on, ${noonOf('registered_on')},
        own_until, valid_until, birth_year, postal_code, children, life_situation, gender, closed_on
      from import_card where card_id is null and line > ${after} and line <= ${upTo} order by line`.execute(
      db,
    )
    run.progress('writing', upTo / last)
  })
  await writeLives(db)
}

/** What happened to the new cards: their registration, their end, the consent, which card they renewed. */
const writeLives = async (db: Write) => {
  await sql`
    insert into card_event (card_id, event, happened_at, actor)
    select c.id, e.event, ${noonOf('e.day')}, 'import'
    from import_card i join card c on c.code_hash = i.hash
    cross join lateral (values ('registered', i.registered_on), (i.state, i.closed_on)) e (event, day)
    where i.card_id is null and e.day is not null order by c.id, e.day`.execute(db)
  await writeImportedConsents(db)
  await sql`
    insert into card_renewal (new_card_id, old_card_id)
    select c.id, coalesce(i.renewed_id, o.id)
    from import_card i join card c on c.code_hash = i.hash left join card o on o.code_hash = i.renewed_hash
    where i.card_id is null and i.renewed_hash is not null`.execute(db)
  // The embedded database never gathers its planner's statistics by itself.
  await sql`analyze card, card_event, consent, card_renewal, statistics_card_year`.execute(db)
}
