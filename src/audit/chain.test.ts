import { createHash } from 'node:crypto'
import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newFolder } from '../../test/programs.ts'
import { newWorld, type World } from '../../test/world.ts'
import { writeAudit } from '../web/audit.ts'
import { appendHead, type Head, readHeads } from './heads.ts'
import { findHead, sealAudit } from './queries.ts'
import { linkHash } from './rules.ts'
import { sealAndKeepHead, startSealing } from './seal.ts'
import { verifyAudit } from './verify.ts'

let world: World
let place: ReturnType<typeof newFolder>
let file: string
beforeEach(async () => {
  world = await newWorld()
  place = newFolder()
  file = join(place.folder, 'data.audit-heads')
})
afterEach(async () => {
  await world.end()
  place.remove()
})

const run = (statement: string) => sql.raw(statement).execute(world.db)
/** What only the owner of the tables can do, and the log must still tell. */
const asOwner = async (...statements: string[]) => {
  for (const table of ['audit', 'audit_link']) await run(`alter table ${table} disable trigger user`)
  for (const statement of statements) await run(statement)
  for (const table of ['audit', 'audit_link']) await run(`alter table ${table} enable trigger user`)
}
const write = (count: number) =>
  run(`insert into audit (done_at, actor, role, permission, outcome, subject)
    select '2026-05-04T08:00:00.123456Z'::timestamptz + n * interval '1 second', 'account:' || n, 'issuer',
      'cards.read', 'done', jsonb_build_object('card', n, 'read', true) from generate_series(1, ${count}) n`)
const sealed = async (count: number) => {
  await write(count)
  await sealAudit(world.db, world.now())
}
const verify = async (heads: Head[] = []) => (await verifyAudit(world.db, heads, world.now())).findings
const head = async (): Promise<Head> => {
  const { position, hash } = (await findHead(world.db))!
  return { position, hash, day: '2026-05-04', rows: position }
}

describe('the chain', () => {
  test('is SHA-256 over the link before and the row as one JSON array, the same in the database and here', async () => {
    await writeAudit(world.db, {
      ...{
        at: new Date('2026-05-04T09:00:00.120Z'),
        actor: 'account:1',
        role: null,
        permission: 'cards.read',
      },
      ...{ outcome: 'done', subject: { unit: 'Äänekoski "3"', card: 17 } },
    })
    await sealAudit(world.db, world.now())
    const text =
      '[1, "2026-05-04T09:00:00.120000Z", "account:1", null, "cards.read", "done", {"card": 17, "unit": "Äänekoski \\"3\\""}]'
    const expected = createHash('sha256').update(Buffer.alloc(32)).update(text).digest('hex')
    expect(expected).toBe('6bd80eab10488dde2e843c2e4e1a3d8389276eda28c5592143fb7d41c9a8cbac')
    expect(linkHash('0'.repeat(64), text)).toBe(expected)
    expect((await findHead(world.db))!.hash).toBe(expected)
    const { rows } = await sql<{ hash: string }>`
      select encode(sha256('\\x${sql.raw('0'.repeat(64))}'::bytea || convert_to(json_build_array(a.id,
        to_char(a.done_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        a.actor, a.role, a.permission, a.outcome, a.subject)::text, 'UTF8')), 'hex') as hash
      from audit a`.execute(world.db)
    expect(rows[0]!.hash).toBe(expected)
  })

  test('takes every row once, in batches, also the one that was seen late', async () => {
    await write(1_203)
    await run(`insert into audit (id, done_at, actor, permission, outcome) overriding system value
      values (9000, now(), 'late', 'x', 'done')`)
    expect(await sealAudit(world.db, world.now())).toBe(1_204)
    await run(`insert into audit (id, done_at, actor, permission, outcome) overriding system value
      values (5000, now(), 'later still', 'x', 'done')`)
    expect(await sealAudit(world.db, world.now())).toBe(1)
    expect(await sealAudit(world.db, world.now())).toBe(0)
    const { rows } = await sql<{ n: number }>`
      select count(distinct audit_id)::int as n from audit_link
      where position between 1 and 1205`.execute(world.db)
    expect(rows[0]!.n).toBe(1_205)
    expect(await verify()).toEqual([])
  })

  test('leaves what is far behind to the look over all', async () => {
    await run(`insert into audit (id, done_at, actor, permission, outcome) overriding system value
      values (20000, '2026-05-04T08:30:00Z', 'new', 'x', 'done')`)
    await sealAudit(world.db, world.now())
    await write(3)
    expect(await sealAudit(world.db, world.now())).toBe(0)
    expect(await sealAudit(world.db, world.now(), 'all')).toBe(3)
  })

  test('sealed by several at once has no twins and no gaps', async () => {
    await write(1_500)
    const counts = await Promise.all([1, 2, 3].map(() => sealAudit(world.db, world.now())))
    await sealAudit(world.db, world.now())
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(1_500)
    expect((await findHead(world.db))!.position).toBe(1_500)
    expect(await verify()).toEqual([])
  })

  test('of 4,000 rows is verified within three seconds', async () => {
    await sealed(4_000)
    const start = performance.now()
    const { links, findings } = await verifyAudit(world.db, [await head()], world.now())
    expect([links, findings]).toEqual([4_000, []])
    expect(performance.now() - start).toBeLessThan(3_000)
  })
})

