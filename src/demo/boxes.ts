import { sql } from 'kysely'
import { canonicalNew, codeHash, tailOf } from '../codes/rules.ts'
import type { Pool } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import type { Serials } from '../stock/rules.ts'

export type BoxToMake = { name: string; type: 'personal' | 'community'; codes: readonly string[]; at: Date }

/** Cards as a print run brings them: all at the national centre. @returns the numbers on the box, in the order of the codes */
export const makeBox = async (
  db: Pool,
  keys: Keys,
  { name, type, codes, at }: BoxToMake,
): Promise<Serials> => {
  const canonical = codes.map(canonicalNew)
  const hashes = canonical.map((code) => codeHash(keys.cardCode, code))
  const { rows } = await sql<{ id: number }>`
    select print_run_make(${name}, ${type}, 'imported', ${hashes}::bytea[], ${canonical.map(tailOf)}::text[],
      ${codes.map(() => 'new')}::text[], ${keys.version}::smallint, null, 'demo', ${at}::timestamptz) as id`.execute(
    db,
  )
  return db
    .selectFrom('print_run')
    .select(['first_serial as first', 'last_serial as last'])
    .where('id', '=', rows[0]!.id)
    .executeTakeFirstOrThrow()
}
