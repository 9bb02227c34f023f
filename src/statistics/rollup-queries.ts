import { type RawBuilder, sql } from 'kysely'
import type { Pool, Write } from '../db/db.ts'

/*
 * The rollups held against the views that count the same from cards and uses (migration 0031). A use or a card and what
 * it moves are kept in one transaction, so that in any one snapshot the two agree, whoever is recording.
 */

export type Rollup = {
  table: string
  recount: string
  keys: string[]
  counts: string[]
  /** The column by which a few of its rows can be counted without reading all uses; null where there is none. */
  sampledBy: 'site_id' | 'card_id' | null
}

const tickets = ['uses', 'adults', 'children']

/** In the order in which the triggers lock them. */
export const rollups: Rollup[] = [
  {
    ...{ table: 'card_usage', recount: 'recount_card_usage', sampledBy: 'card_id' },
    ...{ keys: ['card_id'], counts: ['uses', 'first_used_on'] },
  },
  {
    ...{ table: 'statistics_card_year', recount: 'recount_card_year', sampledBy: null },
    keys: ['year', 'municipality_id', 'unit_id', 'card_type'],
    counts: ['registered', 'taken_into_use'],
  },
  {
    ...{ table: 'statistics_use_month', recount: 'recount_use_month', sampledBy: 'site_id' },
    keys: ['month', 'site_id', 'category', 'kind', 'card_type', 'source'],
    counts: [...tickets, 'companions'],
  },
  {
    ...{ table: 'statistics_use_year', recount: 'recount_use_year', sampledBy: 'site_id' },
    keys: ['year', 'municipality_id', 'site_id', 'category', 'card_type'],
    counts: tickets,
  },
  {
    ...{ table: 'statistics_use_hour', recount: 'recount_use_hour', sampledBy: 'site_id' },
    keys: ['quarter_from', 'site_id', 'weekday', 'hour', 'card_type'],
    counts: tickets,
  },
  {
    ...{ table: 'site_activity', recount: 'recount_site_activity', sampledBy: 'site_id' },
    ...{ keys: ['site_id'], counts: ['last_used_on'] },
  },
  {
    ...{ table: 'unit_activity', recount: 'recount_unit_activity', sampledBy: null },
    ...{ keys: ['unit_id'], counts: ['last_registered_on'] },
  },
]

type Values = Record<string, string | number | null>
/** A row of a rollup that is not what a recount gives; null where there is no such row. */
export type Difference = { table: string; key: Values; kept: Values | null; real: Values | null }

/** Which rows a sample looks at. */
type Sample = { sites: readonly number[]; cards: readonly number[] }

export const columns = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)))
const asJson = (names: readonly string[]) =>
  sql`jsonb_build_object(${sql.join(names.flatMap((name) => [sql.lit(name), sql.ref(name)]))})`

/** Undoing brings a row to zeros: as good as none. */
const isSomething = ({ counts }: Rollup) =>
  sql`num_nonnulls(${sql.join(counts.map((name) => sql`nullif(${sql.ref(name)}::text, '0')`))}) > 0`

const isChosen = ({ sampledBy }: Rollup, sample: Sample | null): RawBuilder<boolean> => {
  if (!sample || !sampledBy) return sql<boolean>`true`
  return sampledBy === 'site_id'
    ? sql<boolean>`site_id = any(${sample.sites}::integer[])`
    : sql<boolean>`card_id = any(${sample.cards}::bigint[])`
}

/** In one statement, and so of one moment. */
export const findIn = async (db: Pool | Write, rollup: Rollup, sample: Sample | null) => {
  const both = columns([...rollup.keys, ...rollup.counts])
  const chosen = isChosen(rollup, sample)
  const { rows } = await sql<Difference>`
    with counted as materialized (
      select ${both} from ${sql.table(rollup.recount)} where ${chosen} and ${isSomething(rollup)}
    ), kept as materialized (
      select ${both} from ${sql.table(rollup.table)} where ${chosen} and ${isSomething(rollup)}
    ), differing as (
      select true as is_kept, k.* from (table kept except table counted) k
      union all select false, c.* from (table counted except table kept) c
    )
    select ${rollup.table} as table, ${asJson(rollup.keys)} as key,
      (array_agg(${asJson(rollup.counts)}) filter (where is_kept))[1] as kept,
      (array_agg(${asJson(rollup.counts)}) filter (where not is_kept))[1] as real
    from differing group by ${columns(rollup.keys)} order by ${columns(rollup.keys)}`.execute(db)
  return rows
}

/**
 * Every row of the rollups that is not what cards and uses give, as of one moment; nobody waits for it.
 * @param sample null for all; a sample leaves out what only reading everything could tell (cards by year)
 */
export const findDifferences = (pool: Pool, sample: Sample | null): Promise<Difference[]> =>
  pool
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (db) => {
      const found: Difference[][] = []
      for (const rollup of rollups)
        if (!sample || rollup.sampledBy) found.push(await findIn(db, rollup, sample))
      return found.flat()
    })

/** A few places and cards by chance, and about how many uses there are in all. */
export const chooseSample = async (
  pool: Pool,
  size: { sites: number; cards: number },
): Promise<Sample & { uses: number }> => {
  const { rows } = await sql<Sample & { uses: number }>`
    select (select greatest(reltuples, 0)::float8 from pg_class where oid = 'use'::regclass) as uses,
      coalesce((select json_agg(id) from (select id from site order by random() limit ${size.sites}) s), '[]') as sites,
      coalesce((select json_agg(distinct id) from (
        select ceil(random() * (select max(id) from card)) as id from generate_series(1, ${size.cards}::int)) c), '[]') as cards`.execute(
    pool,
  )
  return rows[0]!
}
