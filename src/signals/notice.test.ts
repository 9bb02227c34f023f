import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MadeSite, type MadeUnit, makeAccount, makeCard, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { noticeDay } from './notice.ts'

/** Wednesday: the week that is over since two days begins on Monday 2.11.2026. */
let world: World
const sites: Record<string, MadeSite> = {}
let [late, early, idle] = [] as unknown as [MadeUnit, MadeUnit, MadeUnit]
const week = '2026-11-02'

/** So many uses on a day, each with a card of its own from the first on; an override is more children than registered. */
const putUses = (
  site: MadeSite,
  given: { day: string; uses: number; hour?: number; source?: string; over?: boolean; card?: number },
) => {
  const { day, uses, hour = 12, source = 'desk', over = false, card = null } = given
  return sql`
    insert into use (id, used_on, card_id, site_id, used_at, received_at, adults, children, companions, category, kind, source,
      recorded_by, override_reason)
    select gen_random_uuid(), ${day}::date, coalesce(${card}::bigint, c.id), ${site.id}, t.at, t.at, 1, ${over ? 3 : 0}, 0,
      'culture', 'ticket', ${source}, 'test', ${over ? 'x' : null}
    from (select id, row_number() over (order by id) as nth from card where state = 'registered') c,
      (select (${day}::date + make_interval(hours => ${hour}::integer)) at time zone 'Europe/Helsinki' as at) t
    where c.nth <= ${uses}::integer`.execute(world.db)
}
/** The same number of uses in each week before the judged one, as far as history goes. */
const putHistory = (site: MadeSite, uses: number, weeks = 60) =>
  sql`
    insert into use (id, used_on, card_id, site_id, used_at, received_at, adults, children, companions, category, kind, source,
      recorded_by)
    select gen_random_uuid(), (w.at at time zone 'Europe/Helsinki')::date, c.id, ${site.id}, w.at, w.at, 1, 0, 0, 'culture',
      'ticket', 'desk', 'test'
    from (select id, row_number() over (order by id) as nth from card where state = 'registered') c,
      (select (${week}::date - 7 * n + interval '2 days 12 hours') at time zone 'Europe/Helsinki' as at
        from generate_series(1, ${weeks}::integer) n) w
    where c.nth <= ${uses}::integer`.execute(world.db)

beforeAll(async () => {
  world = await newWorld('2026-11-11T09:00:00Z')
  const { db, keys } = world
  late = await makeUnit(db)
  early = await makeUnit(db)
  idle = await makeUnit(db)
  for (const name of ['busy', 'quiet', 'paused', 'children', 'sequence', 'hours', 'repeats', 'usual'])
    sites[name] = await makeSite(db, { name })
  // Cards of an ordinary unit that are used; those of the idle one, of the latest quarter that has had its time, are not.
  const put = (unit: MadeUnit, count: number, on: string) => sql`
    insert into card (code_hash, code_tail, code_style, type, unit_id, state, registered_on, registered_at, valid_until, serial)
    select sha256((${unit.id}::text || ${on} || n)::bytea), 'TEST', 'new', 'personal', ${unit.id}, 'registered', ${on}::date,
      ${on}::date, ${on}::date + 364, nextval('card_serial') from generate_series(1, ${count}::integer) n`
  await put(late, 40, '2025-09-10').execute(db)
  const first = await makeCard(db, keys, { unit: early, registeredOn: '2026-10-20' })
  for (const name of ['busy', 'quiet', 'paused', 'children', 'sequence', 'hours', 'repeats', 'usual'])
    await putHistory(sites[name]!, 10)
  await put(idle, 40, '2026-05-10').execute(db)
  await putUses(sites.busy!, { day: '2026-11-04', uses: 38 })
  for (const name of ['usual', 'children', 'hours', 'repeats', 'sequence'])
    await putUses(sites[name]!, { day: '2026-11-04', uses: 10 })
  await sql`insert into use_cancellation (use_id, used_on, cancelled_at, cancelled_by)
    select id, used_on, now(), 'test' from use
    where site_id in (${sites.quiet!.id}, ${sites.paused!.id}) and used_on >= '2026-10-12'`.execute(db)
  await sql`insert into pause (site_id, paused_from, made_at, made_by)
    values (${sites.paused!.id}, '2026-10-01', now(), 'test')`.execute(db)
  for (const day of ['2026-10-08', '2026-10-15', '2026-10-22'])
    await putUses(sites.children!, { day, uses: 3, over: true, hour: 13 })
  for (const day of ['2026-10-07', '2026-10-14', '2026-10-21', '2026-10-28'])
    for (const hour of [12, 13]) await putUses(sites.repeats!, { day, uses: 2, hour })
  await putUses(sites.hours!, { day: '2026-10-20', uses: 3, hour: 3, source: 'api' })
  await putUses(sites.hours!, { day: '2026-11-03', uses: 3, hour: 2, source: 'api' })
  // A row of boxed cards, one read twice, and two codes that no card has.
  const desk = await makeAccount(db, world.now(), { role: 'venue', siteId: sites.sequence!.id })
  const boxed = []
  for (let nth = 0; nth < 5; nth++) boxed.push(await makeCard(db, keys, { unit: late, stock: true }))
  const checked = [...boxed.map(({ id }) => id), boxed[4]!.id, null, null]
  for (const [nth, card] of checked.entries())
    await db
      .insertInto('card_check')
      .values({
        ...{ id: randomUUID(), account_role_id: desk, site_id: sites.sequence!.id, card_id: card },
        checked_at: new Date(Date.parse('2026-11-05T10:00:00Z') + nth * 60_000),
        ...(card === null ? { legacy_hash: Buffer.alloc(32, nth), fresh_hash: Buffer.alloc(32, nth) } : {}),
      })
      .execute()
  for (let nth = 0; nth < 8; nth++) {
    const { id } = await makeCard(db, keys, { unit: early, stock: nth > 3, registeredOn: '2026-11-06' })
    await sql`insert into unrecognised_use (id, card_id, code_tail, site_id, used_on, used_at, received_at, adults, children,
        companions, category, kind, source, recorded_by)
      values (gen_random_uuid(), ${id}, 'TEST', ${sites.usual!.id}, '2026-11-03', now(), now(), 1, 0, 0, 'culture', 'ticket',
        'desk', 'test')`.execute(db)
  }
  expect(first.id).toBeGreaterThan(0)
})
afterAll(() => world.end())

