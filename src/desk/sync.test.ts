import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type DeskWorld, newDesk, strangeCode } from '../../test/desk.ts'
import { pairPhone, phoneWith } from '../../test/devices.ts'
import { makeSite } from '../../test/makers.ts'
import type { RecordAnswer } from '../desk-queue/wire.ts'
import { dayOf } from '../lib/dates.ts'

/** What the desk's script and the server say to each other, through the whole program. */
let desk: DeskWorld
let cookie: string
beforeAll(async () => {
  desk = await newDesk()
  cookie = (await pairPhone(desk.world, desk.site)).cookie
})
afterAll(() => desk.world.end())
beforeEach(async () => {
  desk.world.logged.length = 0
  await desk.world.db.deleteFrom('rate_limit').execute()
})

const ask = async (path: string, body?: unknown, more: Record<string, string> = { cookie }) => {
  const reply = await desk.world.app.request(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', ...more },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return { status: reply.status, reply, json: (await reply.json()) as Record<string, never> }
}
const iso = (minutes = 0) => new Date(desk.world.now().getTime() + minutes * 60_000).toISOString()
const recordOf = (code: string, more: Record<string, unknown> = {}) => ({
  ...{ id: randomUUID(), code, siteId: desk.site.id, event: 'Konsertti', eventOn: null, kind: 'ticket' },
  ...{ adults: 1, children: 0, companions: 0, scannedAt: iso(), sentAt: iso() },
  ...{ overrideReason: null, confirmDuplicate: false, wasOffline: true },
  ...more,
})
const send = async (record: object) => (await ask('/desk-app/uses', record)).json as unknown as RecordAnswer
const useOf = (id: string) =>
  desk.world.db.selectFrom('use').selectAll().where('id', '=', id).executeTakeFirst()

describe('an exchange', () => {
  test('without a session it is 401 in JSON, to a person of another role 403, from another site 403', async () => {
    const nobody = await ask('/desk-app/state', undefined, {})
    expect(nobody).toMatchObject({ status: 401, json: { problem: 'sign-in' } })
    expect(nobody.reply.headers.get('cache-control')).toBe('no-store')
    const { token } = await desk.world.as({ role: 'issuer', unit: desk.unit })
    const issuer = await ask('/desk-app/uses', recordOf('X'), { cookie: `kaiku=${token}` })
    expect(issuer).toMatchObject({ status: 403, json: { problem: 'forbidden' } })
    const foreign = await ask('/desk-app/uses', recordOf('X'), { cookie, 'sec-fetch-site': 'cross-site' })
    expect(foreign).toMatchObject({ status: 403, json: { problem: 'foreign' } })
  })

  test('broken JSON is 400, another form 422 without what was in it, another’s site 404', async () => {
    expect(await ask('/desk-app/uses', '{"code":')).toMatchObject({ status: 400 })
    const refused = await ask('/desk-app/uses', recordOf('X', { event: 'Aino 131052-308T', adults: -1 }))
    expect(refused).toMatchObject({
      status: 422,
      json: { problem: 'not-accepted', fields: ['event', 'adults'] },
    })
    expect(JSON.stringify(refused.json)).not.toContain('308T')
    const strange = await makeSite(desk.world.db)
    expect(await ask('/desk-app/uses', recordOf('X', { siteId: strange.id }))).toMatchObject({ status: 404 })
  })

  test('signing out leaves the queue of the desk where it is', async () => {
    const venue = await desk.world.as({ role: 'venue', site: desk.site })
    const out = await venue.post('/fi/kirjaudu-ulos', {})
    expect(out.headers.get('clear-site-data')).toBe('"cache"')
  })
})

describe('the state and a check', () => {
  test('a device is told its site, and the same owner after it is paired anew', async () => {
    const { json } = await ask('/desk-app/state')
    const again = await pairPhone(desk.world, desk.site, 'Toinen')
    const other = await ask('/desk-app/state', undefined, { cookie: again.cookie })
    expect(json).toMatchObject({ sites: [{ id: desk.site.id, name: 'Esimerkkiteatteri' }], formerOwners: [] })
    expect(other.json.owner).toBe(json.owner)
    const { token } = await desk.world.as({ role: 'venue', site: desk.site })
    const person = await ask('/desk-app/state', undefined, { cookie: `kaiku=${token}` })
    expect(person.json.owner).not.toBe(json.owner)
  })

  test('what the site does not give is not recorded, unless it was given without a network', async () => {
    const pass = async (wasOffline: boolean) => {
      const { code } = await desk.card()
      return send(recordOf(code, { kind: 'season-pass', wasOffline }))
    }
    expect(await pass(false)).toMatchObject({ state: 'attention', reason: 'ticket-type-not-offered' })
    expect(await pass(true)).toMatchObject({ state: 'recorded' })
  })

  test('a card is looked up, and the look is in the log', async () => {
    const { code, id } = await desk.card({ children: 2 })
    const { json } = await ask('/desk-app/checks', { code, siteId: desk.site.id })
    expect(json).toMatchObject({ allowed: true, reason: null, card: { type: 'personal', children: 2 } })
    expect((await desk.audits('cards.check')).at(-1)!.subject).toMatchObject({ card: id })
    const strange = await ask('/desk-app/checks', { code: strangeCode(), siteId: desk.site.id })
    expect(strange.json).toMatchObject({ allowed: false, reason: 'card-unknown', card: null })
  })

  test('codes cannot be guessed faster here than on the page', async () => {
    const guess = () => ask('/desk-app/checks', { code: strangeCode(), siteId: desk.site.id })
    const tries = []
    for (let n = 0; n < 21; n++) tries.push(await guess())
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(20)
    expect(tries.at(-1)!.reply.headers.get('retry-after')).toMatch(/^\d+$/)
    const { code } = await desk.card()
    expect((await ask('/desk-app/uses', recordOf(code))).status).toBe(429)
  })
})

describe('a record', () => {
  test('is there once, however often it is sent, and whenever', async () => {
    const { code } = await desk.card()
    const record = recordOf(code)
    const answers = await Promise.all([send(record), send({ ...record, sentAt: iso(1) }), send(record)])
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ state: 'recorded', id: record.id, flag: null })
    expect(await useOf(record.id)).toMatchObject({ source: 'offline', event: 'Konsertti' })
    expect(await send({ ...record, adults: 0, children: 1 })).toMatchObject({ state: 'attention' })
  })

  const hours = [0, 48, -48]
  test.each(hours)('by a clock %i hours ahead stands at the time of the scan', async (ahead) => {
    const { code } = await desk.card()
    const record = recordOf(code, { scannedAt: iso(ahead * 60 - 90), sentAt: iso(ahead * 60) })
    await send(record)
    expect((await useOf(record.id))!.used_at).toEqual(new Date(iso(-90)))
  })

  test('of a card that has expired since counts, and says so; too old a one waits for a person', async () => {
    const { code, id } = await desk.card()
    await sql`update card set valid_until = '2026-05-02' where id = ${id}`.execute(desk.world.db)
    const threeDays = 3 * 24 * 60
    const late = await send(recordOf(code, { scannedAt: iso(-threeDays) }))
    expect(late).toMatchObject({ state: 'recorded', flag: 'late' })
    const old = await send(recordOf(code, { scannedAt: iso(-31 * 24 * 60) }))
    expect(old).toMatchObject({ state: 'attention', reason: 'recorded-too-late' })
    expect(await send(recordOf(code))).toMatchObject({ state: 'attention', reason: 'card-expired' })
  })

  test('given without a network: repeats are both kept, more children are marked, online they are asked about', async () => {
    const { code } = await desk.card({ children: 1 })
    await send(recordOf(code))
    const online = await send(recordOf(code, { wasOffline: false }))
    expect(online).toMatchObject({ state: 'attention', reason: 'duplicate-suspected' })
    const repeat = recordOf(code, { children: 4 })
    expect(await send(repeat)).toMatchObject({ state: 'recorded', flag: 'repeat' })
    expect(await useOf(repeat.id)).toMatchObject({ children: 4, override_reason: 'offline' })
    const { html } = await desk.get('/fi/kassa/toistuneet')
    expect(html).toContain(`/fi/kassa/toistuneet/${repeat.id}`)
    // Also on the next day: that is when it was sent.
    desk.world.later(26 * 60)
    const tomorrow = await desk.world.as({ role: 'venue', site: desk.site })
    await desk.post(`/fi/kassa/toistuneet/${repeat.id}`, { both: 'no' }, tomorrow)
    expect(await desk.world.db.selectFrom('use_cancellation').select('use_id').execute()).toContainEqual({
      use_id: repeat.id,
    })
    expect((await desk.get('/fi/kassa/toistuneet', tomorrow)).html).not.toContain(repeat.id)
  })

  test('that was refused records nothing when it arrives again, though its refusal no longer holds', async () => {
    const { code, id } = await desk.card({ children: 1 })
    const update = desk.world.db.updateTable('card').where('id', '=', id)
    await update.set({ valid_until: '2026-05-02' }).execute()
    const refused = recordOf(code, { event: 'Myöhässä' })
    expect(await send(refused)).toMatchObject({ state: 'attention', reason: 'card-expired' })
    // While it is so, the reason is said again.
    expect(await send(refused)).toMatchObject({ state: 'attention', reason: 'card-expired' })
    await update.set({ valid_until: '2027-03-14' }).execute()
    const corrected = { ...refused, id: randomUUID(), confirmDuplicate: true }
    expect(await send(corrected)).toMatchObject({ state: 'recorded' })
    expect(await send(refused)).toMatchObject({ state: 'attention', reason: 'not-accepted' })
    const uses = await desk.world.db.selectFrom('use').select('id').where('card_id', '=', id).execute()
    expect(uses).toEqual([{ id: corrected.id }])
    const kept = desk.world.db.selectFrom('idempotency').select('answer').where('key', '=', refused.id)
    expect(await kept.executeTakeFirst()).toEqual({ answer: { state: 'attention' } })
  })

  test('on a card not registered waits; a code that may be mistyped comes back', async () => {
    const { code } = await desk.card({ stock: true })
    const waiting = recordOf(code)
    expect(await send(waiting)).toMatchObject({ state: 'waiting' })
    expect(await ask('/desk-app/undo', { id: waiting.id, undoneAt: iso(), sentAt: iso() })).toMatchObject({
      json: { state: 'undone' },
    })
    expect(await send(recordOf(strangeCode()))).toMatchObject({ state: 'waiting' })
    expect(await send(recordOf('VANHA77'))).toMatchObject({ state: 'attention', reason: 'card-unknown' })
    expect(await send(recordOf('131052-308T'))).toMatchObject({ reason: 'card-code-malformed' })
    const { code: personal } = await desk.card()
    expect(await send(recordOf(personal, { adults: 2 }))).toMatchObject({ reason: 'one-adult' })
  })

  test('of another person is not taken, nor one with an id that is another’s', async () => {
    const { code } = await desk.card()
    expect(await ask('/desk-app/uses', recordOf(code, { owner: 'somebody' }))).toMatchObject({ status: 403 })
    const other = await makeSite(desk.world.db)
    const { cookie: theirs } = await pairPhone(desk.world, other, 'Muualla')
    const record = recordOf(code)
    await send(record)
    const stolen = { ...record, siteId: other.id }
    expect((await ask('/desk-app/uses', stolen, { cookie: theirs })).json).toMatchObject({
      state: 'attention',
    })
  })
})

