import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { makeCard } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { protectInThread } from '../disclosure/protect-in-thread.ts'
import { startClosing } from './close-job.ts'
import { listPublications } from './queries.ts'

let world: World
beforeEach(async () => {
  told.length = 0
  world = await newWorld('2026-05-04T09:00:00Z')
})
afterEach(() => world.end())

const told: Date[] = []
const begin = (evenPast: boolean) =>
  startClosing({
    ...{ pool: world.db, clock: world.now, protect: protectInThread, every: 3_600_000, evenPast },
    onClosed: async (now) => told.push(now),
    onError: (error) => {
      throw error
    },
  })
const periods = async () => (await listPublications(world.db)).map(({ period }) => period)

it('closes what is due by itself, and the log says so', async () => {
  await makeCard(world.db, world.keys, { registeredOn: '2026-01-10' })
  const job = begin(false)
  await vi.waitFor(async () => expect(await periods()).toEqual(['2026-Q1']), { timeout: 20_000 })
  await job.stop()
  expect(told).toHaveLength(1)
  const { rows } = await sql`select actor, subject from audit where permission = 'statistics.close'`.execute(
    world.db,
  )
  expect(rows).toEqual([{ actor: 'kaiku', subject: { period: '2026-Q1' } }])
}, 30_000)

it('leaves an imported past to people', async () => {
  await makeCard(world.db, world.keys, { registeredOn: '2024-01-10', validUntil: '2025-01-09' })
  await begin(false).stop()
  expect(await periods()).toEqual([])
  expect(told).toEqual([])
})
