import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import type { SiteScope } from '../access.ts'
import { readCode } from '../codes/rules.ts'
import { findForUse } from '../uses/queries.ts'
import type { Write } from './db.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})
afterEach(() => world.end())

const preparedIn = async (db: Write) => {
  const { rows } = await sql<{ name: string }>`select name from pg_prepared_statements order by name`.execute(
    db,
  )
  return rows.map(({ name }) => name)
}

test('a name that another statement has is not taken from it', async () => {
  await world.db.transaction().execute(async (db) => {
    await sql`/* test.twins */ select 1 as one`.execute(db)
    const { rows } = await sql<{ two: number }>`/* test.twins */ select 2 as two`.execute(db)
    expect(rows).toEqual([{ two: 2 }])
    expect(await preparedIn(db)).toContain('test.twins')
  })
})

test('whoever asks for a card asks under a name of the own kind', async () => {
  const { id: siteId } = await makeSite(world.db)
  const code = { code: readCode('8D89KQZ6QA'), keys: world.keys }
  const asked = { siteId, event: null, kind: 'ticket' as const, at: world.now() }
  const scopes = [{ siteId }, { organisationId: 1 }, { clientId: '00000000-0000-7000-8000-000000000000' }]
  await world.db.transaction().execute(async (db) => {
    for (const scope of scopes) await findForUse(db, code, scope as SiteScope, asked)
    for (const one of ['site', 'organisation', 'client'])
      expect(await preparedIn(db)).toContain(`uses.find-by-code.${one}`)
  })
})
