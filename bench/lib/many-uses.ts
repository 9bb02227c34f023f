import { sql } from 'kysely'
import type { Connection } from '../../src/db/db.ts'

/** How large a register the bench makes. The network stays as it is today: what grows is how much the card is used. */
export type ManyUses = { uses: number; cards: number }

const sites = 450
const units = 300
const batch = 1_000_000

/** The network, its places spread over 80 municipalities in 16 areas, as today's. */
const makeNetwork = async ({ pool }: Connection) => {
  const network = [
    "insert into area (name) select 'Alue ' || n from generate_series(1, 16) n",
    "insert into municipality (name_fi) select 'Kunta ' || n from generate_series(1, 80) n",
    "insert into area_membership (area_id, municipality_id, phase) select (id - 1) / 5 + 1, id, 'permanent' from municipality",
    "insert into organisation (name) values ('Toimija')",
    `insert into issuing_unit (organisation_id, municipality_id, area_id, name, kind, third_sector)
      select 1, n % 80 + 1, n % 80 / 5 + 1, 'Yksikkö ' || n, 'sosiaalitoimisto', false from generate_series(1, ${units}) n`,
    `insert into site (organisation_id, municipality_id, area_id, name, category)
      select 1, n % 80 + 1, n % 80 / 5 + 1, 'Kohde ' || n, (array['culture', 'education', 'science', 'sports'])[n % 4 + 1]
      from generate_series(1, ${sites}) n`,
  ]
  for (const statement of network) await sql.raw(statement).execute(pool)
}

const manyUses = (first: number, last: number, { uses, cards }: ManyUses) => `
  insert into use (id, used_on, card_id, site_id, used_at, received_at, adults, children, companions, category, kind, source, recorded_by)
  select gen_random_uuid(), t.at::date, n % ${cards} + 1, s.site, t.at, t.at, 1, n % 3, 0,
    (array['culture', 'education', 'science', 'sports'])[s.site % 4 + 1],
    case when n % 20 = 0 then 'course-place' else 'ticket' end, (array['desk', 'desk', 'api', 'offline'])[n % 4 + 1], 'bench'
  from generate_series(${first}, ${last}) n
  cross join lateral (select (random() * random() * ${sites - 1} + 0 * n)::integer + 1 as site) s
  cross join lateral (select date '2017-01-01' + (n::bigint * 3600 / ${uses})::integer + make_interval(hours => 8 + (random() * 12)::integer) as at) t`

/** No insert keeps the indexes of `use` from here on, until they are built anew: an index torn down would lose its name and constraint. */
const restIndexes = ({ pool }: Connection) =>
  sql`update pg_index set indisready = false, indisvalid = false where indrelid = 'use'::regclass`.execute(
    pool,
  )

/**
 * Fills an empty, migrated PostgreSQL with cards and uses of ten years, straight and without triggers: the rollups are
 * empty until they are rebuilt. A site is drawn for each use: what does not depend on `n` is drawn once for all of them.
 * Two connections fill at once, and the indexes of `use` are made when it is full. Disk: about 250 bytes a use.
 */
export const makeManyUses = async (connection: Connection, { uses, cards }: ManyUses): Promise<void> => {
  const { pool } = connection
  await makeNetwork(connection)
  const alone = async (statement: string) =>
    pool.transaction().execute(async (db) => {
      await sql`set local session_replication_role = replica`.execute(db)
      await sql.raw(statement).execute(db)
    })
  await alone(`insert into card (code_hash, code_tail, code_style, type, unit_id, state, registered_on, registered_at, valid_until,
      birth_year, postal_code, children)
    select sha256(n::text::bytea), 'TEST', 'new', case when n % 50 = 0 then 'community' else 'personal' end, n % ${units} + 1,
      'registered', d.day, d.day, d.day + 364, 1940 + n % 65, '00100', n % 4
    from generate_series(1, ${cards}) n cross join lateral (select date '2017-01-01' + (n::bigint * 3560 / ${cards})::integer as day) d`)
  let next = 1
  const fill = async () => {
    while (next <= uses) {
      const first = next
      next += batch
      await alone(manyUses(first, Math.min(first + batch - 1, uses), { uses, cards }))
    }
  }
  await restIndexes(connection)
  await Promise.all([fill(), fill()])
  await sql`reindex table use`.execute(pool)
  await sql`analyze`.execute(pool)
}

/** The rollups of an empty register that was filled without triggers, counted by the views that recount them. */
export const countRollups = async ({ pool }: Connection): Promise<void> => {
  const fill = [
    'card_usage (card_id, uses, first_used_on) table recount_card_usage',
    'statistics_card_year (year, municipality_id, unit_id, card_type, registered, taken_into_use) table recount_card_year',
    `statistics_use_month (month, site_id, category, kind, card_type, source, uses, adults, children, companions)
      select * from recount_use_month order by month, site_id`,
    `statistics_use_year (year, municipality_id, site_id, category, card_type, uses, adults, children)
      select * from recount_use_year order by year, site_id`,
    `statistics_use_hour (quarter_from, site_id, weekday, hour, card_type, uses, adults, children)
      select * from recount_use_hour order by quarter_from, site_id`,
    'site_activity (site_id, last_used_on) table recount_site_activity',
    'unit_activity (unit_id, last_registered_on) table recount_unit_activity',
  ]
  for (const rollup of fill) await sql.raw(`insert into ${rollup}`).execute(pool)
}
