import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type MadeCard, makeCard } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { codeHash, formatCode, newCode } from '../codes/rules.ts'

let world: World
let card: MadeCard
beforeEach(async () => {
  world = await newWorld()
  card = await makeCard(world.db, world.keys, { birthYear: 1958, children: 2 })
})
afterEach(() => world.end())

/** Every row of every table, as text. */
const dump = async (): Promise<string[]> => {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I', table_name) as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(world.db)
  const rows: string[] = []
  for (const { name } of tables) {
    const of = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.raw(name)} t`.execute(
      world.db,
    )
    rows.push(...of.rows.map(({ row }) => `${name} ${row}`))
  }
  return rows
}

const ask = (fields: Record<string, string>) =>
  world.app.request(
    '/fi/oma-kortti',
    { method: 'POST', body: new URLSearchParams(fields), headers: { 'sec-fetch-site': 'same-origin' } },
    { incoming: { socket: { remoteAddress: '192.0.2.77' } } },
  )

/** What the database holds after something was done that it did not hold before. */
const written = async (run: () => Promise<unknown>) => {
  const before = new Set(await dump())
  expect(before.size).toBeGreaterThan(3)
  await run()
  return (await dump()).filter((row) => !before.has(row))
}

const secrets = (code: string, birthYear: string) => [
  code,
  formatCode(code),
  code.slice(-4),
  birthYear,
  '192.0.2',
  codeHash(world.keys.cardCode, code).toString('hex'),
  codeHash(world.keys.cardCode, code).toString('base64url'),
]
const expectNone = (texts: readonly string[], code: string, birthYear: string) => {
  for (const secret of secrets(code, birthYear))
    expect(texts.filter((text) => text.includes(secret))).toEqual([])
}

test('a look-up writes one line in the log, that somebody looked at a card, and nothing else anywhere', async () => {
  const rows = await written(async () => {
    expect((await ask({ code: card.code, birthYear: '1958' })).status).toBe(200)
    expect((await ask({ code: card.code, birthYear: '1958', show: 'card' })).status).toBe(200)
  })
  expectNone(rows, card.code, '1958')
  expect(rows.map((row) => JSON.parse(row.slice(row.indexOf('{'))))).toEqual(
    [1, 2].map(() =>
      expect.objectContaining({
        actor: 'anonymous',
        permission: 'holder.read',
        outcome: 'done',
        subject: {},
      }),
    ),
  )
  expect(world.logged).toEqual([])
})

test('wrong pairs and waiting leave counters that lead to no card, no network, and not to each other', async () => {
  const nobodys = newCode()
  const rows = await written(async () => {
    for (let time = 0; time < 6; time++) await ask({ code: card.code, birthYear: '1971' })
    for (let time = 0; time < 6; time++) await ask({ code: nobodys, birthYear: '1971' })
    await ask({ code: 'KAJ0012', birthYear: '1971' })
  })
  expectNone(rows, card.code, '1971')
  expectNone(rows, nobodys, '1971')
  expectNone(rows, 'KAJ0012', '1971')
  expect(new Set(rows.map((row) => row.split(' ')[0]))).toEqual(new Set(['audit', 'rate_limit']))
  const limits = await world.db
    .selectFrom('rate_limit')
    .select(['bucket', 'refilled_at as refilledAt'])
    .execute()
  expect(limits.map(({ bucket }) => bucket.split(' ').slice(0, 2).join(' ')).sort()).toEqual([
    'holder caller',
    'holder card',
    'holder card',
    'holder everybody',
    'holder network',
  ])
  // The moment would tie them: a code's counter bears the day alone.
  for (const { bucket, refilledAt } of limits)
    expect(refilledAt.toISOString()).toBe(
      bucket.startsWith('holder card') ? '2026-05-04T00:00:00.000Z' : world.now().toISOString(),
    )
  expect(world.logged).toEqual([])
})

test('a fault of ours is logged without what was asked', async () => {
  await sql`alter function card_of_holder(bytea, integer, date) rename to card_of_nobody`.execute(world.db)
  try {
    const rows = await written(async () => {
      expect((await ask({ code: card.code, birthYear: '1958' })).status).toBe(500)
    })
    expect(rows).toEqual([])
  } finally {
    await sql`alter function card_of_nobody(bytea, integer, date) rename to card_of_holder`.execute(world.db)
  }
  expect(world.logged).toHaveLength(1)
  expectNone(world.logged, card.code, '1958')
})

test('somebody signed in leaves their own name, and still nothing of the card', async () => {
  const auditor = await world.as({ role: 'auditor' })
  const rows = await written(async () => {
    const reply = await auditor.post('/fi/oma-kortti', { code: card.code, birthYear: '1958' })
    expect(reply.status).toBe(200)
  })
  expectNone(rows, card.code, '1958')
  expect(rows.filter((row) => row.startsWith('audit'))).toHaveLength(1)
})

test('tries at the same moment count exactly', async () => {
  const replies = await Promise.all(
    Array.from({ length: 40 }, (_, index) => ask({ code: newCode(), birthYear: String(1930 + index) })),
  )
  expect(replies.filter(({ status }) => status === 422)).toHaveLength(10)
  expect(replies.filter(({ status }) => status === 429)).toHaveLength(30)
})
