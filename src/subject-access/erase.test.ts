import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeCard, makeMunicipality, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { createSiteKey } from '../accounts/key-queries.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})
afterEach(() => world.end())

const rollups = [
  'statistics_use_month',
  'statistics_use_year',
  'statistics_card_year',
  'statistics_use_hour',
  'site_activity',
  'unit_activity',
]
const all = async (table: string) => {
  const { rows } = await sql<{ row: object }>`
    select to_jsonb(t) as row from ${sql.table(table)} t order by to_jsonb(t)::text`.execute(world.db)
  return rows.map(({ row }) => row)
}
const countsNow = async () => {
  const found: Record<string, object[]> = {}
  for (const table of rollups) found[table] = await all(table)
  return found
}

const makeLife = async () => {
  const municipality = await makeMunicipality(world.db, { name: 'Kuhmo' })
  const unit = await makeUnit(world.db, { municipality })
  const site = await makeSite(world.db, { municipality })
  const issuer = await world.as({ role: 'issuer', unit })
  const venue = await world.as({ role: 'venue', site })
  const card = await makeCard(world.db, world.keys, { unit, stock: true })
  const neighbour = await makeCard(world.db, world.keys, { unit, children: 1 })
  const old = await makeCard(world.db, world.keys, {
    ...{ unit, state: 'replaced', registeredOn: '2025-03-01', closedOn: '2026-03-01', children: 5 },
  })
  await issuer.post('/fi/anna-kortti', {
    ...{ code: card.code, consent: 'yes', birthYear: '1987', postalCode: '87100', children: '2' },
    ...{ lifeSituation: 'carer', gender: 'woman' },
  })
  await world.db.insertInto('card_renewal').values({ old_card_id: old.id, new_card_id: card.id }).execute()
  await makeUse(world.db, {
    card: old,
    site,
    usedAt: new Date('2025-06-12T16:00:00Z'),
    event: 'Kesäkonsertti',
    children: 3,
  })
  await makeUse(world.db, {
    card: neighbour,
    site,
    usedAt: new Date('2026-02-12T16:00:00Z'),
    event: 'Keikka',
  })
  const use = async () => {
    const checked = await venue.post('/fi/kassa', { code: card.code, site: String(site.id) })
    const check = checked.headers.get('location')!
    await venue.post(check, { adults: '1', children: '1', again: 'yes' })
    return check.split('/').at(-1)!
  }
  const undone = await use()
  await venue.post(`/fi/kassa/kaytot/${undone}/kumoa`, {})
  const standing = await use()
  await sql`update use set event_on = '2026-05-09' where id = ${standing}`.execute(world.db)
  await sql`insert into arrival (use_id, used_on, arrived_at, arrived_by)
    select id, used_on, received_at, recorded_by from use where id = ${standing}`.execute(world.db)
  return { unit, site, issuer, venue, card, old, neighbour, undone, standing }
}
type Life = Awaited<ReturnType<typeof makeLife>>
const eraseAt = ({ card }: Life) => `/fi/asiakkaan-tiedot/${card.id}/poista`

test('the page that asks says what goes, what stays and for how long; without a tick nothing happens', async () => {
  const life = await makeLife()
  const page = await (await life.issuer.get(eraseAt(life))).text()
  for (const said of [
    `•••${life.card.code.slice(-4)}`,
    `•••${life.old.code.slice(-4)}`,
    '35 päivässä',
    'tilastoihin',
    'vanhat tiedot',
    'ne ovat henkilötietoja',
    'Lokia lukee vain',
  ])
    expect(page).toContain(said)
  const refused = await life.issuer.post(eraseAt(life), {})
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('Merkitse, että asiakas on paikalla')
  expect(await all('deletion')).toEqual([])
})

test('erasing leaves counts and nothing else: of this card and those it renewed, not of its neighbour', async () => {
  const life = await makeLife()
  const before = await countsNow()
  const neighbours = await all('card')
  const done = await life.issuer.post(eraseAt(life), { confirm: 'yes' })
  expect(done.headers.get('location')).toBe('/fi/asiakkaan-tiedot?erased')
  expect(await (await life.issuer.get('/fi/asiakkaan-tiedot?erased')).text()).toContain('Tiedot on poistettu')

  expect(await countsNow()).toEqual(before)
  expect(await all('card')).toEqual(
    neighbours.filter((row) => (row as { id: number }).id === life.neighbour.id),
  )
  for (const table of [
    'card_event',
    'card_renewal',
    'consent',
    'card_check',
    'use_cancellation',
    'arrival',
    'idempotency',
  ])
    expect(await all(table), table).toEqual([])
  const uses = (await all('use')) as Record<string, unknown>[]
  expect(uses).toHaveLength(3)
  const anonymous = uses.filter((use) => use.card_id === null)
  expect(anonymous.map(({ used_on, children, site_id }) => ({ used_on, children, site_id }))).toEqual(
    expect.arrayContaining([
      { used_on: '2025-06-01', children: 3, site_id: life.site.id },
      { used_on: '2026-05-01', children: 1, site_id: life.site.id },
    ]),
  )
  for (const use of anonymous) {
    expect(use).toMatchObject({
      event: null,
      event_on: null,
      recorded_by: 'nobody',
      anonymous_type: 'personal',
    })
    expect([life.undone, life.standing]).not.toContain(use.id)
  }
  expect(uses.find((use) => use.card_id === life.neighbour.id)).toMatchObject({
    event: 'Keikka',
    used_on: '2026-02-12',
  })
  // Ages 38 and 45: makers give 1980, the page 1987.
  expect(await all('forgotten_card')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        year: 2025,
        age_group: 40,
        has_children: true,
        taken_into_use: true,
        cards: 1,
      }),
      expect.objectContaining({
        year: 2026,
        age_group: 0,
        has_children: true,
        taken_into_use: true,
        cards: 1,
      }),
    ]),
  )
  expect(await all('deletion')).toEqual(
    [1, 2].map(() => ({ kind: 'card', hash: expect.any(String), deleted_on: '2026-05-04', key_version: 1 })),
  )
})

