import { createApiClient, createApiKey } from '../src/accounts/key-queries.ts'
import { lastKeyEnd } from '../src/accounts/key-rules.ts'
import type { Pool } from '../src/db/db.ts'
import type { MadeSite } from './makers.ts'

type Made = { program: string; key: string; webhook: string; notice: string }

/** A program with a key, a webhook and one thing that it is told; of an intermediary, or of the site that keeps it. */
export const makeProgram = async (
  db: Pool,
  { site, organisationId, now }: { site?: MadeSite; organisationId?: number; now: Date },
): Promise<Made> => {
  const owner = { organisationId: organisationId ?? null, keptBySite: site?.id ?? null }
  const program = await createApiClient(
    db,
    { name: 'Lippukauppa', siteIds: site ? [site.id] : [], actor: 'matrix', ...owner },
    now,
  )
  const scoped = { name: 'Lippukauppa', scopes: ['uses.create'], expiresAt: lastKeyEnd(now) } as const
  await createApiKey(db, { clientId: program, ...scoped }, now)
  const { id: key } = await db
    .selectFrom('api_key')
    .select('id')
    .where('client_id', '=', program)
    .executeTakeFirstOrThrow()
  const { id: webhook } = await db
    .insertInto('webhook')
    .values({
      ...{ client_id: program, url: 'https://liput.esimerkki.example/', events: ['site.updated'] },
      ...{ secret_sealed: Buffer.alloc(32), made_at: now, made_by: 'matrix' },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: notice } = await db
    .insertInto('webhook_delivery')
    .values({ webhook_id: webhook, event: 'site.updated', data: {}, made_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { program, key, webhook, notice }
}

/** The program of a site, put among the rows of its relation. */
export const putProgram = async <Relation>(
  db: Pool,
  put: (name: string, relation: Relation, id: string) => void,
  relation: Relation,
  given: { site: MadeSite; now: Date },
) => {
  for (const [name, id] of Object.entries(await makeProgram(db, given))) put(name, relation, id)
}
