import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeCard, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { dayOf } from '../lib/dates.ts'
import { importUses } from './import.ts'

let world: World
beforeEach(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
})
afterEach(() => world.end())

/** Long enough for a request that does not wait to have answered. */
const soon = () => new Promise<'waits'>((done) => setTimeout(() => done('waits'), 500))

const linesOf = async function* (...lines: string[]) {
  yield Buffer.from(`${lines.join('\n')}\n`)
}

test('a card registered while its first use is imported waits, and counts as taken into use', async () => {
  const unit = await makeUnit(world.db)
  const worker = await world.as({ role: 'issuer', unit })
  const card = await makeCard(world.db, world.keys, { unit, stock: true, code: 'KAI1' })
  await makeSite(world.db, { name: 'Teatteri' })
  const form = { code: card.code, consent: 'yes', birthYear: '1950', postalCode: '87100', children: '0' }

  const { registered } = await world.db.transaction().execute(async (db) => {
    const result = await importUses(db, {
      chunks: linesOf(
        'card_code,site,used_on,adults,children,companions,category,kind,event,recorded_on',
        'KAI1,Teatteri,2026-05-04,1,0,0,,,,',
      ),
      beside: () => null,
      keys: world.keys,
      today: dayOf(world.now()),
      isTrial: false,
      progress: () => {},
    })
    expect(result).toMatchObject({ added: 1, problems: [] })
    const registered = worker.post('/fi/anna-kortti', form)
    expect(await Promise.race([registered, soon()])).toBe('waits')
    return { registered }
  })
  expect((await registered).status).toBe(303)
  const { rows } = await sql`
    select sum(registered)::int as registered, sum(taken_into_use)::int as "takenIntoUse",
      (select sum(uses)::int from card_usage) as uses
    from statistics_card_year`.execute(world.db)
  expect(rows).toEqual([{ registered: 1, takenIntoUse: 1, uses: 1 }])
})
