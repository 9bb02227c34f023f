import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type DeskWorld, newDesk } from '../../test/desk.ts'
import { digestOf } from '../../test/imports.ts'
import { makeCard, makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { createSiteKey } from '../accounts/key-queries.ts'
import { newCode } from '../codes/rules.ts'
import { tidyUnrecognised } from './queries.ts'

let desk: DeskWorld
let key: string
beforeEach(async () => {
  desk = await newDesk()
  key = await keyOf(desk.site.id)
})
afterEach(() => desk.world.end())

const keyOf = (siteId: number) => {
  const { db, now } = desk.world
  const expiresAt = new Date(now().getTime() + 200 * 86_400_000)
  return createSiteKey(
    db,
    { siteId, name: 'kassa', scopes: ['uses.create', 'cards.check'], expiresAt },
    now(),
  )
}
let count = 0
const send = async (body: Record<string, unknown>, idempotencyKey = `k${++count}`, by = key) => {
  const reply = await desk.world.call(
    'POST',
    '/api/v1/uses',
    by,
    { siteId: desk.site.id, adults: 1, children: 0, ...body },
    {
      'idempotency-key': idempotencyKey,
    },
  )
  const answer = (await reply.json()) as Record<string, unknown>
  return { status: reply.status, replayed: reply.headers.get('idempotency-replayed'), answer }
}
const chosen = () =>
  desk.world.db
    .updateTable('site')
    .set({ keeps_unrecognised: true, keeps_unrecognised_from: '2026-05-01' })
    .where('id', '=', desk.site.id)
    .execute()
const rows = () => desk.world.db.selectFrom('unrecognised_use').selectAll().orderBy('id').execute()
const stock = () => makeCard(desk.world.db, desk.world.keys, { unit: desk.unit, stock: true })
const register = async (code: string, children = '0') => {
  const issuer = await desk.world.as({ role: 'issuer', unit: desk.unit })
  const fields = { code, consent: 'yes', birthYear: '1950', postalCode: '87100', children }
  const answer = await desk.post('/fi/anna-kortti', fields, issuer)
  expect(answer.status).toBe(303)
  return { issuer }
}
const cardYear = async () => {
  const rows = await desk.world.db
    .selectFrom('statistics_card_year')
    .select(['registered', 'taken_into_use'])
    .execute()
  return rows[0]
}
/** The whole database but for the log, the misses, the day of a key's last use, and what tests pause. */
const digest = async () => {
  const { audit, rate_limit, api_key, pause, ...rest } = await digestOf(desk.world)
  return rest
}

describe('a program', () => {
  test('is refused as ever when it does not say that the ticket is given, and nothing is left', async () => {
    await chosen()
    const { code } = await stock()
    const before = await digest()
    for (const body of [{ code }, { code: newCode() }, { code, given: false }])
      expect([404, 409]).toContain((await send(body)).status)
    expect(await digest()).toEqual(before)
    await register(code)
    expect(await desk.uses()).toEqual([])
  })

  test('is refused where the site has not chosen so, though it says given', async () => {
    const { code } = await stock()
    const before = await digest()
    expect((await send({ code, given: true })).status).toBe(409)
    expect((await send({ code: newCode(), given: true })).status).toBe(404)
    const aMomentAgo = new Date(desk.world.now().getTime() - 4 * 60_000).toISOString()
    expect((await send({ code, given: true, usedAt: aMomentAgo })).status).toBe(409)
    expect(await digest()).toEqual(before)
  })

  test('that has had no network is kept without any choice, and the same key gets the same answer', async () => {
    const { code, id } = await stock()
    const usedAt = '2026-05-04T08:00:00.000Z'
    const body = { code, given: true, usedAt, children: 2, event: 'Lumikuningatar', category: 'education' }
    const first = await send(body, 'same')
    expect(first).toEqual({
      status: 202,
      replayed: null,
      answer: { id: expect.any(String), state: 'unrecognised' },
    })
    expect(await send(body, 'same')).toEqual({ ...first, replayed: 'true' })
    expect((await send({ ...body, adults: 2 }, 'same')).status).toBe(422)
    expect(await rows()).toMatchObject([
      {
        id: first.answer.id,
        card_id: id,
        state: 'waiting',
        source: 'offline',
        children: 2,
        legacy_hash: null,
      },
    ])
    expect(await desk.uses()).toEqual([])

    await register(code)
    expect(await desk.uses()).toMatchObject([
      {
        ...{ id: first.answer.id, card_id: id, source: 'reconciled', children: 2, category: 'education' },
        ...{ event: 'Lumikuningatar', override_reason: 'unrecognised', used_at: new Date(usedAt) },
      },
    ])
    expect(await desk.counted()).toEqual({ adults: 1, children: 2 })
    expect(await cardYear()).toEqual({ registered: 1, taken_into_use: 1 })
    expect(await send(body, 'same')).toEqual({ ...first, replayed: 'true' })
    expect(await desk.uses()).toHaveLength(1)
    const told = await desk.audits('uses.create')
    expect(told.map(({ actor, subject }) => [actor.split(':')[0], subject])).toEqual([
      ['key', { unrecognised: first.answer.id, card: id }],
      ['registration', { unrecognised: first.answer.id, use: first.answer.id, card: id }],
    ])
  })

  test('of a site that has chosen so is kept on line too; a code that no card has waits for one', async () => {
    await chosen()
    const code = newCode()
    const kept = await send({ code, given: true })
    expect(kept.status).toBe(202)
    expect(await rows()).toMatchObject([
      { card_id: null, code_tail: code.slice(-4), source: 'api', state: 'waiting' },
    ])
    const { id } = await makeCard(desk.world.db, desk.world.keys, { code, unit: desk.unit, stock: true })
    expect(await rows()).toMatchObject([
      { card_id: id, legacy_hash: null, fresh_hash: null, state: 'waiting' },
    ])
    await register(code)
    expect(await desk.uses()).toMatchObject([{ id: kept.answer.id, card_id: id }])
  })

  test('a card that comes registered, as from an import, brings its tickets at once; legacy codes too', async () => {
    const code = 'ÖS-00123'
    await send({ code: 'ös 00123', given: true, usedAt: '2026-05-02T08:00:00Z' })
    await makeCard(desk.world.db, desk.world.keys, {
      code: 'ÖS00123',
      unit: desk.unit,
      registeredOn: '2026-05-01',
    })
    expect(await desk.uses()).toMatchObject([{ used_on: '2026-05-02', source: 'reconciled' }])
    expect(JSON.stringify(await rows())).not.toContain(code)
  })

  test('no other refusal is kept, whatever is said', async () => {
    await chosen()
    const usedAt = '2026-05-04T08:00:00Z'
    const given = { given: true, usedAt }
    const local = await makeMunicipality(desk.world.db, { area: 'Satakunta', crossUse: false })
    const cards = [
      await desk.card({ registeredOn: '2025-01-10' }),
      await desk.card({ state: 'withdrawn' }),
      await desk.card({ state: 'replaced' }),
      await desk.card({ unit: await makeUnit(desk.world.db, { municipality: local }) }),
    ]
    const fresh = await desk.card({ registeredOn: '2026-05-04' })
    const { code } = await stock()
    const before = await digest()
    for (const card of cards) expect((await send({ code: card.code, ...given })).status).toBe(409)
    const tries: Record<string, unknown>[] = [
      { code: fresh.code, given: true, usedAt: '2026-05-03T08:00:00Z' },
      { code: fresh.code, children: 1, ...given },
      { code, given: true, usedAt: '2026-04-01T08:00:00Z' },
      { code, given: true, usedAt: '2026-05-04T19:00:00Z' },
      { code, adults: 0, ...given },
      { code: '131052-308T', ...given },
    ]
    for (const body of tries) expect([409, 422]).toContain((await send(body)).status)
    await desk.world.db
      .insertInto('pause')
      .values({
        site_id: desk.site.id,
        paused_from: '2026-05-01',
        made_at: desk.world.now(),
        made_by: 'test',
      } as never)
      .execute()
    expect((await send({ code, ...given })).status).toBe(409)
    expect(await digest()).toEqual(before)
  })

  test('a repeat for the same event is asked about, and two of different events are two', async () => {
    await chosen()
    const { code } = await stock()
    const body = { code, given: true, event: 'Lumikuningatar' }
    expect((await send(body)).status).toBe(202)
    expect(await send(body)).toMatchObject({
      status: 409,
      answer: { type: expect.stringContaining('duplicate-suspected') },
    })
    expect((await send({ ...body, confirmDuplicate: true })).status).toBe(202)
    expect((await send({ ...body, event: 'Toinen' })).status).toBe(202)
    await register(code)
    expect(await desk.uses()).toHaveLength(3)
    expect(await cardYear()).toEqual({ registered: 1, taken_into_use: 1 })
  })

  test('one that guesses codes is held, given or not', async () => {
    await chosen()
    const answers = []
    for (let index = 0; index < 62; index++)
      answers.push((await send({ code: newCode(), given: true })).status)
    expect(answers.slice(0, 60).every((status) => status === 202)).toBe(true)
    expect(answers.slice(60)).toEqual([429, 429])
  })
})

describe('the registration', () => {
  const waitOn = async (code: string, days: string[]) => {
    for (const day of days)
      expect((await send({ code, given: true, usedAt: `${day}T09:00:00Z` })).status).toBe(202)
  }

  test('covers the days from its own on; an earlier ticket is dropped, and says why', async () => {
    const { code } = await stock()
    await waitOn(code, ['2026-05-03', '2026-05-02'])
    desk.world.later(10)
    await send({ code, given: true, usedAt: '2026-05-04T06:00:00Z' })
    await register(code)
    expect((await desk.uses()).map(({ used_on }) => used_on)).toEqual(['2026-05-04'])
    expect((await rows()).map(({ state, why }) => why ?? state).sort()).toEqual([
      'became-use',
      'before-registration',
      'before-registration',
    ])
    expect((await desk.get('/fi/odottavat')).text).toContain(
      'Kortti rekisteröitiin myöhemmästä päivästä alkaen.',
    )
  })

  test.each([
    ['card-expired', { registeredOn: '2025-04-01', validUntil: '2026-04-20' }],
    ['card-closed', { registeredOn: '2026-01-01', state: 'lost', closedOn: '2026-05-02' }],
  ] as const)('%s drops it', async (why, given) => {
    const code = newCode()
    await waitOn(code, ['2026-05-03'])
    await makeCard(desk.world.db, desk.world.keys, { code, unit: desk.unit, ...given })
    expect(await rows()).toMatchObject([{ state: 'dropped', why }])
    expect(await desk.uses()).toEqual([])
  })

  test.each([
    ['the own area, local only', { area: 'own', crossUse: false }, true],
    ['another area, open', { area: 'other', crossUse: true }, true],
    ['another area, local only', { area: 'other', crossUse: false }, false],
  ] as const)('a card of %s', async (_, { area, crossUse }, becomes) => {
    const code = newCode()
    await waitOn(code, ['2026-05-03'])
    const municipality = await makeMunicipality(desk.world.db, {
      area: area === 'own' ? 'Kainuu' : 'Satakunta',
      crossUse,
    })
    const unit = await makeUnit(desk.world.db, { municipality })
    await makeCard(desk.world.db, desk.world.keys, { code, unit, registeredOn: '2026-05-01' })
    expect(await rows()).toMatchObject([becomes ? { state: 'became-use' } : { why: 'card-local-only' }])
  })

  test('a local-only card drops at a pop-up site', async () => {
    const popUp = await makeSite(desk.world.db, { popUp: true })
    const code = newCode()
    await send(
      { code, siteId: popUp.id, given: true, usedAt: '2026-05-03T09:00:00Z' },
      'p',
      await keyOf(popUp.id),
    )
    const unit = await makeUnit(desk.world.db, {
      municipality: await makeMunicipality(desk.world.db, { crossUse: false }),
    })
    await makeCard(desk.world.db, desk.world.keys, { code, unit, registeredOn: '2026-05-01' })
    expect(await rows()).toMatchObject([{ why: 'card-local-only' }])
  })

  test('undone within its time: the tickets wait again, the counts go back, and the next one finds them', async () => {
    const { code, id } = await stock()
    await send({ code, given: true, usedAt: '2026-05-04T06:00:00Z' })
    await waitOn(code, ['2026-05-03'])
    const { issuer } = await register(code)
    const { revision } = await desk.world.db
      .selectFrom('card')
      .select('revision')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const undone = await desk.post(`/fi/kortit/${id}/kumoa`, { revision: String(revision) }, issuer)
    expect(undone).toMatchObject({ status: 303, to: expect.stringContaining('undone') })
    expect((await rows()).map(({ state }) => state)).toEqual(['waiting', 'waiting'])
    expect(await desk.counted()).toEqual({ adults: 0, children: 0 })
    expect(await cardYear()).toEqual({ registered: 0, taken_into_use: 0 })
    await register(code)
    expect(await desk.counted()).toEqual({ adults: 1, children: 0 })
    expect(await cardYear()).toEqual({ registered: 1, taken_into_use: 1 })
    const uses = await desk.uses()
    expect(new Set(uses.map((use) => use.id)).size).toBe(2)
  })

  test('cannot be undone when the card has been used besides', async () => {
    const { code, id } = await stock()
    await send({ code, given: true, usedAt: '2026-05-04T06:00:00Z' })
    const { issuer } = await register(code)
    expect((await send({ code })).status).toBe(201)
    const { revision } = await desk.world.db
      .selectFrom('card')
      .select('revision')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect((await desk.post(`/fi/kortit/${id}/kumoa`, { revision: String(revision) }, issuer)).status).toBe(
      422,
    )
    expect(await rows()).toMatchObject([{ state: 'became-use' }])
    expect(await desk.uses()).toHaveLength(2)
  })

  test('that never comes is given up after ninety days, and forgotten after ninety more', async () => {
    const { code } = await stock()
    await waitOn(code, ['2026-05-03'])
    const inDays = (days: number) => new Date(desk.world.now().getTime() + days * 86_400_000)
    await tidyUnrecognised(desk.world.db, inDays(90))
    expect(await rows()).toMatchObject([{ state: 'waiting' }])
    await tidyUnrecognised(desk.world.db, inDays(91))
    expect(await rows()).toMatchObject([{ state: 'dropped', why: 'too-old' }])
    await register(code)
    expect(await desk.uses()).toEqual([])
    await tidyUnrecognised(desk.world.db, inDays(182))
    expect(await rows()).toEqual([])
  })

  test('that slipped past is found by the sweep, once', async () => {
    const code = newCode()
    await waitOn(code, ['2026-05-03'])
    const { db } = desk.world
    const [given] = await rows()
    const { id } = await makeCard(db, desk.world.keys, { code, unit: desk.unit, registeredOn: '2026-05-01' })
    await db.deleteFrom('use_cancellation').execute()
    // As if the card had come while the ticket was being kept.
    await db
      .updateTable('unrecognised_use')
      .set({ ...given!, card_id: null })
      .execute()
    await db
      .insertInto('use_cancellation')
      .values({
        use_id: given!.id,
        used_on: given!.used_on,
        cancelled_at: desk.world.now(),
        cancelled_by: 'test',
      })
      .execute()
    await tidyUnrecognised(db, desk.world.now())
    await tidyUnrecognised(db, desk.world.now())
    expect(await rows()).toMatchObject([{ state: 'became-use', card_id: id }])
    expect(await desk.counted()).toEqual({ adults: 1, children: 0 })
  })
})
