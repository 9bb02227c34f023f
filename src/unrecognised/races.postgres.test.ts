import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DeskWorld, newDesk } from '../../test/desk.ts'
import { makeCard } from '../../test/makers.ts'
import { createSiteKey } from '../accounts/key-queries.ts'
import { newCode } from '../codes/rules.ts'

let desk: DeskWorld
let key: string
beforeEach(async () => {
  desk = await newDesk()
  const { db, now } = desk.world
  const expiresAt = new Date(now().getTime() + 86_400_000)
  key = await createSiteKey(
    db,
    { siteId: desk.site.id, name: 'x', scopes: ['uses.create'], expiresAt },
    now(),
  )
})
afterEach(() => desk.world.end())

const stock = (code = newCode()) =>
  makeCard(desk.world.db, desk.world.keys, { code, unit: desk.unit, stock: true })
const send = async (code: string, idempotencyKey: string) => {
  const body = {
    code,
    siteId: desk.site.id,
    adults: 1,
    children: 0,
    given: true,
    usedAt: '2026-05-04T08:00:00Z',
  }
  const reply = await desk.world.call('POST', '/api/v1/uses', key, body, {
    'idempotency-key': idempotencyKey,
  })
  return reply.status
}
const issuer = () => desk.world.as({ role: 'issuer', unit: desk.unit })
const register = async (code: string, who: Awaited<ReturnType<typeof issuer>>) => {
  const fields = { code, consent: 'yes', birthYear: '1950', postalCode: '87100', children: '0' }
  return (await who.post('/fi/anna-kortti', fields)).status
}
const soon = () => setTimeout(400, 'waits' as const)
const rows = () => desk.world.db.selectFrom('unrecognised_use').selectAll().execute()
/** Nothing waits, and each ticket counts once, whichever way it went. */
const expectCounted = async (tickets: number) => {
  expect((await rows()).filter(({ state }) => state !== 'became-use')).toEqual([])
  expect(await desk.uses()).toHaveLength(tickets)
  expect(await desk.counted()).toEqual({ adults: tickets, children: 0 })
}

test('a ticket that comes while its card is being registered waits for that, and is a use', async () => {
  const { code, id } = await stock()
  let sent: Promise<number> = Promise.resolve(0)
  await desk.world.db.transaction().execute(async (db) => {
    await sql`update card set state = 'registered', unit_id = ${desk.unit.id}, registered_on = '2026-05-04', registered_at = now(),
      own_until = '2027-05-03', valid_until = '2027-05-03', revision = revision + 1 where id = ${id}`.execute(
      db,
    )
    sent = send(code, 'one')
    expect(await Promise.race([sent, soon()])).toBe('waits')
  })
  expect(await sent).toBe(201)
  expect(await rows()).toEqual([])
  await expectCounted(1)
})

test('a registration that comes while a ticket is being kept finds it', async () => {
  const { code, id } = await stock()
  const who = await issuer()
  let registered: Promise<number> = Promise.resolve(0)
  await desk.world.db.transaction().execute(async (db) => {
    await sql`select from card where id = ${id} for share`.execute(db)
    await sql`insert into unrecognised_use (id, card_id, code_tail, site_id, used_on, used_at, received_at, adults,
      children, companions, category, kind, source, recorded_by)
      values (gen_random_uuid(), ${id}, 'XXXX', ${desk.site.id}, '2026-05-04', now(), now(), 1, 0, 0, 'culture', 'ticket',
        'desk', 'test')`.execute(db)
    registered = register(code, who)
    expect(await Promise.race([registered, soon()])).toBe('waits')
  })
  expect(await registered).toBe(303)
  await expectCounted(1)
})

test('many at once, each sent twice, around the registration: none is lost and none counts twice', async () => {
  for (let round = 0; round < 4; round++) {
    const { code } = await stock()
    const who = await issuer()
    const keys = Array.from({ length: 8 }, (_, index) => `${round}-${index}`)
    const sends = () => keys.map((one) => send(code, one))
    const answers = await Promise.all([...sends(), register(code, who), ...sends()])
    expect(answers.filter((status) => status === 303)).toHaveLength(1)
    for (const status of answers) expect([201, 202, 303]).toContain(status)
    await expectCounted((round + 1) * 8)
  }
})

test('an undo at the desk and the registration: the ticket is taken back or counted, never both', async () => {
  for (let round = 0; round < 6; round++) {
    const { code } = await stock()
    const who = await issuer()
    await send(code, `undo-${round}`)
    const waiting = (await rows()).find(({ state }) => state === 'waiting')!
    const [registered, undone] = await Promise.all([
      register(code, who),
      desk.post(`/fi/kassa/kaytot/${waiting.id}/kumoa`, { back: 'today' }),
    ])
    expect([registered, undone.status]).toEqual([303, 303])
    // Undone before, it never was a use; after, the use is undone.
    expect(await desk.counted()).toEqual({ adults: 0, children: 0 })
  }
})
