import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import {
  type MadeCard,
  type MadeSite,
  type MadeUnit,
  makeCard,
  makeMunicipality,
  makeSite,
  makeUnit,
} from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

/*
 * The rollups are kept by triggers; here they are held against a plain count of the tables that they sum up,
 * after registrations, uses and undoings in every order, one row at a time and many in one statement.
 */

const at = (day: string) => new Date(`${day}T15:00:00Z`)

const cancel = (db: World['db'], uses: { id: string; day: string }[]) =>
  db
    .insertInto('use_cancellation')
    .values(
      uses.map(({ id, day }) => ({ use_id: id, used_on: day, cancelled_at: at(day), cancelled_by: 'test' })),
    )
    .execute()

/** What undoing a registration does to the card's row. */
const undoRegistration = (db: World['db'], card: { id: number }) =>
  db
    .updateTable('card')
    .set({
      state: 'stock',
      registered_on: null,
      registered_at: null,
      valid_until: null,
      closed_on: null,
      birth_year: null,
      postal_code: null,
      children: 0,
    })
    .where('id', '=', card.id)
    .execute()

/** The rollups counted anew from cards, uses and undone uses, nothing else. */
const recount = async (db: World['db']) => ({
  years: (
    await sql`
      select extract(year from u.used_on)::int as year,
        case when s.area_id is not null then s.municipality_id end as place,
        u.category, c.type, count(*)::int as uses, sum(u.adults)::int as adults, sum(u.children)::int as children
      from use u join card c on c.id = u.card_id join site s on s.id = u.site_id
      where not exists (select from use_cancellation x where x.use_id = u.id)
      group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(db)
  ).rows,
  months: (
    await sql`
      select to_char(u.used_on, 'YYYY-MM') as month, u.site_id, u.category, u.kind, c.type,
        count(*)::int as uses, sum(u.adults)::int as adults, sum(u.children)::int as children,
        sum(u.companions)::int as companions
      from use u join card c on c.id = u.card_id
      where not exists (select from use_cancellation x where x.use_id = u.id)
      group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`.execute(db)
  ).rows,
  cards: (
    await sql`
      select extract(year from c.registered_on)::int as year, i.municipality_id as place, c.type,
        count(*)::int as registered,
        (count(*) filter (where exists (
          select from use u where u.card_id = c.id
            and not exists (select from use_cancellation x where x.use_id = u.id))))::int as taken
      from card c join issuing_unit i on i.id = c.unit_id
      where c.registered_on is not null group by 1, 2, 3 order by 1, 2, 3`.execute(db)
  ).rows,
})

/** The rollups as they stand; rows that undoing brought to zero are as good as none. */
const rollups = async (db: World['db']) => ({
  years: (
    await sql`
      select year, municipality_id as place, category, card_type as type, uses, adults, children
      from statistics_use_year where (uses, adults, children) <> (0, 0, 0) order by 1, 2, 3, 4`.execute(db)
  ).rows,
  months: (
    await sql`
      select to_char(month, 'YYYY-MM') as month, site_id, category, kind, card_type as type,
        uses, adults, children, companions
      from statistics_use_month where (uses, adults, children, companions) <> (0, 0, 0, 0)
      order by 1, 2, 3, 4, 5`.execute(db)
  ).rows,
  cards: (
    await sql`
      select year, municipality_id as place, card_type as type, registered, taken_into_use as taken
      from statistics_card_year where (registered, taken_into_use) <> (0, 0) order by 1, 2, 3`.execute(db)
  ).rows,
})

const days = ['2024-12-31', '2025-01-01', '2025-01-31', '2025-02-01', '2026-03-15'] as const
const anyDay = fc.constantFrom(...days)
const nth = fc.nat(99)
const anyUse = fc.record({
  card: nth,
  site: nth,
  day: anyDay,
  adults: fc.nat(2),
  children: fc.nat(3),
  companions: fc.nat(1),
  category: fc.constantFrom('culture', 'education', 'science', 'sports'),
  kind: fc.constantFrom('ticket', 'course-place'),
} as const)
const anyStep = fc.oneof(
  fc.record({ do: fc.constant('make' as const), unit: nth, stock: fc.boolean(), day: anyDay }),
  fc.record({ do: fc.constant('register' as const), card: nth, day: anyDay }),
  { weight: 4, arbitrary: fc.record({ do: fc.constant('use' as const), use: anyUse }) },
  fc.record({ do: fc.constant('import' as const), uses: fc.array(anyUse, { minLength: 2, maxLength: 6 }) }),
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('cancel' as const), count: fc.integer({ min: 1, max: 4 }) }),
  },
  fc.record({ do: fc.constant('undo' as const), card: nth }),
  fc.record({ do: fc.constant('withdraw' as const), card: nth }),
)
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never

/** Plays the steps through the tables, as the pages and the import would write them. */
const play = async ({ db, keys }: World, steps: readonly Step[]) => {
  const places = [await makeMunicipality(db), await makeMunicipality(db)]
  const units: MadeUnit[] = []
  const sites: MadeSite[] = []
  for (const municipality of places) {
    units.push(await makeUnit(db, { municipality }))
    sites.push(await makeSite(db, { municipality }))
  }
  sites.push(await makeSite(db, { municipality: places[0]!, popUp: true }))
  const cards: MadeCard[] = [
    await makeCard(db, keys, { unit: units[0]!, registeredOn: '2024-12-31' }),
    await makeCard(db, keys, { unit: units[1]!, registeredOn: '2025-02-01', type: 'community' }),
    await makeCard(db, keys, { unit: units[1]!, stock: true }),
  ]
  const open: { id: string; day: string }[] = []
  const pick = <Item>(items: readonly Item[], index: number) => items[index % items.length]!
  const record = async (uses: readonly (typeof anyUse extends fc.Arbitrary<infer T> ? T : never)[]) => {
    const rows = uses.map((use) => ({
      id: crypto.randomUUID(),
      used_on: use.day,
      card_id: pick(cards, use.card).id,
      site_id: pick(sites, use.site).id,
      used_at: at(use.day),
      received_at: at(use.day),
      adults: use.adults,
      children: use.children,
      companions: use.companions,
      category: use.category,
      kind: use.kind,
      source: 'import' as const,
      recorded_by: 'test',
    }))
    await db.insertInto('use').values(rows).execute()
    open.push(...rows.map(({ id, used_on }) => ({ id, day: used_on })))
  }
  for (const step of steps) {
    if (step.do === 'make')
      cards.push(
        await makeCard(db, keys, { unit: pick(units, step.unit), stock: step.stock, registeredOn: step.day }),
      )
    if (step.do === 'use') await record([step.use])
    if (step.do === 'import') await record(step.uses)
    if (step.do === 'cancel' && open.length > 0) await cancel(db, open.splice(0, step.count))
    if (step.do === 'undo') await undoRegistration(db, pick(cards, step.card))
    if (step.do === 'register')
      await db
        .updateTable('card')
        .set({
          state: 'registered',
          registered_on: step.day,
          valid_until: '2027-01-01',
          unit_id: sql<number>`(select unit_id from stock_range where serial between first_serial and last_serial)`,
        })
        .where('id', '=', pick(cards, step.card).id)
        .where('state', '=', 'stock')
        .execute()
    if (step.do === 'withdraw')
      await db
        .updateTable('card')
        .set({ state: 'withdrawn', closed_on: '2026-12-31' })
        .where('id', '=', pick(cards, step.card).id)
        .where('state', '=', 'registered')
        .execute()
  }
}

it('rollups equal a recount, whatever was registered, used and undone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 40 }), async (steps) => {
      const world = await newWorld()
      try {
        await play(world, steps)
        expect(await rollups(world.db)).toEqual(await recount(world.db))
      } finally {
        await world.end()
      }
    }),
    { numRuns: 15 },
  )
}, 90_000)
