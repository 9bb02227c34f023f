import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeAccount, makeUnit } from '../../test/makers.ts'
import { connectAgain } from '../../test/more-connections.ts'
import { newWorld, type World } from '../../test/world.ts'
import type { Connection } from '../db/db.ts'
import { sendMessages } from './send.ts'

let world: World
let other: Connection
beforeEach(async () => {
  world = await newWorld()
  other = await connectAgain(world)
})
afterEach(async () => {
  await other.close()
  await world.end()
})

const keep = '/fi/tiedotteet-lahetys'
const told = {
  titleFi: 'A',
  bodyFi: 'B',
  'role-issuer': 'yes',
  areas: 'all',
  until: '1.7.2026',
  next: 'check',
}

test('of those who press send or take it back at once, one is heard; of many processes, one writes to each reader', async () => {
  const unit = await makeUnit(world.db)
  for (let n = 0; n < 30; n++) await makeAccount(world.db, world.now(), { role: 'issuer', unitId: unit.id })
  const centre = await world.as({ role: 'centre' })
  const second = await world.as({ role: 'centre' })
  const added = await centre.post(`${keep}/uusi`, told)
  const id = /(\d+)\/laheta/.exec(added.headers.get('location')!)![1]!
  const html = await (await centre.get(`${keep}/${id}/laheta`)).text()
  const seen = /name="seen" value="(\d+)"/.exec(html)![1]!

  const pressed = await Promise.all(
    Array.from({ length: 8 }, (_, n) => [centre, second][n % 2]!.post(`${keep}/${id}/laheta`, { seen })),
  )
  expect(pressed.map(({ status }) => status).sort()).toEqual([303, ...Array(7).fill(422)])
  const { rows } = await sql`select from audit where permission = 'messages.write' and outcome = 'done'
    and subject ->> 'state' = 'sent'`.execute(world.db)
  expect(rows).toHaveLength(1)

  world.later(10)
  const send = () =>
    sendMessages({
      pool: other.pool,
      clock: world.now,
      origin: 'https://kaiku.example',
      byMail: true,
      atOnce: 7,
    })
  const [took, ...sent] = await Promise.all([
    centre.post(`${keep}/${id}/tila`, { state: 'draft' }),
    ...Array.from({ length: 6 }, send),
  ])
  const late = await send()
  const left = [...sent, late].reduce((sum, one) => sum + one.left, 0)
  const letters = [...sent, late].reduce((sum, one) => sum + one.letters, 0)
  const mails = await world.db.selectFrom('mail').select('recipient').execute()
  // Either it was taken back and nobody hears of it, or it left and each hears of it once.
  expect([left, letters]).toEqual(took.status === 303 ? [0, 0] : [1, 30])
  expect(new Set(mails.map(({ recipient }) => recipient)).size).toBe(letters)
  expect(mails).toHaveLength(letters)
})
