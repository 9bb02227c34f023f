import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeCertificate } from '../../test/certificate.ts'
import { htmlProblems } from '../../test/html.ts'
import { makeCard, makeSite } from '../../test/makers.ts'
import { isSigned, startReceiver } from '../../test/receiver.ts'
import { newWorld, type World } from '../../test/world.ts'
import { createApiClient, createApiKey } from '../accounts/key-queries.ts'
import { type KeyScope, lastKeyEnd } from '../accounts/key-rules.ts'
import { newCode } from '../codes/rules.ts'
import { sandboxCards } from '../uses/sandbox-rules.ts'
import { tellOfPolicies } from './outbox-queries.ts'
import { openPoster } from './post.ts'
import { deliverDue } from './send.ts'

let world: World
let vendor: Awaited<ReturnType<World['as']>>
let siteId: number
let organisationId: number
const certificate = makeCertificate()
let receiver: Awaited<ReturnType<typeof startReceiver>>
beforeEach(async () => {
  world = await newWorld(undefined, { localWebhooks: true })
  const site = await makeSite(world.db, { intermediary: 'Lippula' })
  siteId = site.id
  const { organisation_id } = await world.db
    .selectFrom('site_intermediary')
    .select('organisation_id')
    .executeTakeFirstOrThrow()
  organisationId = organisation_id
  vendor = await world.as({ role: 'intermediary', organisationId })
  receiver = await startReceiver(() => ({ status: 204 }), certificate)
})
afterEach(async () => {
  await receiver.stop()
  await world.end()
})

const scopes: KeyScope[] = ['uses.create', 'uses.cancel', 'webhooks.manage']
const program = async (isTest: boolean) => {
  const name = isTest ? 'Koe' : 'Lippukauppa'
  const given = { name, siteIds: [siteId], organisationId, isTest, actor: 'test' }
  const id = await createApiClient(world.db, given, world.now())
  const expiresAt = lastKeyEnd(world.now())
  const key = await createApiKey(world.db, { clientId: id, name, scopes, expiresAt }, world.now())
  return { id, key, base: `/fi/lipunmyyntijarjestelmat/${id}/ilmoitukset` }
}
const send = (ca?: string) =>
  deliverDue({
    ...{ pool: world.db, keys: world.keys, clock: world.now, origin: 'http://localhost:3000' },
    post: openPoster({ allowLocal: true, ...(ca && { ca }) }),
  })
const textOf = async (path: string) => (await vendor.get(path)).text()
const make = async (base: string, fields: Record<string, string>) => {
  const answer = await vendor.post(`${base}/uusi`, { url: receiver.url, ...fields })
  const page = await answer.text()
  return { status: answer.status, page, secret: /whsec_[\w-]{43}/.exec(page)?.[0] ?? '' }
}
const told = () =>
  receiver.received.map(({ body }) => JSON.parse(body) as { event: string; test?: true; data: object })

