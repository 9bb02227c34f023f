import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectAgain } from '../../test/more-connections.ts'
import { newWorld, type World } from '../../test/world.ts'
import type { Connection } from '../db/db.ts'
import { claimDueMail, queueMail } from './queries.ts'

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

test('of many senders at once, no two take the same mail', async () => {
  const expiresAt = new Date(world.now().getTime() + 86_400_000)
  const letter = { subject: 'x', paragraphs: ['x'] }
  await world.db.transaction().execute(async (db) => {
    for (let n = 0; n < 40; n++)
      await queueMail(db, {
        kind: 'test',
        to: `a${n}@k.example`,
        language: 'fi',
        letter,
        now: world.now(),
        expiresAt,
      })
  })
  const claims = await Promise.all(Array.from({ length: 60 }, () => claimDueMail(other.pool, world.now())))
  const ids = claims.flatMap((mail) => (mail ? [mail.id] : []))
  expect(new Set(ids).size).toBe(ids.length)
  while (await claimDueMail(other.pool, world.now())) ids.push('one that a crowded moment passed by')
  expect(ids).toHaveLength(40)
})