test('the erased code is unknown at the desk, at its unit and to a program that sends a use late', async () => {
  const life = await makeLife()
  const expiresAt = new Date(world.now().getTime() + 86_400_000)
  const made = { siteId: life.site.id, name: 'kassa', scopes: ['uses.create'] as const, expiresAt }
  const key = await createSiteKey(world.db, made, world.now())
  const usedAt = world.now().toISOString()
  world.later(5)
  await life.issuer.post(eraseAt(life), { confirm: 'yes' })
  const checked = await life.venue.post('/fi/kassa', { code: life.card.code, site: String(life.site.id) })
  const shown = await life.venue.get(checked.headers.get('location')!)
  expect(await shown.text()).toContain('ei löydy')
  expect(await (await life.issuer.post('/fi/asiakkaan-tiedot', { code: life.card.code })).text()).toContain(
    'ei löydy',
  )
  const body = { code: life.card.code, siteId: life.site.id, adults: 1, children: 0, usedAt }
  const late = await world.call('POST', '/api/v1/uses', key, body, { 'idempotency-key': 'late' })
  expect(late.status).toBeGreaterThanOrEqual(400)
  expect(await late.text()).toContain('card-unknown')
  expect(await all('use')).toHaveLength(3)
})

test('a ticket given on an erased card before leaves no trace of its code, by program or at a desk', async () => {
  const life = await makeLife()
  await world.db
    .updateTable('site')
    .set({ keeps_unrecognised: true, keeps_unrecognised_from: '2026-01-01' })
    .where('id', '=', life.site.id)
    .execute()
  const expiresAt = new Date(world.now().getTime() + 86_400_000)
  const made = { siteId: life.site.id, name: 'kassa', scopes: ['uses.create'] as const, expiresAt }
  const key = await createSiteKey(world.db, made, world.now())
  const usedAt = world.now().toISOString()
  // Read at a desk while no card had the code: hashes of it are all that was kept.
  await world.db.deleteFrom('card_check').execute()
  await sql`insert into card_check (id, account_role_id, site_id, checked_at, legacy_hash, fresh_hash, code_tail)
    select gen_random_uuid(), (select id from account_role limit 1), ${life.site.id}, ${world.now()}, code_hash, code_hash, code_tail
    from card where id = ${life.card.id}`.execute(world.db)
  world.later(10)
  await life.issuer.post(eraseAt(life), { confirm: 'yes' })
  expect(await all('card_check')).toMatchObject([{ legacy_hash: null, fresh_hash: null, code_tail: null }])

  const body = { code: life.card.code, siteId: life.site.id, adults: 1, children: 0, given: true }
  for (const more of [{ usedAt }, {}]) {
    const header = { 'idempotency-key': `late-${JSON.stringify(more).length}` }
    const late = await world.call('POST', '/api/v1/uses', key, { ...body, ...more }, header)
    expect(await late.text()).toContain('card-unknown')
  }
  const checked = await life.venue.post('/fi/kassa', { code: life.card.code, site: String(life.site.id) })
  const path = checked.headers.get('location')!
  expect(await (await life.venue.get(path)).text()).not.toContain('odottamaan')
  await life.venue.post(`${path}/odottamaan`, { adults: '1', children: '0' })
  expect(await all('unrecognised_use')).toEqual([])
  for (const row of await all('card_check')) expect(row).toMatchObject({ legacy_hash: null, code_tail: null })
})

test('another unit cannot erase it, not even by asking the database itself', async () => {
  const life = await makeLife()
  const elsewhere = await makeUnit(world.db)
  const stranger = await world.as({ role: 'issuer', unit: elsewhere })
  expect((await stranger.post(eraseAt(life), { confirm: 'yes' })).status).toBe(404)
  expect((await life.venue.post(eraseAt(life), { confirm: 'yes' })).status).toBe(403)
  await expect(
    sql`select subject_erase(${life.card.id}::bigint, current_date)`.execute(world.requests),
  ).rejects.toThrow('own unit')
  for (const call of [
    'cards_forget(array[1]::bigint[])',
    'deletions_replay()',
    'consents_replay()',
    'audit_forget(1, now(), now())',
  ])
    await expect(sql.raw(`select ${call}`).execute(world.requests)).rejects.toThrow('permission denied')
  expect(await all('card')).toHaveLength(3)
})
