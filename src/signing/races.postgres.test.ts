import { afterEach, beforeEach, expect, test } from 'vitest'
import { putSent } from '../../test/commitments.ts'
import { type MadeSite, makeSite } from '../../test/makers.ts'
import { onePixel, signingClient, tokenIn, words6 } from '../../test/signing.ts'
import { newWorld, type World } from '../../test/world.ts'
import { listEvents } from '../commitments/event-queries.ts'
import { chainFindings } from '../commitments/event-rules.ts'
import { findCommitment, listParties } from '../commitments/queries.ts'

let world: World
let site: MadeSite
let coordinator: Awaited<ReturnType<World['as']>>
let venue: Awaited<ReturnType<World['as']>>
beforeEach(async () => {
  world = await newWorld()
  site = await makeSite(world.db, { name: 'Esimerkkiteatteri' })
  coordinator = await world.as({ role: 'coordinator', areaId: site.municipality.areaId })
  venue = await world.as({ role: 'venue', site })
})
afterEach(() => world.end())

/** A commitment whose link is open in a browser. */
const ready = async () => {
  const { id, version } = await putSent(world, site)
  const [county, municipality, culture] = await listParties(world.db, id)
  world.later(1)
  const made = await coordinator.post(`/fi/sitoumus/${id}/linkki/${municipality!.id}`, {})
  const code = words6(await made.text())
  const token = await tokenIn(world)
  const answers = {
    title: 'johtaja',
    basis: 'position',
    reference: '',
    language: 'fi',
    version,
    right: 'yes',
  }
  const confirm = (party: number) => `/fi/sitoumus/${id}/allekirjoita/${party}/vahvista`
  return { id, code, token, answers, confirm, county: county!.id, culture: culture!.id }
}
const signs = async (id: number) => {
  const events = await listEvents(world.db, id)
  expect(chainFindings(events)).toEqual([])
  return events.filter(({ kind }) => kind === 'signed').length
}
const statuses = async (replies: Promise<Response>[]) =>
  (await Promise.all(replies)).map(({ status }) => status)

test('three parties sign at the same moment, twice each: each once, all told once', async () => {
  for (let round = 0; round < 4; round++) {
    const { id, code, token, answers, confirm, county, culture } = await ready()
    await world.db.deleteFrom('mail').execute()
    const person = signingClient(world, token)
    await person.post('', { code })
    const found = await statuses([
      coordinator.post(confirm(county), answers),
      venue.post(confirm(culture), answers),
      person.post('/vahvista', answers),
      person.post('/vahvista', answers),
      venue.post(confirm(culture), answers),
      coordinator.post(confirm(county), answers),
    ])
    expect(found.filter((status) => status === 303)).toHaveLength(3)
    expect(found.filter((status) => status === 422)).toHaveLength(3)
    expect(await signs(id)).toBe(3)
    expect((await findCommitment(world.db, id))!.state).toBe('signed')
    const told = await world.db.selectFrom('mail').select('recipient').execute()
    expect(told.length).toBeGreaterThan(1)
    expect(new Set(told.map(({ recipient }) => recipient)).size).toBe(told.length)
  }
})

test('taken back while the last one signs: one of the two happens, and both are told which', async () => {
  for (let round = 0; round < 8; round++) {
    const { id, code, token, answers, confirm, county, culture } = await ready()
    const person = signingClient(world, token)
    await person.post('', { code })
    await coordinator.post(confirm(county), answers)
    await venue.post(confirm(culture), answers)
    const sign = () => person.post('/vahvista', answers)
    const back = () => coordinator.post(`/fi/sitoumus/${id}/ota-takaisin`, { reason: 'Päivä oli väärin.' })
    const [one, two] = await statuses(round % 2 === 0 ? [sign(), back()] : [back(), sign()])
    const { state } = (await findCommitment(world.db, id))!
    expect(['signed', 'draft']).toContain(state)
    const [signed, withdrawn] = round % 2 === 0 ? [one, two] : [two, one]
    expect({ state, signed, withdrawn }).toEqual(
      state === 'signed' ? { state, signed: 303, withdrawn: 422 } : { state, signed: 422, withdrawn: 303 },
    )
    expect(await signs(id)).toBe(state === 'signed' ? 3 : 2)
  }
})

test('a scanner opens the link before, while and after the person does: the person signs', async () => {
  const { id, code, token, answers } = await ready()
  const scanner = signingClient(world, token)
  const person = signingClient(world, token)
  const looks = () => [
    scanner.look('GET'),
    scanner.look('HEAD'),
    scanner.look('GET'),
    scanner.look('OPTIONS'),
  ]
  await Promise.all(looks())
  const [opened] = await Promise.all([person.post('', { code }), ...looks()])
  expect(opened!.status).toBe(303)
  const [signed] = await Promise.all([person.post('/vahvista', answers), ...looks()])
  expect(signed!.status).toBe(303)
  expect(await signs(id)).toBe(1)
})

test('five wrong codes at once with a right one among them: never more than five tries', async () => {
  const { code, token } = await ready()
  const wrong = code === '111111' ? '222222' : '111111'
  const clients = Array.from({ length: 9 }, () => signingClient(world, token))
  const found = await statuses(clients.map((one) => one.post('', { code: wrong })))
  expect(found.every((status) => status === 422)).toBe(true)
  const { wrong_codes: counted } = await world.db
    .selectFrom('commitment_link')
    .select('wrong_codes')
    .executeTakeFirstOrThrow()
  expect(counted).toBe(5)
  expect((await clients[0]!.post('', { code })).status).toBe(422)
})

test('a paper taken in three times at once, beside a signature by account for the same party: one signature', async () => {
  const statusOf = { 303: 0, 422: 0 }
  for (let round = 0; round < 4; round++) {
    const { id, answers, confirm, county } = await ready()
    const take = () => {
      const form = new FormData()
      const paper = {
        name: 'Heli Hallitus',
        title: 'johtaja',
        basis: 'position',
        reference: '',
        same: 'yes',
        version: answers.version,
      }
      for (const [name, value] of Object.entries({ ...paper, signedOn: '4.5.2026' })) form.set(name, value)
      form.set('file', new File([onePixel], 'paperi.png', { type: 'image/png' }))
      return Promise.resolve(
        world.app.request(`/fi/sitoumus/${id}/paperi/${county}`, {
          ...{ method: 'POST', body: form },
          headers: { 'sec-fetch-site': 'same-origin', cookie: `kaiku=${coordinator.token}` },
        }),
      )
    }
    const found = await statuses([take(), take(), coordinator.post(confirm(county), answers), take()])
    for (const status of found) statusOf[status as 303 | 422] += 1
    expect(found.filter((status) => status === 303)).toHaveLength(1)
    expect(await signs(id)).toBe(1)
    const scans = await world.db.selectFrom('commitment_scan').select('id').execute()
    expect(scans.length).toBeLessThanOrEqual(round + 1)
  }
  expect(statusOf).toEqual({ 303: 4, 422: 12 })
})
