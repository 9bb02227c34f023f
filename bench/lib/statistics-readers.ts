import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { AreaScope, Role, SiteScope, UnitScope } from '../../src/access.ts'
import { type Connection, type Proof, proofOfSession } from '../../src/db/db.ts'

/** Who reads: what row-level security opens by their session, and the scope that the program asks in. */
export type Readers = {
  centre: { proof: Proof; scope: AreaScope }
  keeper: { proof: Proof; scope: AreaScope & { areaId: number } }
  venue: { proof: Proof; scope: SiteScope; siteId: number }
  intermediary: { proof: Proof; scope: SiteScope }
  issuer: { proof: Proof; scope: UnitScope }
}

const areaId = 3
const unitId = 7
/** The sites that the intermediary sells tickets for: the busiest among them. */
const sold = 60

type Place = Partial<Record<'area_id' | 'unit_id' | 'site_id' | 'organisation_id', number>>

/** Somebody in a role, signed in. */
const signIn = async ({ pool }: Connection, role: Role, place: Place = {}): Promise<Proof> => {
  const token = randomBytes(32)
  const now = new Date()
  const { id } = await pool
    .insertInto('account')
    .values({ email: `${role}@esimerkki.example`, name: 'Aino Esimerkki', language: 'fi', created_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  const held = await pool
    .insertInto('account_role')
    .values({ account_id: id, role, created_at: now, ...place })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`insert into session (token_hash, account_role_id, started_at, seen_at, expires_at)
    values (sha256(${token}), ${held.id}, ${now}, ${now}, ${now}::timestamptz + interval '1 day')`.execute(
    pool,
  )
  return proofOfSession(token)
}

const findBusiest = async ({ pool }: Connection): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    select site_id as id from statistics_use_year group by 1 order by sum(uses) desc limit 1`.execute(pool)
  return rows[0]!.id
}

/** One reader of each role, each in the network of `makeManyUses`. */
export const makeReaders = async (connection: Connection): Promise<Readers> => {
  const siteId = await findBusiest(connection)
  const { id: organisationId } = await connection.pool
    .insertInto('organisation')
    .values({ name: 'Lipputoimisto' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`insert into site_intermediary (site_id, organisation_id)
    select id, ${organisationId} from site order by id = ${siteId} desc, id limit ${sold}`.execute(
    connection.pool,
  )
  return {
    centre: { proof: await signIn(connection, 'centre'), scope: { areaId: null } as AreaScope },
    keeper: {
      proof: await signIn(connection, 'coordinator', { area_id: areaId }),
      scope: { areaId } as AreaScope & { areaId: number },
    },
    venue: {
      proof: await signIn(connection, 'venue', { site_id: siteId }),
      ...{ scope: { siteId } as SiteScope, siteId },
    },
    intermediary: {
      proof: await signIn(connection, 'intermediary', { organisation_id: organisationId }),
      scope: { organisationId } as SiteScope,
    },
    issuer: {
      proof: await signIn(connection, 'issuer', { unit_id: unitId }),
      scope: { unitId } as UnitScope,
    },
  }
}
