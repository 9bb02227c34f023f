import { createApiClient, createApiKey } from '../accounts/key-queries.ts'
import type { KeyScope } from '../accounts/key-rules.ts'
import type { Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { dayOf } from '../lib/dates.ts'
import { sealed } from '../lib/sealed.ts'
import { newSecret, secretPurpose } from '../webhooks/rules.ts'

const day = 86_400_000
const scopes: KeyScope[] = ['cards.check', 'uses.create', 'uses.cancel', 'webhooks.manage']

type By = {
  keys: Keys
  organisationId: number
  siteIds: readonly number[]
  intermediary: string
  now: Date
}

/** What the program was told lately: how many hours ago, and what became of it. */
const told = [
  { hours: 2, event: 'site.updated', state: 'delivered', tries: 1, status: 200, problem: null },
  { hours: 26, event: 'use.cancelled', state: 'delivered', tries: 2, status: 204, problem: null },
  { hours: 75, event: 'use.recognised', state: 'delivered', tries: 1, status: 204, problem: null },
  { hours: 240, event: 'site.updated', state: 'failed', tries: 9, status: null, problem: 'TIMEOUT' },
] as const

const makeWebhook = async (db: Write, clientId: string, { keys, intermediary, siteIds, now }: By) => {
  const { id } = await db
    .insertInto('webhook')
    .values({
      ...{ client_id: clientId, url: 'https://liput.esimerkki.example/kaiku' },
      ...{ events: ['use.cancelled', 'use.recognised', 'site.updated'], secret_sealed: Buffer.alloc(1) },
      ...{ made_at: new Date(now.getTime() - 200 * day), made_by: intermediary },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const secretSealed = sealed(keys, secretPurpose(id), Buffer.from(newSecret()))
  await db.updateTable('webhook').set({ secret_sealed: secretSealed }).where('id', '=', id).execute()
  for (const { hours, event, state, tries, status, problem } of told) {
    const at = new Date(now.getTime() - hours * 3_600_000)
    await db
      .insertInto('webhook_delivery')
      .values({
        ...{ webhook_id: id, event, state, tries, problem, made_at: at, tried_from_at: at },
        ...{ data: { siteId: siteIds[0]! }, answered_status: status },
        delivered_at: state === 'delivered' ? at : null,
      })
      .execute()
  }
}

/** The intermediary's own programs: one that sells, with a new key beside one that ends soon, and one that is being built. */
export const makePrograms = async (db: Write, by: By) => {
  const { organisationId, siteIds, intermediary: actor, now } = by
  const earlier = new Date(now.getTime() - 345 * day)
  const id = await createApiClient(
    db,
    { name: 'Lippuli-verkkokauppa', siteIds, organisationId, actor },
    earlier,
  )
  const given = { clientId: id, name: 'Lippuli-verkkokauppa', scopes }
  await createApiKey(db, { ...given, expiresAt: new Date(now.getTime() + 20 * day) }, earlier)
  await db
    .updateTable('api_key')
    .set({ last_used_on: dayOf(now), reminded_days: 30 })
    .where('client_id', '=', id)
    .execute()
  const lately = new Date(now.getTime() - 3 * day)
  await createApiKey(db, { ...given, expiresAt: new Date(now.getTime() + 300 * day) }, lately)
  await makeWebhook(db, id, by)
  const built = { name: 'Lippuli, uusi versio', siteIds: [], organisationId, isTest: true, actor }
  const test = await createApiClient(db, built, lately)
  const expiresAt = new Date(now.getTime() + 90 * day)
  await createApiKey(db, { clientId: test, name: built.name, scopes, expiresAt }, lately)
}
