import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCard, makeMunicipality, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
import { anySteps, findDrift, makeStage } from '../../test/rollup-player.ts'
import { newWorld, type World } from '../../test/world.ts'
import { repairRollups } from './repair-queries.ts'
import { chooseSample, findDifferences } from './rollup-queries.ts'

/** More with `npm run prove -- rollups`; each run plays others. */
const sequences = Number(process.env.ROLLUP_SEQUENCES ?? 300)
const inOneGo = 300

let world: World
const rowsOf = async (text: string) => (await sql.raw<Record<string, unknown>>(text).execute(world.db)).rows
const run = (text: string) => sql.raw(text).execute(world.db)

describe('after any sequence of deeds', () => {
  beforeAll(async () => {
    world = await newWorld()
    await makeStage(world)
  })
  afterAll(() => world.end())

  test(`the rollups are what a recount gives: ${sequences} sequences`, async () => {
    for (let played = 0; played < sequences; played += inOneGo) {
      const seed = Date.now() + played
      const some = fc.sample(anySteps, { numRuns: Math.min(inOneGo, sequences - played), seed })
      expect(await findDrift(world, some), `seed ${seed}`).toBeUndefined()
      // What was rolled back lies about as dead rows.
      if (sequences > inOneGo) await run('vacuum')
    }
  }, 3_600_000)

  test('a use that nobody counts is found, in as few steps as it takes', async () => {
    await run('alter table use disable trigger statistics_on_use')
    const found = await findDrift(world, fc.sample(anySteps, { numRuns: 20, seed: 1 })).finally(() =>
      run('alter table use enable trigger statistics_on_use'),
    )
    expect(found?.steps).toHaveLength(1)
    expect(['use', 'import', 'cardless']).toContain(found?.steps[0]?.do)
    expect([found?.recount, found?.model]).not.toContain(null)
  })

  test('a mistake that the views share with the triggers is found by the arrays', async () => {
    await run('alter table use_cancellation disable trigger statistics_on_cancellation')
    const [view] = await rowsOf("select pg_get_viewdef('standing_use') as text")
    const recreate = (text: string) => run(`create or replace view standing_use as ${text}`)
    await recreate(String(view!.text).replace(/\bWHERE[\s\S]*$/, ''))
    const found = await findDrift(world, fc.sample(anySteps, { numRuns: 60, seed: 1 })).finally(async () => {
      await run('alter table use_cancellation enable trigger statistics_on_cancellation')
      await recreate(String(view!.text))
    })
    expect(found?.recount).toBeNull()
    expect(found?.steps.map((step) => step.do)).toContain('cancel')
    expect(found?.model).not.toBeNull()
  })
})

describe('one card and its uses', () => {
  let use: (day: string, adults?: number) => Promise<{ id: string; day: string }>
  let site: Awaited<ReturnType<typeof makeSite>>

  beforeAll(async () => {
    world = await newWorld()
    const municipality = await makeMunicipality(world.db)
    site = await makeSite(world.db, { municipality })
    const unit = await makeUnit(world.db, { municipality })
    const card = await makeCard(world.db, world.keys, { unit, registeredOn: '2025-12-01' })
    use = async (day, adults = 1) => {
      const { id } = await makeUse(world.db, {
        card,
        site,
        usedAt: new Date(`${day}T15:30:00Z`),
        adults,
        source: 'desk',
      })
      return { id, day }
    }
  })
  afterAll(() => world.end())
  const undo = ({ id, day }: { id: string; day: string }) =>
    run(
      `insert into use_cancellation (use_id, used_on, cancelled_at, cancelled_by) values ('${id}', '${day}', now(), 'test')`,
    )
  const usage = async () => (await rowsOf('select uses, first_used_on as first from card_usage'))[0]

  test('the first day moves with late entries and undoing, and the counts with them', async () => {
    const later = await use('2026-01-02', 2)
    expect(await usage()).toEqual({ uses: 1, first: '2026-01-02' })
    const earlier = await use('2025-12-31')
    expect(await usage()).toEqual({ uses: 2, first: '2025-12-31' })
    // Counted here by hand, not by the views: a Wednesday and a Friday, half past five in Finland.
    expect(
      await rowsOf('select quarter_from, weekday, hour, uses, adults from statistics_use_hour order by 1'),
    ).toEqual([
      { quarter_from: '2025-10-01', weekday: 3, hour: 17, uses: 1, adults: 1 },
      { quarter_from: '2026-01-01', weekday: 5, hour: 17, uses: 1, adults: 2 },
    ])
    expect(await rowsOf('select year, site_id, uses, adults from statistics_use_year order by 1')).toEqual([
      { year: 2025, site_id: site.id, uses: 1, adults: 1 },
      { year: 2026, site_id: site.id, uses: 1, adults: 2 },
    ])
    expect(await rowsOf('select month, source, uses from statistics_use_month order by 1')).toEqual([
      { month: '2025-12-01', source: 'desk', uses: 1 },
      { month: '2026-01-01', source: 'desk', uses: 1 },
    ])
    const taken = async () =>
      (await rowsOf('select year, registered, taken_into_use as taken from statistics_card_year'))[0]
    expect(await taken()).toEqual({ year: 2025, registered: 1, taken: 1 })
    await undo(earlier)
    expect(await usage()).toEqual({ uses: 1, first: '2026-01-02' })
    await undo(later)
    expect(await usage()).toEqual({ uses: 0, first: null })
    expect(await taken()).toEqual({ year: 2025, registered: 1, taken: 0 })
    await use('2026-03-03')
    expect(await usage()).toEqual({ uses: 1, first: '2026-03-03' })
  })

  test('what differs is told by table and key, and repaired; a later day of a place is no fault', async () => {
    expect(await findDifferences(world.db, null)).toEqual([])
    await run('update statistics_use_month set adults = adults + 3')
    await run("update card_usage set first_used_on = '2026-03-04'")
    await run('delete from statistics_use_year where year = 2026')
    await run("update site_activity set last_used_on = '2026-04-30'")
    await run('delete from unit_activity')
    const found = await findDifferences(world.db, null)
    expect(
      found.map(({ table, kept, real }) => [
        table,
        kept && Object.values(kept)[0],
        real && Object.values(real)[0],
      ]),
    ).toHaveLength(6)
    expect(found[0]).toMatchObject({
      table: 'card_usage',
      kept: { first_used_on: '2026-03-04' },
      real: { first_used_on: '2026-03-03' },
    })
    expect(found.find(({ table }) => table === 'statistics_use_year')).toMatchObject({
      kept: null,
      real: { uses: 1, adults: 1 },
    })
    const { uses: _, ...sample } = await chooseSample(world.db, { sites: 5, cards: 50 })
    expect((await findDifferences(world.db, sample)).map(({ table }) => table)).toContain(
      'statistics_use_month',
    )

    expect(await world.db.transaction().execute(repairRollups)).toEqual(found)
    expect(await findDifferences(world.db, null)).toEqual([])
    expect(await rowsOf('select last_used_on as day from site_activity')).toEqual([{ day: '2026-04-30' }])
  })
})
