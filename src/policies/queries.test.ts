import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCard, makeMunicipality, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { actBy, type Proof, proofOfSession, type Write } from '../db/db.ts'
import { addDays, lastDayOfMonths } from '../lib/dates.ts'
import { proofOfToken } from '../web/session-cookie.ts'

/** What the database itself holds requests to, asked in their role with statements that forgot every check. */
let world: World
const proofs: Record<string, Proof | null> = { nobody: null }
beforeAll(async () => {
  world = await newWorld()
  const unit = await makeUnit(world.db, {
    municipality: await makeMunicipality(world.db, { name: 'Kuhmo', area: 'Kainuu' }),
  })
  for (let made = 0; made < 6; made += 1) await makeCard(world.db, world.keys, { unit })
  const someone = {
    centre: await world.as({ role: 'centre' }),
    coordinator: await world.as({ role: 'coordinator', areaId: unit.municipality.areaId }),
    issuer: await world.as({ role: 'issuer', unit }),
  }
  for (const [name, { token }] of Object.entries(someone)) proofs[name] = proofOfSession(proofOfToken(token))
})
afterAll(() => world.end())

/** Runs as somebody, and takes it all back. */
const trying = async <Answer>(
  who: string,
  run: (db: Write) => Promise<Answer>,
): Promise<Answer | 'refused'> => {
  let answer: Answer | 'refused' = 'refused'
  try {
    await world.requests.transaction().execute(async (db) => {
      await actBy(db, proofs[who]!)
      answer = await run(db)
      throw new Error('back')
    })
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return 'refused'
    if ((error as Error).message !== 'back') throw error
  }
  return answer
}
const adding = (from: string) => (db: Write) =>
  sql`insert into policy (valid_from, validity_months, minimum_age, child_age, maximum_children, source)
    values (${from}::date, 12, 15, 18, 20, 'x')`
    .execute(db)
    .then(() => 'added' as const)
const deleting = (from: string) => (db: Write) =>
  sql`delete from policy where valid_from = ${from}::date returning valid_from`
    .execute(db)
    .then(({ rows }) => rows.length)

describe('the database itself', () => {
  test.each([
    ['centre', '2150-01-01', 'added'],
    ['centre', '2020-01-01', 'refused'],
    ['coordinator', '2150-01-01', 'refused'],
    ['issuer', '2150-01-01', 'refused'],
    ['nobody', '2150-01-01', 'refused'],
  ])('%s adds numbers from %s: %s', async (who, from, answer) =>
    expect(await trying(who, adding(from))).toBe(answer),
  )

  test('even the centre adds none from today', async () => {
    const { rows } = await sql<{ today: string }>`select today_in_finland() as today`.execute(world.db)
    expect(await trying('centre', adding(rows[0]!.today))).toBe('refused')
    expect(await trying('centre', adding(addDays(rows[0]!.today, 1)))).toBe('added')
  })

  test('nobody takes back what has begun, and only the centre what has not', async () => {
    expect(await trying('centre', deleting('2025-02-26'))).toBe(0)
    await adding('2150-01-01')(world.db as Write)
    for (const who of ['coordinator', 'issuer', 'nobody'])
      expect(await trying(who, deleting('2150-01-01'))).toBe(0)
    expect(await trying('centre', deleting('2150-01-01'))).toBe(1)
  })

  test('nobody changes one', async () => {
    const change = (db: Write) =>
      sql`update policy set minimum_age = 3`.execute(db).then(() => 'changed' as const)
    for (const who of ['centre', 'issuer']) expect(await trying(who, change)).toBe('refused')
  })

  test('everyone reads them; only the centre has last year counted', async () => {
    const reading = (db: Write) => sql`select from policy`.execute(db).then(({ rows }) => rows.length)
    const counting = (db: Write) =>
      sql<{
        registered: number
      }>`select registered from policy_preview('2025-05-04', '2026-05-04', 12, 16, 20)`
        .execute(db)
        .then(({ rows }) => rows[0]!.registered)
    for (const who of ['centre', 'coordinator', 'issuer', 'nobody'])
      expect(await trying(who, reading), who).toBeGreaterThanOrEqual(2)
    // Of six, to the nearest five.
    expect(await trying('centre', counting)).toBe(5)
    for (const who of ['coordinator', 'issuer', 'nobody']) expect(await trying(who, counting), who).toBe(0)
  })
})

test('the last day of a number of months is the same in the database and in code', async () => {
  const days = Array.from({ length: 1500 }, (_, count) => addDays('2023-12-15', count))
  for (const months of [1, 6, 11, 12, 24, 60]) {
    const { rows } = await sql<{ last: string }>`
      select to_char(last_day_of_months(day::date, ${months}::integer), 'YYYY-MM-DD') as last
      from unnest(${days}::text[]) as day`.execute(world.db)
    expect(rows.map(({ last }) => last)).toEqual(days.map((day) => lastDayOfMonths(day, months)))
  }
})