describe('an undoing', () => {
  const undo = async (id: string, minutesAgo = 0) =>
    (await ask('/desk-app/undo', { id, undoneAt: iso(-minutesAgo), sentAt: iso() })).json

  test('is done once, a second time finds it done, and one of nothing waits for a person', async () => {
    const { code } = await desk.card()
    const record = recordOf(code)
    await send(record)
    expect([await undo(record.id), await undo(record.id)]).toEqual([{ state: 'undone' }, { state: 'undone' }])
    expect(await send(record)).toMatchObject({ state: 'recorded', id: record.id })
    expect(await undo(randomUUID())).toMatchObject({ state: 'attention', reason: 'not-found' })
  })

  test('is judged by when it was asked for, though it arrives days later', async () => {
    const { code } = await desk.card()
    const twoDays = 2 * 24 * 60
    const [asked, late] = [recordOf(code), recordOf(code)]
    for (const record of [asked, late]) await send({ ...record, scannedAt: iso(-twoDays) })
    expect(await undo(asked.id, twoDays - 5)).toEqual({ state: 'undone' })
    expect(await undo(late.id)).toMatchObject({ state: 'attention', reason: 'undo-too-late' })
  })
})

test('a booking is told of on its day, until its holder has come', async () => {
  const { code } = await desk.card()
  const booking = recordOf(code, { eventOn: dayOf(new Date(iso(24 * 60))), wasOffline: false })
  await send(booking)
  const arrive = () => ask('/desk-app/arrivals', { use: booking.id })
  expect((await arrive()).json).toEqual({ state: 'not-today' })
  desk.world.later(24 * 60)
  const check = async () => (await ask('/desk-app/checks', { code, siteId: desk.site.id })).json.booking
  expect(await check()).toMatchObject({ id: booking.id, adults: 1, event: 'Konsertti' })
  expect((await arrive()).json).toEqual({ state: 'arrived' })
  expect(await check()).toBeNull()
  const back = await ask('/desk-app/arrivals', { use: booking.id, arrived: false })
  expect(back.json).toEqual({ state: 'taken-back' })
  expect(await check()).toMatchObject({ id: booking.id })
})

test('a site that has become another: what its device kept is recorded for the new one, and once', async () => {
  const { world } = desk
  const old = await makeSite(world.db, { municipality: desk.unit.municipality })
  const phone = phoneWith(world, (await pairPhone(world, old, 'Vanha')).cookie)
  const { code } = await desk.card()
  const [before, after] = [
    recordOf(code, { siteId: old.id }),
    recordOf(code, { siteId: old.id, event: 'Toinen' }),
  ]
  await ask('/desk-app/uses', before, { cookie: phone.cookie })
  const owner = (await ask('/desk-app/state', undefined, { cookie: phone.cookie })).json.owner
  await sql`update site set merged_into_id = ${desk.site.id}, closed_on = ${dayOf(world.now())} where id = ${old.id}`.execute(
    world.db,
  )
  expect((await ask('/desk-app/state')).json.formerOwners).toEqual([owner])
  expect(await send(after)).toMatchObject({ state: 'recorded' })
  expect(await useOf(after.id)).toMatchObject({ site_id: desk.site.id })
  expect(await send(before)).toMatchObject({ state: 'recorded', id: before.id })
  expect(await world.db.selectFrom('use').select('id').where('id', '=', before.id).execute()).toHaveLength(1)
})
