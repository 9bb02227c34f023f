import { sql, type Transaction } from 'kysely'
import { createSiteKey } from '../../src/accounts/key-queries.ts'
import { canonicalNew, codeHash, newCode, tailOf } from '../../src/codes/rules.ts'
import type { Connection } from '../../src/db/db.ts'
import { claimInstallation, type Keys } from '../../src/db/keys.ts'
import { migrate } from '../../src/db/migrate.ts'
import { connectPostgres } from '../../src/db/postgres.ts'
import type { Database } from '../../src/db/schema.ts'

type Size = {
  cards: number
  sites: number
  /** Over how many units, each in a municipality of its own, the cards are spread; 1 when not said. */
  units?: number
  /** Characters that the name of a site has beside its number; 0 when not said. */
  longName?: number
}
export type Register = { codes: string[]; firstCard: number; keys: { siteId: number; key: string }[] }

/** A register of valid cards, sites over a hundred municipalities, and one key of the public API a site. */
export const makeRegister = async (url: string, keys: Keys, size: Size): Promise<Register> => {
  const connection = await connectPostgres(url, 2)
  try {
    await migrate(connection)
    await claimInstallation(connection.pool, keys, false, new Date())
    return await connection.pool.transaction().execute((db) => fill(db, keys, size))
  } finally {
    await connection.close()
  }
}

/** The same in a database that is open already. */
export const fillRegister = ({ pool }: Connection, keys: Keys, size: Size) =>
  pool.transaction().execute((db) => fill(db, keys, size))

const fill = async (
  db: Transaction<Database>,
  keys: Keys,
  { cards, sites, units = 1, longName = 0 }: Size,
): Promise<Register> => {
  await sql`insert into area (name) values ('Alue')`.execute(db)
  await sql`insert into municipality (name_fi) select 'Kunta ' || n from generate_series(1, 100) n`.execute(
    db,
  )
  await sql`insert into area_membership (area_id, municipality_id, phase) select 1, id, 'permanent' from municipality`.execute(
    db,
  )
  await sql`insert into organisation (name) values ('Toimija')`.execute(db)
  await sql`insert into issuing_unit (organisation_id, municipality_id, area_id, name, kind, third_sector)
    select 1, (n - 1) % 100 + 1, 1, 'Yksikkö ' || n, 'sosiaalitoimisto', false from generate_series(1, ${units}) n`.execute(
    db,
  )
  await sql`insert into site (organisation_id, municipality_id, area_id, name, category)
    select 1, n % 100 + 1, 1, 'Kohde ' || n || repeat(' lipputoimisto', ${Math.ceil(longName / 14)}), (array['culture', 'education', 'science', 'sports'])[n % 4 + 1]
    from generate_series(1, ${sites}) n`.execute(db)
  const codes = Array.from({ length: cards }, () => newCode())
  const { rows } = await sql<{ id: number }>`
    insert into card (code_hash, code_tail, code_style, type, unit_id, state, registered_on, registered_at, valid_until,
      birth_year, postal_code, children)
    select hash, tail, 'new', 'personal', ordinal % ${units}::int + 1, 'registered', current_date - 1, now(), current_date + 300, 1980, '00100', 3
    from unnest(${codes.map((code) => codeHash(keys.cardCode, canonicalNew(code)))}::bytea[],
      ${codes.map((code) => tailOf(canonicalNew(code)))}::text[]) with ordinality as made (hash, tail, ordinal)
    returning id`.execute(db)
  const now = new Date()
  const made = []
  for (let siteId = 1; siteId <= sites; siteId++) {
    const expiresAt = new Date(now.getTime() + 86_400_000)
    const scopes = ['cards.check', 'uses.create', 'uses.read', 'uses.cancel'] as const
    made.push({ siteId, key: await createSiteKey(db, { siteId, name: 'bench', scopes, expiresAt }, now) })
  }
  return { codes, firstCard: rows[0]!.id, keys: made }
}