test('people add an address, send a trial over TLS, see why it failed, and end it', async () => {
  const { base, key } = await program(false)
  const refused = await make(base, { url: 'https://10.0.0.1/polku' })
  expect(refused.status).toBe(422)
  for (const said of ['ei ole julkisessa internetissä', 'Valitse ainakin yksi', 'https://10.0.0.1/polku'])
    expect(refused.page).toContain(said)
  expect(await htmlProblems(refused.page)).toEqual([])
  const { secret } = await make(base, { 'site.updated': 'yes' })
  expect(secret).not.toBe('')
  expect((await make(base, { 'site.updated': 'yes' })).page).toContain('on jo käytössä')

  const list = await textOf(base)
  expect(list).not.toContain(secret)
  const of = /osoitteet\/([0-9a-f-]{36})/.exec(list)![1]!
  const trial = await vendor.post(`${base}/osoitteet/${of}/koe`, {})
  expect(await textOf(trial.headers.get('location')!)).toContain('Koe lähtee hetken päästä')
  await send()
  const failed = await textOf(base)
  expect(failed).toContain('Palvelimen varmenteen myöntäjää ei tunneta, joten mitään ei lähetetty.')
  expect(failed).toContain('DEPTH_ZERO_SELF_SIGNED_CERT')
  expect(failed).toContain('Ei mennyt perille')
  expect(receiver.received).toEqual([])

  world.later(1)
  await vendor.post(`${base}/osoitteet/${of}/koe`, {})
  await send(certificate.cert)
  expect(told()).toMatchObject([{ event: 'test', data: {} }])
  expect(told()[0]).not.toHaveProperty('test')
  expect(isSigned(receiver.received[0]!, secret)).toBe(true)
  const deliveries = await world.call('GET', `/api/v1/webhooks/${of}/deliveries`, key)
  expect(await deliveries.json()).toMatchObject({
    rows: [
      { state: 'delivered', message: null },
      { state: 'failed', message: { en: expect.stringContaining('certificate') } },
    ],
  })
  const renewed = await (await vendor.post(`${base}/osoitteet/${of}/salaisuus`, {})).text()
  expect(renewed).toMatch(/whsec_/)
  expect(renewed).not.toContain(secret)

  expect(await textOf(`${base}/osoitteet/${of}/lopeta`)).toContain(receiver.url)
  const ended = await vendor.post(`${base}/osoitteet/${of}/lopeta`, {})
  expect(await textOf(ended.headers.get('location')!)).not.toContain('/osoitteet/')
  expect((await vendor.post(`${base}/osoitteet/${of}/koe`, {})).status).toBe(404)
  const kept = JSON.stringify(await world.db.selectFrom('audit').selectAll().execute())
  expect(kept).not.toContain('whsec_')
})

test('a program that is being built hears of its practice, marked so, and of nothing real', async () => {
  const live = await program(false)
  const built = await program(true)
  const all = { 'use.cancelled': 'yes', 'use.recognised': 'yes', 'use.dropped': 'yes' }
  expect(await textOf(`${built.base}/uusi`)).not.toContain('site.updated')
  expect((await make(built.base, { ...all, 'site.updated': 'yes', 'model.changed': 'yes' })).status).toBe(200)
  expect((await make(live.base, { ...all, url: `${receiver.url}/live` })).status).toBe(200)
  const record = async (key: string, code: string, more: object = {}) => {
    const body = { code, siteId, adults: 1, children: 0, ...more }
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const reply = await world.call('POST', '/api/v1/uses', key, body, headers)
    return ((await reply.json()) as { id: string }).id
  }
  const cancel = (key: string, id: string) => world.call('POST', `/api/v1/uses/${id}/cancellation`, key, {})
  const codeOf = (name: string) => sandboxCards.find((card) => card.name === name)!.code
  const away = { given: true, usedAt: '2026-05-04T08:00:00Z' }
  const use = await record(built.key, codeOf('valid'))
  const waits = await record(built.key, codeOf('unregistered'), away)
  const lost = await record(built.key, newCode(), away)
  await cancel(built.key, use)
  await world.call('POST', '/api/v1/sandbox-registrations', built.key, {})
  // Real life: a use that the program at work undoes itself, a changed site and new rules.
  const { code } = await makeCard(world.db, world.keys, { registeredOn: '2026-01-10' })
  await cancel(live.key, await record(live.key, code))
  await world.db.updateTable('site').set({ street: 'Katu' }).execute()
  const policy = await world.db.selectFrom('policy').selectAll().limit(1).executeTakeFirstOrThrow()
  await world.db
    .insertInto('policy')
    .values({ ...policy, valid_from: '2026-05-05' })
    .execute()
  world.later(24 * 60)
  await tellOfPolicies(world.db, world.now())
  await send(certificate.cert)
  await send(certificate.cert)
  expect(new Set(receiver.received.map(({ path }) => path))).toEqual(new Set(['/kaiku']))
  expect(told().map(({ event, test: isTest, data }) => [event, isTest, data])).toEqual(
    expect.arrayContaining([
      ['use.cancelled', true, { useId: use, siteId }],
      ['use.recognised', true, { ticketId: waits, useId: waits, siteId }],
      ['use.dropped', true, { ticketId: lost, siteId }],
    ]),
  )
  expect(receiver.received).toHaveLength(3)
})
