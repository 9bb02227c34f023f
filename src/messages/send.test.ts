import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readMail, startMailServer } from '../../test/mail-server.ts'
import { type MadeUnit, makeAccount, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { openPost, sendDueMails } from '../mail/send.ts'
import { sendMessages } from './send.ts'
import { letLeave, takeWaiting } from './send-queries.ts'

let world: World
let unit: MadeUnit
const toClose: (() => unknown)[] = []
beforeEach(async () => {
  world = await newWorld()
  unit = await makeUnit(world.db)
})
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close()
  await world.end()
})

const people = 24
const makeMessage = async () => {
  for (let n = 0; n < people; n++)
    await makeAccount(world.db, world.now(), {
      ...{ role: 'issuer', unitId: unit.id, email: `lukija${n}@esimerkki.example` },
      language: n % 3 === 0 ? 'sv' : 'fi',
    })
  const { rows } = await sql<{ id: number }>`
    insert into message (title_fi, body_fi, title_sv, body_sv, is_important, roles, shown_until, made_at, made_by,
      changed_at, leaves_at, sent_by)
    values ('Uutinen', 'Teksti.', 'Nyhet', 'Text.', false, '{issuer}', '2026-07-01', ${world.now()}, 'test',
      ${world.now()}, ${world.now()}, 'test') returning id`.execute(world.db)
  return rows[0]!.id
}
const sending = () => ({
  pool: world.db,
  clock: world.now,
  origin: 'https://kaiku.example',
  byMail: true,
  atOnce: 10,
})
const progress = async () => {
  const { rows } = await sql<{ queued: number; all: number }>`
    select count(queued_at)::int as queued, count(*)::int as all from message_mail`.execute(world.db)
  return rows[0]!
}

test('each reader gets one letter, however often the sending is stopped in the middle', async () => {
  const id = await makeMessage()
  const { port, delivered } = await startMailServer({}, 0).then((server) => {
    toClose.push(server.close)
    return server
  })
  const post = openPost(`smtp://127.0.0.1:${port}`, 'kaiku@kaiku.example')
  toClose.push(post.close)

  // It stops after the first of them, and somebody dies with others in hand: nothing of that is kept.
  let asked = 0
  expect(await sendMessages(sending(), () => asked++ > 0)).toEqual({ left: 1, letters: 10 })
  await world.db
    .transaction()
    .execute(async (db) => {
      expect(await takeWaiting(db, 10)).toHaveLength(10)
      throw new Error('the machine goes dark')
    })
    .catch(() => {})
  expect(await progress()).toEqual({ queued: 10, all: people })
  let mails = 0
  await sendDueMails(world.db, post, world.now, () => mails++ >= 4)
  expect(delivered).toHaveLength(4)

  expect(await sendMessages(sending())).toEqual({ left: 0, letters: people - 10 })
  await sendDueMails(world.db, post, world.now)
  expect(await sendMessages(sending())).toEqual({ left: 0, letters: 0 })
  await sendDueMails(world.db, post, world.now)
  expect(delivered).toHaveLength(people)
  expect(new Set(delivered.map(({ to }) => to[0])).size).toBe(people)
  const swedish = delivered
    .map((one) => readMail(one))
    .filter(({ headers }) => headers.get('subject') === 'Nyhet')
  expect(swedish).toHaveLength(8)
  expect(swedish[0]!.text).toContain(`https://kaiku.example/sv/infobrev/${id}`)
  expect(swedish[0]!.html).not.toMatch(/<img|<script|<link|url\(/)
})

test('who has left since gets none, and in a world that writes to nobody none is made', async () => {
  await makeMessage()
  expect(await letLeave(world.db, world.now(), true)).toBe(1)
  await sql`update account set ended_at = ${world.now()} where email like 'lukija1%'`.execute(world.db)
  const gone = (await sql`select from account where email like 'lukija1%'`.execute(world.db)).rows.length
  expect((await sendMessages(sending())).letters).toBe(people - gone)
  await sql`update message set leaves_at = ${world.now()}, left_at = null`.execute(world.db)
  await sql`delete from message_mail`.execute(world.db)
  expect(await sendMessages({ ...sending(), byMail: false })).toEqual({ left: 1, letters: 0 })
})