describe('found at its very place', () => {
  beforeEach(() => sealed(1_050))
  const forged = (...ids: number[]) => ids.map((id) => ({ kind: 'forged', position: id, auditId: id }))

  test.each([
    "actor = 'account:2'",
    "done_at = done_at + interval '1 microsecond'",
    'role = null',
    "permission = 'x'",
    "outcome = 'refused'",
    `subject = subject || '{"card": 1025}'`,
  ])('a forged row: %s', async (change) => {
    await asOwner(`update audit set ${change} where id = 1024`)
    expect(await verify()).toEqual(forged(1024))
  })

  test('the first and the last row, forged', async () => {
    await asOwner("update audit set actor = 'x' where id in (1, 1050)")
    expect(await verify()).toEqual(forged(1, 1050))
  })

  test('a forged link', async () => {
    await asOwner("update audit_link set hash = sha256('x') where position = 700")
    expect(await verify()).toEqual(forged(700))
  })

  test('a deleted row, and one deleted with its link', async () => {
    await asOwner('delete from audit where id in (300, 301)')
    const deleted = [300, 301].map((id) => ({ kind: 'deleted', position: id, auditId: id }))
    expect(await verify()).toEqual(deleted)
    await asOwner('delete from audit_link where position in (300, 301)')
    expect(await verify()).toEqual([{ kind: 'missing', position: 300, auditId: null, until: 301 }])
  })

  test('two rows whose contents were swapped', async () => {
    await asOwner(`update audit a set actor = b.actor, subject = b.subject, done_at = b.done_at from audit b
      where (a.id, b.id) in ((400, 900), (900, 400))`)
    expect(await verify()).toEqual(forged(400, 900))
  })

  test.each([
    ['neighbours', 500, 501],
    ['the last two', 1049, 1050],
    ['three apart', 500, 503],
    ['far apart', 2, 900],
  ])('links that were swapped: %s', async (_, a, b) => {
    await asOwner(
      `update audit_link set position = 5000 where position = ${a}`,
      `update audit_link set position = ${a} where position = ${b}`,
      `update audit_link set position = ${b} where position = 5000`,
    )
    const found = await verify()
    expect(found).toContainEqual({ kind: 'reordered', position: a, auditId: b })
    expect(found).toContainEqual({ kind: 'reordered', position: b, auditId: a })
    expect(found).toHaveLength(2)
  })

  test('a stretch of links that was moved, and a row forged besides', async () => {
    await asOwner(
      'update audit_link set position = position + 5000 where position between 200 and 299',
      'update audit_link set position = position - 100 where position between 300 and 349',
      'update audit_link set position = position - 5000 + 50 where position between 5200 and 5299',
    )
    const moved = [
      { kind: 'reordered', position: 200, auditId: 300 },
      { kind: 'reordered', position: 250, auditId: 200 },
    ]
    expect(await verify()).toEqual(moved)
    await asOwner("update audit set actor = 'x' where id = 1000")
    expect(await verify()).toContainEqual({ kind: 'forged', position: 1000, auditId: 1000 })
  })

  test.each([
    [600, 601],
    [3, 1000],
  ])('links %i and %i that point at each other’s rows', async (a, b) => {
    await asOwner(
      `update audit_link set audit_id = 5000 where position = ${a}`,
      `update audit_link set audit_id = ${a} where position = ${b}`,
      `update audit_link set audit_id = ${b} where position = ${a}`,
    )
    expect((await verify()).map(({ kind, position }) => [kind, position])).toEqual([
      ['reordered', a],
      ['reordered', b],
    ])
  })

  test('a tail that was cut off: only the head that was kept elsewhere tells', async () => {
    const kept = await head()
    const cut = ['delete from audit_link where position > 1000', 'delete from audit where id > 1000']
    await asOwner(...cut)
    expect(await verify()).toEqual([])
    expect(await verify([kept])).toEqual([{ kind: 'cut', position: 1001, auditId: null, until: 1050 }])
  })

  test('a tail that was cut off and grown anew', async () => {
    const kept = await head()
    await asOwner('delete from audit_link where position > 1000', 'delete from audit where id > 1000')
    await sealed(80)
    expect(await verify()).toEqual([])
    expect(await verify([kept])).toEqual([{ kind: 'other-head', position: 1050, auditId: 1100 }])
  })

  test('rows that nobody sealed for an hour', async () => {
    await write(5)
    expect(await verify()).toEqual([])
    world.later(5)
    expect(await verifyAudit(world.db, [], world.now())).toMatchObject({
      findings: [{ kind: 'unsealed', position: null, auditId: 1051 }],
      more: 4,
    })
  })
})