const signals = async () =>
  (
    await world.db
      .selectFrom('signal')
      .select(['kind', 'site_id', 'unit_id', 'numbers', 'noticed_from', 'state', 'again'])
      .orderBy('kind')
      .execute()
  ).map(({ kind, site_id, unit_id, numbers, state, again }) => ({
    ...{ kind, place: site_id ?? unit_id, state, again },
    numbers: numbers as Record<string, number>,
  }))
const day = 24 * 60

test('each pattern is noticed once, with its numbers, and nothing else', async () => {
  const made = await noticeDay(world.db, world.now())
  const found = await signals()
  expect(found.map(({ kind, place }) => [kind, place])).toEqual([
    ['busy', sites.busy!.id],
    ['children', sites.children!.id],
    ['early', early.id],
    ['hours', sites.hours!.id],
    ['quiet', sites.quiet!.id],
    ['repeats', sites.repeats!.id],
    ['sequence', sites.sequence!.id],
    ['unused', idle.id],
  ])
  expect(made).toEqual({ made: 8, lapsed: 0 })
  const numbersOf = (kind: string) => found.find((one) => one.kind === kind)!.numbers
  expect(numbersOf('busy')).toMatchObject({ seen: 38, usual: 10, busiest: 10, weeks: 52 })
  expect(numbersOf('quiet')).toMatchObject({ seen: 0, usual: 40, lastYear: 40, limit: 13 })
  expect(numbersOf('children')).toMatchObject({ seen: 9, weeks: 3 })
  expect(numbersOf('repeats')).toMatchObject({ seen: 16, weeks: 4 })
  expect(numbersOf('hours')).toMatchObject({ seen: 6, days: 2, first: 2, last: 3 })
  expect(numbersOf('sequence')).toMatchObject({ seen: 7, unknown: 2, minutes: 7 })
  expect(numbersOf('early')).toMatchObject({ seen: 8, registered: 5, usual: 0 })
  expect(numbersOf('unused')).toMatchObject({ registered: 40, used: 0, usual: 10 })
  // Nothing of a card: numbers alone.
  for (const { numbers } of found)
    for (const value of Object.values(numbers)) expect(value).toBeTypeOf('number')
})

test('a day is looked at once; the same days are not told twice; what stands is counted again and then ends', async () => {
  expect(await noticeDay(world.db, world.now())).toBeNull()
  world.later(day)
  expect(await noticeDay(world.db, world.now())).toEqual({ made: 0, lapsed: 0 })
  // Somebody has explained it: its days are told, and no new signal comes of them.
  await sql`update signal set state = 'explained', note = 'x', decided_at = now(), decided_by = 'x', ended_at = now()
    where kind in ('busy', 'children')`.execute(world.db)
  world.later(7 * day)
  expect(await noticeDay(world.db, world.now())).toEqual({ made: 0, lapsed: 0 })
  expect((await signals()).find(({ kind }) => kind === 'quiet')).toMatchObject({ again: 1, state: 'open' })
  const { rows } = await sql<{ subject: unknown }>`
    select subject from audit where permission = 'signals.notice' order by id limit 1`.execute(world.db)
  expect(rows).toEqual([{ subject: { day: '2026-11-11', made: 8, lapsed: 0 } }])
  world.later(62 * day)
  expect(await noticeDay(world.db, world.now())).toMatchObject({ lapsed: 6 })
})

test('what is muted is left out, and so is a site that has closed', async () => {
  await sql`delete from signal`.execute(world.db)
  await sql`delete from signal_round`.execute(world.db)
  await sql`insert into signal_mute (kind, site_id, mute_until, reason, made_at, made_by)
    values ('busy', ${sites.busy!.id}, '2026-11-11', 'Festivaali', now(), 'test'),
      ('quiet', ${sites.quiet!.id}, '2026-11-10', 'Remontti', now(), 'test')`.execute(world.db)
  await sql`update site set closed_on = '2026-11-08' where id = ${sites.repeats!.id}`.execute(world.db)
  await noticeDay(world.db, new Date('2026-11-11T09:00:00Z'))
  const kinds = (await signals()).map(({ kind }) => kind)
  expect(kinds).not.toContain('busy')
  expect(kinds).not.toContain('repeats')
  expect(kinds).toContain('quiet')
})