describe('the second place', () => {
  test('gets the head at the first sealing and once on each day, for its owner alone', async () => {
    await write(3)
    await sealAndKeepHead(world.db, file, world.now())
    await write(2)
    await sealAndKeepHead(world.db, file, world.now())
    world.later(24 * 60)
    await sealAndKeepHead(world.db, file, world.now())
    const heads = readHeads(file)
    expect(heads.map(({ position, day, rows }) => [position, day, rows])).toEqual([
      [3, '2026-05-04', 3],
      [5, '2026-05-05', 5],
    ])
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await verify(heads)).toEqual([])
  })

  test('a line that a power failure cut short is written anew; any other bad line is told', async () => {
    const line = { position: 1, hash: 'a'.repeat(64), day: '2026-05-04', rows: 1 }
    appendHead(file, line)
    appendFileSync(file, '{"position":2,"ha')
    expect(readHeads(file)).toEqual([line])
    appendHead(file, { ...line, position: 3 })
    expect(readHeads(file).map(({ position }) => position)).toEqual([1, 3])
    writeFileSync(file, `x\n${readFileSync(file, 'utf8')}`)
    expect(() => readHeads(file)).toThrow(`Line 1 of ${file} is not the head of a chain.`)
  })

  test('an empty log has no head', async () => {
    await sealAndKeepHead(world.db, file, world.now())
    expect(readHeads(file)).toEqual([])
  })

  test('the job seals at its start and, when it is stopped, what is left', async () => {
    await write(3)
    const errors: unknown[] = []
    const job = startSealing({
      ...{ pool: world.db, headsFile: file, clock: world.now, every: 3_600_000 },
      onError: (error) => errors.push(error),
    })
    await job.stop()
    await write(1)
    const again = startSealing({
      ...{ pool: world.db, headsFile: file, clock: world.now, every: 3_600_000 },
      onError: (error) => errors.push(error),
    })
    await again.stop()
    expect(errors).toEqual([])
    expect((await findHead(world.db))!.position).toBe(4)
    expect(readHeads(file)).toHaveLength(1)
  })
})
